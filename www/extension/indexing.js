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

/**
 * Of the numbers that are stored: what has another one is made anew. To be raised when the engine says other hashes of the same entries, which `tests/node/extension-index.test.js` notices; an
 * update of the extension that changes something else leaves the indexes as they are.
 */
export const FORMAT = 5;

/** The glossary that comes with the extension may be another one after an update. Put here by `xtask/js/dist-extension.js`. */
const OWN_GLOSSARY = typeof GLOSSATOR_GLOSSARY === 'string' ? GLOSSATOR_GLOSSARY : '';

/** What an index of the glossary has to have been made as. @param {StoredGlossary} glossary */
export const formatFor = ({ file }) => (file === undefined ? String(FORMAT) : `${FORMAT} ${OWN_GLOSSARY}`);

/** What is kept of a glossary beside its entries. @typedef {{habits: Habits, forms: Index, ids: Index, format: string, language: string}} Made */

/** Entries that are compiled together: some 100 ms. */
const PORTION = 4000;

/**
 * `loadWasm()` has to be done before.
 * @param {Entry[][]} chunks  as they are stored
 * @param {string} language
 * @param {(done: number) => unknown} [progress]  is told how many entries are done
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
  return { habits: gatherer.habits, forms: gatherer.finish(), ids, format: String(FORMAT), language };
}

/** Lets whatever has come go first. */
const breathe = () => new Promise((resolve) => setTimeout(() => resolve(undefined)));

/** For the background, which goes on with its other work in between. @param {StoredGlossary} glossary @returns {Promise<Made>} */
export async function indexOf(glossary) {
  const chunks = await readChunks(glossary);
  const made = await makeIndex(glossary.file === undefined ? chunks : chunked(chunks.flat()), glossary.language, breathe);
  return { ...made, format: formatFor(glossary) };
}

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
