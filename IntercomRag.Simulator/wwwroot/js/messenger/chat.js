import { byId, h, reconcile } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { openQuickReplies, partnerOf, timelineOf } from './timeline.js';
import { renderThread } from './thread.js';

/** Everything in the scrolling part of the chat, and its head. */
export function renderChat({ workspace, contact, conversation, pending, outbox, onQuickReply, onStarter }) {
  const botAdminId = workspace.bot_admin_id;
  const entries = conversation ? timelineOf(conversation, botAdminId) : [];
  renderThread(byId('thread'), entries, pending, { botAdminId, outbox });
  renderHead(workspace, conversation);

  const empty = entries.length === 0 && pending.length === 0;
  byId('greeting').hidden = !empty;
  byId('greeting').textContent = contact?.name ? t('greetingName', contact.name.split(' ')[0]) : t('greeting');
  renderButtons('starters', 'starter-list', empty ? t('starters') : [], (text) => ({ key: text, text, press: () => onStarter(text) }), 'starter');

  const options = conversation && pending.length === 0 ? openQuickReplies(conversation, botAdminId) : [];
  renderButtons('quick-replies', 'quick-replies', options, (option) => ({ key: option.uuid, text: option.text, press: () => onQuickReply(option) }), 'quick-reply');
}

function renderHead(workspace, conversation) {
  const partner = conversation ? partnerOf(conversation, workspace.bot_admin_id) : null;
  const people = partner?.type === 'team' ? workspace.teams : workspace.admins;
  const name = people.find((one) => one.id === (partner?.id ?? workspace.bot_admin_id))?.name ?? workspace.app.name;
  byId('chat-title').textContent = partner?.type === 'team' ? t('teamTitle', name) : name;
  byId('chat-subtitle').textContent = conversation?.state === 'closed'
    ? t('conversationClosed')
    : t(partner ? 'humanSubtitle' : 'assistantSubtitle');
}

function renderButtons(boxId, listId, items, view, testId) {
  byId(boxId).hidden = items.length === 0;
  const inList = byId(listId).localName === 'ul';
  reconcile(byId(listId), items.map(view).map(({ key, text, press }) => ({
    key,
    shows: [text, language()],
    create: () => {
      const button = h('button', { type: 'button', class: 'button pill', 'data-testid': testId, on: { click: press } }, text);
      return inList ? h('li', {}, button) : button;
    },
  })));
}
