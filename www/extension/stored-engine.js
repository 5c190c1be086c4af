/**
 * @file The engine of the background: a compiled glossary in memory, its entries in the database, from where a page gets those that it names.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('./compile.js').Piece} Piece
 * @typedef {import('./compile.js').StorableGlossary} StorableGlossary
 */

import { accepted, CompiledEngine, guarded } from '../host/engine.js';
import { CompiledGlossary } from '../host/wasm/glossator.js';
import { readSomeChunks } from './store.js';

/** Chunks that are kept, for pages that name the same entries: 25,000 of these at most. */
const KEPT = 250;

/** What the engine says where it has no such id. */
const NONE = 2 ** 32 - 1;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {StorableGlossary}
 * @throws {import('../host/errors.js').GlossatorError} where they are not what this build has stored
 */
export const restoreCompiled = (bytes) => /** @type {StorableGlossary} */ (accepted(guarded(() => /** @type {any} */ (CompiledGlossary).from_stored(bytes))));

export class StoredEngine extends CompiledEngine {
  /** @type {Map<string, Entry[]>} */
  #chunks = new Map();
  #compiled;
  #pieces;

  /**
   * @param {StorableGlossary} compiled
   * @param {Piece[]} pieces  what it was compiled from
   * @param {string} language
   */
  constructor(compiled, pieces, language) {
    super(compiled);
    this.#compiled = compiled;
    this.#pieces = pieces;
    this.language = language;
  }

  /**
   * @param {number[]} indices
   * @returns {Promise<Entry[]>}  in their order, with ids as pages know them
   * @throws {import('./store.js').ChangedError} where a glossary was changed meanwhile
   */
  async entriesOf(indices) {
    const places = indices.map((index) => this.#placeOf(index));
    if (this.#chunks.size > KEPT) this.#chunks.clear();
    const missing = new Map(places.filter(({ key }) => !this.#chunks.has(key)).map((place) => [place.key, place]));
    // Not those that are kept alone: another page may clear them while this one waits.
    const chunks = new Map(places.map(({ key }) => [key, this.#chunks.get(key)]));
    const found = missing.size ? await readSomeChunks([...missing.values()]) : [];
    [...missing.keys()].forEach((key, at) => {
      const chunk = found[at] ?? [];
      chunks.set(key, chunk);
      this.#chunks.set(key, chunk);
    });
    return places.map(({ key, glossary, at }) => {
      const entry = chunks.get(key)?.[at];
      if (!entry) throw new RangeError(`an entry of "${glossary.name}" is not there`);
      return named(entry, prefixOf(glossary));
    });
  }

  /**
   * @param {string[]} ids  as pages know them
   * @returns {number[]}  of those that are there
   */
  indicesOf(ids) {
    if (!ids.length) return [];
    const own = ids.map((id) => {
      const place = this.#pieces.findIndex(({ glossary }) => id.startsWith(prefixOf(glossary)));
      const { glossary } = this.#pieces[place] ?? {};
      return glossary ? `${place}:${id.slice(prefixOf(glossary).length)}` : '';
    });
    const found = guarded(() => this.#compiled.indices_of(own.map((id) => `${id}\0`).join('')));
    return [...found].filter((index) => index !== NONE);
  }

  /** @param {number} index */
  #placeOf(index) {
    let at = index;
    for (const { glossary, sizes } of this.#pieces) {
      for (let number = 0; number < sizes.length; number += 1) {
        const size = sizes[number] ?? 0;
        if (at < size) return { key: `${glossary.id} ${number}`, glossary, number, at };
        at -= size;
      }
    }
    throw new RangeError(`no entry ${index}`);
  }
}

/**
 * Ids get their glossary's in front, so that they stay unique and the same whatever else is switched on: what readers hide is kept by id. Those of a
 * glossary that comes with the extension stay as they are.
 * @param {Piece['glossary']} glossary
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
