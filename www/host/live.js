/** @file Changes that are read out. */

/**
 * Has a screen reader read out what texts of the class `live` change to, from when the focus is near them. Not before: what comes into the page as a live region with words in it is read out
 * as it comes.
 * @param {HTMLElement} around  them and what changes them
 * @param {AbortSignal} signal
 */
export function readOut(around, signal) {
  around.addEventListener('focusin', () => {
    for (const text of around.querySelectorAll('.live')) text.setAttribute('aria-live', 'polite');
  }, { signal });
}
