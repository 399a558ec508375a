import { en } from '../i18n/en.js';
import { fr } from '../i18n/fr.js';

const TEXTS = { en, fr };
const listeners = [];
let current = 'en';

export const language = () => current;

/** The language of the pages that suits a locale: "fr-FR" → "fr"; English for everything else. */
export const languageFor = (locale) => (locale?.toLowerCase().startsWith('fr') ? 'fr' : 'en');

/** A text; those with gaps are functions of what fills them. */
export function t(key, ...values) {
  const text = TEXTS[current][key];
  if (text === undefined) {
    throw new Error(`No text "${key}" in ${current}`);
  }

  return typeof text === 'function' ? text(...values) : text;
}

export function setLanguage(chosen) {
  current = chosen;
  document.documentElement.lang = chosen;
  translateStatic();
  for (const listener of listeners) {
    listener();
  }
}

export const onLanguage = (listener) => listeners.push(listener);

/** The button shows the other language by its own name, for those who cannot read the present one. */
export function bindLanguageToggle(button, onToggle) {
  button.addEventListener('click', () => onToggle(current === 'fr' ? 'en' : 'fr'));
  onLanguage(() => {
    const other = current === 'fr' ? 'en' : 'fr';
    button.textContent = TEXTS[other].languageName;
    button.lang = other;
  });
}

const STATIC_ATTRIBUTES = { 'data-t-label': 'aria-label', 'data-t-placeholder': 'placeholder' };

/** Fills what the HTML only names: <h2 data-t="conversations"></h2>, <textarea data-t-placeholder="writeMessage">. */
function translateStatic() {
  for (const element of document.querySelectorAll('[data-t]')) {
    element.textContent = t(element.dataset.t);
  }

  for (const [key, attribute] of Object.entries(STATIC_ATTRIBUTES)) {
    for (const element of document.querySelectorAll(`[${key}]`)) {
      element.setAttribute(attribute, t(element.getAttribute(key)));
    }
  }
}
