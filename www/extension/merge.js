/**
 * @file Several glossaries as one, since the engine compiles one. Pure, so it runs in Node as well.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('../host/types.js').GlossaryData} GlossaryData
 * @typedef {{id: string, language: string, entries: Entry[], plainIds?: boolean}} Part
 */

/** Between one glossary and the next. Entries' own priorities count within their glossary, up to half of it. */
const STEP = 2000;

/** The engine's highest. */
const HIGHEST = 1_000_000;

/**
 * Ids get their glossary's in front, so that they stay unique and the same whatever else is switched on: what readers hide is kept by id.
 * `plainIds` leaves them alone.
 *
 * @param {Part[]} parts  the first wins where several claim the same text
 * @param {string} [pageLanguage]  BCP 47; the forms of words are those of the page's language, if a glossary has it, else of the first one
 * @returns {GlossaryData & {entries: Entry[]}}
 */
export function mergeGlossaries(parts, pageLanguage = '') {
  const wanted = primary(pageLanguage);
  const language = (parts.find((part) => primary(part.language) === wanted) ?? parts[0])?.language ?? 'en';
  /** @type {Entry[]} */
  const entries = [];
  parts.forEach((part, place) => {
    const { id, plainIds } = part;
    const offset = Math.min((parts.length - 1 - place) * STEP, HIGHEST - STEP);
    const isForeign = primary(part.language) !== primary(language);
    const name = (/** @type {string} */ own) => (plainIds ? own : `${id}:${own}`);
    for (const entry of part.entries) {
      /** @type {Entry} */
      const copy = { ...entry, id: name(entry.id) };
      if (entry.related) copy.related = entry.related.map(name);
      if (parts.length > 1) copy.priority = offset + Math.min(Math.max(entry.priority ?? 0, 1 - STEP / 2), STEP / 2 - 1);
      // Another language's plurals would be made-up words.
      if (isForeign) copy.inflect = false;
      entries.push(copy);
    }
  });
  return { language, entries };
}

/**
 * Which part an entry of the merged glossary is from.
 * @param {Part[]} parts
 * @param {number} index
 */
export function partAt(parts, index) {
  let last = 0;
  return parts.find(({ entries }) => index < (last += entries.length));
}

/** @param {string} language */
const primary = (language) => (language.split('-', 1)[0] ?? '').toLowerCase();
