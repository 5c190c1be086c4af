/**
 * @file Our scan against a stock automaton, both inside Wasm, over text that is folded and lies there already. The module for that
 * is `benches/stock`, built twice: for few bytes, as ours is shipped, and for speed.
 */
import { BLOCK } from '../www/host/tables.js';
import { readPage } from '../www/host/reader.js';
import { pageOf } from './corpus.js';
import { factsOf, host } from './facts.js';
import { unitsOf } from './floor.js';
import { freshPage } from './fresh.js';
import { measure } from './measure.js';
import { glossaryOf, makeTerms } from './terms.js';

/**
 * @typedef {import('./facts.js').Facts} Facts
 * @typedef {import('./measure.js').Result} Result
 * @typedef {import('./measure.js').Way} Way
 * @typedef {{fold: () => number, forms: () => number, patterns: () => number, scan_ours: () => number, scan_stock: () => number}} Contest  as in `benches/stock/src/lib.rs`
 */

/** By the folder that xtask puts it into. */
const BUILDS = /** @type {const} */ ([
  { folder: 'small', what: 'built for few bytes' },
  { folder: 'fast', what: 'built for speed' },
]);

/**
 * @param {{terms: number}} request
 * @returns {Promise<{facts: Facts, terms: number, forms: number, patterns: number, results: Result[]}>}
 */
export async function measureStock({ terms }) {
  const html = await pageOf('large');
  const { text, blocks } = readPage(freshPage(host(), html));
  host().replaceChildren();
  const units = unitsOf(text);
  const starts = Uint32Array.from([...blocks.keys()].filter((at) => at % 2 === 0 && (blocks[at + 1] ?? 0) & BLOCK), (at) => blocks[at] ?? 0);
  const glossary = JSON.stringify(glossaryOf(makeTerms(terms)));
  /** @type {Way[]} */
  const ways = [];
  let [forms, patterns] = [0, 0];
  for (const { folder, what } of BUILDS) {
    const { default: init, Contest } = await import(`/stock/${folder}/stock.js`);
    await init({ module_or_path: fetch(`/stock/${folder}/stock_bg.wasm`) });
    /** @type {Contest} */
    const contest = new Contest(glossary, units, starts);
    [forms, patterns] = [contest.forms(), contest.patterns()];
    ways.push(
      { name: `ours: scan, ${what}`, key: `ours-${folder}`, run: () => contest.scan_ours() },
      { name: `stock aho-corasick: scan, ${what}`, key: `stock-${folder}`, run: () => contest.scan_stock() },
      // The number of bytes would be no number of matches.
      { name: `folding, for both, ${what}`, key: `fold-${folder}`, run: () => (contest.fold() > 0 ? 0 : -1) },
    );
  }
  return { facts: factsOf(html), terms, forms, patterns, results: await measure(ways, host()) };
}
