import { byId } from './dom.js';

const NEAR_PX = 80;

/** Keeps the newest message in sight, unless the reader has scrolled up: then a button leads there. */
export function bindScrolling() {
  const scroller = byId('scroller');
  const jump = byId('jump');
  const nearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
    jump.hidden = true;
  };
  scroller.addEventListener('scroll', () => {
    if (nearEnd()) {
      jump.hidden = true;
    }
  });
  jump.addEventListener('click', () => {
    toEnd();
    scroller.focus();
  });

  /** Runs what changes the content. */
  return function keepEnd(update, { force = false } = {}) {
    const follow = force || nearEnd();
    const height = scroller.scrollHeight;
    update();
    if (follow) {
      toEnd();
    } else if (scroller.scrollHeight > height) {
      jump.hidden = false;
    }
  };
}
