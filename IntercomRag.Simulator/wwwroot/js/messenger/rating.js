import * as api from '../shared/api.js';
import { byId, h } from '../shared/dom.js';
import { onLanguage, t } from '../shared/i18n.js';
import { attempt } from '../shared/notices.js';

const SVG = 'http://www.w3.org/2000/svg';

// Mouths from a frown to a laugh, on a face of 32 by 32.
const MOUTHS = ['M9 23q7-8 14 0', 'M10 22q6-4 12 0', 'M10 21h12', 'M10 19q6 5 12 0', 'M8.5 18q7.5 10 15 0z'];

/** Five faces under a closed conversation. */
export function bindRating(current, onRated) {
  const form = byId('rating');
  const remark = byId('remark-input');
  const rate = (score, text) => attempt(async () => {
    await api.rate(current().id, score, text || null);
    await onRated();
  });

  const faces = MOUTHS.map((mouth, index) =>
    h('button', { type: 'button', class: 'face', 'data-testid': `rate-${index + 1}`, on: { click: () => rate(index + 1) } }, face(mouth)));
  byId('faces').append(...faces);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await rate(current().rating.rating, remark.value.trim());
  });
  onLanguage(() => faces.forEach((button, index) => button.setAttribute('aria-label', t(`rating${index + 1}`))));

  return (conversation) => {
    const given = conversation?.rating;
    form.hidden = !conversation || conversation.state !== 'closed';
    faces.forEach((button, index) => button.setAttribute('aria-pressed', String(given?.rating === index + 1)));
    byId('remark').hidden = !given || Boolean(given.remark);
    byId('rating-thanks').textContent = given ? t('ratingThanks') : '';
  };
}

function face(mouth) {
  const svg = shape('svg', { viewBox: '0 0 32 32', width: 36, height: 36, 'aria-hidden': 'true' });
  svg.append(
    shape('circle', { cx: 16, cy: 16, r: 13.5, class: 'face-outline' }),
    shape('circle', { cx: 11.5, cy: 13, r: 1.7, class: 'face-eye' }),
    shape('circle', { cx: 20.5, cy: 13, r: 1.7, class: 'face-eye' }),
    shape('path', { d: mouth, class: 'face-mouth' }));
  return svg;
}

function shape(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }

  return element;
}
