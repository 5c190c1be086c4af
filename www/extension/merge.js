/**
 * @file Several glossaries as one, since the engine compiles one. Pure, so it runs in Node as well.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('../host/types.js').GlossaryData} GlossaryData
 * @typedef {{id: string, language: string, entries: Entry[]}} Part
 */

/** Between one glossary and the next. Entries' own priorities count within their glossary, up to half of it. */
const STEP = 2000;

/** The engine's highest. */
const HIGHEST = 1_000_000;

/**
 * Of several glossaries the language whose forms of words are looked for: the page's, if a glossary has it, else that of the first one.
 * @param {{language: string}[]} parts
 * @param {string} [pageLanguage]  BCP 47
 */
export function languageOf(parts, pageLanguage = '') {
  const wanted = primary(pageLanguage);
  return (parts.find((part) => primary(part.language) === wanted) ?? parts[0])?.language ?? 'en';
}

/**
 * Ids get the place of their glossary in front, so that they are unique.
 *
 * @param {Part[]} parts  the first wins where several claim the same text
 * @param {string} [pageLanguage]  BCP 47
 * @returns {GlossaryData & {entries: Entry[]}}
 */
export function mergeGlossaries(parts, pageLanguage) {
  const language = languageOf(parts, pageLanguage);
  /** @type {Entry[]} */
  const entries = [];
  parts.forEach((part, place) => {
    const offset = Math.min((parts.length - 1 - place) * STEP, HIGHEST - STEP);
    const isForeign = primary(part.language) !== primary(language);
    const name = (/** @type {string} */ own) => `${place}:${own}`;
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
 * @template {Part} Any
 * @param {Any[]} parts
 * @param {number} index
 */
export function partAt(parts, index) {
  let last = 0;
  return parts.find(({ entries }) => index < (last += entries.length));
}

/** @param {string} language */
const primary = (language) => (language.split('-', 1)[0] ?? '').toLowerCase();
