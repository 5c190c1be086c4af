/**
 * @file The terms on paper: title, terms by name, definitions and sources, printed from a frame of its own so that the page's own print styles have no say in it.
 *
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./strings.js').Strings} Strings
 */

import { build, categoryOf, safeUrl } from './dom.js';

const PAPER = `
body { margin: 0; font: 11pt/1.45 Georgia, "Noto Serif", serif; color: #000; }
h1 { font-size: 16pt; line-height: 1.25; margin: 0 0 .2em; }
.where { margin: 0 0 1.6em; font-size: 9pt; color: #444; overflow-wrap: anywhere; }
dl { margin: 0; }
dt { font-weight: bold; break-after: avoid; }
dt span { font-weight: normal; font-size: 9pt; color: #444; }
dd { margin: .1em 0 .9em; break-inside: avoid; white-space: pre-line; }
cite { display: block; font-style: normal; font-size: 9pt; color: #444; overflow-wrap: anywhere; }
`;

/**
 * @param {Document} document
 * @param {Strings} strings
 * @param {Enrichment} found
 * @param {AbortSignal} signal
 */
export async function printTerms(document, strings, { title, terms }, signal) {
  const frame = build(document, 'iframe', { 'aria-hidden': 'true', tabindex: '-1' });
  // Not `display: none`, with which some browsers print nothing.
  for (const [name, value] of [['position', 'fixed'], ['width', '0'], ['height', '0'], ['border', '0'], ['visibility', 'hidden']]) {
    frame.style.setProperty(/** @type {string} */ (name), /** @type {string} */ (value), 'important');
  }
  document.documentElement.append(frame);
  const away = () => frame.remove();
  signal.addEventListener('abort', away, { once: true });
  // The first document of a frame is replaced in some browsers when it has "loaded".
  await new Promise((done) => setTimeout(done));
  const { contentDocument: paper, contentWindow: view } = frame;
  if (!paper || !view || signal.aborted) return away();

  const { compare } = new Intl.Collator(strings.lang);
  const byName = [...terms].sort((a, b) => compare(a.entry.term, b.entry.term));
  paper.title = title || strings.sidebar.keyTerms;
  paper.documentElement.dir = strings.dir;
  const sheet = new /** @type {Window & typeof globalThis} */ (view).CSSStyleSheet();
  sheet.replaceSync(PAPER);
  paper.adoptedStyleSheets = [sheet];
  paper.body.replaceChildren(
    build(paper, 'h1', { dir: 'auto' }, title || strings.sidebar.keyTerms),
    build(paper, 'p', { class: 'where' }, document.location.href),
    build(paper, 'dl', {}, ...byName.flatMap(({ entry }) => {
      const category = categoryOf(entry, strings);
      const url = safeUrl(entry.url, document.baseURI);
      const source = [entry.source, url?.href].filter(Boolean).join(', ');
      return [
        build(paper, 'dt', { dir: 'auto' }, entry.term, category && build(paper, 'span', {}, ` · ${category}`)),
        build(paper, 'dd', { dir: 'auto' }, entry.definition, source && build(paper, 'cite', {}, source)),
      ];
    })),
  );
  view.addEventListener('afterprint', away, { once: true });
  view.focus();
  view.print();
}
