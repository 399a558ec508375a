import { byId, h, reconcile } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { context, isBot } from './context.js';

const open = (conversation) => conversation.state !== 'closed';

const myTeams = () => context.workspace.teams.filter((team) => team.admin_ids.includes(context.agentId)).map((team) => team.id);

// "My teams" holds what the agent's teams were given and what the agent has taken.
const FILTERS = {
  all: { text: 'filterAll', keeps: () => true },
  unassigned: { text: 'filterUnassigned', keeps: (one) => open(one) && !one.admin_assignee_id && !one.team_assignee_id },
  teams: {
    text: 'filterMyTeams',
    keeps: (one) => open(one) && (one.admin_assignee_id === context.agentId || myTeams().includes(one.team_assignee_id)),
  },
  assistant: { text: 'filterAssistant', keeps: (one) => open(one) && isBot(one.admin_assignee_id) },
  closed: { text: 'filterClosed', keeps: (one) => !open(one) },
};

export const DEFAULT_FILTER = 'all';

export const isFilter = (name) => Object.hasOwn(FILTERS, name ?? '');

export const filtered = (conversations, name) => conversations.filter(FILTERS[name].keeps);

/** Radio buttons, so that arrow keys move between them. */
export function renderFilters(conversations, chosen, onChoose) {
  reconcile(byId('filters'), Object.keys(FILTERS).map((name) => ({
    key: name,
    shows: language(),
    create: () => h('label', { class: 'filter' },
      h('input', { type: 'radio', name: 'filter', value: name, 'data-testid': `filter-${name}`, on: { change: () => onChoose(name) } }),
      h('span', {}, t(FILTERS[name].text), ' ', h('span', { class: 'count' }))),
  })));
  for (const input of byId('filters').querySelectorAll('input')) {
    input.checked = input.value === chosen;
    input.nextElementSibling.querySelector('.count').textContent = filtered(conversations, input.value).length;
  }
}
