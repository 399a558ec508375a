import * as api from '../shared/api.js';
import { byId, h, reconcile } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { attempt } from '../shared/notices.js';
import { context, isBot } from './context.js';

// The tags that decide for one conversation whether the assistant answers; the later word takes the earlier one away.
const SWITCHES = { 'assistant-on': 'assistant-off', 'assistant-off': 'assistant-on' };

const NOBODY = 'nobody';

// More parts than REST gives: it shows the newest 500.
const WORKFLOW_EVENTS = 600;

/**
 * Buttons that act on the open conversation as the chosen agent.
 * @param current gives the conversation. @param onDone called with the conversation after the action.
 */
export function bindActions(current, onDone) {
  const act = (...commands) => attempt(async () => {
    const { id } = current();
    for (const command of commands) {
      onDone(await api.act(id, { admin_id: context.agentId, ...command }));
    }
  });

  byId('take-over').addEventListener('click', () => act(assignment('admin', context.agentId)));
  byId('give-back').addEventListener('click', () => act({ action: 'give_back' }));
  byId('close').addEventListener('click', () => act({ action: 'close' }));
  byId('reopen').addEventListener('click', () => act({ action: 'open' }));
  byId('assign-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const [type, assigneeId] = byId('assign-to').value.split(' ');
    act(...(type === NOBODY ? unassignment(current()) : [assignment(type, assigneeId)]));
  });
  byId('make-long').addEventListener('click', () => attempt(async () => {
    const { id } = current();
    await api.addWorkflowEvents(id, WORKFLOW_EVENTS);
    onDone(await api.conversation(id));
  }));
  for (const [tag, opposite] of Object.entries(SWITCHES)) {
    byId(tag).addEventListener('click', () => act(...switching(current().tags, tag, opposite)));
  }
}

export function renderActions(conversation) {
  const { state, admin_assignee_id: adminId, team_assignee_id: teamId, tags } = conversation;
  const closed = state === 'closed';
  byId('take-over').disabled = adminId === context.agentId;
  byId('give-back').disabled = isBot(adminId) && !teamId;
  byId('close').hidden = closed;
  byId('reopen').hidden = !closed;
  for (const tag of Object.keys(SWITCHES)) {
    byId(tag).setAttribute('aria-pressed', String(tags.includes(tag)));
  }

  renderAssignees();
}

const assignment = (type, assigneeId) => ({ action: 'assign', assignee_type: type, assignee_id: assigneeId });

function unassignment({ team_assignee_id: teamId }) {
  const commands = [assignment('admin', '0')];
  return teamId ? [...commands, assignment('team', '0')] : commands;
}

function switching(tags, tag, opposite) {
  if (tags.includes(tag)) {
    return [{ action: 'untag', tag }];
  }

  return tags.includes(opposite) ? [{ action: 'untag', tag: opposite }, { action: 'tag', tag }] : [{ action: 'tag', tag }];
}

function renderAssignees() {
  const { teams, admins } = context.workspace;
  const group = (key, type, people) => ({
    key,
    shows: [people.map((one) => one.name), language()],
    create: () => h('optgroup', { label: t(key) }, people.map((one) => h('option', { value: `${type} ${one.id}` }, one.name))),
  });
  reconcile(byId('assign-to'), [
    group('teams', 'team', teams),
    group('agents', 'admin', admins),
    { key: NOBODY, shows: language(), create: () => h('option', { value: NOBODY }, t('nobody')) },
  ]);
}
