/**
 * @file What `run.js` calls in the browser: each function measures one group of rows.
 */
import { loadWasm } from '../www/host/engine.js';
import { flatten } from '../www/host/flat.js';
import { builtIn, pageOf } from './corpus.js';
import { factsOf, host } from './facts.js';
import { floors, textOf, unitsOf } from './floor.js';
import { freshPage } from './fresh.js';
import { measure } from './measure.js';
import { inWasm, onPage } from './ours.js';
import { markJs, regExps } from './peers.js';
import { glossaryOf, labelsOf, makeTerms } from './terms.js';

export { measureAutomata } from './automata.js';
export { measureEnriching, measureHuge } from './enrich.js';
export { measureFirst } from './first.js';
export { measureMarks, measureReal } from './marks.js';
export { measureSaid } from './said.js';
export { measureScripts } from './scripts.js';
export { measureStock } from './stock.js';

/**
 * @typedef {import('./measure.js').Result} Result
 * @typedef {import('./measure.js').Way} Way
 * @typedef {import('../www/host/types.js').GlossaryData} GlossaryData
 * @typedef {import('./facts.js').Facts} Facts
 *
 * @typedef {object} Group
 * @property {Facts} facts
 * @property {number} terms
 * @property {Result[]} results
 */

const WASM = new URL('../www/host/wasm/glossator_bg.wasm', import.meta.url);

/**
 * @param {number} count  0: the built-in glossary
 * @returns {Promise<{data: GlossaryData, labels: string[]}>}
 */
async function termsOf(count) {
  const data = count === 0 ? await builtIn() : glossaryOf(makeTerms(count));
  return { data, labels: labelsOf(data) };
}

/**
 * Floors, ours and peers on one page with one list of terms.
 * @param {{page: string, terms: number, noMarkJs: string}} request  `noMarkJs`: why mark.js is left out
 * @returns {Promise<Group>}
 */
export async function measurePage({ page, terms, noMarkJs }) {
  await loadWasm();
  const html = await pageOf(page);
  const { data, labels } = await termsOf(terms);
  const place = host();
  const ways = [
    ...floors(html),
    ...(await inWasm(html, place, data)),
    ...(await onPage(html, data)),
    ...regExps(html, place, labels),
    ...markJs(html, labels, noMarkJs),
  ];
  return { facts: factsOf(html), terms: labels.length, results: await measure(ways, place) };
}

/**
 * The same with ten times the text, and with ten times the terms. Each second result belongs to the one before.
 * @returns {Promise<{text: Result[], terms: Result[], bytes: number[]}>}
 */
export async function measureGrowth() {
  await loadWasm();
  const place = host();
  const [large, tenfold] = [await pageOf('large'), await pageOf('tenfold')];
  const { data, labels } = await termsOf(0);
  const named = (/** @type {Way[]} */ ways, /** @type {string} */ suffix) => ways.map((way) => ({ ...way, name: `${way.name}, ${suffix}` }));
  /** @param {Way[]} a @param {Way[]} b */
  const alternate = (a, b) => a.flatMap((way, i) => [way, /** @type {Way} */ (b[i])]);
  const onText = async (/** @type {string} */ html) => [...floors(html).slice(1), ...(await inWasm(html, place, data)), ...regExps(html, place, labels).slice(0, 1)];
  const text = await measure(alternate(named(await onText(large), '0.5 MB'), named(await onText(tenfold), '5 MB')), place);
  const withTerms = async (/** @type {number} */ count) => {
    const list = makeTerms(count);
    return named([...(await inWasm(large, place, glossaryOf(list))).slice(0, 1), ...regExps(large, place, list).slice(0, 1)], `${count.toLocaleString('en')} terms`);
  };
  const terms = await measure(alternate(await withTerms(500), await withTerms(5_000)), place);
  const bytes = [large, tenfold].map((html) => factsOf(html).bytes);
  return { text, terms, bytes };
}

/**
 * Compiling a glossary, in an instance of its own: what its memory grew by is then this glossary's.
 * @param {number} count  of terms; 0: the built-in glossary
 * @returns {Promise<{labels: number, result: Result, forms: number, found: number, before: number, compiled: number, read: number}>}  bytes of Wasm memory
 */
export async function measureCompiling(count) {
  const text = textOf(freshPage(host(), await pageOf('large')));
  host().replaceChildren();
  const units = unitsOf(text);
  // Another address is another module, and so another instance.
  const { default: init, CompiledGlossary } = await import(`../www/host/wasm/glossator.js?terms=${count}`);
  const { memory } = await init({ module_or_path: fetch(WASM) });
  const { data, labels } = await termsOf(count);
  const before = memory.buffer.byteLength;
  const first = new CompiledGlossary(...flatten(data));
  const compiled = memory.buffer.byteLength;
  const found = first.read(units, Uint32Array.of(0, 1), 0, 2 ** 32 - 1, 0, 0, new Uint16Array())[0];
  const read = memory.buffer.byteLength;
  const forms = first.forms();
  first.free();
  /** @type {Way} */
  const way = {
    name: count === 0 ? 'ours: compile the built-in glossary' : `ours: compile ${count.toLocaleString('en')} terms`,
    readsText: false,
    run: (keep) => {
      keep.glossary = new CompiledGlossary(...flatten(data));
      return 0;
    },
    prepare: () => ({ glossary: undefined }),
    finish: ({ glossary }) => glossary.free(),
  };
  const [result] = await measure([way], host());
  if (!result) throw new Error('nothing was measured');
  return { labels: labels.length, result, forms, found, before, compiled, read };
}
