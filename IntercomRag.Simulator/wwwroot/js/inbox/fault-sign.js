import * as api from '../shared/api.js';
import { coalesce } from '../shared/coalesce.js';
import { byId } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

const FOLLOW_MS = 3000;

/** The line that says on every tab that things go wrong on purpose. */
export function createFaultSign() {
  let state = null;
  let following;

  const refresh = coalesce(async () => {
    state = await api.faultState();
    render();
    clearTimeout(following);
    if (state.active) {
      following = setTimeout(() => refresh().catch(() => {}), FOLLOW_MS); // faults end by themselves too
    }
  });

  function render() {
    byId('faults-on').hidden = !state?.active;
    if (state?.active) {
      byId('faults-on-text').textContent = t('faultsOn', state.webhook_faults + state.rest_faults);
    }
  }

  return { refresh, render };
}
