/**
 * @file Reads a part of a page: one string, the table of its blocks, and the way back from an offset to a text node. Changes
 * nothing.
 *
 * The walk is by hand (`firstChild`, `nextSibling`): a TreeWalker with a filter callback needs seven times as long as the
 * reading itself. Attributes are not asked of each element either; one `querySelectorAll` finds the few that matter.
 *
 * What joins the text nodes: `\n` between blocks, and U+FFFC (object replacement) where something stands in the line that is
 * not text, so that no term is put together across a picture. These belong to no node.
 */

import { Boxes } from './boxes.js';
import { GlossatorError } from './errors.js';
import { ASIDE, BLOCK, CLOSED, HEADING, SKIP, UNMARKABLE } from './tables.js';

/** @typedef {import('./types.js').PageText} PageText */

/** A stretch of a text node; `offset` is where it starts in the page text. @typedef {{node: Text, start: number, end: number, offset: number}} Part */

/** The flags of a row that hold for all text inside … */
const INHERITED = HEADING | UNMARKABLE | ASIDE | CLOSED;
// … and what else can be said of an element, beside SKIP.
/** It stands in the line like a letter: text before and after it is not one word. */
export const OBJECT = 64;
/** What it is depends on more than its name: see `refine`. */
export const DEPENDS = 128;

/** @type {[number, string][]} */
const NAMES = [
  // After a line break by hand, as in addresses and lists, something else begins.
  [BLOCK, 'br p div section article main li ul ol menu dl dt dd tr table thead tbody tfoot form fieldset legend search blockquote hr dialog center'],
  [BLOCK | HEADING, 'h1 h2 h3 h4 h5 h6 hgroup'],
  // A quotation (blockquote, above) is prose: in news it often says what the article is about.
  [BLOCK | ASIDE, 'td th caption figure figcaption aside header footer address'],
  [BLOCK | ASIDE | UNMARKABLE, 'nav'],
  [BLOCK | UNMARKABLE, 'pre summary'],
  [UNMARKABLE, 'button label code kbd samp var tt dfn output meter progress'],
  [DEPENDS, 'a abbr sup'],
  [BLOCK | DEPENDS, 'details'],
  // rt and rp: the letters of a ruby's base belong together.
  [SKIP, 'script style noscript template rt rp rtc datalist title head link meta param source track'],
  [SKIP | OBJECT, 'img picture svg math canvas audio video iframe object embed select textarea input gloss-term gloss-card gloss-sidebar'],
];

/** @type {Map<string, number>} from the name of an element to what it is; others are inline and plain unless their style says otherwise */
export const KINDS = new Map(NAMES.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])));

/**
 * Not read, whatever the element: hidden, not there for readers, or being written in. What a closed `<details>` holds is read, as a
 * search in the page finds it too, but a term that also stands elsewhere is marked there.
 */
const UNREAD = '[hidden], [aria-hidden="true"], [contenteditable]:not([contenteditable="false" i]), dialog:not([open])';

/** Not read from outside. Whoever reads in one does so because it is open. */
const POPOVER = '[popover]';

/** Read and counted, never marked. */
const UNMARKED =
  '[translate="no"], .notranslate, .noglossary, [data-glossator="off"], ' +
  ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'option', 'textbox', 'searchbox', 'combobox', 'slider', 'spinbutton', 'treeitem']
    .map((role) => `[role="${role}"]`)
    .join();

/** Beside the running prose. */
const BESIDE = '[role="navigation"], [role="complementary"], [role="note"], [role="banner"], [role="contentinfo"], [rel="author"], [itemprop="author"], .byline';

/** @type {[string, number][]} */
const SPECIAL = [[POPOVER, SKIP], [UNREAD, SKIP], [UNMARKED, UNMARKABLE], [BESIDE, ASIDE], ['[role="heading"]', HEADING | BLOCK]];

/** What an element of `SPECIAL` has at least: asking once in this coarse way, then the few in detail, takes half the time. */
const TELLING =
  '[hidden], [aria-hidden], [contenteditable], [popover], [role], [translate], [data-glossator], [rel="author"], [itemprop="author"], ' +
  '.notranslate, .noglossary, .byline, dialog';

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const CDATA_NODE = 4;
export const OBJECT_CHARACTER = '\uFFFC';

/** A footnote's number or sign, with or without brackets. */
const NOTE_SIGN = /^[\s[(]*[\d*†‡§,–-]{1,7}[\])\s]*$/;
const ENDS_IN_DIGIT = /\d\s*$/;

/**
 * @param {Element} root
 * @param {{exclude?: readonly string[], leftOut?: readonly Element[]}} [options]  selectors of elements that are read, but not marked nor quoted from;
 *   elements that are not read
 * @returns {PageText}
 * @throws {GlossatorError} `option-invalid` for a selector that is none
 */
export function readPage(root, { exclude = [], leftOut = [] } = {}) {
  const special = findSpecial(root, exclude);
  for (const element of leftOut) special.set(element, SKIP);
  /** @type {string[]} */
  const pieces = [];
  /** @type {Text[]} */
  const nodes = [];
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  /** @type {number[]} */
  const rows = [];
  let length = 0;
  /** A block has begun or ended since the last text. */
  let isNewBlock = true;
  /** Flags of the row that is being filled. */
  let rowFlags = -1;
  const boxes = new Boxes(root);
  const context = contextOf(root, exclude);
  let flags = context & INHERITED;
  /** For each element that the walk is in: its flags, and BLOCK where it is one. @type {number[]} */
  const stack = [];

  /** @param {string} text  a character of ours */
  const addJoint = (text) => {
    pieces.push(text);
    length += text.length;
  };

  /** @param {Text} node */
  const addText = (node) => {
    const text = node.data;
    // White space between blocks is no text; it would only make rows.
    if (text === '' || (isNewBlock && isBlank(text))) return;
    if (isNewBlock) {
      if (length) addJoint('\n');
      rows.push(length, flags | BLOCK);
    } else if (flags !== rowFlags) {
      rows.push(length, flags);
    }
    isNewBlock = false;
    rowFlags = flags;
    nodes.push(node);
    starts.push(length);
    pieces.push(text);
    length += text.length;
    ends.push(length);
  };

  /** @type {Node | null} */
  let node = context & SKIP ? null : root.firstChild;
  while (node) {
    const type = node.nodeType;
    if (type === ELEMENT_NODE) {
      const element = /** @type {Element} */ (node);
      let kind = KINDS.get(element.localName) ?? 0;
      if (special.size) kind |= special.get(element) ?? 0;
      if (kind & DEPENDS) kind |= refine(element, pieces.at(-1) ?? '');
      if (!(kind & SKIP)) kind |= boxes.of(element, (kind & BLOCK) > 0);
      if (kind & BLOCK) isNewBlock = true;
      if (kind & SKIP) {
        if (kind & OBJECT && !isNewBlock) addJoint(OBJECT_CHARACTER);
      } else if (element.firstChild) {
        stack.push(flags | (kind & BLOCK));
        flags |= kind & INHERITED;
        node = element.firstChild;
        continue;
      }
    } else if (type === TEXT_NODE || type === CDATA_NODE) {
      addText(/** @type {Text} */ (node));
    }
    /** @type {Node | null} */
    let next = node.nextSibling;
    while (!next) {
      node = /** @type {Node} */ (node).parentNode;
      if (!node || node === root) break;
      const outer = stack.pop() ?? 0;
      if (outer & BLOCK) isNewBlock = true;
      flags = outer & INHERITED;
      next = node.nextSibling;
    }
    node = next;
  }
  if (!rows.length) rows.push(0, BLOCK);
  return {
    root,
    text: pieces.join(''),
    blocks: Uint32Array.from(rows),
    nodes,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  };
}

/**
 * The text nodes that held a stretch of the page text when it was read, in document order. What belongs to no node is left out.
 * @param {PageText} page
 * @param {number} start
 * @param {number} end
 * @returns {Part[]}
 */
export function locate({ nodes, starts, ends }, start, end) {
  // the first node that ends behind `start`
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {number} */ (ends[middle]) <= start) low = middle + 1;
    else high = middle;
  }
  /** @type {Part[]} */
  const parts = [];
  for (let i = low; i < nodes.length; i += 1) {
    const at = /** @type {number} */ (starts[i]);
    if (at >= end) break;
    const offset = Math.max(start, at);
    const last = Math.min(end, /** @type {number} */ (ends[i]));
    parts.push({ node: /** @type {Text} */ (nodes[i]), start: offset - at, end: last - at, offset });
  }
  return parts;
}

/**
 * @param {[node: Text, offset: number]} from
 * @param {[node: Text, offset: number]} to
 * @returns {Range | null}  nothing when the page no longer has them
 */
export function rangeBetween([from, start], [to, end]) {
  if (!from.isConnected || !to.isConnected || start > from.length || end > to.length) return null;
  const range = from.ownerDocument.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  return range;
}

/**
 * @param {Element} root
 * @param {readonly string[]} exclude
 * @returns {Map<Element, number>} what attributes and selectors say of elements
 */
function findSpecial(root, exclude) {
  /** @type {Map<Element, number>} */
  const special = new Map();
  /** @param {Element} element @param {number} kind */
  const add = (element, kind) => special.set(element, (special.get(element) ?? 0) | kind);
  for (const element of root.querySelectorAll(TELLING)) {
    for (const [selector, kind] of SPECIAL) if (element.matches(selector)) add(element, kind);
  }
  for (const selector of exclude) {
    checkSelector(root, selector, 'exclude');
    for (const element of root.querySelectorAll(selector)) add(element, UNMARKABLE | ASIDE);
  }
  return special;
}

/**
 * @param {Element} root
 * @param {string} selector
 * @param {string} option
 */
export function checkSelector(root, selector, option) {
  try {
    root.ownerDocument.createDocumentFragment().querySelector(selector);
  } catch (cause) {
    throw new GlossatorError('option-invalid', `option "${option}" has ${JSON.stringify(selector)}; expected a selector`, { path: option, cause });
  }
}

/**
 * What the root itself and its ancestors say of all its text. That it is beside something else does not count: it is what
 * is read, and many a page has its article in a table cell.
 * @param {Element} root
 * @param {readonly string[]} exclude
 * @returns {number}
 */
function contextOf(root, exclude) {
  const { isContentEditable, ownerDocument } = /** @type {HTMLElement} */ (root);
  let flags = isContentEditable || ownerDocument.designMode === 'on' ? SKIP : 0;
  let excluded = 0;
  /** @type {Element | null | undefined} */
  let at = root;
  for (; at; at = at.parentElement ?? /** @type {Partial<ShadowRoot>} */ (at.getRootNode()).host) {
    const element = at;
    const kind = KINDS.get(element.localName) ?? 0;
    flags |= kind & DEPENDS ? refine(element, '') : kind;
    for (const [selector, more] of SPECIAL) if (selector !== POPOVER && element.matches(selector)) flags |= more;
    if (exclude.some((selector) => element.matches(selector))) excluded = UNMARKABLE | ASIDE;
  }
  return (flags & ~(ASIDE | CLOSED)) | excluded;
}

/**
 * @param {Element} element
 * @param {string} before  the text before it
 * @returns {number}
 */
function refine(element, before) {
  switch (element.localName) {
    case 'a':
      return element.hasAttribute('href') ? UNMARKABLE : 0;
    case 'abbr':
      return element.hasAttribute('title') ? UNMARKABLE : 0;
    case 'details':
      return element.hasAttribute('open') ? 0 : CLOSED;
    default: {
      // A footnote mark is no part of the word before it; the exponent of a number stays.
      const isNote = element.querySelector('a[href^="#"]') || (NOTE_SIGN.test(element.textContent ?? '') && !ENDS_IN_DIGIT.test(before));
      return isNote ? SKIP : 0;
    }
  }
}

/** @param {string} text */
function isBlank(text) {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // space, tab, line feed, form feed, carriage return: what HTML collapses. A no-break space is there to be seen.
    if (unit !== 32 && unit !== 10 && unit !== 9 && unit !== 13 && unit !== 12) return false;
  }
  return true;
}
