import { attachmentList } from '../shared/attachments.js';
import { h, reconcile } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { authorKind, initials } from '../shared/people.js';
import { messageHtml } from '../shared/sanitize.js';
import { fullMoment, moment } from '../shared/time.js';

/** Shows the timeline, then the messages on their way. */
export function renderThread(list, entries, pending, { botAdminId, outbox }) {
  const rows = entries.map(({ kind, part }, index) =>
    kind === 'handover' ? handoverRow(part, botAdminId) : messageRow(part, follows(entries, index), botAdminId));
  reconcile(list, [...rows, ...pending.map((message) => pendingRow(message, outbox))]);
}

/** "Camille Roy" is enough for a name; the assistant of an unnamed admin is still somebody. */
export const authorName = (part, botAdminId) =>
  part.author.name || t(authorKind(part.author, botAdminId) === 'customer' ? 'you' : 'team');

export function handoverText(part, botAdminId) {
  const { type, id, name } = part.assigned_to;
  if (id === botAdminId) {
    return t('talkingToAssistant');
  }

  return type === 'team' ? t('talkingToTeam', name) : t('agentJoined', name);
}

// Messages of one author in a row share one name and picture.
function follows(entries, index) {
  const before = entries[index - 1];
  return before?.kind === 'message' && before.part.author.id === entries[index].part.author.id;
}

function handoverRow(part, botAdminId) {
  const text = handoverText(part, botAdminId);
  return {
    key: `handover-${part.id}`,
    shows: text,
    create: () => h('li', { class: 'line', 'data-testid': 'handover-line' }, h('span', {}, text)),
  };
}

function messageRow(part, continued, botAdminId) {
  const kind = authorKind(part.author, botAdminId);
  const time = moment(part.created_at_ms);
  return {
    key: part.id,
    shows: [part.body_html, part.attachments, continued, time, language()],
    create: () => h('li', { class: `message ${kind}${continued ? ' continued' : ''}`, 'data-testid': 'message', 'data-author': kind, 'data-part-id': part.id },
      kind === 'customer' ? null : avatar(part, kind, botAdminId),
      h('div', { class: 'bubble-column' },
        h('p', { class: continued ? 'visually-hidden' : 'author' }, kind === 'customer' ? t('you') : authorName(part, botAdminId)),
        h('div', { class: 'bubble' }, h('div', { class: 'rich' }, messageHtml(part.body_html)), attachmentList(part.attachments, { linked: kind !== 'customer' })),
        h('p', { class: 'stamp' }, h('time', { datetime: new Date(part.created_at_ms).toISOString(), title: fullMoment(part.created_at_ms) }, time)))),
  };
}

function avatar(part, kind, botAdminId) {
  return h('span', { class: 'avatar', 'aria-hidden': 'true' },
    kind === 'assistant' ? h('img', { src: '/icon.svg', alt: '', width: 28, height: 28 }) : initials(authorName(part, botAdminId)));
}

function pendingRow(message, outbox) {
  return {
    key: message.key,
    shows: [message.text, Boolean(message.failed), Boolean(message.partId), language()],
    create: () => h('li', { class: 'message customer pending', 'data-testid': 'pending-message' },
      h('div', { class: 'bubble-column' },
        h('p', { class: 'visually-hidden' }, t('you')),
        h('div', { class: 'bubble' },
          h('div', { class: 'rich' }, h('p', { class: 'plain' }, message.text || message.label || '')),
          attachmentList(message.attachments, { linked: false })),
        message.failed ? failure(message, outbox) : h('p', { class: 'stamp' }, t('sending')))),
  };
}

function failure(message, outbox) {
  const reason = message.failed.unreachable ? t('unreachable') : message.failed.message;
  return h('p', { class: 'stamp failed', role: 'alert' }, `${t('notSent')} ${reason} `,
    h('button', { class: 'button small', type: 'button', on: { click: () => outbox.retry(message.key) } }, t('tryAgain')),
    h('button', { class: 'button quiet small', type: 'button', on: { click: () => outbox.discard(message.key) } }, t('discard')));
}
