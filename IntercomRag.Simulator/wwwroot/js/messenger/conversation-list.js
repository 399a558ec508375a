import { byId, h, reconcile } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { authorKind } from '../shared/people.js';
import { since } from '../shared/time.js';

/** The customer's own conversations, newest first. */
export function renderConversationList(conversations, openId, unread, botAdminId, onOpen) {
  byId('no-conversations').hidden = conversations.length > 0;
  reconcile(byId('conversation-list'), conversations.map((conversation) => {
    const active = conversation.id === openId;
    const time = since(conversation.updated_at * 1000);
    const fresh = unread.has(conversation.id);
    const author = authorKind(conversation.last_author, botAdminId) === 'customer' ? t('you') : conversation.last_author.name ?? t('team');
    const preview = conversation.last_message_preview || t('picture');
    return {
      key: conversation.id,
      shows: [active, time, fresh, author, preview, conversation.state, language()],
      create: () => h('li', {},
        h('button', {
          type: 'button',
          class: 'row',
          'data-testid': 'own-conversation',
          'data-conversation-id': conversation.id,
          'aria-current': active ? 'true' : null,
          on: { click: () => onOpen(conversation.id) },
        },
        h('span', { class: 'row-top' },
          h('span', { class: 'row-name' }, author),
          fresh ? h('span', { class: 'dot' }, h('span', { class: 'visually-hidden' }, t('unread'))) : null,
          h('span', { class: 'row-time' }, time)),
        h('span', { class: 'row-preview' }, preview),
        conversation.state === 'closed' ? h('span', { class: 'chip' }, t('stateClosed')) : null)),
    };
  }));
}
