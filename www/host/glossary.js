/**
 * @file A glossary, loaded and compiled: reads texts without a document, in windows, workers and Node.
 */

import { PageEngine } from './aside.js';
import { analysis as analysisModule, loadSurvey, loadWasm, readLocalFile, withStandIn } from './engine.js';
import { GlossatorError, isAbort, toGlossatorError } from './errors.js';
import { definedIn, factsOf, tellSentences } from './flat.js';
import { ALTERNATIVE, BLOCK, eachRow, whyOf } from './tables.js';

/**
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./types.js').GlossaryData} GlossaryData
 * @typedef {import('./types.js').Reading} Reading
 * @typedef {import('./engine.js').WasmSource} WasmSource
 * @typedef {string | URL | ArrayBuffer | ArrayBufferView | import('./types.js').GlossaryInput} GlossarySource
 */

/**
 * An occurrence of an entry. Offsets are UTF-16 code units.
 * @typedef {object} Match
 * @property {number} start  where it begins
 * @property {number} end  behind its last code unit
 * @property {string} surface  the text as it stands there
 * @property {string} entry  the entry's id
 * @property {string[]} alternatives  ids of the other entries that the same text can mean, best first
 * @property {number} score  how sure that is, from 0 to 1: the share of what speaks for any of these entries that speaks for this one
 * @property {import('./types.js').Reason} reason  why it is this entry
 * @property {import('./types.js').DefinedHere} [defined]  with `definitions` alone: the entry is the text's own, which defines it there. `Glossary.entry` does not know its id
 */

/**
 * A stretch of the text.
 * @typedef {{start: number, end: number, text: string}} Span
 */

/**
 * What a text says about the glossary's terms. What this version does not look for yet has its place already, and nothing in it.
 * @typedef {object} Analysis
 * @property {Match[]} matches  in text order
 * @property {{entry: string, count: number, first: number, salience: number}[]} terms  most salient first
 * @property {Span[]} sentences  all of them
 * @property {(Span & {score: number})[]} summary  key sentences in the order of the text
 * @property {{short: Span, long: Span, sentence: Span, entry?: string}[]} abbreviations  what the text defines, and the sentence that does; without an entry
 *   where the glossary has none for the long form (and then the short form has no match, whatever the glossary knows by it, unless `definitions` are wanted)
 * @property {Span[]} acronyms  where acronyms stand that the text does not define
 * @property {import('./types.js').FoundDate[]} dates  in text order, as are the figures
 * @property {import('./types.js').FoundFigure[]} figures  amounts, shares and ranks
 * @property {{text: string, count: number, score: number, sentence: Span}[]} suggestions  terms that the glossary lacks, best first
 */

/**
 * What is known about a text besides the text.
 * @typedef {object} TextFacts
 * @property {string} [title]  what it is called, where the text does not begin with that
 * @property {string | Date} [date]  when it was published (`YYYY-MM-DD` …): "yesterday" and days without a year are dates only where that is known
 * @property {string} [language]  BCP 47
 */

/**
 * What is looked for in a text.
 * @typedef {object} ScanOptions
 * @property {boolean} [definitions]  also abbreviations that the text itself defines, and the glossary lacks: their later and earlier places are matches then, of entries with `defined`.
 *   False by default: every match is of an entry of the glossary
 */

/** Bytes of a glossary file. 100,000 entries are about 30 MB; what is larger than this would not fit the engine's memory. */
const MAX_BYTES = 2 ** 27;

/** UTF-16 code units of an address that a message shows: a `data:` URL can have millions. */
const MAX_SHOWN = 200;

/** Everything is wanted: there is no page that could be cluttered. */
const READ_ALL = { occurrences: /** @type {const} */ ('all'), maxMarks: 2 ** 32 - 1, density: 0, headings: true };

/** One or more empty lines, the way paragraphs are told apart in plain text; also Unicode's own separator for it. */
const EMPTY_LINE = /\n[^\S\n]*\n\s*|\u2029\s*/g;

/**
 * A glossary that can find its terms in texts. `Glossary.load` makes one.
 * @hideconstructor
 */
export class Glossary {
  #engine;

  /**
   * Use `Glossary.load`. A constructor cannot wait for the Wasm module.
   * @param {import('./engine.js').LocalEngine} engine
   * @param {GlossaryData} data
   */
  constructor(engine, data) {
    this.#engine = engine;
    /** @type {string | undefined} */
    this.name = data.name ?? undefined;
    /** @type {string} BCP 47 */
    this.language = data.language ?? 'en';
  }

  /**
   * @param {GlossarySource} source  a URL (relative to the document where there is one), JSON text, its bytes or the parsed object
   * @param {{wasm?: WasmSource | undefined, signal?: AbortSignal | undefined}} [options]  where the Wasm file is, or what it holds; what ends the loading
   * @returns {Promise<Glossary>}
   * @throws {GlossatorError}
   */
  static async load(source, options) {
    const loading = loadGlossary(source, options);
    // Fetched at the same time, but the other's failure is told first.
    const analysis = loadSurvey();
    analysis.catch(() => {});
    const glossary = await loading;
    await analysis;
    return glossary;
  }

  /** @returns {Engine} what the host reads pages with */
  get engine() {
    return this.#engine;
  }

  /** @returns {readonly Entry[]} in the file's order */
  get entries() {
    return this.#engine.entries;
  }

  /** @returns {number} how many entries there are */
  get size() {
    return this.#engine.entries.length;
  }

  /**
   * An entry of the glossary.
   * @param {string} id  the file's, or the one that was made of the term
   * @returns {Entry | undefined}
   */
  entry(id) {
    return this.#engine.entryById(id);
  }

  /**
   * Every occurrence of every entry, in text order. Empty lines end a paragraph, and no match crosses one; a single line break
   * is a space, as in text that was wrapped to a width.
   * @param {string} text  plain text, at most 2^24 code units
   * @param {ScanOptions} [options]  what is looked for
   * @returns {Match[]}
   */
  scan(text, options) {
    return this.#matches(text, this.#read(text, options));
  }

  /**
   * What the text says: its terms, ranked, and its key sentences.
   * @param {string} text  plain text, at most 2^24 code units
   * @param {TextFacts & ScanOptions} [facts]  what is known about it besides, and what is looked for
   * @returns {Analysis}
   * @throws {GlossatorError} `wasm-load` with the glossary that a glossator loaded itself: pages get the parts of the engine that readers need, and this needs all. Use `Glossary.load`
   */
  analyze(text, { title, date, language, definitions } = {}) {
    const known = { title: title ?? '', date: dayOf(date), language: language ?? '', definitions: definitions ?? false };
    const reading = this.#read(text, known);
    const wanted = { ...READ_ALL, summary: true, sentences: true, facts: true, suggestions: true, ...known };
    const analysis = this.#engine.analyse(text, blocksOf(text), reading, wanted);
    if (analysis instanceof Promise) {
      analysis.catch(() => {});
      throw new GlossatorError('wasm-load', 'analyze() needs all of the engine: load the glossary by Glossary.load');
    }
    const textOf = (/** @type {{start: number, end: number}} */ { start, end }) => ({ start, end, text: text.slice(start, end) });
    const [defined, entryOf] = definedIn(this.#engine, reading, textOf);
    return /** @type {typeof import('./analysis.js')} */ (analysisModule).told(reading.report, analysis, {
      matches: this.#matches(text, reading, entryOf),
      defined: tellSentences(defined, analysis, textOf),
      facts: factsOf(text, analysis),
      entryOf,
      textOf,
    });
  }

  /** Gives its Wasm memory back; it cannot read texts after that. */
  free() {
    this.#engine.free();
  }

  /**
   * @param {string} text
   * @param {Partial<import('./types.js').ReadOptions>} [wanted]
   * @returns {Reading}
   */
  #read(text, wanted) {
    if (typeof text !== 'string') throw new TypeError(`the text is ${text === null ? 'null' : `of type ${typeof text}`}; expected a string`);
    return this.#engine.read(text, blocksOf(text), { ...READ_ALL, ...wanted });
  }

  /**
   * @param {string} text
   * @param {Reading} reading
   * @param {(index: number) => Entry} [entryOf]
   * @returns {Match[]}
   */
  #matches(text, reading, entryOf = definedIn(this.#engine, reading, ({ start, end }) => ({ start, end, text: text.slice(start, end) }))[1]) {
    /** @type {Match[]} */
    const matches = [];
    eachRow(reading.matches, (start, end, index, flags) => {
      const { id: entry, defined } = entryOf(index);
      const last = matches.at(-1);
      if (flags & ALTERNATIVE && last) last.alternatives.push(entry);
      else matches.push({ start, end, surface: text.slice(start, end), entry, alternatives: [], ...whyOf(flags), ...(defined && { defined }) });
    });
    return matches;
  }
}

/**
 * Loads a glossary that can find terms. `analyze()` has to wait until `loadSurvey()` is done.
 * @param {GlossarySource} source
 * @param {{wasm?: WasmSource | undefined, signal?: AbortSignal | undefined}} [options]
 * @returns {Promise<Glossary>}
 * @throws {GlossatorError}
 */
export async function loadGlossary(source, { wasm, signal } = {}) {
  signal?.throwIfAborted();
  // Both at once; what is wrong with the glossary is told first, whichever fails first.
  const loading = loadWasm(wasm);
  loading.catch(() => {});
  const data = await readSource(source, signal);
  await loading;
  signal?.throwIfAborted();
  return withStandIn(() => new Glossary(new PageEngine(data), data));
}

/**
 * Is it a loaded glossary? Not by `instanceof`: the page may hold two copies of this module.
 * @param {unknown} value
 * @returns {value is Glossary}
 */
export function isGlossary(value) {
  const { scan, engine } = /** @type {{scan?: unknown, engine?: unknown}} */ (Object(value));
  return typeof scan === 'function' && typeof engine === 'object';
}

/**
 * @param {string | Date | undefined} date
 * @returns {string} its day, in UTC for a `Date`, as `new Date('2021-12-30')` has it; empty where it is none
 */
function dayOf(date) {
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return typeof date === 'string' ? date.trim() : '';
}

/**
 * The block table of a plain text.
 * @param {string} text
 * @returns {Uint32Array}
 */
function blocksOf(text) {
  const rows = [0, BLOCK];
  for (const { 0: found, index } of text.matchAll(EMPTY_LINE)) {
    const start = index + found.length;
    if (start > (rows.at(-2) ?? 0) && start < text.length) rows.push(start, BLOCK);
  }
  return Uint32Array.from(rows);
}

/**
 * @param {GlossarySource} source
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<GlossaryData>}
 */
export async function readSource(source, signal) {
  if (typeof source === 'string') {
    assertSize(source.length, 'the glossary');
    const text = source.trim();
    // No address is blank, goes over several lines or begins like this. What is not JSON of the right shape is told so then.
    return !text || /^["[{]|\n/.test(text) ? parse(source.replace(/^\ufeff/, ''), 'the glossary') : download(text, signal);
  }
  if (source instanceof URL) return download(source.href, signal);
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return decode(source, 'the glossary');
  return check(source, 'the glossary');
}

/**
 * @param {string} address
 * @param {AbortSignal | undefined} signal
 */
async function download(address, signal) {
  const base = globalThis.document?.baseURI;
  let name = nameOf(address);
  let bytes;
  try {
    const { href } = new URL(address, base);
    name = nameOf(href);
    const file = readLocalFile(href);
    if (file) return decode(await file, name);
    const response = await fetch(href, { signal: signal ?? null });
    if (!response.ok) throw new GlossatorError('network', `${name} cannot be fetched: HTTP ${response.status}`);
    bytes = await response.arrayBuffer();
  } catch (error) {
    if (isAbort(error, signal)) throw error;
    throw toGlossatorError(error, 'network', `${name} cannot be fetched`);
  }
  return decode(bytes, name);
}

/** @param {string} address */
const nameOf = (address) => `the glossary ${address.length > MAX_SHOWN ? `${address.slice(0, MAX_SHOWN)}…` : address}`;

/** @param {number} size  bytes, or code units, which are not more @param {string} name */
function assertSize(size, name) {
  if (size > MAX_BYTES) throw new GlossatorError('glossary-invalid', `${name} has a size of ${size} bytes; at most ${MAX_BYTES} are read`);
}

/**
 * @param {ArrayBuffer | ArrayBufferView} bytes
 * @param {string} name
 */
function decode(bytes, name) {
  assertSize(bytes.byteLength, name);
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new GlossatorError('glossary-invalid', `${name} is not UTF-8 text`, { cause: error });
  }
  return parse(text, name);
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {GlossaryData}
 */
function parse(text, name) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new GlossatorError('glossary-invalid', `${name} is not JSON: ${whyNotJson(text, error)}`, { cause: error });
  }
  return check(data, name);
}

/**
 * The engine's own message, with line and column where it only counts characters.
 * @param {string} text
 * @param {unknown} error
 */
function whyNotJson(text, error) {
  const head = text.slice(0, 1000).trimStart();
  if (text.length < 1000 ? head === '' : !/\S/.test(text)) return `it is empty (${text.length} characters)`;
  const { message } = /** @type {Error} */ (error);
  const position = /\bline \d/.test(message) ? undefined : /position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, Number(position ?? 0)).split('\n');
  const place = position ? ` (line ${before.length} column ${(before.at(-1)?.length ?? 0) + 1})` : '';
  return `${message}${place}${head.startsWith('<') ? '; it looks like HTML' : ''}`;
}

/**
 * What must hold before it is handed over. All other rules are the engine's.
 * @param {unknown} data
 * @param {string} name
 * @returns {GlossaryData}
 */
function check(data, name) {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const got = data == null ? String(data) : Array.isArray(data) ? 'an array' : `a ${typeof data}`;
    throw new GlossatorError('glossary-invalid', `${name} is ${got}; expected an object with "entries"`);
  }
  return /** @type {GlossaryData} */ (data);
}
