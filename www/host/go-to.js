/**
 * @file Brings a place of the page text into view and shows it for a moment. It goes by offsets, so it also works where nothing is
 * marked: a key sentence, a term in a heading.
 */

import { adopt } from './styles.js';

/** @typedef {import('./types.js').Mark} Mark */

const NAME = 'glossator-flash';

/** ms that the place stays highlighted: time for the eyes to come over from the sidebar, and no longer than a glance. */
const FLASH = 1600;

const STYLE = `::highlight(${NAME}) { background-color: var(--gloss-flash, color-mix(in srgb, Highlight 32%, transparent)); }`;

/** @type {(() => void) | undefined} ends the flash that is there */
let endFlash;

/**
 * @param {Range} range  the place
 * @param {Mark | undefined} mark  the mark there, where there is one: it takes the focus, and else the element that the text is in
 * @param {AbortSignal} signal  ends a flash that is still there
 */
export function goTo(range, mark, signal) {
  const view = range.startContainer.ownerDocument?.defaultView;
  if (!view) return;
  openAround(range.startContainer);
  scrollTo(range, view);
  // The next press of Tab goes on from here, and a screen reader reads on.
  lendFocus(mark?.element ?? range.startContainer.parentElement, signal);
  flash(range, view, signal);
}

/**
 * Moves the focus. What cannot have it is lent it until it goes elsewhere.
 * @param {HTMLElement | null} element
 * @param {AbortSignal} signal  takes it back
 */
export function lendFocus(element, signal) {
  // This file may have come when all was over.
  if (!element || signal.aborted) return;
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    const lent = new AbortController();
    const takeBack = () => {
      element.removeAttribute('tabindex');
      lent.abort();
    };
    element.setAttribute('tabindex', '-1');
    element.addEventListener('blur', takeBack, { signal: lent.signal });
    signal.addEventListener('abort', takeBack, { signal: lent.signal });
  }
  element.focus({ preventScroll: true });
}

/**
 * @param {Range} range
 * @param {Window & typeof globalThis} view
 * @param {AbortSignal} signal
 */
function flash(range, view, signal) {
  endFlash?.();
  if (!view.CSS?.highlights || typeof view.Highlight !== 'function') return;
  const unadopt = adopt(/** @type {Document | ShadowRoot} */ (range.startContainer.getRootNode()), STYLE);
  view.CSS.highlights.set(NAME, new view.Highlight(range));
  const end = () => {
    endFlash = undefined;
    view.clearTimeout(timer);
    signal.removeEventListener('abort', end);
    view.CSS.highlights.delete(NAME);
    unadopt();
  };
  const timer = view.setTimeout(end, FLASH);
  signal.addEventListener('abort', end);
  endFlash = end;
}

/** Opens what is folded away around a node, as a search in the page does. @param {Node} node */
function openAround(node) {
  for (let details = node.parentElement?.closest('details'); details; details = details.parentElement?.closest('details')) details.open = true;
}

/**
 * Ranges have no `scrollIntoView`, and an element around a place may be taller than the window.
 * @param {Range} range
 * @param {Window & typeof globalThis} view
 */
function scrollTo(range, view) {
  const { document } = view;
  const behavior = view.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  const page = document.scrollingElement ?? document.documentElement;
  const first = range.getClientRects()[0] ?? range.getBoundingClientRect();
  // Where the place will be once the boxes inside have scrolled.
  let { top, left } = first;
  const { width, height } = first;
  for (let box = range.startContainer.parentElement; box && box !== page && box !== document.body; box = box.parentElement) {
    const isTall = box.scrollHeight > box.clientHeight;
    const isWide = box.scrollWidth > box.clientWidth;
    if ((!isTall && !isWide) || !/auto|scroll/.test(view.getComputedStyle(box).overflow)) continue;
    const frame = box.getBoundingClientRect();
    const dy = isTall ? reach(box.scrollTop, top + height / 2 - frame.top - box.clientHeight / 2, box.scrollHeight - box.clientHeight) : 0;
    const dx = isWide && (left < frame.left || left + width > frame.right) ? left + width / 2 - frame.left - box.clientWidth / 2 : 0;
    box.scrollBy({ top: dy, left: dx, behavior });
    top -= dy;
    left -= dx;
  }
  view.scrollBy({ top: top + height / 2 - view.innerHeight / 2, behavior });
}

/**
 * How far a box really scrolls.
 * @param {number} from
 * @param {number} by
 * @param {number} most
 */
function reach(from, by, most) {
  return Math.max(-from, Math.min(by, most - from));
}
