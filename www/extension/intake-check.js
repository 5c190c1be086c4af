/**
 * @file Do entries keep the rules of the format? The engine says so, a few thousand at a time, so that who waits can be told how far it is.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 */

import { compileGlossary } from '../host/engine.js';
import { GlossatorError } from '../host/errors.js';

/** Entries that are compiled together: some 100 ms. */
const PORTION = 4000;

/**
 * `loadWasm()` has to be done before.
 * @param {Entry[]} entries  each with an id
 * @param {string} language
 * @param {(done: number) => void | Promise<void>} [progress]
 * @throws {GlossatorError} `glossary-invalid`
 */
export async function checkEntries(entries, language, progress = () => {}) {
  assertUnique(entries);
  for (let first = 0; first < entries.length; first += PORTION) {
    try {
      compileGlossary({ language, entries: entries.slice(first, first + PORTION) }).free();
    } catch (error) {
      throw first ? shifted(error, first) : error;
    }
    await progress(Math.min(first + PORTION, entries.length));
  }
  // An empty list is one; another tag than a language's is not.
  if (!entries.length) compileGlossary({ language, entries }).free();
}

/** @param {Entry[]} entries */
function assertUnique(entries) {
  const ids = new Set();
  entries.forEach(({ id, term } = /** @type {any} */ ({}), index) => {
    if (typeof id === 'string' && ids.has(id)) {
      throw new GlossatorError('glossary-invalid', `entries[${index}].id (${JSON.stringify(term)}): the id "${id}" is taken`, { path: `entries[${index}].id` });
    }
    ids.add(id);
  });
}

/** @param {unknown} error @param {number} by */
function shifted(error, by) {
  if (!(error instanceof GlossatorError)) return error;
  const shift = (/** @type {string} */ text) => text.replace(/entries\[(\d+)\]/g, (_, index) => `entries[${Number(index) + by}]`);
  return new GlossatorError(error.code, shift(error.message), { path: error.path && shift(error.path), cause: error });
}
