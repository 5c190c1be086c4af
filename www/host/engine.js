/**
 * @file The engine in this realm: loads the Wasm module (or what stands in for it) and keeps what can go wrong in it away from the host. Knows no
 * document, so it runs in windows, workers and Node.
 *
 * Text crosses as UTF-16 code units in a `Uint16Array`: offsets are then the page's own, lone surrogates survive, and the loop
 * below needs 0.6 ms for 500 KB. No view into Wasm memory is ever kept: that memory moves.
 */

import { GlossatorError, toGlossatorError } from './errors.js';
import { END, flatten, reader, toReading } from './flat.js';
import { turn } from './slices.js';
import { CompiledGlossary, initSync } from './wasm/glossator.js';

/**
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./types.js').GlossaryData} GlossaryData
 * @typedef {import('./types.js').Reading} Reading
 * @typedef {import('./types.js').ReadOptions} ReadOptions
 * @typedef {import('./types.js').TextAnalysis} TextAnalysis
 * @typedef {string | URL | WebAssembly.Module | ArrayBuffer | ArrayBufferView} WasmSource
 */

/**
 * The longest text that is read, in code units: 5,000 pages of a book. What is found in it then stays far from the 4 GB of Wasm
 * memory, also where every word is a term; running out of that memory is what nothing survives.
 */
const MAX_TEXT = 2 ** 24;

/** The smallest module with an instruction of SIMD: a function that returns `i8x16.splat(0)`. Where it is refused, so is ours. */
// prettier-ignore
const PROBE = Uint8Array.of(
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, // magic number and version
  1, 5, 1, 0x60, 0, 1, 0x7b, // types: one function, without parameters, that returns a v128
  3, 2, 1, 0, // functions: one, of type 0
  10, 8, 1, 6, 0, 0x41, 0, 0xfd, 0x0f, 0x0b, // code: i32.const 0, i8x16.splat, end
);

/** In the order of their numbers at the boundary. @type {ReadOptions['occurrences'][]} */
const OCCURRENCES = ['first', 'section', 'all'];

/** Of a glossary that is compiled in steps: how many in one, which takes less than a millisecond. */
const ENTRIES = 16;

/** The largest number that crosses. */
const UNLIMITED = 2 ** 32 - 1;

/** The engine's class: the one in Wasm or, where there is no Wasm, the one in JavaScript. */
let Compiled = CompiledGlossary;

/** The second module and the third, once they are loaded. @type {import('./second.js').Later | undefined} */
let later;

/** How it is asked, and what its answers are. @internal @type {typeof import('./analysis.js') | undefined} */
export let analysis;

/** @type {Promise<void> | undefined} the one instance of this realm, or the loading of it */
let loading;

/** What it was made from, for workers and for the second module. @internal @type {WebAssembly.Module | undefined} */
export let compiledModule;

/** The same of the second module. @type {Promise<void> | undefined} */
let loadingAnalysis;

/** Each module works in a memory of its own, and one may live on without the other. This is of the engine that `Compiled` is of. @internal */
export let guarded = guard();
const guardedAnalysis = guard();

/**
 * Loads the Wasm module, once per realm: while or after it is loaded, `source` is not looked at. Where Wasm cannot be used, the same engine in
 * JavaScript is loaded instead. After a failure it may be tried again.
 * @param {WasmSource} [source]  the file beside this module by default
 * @returns {Promise<void>}
 * @throws {GlossatorError} `wasm-blocked` or `wasm-load`
 */
export function loadWasm(source) {
  loading ??= instantiate(source).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Loads the second module, which says what is not marked: key sentences, dates, figures. `loadWasm()` has to be begun before. After a failure it may be
 * tried again.
 * @returns {Promise<void>}
 * @throws {GlossatorError} `wasm-load`
 */
export function loadAnalysis() {
  loadingAnalysis ??= (async () => {
    await loading;
    try {
      analysis = await import('./analysis.js');
      // The task that ran it is over, and to make the module of its text is one of its own.
      await turn();
      // What stands in for Wasm has all in one.
      later ??= await analysis.load(compiledModule);
    } catch (error) {
      loadingAnalysis = undefined;
      throw toGlossatorError(error, 'wasm-load', 'what finds key sentences and figures cannot be loaded');
    }
  })();
  return loadingAnalysis;
}

/**
 * Loads what `loadAnalysis()` does, and the third module, which says what only editors ask: all sentences, acronyms, suggestions. After a failure it may be tried again.
 * @returns {Promise<void>}
 * @throws {GlossatorError} `wasm-load`
 */
export async function loadSurvey() {
  await loadAnalysis();
  const parts = /** @type {import('./second.js').Later} */ (later);
  try {
    parts.survey ??= await parts.loadSurvey?.();
  } catch (error) {
    throw toGlossatorError(error, 'wasm-load', 'what finds missing terms cannot be loaded');
  }
}

/** @param {WasmSource} [given] */
async function instantiate(given) {
  // Asked first: where Wasm is refused, fetching it would be in vain.
  const refusal = refusalOfWasm();
  if (refusal !== undefined) return loadFallback(refusal);
  const source = given ?? new URL('./wasm/glossator_bg.wasm', import.meta.url);
  // Bundled for a server that renders pages, the file's address is the one that browsers will fetch it from, without a host: of no use here.
  if (!given && !globalThis.location && !URL.canParse(String(source))) return loadFallback(source);
  const isAddress = typeof source === 'string' || source instanceof URL;
  try {
    const module = isAddress ? await compile(source) : source instanceof WebAssembly.Module ? source : await WebAssembly.compile(/** @type {BufferSource} */ (source));
    // Compiled already, so at once; the glue's asynchronous way would bring a loader of its own along.
    initSync({ module });
    compiledModule = module;
  } catch (error) {
    throw toGlossatorError(error, 'wasm-load', `the Wasm module${isAddress ? ` ${source}` : ''} cannot be loaded`);
  }
}

/**
 * Why Wasm cannot be used here: a security policy, a browser that has it switched off or is too old. Each browser words a refusal in its
 * own way and gives a broken file the same class of error, so a module is tried that is certainly right.
 * @returns {unknown} nothing where it can be used
 */
function refusalOfWasm() {
  try {
    // WebKit refuses at the instance, the others at the module.
    new WebAssembly.Instance(new WebAssembly.Module(PROBE));
    return undefined;
  } catch (error) {
    return error;
  }
}

/**
 * The same engine translated to JavaScript: larger, and slower by several times. Only who needs it downloads it.
 * @param {unknown} [refusal]  why Wasm cannot be used, or its file not be found
 */
async function loadFallback(refusal) {
  try {
    const all = await import('./fallback/fallback.js');
    Compiled = all.CompiledGlossary;
    later = all;
  } catch (error) {
    const why = "WebAssembly is switched off or forbidden here (by a security policy whose script-src lacks 'wasm-unsafe-eval'?), and the script in its place cannot be loaded";
    throw new GlossatorError('wasm-blocked', `${why}: ${Object(error).message}`, { cause: refusal });
  }
}

/**
 * @param {string | URL} address
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(address) {
  const file = readLocalFile(address);
  if (file) return WebAssembly.compile(await file);
  const response = await fetch(address);
  if (!response.ok) throw new GlossatorError('wasm-load', `the Wasm module ${address} cannot be loaded: HTTP ${response.status}`);
  // Streaming refuses any other type, and many static servers send another.
  const isTyped = /^application\/wasm\b/i.test(response.headers.get('content-type') ?? '');
  return isTyped && WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @internal
 * In Node, `import.meta.url` is a `file:` URL, which `fetch` there does not read.
 * @param {string | URL} address
 * @returns {Promise<ArrayBufferView<ArrayBuffer>> | undefined}  nothing where this is not Node or not such a URL
 */
export function readLocalFile(address) {
  const { process } = /** @type {any} */ (globalThis);
  if (!process?.versions?.node || !/^file:/i.test(String(address))) return undefined;
  const builtin = process.getBuiltinModule?.('node:fs/promises');
  // A name that is not a literal, and the comments: no bundler shall look for this module.
  const id = 'node:fs/promises';
  return Promise.resolve(builtin ?? import(/* webpackIgnore: true */ /* @vite-ignore */ id)).then((fs) => fs.readFile(new URL(address)));
}

/**
 * @internal
 * Makes something of the engine and, where Wasm traps, makes it once more of the engine in JavaScript: a bug of the browser's is not met again
 * there, and what is wrong in the engine itself is wrong in both, and thrown.
 * @template T
 * @param {() => T | Promise<T>} make
 * @returns {Promise<T>}
 */
export async function withStandIn(make) {
  const before = Compiled;
  try {
    return await make();
  } catch (error) {
    if (before !== CompiledGlossary || /** @type {any} */ (error).code !== 'engine-dead') throw error;
    await loadFallback().catch(() => {
      throw error;
    });
    console.warn('glossator:', error);
    guarded = guard();
    return make();
  }
}

/**
 * For running something inside Wasm. What is thrown there is a trap or a broken invariant: what memory holds then is unknown, so that was
 * the last call.
 */
function guard() {
  /** Why the instance cannot be used any more. @type {GlossatorError | undefined} */
  let dead;
  /** @template T @param {() => T} call @returns {T} */
  return (call) => {
    if (dead) throw dead;
    try {
      return call();
    } catch (error) {
      dead = toGlossatorError(error, 'engine-dead', 'the engine failed and cannot be used again');
      throw dead;
    }
  };
}

/** @internal @param {string} text  @returns {Uint16Array<ArrayBuffer>} its code units */
export function encode(text) {
  const { length } = text;
  if (length > MAX_TEXT) throw new GlossatorError('option-invalid', `the text has ${length} UTF-16 code units; the engine reads up to ${MAX_TEXT}`);
  const units = new Uint16Array(length);
  for (let i = 0; i < length; i += 1) units[i] = text.charCodeAt(i);
  return units;
}

/**
 * @internal
 * @param {unknown} data  a parsed glossary file
 * @returns {CompiledGlossary}
 * @throws {GlossatorError} `glossary-invalid`, or `wasm-load` where no engine is loaded yet: that is not what ends one
 */
export function compileGlossary(data) {
  if (!compiledModule && Compiled === CompiledGlossary) throw new GlossatorError('wasm-load', 'await loadWasm() first');
  try {
    return compileFlat(flatten(data));
  } catch (error) {
    throw unreadable(error);
  }
}

/**
 * @internal
 * What came of the caller's getters or proxies while a glossary was read.
 * @param {unknown} error
 */
export const unreadable = (error) => toGlossatorError(error, 'glossary-invalid', 'the glossary cannot be read');

/**
 * @param {ReturnType<typeof flatten>} flat
 * @returns {CompiledGlossary}
 * @throws {GlossatorError} `glossary-invalid`
 */
const compileFlat = (flat) => checked(guarded(() => new Compiled(...flat)));

/**
 * @internal
 * The same in steps.
 * @param {ReturnType<typeof flatten>} flat
 * @returns {Generator<void, CompiledGlossary>}
 */
export function* compiling(flat) {
  // Between two steps another glossary's trap may put the other engine in.
  const guardedHere = guarded;
  const compiled = guardedHere(() => Compiled.begin(...flat));
  do yield;
  while (guardedHere(() => compiled.go_on(ENTRIES)));
  return checked(compiled);
}

/**
 * @param {CompiledGlossary} compiled
 * @returns {CompiledGlossary}  the same, where the glossary was accepted; its warnings are in the console
 */
function checked(compiled) {
  try {
    accepted(compiled);
  } catch (error) {
    compiled.free();
    throw error;
  }
  for (const warning of listOf(guarded(() => compiled.warnings()))) console.warn('glossator:', warning);
  return compiled;
}

/**
 * @internal
 * @param {CompiledGlossary} compiled
 * @returns {CompiledGlossary} the same, where the glossary and the last text were accepted
 * @throws {GlossatorError} what was wrong
 */
export function accepted(compiled) {
  const [code, path, message = ''] = guarded(() => compiled.problem()).split(END);
  if (code) throw new GlossatorError(/** @type {import('./errors.js').ErrorCode} */ (code), message, { path: path || undefined });
  return compiled;
}

/** Texts with an end behind each. @param {string} texts */
const listOf = (texts) => texts.split(END).slice(0, -1);

/** Reads texts by a compiled glossary, and knows its entries by number only. */
export class CompiledEngine {
  /** @type {CompiledGlossary | undefined} */
  #compiled;

  /** Of the module it was compiled by. */
  #guarded = guarded;

  /** @param {CompiledGlossary} compiled  a glossary, which is freed with the engine */
  constructor(compiled) {
    this.#compiled = compiled;
  }

  /**
   * What is to be marked in a text.
   * @param {string} text  at most 2^24 code units
   * @param {Uint32Array} blocks  its block table: rows of `start, flags`
   * @param {ReadOptions} options  how much
   * @returns {Reading}
   */
  read(text, blocks, options) {
    const { occurrences = 'first', maxMarks = UNLIMITED, density = 0, headings, definitions, title = '' } = options;
    const compiled = this.#compiled;
    if (!compiled) throw new GlossatorError('engine-dead', 'this glossary was freed');
    const which = OCCURRENCES.indexOf(occurrences);
    if (which < 0) throw new GlossatorError('option-invalid', 'occurrences: expected "first", "section" or "all"', { path: 'occurrences' });
    const units = encode(text);
    const most = Math.min(Math.max(maxMarks, 0), UNLIMITED);
    const heading = encode(title);
    const answer = this.#guarded(() => compiled.read(units, blocks, which, most, density, (headings ? 1 : 0) | (definitions ? 2 : 0), heading));
    if (answer.length === 0) accepted(compiled);
    return { ...toReading(answer), units };
  }

  /**
   * What a text says besides its terms.
   * @param {string} text  as it was read
   * @param {Uint32Array} blocks  its block table
   * @param {Reading} reading  of that text
   * @param {Partial<ReadOptions>} options  what is wanted
   * @returns {TextAnalysis | Promise<TextAnalysis>}  at once where `loadAnalysis()` is done, or `loadSurvey()` where sentences or suggestions are wanted
   */
  analyse(text, blocks, reading, options) {
    if (!later || !analysis) return loadAnalysis().then(turn).then(() => this.analyse(text, blocks, reading, options));
    const { title = '', date = '', language = '' } = options;
    const { ask, flattenQuestion } = analysis;
    const day = Number(/^(\d{4})-(\d\d)-(\d\d)/.exec(date)?.slice(1).join('') ?? 0);
    const question = flattenQuestion(reading, blocks, encode(title), options, day, packLanguage(language));
    return ask(later, guardedAnalysis, reader, reading.units ?? encode(text), question, options, loadSurvey);
  }

  /**
   * Finds the article of a page.
   * @param {Uint32Array} outline  the page as rows of numbers
   * @returns {Uint32Array}  the row of the article's element, then those that it does without; empty where there is none
   */
  findArticle(outline) {
    return guarded(() => Compiled.find_article(outline));
  }

  /** Gives the Wasm memory of the glossary back. Entries that are held stay readable. */
  free() {
    const compiled = this.#compiled;
    this.#compiled = undefined;
    try {
      this.#guarded(() => compiled?.free());
    } catch {
      // After a trap there is nothing to give back.
    }
  }
}

/**
 * A glossary compiled in this realm. `loadWasm()` has to be done before one is made.
 * @implements {Engine}
 */
export class LocalEngine extends CompiledEngine {
  /** @type {Map<string, Entry> | undefined} */
  #byId;

  /**
   * @param {GlossaryData} data  a parsed glossary file; it is not changed
   * @param {CompiledGlossary} [compiled]  the same glossary, where somebody has compiled it
   * @throws {GlossatorError} `glossary-invalid`, or `wasm-load` before `loadWasm()` is done
   */
  constructor(data, compiled = compileGlossary(data)) {
    super(compiled);
    const ids = listOf(guarded(() => compiled.ids()));
    /** @type {Entry[]} the glossary's entries in its order, each with an id */
    this.entries = data.entries.map((entry, index) => Object.assign(withoutNulls(/** @type {Entry} */ (entry)), { id: ids[index] ?? '' }));
    /** @type {string | undefined} */
    this.language = data.language ?? undefined;
  }

  /**
   * An entry by its place.
   * @param {number} index  in the glossary
   * @returns {Entry}
   */
  entry(index) {
    const entry = this.entries[index];
    if (!entry) throw new RangeError(`no entry ${index}`);
    return entry;
  }

  /**
   * An entry by its id.
   * @param {string} id  the file's, or the one that was made of the term
   * @returns {Entry | undefined}
   */
  entryById(id) {
    this.#byId ??= new Map(this.entries.map((entry) => [entry.id, entry]));
    return this.#byId.get(id);
  }
}

/**
 * @param {string} tag  BCP 47
 * @returns {number} language and region, two ASCII letters each, the first in the lowest byte
 */
function packLanguage(tag) {
  const [, language = '', region = ''] = /^([a-z]{2})(?![a-z])(?:.*?-([a-z]{2})(?![a-z]))?/i.exec(tag) ?? [];
  return [...language.toLowerCase(), ...region.toUpperCase()].reduceRight((sum, letter) => (sum << 8) | letter.charCodeAt(0), 0);
}

/**
 * `null` in a file is a field that is not there.
 * @template {object} T
 * @param {T} entry
 * @returns {T} a copy
 */
function withoutNulls(entry) {
  const copy = { ...entry };
  for (const key in copy) if (copy[key] === null) delete copy[key];
  return copy;
}
