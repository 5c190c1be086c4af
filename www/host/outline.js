/**
 * @file What a page looks like from far: one row for each of its block-level elements, by which the engine finds the article
 * (`src/article/scope.rs`). Changes nothing, copies nothing, asks for no layout.
 */

import { KINDS } from './reader.js';
import { BLOCK, SKIP } from './tables.js';

/** Flags of a row. */
const BESIDE = 1;
const HEADING = 2;
const ARTICLE_BODY = 4;
const PARAGRAPH = 8;
const LANDMARK = 16;
const CERTAIN = 32;
const TITLE = 64;
const OTHERS = 128;
const ITEM = 1024;
const SIDEBAR = 2048;

/** Numbers in a row: that of the row around it, flags, code units of text directly in it, and of those in links. */
const ROW = 4;

/** What an element's name or role says of it. @type {[number, string][]} */
const KNOWN = [
  [CERTAIN, 'nav footer menu address search navigation contentinfo dialog alertdialog alert'],
  // A page may have all of its article in one.
  [BESIDE, 'header aside banner complementary'],
  [HEADING | TITLE, 'h1'],
  [HEADING, 'h2 h3 h4 h5 h6 hgroup heading'],
  [LANDMARK, 'article main'],
  [PARAGRAPH, 'p'],
  [ITEM, 'tr dt dd pre'],
];

/** @type {Map<string, number>} */
const FLAGS = new Map(KNOWN.flatMap(([flag, names]) => names.split(' ').map((name) => [name, flag])));

/**
 * Words in classes and ids of what is beside an article. Those of the first line also as the beginning of a longer word: "relatedposts".
 */
const BESIDE_NAME = new RegExp(
  '(?:^|[^a-z])(?:' +
    'related|recommend|recirc|breadcrumb|newsletter|navigation|subscri|advert|sponsor|promo|byline|copyright|pagination|disclaimer|cookie|consent|caption|' +
    '(?:shar(?:e|ing)|social|signup|ads?|authors?|bio|dateline|timestamp|tags?|topics|menu|nav(?:header|footer)?|foot(?:er)?|popup|modal|gdpr|trending|popular|teasers?|credits?|print|login|ratings?|widget|more|image|img|photos?|gallery|video|player)(?![a-z]|-text)' +
    ')',
);

/** And of what others say about it. */
const OTHERS_NAME = /(?:^|[^a-z])(?:comment|(?:repl(?:y|ies)|respond)(?![a-z]))/;

/**
 * Words in names that say something else: what an article has or lacks ("has-paywall", "no-sidebar"; what is not printed is mostly beside it), what a site builder calls each of its boxes,
 * and text with an image beside it.
 */
const NO_NAME = /(?:^| )(?:has|with|no)-(?!print)[^ ]*|[^ ]*\/[^ ]*|elementor-widget|text-image|tsd-comment/g;

/** What systems for keeping sites call a post: its other names are those of its topics ("tag-video") and of what became of it ("node-promoted"). */
const POST_NAME = /(?:^| )(?:hentry|(?:post|node)-\d+|type-(?:post|page)|node--type[^ ]*)(?= |$)/;

/** Elements whose names are about the page as a whole. */
const WHOLE = new Set(['body', 'main', 'article', 'form']);

/** Hidden from readers, at least now. */
const HIDDEN = '[hidden], [aria-hidden="true"], dialog:not([open]), [popover]';

/** Code units of text: shorter ones are not asked whether a style hides them. */
const WORTH_ASKING = 25;

/** An element for each row; the first is the root. @typedef {{elements: Element[], table: Uint32Array}} Outline */

/** What takes room and is not painted is not seen either. */
const SEEN = { visibilityProperty: true };

/** Nodes between two looks at the clock. */
const STRIDE = 256;

/**
 * In steps, between which whoever wants it may rest.
 * @param {Element} root
 * @param {import('./types.js').Renderer['wholeOf']} [wholeOf]
 * @returns {Generator<void, Outline>}
 */
export function* outlineOf(root, wholeOf) {
  /** @type {Element[]} */
  const elements = [root];
  /** @type {number[]} */
  const table = [0, flagsOf(root), 0, 0];
  const hidden = new Set(root.querySelectorAll(HIDDEN));
  /** Of the elements that the walk is in: their row, and whether they are in a link. @type {[row: number, inLink: boolean][]} */
  const stack = [];
  let row = 0;
  let inLink = false;
  let left = STRIDE;
  /** @type {Node | null} */
  let node = root.firstChild;
  while (node) {
    const { nodeType } = node;
    if (nodeType === 1 && node.firstChild) {
      const element = /** @type {Element} */ (node);
      const name = element.localName;
      const kind = KINDS.get(name) ?? 0;
      if (!(kind & SKIP) && !hidden.has(element)) {
        stack.push([row, inLink]);
        if (kind & BLOCK || name.includes('-')) {
          table.push(row, flagsOf(element), 0, 0);
          row = elements.push(element) - 1;
        } else if (name === 'a') {
          // A link within the page is a table of contents or a footnote.
          inLink ||= element.hasAttribute('href') && !element.getAttribute('href')?.startsWith('#');
        }
        node = element.firstChild;
        continue;
      }
    } else if (nodeType === 3) {
      const whole = wholeOf?.(/** @type {Text} */ (node));
      const text = whole?.text ?? /** @type {Text} */ (node);
      if (whole) node = whole.last;
      const at = row * ROW + 2;
      // The length comes without the text, which is what takes time. In a paragraph it is near enough; elsewhere many a text is only the white space between blocks.
      const { length } = Number(table[at - 1]) & (PARAGRAPH | HEADING) ? text : (typeof text === 'string' ? text : text.data).trim();
      table[at] = (table[at] ?? 0) + length;
      if (inLink) table[at + 1] = (table[at + 1] ?? 0) + length;
    }
    /** @type {Node | null} */
    let next = node.nextSibling;
    while (!next) {
      node = /** @type {Node} */ (node).parentNode;
      if (!node || node === root) break;
      [row, inLink] = stack.pop() ?? [0, false];
      next = node.nextSibling;
    }
    node = next;
    if ((left -= 1) < 0) yield void (left = STRIDE);
  }
  // Nothing of a page can be seen that shows itself when it is ready.
  if (root.checkVisibility?.(SEEN) !== false) {
    for (const [index, element] of elements.entries()) {
      const at = index * ROW + 2;
      if ((table[at] ?? 0) >= WORTH_ASKING && element.checkVisibility?.(SEEN) === false) table[at] = table[at + 1] = 0;
      if ((left -= 1) < 0) yield void (left = STRIDE);
    }
  }
  return { elements, table: Uint32Array.from(table) };
}

/** Do its name, role or classes say that it is not part of the article around it? @param {Element} element */
export const isBeside = (element) => (flagsOf(element) & (BESIDE | CERTAIN | OTHERS)) > 0;

/** @param {Element} element */
function flagsOf(element) {
  const { localName } = element;
  let flags = (FLAGS.get(localName) ?? 0) | (FLAGS.get(element.getAttribute('role') ?? '') ?? 0);
  if (/\barticleBody\b/.test(element.getAttribute('itemprop') ?? '')) flags |= ARTICLE_BODY;
  if (flags & ARTICLE_BODY || WHOLE.has(localName)) return flags;
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (names.length < 2) return flags;
  // "relatedPosts" is two words, "withSidebar" is what an article has.
  let words = names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().replace(NO_NAME, '');
  if (OTHERS_NAME.test(words)) return flags | BESIDE | OTHERS;
  if (POST_NAME.test(words)) return flags;
  // A section's id is most often made of its heading, which says what it is about.
  if (localName === 'section') words = words.replace(/\S*$/, '');
  if (BESIDE_NAME.test(words)) return flags | BESIDE;
  return /(?:^|[^a-z])sidebar/.test(words) ? flags | BESIDE | SIDEBAR : flags;
}
