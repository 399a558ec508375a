// What is open stands in the page's address, so that reloading, going back and sending the link to somebody work.

/** The parameters of the address as an object. */
export const readAddress = () => Object.fromEntries(new URLSearchParams(location.search));

/** @param parameters null values are left out. */
export function writeAddress(parameters, { replace = false } = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined);
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  if (search !== location.search) {
    history[replace ? 'replaceState' : 'pushState'](null, '', location.pathname + search);
  }
}
