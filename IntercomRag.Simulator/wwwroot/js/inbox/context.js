import * as api from '../shared/api.js';
import { t } from '../shared/i18n.js';

/** What all tabs share: the workspace, and which teammate the person at the screen plays. */
export const context = { workspace: null, agentId: null };

export async function loadWorkspace() {
  context.workspace = await api.workspace();
}

export const isBot = (adminId) => adminId === context.workspace.bot_admin_id;

export const adminName = (adminId) => context.workspace.admins.find((admin) => admin.id === adminId)?.name ?? adminId;

export const teamName = (teamId) => context.workspace.teams.find((team) => team.id === teamId)?.name ?? teamId;

export const contactOf = (contactId) => context.workspace.contacts.find((contact) => contact.id === contactId);

/** "Jonas Weber · Billing", or "Nobody". */
export function assigneeText({ admin_assignee_id: adminId, team_assignee_id: teamId }) {
  const names = [adminId && adminName(adminId), teamId && teamName(teamId)].filter(Boolean);
  return names.join(' · ') || t('nobody');
}
