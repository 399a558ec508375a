import { byId } from '../shared/dom.js';

/** The customer's panel: beside the conversation in wide windows, over it and opened by a button in others. */
export function bindDetails() {
  const section = byId('tab-conversations');
  const opener = byId('details-open');
  const isOpen = () => section.dataset.details === 'open';
  const close = () => {
    section.dataset.details = 'closed';
    opener.setAttribute('aria-expanded', 'false');
    opener.focus();
  };

  opener.setAttribute('aria-expanded', 'false');
  opener.addEventListener('click', () => {
    section.dataset.details = 'open';
    opener.setAttribute('aria-expanded', 'true');
    byId('details-close').focus();
  });
  byId('details-close').addEventListener('click', close);

  /** Closes the panel; false when there was nothing to close. */
  return function closeDetails() {
    const covering = isOpen() && byId('details-close').offsetParent !== null;
    if (covering) {
      close();
    }

    return covering;
  };
}
