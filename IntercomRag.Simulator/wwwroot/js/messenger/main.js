import { readAddress, writeAddress } from '../shared/address.js';
import * as api from '../shared/api.js';
import { coalesce } from '../shared/coalesce.js';
import { byId } from '../shared/dom.js';
import { listen } from '../shared/events.js';
import { bindLanguageToggle, language, languageFor, onLanguage, setLanguage, t } from '../shared/i18n.js';
import { attempt, showError, showLive } from '../shared/notices.js';
import { renderChat } from './chat.js';
import { bindComposer } from './composer.js';
import { renderConversationList } from './conversation-list.js';
import { announceNews, newlyAnswered } from './news.js';
import { Outbox } from './outbox.js';
import { bindRating } from './rating.js';
import { bindScrolling } from '../shared/scrolling.js';
import { NEW_VISITOR, renderVisitor } from './visitor.js';

const TICK_MS = 30000;

const touch = matchMedia('(pointer: coarse)');

/** Address of a conversation that has no message yet. */
const DRAFT = 'new';

const state = {
  workspace: null,
  contactId: null,
  openId: null, // id of a conversation, DRAFT, or null for the list (which wide windows show beside a draft)
  conversations: [],
  conversation: null,
  unread: new Set(),
};

const keepEnd = bindScrolling();
const outbox = new Outbox(() => keepEnd(render, { force: true }), onStarted);
const renderRating = bindRating(() => state.conversation, () => refresh());
const refresh = coalesce(read);

async function read() {
  const { contactId, openId } = state;
  const [conversations, conversation] = await Promise.all([
    contactId ? api.conversations({ contact_id: contactId }) : [],
    openId && openId !== DRAFT ? find(openId) : null,
  ]);
  if (contactId !== state.contactId || openId !== state.openId) {
    return; // the person moved on while this was read; a newer reading follows
  }

  if (openId && openId !== DRAFT && !conversation) {
    state.openId = null; // the address is old, or the workspace is another one
    writeAddress({ ...readAddress(), conversation: null }, { replace: true });
  }

  newlyAnswered(state.conversations, conversations, openId).forEach((id) => state.unread.add(id));
  announceNews(state.conversation, conversation, state.workspace.bot_admin_id);
  const opened = conversation && conversation.id !== state.conversation?.id;
  state.conversations = conversations;
  state.conversation = conversation;
  keepEnd(render, { force: Boolean(opened) });
}

async function find(conversationId) {
  try {
    const found = await api.conversation(conversationId);
    return found.contact_id === state.contactId ? found : null;
  } catch (error) {
    if (error.status === 404) {
      return null;
    }

    throw error;
  }
}

function render() {
  const { workspace, contactId, conversations, conversation, openId, unread } = state;
  if (!workspace) {
    return;
  }

  const contact = workspace.contacts.find((one) => one.id === contactId);
  const shown = conversation?.id === openId ? conversation : null;
  document.body.dataset.view = openId ? 'chat' : 'list';
  document.title = t('messengerTitle', workspace.app.name);
  byId('product').textContent = workspace.app.name;
  renderVisitor(workspace.contacts, contact);
  renderConversationList(conversations, openId, unread, workspace.bot_admin_id, open);
  renderChat({
    workspace,
    contact,
    conversation: shown,
    pending: outbox.pending(contactId, threadId(), shown?.parts ?? []),
    outbox,
    onQuickReply: (option) => send('', [], option),
    onStarter: (text) => send(text, []),
  });
  renderRating(shown);
}

const threadId = () => (state.openId === DRAFT ? null : state.openId);

function send(text, attachments, option) {
  outbox.add({
    contactId: state.contactId,
    conversationId: threadId(),
    text,
    attachments,
    quickReplyUuid: option?.uuid ?? null,
    label: option?.text,
  });
}

function onStarted(first, conversationId) {
  if (first.contactId === state.contactId && threadId() === null) {
    open(conversationId, { focus: false });
  }
}

function open(openId, { focus = true } = {}) {
  state.openId = openId;
  state.unread.delete(openId);
  writeAddress({ ...readAddress(), contact: state.contactId, conversation: openId });
  keepEnd(render, { force: true });
  if (focus && openId) {
    byId(touch.matches ? 'scroller' : 'message-input').focus(); // a keyboard on the screen would cover what is to be read
  }

  return refresh().catch(showError);
}

function back() {
  open(null);
  byId('new-conversation').focus();
}

async function chooseContact(contactId) {
  const { id, language: locale } = contactId === NEW_VISITOR ? await newVisitor() : state.workspace.contacts.find((one) => one.id === contactId);
  Object.assign(state, { contactId: id, conversations: [], conversation: null, unread: new Set() });
  setLanguage(languageFor(locale));
  writeAddress({ contact: id });
  await open(null);
}

async function newVisitor() {
  const visitor = await api.createContact({ role: 'lead', language: language() });
  state.workspace = await api.workspace();
  return visitor;
}

/** Follows the address: on the first view and when somebody goes back. */
async function followAddress() {
  const { contact, conversation, lang } = readAddress();
  const chosen = state.workspace.contacts.find((one) => one.id === contact) ?? state.workspace.contacts[0];
  Object.assign(state, { contactId: chosen?.id ?? null, openId: conversation ?? null, conversations: [], conversation: null });
  setLanguage(languageFor(lang ?? chosen?.language ?? navigator.language));
  await refresh();
}

async function onHint({ type }) {
  const fresh = type === 'workspace.reset' || type === 'connected' || state.workspace === null;
  const task = fresh ? start() : type === 'article.changed' ? null : refresh();
  await Promise.resolve(task).catch(() => {}); // the line at the top already says when the Simulator is away
}

/** Reads the workspace, the first time and whenever it may be another one. */
async function start() {
  state.workspace = await api.workspace();
  const known = state.workspace.contacts.some((one) => one.id === state.contactId);
  await (known ? refresh() : followAddress());
}

bindLanguageToggle(byId('language-toggle'), (chosen) => {
  writeAddress({ ...readAddress(), lang: chosen }, { replace: true });
  setLanguage(chosen);
});
onLanguage(() => render());
bindComposer(send);
byId('contact-select').addEventListener('change', (event) => attempt(() => chooseContact(event.target.value)));
byId('new-conversation').addEventListener('click', () => open(DRAFT));
byId('back').addEventListener('click', back);
document.addEventListener('keydown', (event) => {
  const backShown = byId('back').offsetParent !== null; // narrow windows only
  if (event.key === 'Escape' && backShown) {
    back();
  }
});
addEventListener('popstate', () => attempt(followAddress));
setInterval(render, TICK_MS);

setLanguage(languageFor(readAddress().lang ?? navigator.language));
await attempt(start);
listen(onHint, showLive);
