/**
 * @file The one tooltip of a page: which mark it is at and why, what it shows of it, and what the page is told about it.
 * `triggers.js` decides when; this module does it.
 *
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 * @typedef {import('./strings.js').Strings} Strings
 * @typedef {import('./placement.js').Point} Point
 * @typedef {import('./card.js').Card} Card
 * @typedef {import('./triggers.js').TooltipOptions} TooltipOptions
 * @typedef {'hover' | 'focus' | 'pin'} Reason
 *
 * @typedef {object} Shown
 * @property {Mark} mark
 * @property {HTMLElement | null} origin  where the focus goes when the card closes
 * @property {Reason} reason
 * @property {Entry[]} trail  the mark's entry and the related ones that were opened from it, the last in sight
 * @property {string} [count]  which of how many places of the entry the card says it is at
 * @property {AbortController} end
 *
 * @typedef {object} TooltipContext
 * @property {Document} document
 * @property {() => Mark[]} marks
 * @property {(mark: Mark) => FoundTerm | undefined} found
 * @property {((start: number, end: number) => Range | null) | undefined} rangeOf  of a stretch of the page text
 * @property {(id: string) => Entry | undefined} related
 * @property {(place: {start: number, end: number}) => void} goTo  brings a stretch of the page text into view
 * @property {(entry: Entry) => void} hide  the reader does not want to see it again
 * @property {TooltipOptions['render']} render
 * @property {(type: 'gloss-open' | 'gloss-close', mark: Mark, detail: {entry: Entry}) => void} emit
 * @property {Strings} strings
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {() => void} changed  it opened, moved to another mark or closed: what was about to happen is out of date
 * @property {() => void} pinned  it now stays
 * @property {AbortSignal} signal
 *
 * @typedef {object} Tooltip
 * @property {Shown | null} shown
 * @property {Card | null} card
 * @property {(mark: Mark, reason: Reason, point: Point | null) => void} show
 * @property {(mark: Mark, point: Point | null) => void} pin  opens, stays, and moves focus in
 * @property {() => void} close
 * @property {(mark: Mark) => Mark | null} successor  the one that is now where a former mark was
 * @property {() => void} update  the page was read anew: the card stays at its mark, or closes where that has gone
 * @property {boolean} isReturningFocus  the focus event that is under way is our own doing
 */

import { createCard } from './card.js';
import { placeOf, safeUrl } from './dom.js';
import { follow, parentOf } from './follow.js';
import { createSteps } from './steps.js';
import { TINT, adopt } from './styles.js';
import { swipeAway } from './swipe.js';
import { pageTheme } from './theme.js';

/** The highlight of the open mark where marks are highlights. */
const OPEN_HIGHLIGHT = 'glossator-open';

/**
 * @param {TooltipContext} context
 * @returns {Tooltip}
 */
export function createTooltip({ document, marks, found, rangeOf, related, goTo, hide, render, emit, strings, theme, changed, pinned, signal }) {
  const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
  /** @type {Card | null} */
  let card = null;
  /** @type {Shown | null} */
  let shown = null;
  let isReturningFocus = false;

  function theCard() {
    if (card) return card;
    card = createCard(document, strings, { close, back, previous: () => step(-1), next: () => step(1), related: showRelated, define: showDefinition, copy, hide: hideEntry }, signal);
    swipeAway(card.host, card.panel, close, signal);
    // Whoever uses the card wants it to stay, wherever the pointer is when its content has changed.
    card.panel.addEventListener('pointerdown', () => setReason('pin'), { signal });
    card.panel.addEventListener('keydown', leaveByTab, { signal });
    return card;
  }

  const beside = createSteps({ marks, found, ...(rangeOf && { rangeOf }) });

  /** @param {Mark} mark @param {boolean} isOpen */
  function announce(mark, isOpen) {
    for (const element of mark.elements) {
      element.toggleAttribute('open', isOpen);
      if (element.hasAttribute('aria-expanded')) element.setAttribute('aria-expanded', String(isOpen));
      // An id means something only in the same tree.
      if (isOpen && card && element.getRootNode() === card.host.getRootNode()) element.setAttribute('aria-controls', card.host.id);
      else element.removeAttribute('aria-controls');
    }
    if (mark.element || !view.CSS.highlights) return;
    const range = isOpen ? mark.range() : null;
    if (range) view.CSS.highlights.set(OPEN_HIGHLIGHT, new view.Highlight(range));
    else view.CSS.highlights.delete(OPEN_HIGHLIGHT);
  }

  /**
   * What has no mark is in no sheet yet that colours the open one.
   * @param {Element} parent @param {AbortSignal} end
   */
  function tint(parent, end) {
    const css = `@media screen { ${view.CSS.escape(parent.localName)}::highlight(${OPEN_HIGHLIGHT}) { background-color: ${TINT}; } }`;
    const drop = adopt(/** @type {Document | ShadowRoot} */ (parent.getRootNode()), css);
    end.addEventListener('abort', drop, { once: true });
  }

  /** @param {Reason} reason */
  function setReason(reason) {
    if (!shown || !card) return;
    shown.reason = reason;
    card.host.toggleAttribute('pinned', reason === 'pin');
    if (reason === 'pin') pinned();
  }

  /** @param {Mark} mark  @returns {{places: FoundTerm['places'], at: number, count: string}}  those of its entry, which of them it is, and both as one word */
  function placesOf(mark) {
    const { places = [] } = found(mark) ?? {};
    const at = places.findIndex(({ start }) => start === mark.start);
    return { places, at, count: `${at}/${places.length}` };
  }

  function fill() {
    if (!shown || !card) return;
    const { mark, trail } = shown;
    const entry = /** @type {Entry} */ (trail.at(-1));
    const isOwn = trail.length === 1;
    const { places, at, count } = placesOf(mark);
    shown.count = count;
    const [previous, next] = [beside(mark, -1) !== null, beside(mark, 1) !== null];
    const surface = isOwn ? (mark.range()?.toString() ?? '') : '';
    const place = places[at];
    const senses = (place?.others ?? []).filter((other) => !trail.includes(other));
    card.fill({
      entry,
      surface,
      senses,
      unclear: isOwn && place?.unclear === true,
      own: ownOf(entry, surface),
      at: isOwn ? at + 1 : 0,
      total: isOwn ? places.length : 0,
      steps: previous || next,
      previous,
      next,
      back: !isOwn,
      related: (entry.related ?? []).flatMap((id) => related(id) ?? []).filter((other) => !trail.includes(other) && !senses.includes(other)),
    });
  }

  /**
   * @param {Mark} mark
   * @param {Reason} reason
   * @param {Point | null} point
   */
  function show(mark, reason, point) {
    changed();
    if (shown?.mark === mark) return setReason(reason);
    const parent = parentOf(mark);
    const entry = found(mark)?.entry;
    if (!parent || !entry || !mark.rects().length || signal.aborted) return;
    const origin = mark.element ?? (reason === 'pin' ? (shown?.origin ?? null) : null);
    if (shown) leave(shown);
    const card = theCard();
    const end = new AbortController();
    const now = { mark, origin, reason, trail: [entry], end };
    shown = now;
    setReason(reason);
    card.attach(container(parent), theme === 'auto' ? pageTheme(parent) : theme);
    fill();
    card.show();
    announce(mark, true);
    if (!marks().includes(mark)) tint(parent, end.signal);
    follow(card, mark, point, close, end.signal);
    if (shown === now) emit('gloss-open', mark, { entry });
  }

  /**
   * @param {Mark} mark
   * @param {Point | null} point  null: by keyboard, or by a script
   */
  function pin(mark, point) {
    show(mark, 'pin', point);
    if (shown?.mark === mark) card?.focus(!point);
  }

  /** @param {Shown} old */
  function leave(old) {
    old.end.abort();
    announce(old.mark, false);
    emit('gloss-close', old.mark, { entry: /** @type {Entry} */ (old.trail[0]) });
  }

  function close() {
    changed();
    if (!shown || !card) return;
    const old = shown;
    shown = null;
    if (card.hasFocus()) focusOn(old.origin);
    card.hide();
    leave(old);
  }

  /** @param {Mark} old */
  function successor(old) {
    const was = old.range();
    // The same text, wherever it stands now; or, where the page has written it anew, text in the same place.
    const mark = marks().find((mark) => {
      const is = mark.id === old.id ? mark.range() : null;
      return is && (mark.start === old.start || (is.startContainer === was?.startContainer && is.startOffset === was.startOffset));
    });
    // The card can also stand where no mark is.
    return mark ?? (placesOf(old).at >= 0 && old.rects().length ? old : null);
  }

  function update() {
    if (!shown) return;
    const { mark, reason } = shown;
    const next = successor(mark);
    if (!next) return close();
    if (next.element !== mark.element) return show(next, reason, null);
    shown.mark = next;
    // What has not changed is left as it is: somebody reads it.
    if (placesOf(next).count !== shown.count) fill();
  }

  /** @param {HTMLElement | null} element */
  function focusOn(element) {
    if (!element) return;
    // Not a tab stop, but it opened the card: a place to come back to.
    if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
    isReturningFocus = true;
    element.focus({ preventScroll: true });
    isReturningFocus = false;
  }

  /** @param {Element} parent @returns {Element}  where the card is neither inert nor under something in the top layer */
  function container(parent) {
    const { fullscreenElement, body } = document;
    const open = parent.closest('dialog[open]') ?? (view.CSS.supports('selector(:popover-open)') ? parent.closest(':popover-open') : null);
    return open ?? (fullscreenElement?.contains(parent) ? fullscreenElement : body);
  }

  /** @param {string} id */
  function showRelated(id) {
    const entry = related(id);
    if (!shown || !entry) return;
    shown.trail.push(entry);
    setReason('pin');
    fill();
    card?.focus();
  }

  /**
   * What the site shows in place of the definition. Its mistakes are its own: the definition stands in for what is not there.
   * @param {Entry} entry @param {string} surface
   */
  function ownOf(entry, surface) {
    try {
      return render?.(entry, { document, surface }) ?? null;
    } catch (error) {
      view.reportError(error);
      return null;
    }
  }

  async function copy() {
    const entry = shown?.trail.at(-1);
    if (!entry) return false;
    const { term, definition, source, url } = entry;
    const link = safeUrl(url, document.baseURI)?.href;
    try {
      await view.navigator.clipboard.writeText(`${term}: ${definition}${[source, link].filter(Boolean).map((part) => `\n${part}`).join('')}`);
      return true;
    } catch {
      return false; // no clipboard on a page without https, or in a frame that is not allowed to
    }
  }

  function showDefinition() {
    const defined = shown?.trail.at(-1)?.defined;
    if (!defined) return;
    close();
    goTo(placeOf(defined));
  }

  function hideEntry() {
    if (!shown) return;
    const { mark, trail } = shown;
    close();
    // The mark goes; whoever reads by keyboard goes on from where it was.
    const parent = /** @type {HTMLElement | null} */ (trail.length === 1 ? parentOf(mark) : null);
    import('./go-to.js').then(({ lendFocus }) => lendFocus(parent, signal)).catch(() => {});
    hide(/** @type {Entry} */ (trail.at(-1)));
  }

  function back() {
    if (shown && shown.trail.length > 1) shown.trail.pop();
    fill();
    card?.focus();
  }

  /** @param {1 | -1} direction  to the next or previous place of the same entry, marked or not */
  function step(direction) {
    if (!shown) return;
    const target = beside(shown.mark, direction);
    const [box] = target?.rects() ?? [];
    if (!target || !box) return;
    // At once: a card that waits for smooth scrolling to arrive would be gone for a second.
    if (box.top < 0 || box.bottom > view.innerHeight) (target.element ?? parentOf(target))?.scrollIntoView({ block: 'center', behavior: 'instant' });
    show(target, 'pin', null);
    if (!card?.hasFocus()) card?.focus();
  }

  /**
   * The card stands at the end of the page; in the order of tab stops it stands after its mark.
   * @param {KeyboardEvent} event
   */
  function leaveByTab(event) {
    // With Shift, WebKit on Linux does not say what the key means.
    if ((event.key !== 'Tab' && event.code !== 'Tab') || !shown?.mark.element || !card) return;
    const controls = card.controls();
    const at = controls.indexOf(/** @type {HTMLElement} */ (card.host.shadowRoot?.activeElement));
    if (event.shiftKey ? at > 0 : at < controls.length - 1) return;
    // Forward, the browser goes on from the mark, to which closing returns the focus.
    if (event.shiftKey) event.preventDefault();
    close();
  }

  signal.addEventListener('abort', () => {
    close();
    card?.host.remove();
  });

  return {
    get shown() {
      return shown;
    },
    get card() {
      return card;
    },
    get isReturningFocus() {
      return isReturningFocus;
    },
    show,
    pin,
    close,
    successor,
    update,
  };
}
