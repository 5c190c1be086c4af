/**
 * @file Glossator, in its parts and as a whole.
 */
import { compiledModule, loadAnalysis, LocalEngine } from '../www/host/engine.js';
import { flatten } from '../www/host/flat.js';
import { createGlossator, Glossary } from '../www/host/index.js';
import { readPage } from '../www/host/reader.js';
import { load } from '../www/host/second.js';
import { CompiledGlossary } from '../www/host/wasm/glossator.js';
import { unitsOf } from './floor.js';
import { freshPage, layOut } from './fresh.js';

/**
 * @typedef {import('./measure.js').Way} Way
 * @typedef {import('../www/host/types.js').GlossaryData} GlossaryData
 * @typedef {import('../www/host/types.js').ReadOptions} ReadOptions
 * @typedef {import('../www/host/glossator.js').Glossator} Glossator
 */

/** Numbers in a row of the match table (docs/architecture.md). */
export const ROW = 4;

/** @type {ReadOptions} every occurrence, as the peers mark them */
export const EVERYTHING = { occurrences: 'all', maxMarks: 2 ** 32 - 1, density: 0, headings: true };

/**
 * Card and sidebar are left out: their code is fetched when the marks are there, no peer has them, and while it is waited
 * for the browser would draw a frame.
 */
export const BARE = /** @type {const} */ ({ tooltip: false, sidebar: false });

/** The options as they cross into Wasm (src/wasm). */
const OCCURRENCES_ALL = 2;
const HEADINGS = 1;
const SUMMARY = 1;
const FACTS = 4;

/** Numbers before the block table in a question to the second module (src/wasm/analysis.rs). */
const HEAD = 8;

/** Every occurrence, as the peers mark them. */
export const ALL = /** @type {const} */ ({ occurrences: 'all', headings: true, maxMarks: 1_000_000 });

/**
 * Inside Wasm, on text that is there already as a typed array. It is copied into Wasm's memory on each call.
 * @param {string} html
 * @param {HTMLElement} host
 * @param {GlossaryData} data
 * @returns {Promise<Way[]>}
 */
export async function inWasm(html, host, data) {
  const { analyse } = await load(compiledModule);
  const { text, blocks } = readPage(freshPage(host, html));
  host.replaceChildren();
  const units = unitsOf(text);
  const compiled = new CompiledGlossary(...flatten(data));
  const untitled = new Uint16Array();
  /** Key sentences need no terms to cost what they cost. @param {number} flags */
  const say = (flags) => {
    const question = new Uint32Array(HEAD + blocks.length);
    question.set([flags, 0, 0, blocks.length]);
    question.set(blocks, HEAD);
    return () => analyse(units, question).length;
  };
  return [
    {
      name: 'ours: scan in Wasm',
      key: 'scan',
      note: 'ready units',
      run: () => compiled.read(units, blocks, OCCURRENCES_ALL, 2 ** 32 - 1, 0, HEADINGS, untitled)[0] ?? 0,
    },
    { name: 'ours: key sentences in Wasm', note: 'after the marks', run: say(SUMMARY) },
    { name: 'ours: key sentences, dates and figures in Wasm', note: 'after the marks', run: say(SUMMARY | FACTS) },
  ];
}

/**
 * The way from the page to the answer, and the whole.
 * @param {string} html
 * @param {GlossaryData} data
 * @returns {Promise<Way[]>}
 */
export async function onPage(html, data) {
  const engine = new LocalEngine(data);
  const glossary = new Glossary(engine, data);
  await loadAnalysis();
  const fresh = (/** @type {HTMLElement} */ host) => freshPage(host, html);

  /** @param {HTMLElement} host @param {object} options */
  const start = async (host, options) => ({ host, glossator: await createGlossator({ glossary, root: host, ...BARE, ...options }) });
  /** @typedef {{host: HTMLElement, glossator: Glossator}} Started */

  /**
   * @param {string} name
   * @param {object} options
   * @param {string} [note]
   * @returns {Way}
   */
  const enrich = (name, options, note = '') => ({
    name,
    note,
    prepare: (host) => start(fresh(host), options),
    run: async (/** @type {Started} */ { glossator }) => (await glossator.enrich()).marks.length,
    finish: (/** @type {Started} */ { glossator }) => glossator.destroy(),
  });

  /** @param {string} name @param {object} options @returns {Way} */
  const enrichAndLayOut = (name, options) => ({
    ...enrich(name, options, 'laid out before and after'),
    prepare: (host) => {
      layOut(fresh(host));
      return start(host, options);
    },
    run: async (/** @type {Started} */ { host, glossator }) => {
      const { marks } = await glossator.enrich();
      layOut(host);
      return marks.length;
    },
  });

  /** @param {string} name @param {object} options @returns {Way} */
  const clear = (name, options) => ({
    ...enrich(name, options, 'laid out before'),
    readsText: false,
    prepare: async (host) => {
      const started = await start(fresh(host), options);
      const { marks } = await started.glossator.enrich();
      layOut(host);
      return { ...started, marks };
    },
    run: ({ glossator, marks }) => {
      glossator.clear();
      return marks.length;
    },
  });

  const elements = { ...ALL, rendering: 'elements' };
  const highlights = { ...ALL, rendering: 'highlights' };
  return [
    { name: 'ours: reader', note: 'text and block table', prepare: fresh, run: (host) => (readPage(host).nodes.length > 0 ? 0 : -1) },
    {
      name: 'ours: page to answer',
      note: 'reader, encoding, scan, key sentences',
      prepare: fresh,
      run: async (host) => {
        const { text, blocks } = readPage(host);
        const reading = engine.read(text, blocks, EVERYTHING);
        await engine.analyse(text, blocks, reading, EVERYTHING);
        return reading.matches.length / ROW;
      },
    },
    enrich('ours: enrich, as it comes', {}, 'default options: first occurrences'),
    enrich('ours: enrich, elements', elements, 'every occurrence'),
    enrichAndLayOut('ours: enrich, elements, with layout', elements),
    enrich('ours: enrich, highlights', highlights, 'every occurrence'),
    enrichAndLayOut('ours: enrich, highlights, with layout', highlights),
    clear('ours: clear, elements', elements),
    clear('ours: clear, highlights', highlights),
  ];
}
