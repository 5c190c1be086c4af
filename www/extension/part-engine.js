/**
 * @file The engine of the background: for each text, it compiles the entries that the text can name, and no others. `src/engine/parts.rs` says why the reading is the
 * same as that of all of them.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('../host/types.js').ReadOptions} ReadOptions
 * @typedef {import('./hashes.js').PartialGlossary} PartialGlossary
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

/**
 * A glossary with its index, and the chunks that were edited since that was made: all entries of these are compiled.
 * @typedef {{glossary: StoredGlossary, habits: import('./hashes.js').Habits, forms: import('./hashes.js').Index, revision: number, touched: number[]}} Indexed
 */

import { accepted, CompiledEngine, encode, guarded } from '../host/engine.js';
import { GlossatorError } from '../host/errors.js';
import { flatten } from '../host/flat.js';
import { CompiledGlossary } from '../host/wasm/glossator.js';
import { codesIn, hashOfId, lookUp, placeOf } from './hashes.js';
import { languageOf, mergeGlossaries, partAt } from './merge.js';
import { CHUNK, loadIdIndex, readFileEntries, readSomeChunks } from './store.js';

const Compiled = /** @type {PartialGlossary} */ (CompiledGlossary);

/** Chunks that are kept, for pages that name the same entries: 25,000 of these at most. */
const KEPT = 1000;

/** Entries that may be compiled although the text does not name them: those of the text before, since most are that one with a change. */
const MOST_UNNAMED = 2000;

export class PartEngine {
  #glossaries;
  #leaveOut;
  #pageLanguage;
  /** By glossary and number. @type {Map<string, Entry[]>} */
  #chunks = new Map();
  /** What was compiled last. @type {Part | undefined} */
  #part;
  #isFree = false;

  /**
   * @param {Indexed[]} glossaries  the first wins
   * @param {string | undefined} pageLanguage
   * @param {(glossary: StoredGlossary, error: unknown) => Promise<void>} leaveOut  is told of a glossary that has to be
   */
  constructor(glossaries, pageLanguage, leaveOut) {
    this.#glossaries = glossaries;
    this.#pageLanguage = pageLanguage;
    this.#leaveOut = leaveOut;
  }

  get language() {
    return languageOf(this.#glossaries.map(({ glossary }) => glossary), this.#pageLanguage);
  }

  /**
   * @param {string} text
   * @param {Uint32Array} blocks
   * @param {ReadOptions} options
   * @returns {Promise<import('../host/types.js').Reading & {part: Part}>}  with what it was read with
   * @throws {GlossatorError}
   * @throws {import('./store.js').ChangedError} where a glossary was changed meanwhile
   */
  async read(text, blocks, options) {
    const hashes = [hashesOf(text, blocks)];
    // Entries that the title names count for more.
    if (options?.title) hashes.push(hashesOf(options.title, Uint32Array.of(0, 1)));
    for (;;) {
      const wanted = this.#glossaries.map(({ forms, touched }) => {
        const codes = new Set(touched.flatMap(codesIn));
        for (const some of hashes) lookUp(forms, some, codes);
        return codes;
      });
      const part = await this.#partWith(wanted);
      if (part) return { ...part.engine.read(text, blocks, options), part };
    }
  }

  /**
   * The part that was compiled last, where it has all of these.
   * @param {Set<number>[]} wanted  codes, by glossary
   * @returns {Promise<Part | undefined>}  nothing where a glossary had to be left out: the numbers are others then
   */
  async #partWith(wanted) {
    const last = this.#part;
    const isThere = last && wanted.every((codes, at) => isSubset(codes, last.codes[at]));
    if (isThere && !this.#isFree) return last;
    const count = (/** @type {Set<number>[]} */ sets) => sets.reduce((sum, { size }) => sum + size, 0);
    const joined = last && count(last.codes) < MOST_UNNAMED ? wanted.map((codes, at) => new Set([...codes, ...(last.codes[at] ?? [])])) : wanted;
    const own = await Promise.all(this.#glossaries.map(async ({ glossary }, at) => ({ glossary, entries: await this.#entriesAt(glossary, joined[at] ?? new Set()) })));
    const parts = own.map(({ glossary: { id, language }, entries }) => ({ id, language, entries }));
    try {
      const engine = new CompiledEngine(compilePart(parts, this.#pageLanguage, this.#glossaries));
      const part = { engine, codes: joined, entries: own.flatMap(({ glossary, entries }) => entries.map((entry) => named(entry, prefixOf(glossary)))) };
      this.#replace(part);
      return part;
    } catch (error) {
      const index = error instanceof GlossatorError && error.code === 'glossary-invalid' && /^entries\[(\d+)\]/.exec(error.path ?? '')?.[1];
      const culprit = index ? partAt(parts, Number(index)) : undefined;
      if (!culprit) throw error;
      const left = this.#glossaries.find(({ glossary }) => glossary.id === culprit.id);
      this.#glossaries = this.#glossaries.filter((one) => one !== left);
      this.#replace(undefined);
      if (left) await this.#leaveOut(left.glossary, error);
      return undefined;
    }
  }

  /** @param {StoredGlossary} glossary @param {Iterable<number>} codes @returns {Promise<Entry[]>} in the glossary's order, those that are there */
  async #entriesAt(glossary, codes) {
    const places = [...codes].sort((a, b) => a - b).map(placeOf);
    if (glossary.file !== undefined) {
      const all = await readFileEntries(glossary);
      return places.map(([chunk, at]) => all[chunk * CHUNK + at]).filter((entry) => entry !== undefined);
    }
    const chunks = await this.#chunksAt(glossary, new Set(places.map(([chunk]) => chunk)));
    return places.map(([chunk, at]) => chunks.get(chunk)?.[at]).filter((entry) => entry !== undefined);
  }

  /** @param {StoredGlossary} glossary @param {Set<number>} numbers */
  async #chunksAt(glossary, numbers) {
    const key = (/** @type {number} */ number) => `${glossary.id} ${number}`;
    if (this.#chunks.size > KEPT) this.#chunks.clear();
    // Not those that are kept alone: another page may clear them while this one waits.
    const chunks = new Map([...numbers].map((number) => [number, this.#chunks.get(key(number))]));
    const missing = [...numbers].filter((number) => !chunks.get(number));
    const found = missing.length ? await readSomeChunks(glossary, missing) : [];
    missing.forEach((number, at) => {
      chunks.set(number, found[at]);
      this.#chunks.set(key(number), found[at] ?? []);
    });
    return chunks;
  }

  /**
   * @param {string[]} ids  as pages know them
   * @returns {Promise<Entry[]>}  those that are there, with ids as pages know them
   */
  async entriesByIds(ids) {
    const all = await Promise.all(this.#glossaries.map(async ({ glossary, touched }) => {
      const prefix = prefixOf(glossary);
      const own = new Set(ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length)));
      if (!own.size) return [];
      const entries = glossary.file === undefined ? await this.#candidates(glossary, own, touched) : await readFileEntries(glossary);
      return entries.filter(({ id }) => own.delete(id)).map((entry) => named(entry, prefix));
    }));
    const byId = new Map(all.flat().map((entry) => [entry.id, entry]));
    return ids.map((id) => byId.get(id)).filter((entry) => entry !== undefined);
  }

  /** @param {StoredGlossary} glossary @param {Set<string>} ids @param {number[]} touched */
  async #candidates(glossary, ids, touched) {
    const index = await loadIdIndex(glossary.id);
    const codes = new Set(touched.flatMap(codesIn));
    if (index?.batch === glossary.batch) lookUp(index, [...ids].map(hashOfId), codes);
    return this.#entriesAt(glossary, codes);
  }

  /** Gives the Wasm memory back. */
  free() {
    this.#isFree = true;
    this.#replace(undefined);
  }

  /** @param {Part | undefined} part */
  #replace(part) {
    const old = this.#part;
    this.#part = part;
    // Who waits for it reads before that.
    setTimeout(() => old?.engine.free());
  }
}

/** Entries that were compiled together, with ids as pages know them; an index of a reading is one of this list. @typedef {{engine: CompiledEngine, codes: Set<number>[], entries: Entry[]}} Part */

/** Finding an article needs no glossary. @param {Uint32Array} outline @returns {Uint32Array} */
export const findArticle = (outline) => guarded(() => Compiled.find_article(outline));

/** Of the forms that a text can name. @param {string} text @param {Uint32Array} blocks @returns {Uint32Array} */
export const hashesOf = (text, blocks) => guarded(() => Compiled.hashes_of_text(encode(text), blocks));

/** A few entries by themselves. @param {Entry[]} entries */
export const readerOf = (entries) => new CompiledEngine(compilePart([{ id: '', language: 'en', entries }], 'en', [{ habits: [1, 1, 0] }]));

/**
 * @param {import('./merge.js').Part[]} parts
 * @param {string | undefined} pageLanguage
 * @param {Pick<Indexed, 'habits'>[]} glossaries
 */
function compilePart(parts, pageLanguage, glossaries) {
  const [table, texts] = flatten(mergeGlossaries(parts, pageLanguage));
  const sum = (/** @type {0 | 1 | 2} */ which) => glossaries.reduce((all, { habits }) => all + habits[which], 0);
  const compiled = guarded(() => Compiled.of_part(table, texts, sum(0), sum(1), sum(2) > 0));
  try {
    return accepted(compiled);
  } catch (error) {
    compiled.free();
    throw error;
  }
}

/** @param {Set<number>} codes @param {Set<number> | undefined} others */
function isSubset(codes, others) {
  if (!others || codes.size > others.size) return false;
  for (const code of codes) if (!others.has(code)) return false;
  return true;
}

/**
 * Ids get their glossary's in front, so that they stay unique and the same whatever else is switched on: what readers hide is kept by id. Those of a
 * glossary that comes with the extension stay as they are.
 * @param {StoredGlossary} glossary
 */
const prefixOf = ({ id, file }) => (file === undefined ? `${id}:` : '');

/** @param {Entry} entry @param {string} prefix @returns {Entry} a copy, in which `null` is a field that is not there */
function named(entry, prefix) {
  /** @type {Record<string, unknown>} */
  const copy = { ...entry, id: prefix + entry.id };
  if (entry.related) copy['related'] = entry.related.map((id) => prefix + id);
  for (const key in copy) if (copy[key] === null) delete copy[key];
  return /** @type {Entry} */ (/** @type {unknown} */ (copy));
}
