import { language, t } from './i18n.js';

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;
const MONTH_MS = 30 * DAY_MS;

/** "14:05" today, "21 Nov, 14:05" on other days. */
export function moment(ms) {
  const then = new Date(ms);
  const today = then.toDateString() === new Date().toDateString();
  const day = today ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale(), { ...day, hour: '2-digit', minute: '2-digit' }).format(then);
}

/** The whole date and time, for titles. */
export const fullMoment = (ms) => new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(ms));

/** How long ago, in one unit: "now", "4 min", "3 h", "2 d"; after a month the date: "13 Apr 2026". */
export function since(ms) {
  const passed = Math.max(0, Date.now() - ms);
  if (passed < 60_000) {
    return t('justNow');
  }

  if (passed > MONTH_MS) {
    return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(ms));
  }

  const [value, unit] = passed < HOUR_MS ? [passed / 60_000, 'minute'] : passed < DAY_MS ? [passed / HOUR_MS, 'hour'] : [passed / DAY_MS, 'day'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(Math.floor(value));
}

// British English writes the day before the month and the hour from 0 to 24, as the demo's customers do.
const locale = () => (language() === 'fr' ? 'fr-FR' : 'en-GB');
