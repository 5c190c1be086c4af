/**
 * @file Marking every occurrence on a page that is laid out, by us and by others, with the same terms; and what a small change then costs us.
 *
 * All start at a page that was just parsed and end with its marks in place; nobody lays them out in the time that is measured.
 */
import { loadWasm } from '../www/host/engine.js';
import { createGlossator, Glossary } from '../www/host/index.js';
import { makePage } from './page.js';
import { builtIn, pageOf } from './corpus.js';
import { factsOf, host } from './facts.js';
import { textOf } from './floor.js';
import { freshPage, layOut } from './fresh.js';
import { collectGarbage, measure } from './measure.js';
import { ALL, BARE } from './ours.js';
import { asciiExpression, markJs, unicodeExpression, wrapAll } from './peers.js';
import { glossaryOf, labelsOf, makeTerms } from './terms.js';
import { workOf } from './work.js';

/**
 * @typedef {import('./in-page.js').Group} Group
 * @typedef {import('./measure.js').Way} Way
 */

/** Where `run.js` puts the bundle of `npm-markers.js`. */
const BUNDLE = '/npm-peers/npm-markers.js';

/** mark.js walks the page once for each term. */
const FEW = 1_000;

/** Expressions that advanced-mark.js makes one of; with 10,000 the browser runs out of stack. */
const COMBINED = 1_000;

/**
 * @param {{terms: number, slow: boolean}} request  `slow`: mark.js also where it needs minutes
 * @returns {Promise<Group>}
 */
export async function measureEnriching({ terms, slow }) {
  await loadWasm();
  /** @type {any} */
  const { AdvancedMark, findAndReplaceDOMText } = await import(BUNDLE);
  const html = await pageOf('large');
  const labels = makeTerms(terms);
  const longestFirst = [...labels].sort((a, b) => b.length - a.length);
  const glossary = await Glossary.load(glossaryOf(labels));
  const [ascii, unicode] = [asciiExpression(labels), unicodeExpression(labels)];
  const prepare = (/** @type {HTMLElement} */ place) => {
    layOut(freshPage(place, html));
    return place;
  };
  /** The same engine, without what it says of a text besides its terms: the others mark, and nothing else. @type {import('../www/host/types.js').Engine} */
  const marking = {
    read: (text, blocks, options) => glossary.engine.read(text, blocks, options),
    entry: (index) => glossary.engine.entry(index),
    entryById: (id) => glossary.engine.entryById(id),
  };
  const wholeRoot = { scope: 'all', engine: marking };
  /** @param {'elements' | 'highlights'} rendering @param {object} [options] */
  const start = async (rendering, /** @type {HTMLElement} */ place, options = { glossary }) => ({
    place,
    glossator: await createGlossator({ root: prepare(place), ...BARE, ...ALL, rendering, ...options }),
  });
  /** @typedef {Awaited<ReturnType<typeof start>>} Started */
  const run = async (/** @type {Started} */ { glossator }) => {
    const { value, work } = await workOf(() => glossator.enrich());
    return { found: value.marks.length, work };
  };
  const finish = (/** @type {Started} */ { glossator }) => glossator.destroy();
  /** @param {'elements' | 'highlights'} rendering @returns {Way[]} */
  const ours = (rendering) => [
    { name: `ours: ${rendering}`, key: rendering, note: 'marks, as the others', prepare: (place) => start(rendering, place, wholeRoot), run, finish },
    {
      name: `ours: ${rendering}, article found, facts gathered`,
      key: `${rendering}-all`,
      note: 'and key sentences, dates, figures',
      prepare: (place) => start(rendering, place),
      run,
      finish,
    },
    {
      name: `ours: ${rendering}, the same again after a change of one paragraph`,
      key: `${rendering}-again`,
      note: 'as `watch()` does it',
      prepare: async (place) => {
        const started = await start(rendering, place);
        await started.glossator.enrich();
        started.glossator.watch();
        layOut(place);
        return started;
      },
      run: async (/** @type {Started} */ { place, glossator }) => {
        // From the change to its marks; that `watch()` first waits for the page to be quiet is a rest like others.
        const { value, work } = await workOf(() => {
          place.querySelector('p')?.append(' And a word more.');
          return new Promise((resolve) => glossator.addEventListener('gloss-enriched', () => resolve(glossator.enrichment?.marks.length ?? 0), { once: true }));
        });
        return { found: Number(value), work };
      },
      finish,
    },
  ];
  /** @type {Way[]} */
  const ways = [
    { name: 'floor A: walk the text nodes, read, join', key: 'floor', isFloor: true, prepare, run: (place) => (textOf(place).length > 0 ? 0 : -1) },
    ...ours('elements'),
    ...ours('highlights'),
    { name: 'RegExp, ASCII \\b: wrap by hand', key: 'by-hand', note: 'text node by text node', prepare, run: (place) => wrapAll(place, ascii) },
    { name: 'RegExp, Unicode: wrap by hand', key: 'by-hand-unicode', note: 'text node by text node', prepare, run: (place) => wrapAll(place, unicode) },
    {
      name: 'findAndReplaceDOMText 0.4, one RegExp',
      key: 'find-and-replace',
      note: 'ASCII \\b, prose preset',
      prepare,
      run: (place) => {
        findAndReplaceDOMText(place, { find: ascii, wrap: 'mark', preset: 'prose' });
        return place.querySelectorAll('mark').length;
      },
    },
    {
      name: 'advanced-mark.js 2.7, combinePatterns',
      key: 'advanced-mark',
      note: 'accuracy: exactly; without diacritics, which is quicker',
      prepare,
      run: (place) => {
        let marks = 0;
        const done = (/** @type {number} */ total) => (marks = total);
        new AdvancedMark(place).mark(longestFirst, { accuracy: 'exactly', separateWordSearch: false, caseSensitive: false, combinePatterns: COMBINED, diacritics: false, done });
        return marks;
      },
    },
    ...markJs(html, labels, terms > FEW && !slow ? 'not run: minutes (--slow)' : '').map((way) => ({ ...way, key: 'mark', prepare })),
  ];
  return { facts: factsOf(html), terms, results: await measure(ways, host()) };
}

/** UTF-16 code units of the longest page. */
const HUGE = 10_000_000;

/** Rounds, of which the first is not counted. */
const ROUNDS = 4;

/**
 * A page of 10 MB, on a page that may start workers. What is counted is the work: also that of the worker, but not the rests between two slices.
 * @returns {Promise<{nodes: number, units: number, marks: number, floor: number[], work: number[], longest: number[]}>}  ms
 */
export async function measureHuge() {
  const html = makePage({ units: HUGE, terms: labelsOf(await builtIn()) });
  const glossary = await Glossary.load(glossaryOf(makeTerms(5_000)));
  const outcome = { nodes: 0, units: 0, marks: 0, floor: /** @type {number[]} */ ([]), work: /** @type {number[]} */ ([]), longest: /** @type {number[]} */ ([]) };
  const place = host();
  /** @type {number[]} */
  const tasks = [];
  const observer = new PerformanceObserver((list) => void tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['longtask'] });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 500));
  for (let round = 0; round < ROUNDS; round += 1) {
    layOut(freshPage(place, html));
    collectGarbage();
    const began = performance.now();
    const text = textOf(place);
    const floor = performance.now() - began;
    layOut(freshPage(place, html));
    const glossator = await createGlossator({ glossary, root: place, ...BARE, ...ALL, maxMarks: 5_000, rendering: 'elements' });
    collectGarbage();
    await settled();
    tasks.length = 0;
    const { value, work } = await workOf(() => glossator.enrich());
    const { marks } = value;
    await settled();
    const longest = Math.max(0, ...tasks);
    Object.assign(outcome, { units: text.length, marks: marks.length });
    outcome.nodes = factsNodes(place);
    glossator.destroy();
    place.replaceChildren();
    if (round > 0) for (const [name, value] of /** @type {const} */ ([['floor', floor], ['work', work], ['longest', longest]])) outcome[name].push(value);
  }
  observer.disconnect();
  return outcome;
}

/** @param {HTMLElement} place */
function factsNodes(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  let nodes = 0;
  while (walker.nextNode()) nodes += 1;
  return nodes;
}
