import { readAddress, writeAddress } from '../shared/address.js';
import * as api from '../shared/api.js';
import { coalesce } from '../shared/coalesce.js';
import { byId } from '../shared/dom.js';
import { listen } from '../shared/events.js';
import { bindLanguageToggle, language, languageFor, onLanguage, setLanguage, t } from '../shared/i18n.js';
import { announce, attempt, showError, showLive } from '../shared/notices.js';
import { renderChat } from './chat.js';
import { bindComposer } from './composer.js';
import { renderConversationList } from './conversation-list.js';
import { Outbox } from './outbox.js';
import { bindRating } from './rating.js';
import { bindScrolling } from '../shared/scrolling.js';
import { authorName } from './thread.js';
import { isCustomer, isMessage } from './timeline.js';
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
    openId && openId !== DRAFT ? api.conversation(openId) : null,
  ]);
  if (contactId !== state.contactId || openId !== state.openId) {
    return; // the person moved on while this was read; a newer reading follows
  }

  markUnread(conversations);
  announceNews(conversation);
  const opened = conversation && conversation.id !== state.conversation?.id;
  state.conversations = conversations;
  state.conversation = conversation;
  keepEnd(render, { force: Boolean(opened) });
}

function markUnread(conversations) {
  const known = new Map(state.conversations.map((one) => [one.id, one.updated_at]));
  for (const one of conversations) {
    if (one.id !== state.openId && known.has(one.id) && one.updated_at > known.get(one.id) && !isCustomer(one.last_author)) {
      state.unread.add(one.id);
    }
  }
}

function announceNews(conversation) {
  if (!conversation || conversation.id !== state.conversation?.id) {
    return;
  }

  const known = new Set(state.conversation.parts.map((part) => part.id));
  const news = conversation.parts.filter((part) => !known.has(part.id) && isMessage(part) && !isCustomer(part.author));
  if (news.length > 0) {
    announce(news.map((part) => `${authorName(part, state.workspace.bot_admin_id)}: ${part.body_text}`).join('\n'));
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

function open(openId, { focus = true, replace = false } = {}) {
  state.openId = openId;
  state.unread.delete(openId);
  writeAddress({ ...readAddress(), contact: state.contactId, conversation: openId }, { replace });
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
  if (type === 'workspace.reset') {
    await attempt(start);
  } else if (state.workspace === null) {
    await start().catch(() => {});
  } else if (type === 'conversation.changed' || type === 'resync') {
    await refresh().catch(() => {}); // the line at the top already says when the Simulator is away
  }
}

async function start() {
  state.workspace = await api.workspace();
  await followAddress();
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
