/**
 * @file The pages by name, as HTML.
 */
import { makePage } from './page.js';
import { labelsOf } from './terms.js';

/** @typedef {import('../www/host/types.js').GlossaryData} GlossaryData */

/** UTF-16 code units of text. A long read has a tenth of it; this is the page of a standard, a judgement or a whole report. */
export const LARGE = 500_000;
const TENFOLD = 10 * LARGE;

/** @type {Map<string, Promise<string>>} HTML by name */
const pages = new Map();

/** Where the built-in glossary is. */
export const GLOSSARY = '/glossary/fintech-policy.json';

/** @returns {Promise<GlossaryData>} */
export const builtIn = async () => (await fetch(GLOSSARY)).json();

/**
 * @param {string} name  `article`, `large`, `tenfold` or an address on this server
 * @returns {Promise<string>}
 */
export function pageOf(name) {
  let page = pages.get(name);
  if (!page) pages.set(name, (page = makeOrFetch(name)));
  return page;
}

/** @param {string} name */
async function makeOrFetch(name) {
  if (name === 'large') return makePage({ units: LARGE, terms: labelsOf(await builtIn()) });
  if (name === 'tenfold') return makePage({ units: TENFOLD, terms: labelsOf(await builtIn()) });
  const address = name === 'article' ? '/www/demo/index.html' : name;
  const parsed = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
  const root = name === 'article' ? parsed.querySelector('article') : parsed.body;
  if (!root) throw new Error(`${address} has no article`);
  // Loading is not measured here, and scripts would not run anyway.
  for (const element of root.querySelectorAll('script, style, link, iframe, object, embed, video, audio')) element.remove();
  for (const element of root.querySelectorAll('[src], [srcset]')) {
    element.removeAttribute('src');
    element.removeAttribute('srcset');
  }
  return name === 'article' ? root.outerHTML : root.innerHTML;
}
