import { h } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { authorKind, contactName } from '../shared/people.js';
import { since } from '../shared/time.js';
import { assigneeText, context } from './context.js';

/** One row of the list: who, what was said last, how long the customer waits, who has it, tags. */
export function conversationItem(conversation, openId, onOpen) {
  const active = conversation.id === openId;
  const name = contactName(conversation.contact_name, conversation.contact_id);
  const time = since(conversation.updated_at * 1000);
  const waiting = waitingText(conversation);
  const preview = previewText(conversation);
  const assignee = assigneeText(conversation);
  return {
    key: conversation.id,
    shows: [active, name, time, waiting, preview, assignee, conversation.state, conversation.tags, language()],
    create: () => h('li', {},
      h('button', {
        type: 'button',
        class: 'row',
        'data-testid': 'conversation-item',
        'data-conversation-id': conversation.id,
        'data-state': conversation.state,
        'aria-current': active ? 'true' : null,
        on: { click: () => onOpen(conversation.id) },
      },
      h('span', { class: 'row-top' }, h('span', { class: 'row-name' }, name), h('span', { class: 'row-time' }, time)),
      h('span', { class: 'row-preview' }, preview),
      h('span', { class: 'row-foot' },
        waiting && h('span', { class: 'chip waiting' }, waiting),
        h('span', { class: 'chip assignee' }, assignee),
        conversation.state !== 'open' && h('span', { class: 'chip' }, stateText(conversation.state)),
        conversation.tags.map((tag) => h('span', { class: 'chip tag' }, tag))))),
  };
}

export const stateText = (state) => t({ open: 'stateOpen', closed: 'stateClosed', snoozed: 'stateSnoozed' }[state]);

export function waitingText({ waiting_since: waitingSince, state }) {
  if (!waitingSince || state === 'closed') {
    return null;
  }

  const time = since(waitingSince * 1000);
  return time === t('justNow') ? t('waitingNow') : t('waiting', time);
}

function previewText(conversation) {
  const text = conversation.last_message_preview || t('picture');
  const byCustomer = authorKind(conversation.last_author, context.workspace.bot_admin_id) === 'customer';
  return byCustomer ? text : `${conversation.last_author.name}: ${text}`;
}
