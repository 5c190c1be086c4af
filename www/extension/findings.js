/**
 * @file What a page's session found, as data that crosses: for the side panel. And what of it comes back.
 *
 * @typedef {import('../host/types.js').Enrichment} Enrichment
 * @typedef {Omit<Enrichment, 'marks'> & {marks: []}} Findings
 */

/**
 * @param {Enrichment | null} enrichment
 * @returns {Findings | null}
 */
export function toFindings(enrichment) {
  if (!enrichment) return null;
  const { title, words, truncated, hidden, terms, summary, dates, figures, abbreviations, suggestions } = enrichment;
  const place = (/** @type {{start: number, end: number}} */ { start, end }) => ({ start, end });
  return {
    ...{ title, words, truncated, hidden, dates, figures, abbreviations, suggestions, marks: [] },
    terms: terms.map(({ entry, index, count, salience, places }) => ({ entry, index, count, salience, places: places.map(place) })),
    summary: summary.map(({ start, end, text }) => ({ start, end, text })),
  };
}

/**
 * @param {unknown} value  from a message
 * @returns {{start: number, end: number} | null}
 */
export function placeOf(value) {
  const { start, end } = /** @type {{start?: unknown, end?: unknown}} */ (Object(value));
  return Number.isInteger(start) && Number.isInteger(end) ? { start: Number(start), end: Number(end) } : null;
}
