import * as api from '../shared/api.js';
import { coalesce } from '../shared/coalesce.js';
import { byId, h, reconcile } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { attempt } from '../shared/notices.js';
import { since } from '../shared/time.js';
import { bindEditor } from './article-editor.js';
import { context } from './context.js';

const LIST_LIMIT = 200;
const TYPING_MS = 200;

/** The tab with the Help Center: the articles, one row per language, and the editor. */
export function createArticles(go) {
  const section = byId('tab-articles');
  const search = byId('article-search');
  const locale = byId('article-locale');
  const state = byId('article-state');
  const editor = bindEditor({ go, onChanged: () => refresh() });
  let list = [];
  let openId = null;
  let openLocale = null;
  let typing;

  const refresh = coalesce(async () => {
    list = await api.articles({ q: search.value, locale: locale.value, state: state.value, limit: LIST_LIMIT });
    await editor.refresh();
    render();
  });

  search.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => attempt(refresh), TYPING_MS);
  });
  locale.addEventListener('change', () => attempt(refresh));
  state.addEventListener('change', () => attempt(refresh));
  byId('article-filters').addEventListener('submit', (event) => event.preventDefault());
  byId('editor-back').addEventListener('click', leave);

  function render() {
    const choice = (value, text) => ({ key: value || 'all', shows: text, create: () => h('option', { value }, text) });
    reconcile(locale, [choice('', t('allLanguages')), ...context.workspace.locales.map((one) => choice(one, one))]);
    reconcile(state, [choice('', t('allStates')), choice('published', t('statePublished')), choice('draft', t('stateDraft'))]);
    byId('article-count').textContent = list.length === LIST_LIMIT ? t('articlesCut', LIST_LIMIT) : list.length === 0 ? t('noArticles') : t('articlesShown', list.length);
    reconcile(byId('article-list'), list.map(item));
    section.dataset.view = openId ? 'item' : 'list';
    byId('article-placeholder').hidden = openId !== null;
    editor.render();
  }

  function item(article) {
    const active = article.id === openId && article.locale === openLocale;
    const time = since(article.updated_at * 1000);
    const open = () => go({ article: article.id, locale: article.locale }, { focus: 'editor' });
    return {
      key: `${article.id} ${article.locale}`,
      shows: [article, active, time, language()],
      create: () => h('li', {}, h('button', {
        type: 'button',
        class: 'row',
        'data-testid': 'article-item',
        'data-article-id': article.id,
        'data-locale': article.locale,
        'data-state': article.state,
        'aria-current': active ? 'true' : null,
        on: { click: open },
      },
      h('span', { class: 'row-title', lang: article.locale }, article.title),
      h('span', { class: 'row-foot' },
        h('span', { class: `chip ${article.state}` }, t(article.state === 'published' ? 'statePublished' : 'stateDraft')),
        h('span', { class: 'chip' }, article.locale),
        article.audience !== 'everyone' && h('span', { class: 'chip waiting' }, t('restricted')),
        h('span', { class: 'row-time' }, time)))),
    };
  }

  async function leave() {
    const from = openId;
    await go({ article: null, locale: null });
    section.querySelector(`[data-article-id="${CSS.escape(from)}"]`)?.focus();
  }

  return {
    refresh,
    render,
    async open(articleId, articleLocale) {
      openId = articleId;
      openLocale = articleLocale;
      render();
      await editor.open(articleId, articleLocale);
      await refresh();
    },
    mayLeave: (articleId, articleLocale) => editor.mayLeave(articleId, articleLocale),
    onHint: ({ type }) => type === 'article.changed' && refresh(),
    escape: () => openId !== null && byId('editor-back').offsetParent !== null && leave(),
  };
}
