/**
 * @file A glossary at the end of the printed page: there while it is printed, and only then. In a shadow root, so that neither the page's styles nor ours reach the
 * other; at the end of the page, because inside it the page's layout would have a say.
 *
 * @typedef {import('./strings.js').Strings} Strings
 */

import { build, categoryOf, safeUrl } from './dom.js';
import { adopt } from './styles.js';

const TAG = 'gloss-appendix';

/** The page's own print styles hide what they do not know, hence the haste of the first rule. */
const PAPER = `
:host { all: initial !important; display: none !important; }
@media print { :host { display: block !important; break-before: page !important; } }
section { font: 11pt/1.45 Georgia, "Noto Serif", serif; color: #000; background: #fff; }
h2 { font-size: 14pt; line-height: 1.25; margin: 0 0 .8em; break-after: avoid; }
dl { margin: 0; }
dt { font-weight: bold; break-after: avoid; }
dt span { font-weight: normal; font-size: 9pt; color: #444; }
dd { margin: .1em 0 .9em; break-inside: avoid; white-space: pre-line; }
cite { display: block; font-style: normal; font-size: 9pt; color: #444; overflow-wrap: anywhere; }
`;

/**
 * @param {Document} document
 * @param {Strings} strings
 * @param {() => Pick<import('./types.js').Enrichment, 'marks' | 'terms'>} found  on the page now
 * @param {AbortSignal} signal
 */
export function printAppendix(document, strings, found, signal) {
  const view = /** @type {Window} */ (document.defaultView);
  /** @type {HTMLElement | null} */
  let appendix = null;
  const away = () => {
    appendix?.remove();
    appendix = null;
  };
  const add = () => {
    away();
    const { marks, terms } = found();
    const marked = new Set(marks.map(({ entry }) => entry));
    const entries = terms.filter(({ index }) => marked.has(index)).map(({ entry }) => entry);
    if (!entries.length) return;
    const { compare } = new Intl.Collator(strings.lang);
    const items = entries.sort((a, b) => compare(a.term, b.term)).flatMap((entry) => {
      const category = categoryOf(entry, strings);
      const source = [entry.source, safeUrl(entry.url, document.baseURI)?.href].filter(Boolean).join(', ');
      return [
        build(document, 'dt', { dir: 'auto' }, entry.term, category && build(document, 'span', {}, ` · ${category}`)),
        build(document, 'dd', { dir: 'auto' }, entry.definition, source && build(document, 'cite', {}, source)),
      ];
    });
    appendix = document.createElement(TAG);
    const shadow = appendix.attachShadow({ mode: 'open' });
    adopt(shadow, PAPER);
    shadow.append(build(document, 'section', { lang: strings.lang, dir: strings.dir }, build(document, 'h2', {}, strings.sidebar.keyTerms), build(document, 'dl', {}, ...items)));
    document.body.append(appendix);
  };
  view.addEventListener('beforeprint', add, { signal });
  view.addEventListener('afterprint', away, { signal });
  signal.addEventListener('abort', away);
}
