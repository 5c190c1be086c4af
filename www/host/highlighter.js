/**
 * @file Draws marks by the CSS Custom Highlight API: no node of the page is touched. For pages whose text a framework owns.
 *
 * All marks are static ranges of one `Highlight`: WebKit needs minutes for hundreds of highlights of their own, and live ranges
 * would have to be kept up to date by the browser with each change of the page. What marks lack here is an element: they cannot be
 * focused, and what the pointer is on is found by the place of the caret nearest to it.
 */

import { askedOnce, isStillThere } from './marker.js';
import { HIGHLIGHT } from './owners.js';
import { locate, locator, rangeBetween } from './reader.js';
import { TINT, UNDERLINE } from './styles.js';

/**
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').MarkSpec} MarkSpec
 * @typedef {import('./types.js').PageText} PageText
 * @typedef {import('./types.js').Renderer} Renderer
 * @typedef {import('./reader.js').Part} Part
 */

/** CSS px around a line box that still belong to the mark: what rounding can hide. */
const SLACK = 1;

/** @implements {Mark} */
class PaintedMark {
  /**
   * @param {MarkSpec} spec
   * @param {string} id
   * @param {Part[]} parts
   * @param {(node: Text) => string} textOf
   */
  constructor({ start, end, entry, first }, id, parts, textOf) {
    this.start = start;
    this.end = end;
    this.entry = entry;
    this.id = id;
    this.first = first;
    /** @type {HTMLElement | null} */
    this.element = null;
    /** @type {HTMLElement[]} */
    this.elements = [];
    this.parts = parts;
    /** To see that the page has not written something else there since. */
    this.texts = parts.map((part) => textOf(part.node).slice(part.start, part.end));
  }

  rects() {
    return [...(this.range()?.getClientRects() ?? [])].filter(({ width, height }) => width > 0 && height > 0);
  }

  node() {
    const { parts, texts } = this;
    const isThere = parts.every(({ node, start, end }, i) => node.isConnected && node.data.slice(start, end) === texts[i]);
    return (isThere && parts[0]?.node) || null;
  }

  range() {
    const [first, last] = [this.parts[0], this.parts.at(-1)];
    return first && last && this.node() ? rangeBetween([first.node, first.start], [last.node, last.end]) : null;
  }
}

/** @implements {Renderer} */
export class Highlighter {
  /** By text node, in text order. @type {Map<Node, PaintedMark[]>} */
  #marksIn = new Map();
  /** @type {Set<StaticRange>} */
  #ranges = new Set();
  /** Those that are not drawn yet. */
  #waiting = this.#ranges.values();
  /** @type {Document | undefined} */
  #document;
  /** Shadow roots that were read. @type {ShadowRoot[]} */
  #roots = [];
  /** How many of the ranges are drawn. */
  #drawn = 0;
  /** Names of the elements that the marked text is directly in. @type {Set<string>} */
  #parents = new Set();

  /** The look of the marks. Rules for all elements would have the browser compute the styles of the whole page: 50 ms for 9,000 text nodes. */
  get css() {
    return highlightStyles([...this.#parents]);
  }

  /**
   * @param {PageText} page
   * @param {MarkSpec[]} specs
   * @param {(entry: number) => string} idOf
   * @returns {Mark[]}
   */
  apply(page, specs, idOf) {
    this.clear();
    this.#document = page.root.ownerDocument;
    this.#roots = page.roots;
    const { StaticRange } = windowOf(this.#document);
    /** @type {Mark[]} */
    const marks = [];
    const textOf = askedOnce(({ data }) => data);
    const partsOf = locator(page);
    for (const spec of specs) {
      const parts = partsOf(spec.start, spec.end);
      if (!isStillThere(page, spec, parts, textOf)) continue;
      const mark = new PaintedMark(spec, idOf(spec.entry), parts, textOf);
      marks.push(mark);
      for (const { node, start, end } of parts) {
        const list = this.#marksIn.get(node);
        if (list) list.push(mark);
        else this.#marksIn.set(node, [mark]);
        if (node.parentElement) this.#parents.add(node.parentElement.localName);
        this.#ranges.add(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
      }
    }
    this.#waiting = this.#ranges.values();
    return marks;
  }

  /**
   * @param {() => boolean} isDue  shall it rest?
   * @param {() => void} [dress]  puts the style sheet in
   * @returns {boolean}  is something left to draw?
   */
  draw(isDue, dress) {
    dress?.();
    const { size } = this.#ranges;
    if (!this.#document || this.#drawn === size) return false;
    const { CSS, Highlight } = windowOf(this.#document);
    // Another glossator on the page may have one already.
    const highlight = CSS.highlights.get(HIGHLIGHT) ?? new Highlight();
    do highlight.add(/** @type {StaticRange} */ (this.#waiting.next().value));
    while ((this.#drawn += 1) < size && !isDue());
    CSS.highlights.set(HIGHLIGHT, highlight);
    return this.#drawn < size;
  }

  /**
   * @param {PageText} page
   * @param {number} start
   * @param {number} end
   * @returns {Range | null}
   */
  range(page, start, end) {
    const parts = locate(page, start, end);
    const [first, last] = [parts[0], parts.at(-1)];
    return first && last ? rangeBetween([first.node, first.start], [last.node, last.end]) : null;
  }

  /**
   * @param {Event} event
   * @returns {Mark | null}
   */
  markFrom(event) {
    const { clientX: x, clientY: y } = /** @type {MouseEvent} */ (event);
    if (!this.#document || !this.#marksIn.size || typeof x !== 'number' || typeof y !== 'number') return null;
    const caret = caretAt(this.#document, x, y, this.#roots);
    const candidates = caret && this.#marksIn.get(caret.node);
    if (!candidates) return null;
    // The caret is also "at" a word from far beside it, hence the look at its boxes.
    const isAt = (/** @type {Part} */ { node, start, end }) => node === caret.node && start <= caret.offset && caret.offset <= end;
    const near = candidates.filter(({ parts }) => parts.some(isAt));
    return near.find((mark) => mark.rects().some((rect) => isInside(rect, x, y))) ?? null;
  }

  /** @param {unknown} thing  an element or a range: is it one of ours? */
  owns(thing) {
    return this.#ranges.has(/** @type {StaticRange} */ (thing));
  }

  clear() {
    if (!this.#document) return;
    // The document of a frame may be gone, and all highlights with it.
    const highlights = this.#document.defaultView ? windowOf(this.#document).CSS.highlights : undefined;
    const highlight = highlights?.get(HIGHLIGHT);
    // Most often all are ours.
    if (highlight?.size !== this.#drawn) for (const range of this.#ranges) highlight?.delete(range);
    else highlight.clear();
    if (highlight?.size === 0) highlights?.delete(HIGHLIGHT);
    this.#ranges.clear();
    this.#drawn = 0;
    this.#parents.clear();
    this.#marksIn = new Map();
    this.#document = undefined;
  }
}

/**
 * For marks that are painted; print does without. Rules without an element's name would make the browser compute the style of every element on the page; the names
 * of those that marked text is in are enough.
 *
 * @param {string[]} names
 */
function highlightStyles(names) {
  const select = (/** @type {string} */ highlight) => names.map((name) => `${CSS.escape(name)}::highlight(${highlight})`).join();
  return names.length ? `@media screen { ${select(HIGHLIGHT)} { ${UNDERLINE} } ${select(`${HIGHLIGHT}-open`)} { background-color: ${TINT}; } }` : '';
}

/** @param {Document} document */
const windowOf = (document) => /** @type {Window & typeof globalThis} */ (document.defaultView);

/**
 * @param {Document} document
 * @param {number} x
 * @param {number} y
 * @param {ShadowRoot[]} shadowRoots
 * @returns {{node: Node, offset: number} | null}
 */
function caretAt(document, x, y, shadowRoots) {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // WebKit has only this one, which the standard does not know.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/**
 * @param {DOMRect} rect
 * @param {number} x
 * @param {number} y
 */
function isInside({ left, right, top, bottom }, x, y) {
  return x >= left - SLACK && x <= right + SLACK && y >= top - SLACK && y <= bottom + SLACK;
}
