import { announce } from '../shared/notices.js';
import { authorName } from './thread.js';
import { isCustomer, isMessage } from './timeline.js';

/** Ids of the conversations, other than the open one, in which somebody answered between two readings of the list. */
export function newlyAnswered(before, after, openId) {
  const known = new Map(before.map((one) => [one.id, one.updated_at]));
  return after
    .filter((one) => one.id !== openId && known.has(one.id) && one.updated_at > known.get(one.id) && !isCustomer(one.last_author))
    .map((one) => one.id);
}

/** Reads out what came into the open conversation. */
export function announceNews(before, after, botAdminId) {
  if (!after || after.id !== before?.id) {
    return;
  }

  const known = new Set(before.parts.map((part) => part.id));
  const news = after.parts.filter((part) => !known.has(part.id) && isMessage(part) && !isCustomer(part.author));
  if (news.length > 0) {
    announce(news.map((part) => `${authorName(part, botAdminId)}: ${part.body_text}`).join('\n'));
  }
}
