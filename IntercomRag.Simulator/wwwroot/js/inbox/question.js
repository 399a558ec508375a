import { byId } from '../shared/dom.js';

/** Asks before something is lost. Escape means no. */
export function ask(text, yes) {
  const dialog = byId('question');
  byId('question-text').textContent = text;
  byId('question-yes').textContent = yes;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}
