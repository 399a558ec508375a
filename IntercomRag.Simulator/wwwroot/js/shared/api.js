// The Simulator's control API. Every call rejects with an ApiError that can be shown to a person.

export class ApiError extends Error {
  /** @param status HTTP status; 0 when the Simulator could not be reached. */
  constructor(status, message) {
    super(message);
    this.status = status;
  }

  get unreachable() {
    return this.status === 0;
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`/simulator${path}`, {
      method,
      cache: 'no-store',
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    throw new ApiError(0, cause.message);
  }

  if (!response.ok) {
    throw new ApiError(response.status, await problemOf(response));
  }

  return response.status === 204 ? null : response.json();
}

// {"title":"parameter_invalid","status":400,"detail":"rating must be between 1 and 5","field":"rating"}
async function problemOf(response) {
  try {
    const problem = await response.json();
    return problem.detail ?? problem.title;
  } catch {
    return `${response.status} ${response.statusText}`;
  }
}

function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

const id = encodeURIComponent;

export const workspace = () => call('GET', '/workspace');

export const createContact = (contact) => call('POST', '/contacts', contact);
export const sendMessage = (contactId, message) => call('POST', `/contacts/${id(contactId)}/messages`, message);
export const rate = (conversationId, rating, remark) => call('POST', `/conversations/${id(conversationId)}/rating`, { rating, remark });

export const conversations = (filter = {}) => call('GET', `/conversations${query(filter)}`);
export const conversation = (conversationId) => call('GET', `/conversations/${id(conversationId)}`);
export const act = (conversationId, command) => call('POST', `/conversations/${id(conversationId)}/agent`, command);
export const addWorkflowEvents = (conversationId, count) => call('POST', `/conversations/${id(conversationId)}/workflow-events`, { count });

export const articles = (filter = {}) => call('GET', `/articles${query(filter)}`);
export const article = (articleId) => call('GET', `/articles/${id(articleId)}`);
export const saveArticle = (articleId, content) => call('PUT', `/articles/${id(articleId)}`, content);
export const publishArticle = (articleId, locale) => call('POST', `/articles/${id(articleId)}/publish`, { locale });
export const unpublishArticle = (articleId, locale) => call('POST', `/articles/${id(articleId)}/unpublish`, { locale });
export const deleteArticle = (articleId) => call('DELETE', `/articles/${id(articleId)}`);

export const faults = () => call('GET', '/faults');
export const faultState = () => call('GET', '/faults/state');
export const setFaults = (settings) => call('PUT', '/faults', settings);
export const webhooks = () => call('GET', '/webhooks');
export const setWebhooksLive = () => call('POST', '/webhooks/live');
