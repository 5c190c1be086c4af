/** @file Changes that are read out. */

/**
 * Has a screen reader read out what a text changes to, once its control has had the focus. Not before: what is in the page as a live region with words in it would be read out as it comes.
 * @param {HTMLElement} text
 * @param {HTMLElement} control  of ours, or what is around it: it takes its listener along
 */
export function readOut(text, control) {
  control.addEventListener('focusin', () => text.setAttribute('aria-live', 'polite'), { once: true });
}
