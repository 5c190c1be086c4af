/**
 * @file From an engine's flat answer to what the host shows: which marks to make, and the `Enrichment`.
 *
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').MarkSpec} MarkSpec
 * @typedef {import('./types.js').PageText} PageText
 * @typedef {import('./types.js').Reading} Reading
 */

import { factsOf } from './flat.js';
import { ALTERNATIVE, rowsOf, SELECTED } from './tables.js';

/**
 * @param {Uint32Array} matches
 * @returns {MarkSpec[]}
 */
export function marksToMake(matches) {
  const specs = [];
  const seen = new Set();
  for (const [start, end, entry, flags] of rowsOf(matches)) {
    if (!(flags & SELECTED)) continue;
    specs.push({ start, end, entry, first: !seen.has(entry) });
    seen.add(entry);
  }
  return specs;
}

/**
 * @param {PageText} page
 * @param {Reading} reading
 * @param {Mark[]} marks
 * @param {(index: number) => Entry} entryOf
 * @param {string} title
 * @returns {Enrichment}
 */
export function assemble({ text }, { matches, report }, marks, entryOf, title) {
  /** @type {Map<number, {start: number, end: number}[]>} */
  const places = new Map();
  for (const [start, end, entry, flags] of rowsOf(matches)) {
    if (flags & ALTERNATIVE) continue;
    const list = places.get(entry);
    if (list) list.push({ start, end });
    else places.set(entry, [{ start, end }]);
  }
  return {
    marks,
    title,
    words: report.words,
    truncated: report.truncated,
    terms: report.terms.map(({ entry: index, count, salience }) => ({
      entry: entryOf(index), index, count, salience, places: places.get(index) ?? [],
    })),
    ...factsOf(text, report),
    summary: report.summary.map(({ start, end }) => ({ start, end, text: text.slice(start, end).replace(/\s+/g, ' ') })),
  };
}

/** @returns {Enrichment} of a page without an article */
export const nothing = () => ({ marks: [], terms: [], summary: [], dates: [], figures: [], truncated: false, title: '', words: 0 });
