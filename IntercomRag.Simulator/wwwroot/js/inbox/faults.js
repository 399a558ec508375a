import * as api from '../shared/api.js';
import { coalesce } from '../shared/coalesce.js';
import { byId, h, reconcile } from '../shared/dom.js';
import { language, t } from '../shared/i18n.js';
import { attempt } from '../shared/notices.js';
import { fullMoment, moment } from '../shared/time.js';
import { readFaults, renderFaults } from './fault-form.js';

const FOLLOW_MS = 3000;

/**
 * The tab that breaks things on purpose and shows what became of the webhooks.
 * @param onSet called after other settings are in force.
 */
export function createFaults(onSet) {
  let settings = null;
  let typed = false;
  let webhooks = null;
  let following;

  const refresh = coalesce(async () => {
    webhooks = await api.webhooks();
    render();
  });

  const set = (wanted) => attempt(async () => {
    settings = await api.setFaults(wanted);
    typed = false;
    renderFaults(settings);
    byId('faults-status').textContent = t('faultsSaved');
    await Promise.all([onSet(), refresh()]);
  });

  byId('faults-form').addEventListener('submit', (event) => {
    event.preventDefault();
    set(readFaults());
  });
  byId('faults-form').addEventListener('input', () => {
    typed = true;
    byId('faults-status').textContent = '';
  });
  for (const button of ['faults-off', 'clear-faults']) {
    byId(button).addEventListener('click', () => set({}));
  }

  byId('set-live').addEventListener('click', () => attempt(async () => {
    await api.setWebhooksLive();
    await refresh();
  }));

  async function read() {
    settings = await api.faults();
    renderFaults(settings, { keep: typed });
  }

  function render() {
    if (webhooks === null) {
      return;
    }

    const { state, waiting, deliveries } = webhooks;
    byId('subscription').textContent = t('subscription', t('subscriptionStates')[state] ?? state, waiting);
    byId('set-live').hidden = state === 'live';
    byId('no-deliveries').hidden = deliveries.length > 0;
    reconcile(byId('deliveries'), deliveries.map(deliveryRow));
  }

  return {
    refresh,
    render() {
      if (settings !== null) {
        renderFaults(settings, { keep: true });
      }

      render();
    },
    async open() {
      await read();
      following ??= setInterval(() => refresh().catch(() => {}), FOLLOW_MS); // the line at the top says when nobody answers
      await refresh();
    },
    leave() {
      clearInterval(following);
      following = undefined;
    },
    onHint: ({ type }) => type === 'faults.changed' && read(),
    escape: () => {},
  };
}

function deliveryRow(delivery, index) {
  const { id, topic, subject_id: subject, status_code: status, attempts, ms, outcome, error, created_at_ms: at } = delivery;
  const cells = [topic, subject, t('outcomes')[outcome] ?? outcome, [status, error].filter(Boolean).join(' '), attempts, ms];
  return {
    key: `${id ?? topic} ${attempts} ${outcome} ${at} ${status}${id ? '' : index}`,
    shows: [cells, language()],
    create: () => h('tr', { class: `outcome-${outcome}`, 'data-testid': 'delivery', 'data-outcome': outcome },
      h('td', {}, h('time', { datetime: new Date(at).toISOString(), title: fullMoment(at) }, moment(at))),
      cells.map((cell) => h('td', {}, String(cell)))),
  };
}
