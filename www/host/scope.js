/**
 * @file Where the article is on a page that nobody prepared. What a page says about itself comes first (structured data,
 * `<article>`, `<main>`); paragraphs decide between several, and find it where nothing is said.
 */

import { checkSelector } from './reader.js';

/**
 * UTF-16 code units of paragraph text. Less is no article: a teaser, a cookie notice, a list of headlines. Where a page marks its
 * text as article body, no minimum is asked for.
 */
const MIN_TEXT = 140;

/** An article or `<main>` with less than this part of the text of the best container is something else, such as a comment. */
const FAIR_PART = 0.5;

/** Containers of what is not the article. */
const BESIDE = 'nav, aside, footer, [role="navigation"], [role="complementary"], [role="contentinfo"], [hidden], [aria-hidden="true"], dialog, template';

/**
 * @param {Element} root
 * @param {string} scope  `auto`, `all` or a selector
 * @returns {Element | null} nothing where there is no article, or nothing matches
 */
export function findScope(root, scope) {
  if (scope === 'all') return root;
  // An element that was named as the root is what is meant, also where it looks like no article.
  if (scope === 'auto') return findArticle(root) ?? (root.contains(root.ownerDocument.body) ? null : root);
  checkSelector(root, scope, 'scope');
  return root.matches(scope) ? root : root.querySelector(scope);
}

/**
 * @param {Element} root
 * @returns {Element | null}
 */
function findArticle(root) {
  const body = longest(root.querySelectorAll('[itemprop~="articleBody"]'), (element) => element.textContent?.length ?? 0);
  if (body) return body;

  /** Text of the paragraphs directly in an element, and of all in an `<article>` or `<main>`. @type {Map<Element, number>} */
  const direct = new Map();
  /** @type {Map<Element, number>} */
  const landmarks = new Map();
  for (const paragraph of root.querySelectorAll('p')) {
    const parent = paragraph.parentElement;
    if (!parent || paragraph.closest(BESIDE)) continue;
    const length = paragraph.textContent?.trim().length ?? 0;
    add(direct, parent, length);
    // The innermost article only: a list of articles is not one.
    const article = paragraph.closest('article, [role="article"]');
    if (article && root.contains(article)) add(landmarks, article, length);
    const main = paragraph.closest('main, [role="main"]');
    if (main && root.contains(main)) add(landmarks, main, length);
  }
  const textOf = (/** @type {Element} */ element) => landmarks.get(element) ?? direct.get(element) ?? 0;
  const best = longest(direct.keys(), textOf);
  const enough = Math.max(MIN_TEXT, (best ? textOf(best) : 0) * FAIR_PART);
  const isMain = (/** @type {Element} */ element) => element.matches('main, [role="main"]');
  for (const candidates of [[...landmarks.keys()].filter((element) => !isMain(element)), [...landmarks.keys()].filter(isMain)]) {
    const candidate = longest(candidates, textOf);
    if (candidate && textOf(candidate) >= enough) return candidate;
  }
  return best && textOf(best) >= MIN_TEXT ? best : null;
}

/**
 * @param {Map<Element, number>} map
 * @param {Element} element
 * @param {number} amount
 */
function add(map, element, amount) {
  map.set(element, (map.get(element) ?? 0) + amount);
}

/**
 * @param {Iterable<Element>} elements
 * @param {(element: Element) => number} lengthOf
 * @returns {Element | null}
 */
function longest(elements, lengthOf) {
  /** @type {Element | null} */
  let best = null;
  let most = 0;
  for (const element of elements) {
    const length = lengthOf(element);
    if (length > most) [best, most] = [element, length];
  }
  return best;
}

/**
 * The article's title as the page shows it.
 * @param {Element} scope
 * @returns {string}
 */
export function findTitle(scope) {
  const document = scope.ownerDocument;
  const shared = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const candidates = [
    scope.querySelector('h1')?.textContent,
    scope.querySelector('[itemprop~="headline"]')?.textContent,
    document.querySelector('main h1')?.textContent,
    shared,
    document.title,
  ];
  for (const candidate of candidates) {
    const title = candidate?.replace(/\s+/g, ' ').trim();
    if (title) return title;
  }
  return '';
}
