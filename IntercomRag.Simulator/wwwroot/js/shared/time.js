import { language, t } from './i18n.js';

const DAY_MS = 24 * 3600 * 1000;

/** "14:05" today, "21 Nov, 14:05" on other days. */
export function moment(ms) {
  const then = new Date(ms);
  const today = then.toDateString() === new Date().toDateString();
  const day = today ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale(), { ...day, hour: '2-digit', minute: '2-digit' }).format(then);
}

/** The whole date and time, for titles. */
export const fullMoment = (ms) => new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(ms));

/** How long ago, in one unit: "now", "4 min", "3 h", "2 d". */
export function since(ms) {
  const passed = Math.max(0, Date.now() - ms);
  if (passed < 60_000) {
    return t('justNow');
  }

  const [value, unit] = passed < 3600_000 ? [passed / 60_000, 'minute'] : passed < DAY_MS ? [passed / 3600_000, 'hour'] : [passed / DAY_MS, 'day'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(Math.floor(value));
}

// British English writes the day before the month and the hour from 0 to 24, as the demo's customers do.
const locale = () => (language() === 'fr' ? 'fr-FR' : 'en-GB');
