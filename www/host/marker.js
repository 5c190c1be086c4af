/**
 * @file Draws marks as `<gloss-term>` elements. Taking them away is the other half: `undo.js`.
 *
 * Each text node is cut once, whatever the number of its marks. The page's own node stays where it is and keeps the text
 * before its first mark (none, if it begins with one); marks and the text between them are put after it. So code
 * that holds the node, as frameworks do, still finds it in its place, and undo has something to give the text back to.
 */

import { locate, locator, rangeBetween } from './reader.js';
import { keepSelection, selectionKeeper } from './selection.js';
import { ELEMENTS } from './styles.js';
import { cutting, isOurs, isUntouched, own, ownerOf, unwrapCopies, undo } from './undo.js';

/**
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').MarkSpec} MarkSpec
 * @typedef {import('./types.js').PageText} PageText
 * @typedef {import('./types.js').Renderer} Renderer
 * @typedef {import('./undo.js').Cut} Cut
 * @typedef {import('./undo.js').Home} Home
 * @typedef {import('./reader.js').Part} Part
 * @typedef {import('./selection.js').Point} Point
 */

/**
 * A stretch of a text node to wrap, the text it had when it was read, and whether the mark begins there.
 * @typedef {{part: Part, mark: ElementMark, text: string, isFirst: boolean}} Piece
 */

const TAG = 'gloss-term';

/** Text nodes with marks that are drawn in one go anyway. */
const MANY = 100;

/** Text nodes with marks that are drawn between two looks at the clock. */
export const STRIDE = 8;

/** @implements {Mark} */
class ElementMark {
  /**
   * @param {MarkSpec} spec
   * @param {string} id
   * @param {object} round  of drawing; marks of an earlier one are no longer marks
   */
  constructor({ start, end, entry, first }, id, round) {
    this.start = start;
    this.end = end;
    this.entry = entry;
    this.id = id;
    this.first = first;
    this.round = round;
    /** @type {HTMLElement[]} */
    this.elements = [];
  }

  get element() {
    return this.elements[0] ?? null;
  }

  rects() {
    return this.elements.flatMap((element) => [...element.getClientRects()]).filter(({ width, height }) => width > 0 && height > 0);
  }

  range() {
    const there = this.elements.filter((element) => element.isConnected);
    const [first, last] = [there[0], there.at(-1)];
    if (!first || !last) return null;
    const range = first.ownerDocument.createRange();
    // The ends lie in text where there is text: that is where a caret, and a search for the paragraph, expect them.
    const [from, to] = [first.firstChild ?? first, last.lastChild ?? last];
    range.setStart(from, 0);
    range.setEnd(to, to.nodeType === 3 ? /** @type {Text} */ (to).length : to.childNodes.length);
    return range;
  }
}

/** @implements {Renderer} */
export class Marker {
  /** @type {Map<Text, Cut>} */
  #cuts = new Map();
  /** Changes whenever marks are made anew or cleared. */
  #round = {};
  /** While it draws. @type {ReturnType<typeof selectionKeeper> | null} */
  #selection = null;
  /** @type {Document | undefined} */
  #document;
  /** Of the entries that had marks. @type {Set<string | null>} */
  #ids = new Set();
  /** Marks of somebody else, such as a second glossator, were on the page: copies of ours cannot be told from them. */
  #hasForeign = false;
  /** What is still to be cut, by text node: the stretches to wrap, and what they hold. @type {Map<Text, Piece[]>} */
  #work = new Map();
  /** Has the page had its turn since it was asked for these texts? */
  #isStale = false;
  css = ELEMENTS;

  /**
   * @param {PageText} page
   * @param {MarkSpec[]} specs  in text order, not overlapping
   * @param {(entry: number) => string} idOf
   * @param {boolean} [isSettled]  has the page changed nothing since `settle`?
   * @returns {Mark[]}  without those whose text is no longer on the page; `draw` puts them there. Texts whose marks are there already, and no others, are left
   *   alone; from all others the marks are gone
   */
  apply(page, specs, idOf, isSettled = false) {
    const document = page.root.ownerDocument;
    if (this.#document && this.#document !== document) this.clear();
    if (isSettled) this.#rest();
    else this.settle();
    this.#document = document;
    this.#hasForeign ||= [...document.getElementsByTagName(TAG)].some((element) => !this.owns(element));
    /** @type {Mark[]} */
    const marks = [];
    /** @type {Map<Text, Piece[]>} */
    const work = new Map();
    this.#round = {};
    const textOf = askedOnce((node) => this.#cuts.get(node)?.full ?? node.data);
    const partsOf = locator(page);
    for (const spec of specs) {
      const parts = partsOf(spec.start, spec.end);
      if (!isStillThere(page, spec, parts, textOf)) continue;
      const mark = new ElementMark(spec, idOf(spec.entry), this.#round);
      this.#ids.add(mark.id);
      marks.push(mark);
      for (const part of parts) {
        const piece = { part, mark, text: page.text.slice(part.offset, part.offset + part.end - part.start), isFirst: part === parts[0] };
        const list = work.get(part.node);
        if (list) list.push(piece);
        else work.set(part.node, [piece]);
      }
    }
    this.#takeOut(this.#keep(work));
    this.#work = work.size > MANY ? fromScreenOn(work) : work;
    this.#isStale = false;
    return marks;
  }

  /** @param {number} count @returns {Text[]}  so many of those that are drawn next */
  upcoming(count) {
    const nodes = this.#work.keys();
    return Array.from({ length: Math.min(count, this.#work.size) }, () => /** @type {Text} */ (nodes.next().value));
  }

  /**
   * Gives new marks the elements that are there for them already.
   * @param {Map<Text, Piece[]>} work  what is to be drawn; loses what is there
   * @returns {Cut[]}  the others
   */
  #keep(work) {
    const others = [];
    for (const cut of this.#cuts.values()) {
      const pieces = work.get(cut.node);
      if (!pieces || !isSame(pieces, cut.pieces)) {
        others.push(cut);
        continue;
      }
      work.delete(cut.node);
      cut.order = pieces[0]?.part.offset ?? 0;
      cut.pieces = pieces;
      const elements = cut.added.filter(isOurs);
      for (const [index, { mark }] of pieces.entries()) ownFor(/** @type {HTMLElement} */ (elements[index]), mark);
    }
    return others;
  }

  /**
   * Where the page has changed something about marks, theirs are taken out.
   * @param {(node: Text) => boolean} [mayHaveChanged]  the others need no look
   */
  settle(mayHaveChanged = () => true) {
    if (!this.#document) return;
    this.#rest();
    if (!this.#hasForeign) unwrapCopies(this.#document, TAG, this.#ids);
    this.#takeOut([...this.#cuts.values()].filter((cut) => mayHaveChanged(cut.node) && !isUntouched(cut)));
  }

  /** @param {unknown} thing @returns {ElementMark | null} */
  #markOf(thing) {
    const mark = /** @type {ElementMark | undefined} */ (ownerOf(thing));
    return mark?.round === this.#round ? mark : null;
  }

  /** @param {unknown} thing  an element or a range: is it one of ours? */
  owns(thing) {
    return this.#markOf(thing) !== null;
  }

  /** For who reads while marks are there. @returns {Renderer['wholeOf'] | undefined} */
  get wholeOf() {
    const cuts = this.#cuts;
    if (!cuts.size) return undefined;
    return (node) => {
      const cut = cuts.get(node);
      return cut && { text: cut.full, last: /** @type {Node} */ (cut.added.at(-1)) };
    };
  }

  /**
   * @param {() => boolean} isDue  shall it rest?
   * @param {() => void} [dress]  is called when all questions to the page are asked: a style sheet that is new before would make the browser lay it
   *   out for the answer, and one that is new behind the marks would make it lay them out again
   * @returns {boolean}  is something left to draw?
   */
  draw(isDue, dress) {
    const document = this.#document;
    const work = this.#work;
    const shapes = document && shapesOf(document);
    this.#selection ??= document ? selectionKeeper(document) : null;
    const restore = this.#selection?.keep();
    dress?.();
    if (!restore || !shapes) return false;
    try {
      let left = STRIDE;
      for (const [node, pieces] of work) {
        work.delete(node);
        // Between two slices the page goes on.
        const there = this.#isStale ? pieces.filter(({ part, text }) => node.isConnected && node.data.startsWith(text, part.start)) : pieces;
        if (there.length) this.#cut(node, there, shapes);
        if ((left -= 1) > 0) continue;
        left = STRIDE;
        if (isDue()) break;
      }
      this.#isStale = true;
    } catch (error) {
      this.clear();
      throw error;
    }
    restore({
      inside: (node, offset) => (this.#cuts.has(/** @type {Text} */ (node)) ? this.#pieceAt(/** @type {Text} */ (node), offset) : null),
      last: (node) => this.#cuts.get(/** @type {Text} */ (node))?.added.at(-1) ?? null,
    });
    if (!work.size) this.#rest();
    return work.size > 0;
  }

  /** Nothing is being drawn. */
  #rest() {
    this.#work = new Map();
    this.#selection?.end();
    this.#selection = null;
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
    if (!first || !last) return null;
    // By its first code unit: the gap before it is also the end of the piece before, perhaps on another line.
    const [from, behind] = this.#pieceAt(first.node, first.start + 1);
    return rangeBetween([from, behind - 1], this.#pieceAt(last.node, last.end));
  }

  /**
   * @param {Event} event
   * @returns {Mark | null}
   */
  markFrom(event) {
    for (const target of event.composedPath()) {
      const mark = this.#markOf(target);
      if (mark) return mark;
      // Most targets are plain text of the page; nothing above a block can be in a mark.
      if (target === this.#document) break;
    }
    return null;
  }

  clear() {
    const document = this.#document;
    if (!document) return;
    this.#takeOut([...this.#cuts.values()]);
    if (!this.#hasForeign) unwrapCopies(document, TAG, this.#ids);
    this.#rest();
    this.#round = {};
    this.#document = undefined;
    this.#hasForeign = false;
  }

  /** @param {Cut[]} cuts */
  #takeOut(cuts) {
    if (!this.#document || !cuts.length) return;
    const restore = keepSelection(this.#document);
    /** @type {Map<Node, Home> | null} */
    const homes = restore && new Map();
    for (const cut of cuts.sort((a, b) => a.order - b.order)) {
      undo(cut, homes);
      this.#cuts.delete(cut.node);
    }
    restore?.({
      inside: (node, offset) => placeIn(homes?.get(node), node, offset),
      last: (node) => homes?.get(node)?.text ?? null,
    });
  }

  /**
   * @param {Text} node
   * @param {Piece[]} pieces
   * @param {ReturnType<typeof shapesOf>} shapes
   */
  #cut(node, pieces, shapes) {
    const document = node.ownerDocument;
    const full = node.data;
    const order = pieces[0]?.part.offset ?? 0;
    const head = full.slice(0, pieces[0]?.part.start);
    /** @type {(Text | HTMLElement)[]} */
    const added = [];
    /** @type {string[]} */
    const texts = [];
    let at = head.length;
    /** @param {number} end */
    const addText = (end) => {
      if (end <= at) return;
      const text = full.slice(at, (at = end));
      texts.push(text);
      added.push(document.createTextNode(text));
    };
    for (const { part, mark, text, isFirst } of pieces) {
      addText(part.start);
      const element = shapes(isFirst ? (mark.first ? 'first' : 'later') : 'rest', mark.id);
      element.textContent = text;
      ownFor(element, mark);
      texts.push(text);
      added.push(element);
      at = part.end;
    }
    addText(full.length);
    const wasAfterText = node.previousSibling?.nodeType === 3;
    const witness = head === '' || wasAfterText ? document.createTextNode('') : null;
    this.#cuts.set(node, { node, order, pieces, head, full, added, texts, wasAfterText, witness });
    cutting.add(node);
    // One by one: engines take only so many arguments.
    const { parentNode, nextSibling } = node;
    for (const piece of witness ? [witness, ...added] : added) parentNode?.insertBefore(piece, nextSibling);
    // Not `data =`, which would move the ends of all ranges in the text that stays.
    node.deleteData(head.length, full.length - head.length);
  }

  /**
   * Where an offset of one of the page's text nodes is now.
   * @param {Text} node
   * @param {number} offset
   * @returns {[node: Text, offset: number]}
   */
  #pieceAt(node, offset) {
    const cut = this.#cuts.get(node);
    let at = cut?.head.length ?? offset;
    if (!cut || offset <= at) return [node, offset];
    for (const [index, piece] of cut.added.entries()) {
      const { length } = cut.texts[index] ?? '';
      if (offset <= at + length) return [/** @type {Text} */ (isOurs(piece) ? piece.firstChild ?? piece : piece), offset - at];
      at += length;
    }
    return [node, offset];
  }
}

/**
 * Would the same be drawn?
 * @param {Piece[]} pieces  of one text node
 * @param {Piece[]} others
 */
function isSame(pieces, others) {
  return (
    pieces.length === others.length &&
    pieces.every(({ part, mark, text, isFirst }, i) => {
      const other = /** @type {Piece} */ (others[i]);
      return part.start === other.part.start && text === other.text && isFirst === other.isFirst && mark.id === other.mark.id && mark.first === other.mark.first;
    })
  );
}

/**
 * Puts first what the reader sees, then what comes after it. It goes by halves, as if the text ran down the page: where it does not, another order is
 * no harm.
 * @template Value
 * @param {Map<Text, Value>} work
 * @returns {Map<Text, Value>}
 */
function fromScreenOn(work) {
  const entries = [...work];
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = /** @type {[Text, Value]} */ (entries[middle])[0];
    const range = node.ownerDocument.createRange();
    range.selectNode(node);
    if (range.getBoundingClientRect().bottom < 0) low = middle + 1;
    else high = middle;
  }
  return new Map([...entries.slice(low), ...entries.slice(0, low)]);
}

/**
 * @param {Home | undefined} home
 * @param {Node} node
 * @param {number} offset
 * @returns {Point | null}
 */
function placeIn(home, node, offset) {
  if (!home) return null;
  const at = home.base + (node.nodeType === 3 ? offset : offset && home.length);
  return [home.text, Math.min(at, home.text.length)];
}

/**
 * What text nodes hold, asked of the page once where one mark follows the other.
 * @param {(node: Text) => string} ask
 */
export function askedOnce(ask) {
  /** @type {Text | undefined} */
  let last;
  let text = '';
  return (/** @type {Text} */ node) => {
    if (node !== last) text = ask(node);
    last = node;
    return text;
  };
}

/**
 * Does the page still hold what was read? An engine may answer later, and the page go on meanwhile.
 * @param {PageText} page
 * @param {MarkSpec} spec
 * @param {Part[]} parts
 * @param {(node: Text) => string} [textOf]
 */
export function isStillThere({ text }, { start, end }, parts, textOf = ({ data }) => data) {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || first.offset !== start || last.offset + last.end - last.start !== end) return false;
  return parts.every(
    ({ node, start: from, end: to, offset }) => node.isConnected && textOf(node).slice(from, to) === text.slice(offset, offset + to - from),
  );
}

/** @param {HTMLElement} element @param {ElementMark} mark */
function ownFor(element, mark) {
  mark.elements.push(element);
  own(element, mark);
}

/**
 * Makes the elements. To assistive technology a mark is a button with its text as its name, and only the first of
 * an entry is a stop of the Tab key: a page of 300 stops is of use to nobody. Where inline elements of the page cut a mark in
 * pieces, the first piece is that button.
 *
 * They are clones, where an entry has more marks of the one before: a clone shares the attributes of its model until it gets one more, and to be given that one
 * takes longer than all else.
 * @param {Document} document
 */
function shapesOf(document) {
  const rest = document.createElement(TAG);
  const later = /** @type {HTMLElement} */ (rest.cloneNode(false));
  later.setAttribute('role', 'button');
  later.setAttribute('aria-expanded', 'false');
  const first = /** @type {HTMLElement} */ (later.cloneNode(false));
  later.setAttribute('tabindex', '-1');
  first.setAttribute('tabindex', '0');
  const shapes = { first, later, rest };
  /** @type {Map<string, HTMLElement>} */
  const models = new Map();
  /** @param {keyof typeof shapes} shape @param {string} id */
  return (shape, id) => {
    const known = shape === 'later' ? models.get(id) : undefined;
    const element = /** @type {HTMLElement} */ ((known ?? shapes[shape]).cloneNode(false));
    if (known) return element;
    element.setAttribute('entry', id);
    if (shape === 'later') models.set(id, element);
    return element;
  };
}
