/**
 * @file When the tooltip opens and closes. Every listener and timer ends with `signal` or `destroy()`.
 *
 * It is open for one of three reasons. *hover*: the pointer rests on the mark; it closes when the pointer leaves mark and
 * card. *focus*: the keyboard is on the mark; it closes when focus goes on. *pin*: the reader clicked, tapped, pressed
 * Enter or used something in the card; it stays until it is closed, and focus moves in, so that its link and buttons are next.
 *
 * Keyboard focus alone opens it as resting the pointer does (WCAG 1.4.13 treats them alike): who cannot point gets the
 * same quick look, after the same delay, so tabbing across a page flashes nothing. Escape dismisses it and leaves focus
 * where it is.
 *
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 * @typedef {import('./types.js').Renderer} Renderer
 * @typedef {import('./strings.js').Strings} Strings
 * @typedef {import('./placement.js').Point} Point
 *
 * @typedef {{mark: Mark, type: 'click' | 'keydown', point: Point | null} | {mark: Mark, type: 'pointermove', point: Point}} Early  an event on a mark
 *
 * @typedef {object} TooltipOptions
 * @property {'auto' | 'light' | 'dark' | undefined} [theme]  `auto`: as the page is around the mark
 * @property {number | undefined} [openDelay]  ms
 * @property {number | undefined} [closeDelay]  ms
 * @property {'first' | 'all' | 'none' | undefined} [tabStops]  which marks the Tab key stops at: the first of each entry by default
 * @property {((entry: Entry, about: {document: Document, surface: string}) => Node | string | null | undefined) | undefined} [render]  what to show in place of the
 *   definition; nothing: the definition. A node becomes a child of `<gloss-card>` in the page, so that the page's own styles reach it
 */

import { isElement } from './dom.js';
import { parentOf } from './follow.js';
import { inSafeArea } from './placement.js';
import { createTooltip } from './tooltip.js';

/** ms the pointer rests on a mark before it opens: longer than passing over it on the way elsewhere, shorter than waiting. */
const OPEN_DELAY = 300;

/** ms after the pointer left mark and card: time to come back, or to cross a corner, without the card running away. */
const CLOSE_DELAY = 300;

/** CSS px: a resting hand trembles; more than this is on its way and starts the delay again. */
const REST = 6;

/** CSS px between press and release that is still a click or a tap and not a drag, a selection or a scroll. */
const SLOP = 8;

/**
 * @param {object} context
 * @param {Element} context.root
 * @param {Pick<Renderer, 'markFrom'>} context.renderer
 * @param {() => Mark[]} context.marks
 * @param {(mark: Mark) => FoundTerm | undefined} context.found
 * @param {(start: number, end: number) => Range | null} [context.rangeOf]  of a stretch of the page text; without it the card goes from mark to mark only
 * @param {(type: 'gloss-open' | 'gloss-close', mark: Mark, detail: {entry: Entry}) => void} context.emit
 * @param {Strings} context.strings
 * @param {TooltipOptions} [context.options]
 * @param {(id: string) => Entry | undefined} [context.related]  an entry of the glossary by id
 * @param {(place: {start: number, end: number}) => void} [context.goTo]  brings a stretch of the page text into view
 * @param {(entry: Entry) => void} [context.hide]  the reader does not want to see it again
 * @param {Early | null} [context.early]  where the reader went before this module was there
 * @param {AbortSignal} context.signal
 * @returns {{open: (mark: Mark, how?: {focus?: boolean}) => void, close: () => void, update: () => void, destroy: () => void}}  `update`: the page was read anew, the marks are others
 */
export function createTooltips({ root, renderer, marks, found, rangeOf, emit, strings, options = {}, related = () => undefined, goTo = () => {}, hide = () => {}, early: before = null, signal }) {
  const { openDelay = OPEN_DELAY, closeDelay = CLOSE_DELAY, theme = 'auto', render } = options;
  const document = root.ownerDocument;
  const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
  const scope = /** @type {HTMLElement} */ (root);
  const life = new AbortController();
  const listen = { signal: life.signal };
  const early = { capture: true, ...listen };

  let openTimer = 0;
  let closeTimer = 0;
  /** @type {Mark | null} the mark that the open timer is for */
  let pending = null;
  /** Where that rest began. @type {Point} */
  let rest = { x: 0, y: 0 };
  /** @type {Point | null} the last place of the pointer on the screen: the page moving under it is no movement of it */
  let last = null;
  /** The last place of the pointer on mark or card, and which of them. @type {{point: Point, onCard: boolean} | null} */
  let left = null;
  /** @type {{event: Event, mark: Mark | null} | null} what the root's listener found out about an event */
  let hit = null;
  /** @type {{mark: Mark | null, x: number, y: number, id: number} | null} */
  let press = null;
  /** The window gives focus back to where it was; that is no wish to read a card. */
  let isWindowReturning = false;

  const cancelOpen = () => {
    view.clearTimeout(openTimer);
    pending = null;
  };
  const cancelClose = () => {
    view.clearTimeout(closeTimer);
    closeTimer = 0;
  };
  const closeSoon = () => {
    closeTimer ||= view.setTimeout(() => tooltip.close(), closeDelay);
  };
  /** @param {Mark} mark @param {'hover' | 'focus'} reason @param {Point | null} point @param {number} delay */
  const openSoon = (mark, reason, point, delay) => {
    cancelOpen();
    pending = mark;
    openTimer = view.setTimeout(() => pending && tooltip.show(pending, reason, point), delay);
  };

  const tooltip = createTooltip({
    document, marks, found, rangeOf, related, goTo, hide, render, emit, strings, theme,
    changed() {
      cancelOpen();
      cancelClose();
      left = null;
    },
    pinned: cancelClose,
    signal: life.signal,
  });

  /** @param {Event} event */
  const isInCard = (event) => tooltip.card !== null && event.composedPath().includes(tooltip.card.host);

  /** @param {Mark} mark */
  const isInSelection = (mark) => {
    const selection = view.getSelection();
    const range = selection && !selection.isCollapsed ? mark.range() : null;
    return range !== null && selection !== null && selection.containsNode(range.startContainer, true);
  };

  // ---------------------------------------------------------------- pointer

  /** @param {PointerEvent} event */
  function onMove(event) {
    if (event.pointerType === 'touch') return;
    const isFirst = last === null;
    const moved = !last || last.x !== event.screenX || last.y !== event.screenY;
    // What comes under a still pointer by scrolling is entered too, but nobody moved onto it.
    if (!moved || (isFirst && event.type === 'pointerover')) return;
    last = { x: event.screenX, y: event.screenY };
    if (event.buttons) return cancelOpen();

    const { shown } = tooltip;
    const mark = hit?.event === event ? hit.mark : null;
    const point = { x: event.clientX, y: event.clientY };
    const onCard = shown !== null && isInCard(event);
    if (onCard || (mark && mark === shown?.mark)) {
      left = { point, onCard };
      cancelOpen();
      return cancelClose();
    }
    const isOnWay = isCrossing(point);
    if (shown?.reason === 'hover') {
      if (isOnWay) cancelClose();
      else closeSoon();
    }
    if (!mark || shown?.reason === 'pin' || isInSelection(mark)) return cancelOpen();
    if (shown && !isOnWay) return tooltip.show(mark, 'hover', point);
    if (pending === mark && Math.hypot(point.x - rest.x, point.y - rest.y) <= REST) return;
    rest = point;
    openSoon(mark, 'hover', point, openDelay);
  }

  /** @param {Point} point  is it between mark and card, on the way from the one that was left to the other? */
  function isCrossing(point) {
    const { shown, card } = tooltip;
    if (!left || !card || !shown || card.host.hasAttribute('sheet')) return false;
    const from = left.point;
    const targets = left.onCard ? shown.mark.rects() : [card.panel.getBoundingClientRect()];
    return targets.some((box) => inSafeArea(point, from, box));
  }

  /** @param {Event} event */
  const remember = (event) => {
    hit = { event, mark: renderer.markFrom(event) };
  };

  for (const type of /** @type {const} */ (['pointermove', 'pointerover'])) {
    // On the root first: further out, an event from inside a shadow tree no longer says where it was.
    scope.addEventListener(type, remember, { passive: true, ...listen });
    document.addEventListener(type, onMove, { passive: true, ...listen });
  }
  document.documentElement.addEventListener('pointerleave', () => {
    cancelOpen();
    if (tooltip.shown?.reason === 'hover') closeSoon();
  }, listen);
  document.addEventListener('scroll', (event) => {
    const parent = pending && parentOf(pending);
    if (parent && /** @type {Node} */ (event.target).contains(parent)) cancelOpen();
  }, { passive: true, ...early });

  /** @param {MouseEvent} event */
  const isDrag = (event) => press !== null && Math.hypot(event.clientX - press.x, event.clientY - press.y) > SLOP;

  view.addEventListener('pointerdown', (event) => {
    cancelOpen();
    if (!event.isPrimary) return;
    const mark = renderer.markFrom(event);
    press = { mark, x: event.clientX, y: event.clientY, id: event.pointerId };
    // A mouse press elsewhere closes at once; a finger may be about to scroll, which is no wish to close.
    if (event.pointerType !== 'touch' && mark !== tooltip.shown?.mark && !isInCard(event)) tooltip.close();
  }, early);
  view.addEventListener('pointerup', (event) => {
    if (event.pointerType !== 'touch' || press?.id !== event.pointerId || isInCard(event)) return;
    if (press.mark !== tooltip.shown?.mark && !isDrag(event)) tooltip.close();
  }, early);
  view.addEventListener('pointercancel', () => {
    press = null;
  }, early);

  scope.addEventListener('click', (event) => {
    if (event.detail > 1) return;
    const mark = renderer.markFrom(event);
    // A click without a place comes from assistive technology or from a script.
    const isPlaced = event.detail > 0;
    if (!mark || (isPlaced && (isDrag(event) || isInSelection(mark)))) return;
    const { shown } = tooltip;
    if (shown?.mark === mark && shown.reason === 'pin') tooltip.close();
    else tooltip.pin(mark, isPlaced ? { x: event.clientX, y: event.clientY } : null);
  }, listen);

  // ---------------------------------------------------------------- keyboard and focus

  scope.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    // Where the event began, also in a shadow root.
    const [target] = event.composedPath();
    if ((key !== 'Enter' && key !== ' ') || ctrlKey || metaKey || altKey) return;
    const mark = isElement(target) && target.matches('gloss-term') ? renderer.markFrom(event) : null;
    if (!mark) return;
    event.preventDefault();
    if (!event.repeat) tooltip.pin(mark, null);
  }, listen);

  // On the window and early, so that what the page does on Escape (close its dialog, its menu) waits for the next one.
  view.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    cancelOpen();
    if (!tooltip.shown) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tooltip.close();
  }, early);

  scope.addEventListener('focusin', (event) => {
    const [target] = event.composedPath();
    if (tooltip.isReturningFocus || isWindowReturning || !isElement(target) || !target.matches(':focus-visible')) return;
    const { shown } = tooltip;
    const mark = renderer.markFrom(event);
    if (mark && shown?.mark !== mark && shown?.reason !== 'pin') openSoon(mark, 'focus', null, shown ? 0 : openDelay);
  }, listen);
  scope.addEventListener('focusout', (event) => {
    const { shown } = tooltip;
    const mark = renderer.markFrom(event);
    if (mark && mark === pending) cancelOpen();
    if (mark && mark === shown?.mark && shown.reason === 'focus') tooltip.close();
  }, listen);
  view.addEventListener('focus', () => {
    isWindowReturning = true;
    view.setTimeout(() => {
      isWindowReturning = false;
    });
  }, listen);

  // Who was there before us waits for the rest of the delay and does not have to do it again.
  const focused = /** @type {Document | ShadowRoot} */ (root.getRootNode()).activeElement;
  const focusedMark = focused?.matches('gloss-term:focus-visible') ? marks().find(({ elements }) => elements.includes(/** @type {HTMLElement} */ (focused))) : undefined;
  if (before && before.type !== 'pointermove') tooltip.pin(before.mark, before.point);
  else if (before) {
    rest = before.point;
    openSoon(before.mark, 'hover', before.point, openDelay);
  } else if (focusedMark) openSoon(focusedMark, 'focus', null, openDelay);

  const destroy = () => life.abort();
  if (signal.aborted) destroy();
  else signal.addEventListener('abort', destroy, { once: true, signal: life.signal });

  return {
    open: (mark, { focus = false } = {}) => (focus ? tooltip.pin(mark, null) : tooltip.show(mark, 'pin', null)),
    close: tooltip.close,
    update() {
      pending &&= tooltip.successor(pending);
      tooltip.update();
    },
    destroy,
  };
}
