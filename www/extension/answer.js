/**
 * @file From a message of the content script to its answer: the background's half of the engine. No browser API, so it runs in Node as well.
 *
 * @typedef {import('../host/types.js').Engine} Engine
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('./messages.js').FindMessage} FindMessage
 * @typedef {import('./messages.js').ReadMessage} ReadMessage
 * @typedef {import('./messages.js').ReadResult} ReadResult
 */

import { GlossatorError } from '../host/errors.js';
import { rowsOf } from '../host/tables.js';

/**
 * Entries that go along because another names them. The reader follows them in the card, one after the other; in a glossary
 * where everything is related to everything this would else be all of it, with each page.
 */
const MAX_RELATED = 500;

/**
 * @param {Engine} engine
 * @param {FindMessage} message
 * @returns {Promise<{rows: number[]}>}
 * @throws {GlossatorError}
 */
export async function answerFind(engine, { outline }) {
  // The sender is a content script, in the process of a page that may have been taken over.
  if (!Array.isArray(outline)) throw new GlossatorError('option-invalid', 'a message to find an article has no outline');
  return { rows: Array.from((await engine.findArticle?.(Uint32Array.from(outline))) ?? []) };
}

/**
 * @param {Engine} engine
 * @param {ReadMessage} message
 * @returns {Promise<ReadResult>}
 * @throws {GlossatorError}
 */
export async function answerRead(engine, { text, blocks, options }) {
  if (typeof text !== 'string' || !Array.isArray(blocks)) {
    throw new GlossatorError('option-invalid', 'a message to read a page has no text or no block table');
  }
  const table = Uint32Array.from(blocks);
  const reading = await engine.read(text, table, options);
  // Both in one answer: the code is here already, and a second message would bring the text again.
  const analysis = await engine.analyse?.(text, table, reading, options);
  const { matches, report } = reading;
  /** @type {Map<number, Entry>} */
  const entries = new Map();
  for (const [, , index] of rowsOf(matches)) {
    if (!entries.has(index)) entries.set(index, engine.entry(index));
  }
  return {
    matches: Array.from(matches),
    report: { ...report, ...analysis },
    entries: [...entries],
    related: relatedOf(engine, entries.values()),
    language: engine.language,
  };
}

/**
 * What the entries name as related, what that names, and so on, nearest first.
 * @param {Engine} engine
 * @param {Iterable<Entry>} found
 * @returns {Entry[]}
 */
function relatedOf(engine, found) {
  const queue = [...found];
  const known = new Set(queue.map(({ id }) => id));
  const related = [];
  for (const { related: ids = [] } of queue) {
    for (const id of ids) {
      const entry = known.has(id) ? undefined : engine.entryById(id);
      if (!entry) continue;
      if (related.length === MAX_RELATED) return related;
      known.add(id);
      related.push(entry);
      queue.push(entry);
    }
  }
  return related;
}
