/**
 * @file Runs in a page of the corpus: the text of its article, as we find it and as Readability.js does.
 */
import { loadWasm, LocalEngine } from '../../www/host/engine.js';
import { readPage } from '../../www/host/reader.js';
import { findDate, findScope, findTitle } from '../../www/host/scope.js';

/** Where the other's library is: only in a run of the benchmark. */
const PEERS = '/peers/peers.js';

/**
 * The text of a tree, with a space between blocks: `textContent` would glue their words together.
 * @param {Node} root
 */
function textOf(root) {
  let text = '';
  for (const node of root.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += /** @type {Text} */ (node).data;
    else if (node instanceof Element && !node.matches('script, style, noscript, template, svg')) {
      const isInline = node.matches('a, abbr, b, bdi, bdo, cite, code, em, font, i, ins, kbd, mark, q, s, small, span, strong, sub, sup, time, u, var, wbr');
      text += isInline ? textOf(node) : ` ${textOf(node)} `;
    }
  }
  return text;
}

/** @param {string} html */
const textOfHtml = (html) => textOf(new DOMParser().parseFromString(html, 'text/html').body);

/**
 * @param {import('./corpora.js').ArticlePage['article']} article  as it should be
 * @param {boolean} withPeer
 * @returns {Promise<{wanted: string, title: string, date: string, ours: string, theirs: string, everything: string}>}
 */
export async function articles(article, withPeer) {
  await loadWasm(new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url));
  const engine = new LocalEngine({ entries: [{ term: 'a term', definition: 'a definition' }] });
  const { body } = document;
  const scope = await findScope(body, 'auto', engine);
  const ours = scope ? readPage(scope.element, scope).text : '';
  const theirs = withPeer ? await articleOfPeer() : '';
  const [title, date] = scope ? [findTitle(scope.element), findDate(scope.element)] : ['', ''];
  return { wanted: wantedOf(article), title, date, ours, theirs, everything: textOf(body) };
}

/** @param {import('./corpora.js').ArticlePage['article']} article */
function wantedOf(article) {
  if ('text' in article) return article.text;
  if ('html' in article) return textOfHtml(article.html);
  for (const selectors of article.selectors) {
    const found = [selectors].flat().map((selector) => all(selector));
    // As Mercury Parser has it: a selector alone has to be of one element, of several each has to be there.
    const isThere = Array.isArray(selectors) ? found.every((elements) => elements.length > 0) : found[0]?.length === 1 && found[0][0]?.textContent?.trim();
    if (!isThere) continue;
    const whole = document.createElement('div');
    const elements = found.flat().filter((element, _, those) => !those.some((other) => other !== element && other.contains(element)));
    elements.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    for (const element of new Set(elements)) whole.append(element.cloneNode(true));
    for (const selector of article.clean) for (const element of all(selector, whole)) element.remove();
    return textOf(whole);
  }
  return '';
}

/** Nothing for a selector that only their library knows. @param {string} selector @param {ParentNode} [root] */
function all(selector, root = document) {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

async function articleOfPeer() {
  const { Readability } = await import(PEERS);
  // It works on a document of its own, because it takes it apart.
  return textOfHtml(new Readability(/** @type {Document} */ (document.cloneNode(true))).parse()?.content ?? '');
}
