import * as api from '../shared/api.js';
import { coalesce } from '../shared/coalesce.js';
import { byId, reconcile } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { announce } from '../shared/notices.js';
import { contactName } from '../shared/people.js';
import { bindScrolling } from '../shared/scrolling.js';
import { bindActions, renderActions } from './actions.js';
import { assigneeText, contactOf, loadWorkspace } from './context.js';
import { conversationItem, stateText, waitingText } from './conversation-item.js';
import { bindDetails } from './details.js';
import { filtered, renderFilters } from './filters.js';
import { partEntry } from './part.js';
import { renderProfile } from './profile.js';
import { bindReply } from './reply.js';

const LIST_LIMIT = 200;

/**
 * The tab with the conversations.
 * @param go changes what is open: go({conversation: id or null}) or go({filter}).
 */
export function createConversations(go) {
  const section = byId('tab-conversations');
  const keepEnd = bindScrolling();
  const closeDetails = bindDetails();
  const showReply = bindReply(showNow);
  let list = [];
  let conversation = null;
  let missing = false;
  let openId = null;
  let filter;

  bindActions(() => conversation, showNow);
  byId('back').addEventListener('click', leave);

  const refresh = coalesce(async () => {
    const wanted = openId;
    const [newList, newConversation] = await Promise.all([api.conversations({ limit: LIST_LIMIT }), wanted ? read(wanted) : null]);
    const unknown = [...newList, newConversation].some((one) => one && !contactOf(one.contact_id));
    if (unknown) {
      await loadWorkspace();
    }

    list = newList;
    if (wanted === openId) {
      missing = wanted !== null && newConversation === null;
      show(newConversation);
    }

    render();
  });

  async function read(conversationId) {
    try {
      return await api.conversation(conversationId);
    } catch (error) {
      if (error.status === 404) {
        return null;
      }

      throw error;
    }
  }

  function show(changed) {
    announceNews(changed);
    const opened = changed?.id !== conversation?.id;
    conversation = changed;
    keepEnd(renderConversation, { force: opened });
  }

  /** Shows the answer to an action at once; the list follows with the live hint. */
  function showNow(changed) {
    if (changed.id === openId) {
      show(changed);
    }

    refresh();
  }

  function announceNews(changed) {
    const known = new Set(conversation?.parts.map((part) => part.id));
    const news = changed?.id === conversation?.id
      ? (changed?.parts ?? []).filter((part) => !known.has(part.id) && part.author.type !== 'admin' && part.body_text)
      : [];
    if (news.length > 0) {
      announce(news.map((part) => `${contactName(changed.contact_name, changed.contact_id)}: ${part.body_text}`).join('\n'));
    }
  }

  function render() {
    const kept = filtered(list, filter);
    renderFilters(list, filter, (name) => go({ filter: name }));
    reconcile(byId('conversation-list'), kept.map((one) => conversationItem(one, openId, (id) => go({ conversation: id }, { focus: 'conversation-title' }))));
    byId('list-hint').textContent = kept.length === 0 ? t('noneHere') : list.length === LIST_LIMIT ? t('newestOnly', LIST_LIMIT) : '';
    section.dataset.view = openId ? 'item' : 'list';
    keepEnd(renderConversation);
  }

  function renderConversation() {
    const shown = conversation?.id === openId ? conversation : null;
    byId('conversation').hidden = !shown;
    byId('details').hidden = !shown;
    byId('conversation-placeholder').hidden = Boolean(shown);
    byId('conversation-placeholder').textContent = openId ? (missing ? t('conversationGone') : '') : t('chooseConversation');
    showReply(openId);
    if (!shown) {
      return;
    }

    byId('conversation-title').textContent = contactName(shown.contact_name, shown.contact_id);
    byId('conversation-state').textContent = [stateText(shown.state), assigneeText(shown), waitingText(shown)].filter(Boolean).join(' · ');
    reconcile(byId('parts'), shown.parts.map(partEntry));
    renderActions(shown);
    renderProfile(shown, contactOf(shown.contact_id));
  }

  async function leave() {
    const from = openId;
    await go({ conversation: null });
    section.querySelector(`[data-conversation-id="${CSS.escape(from)}"]`)?.focus();
  }

  return {
    refresh,
    render,
    open(conversationId, chosenFilter) {
      openId = conversationId;
      filter = chosenFilter;
      missing = false;
      render();
      return refresh();
    },
    onHint: ({ type }) => type === 'conversation.changed' && refresh(),
    escape: () => closeDetails() || (openId !== null && byId('back').offsetParent !== null && leave()),
  };
}
