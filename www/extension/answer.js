/**
 * @file From a message of the content script to its answer: the background's half of the engine.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('./messages.js').FindMessage} FindMessage
 * @typedef {import('./messages.js').ReadMessage} ReadMessage
 * @typedef {import('./messages.js').ReadResult} ReadResult
 * @typedef {import('./part-engine.js').PartEngine} PartEngine
 */

import { GlossatorError } from '../host/errors.js';
import { eachRow, OWN } from '../host/tables.js';
import { ready } from './engines.js';
import { findArticle } from './part-engine.js';

/**
 * Entries that go along because another names them. The reader follows them in the card, one after the other; in a glossary
 * where everything is related to everything this would else be all of it, with each page.
 */
const MAX_RELATED = 500;

/**
 * @param {FindMessage} message
 * @returns {Promise<{rows: number[]}>}
 * @throws {GlossatorError}
 */
export async function answerFind({ outline }) {
  // The sender is a content script, in the process of a page that may have been taken over.
  if (!Array.isArray(outline)) throw new GlossatorError('option-invalid', 'a message to find an article has no outline');
  await ready();
  return { rows: Array.from(findArticle(Uint32Array.from(outline))) };
}

/**
 * @param {PartEngine} engine
 * @param {ReadMessage} message
 * @returns {Promise<ReadResult>}
 * @throws {GlossatorError}
 */
export async function answerRead(engine, { text, blocks, options }) {
  if (typeof text !== 'string' || !Array.isArray(blocks)) {
    throw new GlossatorError('option-invalid', 'a message to read a page has no text or no block table');
  }
  const table = Uint32Array.from(blocks);
  const { part, matches, report } = await engine.read(text, table, options);
  // Both in one answer: the code is here already, and a second message would bring the text again.
  const analysis = await part.engine.analyse(text, table, { matches, report }, options);
  /** @type {Set<number>} */
  const named = new Set();
  eachRow(matches, (start, end, index) => void named.add(index));
  // The page makes the article's own of the report.
  const entries = [...named].filter((index) => index < OWN).map((index) => /** @type {[number, Entry]} */ ([index, part.entries[index]]));
  return {
    matches: Array.from(matches),
    report: { ...report, ...analysis },
    entries,
    related: await relatedOf(engine, entries.map(([, entry]) => entry)),
    language: engine.language,
  };
}

/**
 * What the entries name as related, what that names, and so on, nearest first.
 * @param {PartEngine} engine
 * @param {Entry[]} found
 * @returns {Promise<Entry[]>}
 */
async function relatedOf(engine, found) {
  const known = new Set(found.map(({ id }) => id));
  /** @type {Entry[]} */
  const all = [];
  for (let last = found; last.length && all.length < MAX_RELATED; all.push(...last)) {
    const ids = last.flatMap(({ related = [] }) => related).filter((id) => !known.has(id) && known.add(id));
    last = await engine.entriesByIds(ids.slice(0, MAX_RELATED - all.length));
  }
  return all;
}
