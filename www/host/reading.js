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

import { factsOf, tellSentences } from './flat.js';
import { ALTERNATIVE, eachRow, SELECTED, whyOf } from './tables.js';

/**
 * @param {Uint32Array} matches
 * @param {(entry: number) => boolean} isKnown  entries that the reader does not want marked
 * @param {import('./triggers.js').TooltipOptions['tabStops']} [tabStops]
 * @returns {MarkSpec[]}
 */
export function marksToMake(matches, isKnown, tabStops = 'first') {
  /** @type {MarkSpec[]} */
  const specs = [];
  const seen = new Set();
  eachRow(matches, (start, end, entry, flags) => {
    if (!(flags & SELECTED) || isKnown(entry)) return;
    specs.push({ start, end, entry, first: tabStops === 'first' ? !seen.has(entry) : tabStops === 'all' });
    seen.add(entry);
  });
  return specs;
}

/**
 * @param {Reading} reading
 * @param {Mark[]} marks
 * @param {(index: number) => Entry} entryOf
 * @param {Enrichment['abbreviations']} abbreviations
 * @param {string} title
 * @param {(entry: number) => boolean} isKnown
 * @returns {Enrichment}
 */
export function assemble({ matches, report }, marks, entryOf, abbreviations, title, isKnown) {
  /** @type {Map<number, import('./types.js').Place[]>} */
  const places = new Map();
  /** @type {import('./types.js').Place | undefined} */
  let last;
  eachRow(matches, (start, end, entry, flags) => {
    if (flags & ALTERNATIVE) {
      if (last) (last.others ??= []).push(entryOf(entry));
      return;
    }
    last = { start, end };
    if (whyOf(flags).reason === 'priority') last.unclear = true;
    const list = places.get(entry);
    if (list) list.push(last);
    else places.set(entry, [last]);
  });
  return {
    ...nothing(),
    marks,
    title,
    words: report.words,
    truncated: report.truncated,
    abbreviations,
    hidden: report.terms.filter(({ entry }) => isKnown(entry)).length,
    terms: report.terms.map(({ entry: index, count, salience }) => ({
      entry: entryOf(index), index, count, salience, places: places.get(index) ?? [],
    })),
  };
}

/**
 * What the sidebar shows besides the terms.
 * @param {string} text
 * @param {import('./types.js').TextAnalysis} analysis
 * @param {Enrichment['abbreviations']} abbreviations  get their sentences
 * @returns {Pick<Enrichment, 'summary' | 'dates' | 'figures' | 'suggestions'>}
 */
export function toldOf(text, analysis, abbreviations) {
  tellSentences(abbreviations, analysis, (span) => textOf(text, span));
  return {
    ...factsOf(text, analysis),
    summary: (analysis.summary ?? []).map((span) => textOf(text, span)),
    suggestions: (analysis.suggestions ?? []).map(({ count, ...span }) => ({ ...textOf(text, span), count })),
  };
}

/** @param {string} text @param {{start: number, end: number}} span */
export const textOf = (text, { start, end }) => ({ start, end, text: text.slice(start, end).replace(/\s+/g, ' ') });

/** @returns {Enrichment} of a page without an article */
export const nothing = () => ({ marks: [], terms: [], summary: [], dates: [], figures: [], abbreviations: [], suggestions: [], truncated: false, title: '', words: 0, hidden: 0 });
