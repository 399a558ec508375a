import { byId } from './dom.js';
import { onLanguage, t } from './i18n.js';

const ERROR_MS = 12000;
const RESTART_MS = 50;
let hiding;

/** Shows what went wrong, and has screen readers say it at once. */
export function showError(error) {
  clearTimeout(hiding);
  byId('alert').textContent = error.unreachable ? t('unreachable') : t('failed', error.message);
  hiding = setTimeout(() => { byId('alert').textContent = ''; }, ERROR_MS);
}

/** Runs what a click asked for; what fails is shown. Returns whether it succeeded. */
export async function attempt(task) {
  try {
    await task();
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}

/** Has screen readers say it when they have finished; the same text twice in a row is said twice. */
export function announce(text) {
  byId('announcer').textContent = '';
  setTimeout(() => { byId('announcer').textContent = text; }, RESTART_MS);
}

/** Says whether changes show by themselves at once, or with a delay because the stream of events is lost. */
export function showLive(live) {
  byId('live').dataset.live = live;
  byId('live').textContent = t(live ? 'live' : 'reconnecting');
}

onLanguage(() => {
  if (byId('live').dataset.live) {
    showLive(byId('live').dataset.live === 'true');
  }
});
