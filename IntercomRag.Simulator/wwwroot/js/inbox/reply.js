import * as api from '../shared/api.js';
import { byId } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { announce, attempt } from '../shared/notices.js';
import { textToHtml } from '../shared/text-html.js';
import { context } from './context.js';

/** Where the agent writes. What was typed stays with its conversation, so that it can never go to another customer. */
export function bindReply(onDone) {
  const input = byId('reply-input');
  const buttons = [byId('reply-send'), byId('note-send')];
  const drafts = new Map();
  let conversationId = null;

  byId('reply').addEventListener('submit', (event) => {
    event.preventDefault();
    send('reply', t('replySent'));
  });
  byId('note-send').addEventListener('click', () => send('note', t('noteAdded')));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      byId('reply').requestSubmit();
    }
  });

  async function send(action, done) {
    const text = input.value.trim();
    const target = conversationId;
    if (text === '' || buttons[0].disabled) {
      input.focus();
      return;
    }

    setBusy(true);
    const sent = await attempt(async () => {
      onDone(await api.act(target, { admin_id: context.agentId, action, body: textToHtml(text) }));
    });
    setBusy(false);
    if (sent) {
      drafts.delete(target);
      announce(done);
      if (target === conversationId) {
        input.value = '';
        input.focus();
      }
    }
  }

  function setBusy(busy) {
    buttons.forEach((button) => { button.disabled = busy; });
    input.readOnly = busy;
  }

  return function show(openId) {
    if (openId === conversationId) {
      return;
    }

    drafts.set(conversationId, input.value);
    conversationId = openId;
    input.value = drafts.get(openId) ?? '';
  };
}
