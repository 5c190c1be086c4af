/**
 * @file Do entries keep the rules of the format? The engine says so, a few thousand at a time, so that who waits can be told how far it is; and what it has to be
 * asked anyway for the index of the glossary is kept.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 */

import { GlossatorError } from '../host/errors.js';
import { makeIndex } from './indexing.js';
import { chunked } from './store.js';

/**
 * `loadWasm()` has to be done before.
 * @param {Entry[]} entries  each with an id
 * @param {string} language
 * @param {(done: number) => void | Promise<void>} [progress]
 * @returns {Promise<import('./indexing.js').Made>}  for `replaceEntries`
 * @throws {GlossatorError} `glossary-invalid`
 */
export async function checkEntries(entries, language, progress) {
  assertUnique(entries);
  return makeIndex(chunked(entries), language, progress);
}

/** @param {Entry[]} entries */
function assertUnique(entries) {
  const ids = new Set();
  entries.forEach((entry, index) => {
    // What is no entry at all is refused by the engine.
    const { id, term } = Object(entry);
    if (typeof id === 'string' && ids.has(id)) {
      throw new GlossatorError('glossary-invalid', `entries[${index}].id (${JSON.stringify(term)}): the id "${id}" is taken`, { path: `entries[${index}].id` });
    }
    ids.add(id);
  });
}
