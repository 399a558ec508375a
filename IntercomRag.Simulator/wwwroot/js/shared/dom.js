export const byId = (elementId) => document.getElementById(elementId);

/**
 * Makes an element. Texts become text nodes, so nothing here can turn into markup.
 * @param properties attributes; true is an empty attribute, false, null and undefined are left out. `on` holds listeners.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  const { on = {}, ...attributes } = properties;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }

  for (const [type, listener] of Object.entries(on)) {
    element.addEventListener(type, listener);
  }

  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Brings the children of `parent` in line with `entries` and leaves every child alone that already shows the same: focus,
 * selection and scroll position survive updates.
 * @param entries objects with `key`, `shows` (anything whose JSON changes when the child must be made anew) and `create`.
 */
export function reconcile(parent, entries) {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const focusedKey = focused?.closest('[data-key]')?.dataset.key;
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let next = parent.firstElementChild;
  for (const { key, shows, create } of entries) {
    const signature = JSON.stringify(shows);
    const old = known.get(key);
    known.delete(key);
    let child = old;
    if (old?.dataset.signature !== signature) {
      child = create();
      child.dataset.key = key;
      child.dataset.signature = signature;
      next = old && old === next ? child : next;
      old?.replaceWith(child);
    }

    if (child === next) {
      next = next.nextElementSibling;
    } else {
      parent.insertBefore(child, next);
    }
  }

  for (const gone of known.values()) {
    gone.remove();
  }

  if (focused && document.activeElement !== focused) {
    refocus(parent, focused, focusedKey);
  }
}

function refocus(parent, focused, key) {
  if (parent.contains(focused)) {
    focused.focus({ preventScroll: true });
    return;
  }

  const child = [...parent.children].find((candidate) => candidate.dataset.key === key);
  (child?.querySelector('button, a, input') ?? child)?.focus({ preventScroll: true });
}
