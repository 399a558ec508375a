import { attachmentList } from '../shared/attachments.js';
import { h } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { authorKind, initials } from '../shared/people.js';
import { articleHtml } from '../shared/sanitize.js';
import { fullMoment, moment } from '../shared/time.js';
import { context } from './context.js';
import { eventText, whoWrote } from './part-event.js';

/** A part as the team sees it: a thin line for what changed, a bubble for what was said, both when it did both. */
export function partEntry(part) {
  const kind = authorKind(part.author, context.workspace.bot_admin_id);
  const event = eventText(part);
  const time = moment(part.created_at_ms);
  return {
    key: part.id,
    shows: [part.body_html, part.attachments, part.tags, event, time, language()],
    create: () => h('li', {
      class: `part ${part.part_type === 'note' ? 'note' : kind}`,
      'data-testid': 'part',
      'data-part-type': part.part_type,
      'data-public': String(part.is_public),
      'data-author': kind,
      'data-part-id': part.id,
    },
    event && h('p', { class: 'line' }, h('span', {}, `${event} · `, stamp(part, time))),
    speaks(part) && bubble(part, kind, time)),
  };
}

const speaks = (part) => part.part_type === 'note' || part.is_public;

function bubble(part, kind, time) {
  const note = part.part_type === 'note';
  return h('div', { class: 'bubble' },
    note && h('p', { class: 'note-mark' }, t('internalNote')),
    h('p', { class: 'byline' },
      h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(whoWrote(part.author))),
      h('strong', {}, whoWrote(part.author)),
      h('span', { class: 'role' }, roleText(kind)),
      stamp(part, time)),
    h('div', { class: 'rich' }, articleHtml(part.body_html)),
    attachmentList(part.attachments, { linked: kind !== 'customer' }),
    offered(part),
    !note && part.assigned_to && h('p', { class: 'mark' }, t('toCustomer')),
    part.metadata.quick_reply_uuid && h('p', { class: 'mark' }, t('choseButton')),
    part.tags.length > 0 && h('p', { class: 'row-foot' }, part.tags.map((tag) => h('span', { class: 'chip tag' }, tag))));
}

function offered(part) {
  return part.quick_reply_options.length > 0 && h('div', { class: 'offered' },
    h('p', { class: 'mark' }, t('offered')),
    h('ul', {}, part.quick_reply_options.map((option) => h('li', { class: 'chip' }, option.text))));
}

const stamp = (part, time) => h('time', { datetime: new Date(part.created_at_ms).toISOString(), title: fullMoment(part.created_at_ms) }, time);

const roleText = (kind) => t({ customer: 'customer', assistant: 'roleAssistant', agent: 'roleAgent', bot: 'roleBot' }[kind]);
