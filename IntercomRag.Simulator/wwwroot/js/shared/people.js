import { t } from './i18n.js';

/** Whom a message comes from: "customer", "assistant" (the bot's own admin), "agent" or "bot" (the workspace's Operator). */
export function authorKind(person, botAdminId) {
  switch (person.type) {
    case 'user':
    case 'lead':
      return 'customer';
    case 'admin':
      return person.id === botAdminId ? 'assistant' : 'agent';
    default:
      return 'bot';
  }
}

/** A contact's name; visitors who never gave one are told apart by the end of their id. */
export const contactName = (name, contactId) => name || t('visitorWithoutName', contactId.slice(-4));

/** Up to two letters for the round picture beside a name. */
export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('').toUpperCase();
}
