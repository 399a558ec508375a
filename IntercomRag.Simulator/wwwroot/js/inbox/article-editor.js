import * as api from '../shared/api.js';
import { byId, h, reconcile } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { announce, attempt } from '../shared/notices.js';
import { articleHtml } from '../shared/sanitize.js';
import { since } from '../shared/time.js';
import { ask } from './question.js';

/** One language of one article. Changes of others show at once unless there is something unsaved. */
export function bindEditor({ go, onChanged }) {
  const form = byId('editor');
  const title = byId('article-title');
  const description = byId('article-description');
  const body = byId('article-body');
  let articleId = null;
  let locale = null;
  let article = null; // as the workspace has it
  let loaded = null; // as it was when its texts were put into the fields
  let status = null;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change(() => api.saveArticle(articleId, { locale, title: title.value, description: description.value, body_html: body.value }), 'saved');
  });
  byId('publish').addEventListener('click', () => change(() => api.publishArticle(articleId, locale), 'published', { keepsFields: true }));
  byId('unpublish').addEventListener('click', () => change(() => api.unpublishArticle(articleId, locale), 'unpublished', { keepsFields: true }));
  byId('delete-article').addEventListener('click', remove);
  form.addEventListener('input', () => {
    status = null;
    render();
  });

  const content = () => article?.contents.find((one) => one.locale === locale) ?? null;

  const dirty = () => loaded !== null
    && (title.value !== loaded.title || description.value !== loaded.description || body.value !== normalized(loaded.body_html));

  const overtaken = () => loaded !== null && content() !== null
    && ['title', 'description', 'body_html'].some((field) => loaded[field] !== content()[field]);

  async function change(task, done, { keepsFields = false } = {}) {
    await attempt(async () => {
      article = await task();
      status = done;
      if (!keepsFields || !dirty()) {
        fill();
      }

      render();
      announce(t(done));
      onChanged();
    });
  }

  async function remove() {
    if (await ask(t('deleteQuestion', content().title), t('deleteArticle'))) {
      await attempt(async () => {
        await api.deleteArticle(articleId);
        clear();
        announce(t('deleted'));
        await go({ article: null, locale: null });
      });
    }
  }

  function clear() {
    article = null;
    loaded = null;
    status = null;
  }

  function fill() {
    loaded = content();
    title.value = loaded?.title ?? '';
    description.value = loaded?.description ?? '';
    body.value = loaded?.body_html ?? '';
  }

  async function refresh() {
    const wanted = articleId;
    const read = wanted === null ? null : await find(wanted);
    if (wanted !== articleId) {
      return;
    }

    article = read;
    if (!dirty() && overtaken() || loaded === null) {
      fill();
    }

    render();
  }

  function render() {
    const shown = content();
    form.hidden = !shown;
    if (!shown) {
      return;
    }

    const published = shown.state === 'published';
    byId('publish').hidden = published;
    byId('unpublish').hidden = !published;
    byId('editor-status').textContent = dirty() && overtaken() ? t('changedElsewhere') : status ? t(status) : '';
    byId('editor-facts').textContent = [t(published ? 'statePublished' : 'stateDraft'), article.collection, shown.url, t('updatedAgo', since(shown.updated_at * 1000))]
      .filter(Boolean).join(' · ');
    reconcile(byId('editor-locales'), article.contents.map((one) => ({
      key: one.locale,
      shows: [one.locale === locale, articleId],
      create: () => h('button', {
        type: 'button',
        class: 'button small',
        'aria-pressed': String(one.locale === locale),
        on: { click: () => go({ article: articleId, locale: one.locale }) },
      }, one.locale),
    })));
    for (const field of [title, description, body, byId('article-preview')]) {
      field.lang = locale;
    }

    byId('article-preview').replaceChildren(articleHtml(body.value));
  }

  return {
    refresh,
    render,
    async open(newId, newLocale) {
      if (newId === articleId && newLocale === locale) {
        return;
      }

      [articleId, locale] = [newId, newLocale];
      clear();
      render();
      await refresh();
    },

    /** Whether another article may take the place of this one; asks when something is unsaved. */
    async mayLeave(newId, newLocale) {
      const stays = newId === articleId && newLocale === locale;
      return stays || content() === null || !dirty() || ask(t('discardChanges'), t('discard'));
    },
  };
}

async function find(articleId) {
  try {
    return await api.article(articleId);
  } catch (error) {
    if (error.status === 404) {
      return null;
    }

    throw error;
  }
}

// A textarea gives back every line break as \n.
const normalized = (text) => text.replace(/\r\n?/g, '\n');
