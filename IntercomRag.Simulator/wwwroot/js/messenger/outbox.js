import * as api from '../shared/api.js';

/**
 * Messages on their way, sent one after the other so that they arrive in the order in which they were typed. The first one of a
 * new conversation makes it; those typed meanwhile follow into it.
 */
export class Outbox {
  #queue = [];
  #sending = false;
  #onChange;
  #onStarted;
  #nextKey = 1;

  /** @param onStarted called with the draft's first message and the id of the conversation that it made. */
  constructor(onChange, onStarted) {
    this.#onChange = onChange;
    this.#onStarted = onStarted;
  }

  /** @param message {contactId, conversationId or null, text, attachments, quickReplyUuid} */
  add(message) {
    this.#queue.push({ ...message, key: `out-${this.#nextKey++}`, typedAt: Date.now(), failed: null, partId: null });
    this.#onChange();
    this.#send();
  }

  retry(key) {
    this.#queue.find((message) => message.key === key).failed = null;
    this.#onChange();
    this.#send();
  }

  discard(key) {
    this.#queue = this.#queue.filter((message) => message.key !== key);
    this.#onChange();
    this.#send();
  }

  /** What still has to be shown beside the conversation's own parts. */
  pending(contactId, conversationId, parts) {
    const arrived = new Set(parts.map((part) => part.id));
    this.#queue = this.#queue.filter((message) => !arrived.has(message.partId));
    return this.#queue.filter((message) => message.contactId === contactId && message.conversationId === conversationId);
  }

  async #send() {
    if (this.#sending) {
      return;
    }

    this.#sending = true;
    for (let message = this.#next(); message; message = this.#next()) {
      await this.#deliver(message);
      this.#onChange();
    }

    this.#sending = false;
  }

  // A message that failed holds up those after it in the same conversation: order matters more than speed.
  #next() {
    return this.#queue.find((message, index) => !message.partId && !message.failed
      && !this.#queue.slice(0, index).some((earlier) => earlier.failed && sameThread(earlier, message)));
  }

  async #deliver(message) {
    try {
      const result = await api.sendMessage(message.contactId, {
        text: message.text || null,
        conversation_id: message.conversationId,
        quick_reply_uuid: message.quickReplyUuid,
        attachments: message.attachments,
      });
      message.partId = result.part_id;
      if (message.conversationId === null) {
        this.#started(message, result.conversation_id);
      }
    } catch (error) {
      message.failed = error;
    }
  }

  #started(first, conversationId) {
    for (const message of this.#queue.filter((candidate) => sameThread(candidate, first) && candidate !== first)) {
      message.conversationId = conversationId;
    }

    first.conversationId = conversationId;
    this.#onStarted(first, conversationId);
  }
}

const sameThread = (one, other) => one.contactId === other.contactId && one.conversationId === other.conversationId;
