import { byId, h, reconcile } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { contactName } from '../shared/people.js';
import { adminName, teamName } from './context.js';
import { stateText } from './conversation-item.js';

/** The customer, and what the workspace knows of the conversation. */
export function renderProfile(conversation, contact) {
  const groups = [
    { title: t('customer'), facts: contactFacts(conversation, contact) },
    { title: t('attributes'), facts: attributeFacts(contact?.custom_attributes ?? {}) },
    { title: t('conversationData'), facts: conversationFacts(conversation) },
  ].filter(({ facts }) => facts.length > 0);
  reconcile(byId('profile'), groups.map(({ title, facts }, index) => ({
    key: String(index),
    shows: [title, facts, language()],
    create: () => h('section', {}, h('h3', {}, title),
      h('dl', { class: 'facts' }, facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))))),
  })));
}

const given = (facts) => facts.filter(([, value]) => value !== null && value !== undefined && value !== '');

const attributeFacts = (attributes) => given(Object.entries(attributes).map(([name, value]) => [name, valueText(value)]));

const valueText = (value) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : value === null ? '' : String(value));

function contactFacts(conversation, contact) {
  return given([
    [t('name'), contactName(conversation.contact_name, conversation.contact_id)],
    [t('email'), contact?.email],
    [t('role'), contact && t(contact.role === 'lead' ? 'roleLead' : 'roleUser')],
    [t('language'), contact?.language],
    [t('segments'), contact?.segments.join(', ')],
    [t('companies'), contact?.companies.join(', ')],
    [t('tags'), contact?.tags.join(', ')],
  ]);
}

function conversationFacts(conversation) {
  const { rating } = conversation;
  return given([
    [t('state'), stateText(conversation.state)],
    [t('assignee'), conversation.admin_assignee_id ? adminName(conversation.admin_assignee_id) : t('nobody')],
    [t('teamAssignee'), conversation.team_assignee_id && teamName(conversation.team_assignee_id)],
    [t('assistantSilent'), t(conversation.bot_silenced ? 'assistantIsSilent' : 'assistantAnswers')],
    [t('tags'), conversation.tags.join(', ')],
    [t('ratingGiven'), rating && [`${rating.rating}/5`, rating.remark].filter(Boolean).join(' · ')],
    ...attributeFacts(conversation.custom_attributes),
  ]);
}
