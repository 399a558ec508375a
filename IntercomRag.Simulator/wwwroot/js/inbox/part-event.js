import { t } from '../shared/i18n.js';
import { contactName } from '../shared/people.js';

export const whoWrote = ({ type, id, name }) => (type === 'user' || type === 'lead' ? contactName(name, id) : name ?? id);

/** What a part changed in the conversation, as a sentence; null when it is a message only. */
export function eventText(part) {
  const who = whoWrote(part.author);
  switch (part.part_type) {
    case 'source':
    case 'comment':
    case 'note':
    case 'quick_reply':
      return null;
    case 'assignment':
    case 'assign_and_reopen':
      return assignmentText(part, who);
    case 'close':
      return t('eventClosed', who);
    case 'open':
      return t('eventOpened', who);
    case 'snoozed':
      return t('eventSnoozed', who);
    case 'timer_unsnooze':
      return t('eventUnsnoozed');
    case 'conversation_attribute_updated_by_admin':
      return t('eventAttribute', who, part.metadata.attribute?.name, part.metadata.attribute?.value);
    default:
      return part.is_public ? null : t('eventOther', who, part.part_type);
  }
}

function assignmentText(part, who) {
  const to = part.assigned_to;
  if (!to || to.type === 'nobody_admin') {
    return t('eventUnassigned', who);
  }

  const target = to.type === 'team' ? t('teamNamed', to.name) : to.name;
  if (part.part_type === 'assign_and_reopen') {
    return t('eventReopenedAssigned', who, target);
  }

  return to.id === part.author.id ? t('eventTook', who) : t('eventAssigned', who, target);
}
