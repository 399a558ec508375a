import { readAddress, writeAddress } from '../shared/address.js';
import { byId, h, reconcile } from '../shared/dom.js';
import { listen } from '../shared/events.js';
import { bindLanguageToggle, languageFor, onLanguage, setLanguage, t } from '../shared/i18n.js';
import { attempt, showLive } from '../shared/notices.js';
import { createArticles } from './articles.js';
import { context, isBot, loadWorkspace } from './context.js';
import { createConversations } from './conversations.js';
import { createFaultSign } from './fault-sign.js';
import { createFaults } from './faults.js';
import { DEFAULT_FILTER, isFilter } from './filters.js';

const TICK_MS = 30000;

const faultSign = createFaultSign();
const tabs = {
  conversations: createConversations(go),
  articles: createArticles(go),
  faults: createFaults(faultSign.refresh),
};
let tab = 'conversations';

/**
 * Opens something and writes it into the address.
 * @param where parts of the address: tab, conversation, filter, article, locale; null takes one away.
 * @param focus id of the element that gets the focus.
 */
async function go(where, { focus } = {}) {
  const address = { ...readAddress(), ...where };
  if (!(await tabs.articles.mayLeave(address.article ?? null, address.locale ?? null))) {
    return;
  }

  writeAddress(address);
  await attempt(follow);
  if (focus) {
    byId(focus).focus();
  }
}

/** Shows what the address says. */
async function follow() {
  const address = readAddress();
  tab = Object.hasOwn(tabs, address.tab ?? '') ? address.tab : 'conversations';
  context.agentId = agentFrom(address);
  for (const button of byId('tabs').children) {
    const current = button.dataset.tab === tab;
    byId(`tab-${button.dataset.tab}`).hidden = !current;
    button.setAttribute('aria-current', current ? 'page' : 'false');
  }

  renderHead();
  if (tab !== 'faults') {
    tabs.faults.leave();
  }

  switch (tab) {
    case 'articles':
      await tabs.articles.open(address.article ?? null, address.locale ?? null);
      break;
    case 'faults':
      await tabs.faults.open();
      break;
    default:
      await tabs.conversations.open(address.conversation ?? null, isFilter(address.filter) ? address.filter : DEFAULT_FILTER);
  }
}

function agentFrom({ agent }) {
  const people = context.workspace.admins.filter((admin) => !isBot(admin.id));
  return (people.find((admin) => admin.id === agent) ?? people[0])?.id ?? null;
}

function renderHead() {
  const { workspace } = context;
  document.title = t('inboxTitle', workspace.app.name);
  byId('product').textContent = workspace.app.name;
  reconcile(byId('agent-select'), workspace.admins.filter((admin) => !isBot(admin.id)).map((admin) => ({
    key: admin.id,
    shows: admin.name,
    create: () => h('option', { value: admin.id }, admin.name),
  })));
  byId('agent-select').value = context.agentId;
}

function render() {
  if (context.workspace) {
    renderHead();
    tabs[tab].render();
    faultSign.render();
  }
}

async function start() {
  await loadWorkspace();
  await Promise.all([follow(), faultSign.refresh()]);
}

async function onHint(hint) {
  const fresh = hint.type === 'workspace.reset' || hint.type === 'connected' || context.workspace === null;
  if (hint.type === 'faults.changed') {
    faultSign.refresh().catch(() => {}); // as below
  }

  const task = fresh ? start() : hint.type === 'resync' ? tabs[tab].refresh() : tabs[tab].onHint(hint);
  await Promise.resolve(task).catch(() => {}); // the line at the top already says when the Simulator is away
}

bindLanguageToggle(byId('language-toggle'), (chosen) => {
  writeAddress({ ...readAddress(), lang: chosen }, { replace: true });
  setLanguage(chosen);
});
onLanguage(render);
byId('tabs').addEventListener('click', (event) => {
  const chosen = event.target.closest('[data-tab]')?.dataset.tab;
  if (chosen) {
    go({ tab: chosen });
  }
});
byId('agent-select').addEventListener('change', (event) => go({ agent: event.target.value }));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !byId('question').open) {
    tabs[tab].escape();
  }
});
addEventListener('popstate', () => attempt(follow));
setInterval(render, TICK_MS);

setLanguage(languageFor(readAddress().lang ?? navigator.language));
await attempt(start);
listen(onHint, showLive);
