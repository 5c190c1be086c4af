/**
 * @file Going to a place in the page text: it scrolls into the middle, shows itself for a moment, and takes the focus where there is a mark.
 *
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').PageText} PageText
 */

import { locate } from './reader.js';

/** Of `styles.js`: the look of an open mark. */
const FLASH_HIGHLIGHT = 'glossator-open';

/** ms that the place stands out: long enough to be found after the scroll, short enough not to stay. */
const FLASH = 1600;

/**
 * @param {PageText} page
 * @param {{start: number, end: number}} place
 * @param {Mark[]} marks
 */
export function goTo(page, { start, end }, marks) {
  const pieces = locate(page, start, end);
  // Where we split a text node, its offsets have moved; a mark knows where its text is.
  const mark = marks.find((candidate) => candidate.start === start);
  const element = mark?.element?.isConnected ? mark.element : pieces[0]?.node.parentElement;
  const view = element?.ownerDocument.defaultView;
  if (!element || !view) return;
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  if (mark?.element) mark.element.focus({ preventScroll: true });
  flash(view, mark ?? null, element, calm);
}

/** @param {Window & typeof globalThis} view @param {Mark | null} mark @param {Element} element @param {boolean} calm */
function flash(view, mark, element, calm) {
  const range = mark?.range();
  if (range && !mark?.element && view.CSS.highlights) {
    const highlight = new view.Highlight(range);
    view.CSS.highlights.set(FLASH_HIGHLIGHT, highlight);
    view.setTimeout(() => {
      if (view.CSS.highlights.get(FLASH_HIGHLIGHT) === highlight) view.CSS.highlights.delete(FLASH_HIGHLIGHT);
    }, FLASH);
    return;
  }
  const color = 'color-mix(in srgb, currentColor 18%, transparent)';
  const targets = mark?.elements.length ? mark.elements : [element];
  for (const target of targets) {
    target.animate([{ backgroundColor: color }, { backgroundColor: color, offset: 0.6 }, { backgroundColor: 'transparent' }], {
      duration: FLASH,
      easing: calm ? 'steps(1)' : 'ease-out',
    });
  }
}
