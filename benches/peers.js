/**
 * @file Others that mark terms in a page, given the same terms: mark.js, and the regular expression that one writes by hand.
 */
import { textOf } from './floor.js';
import { freshPage, layOut } from './fresh.js';

/**
 * @typedef {import('./measure.js').Way} Way
 * @typedef {object} MarkOptions
 * @property {'exactly'} accuracy
 * @property {boolean} separateWordSearch
 * @property {boolean} caseSensitive
 * @property {(count: number) => void} done
 * @typedef {new (context: Element) => {mark: (terms: string[], options: MarkOptions) => void}} MarkJs
 */

/** Characters that mean something in a regular expression. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

/** What a Unicode-correct word boundary looks at. `\b` knows ASCII only: it finds "meta" in "métameta". */
const WORD = '[\\p{L}\\p{N}_]';

/** Where nothing is wrapped: about what a careful author thinks of. */
const UNREAD = 'script, style, noscript, textarea, select';

/** @param {readonly string[]} terms  longest first: of several alternatives the first that fits is taken */
function alternation(terms) {
  return [...terms].sort((a, b) => b.length - a.length).map((term) => term.replace(SYNTAX, '\\$&')).join('|');
}

/** @param {readonly string[]} terms */
export const asciiExpression = (terms) => new RegExp(`\\b(?:${alternation(terms)})\\b`, 'gi');

/** @param {readonly string[]} terms */
export const unicodeExpression = (terms) => new RegExp(`(?<!${WORD})(?:${alternation(terms)})(?!${WORD})`, 'giu');

/**
 * @param {string} text
 * @param {RegExp} expression
 */
function count(text, expression) {
  let found = 0;
  expression.lastIndex = 0;
  while (expression.test(text)) found += 1;
  return found;
}

/**
 * Wraps every match in each text node. Cuts a node once, however many matches it has.
 * @param {HTMLElement} host
 * @param {RegExp} expression
 * @returns {number} of marks
 */
export function wrapAll(host, expression) {
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  const work = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node).data;
    expression.lastIndex = 0;
    let match = expression.exec(text);
    if (!match || node.parentElement?.closest(UNREAD)) continue;
    const pieces = document.createDocumentFragment();
    let at = 0;
    for (; match; match = expression.exec(text)) {
      if (match.index > at) pieces.append(text.slice(at, match.index));
      const mark = document.createElement('mark');
      mark.textContent = match[0];
      pieces.append(mark);
      at = match.index + match[0].length;
    }
    if (at < text.length) pieces.append(text.slice(at));
    work.push({ node, pieces });
  }
  let marks = 0;
  for (const { node, pieces } of work) {
    marks += pieces.childElementCount;
    /** @type {Text} */ (node).replaceWith(pieces);
  }
  return marks;
}

/**
 * @param {string} html
 * @param {HTMLElement} host
 * @param {readonly string[]} terms
 * @returns {Way[]}
 */
export function regExps(html, host, terms) {
  const text = textOf(freshPage(host, html));
  host.replaceChildren();
  const fresh = (/** @type {HTMLElement} */ host) => freshPage(host, html);
  const kinds = [
    { kind: 'RegExp, ASCII \\b', expression: asciiExpression(terms) },
    { kind: 'RegExp, Unicode', expression: unicodeExpression(terms) },
  ];
  return [
    ...kinds.map(({ kind, expression }) => ({ name: `${kind}: scan`, note: 'ready string', run: () => count(text, expression) })),
    ...kinds.map(({ kind, expression }) => ({
      name: `${kind}: wrap`,
      note: 'every occurrence',
      prepare: fresh,
      run: (/** @type {HTMLElement} */ host) => wrapAll(host, expression),
    })),
    ...kinds.slice(0, 1).map(({ kind, expression }) => ({
      name: `${kind}: wrap, with layout`,
      note: 'laid out before and after',
      prepare: (/** @type {HTMLElement} */ host) => {
        layOut(fresh(host));
        return host;
      },
      run: (/** @type {HTMLElement} */ host) => {
        const marks = wrapAll(host, expression);
        layOut(host);
        return marks;
      },
    })),
  ];
}

/** mark.js calls itself for each further term of a list: about a thousand overflow the stack. */
const MARK_JS_BATCH = 100;

/**
 * @param {string} html
 * @param {readonly string[]} terms
 * @param {string} [skip]  why not
 * @returns {Way[]}
 */
export function markJs(html, terms, skip = '') {
  const { Mark } = /** @type {{Mark?: MarkJs}} */ (/** @type {unknown} */ (globalThis));
  if (!Mark) throw new Error('mark.js is not on the page');
  const sorted = [...terms].sort((a, b) => b.length - a.length);
  return [
    {
      name: 'mark.js 8: mark',
      note: 'every occurrence',
      skip,
      prepare: (host) => freshPage(host, html),
      run: (host) => {
        let marks = 0;
        const done = (/** @type {number} */ total) => (marks += total);
        const marker = new Mark(host);
        for (let at = 0; at < sorted.length; at += MARK_JS_BATCH) {
          // It calls `done` before it returns, unless there are frames.
          marker.mark(sorted.slice(at, at + MARK_JS_BATCH), { accuracy: 'exactly', separateWordSearch: false, caseSensitive: false, done });
        }
        return marks;
      },
    },
  ];
}
