/**
 * @file Keeps a card at its mark while the page scrolls, resizes, loads its pictures. Measures, asks `placement.js`,
 * writes a few custom properties; one measurement a frame at most, and none while nothing moves.
 *
 * Where the card goes is measured, because CSS knows neither the line of the mark that the pointer is on nor what of a pinched page is seen.
 * That it stays there is CSS's: what is written is the distance from the mark, as an anchor (`anchor()`), so that the browser scrolls both together and not one a frame
 * after the other. Whether that has put the card where it was to go is looked at; where it has not (a painted mark is no element, a transformed parent is
 * not known to all browsers), the place itself is written.
 *
 * Works under transforms and in scrolled boxes because both sides are measured in client coordinates and the card is in
 * the top layer.
 *
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./card.js').Card} Card
 * @typedef {import('./placement.js').Box} Box
 * @typedef {import('./placement.js').Point} Point
 */

import { isElement } from './dom.js';
import { nearestBox, place } from './placement.js';

/**
 * Below it, and where fingers point, the card is a sheet at the lower edge: in CSS px, wider than phones held upright. A narrow
 * window with a mouse keeps the card at the mark (this is also what 400 % zoom makes of a desktop).
 */
const SHEET = '(max-width: 479.98px) and (pointer: coarse)';

/** In CSS px: with less room than this the foot scrolls with the text; standing still it would take half of the card. */
const LOW = 260;

/** In em of the card: the most it grows to, as in styles.js. */
const TALLEST = 30;

/** Between the mark and a sheet that would have covered it, in CSS px: a line of text. */
const CLEARANCE = 28;

/** The card's inner padding in CSS px: its text lines up with the marked text. Matches `.body` of styles.js. */
const INSET = 19;

/** From this scale on a page is pinched: browsers round to less. */
const PINCHED = 1.01;

/** Of the height that is seen, the most that a sheet takes of a pinched page; of others as in card-styles.js. */
const SHEET_PART = 0.68;

/** CSS px: within it, the browser has put the card where it was to go. */
const EXACT = 1;

/**
 * @param {Mark} mark
 * @returns {Element | null}  the element that the mark is in
 */
export function parentOf(mark) {
  if (mark.element) return mark.element.parentElement;
  const node = mark.range()?.startContainer;
  return isElement(node) ? node : (node?.parentElement ?? null);
}

/**
 * @param {Element} element
 * @returns {Element[]}  the boxes around it that can scroll it out of sight
 */
function clippers(element) {
  const found = [];
  for (let at = element.parentElement; at && at !== at.ownerDocument.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX !== 'visible' || overflowY !== 'visible') found.push(at);
  }
  return found;
}

/**
 * @param {Box} box
 * @param {Box} frame
 */
const isOutside = (box, frame) =>
  box.x + box.width <= frame.x || box.x >= frame.x + frame.width || box.y + box.height <= frame.y || box.y >= frame.y + frame.height;

/** @param {Element} scroller */
const hidden = (scroller) => scroller.scrollHeight - scroller.clientHeight;

/** @param {Window} view @returns {Box & {isPinched: boolean}}  what can be seen, also of a page that is pinched larger */
function viewportOf(view) {
  const { clientWidth, clientHeight } = view.document.documentElement;
  const seen = view.visualViewport;
  return seen
    ? { x: seen.offsetLeft, y: seen.offsetTop, width: seen.width, height: seen.height, isPinched: seen.scale > PINCHED }
    : { x: 0, y: 0, width: clientWidth, height: clientHeight, isPinched: false };
}

/** @param {HTMLElement} host @param {Record<string, string | null>} properties  by name; null: away with it */
function write({ style }, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null) style.removeProperty(`--_${name}`);
    else style.setProperty(`--_${name}`, value);
  }
}

/**
 * Puts the card at the mark and keeps it there until `signal` aborts.
 *
 * @param {Card} card
 * @param {Mark} mark
 * @param {Point | null} point  the pointer, where there is one: of a mark over two lines, its line is the anchor
 * @param {() => void} lost  the marked text is no longer on the page
 * @param {AbortSignal} signal
 */
export function follow(card, mark, point, lost, signal) {
  const { host, panel } = card;
  const view = /** @type {Window & typeof globalThis} */ (host.ownerDocument.defaultView);
  const parent = parentOf(mark);
  const boxes = mark.rects();
  if (!parent || !boxes.length) return lost();
  const line = nearestBox(boxes, point);
  const frames = clippers(parent);
  const { direction, writingMode } = getComputedStyle(parent);
  const writing = writingMode === 'vertical-rl' || writingMode === 'vertical-lr' ? writingMode : 'horizontal';
  let frame = 0;
  /** @type {import('./placement.js').Side | undefined} */
  let side;
  /** Does CSS hold the card? Looked at once: after a scroll the browser moves it with the next frame, and says so no earlier. @type {boolean | undefined} */
  let isHeld = view.CSS.supports('top: anchor(top)') ? undefined : false;

  const update = () => {
    frame = 0;
    const now = mark.rects();
    const anchor = now[line] ?? now[0];
    if (!anchor) return lost();
    const sheet = view.matchMedia(SHEET).matches;
    const viewport = viewportOf(view);
    const { x, y, width, height, isPinched } = viewport;
    host.toggleAttribute('sheet', sheet);
    write(host, { w: isPinched ? `${width}px` : null });
    if (!sheet) {
      const body = panel.querySelector('.body');
      // The full height, of which what scrolls shows a part. Offset sizes leave the opening motion out of account.
      const whole = panel.offsetHeight + hidden(panel) + (body ? hidden(body) : 0);
      const most = parseFloat(getComputedStyle(panel).fontSize) * TALLEST;
      const at = place({
        anchor, viewport, writing, inset: INSET, ...(side && { keep: side }),
        card: { width: panel.offsetWidth, height: Math.min(whole, most) },
        dir: direction === 'rtl' ? 'rtl' : 'ltr',
      });
      side = at.side;
      const isAcross = at.side === 'top' || at.side === 'bottom';
      const far = at.side === 'top' || at.side === 'left' ? '100%' : '0%';
      write(host, { h: `${at.maxHeight}px`, origin: isAcross ? `${at.arrow}px ${far}` : `${far} ${at.arrow}px` });
      const end = far === '0%' ? 0 : 1;
      const shown = Math.min(whole, most, at.maxHeight);
      write(host, { l: `${at.x}px`, t: `${at.y}px`, bw: `${panel.offsetWidth}px`, bh: `${shown}px` });
      putAt(at, isAcross ? { x: at.arrow, y: end * panel.offsetHeight } : { x: end * panel.offsetWidth, y: at.arrow });
      host.toggleAttribute('low', at.maxHeight < Math.min(LOW, whole));
      host.toggleAttribute('away', isOutside(anchor, viewport) || frames.some((box) => isOutside(anchor, box.getBoundingClientRect())));
    } else {
      const { clientHeight } = host.ownerDocument.documentElement;
      write(host, isPinched
        ? { x: `${x}px`, b: `${clientHeight - y - height}px`, h: `${height * SHEET_PART}px` }
        : { x: null, b: null, h: null });
      const bottom = isPinched ? y + height : clientHeight;
      write(host, { l: isPinched ? `${x}px` : null, t: `${bottom - panel.offsetHeight}px`, bw: `${panel.offsetWidth}px`, bh: `${panel.offsetHeight}px` });
      host.removeAttribute('away');
      host.removeAttribute('low');
    }
    const body = panel.querySelector('.body');
    // What scrolls must be reachable by keyboard; what does not must not be a tab stop.
    if (body && hidden(body) > 1) body.setAttribute('tabindex', '0');
    else body?.removeAttribute('tabindex');
  };
  /** @param {Point} at  client coordinates @param {Point} origin  of its opening motion, from its corner */
  const putAt = ({ x, y }, origin) => {
    if (isHeld !== false && mark.element) {
      const from = mark.element.getBoundingClientRect();
      // Rounded, so that what has not moved is not written anew.
      write(host, { x: `calc(anchor(left) + ${(x - from.x).toFixed(3)}px)`, y: `calc(anchor(top) + ${(y - from.y).toFixed(3)}px)` });
      if (isHeld === undefined) {
        // What is seen of it: WebKit's computed place leaves out how far the page is scrolled. Opening, it is still a little smaller.
        const got = panel.getBoundingClientRect();
        const less = 1 - got.width / panel.offsetWidth;
        isHeld = Math.abs(got.x - x - origin.x * less) <= EXACT && Math.abs(got.y - y - origin.y * less) <= EXACT;
      }
      if (isHeld) return;
    }
    write(host, { x: `${x}px`, y: `${y}px` });
  };
  /** Scrolls a mark out from under the sheet that explains it. */
  const uncover = () => {
    const covered = (mark.rects().at(-1)?.bottom ?? 0) + CLEARANCE - (view.innerHeight - panel.offsetHeight);
    const behavior = view.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
    if (covered > 0) view.scrollBy({ top: covered, behavior });
  };
  const schedule = () => {
    frame ||= view.requestAnimationFrame(update);
  };

  update();
  if (host.hasAttribute('sheet')) uncover();
  const sizes = new ResizeObserver(schedule);
  sizes.observe(panel);
  sizes.observe(host.ownerDocument.documentElement);
  view.addEventListener('scroll', schedule, { capture: true, passive: true, signal });
  view.addEventListener('resize', schedule, { signal });
  view.visualViewport?.addEventListener('scroll', schedule, { signal });
  view.visualViewport?.addEventListener('resize', schedule, { signal });
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    sizes.disconnect();
  });
}
