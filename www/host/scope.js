/**
 * @file Which part of the page is read. Where nobody says it, the engine finds the article (`outline.js` shows it the page).
 *
 * @typedef {import('./types.js').Engine} Engine
 */

import { outlineOf } from './outline.js';
import { checkSelector, isLong } from './reader.js';
import { finish } from './slices.js';

/**
 * What is read, and what of it is not: elements that are not part of the article, such as related links in its midst.
 * @typedef {{element: Element, leftOut: Element[]}} Scope
 */

/** Where an engine cannot find an article, the page has to say where it is. */
const DECLARED = '[itemprop~="articleBody"], article, [role="article"], main, [role="main"]';

/**
 * @param {Element} root
 * @param {string} wanted  `auto`, `all` or a selector
 * @param {Engine} engine
 * @param {import('./slices.js').Slices} [slices]
 * @param {import('./types.js').Renderer['wholeOf']} [wholeOf]
 * @returns {Scope | null | Promise<Scope | null>} nothing where there is no article, or nothing matches; a promise where the engine answers later, or the
 *   page is long
 */
export function findScope(root, wanted, engine, slices, wholeOf) {
  if (wanted === 'all') return whole(root);
  if (wanted !== 'auto') {
    checkSelector(root, wanted, 'scope');
    return whole(root.matches(wanted) ? root : root.querySelector(wanted));
  }
  // An element that was named as the root is what is meant, also where it looks like no article.
  const otherwise = whole(root.contains(root.ownerDocument.body) ? null : root);
  if (!engine.findArticle) return whole(root.querySelector(DECLARED)) ?? otherwise;
  /** @param {import('./outline.js').Outline} outline */
  const ask = ({ elements, table }) => {
    /** @param {Iterable<number>} rows */
    const toScope = ([row, ...others]) => {
      const elementOf = (/** @type {number} */ index) => /** @type {Element} */ (elements[index]);
      return row === undefined ? otherwise : { element: elementOf(row), leftOut: others.map(elementOf) };
    };
    const rows = engine.findArticle?.(table) ?? [];
    return 'then' in rows ? rows.then(toScope) : toScope(rows);
  };
  const outline = finish(outlineOf(root, wholeOf), isLong(root) ? slices : undefined);
  return outline instanceof Promise ? outline.then(ask) : ask(outline);
}

/** @param {Element | null} element */
const whole = (element) => element && { element, leftOut: [] };

/** UTF-16 code units: what a page calls itself by may hold shorter headings too, of sections and sites. */
const SHORTEST_TITLE = 8;

/** With single spaces, and without the sign that headings of manuals are linked by. @param {string | null | undefined} text */
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').replace(/[ ¶\u200b]+$/, '').trimStart();

/**
 * The article's title as the page shows it.
 * @param {Element} scope
 * @returns {string}
 */
export function findTitle(scope) {
  const document = scope.ownerDocument;
  const declared = document.querySelector('h1[itemprop~="headline"]');
  const inner = scope.querySelector('h1, [itemprop~="headline"]');
  const own = plain((declared ?? inner)?.textContent);
  const stated = plain(document.querySelector('meta[property="og:title"]')?.getAttribute('content')) || plain(document.title);
  if (declared || letters(stated).includes(letters(own) || ' ') || own.length > LONGEST_SECTION || (inner && begins(scope, inner))) return own;
  // Only then: to look for what is not there takes a walk through the whole page.
  const around = inner ? null : document.querySelector('main h1');
  return statedHeading(scope, stated) || plain(around?.textContent) || stated || own;
}

/** UTF-16 code units: the heading of a section, or of the comments, is no longer … */
const LONGEST_SECTION = 20;

/** … and stands behind more than this. A byline and a date may stand before a title. */
const BEFORE_TITLE = 140;

/** @param {Element} scope @param {Element} heading */
function begins(scope, heading) {
  const range = document.createRange();
  range.setStart(scope, 0);
  range.setEndBefore(heading);
  return plain(String(range)).length < BEFORE_TITLE;
}

/** Without what differs between a head and a heading: capitals, and quotation marks of another form. @param {string} text */
const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The last heading before the article that the page calls itself by. Its title may have the name of the site as well, which stands in a heading further up.
 * @param {Element} scope
 * @param {string} stated
 */
function statedHeading(scope, stated) {
  let title = '';
  for (const heading of scope.ownerDocument.querySelectorAll('h1, h2')) {
    const text = plain(heading.textContent);
    const isIt = text.length > SHORTEST_TITLE && letters(stated).includes(letters(text));
    if (isIt && scope.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING) title = text;
  }
  return title;
}

/** What may stand in an article and has times of its own: a comment, a teaser, a post that is quoted. */
const INNER = 'article, aside, footer, blockquote, figure, [class*="comment" i], [id*="comment" i], [class*="related" i]';

/** Where structured data and the head of a page have it. */
const NAMED = 'script[type="application/ld+json"], [property="article:published_time"], [name="parsely-pub-date"], [itemprop~="datePublished"]';

const ARTICLE = 'article, [role="article"]';

/**
 * When the article was published, as the page states it: in its structured data, its head, or a `<time>` of the article itself.
 * @param {Element} scope
 * @returns {string} it begins with `YYYY-MM-DD`; empty where the page does not say so
 */
export function findDate(scope) {
  const document = scope.ownerDocument;
  let article = scope.closest(`${ARTICLE}, main, [role="main"]`) ?? scope;
  // Where more than the article is read, the one that is there; of several nobody knows which it is.
  const [only, another] = article.querySelectorAll(ARTICLE);
  if (only && !another && !article.matches(ARTICLE)) article = only;
  // Structured data in a script are about the page, wherever they stand.
  const isOwn = (/** @type {Element} */ element) => {
    const inner = element.closest(INNER);
    return !inner || inner.contains(article) || element.matches('script');
  };
  const named = [...document.querySelectorAll(NAMED), ...article.querySelectorAll('time[datetime]')].filter(isOwn);
  const dates = named.map((element) => element.getAttribute('content') ?? element.getAttribute('datetime') ?? /"datePublished"\s*:\s*"([^"]+)/.exec(element.textContent ?? '')?.[1]);
  return dates.find((date) => /^\d{4}-\d\d-\d\d/.test(date ?? '')) ?? '';
}
