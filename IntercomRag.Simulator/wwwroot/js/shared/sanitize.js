// HTML of messages and articles is never trusted: it is parsed in an inert document and rebuilt from an allow-list.

const MESSAGE_TAGS = new Set(['p', 'br', 'b', 'strong', 'i', 'em', 'a', 'ul', 'ol', 'li', 'h1', 'h2', 'code', 'pre', 'img']);
const ARTICLE_TAGS = new Set([...MESSAGE_TAGS, 'h3', 'h4', 'blockquote', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div']);

// Their content is no text for readers. Every other unknown element is replaced by its content.
const DROPPED_TAGS = new Set([
  'script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'select', 'textarea', 'template', 'svg', 'math', 'noscript',
  'title', 'video', 'audio',
]);

export const messageHtml = (html) => rebuild(html, MESSAGE_TAGS);

export const articleHtml = (html) => rebuild(html, ARTICLE_TAGS);

/** The address when it is an absolute one of the web, otherwise null. */
export function webAddress(value) {
  const url = URL.parse?.(value) ?? parse(value);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

function parse(value) {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

function rebuild(html, tags) {
  const fragment = document.createDocumentFragment();
  copyChildren(new DOMParser().parseFromString(quiet(html ?? ''), 'text/html').body, fragment, tags);
  return fragment;
}

/**
 * Renames inline styles and handlers. They never reach the page, but browsers report each one that a content security policy
 * forbids, even in an inert document: <p style="…"> → <p data-style="…">.
 */
function quiet(html) {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on[a-z]+)(?=\s*=)/gi, ' data-$1'));
}

function copyChildren(from, to, tags) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      to.append(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      copyElement(node, to, tags);
    }
  }
}

function copyElement(element, to, tags) {
  const tag = element.localName;
  if (DROPPED_TAGS.has(tag)) {
    return;
  }

  const copy = tags.has(tag) ? allowed(element, tag) : null;
  if (copy) {
    to.append(copy);
  }

  copyChildren(element, copy ?? to, tags);
}

/** A copy without content, or null when only the element's content may stay. */
function allowed(element, tag) {
  switch (tag) {
    case 'a':
      return link(element);
    case 'img':
      return image(element);
    case 'h1':
      return document.createElement('h2');
    default:
      return document.createElement(tag);
  }
}

function link(element) {
  const href = webAddress(element.getAttribute('href'));
  if (!href) {
    return null;
  }

  const copy = document.createElement('a');
  copy.href = href;
  copy.target = '_blank';
  copy.rel = 'noopener noreferrer';
  return copy;
}

function image(element) {
  const src = webAddress(element.getAttribute('src'));
  if (!src) {
    return null;
  }

  const copy = document.createElement('img');
  copy.referrerPolicy = 'no-referrer';
  copy.loading = 'lazy';
  copy.alt = element.getAttribute('alt') ?? '';
  copy.src = src;
  return copy;
}
