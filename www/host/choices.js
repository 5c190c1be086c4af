/**
 * @file What readers have chosen, beyond `destroy()`: it is theirs. A website keeps it in its `localStorage`, on the device and for the site; the extension keeps it to itself.
 * And of that, the terms that a reader does not want to be shown any more, by the ids of their entries: hidden in the card, shown again in the sidebar.
 *
 * @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} Choices
 */

const STORAGE_KEY = 'glossator:known';

/**
 * @param {Choices | undefined} storage
 * @param {string} key
 * @returns {string | null}
 */
export function remembered(storage, key) {
  try {
    return (storage ?? localStorage).getItem(key);
  } catch {
    return null; // storage is off on this site, or for this frame
  }
}

/**
 * @param {Choices | undefined} storage
 * @param {string} key
 * @param {string | null} value  null: nothing to remember
 */
export function remember(storage, key, value) {
  try {
    if (value === null) (storage ?? localStorage).removeItem(key);
    else (storage ?? localStorage).setItem(key, value);
  } catch {
    // nothing is remembered then
  }
}

/** @param {Choices | undefined} storage  @returns {Set<string>} */
export function knownTerms(storage) {
  try {
    const ids = JSON.parse(remembered(storage, STORAGE_KEY) ?? '[]');
    return new Set(Array.isArray(ids) ? ids : []);
  } catch {
    return new Set(); // somebody else's
  }
}

/** @param {Choices | undefined} storage @param {Iterable<string>} ids */
export function rememberKnown(storage, ids) {
  const list = [...ids];
  remember(storage, STORAGE_KEY, list.length ? JSON.stringify(list) : null);
}
