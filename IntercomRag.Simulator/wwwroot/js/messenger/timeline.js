// What a customer may see of a conversation: public messages, and who is on the other end. Internal notes and everything else
// that only the team sees end here.

/**
 * Entries in order: {kind:"message", part} and {kind:"handover", part}, whose part names the new assignee.
 * A part that takes the conversation and answers in one gives both.
 */
export function timelineOf(conversation, botAdminId) {
  const entries = [];
  let partner = null; // whom the customer was last told to be talking to; null is the assistant
  for (const part of conversation.parts) {
    const next = partnerAfter(part, partner, botAdminId);
    if (next !== partner) {
      partner = next;
      entries.push({ kind: 'handover', part });
    }

    if (isMessage(part)) {
      entries.push({ kind: 'message', part });
    }
  }

  return entries;
}

/** The buttons that can still be pressed: those of the newest entry, in a conversation that goes on. */
export function openQuickReplies(conversation, botAdminId) {
  const shown = conversation.parts.filter((part) => part.is_public || part.assigned_to);
  const last = shown.at(-1);
  const offered = last?.is_public ? last.quick_reply_options : [];
  return conversation.open && !isCustomer(last?.author) && !handedOver(last, botAdminId) ? offered : [];
}

/** To whom the conversation belongs now: {type:"team"|"admin", id} or null for the assistant and for nobody. */
export function partnerOf(conversation, botAdminId) {
  if (conversation.admin_assignee_id && conversation.admin_assignee_id !== botAdminId) {
    return { type: 'admin', id: conversation.admin_assignee_id };
  }

  return conversation.team_assignee_id ? { type: 'team', id: conversation.team_assignee_id } : null;
}

export const isMessage = (part) => part.is_public && (Boolean(part.body_text) || part.attachments.length > 0);

export const isCustomer = (author) => author?.type === 'user' || author?.type === 'lead';

function partnerAfter(part, partner, botAdminId) {
  const assignee = part.assigned_to;
  if (!assignee || assignee.type === 'nobody_admin') {
    return partner;
  }

  return handedOver(part, botAdminId) ? `${assignee.type} ${assignee.id}` : null;
}

const handedOver = (part, botAdminId) => Boolean(part?.assigned_to) && part.assigned_to.id !== botAdminId && part.assigned_to.type !== 'nobody_admin';
