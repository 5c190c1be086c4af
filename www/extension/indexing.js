/**
 * @file Makes the index of a glossary: which entries a text can name, and which entry has an id. The import makes it while it checks the entries; this is for whoever
 * finds none, or one that many edits have left behind.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('./hashes.js').HashableGlossary} HashableGlossary
 * @typedef {import('./hashes.js').Habits} Habits
 * @typedef {import('./hashes.js').Index} Index
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { compileGlossary, guarded } from '../host/engine.js';
import { GlossatorError } from '../host/errors.js';
import { codeOf, Gatherer, indexOfIds } from './hashes.js';
import { chunked, readChunks } from './store.js';

/** Of this build: what another one has made is made anew. Put here by `xtask/js/dist-extension.js`. */
export const BUILD = typeof GLOSSATOR_BUILD === 'string' ? GLOSSATOR_BUILD : '';

/** What is kept of a glossary beside its entries. @typedef {{habits: Habits, forms: Index, ids: Index, build: string, language: string}} Made */

/** Entries that are compiled together: some 100 ms. */
const PORTION = 4000;

/**
 * `loadWasm()` has to be done before.
 * @param {Entry[][]} chunks  as they are stored
 * @param {string} language
 * @param {(done: number) => void | Promise<void>} [progress]  is told how many entries are done
 * @returns {Promise<Made>}
 * @throws {import('../host/errors.js').GlossatorError} `glossary-invalid`, with the index of the entry in all of them
 */
export async function makeIndex(chunks, language, progress = () => {}) {
  const gatherer = new Gatherer();
  const codes = chunks.flatMap((chunk, number) => chunk.map((_, place) => codeOf(number, place)));
  const entries = chunks.flat();
  for (let first = 0; first < entries.length; first += PORTION) {
    const compiled = compilePortion(entries, first, language);
    try {
      guarded(() => gatherer.add(compiled, (index) => codes[first + index] ?? 0));
    } finally {
      compiled.free();
    }
    await progress(Math.min(first + PORTION, entries.length));
  }
  // An empty list is a glossary; another tag than a language's makes none.
  if (!entries.length) compileGlossary({ language, entries }).free();
  const ids = indexOfIds(chunks.map((chunk) => chunk.map(({ id }) => id)));
  return { habits: gatherer.habits, forms: gatherer.finish(), ids, build: BUILD, language };
}

/** @param {StoredGlossary} glossary */
export const indexOf = async (glossary) => makeIndex(glossary.file === undefined ? await readChunks(glossary) : chunked((await readChunks(glossary)).flat()), glossary.language);

/**
 * @param {Entry[]} entries
 * @param {number} first
 * @param {string} language
 */
function compilePortion(entries, first, language) {
  try {
    return /** @type {HashableGlossary} */ (compileGlossary({ language, entries: entries.slice(first, first + PORTION) }));
  } catch (error) {
    throw first ? shifted(error, first) : error;
  }
}

/** @param {unknown} error @param {number} by */
function shifted(error, by) {
  if (!(error instanceof GlossatorError)) return error;
  const shift = (/** @type {string} */ text) => text.replace(/entries\[(\d+)\]/g, (_, index) => `entries[${Number(index) + by}]`);
  return new GlossatorError(error.code, shift(error.message), { path: error.path && shift(error.path), cause: error });
}
