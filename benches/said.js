/**
 * @file What the second module says of an article, key sentences with dates and figures, beside what it takes to find its terms: page text in, marks out, as in `marks.js`.
 */
import { loadAnalysis, LocalEngine, loadWasm } from '../www/host/engine.js';
import { readPage } from '../www/host/reader.js';
import { builtIn } from './corpus.js';
import { factsOf, host } from './facts.js';
import { freshPage, layOut } from './fresh.js';
import { measure } from './measure.js';
import { makePage } from './page.js';
import { glossaryOf, labelsOf, makeTerms } from './terms.js';

/** @typedef {import('./in-page.js').Group} Group */
/** @typedef {import('./measure.js').Way} Way */

/** As a reader has it. */
const OPTIONS = /** @type {const} */ ({ occurrences: 'first', maxMarks: 300, density: 0, headings: false, summary: true, facts: true, language: 'en', date: '2026-03-04' });

/**
 * @param {{units: number, terms: number}} request  UTF-16 code units of the page's text
 * @returns {Promise<Group & {units: number}>}
 */
export async function measureSaid({ units, terms }) {
  await loadWasm();
  await loadAnalysis();
  const html = makePage({ units, terms: labelsOf(await builtIn()) });
  const engine = new LocalEngine(glossaryOf(makeTerms(terms)));
  const prepare = (/** @type {HTMLElement} */ place) => {
    layOut(freshPage(place, html));
    return place;
  };
  const read = (/** @type {HTMLElement} */ place) => {
    const { text, blocks } = readPage(place);
    return { text, blocks, reading: engine.read(text, blocks, OPTIONS) };
  };
  /** @type {Way[]} */
  const ways = [
    { name: 'ours: page to marks', key: 'found', prepare, run: (place) => read(place).reading.matches.length },
    {
      name: 'ours: key sentences, dates and figures',
      key: 'said',
      note: 'after the marks',
      prepare: (place) => read(prepare(place)),
      run: async ({ text, blocks, reading }) => (await engine.analyse(text, blocks, reading, OPTIONS)).summary?.length ?? 0,
    },
  ];
  const results = await measure(ways, host());
  engine.free();
  return { facts: factsOf(html), terms, units, results };
}
