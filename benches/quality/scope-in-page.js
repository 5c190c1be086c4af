/**
 * @file Runs in a page of the corpus: the text of its article, as we find it and as Readability.js does.
 */
import { loadWasm, LocalEngine } from '../../www/host/engine.js';
import { readPage } from '../../www/host/reader.js';
import { findScope } from '../../www/host/scope.js';

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
 * @param {{text: string} | {html: string}} article  as it should be
 * @param {boolean} withPeer
 * @returns {Promise<{wanted: string, ours: string, theirs: string, everything: string}>}
 */
export async function articles(article, withPeer) {
  await loadWasm(new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url));
  const engine = new LocalEngine({ entries: [{ term: 'a term', definition: 'a definition' }] });
  const { body } = document;
  const scope = await findScope(body, 'auto', engine);
  const ours = scope ? readPage(scope.element, scope).text : '';
  const theirs = withPeer ? await articleOfPeer() : '';
  return { wanted: 'text' in article ? article.text : textOfHtml(article.html), ours, theirs, everything: textOf(body) };
}

async function articleOfPeer() {
  const { Readability } = await import(PEERS);
  // It works on a document of its own, because it takes it apart.
  return textOfHtml(new Readability(/** @type {Document} */ (document.cloneNode(true))).parse()?.content ?? '');
}
