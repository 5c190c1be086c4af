/**
 * @file Reads a part of a page: one string, the table of its blocks, and the way back from an offset to a text node. Changes
 * nothing.
 *
 * The walk is by hand (`firstChild`, `nextSibling`): a TreeWalker with a filter callback needs seven times as long as the
 * reading itself. What elements say by attributes is asked of those that have some, by one selector.
 *
 * What joins the text nodes: `\n` between blocks, and U+FFFC (object replacement) where something stands in the line that is
 * not text, so that no term is put together across a picture. These belong to no node.
 */

import { Boxes, hasSheets } from './boxes.js';
import { GlossatorError } from './errors.js';
import { firstOf, nextOf, parentOf } from './shadow.js';
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
  [BLOCK, 'br p div section article main li ul ol menu dl dt dd tr table thead tbody tfoot form fieldset legend search blockquote hr center'],
  [BLOCK | HEADING, 'h1 h2 h3 h4 h5 h6 hgroup'],
  // A quotation (blockquote, above) is prose: in news it often says what the article is about.
  [BLOCK | ASIDE, 'td th caption figure figcaption aside header footer address'],
  [BLOCK | ASIDE | UNMARKABLE, 'nav'],
  [BLOCK | UNMARKABLE, 'pre summary'],
  [UNMARKABLE, 'button label code kbd samp var tt dfn output meter progress'],
  [DEPENDS, 'a abbr sup'],
  [BLOCK | DEPENDS, 'details dialog'],
  // rt and rp: the letters of a ruby's base belong together.
  [SKIP, 'script style noscript template rt rp rtc datalist title head link meta param source track'],
  [SKIP | OBJECT, 'img picture svg math canvas audio video iframe object embed select textarea input gloss-term gloss-card gloss-sidebar gloss-appendix'],
];

/** @type {Map<string, number>} from the name of an element to what it is; others are inline and plain unless their style says otherwise */
export const KINDS = new Map(NAMES.flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])));

/**
 * Not read, whatever the element: hidden, not there for readers, or being written in. What a closed `<details>` holds is read, as a
 * search in the page finds it too, but a term that also stands elsewhere is marked there.
 */
export const UNREAD = '[hidden], [aria-hidden="true"], [contenteditable]:not([contenteditable="false" i])';

/** Not read from outside. Whoever reads in one does so because it is open. */
const POPOVER = '[popover]';

/** What the generators of manuals call the signature of a function, or the type in it, where it stands in no `<code>`. */
const SIGNATURE = ', .sig, .param-type, [class^="memItem"], [class*="signature "], [class$="signature"]';

/** Read and counted, never marked. */
export const UNMARKED =
  '[translate="no"], .notranslate, .noglossary, [data-glossator="off"], ' +
  ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'option', 'textbox', 'searchbox', 'combobox', 'slider', 'spinbutton', 'treeitem']
    .map((role) => `[role="${role}"]`)
    .join() +
  SIGNATURE;

/** Beside the running prose. */
const BESIDE = '[role="navigation"], [role="complementary"], [role="note"], [role="banner"], [role="contentinfo"], [rel="author"], [itemprop="author"], .byline';

/** @type {[string, number][]} */
const SPECIAL = [[POPOVER, SKIP], [UNREAD, SKIP], [UNMARKED, UNMARKABLE], [BESIDE, ASIDE], ['[role="heading"]', HEADING | BLOCK]];

/** What an element of `SPECIAL` has at least: of those that have attributes, each is asked once in this coarse way. */
const TELLING =
  '[hidden], [aria-hidden], [contenteditable], [popover], [role], [translate], [data-glossator], [rel="author"], [itemprop="author"], ' +
  '.notranslate, .noglossary, .byline' +
  SIGNATURE;

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const CDATA_NODE = 4;
export const OBJECT_CHARACTER = '\uFFFC';

/** A footnote's number or sign, with or without brackets. */
const NOTE_SIGN = /^[\s[(]*[\d*†‡§,–-]{1,7}[\])\s]*$/;
const ENDS_IN_DIGIT = /\d\s*$/;

/**
 * @typedef {object} ReaderOptions
 * @property {readonly string[]} [exclude]  selectors of elements that are read, but not marked nor quoted from
 * @property {readonly Element[]} [leftOut]  elements that are not read
 * @property {boolean} [shadow]  are open shadow roots read?
 * @property {number} [inherited]  flags of all its text, where the root is a part of what is read (`inheritedBy`)
 * @property {import('./types.js').Renderer['wholeOf'] | undefined} [wholeOf]  where there are marks: they are read through
 */

/**
 * Reads in one go.
 * @param {Element} root
 * @param {ReaderOptions} [options]
 * @returns {PageText}
 * @throws {GlossatorError} `option-invalid` for a selector that is none
 */
export function readPage(root, options) {
  const reading = startReading(root, options);
  reading.go();
  return reading.page();
}

/** Elements: with more of them a page is read in slices, and each text node by itself. */
const MANY = 20_000;

/** Is it so much that one should rest while reading it? @param {Element} root */
export const isLong = (root) => root.getElementsByTagName('*').item(MANY) !== null;

/** Nodes between two looks at the clock. */
const STRIDE = 256;

/** Code units before a superscript that tell whether it is an exponent: a digit and the space behind it. */
const BEFORE = 8;

/**
 * Reads a page that may be long. Where it changes meanwhile, the reading begins anew; a page that never is quiet is read in one go in the end.
 * @param {Element} root
 * @param {ReaderOptions} options
 * @param {import('./slices.js').Slices} slices
 * @returns {PageText | Promise<PageText>}  a promise only where it is long
 */
export function readInSlices(root, options, slices) {
  return isLong(root) ? readAgain(root, options, slices, ATTEMPTS) : readPage(root, options);
}

/** Readings of a page that changes under them, before it is read in one go. */
const ATTEMPTS = 5;

/**
 * @param {Element} root
 * @param {ReaderOptions} options
 * @param {import('./slices.js').Slices} slices
 * @param {number} attempts
 * @returns {Promise<PageText>}
 */
async function readAgain(root, options, slices, attempts) {
  const { MutationObserver } = /** @type {Window & typeof globalThis} */ (root.ownerDocument.defaultView);
  let hasChanged = false;
  const observer = new MutationObserver(() => (hasChanged = true));
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  try {
    const reading = startReading(root, options);
    while (attempts > 0 && !hasChanged && reading.go(slices.isDue)) await slices.rest();
    // To join what was read takes more than a slice.
    await slices.rest();
    // What came during the last slice is not told yet.
    if (!hasChanged && !observer.takeRecords().length) {
      reading.go();
      return reading.page();
    }
  } finally {
    observer.disconnect();
  }
  return attempts > 0 ? readAgain(root, options, slices, attempts - 1) : readPage(root, options);
}

/**
 * A reading that may rest. Who lets it rest must begin another one where the page has changed meanwhile.
 *
 * The text of all nodes is taken at once: `textContent` needs half the time of `data` on each, and their lengths come without their texts.
 * @param {Element} root
 * @param {ReaderOptions} [options]
 * @throws {GlossatorError} `option-invalid` for a selector that is none
 */
export function startReading(root, options = {}) {
  const { exclude = [], shadow = false, inherited = 0, wholeOf } = options;
  const named = findNamed(root, options);
  const boxes = new Boxes(root);
  const context = contextOf(root, exclude);
  /** The text of all nodes, also of those that are not read; null where each node is asked. @type {string | null} */
  const source = shadow || isLong(root) ? null : (root.textContent ?? '');
  /** Where the text of the next node starts in it, and where what is not in `pieces` yet. */
  let cursor = 0;
  let from = 0;
  /** @type {string[]} */
  const pieces = [];
  /** How many of them are of an earlier slice. */
  let joined = 0;
  /** @type {Text[]} */
  const nodes = [];
  /** Where each of them starts and ends in the page text. @type {number[]} */
  const edges = [];
  /** @type {number[]} */
  const rows = [];
  let length = 0;
  /** A block has begun or ended since the last text. */
  let isNewBlock = true;
  /** Flags of the row that is being filled, and of what the walk is in. */
  let rowFlags = -1;
  let flags = (context | inherited) & INHERITED;
  /** For each element that it is in: the flags around it, and BLOCK where it is one. @type {number[]} */
  const stack = [];
  /** @type {Node | null} */
  let node = (context | inherited) & SKIP ? null : shadow ? firstOf(root) : root.firstChild;
  /** @type {ShadowRoot[]} */
  const roots = [];

  /** Goes past text that is not read. @param {number} units */
  const pass = (units) => {
    if (source === null) return;
    if (cursor > from) pieces.push(source.slice(from, cursor));
    from = cursor += units;
  };

  /** @param {string} text  a character of ours */
  const join = (text) => {
    pass(0);
    pieces.push(text);
    length += text.length;
  };

  /** @param {Text} text @param {string} [whole]  what it held before it was cut */
  const add = (text, whole) => {
    const units = whole?.length ?? text.length;
    if (units === 0) return;
    const data = source ?? whole ?? text.data;
    if (isNewBlock) {
      // White space between blocks is no text; it would only make rows.
      if (isBlank(data, source === null ? 0 : cursor, units)) return pass(units);
      if (length) join('\n');
      rows.push(length, flags | BLOCK);
      isNewBlock = false;
      rowFlags = flags;
    } else if (flags !== rowFlags) {
      rows.push(length, flags);
      rowFlags = flags;
    }
    nodes.push(text);
    edges.push(length, (length += units));
    if (source === null) pieces.push(data);
    else cursor += units;
  };

  /** The text directly before the element that the walk is at. */
  const before = () => {
    if (isNewBlock) return '';
    return source?.slice(Math.max(from, cursor - BEFORE), cursor) ?? pieces.at(-1) ?? '';
  };

  return {
    /**
     * @param {() => boolean} [isDue]  shall it rest?
     * @returns {boolean}  is something left to read?
     */
    go(isDue) {
      let left = STRIDE;
      let at = node;
      while (at) {
        const type = at.nodeType;
        if (type === TEXT_NODE || type === CDATA_NODE) {
          const whole = wholeOf?.(/** @type {Text} */ (at));
          add(/** @type {Text} */ (at), whole?.text);
          if (whole) at = whole.last;
        } else if (type === ELEMENT_NODE) {
          const element = /** @type {Element} */ (at);
          let kind = KINDS.get(element.localName) ?? 0;
          if (element.hasAttributes()) {
            kind |= kindByAttributes(element);
            boxes.isStyled ||= element.hasAttribute('style');
          }
          if (named.size) kind |= named.get(element) ?? 0;
          if (kind & DEPENDS) kind |= refine(element, before);
          if (boxes.isStyled && !(kind & SKIP)) kind |= boxes.of(element, (kind & BLOCK) > 0);
          if (kind & BLOCK) isNewBlock = true;
          if (shadow && exclude.some((selector) => element.matches(selector))) kind |= UNMARKABLE | ASIDE;
          const inside = shadow ? firstOf(element) : element.firstChild;
          if (kind & SKIP) {
            if (inside && source !== null) pass(element.textContent?.length ?? 0);
            if (kind & OBJECT && !isNewBlock) join(OBJECT_CHARACTER);
          } else if (inside) {
            if (shadow && element.shadowRoot) {
              roots.push(element.shadowRoot);
              boxes.isStyled ||= hasSheets(element.shadowRoot);
            }
            stack.push(flags | (kind & BLOCK));
            flags |= kind & INHERITED;
            at = inside;
            continue;
          }
        }
        /** @type {Node | null} */
        let next = shadow ? nextOf(at) : at.nextSibling;
        while (!next) {
          at = shadow ? parentOf(/** @type {Node} */ (at)) : /** @type {Node} */ (at).parentNode;
          if (!at || at === root) break;
          const outer = stack.pop() ?? 0;
          if (outer & BLOCK) isNewBlock = true;
          flags = outer & INHERITED;
          next = shadow ? nextOf(at) : at.nextSibling;
        }
        at = next;
        if (isDue && (left -= 1) < 0) {
          left = STRIDE;
          if (isDue()) break;
        }
      }
      // To join the pieces of a long page at once would take several slices.
      if (isDue) joined = pieces.push(pieces.splice(joined).join(''));
      node = at;
      return at !== null;
    },

    /** @returns {PageText}  when nothing is left */
    page() {
      pass(0);
      if (!rows.length) rows.push(0, BLOCK);
      if (shadow && root.shadowRoot) roots.push(root.shadowRoot);
      return { root, roots, text: pieces.join(''), blocks: new Uint32Array(rows), nodes, edges: new Uint32Array(edges) };
    },
  };
}

/**
 * The text nodes that held a stretch of the page text when it was read, in document order. What belongs to no node is left out.
 * @param {PageText} page
 * @param {number} start
 * @param {number} end
 * @returns {Part[]}
 */
export const locate = (page, start, end) => locator(page)(start, end);

/** Nodes between two marks of a text that has many: as far as one looks before it is quicker to search by halves. */
const NEAR = 8;

/**
 * The same for many stretches: quickest where each begins behind the one before.
 * @param {PageText} page
 * @returns {(start: number, end: number) => Part[]}
 */
export function locator({ nodes, edges }) {
  /** The first node that ends behind `start`. */
  let low = 0;
  /** @param {number} index */
  const endOf = (index) => /** @type {number} */ (edges[2 * index + 1]);
  return (start, end) => {
    const near = low + NEAR;
    if (low > 0 && endOf(low - 1) > start) low = 0;
    while (low < near && low < nodes.length && endOf(low) <= start) low += 1;
    for (let high = low < near ? low : nodes.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (endOf(middle) <= start) low = middle + 1;
      else high = middle;
    }
    /** @type {Part[]} */
    const parts = [];
    for (let i = low; i < nodes.length; i += 1) {
      const at = /** @type {number} */ (edges[2 * i]);
      if (at >= end) break;
      const offset = Math.max(start, at);
      parts.push({ node: /** @type {Text} */ (nodes[i]), start: offset - at, end: Math.min(end, endOf(i)) - at, offset });
    }
    return parts;
  };
}

/**
 * @param {[node: Text, offset: number]} from
 * @param {[node: Text, offset: number]} to
 * @returns {Range | null}  nothing when the page no longer has them
 */
export function rangeBetween([from, start], [to, end]) {
  // Where another tool has wrapped the words of a mark, an element is there, and has no length.
  if (!from.isConnected || !to.isConnected || !(start <= from.length && end <= to.length)) return null;
  const range = from.ownerDocument.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  return range;
}

/**
 * @param {Element} root
 * @param {ReaderOptions} options
 * @returns {Map<Element, number>} what those who asked for the reading say of elements
 */
function findNamed(root, { exclude = [], leftOut = [] }) {
  /** @type {Map<Element, number>} */
  const named = new Map();
  for (const selector of exclude) {
    checkSelector(root, selector, 'exclude');
    for (const element of root.querySelectorAll(selector)) named.set(element, UNMARKABLE | ASIDE);
  }
  for (const element of leftOut) named.set(element, SKIP);
  return named;
}

/** @param {Element} element @returns {number} what its attributes say */
function kindByAttributes(element) {
  let kind = 0;
  if (element.matches(TELLING)) for (const [selector, more] of SPECIAL) if (element.matches(selector)) kind |= more;
  return kind;
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
 * @param {readonly string[]} [exclude]
 * @returns {number}
 */
function contextOf(root, exclude = []) {
  const { isContentEditable, ownerDocument } = /** @type {HTMLElement} */ (root);
  let flags = isContentEditable || ownerDocument.designMode === 'on' ? SKIP : 0;
  let excluded = 0;
  /** @type {Element | null | undefined} */
  let at = root;
  for (; at; at = at.parentElement ?? /** @type {Partial<ShadowRoot>} */ (at.getRootNode()).host) {
    const element = at;
    const kind = KINDS.get(element.localName) ?? 0;
    flags |= kind & DEPENDS ? refine(element, () => '') : kind;
    for (const [selector, more] of SPECIAL) if (selector !== POPOVER && element.matches(selector)) flags |= more;
    if (exclude.some((selector) => element.matches(selector))) excluded = UNMARKABLE | ASIDE;
  }
  return (flags & ~(ASIDE | CLOSED)) | excluded;
}

/**
 * @param {Node} node
 * @param {Element} scope
 * @param {(node: Node) => Node | null} [up]
 * @returns {Element | null}  the block that it is in, or is; none where that is the scope itself
 */
export function blockOf(node, scope, up = ({ parentNode }) => parentNode) {
  let at = /** @type {Node | null} */ (node);
  while (at && at !== scope && !isBlock(at)) at = up(at);
  return at === scope ? null : /** @type {Element | null} */ (at);
}

/** @param {Node} node  by its name @returns {node is Element} */
export const isBlock = (node) => ((KINDS.get(/** @type {Element} */ (node).localName) ?? 0) & BLOCK) > 0;

/**
 * What the text of an element has from itself and the elements around it within a root.
 * @param {Element} element
 * @param {Element} root
 * @param {boolean} shadow  are open shadow roots read?
 */
export function inheritedBy(element, root, shadow) {
  let flags = 0;
  for (let at = /** @type {Node | null} */ (element); at && at !== root; at = shadow ? parentOf(at) : at.parentNode) {
    const { localName } = /** @type {Element} */ (at);
    const kind = KINDS.get(localName) ?? 0;
    flags |= kindByAttributes(/** @type {Element} */ (at)) | (kind & DEPENDS ? refine(/** @type {Element} */ (at), () => '') : kind);
  }
  return flags & (INHERITED | SKIP);
}

/**
 * @param {Element} element
 * @param {() => string} before  the text before it
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
    case 'dialog':
      return element.hasAttribute('open') ? 0 : SKIP;
    default: {
      // A footnote mark is no part of the word before it; the exponent of a number stays.
      const isNote = element.querySelector('a[href^="#"]') || (NOTE_SIGN.test(element.textContent ?? '') && !ENDS_IN_DIGIT.test(before()));
      return isNote ? SKIP : 0;
    }
  }
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} units
 */
function isBlank(text, start, units) {
  for (let i = start; i < start + units; i += 1) {
    const unit = text.charCodeAt(i);
    // space, tab, line feed, form feed, carriage return: what HTML collapses. A no-break space is there to be seen.
    if (unit !== 32 && unit !== 10 && unit !== 9 && unit !== 13 && unit !== 12) return false;
  }
  return true;
}
