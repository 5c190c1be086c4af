/**
 * @file From nested data (JSON, YAML, linked data), in whatever shape people keep a glossary, to the rows of a table. Pure.
 *
 * ```
 *  [{term, definition}, …]   {terms: [{…}]}   {"bond": "a debt", …}   {"bond": {definition}}   {"x1": {term, definition}}   [["bond", "a debt"], …]
 *  {"A": [{…}], "B": [{…}]}  {"Finance": {"bond": "a debt"}}          {"@graph": [{prefLabel: [{"@value", "@language"}]}]}
 * ```
 */

import { ADDRESS, certainty, guessMapping, headingAt, isFieldName } from './columns.js';

/** @typedef {Record<string, unknown>} Data */
/** A record is an entry as the file has it: field by field. @typedef {Map<string, string>} Flat */

/** How deep a list may lie in what surrounds it. */
const DEEPEST = 5;

/** Deep inside of something a map of fewer things is rather one thing. */
const FEW = 5;

/** A key of these is one of a language. */
const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;

/** @param {unknown} value @returns {value is Data} */
const isData = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const isScalar = (value) => typeof value === 'string' || typeof value === 'number';

/**
 * @param {unknown} value
 * @returns {string[][]}  names of the fields first; empty where there is no list of entries
 */
export function rowsOfData(value) {
  /** @type {string[][]} */
  let best = [];
  let most = 0;
  for (const rows of candidates(value, 0)) {
    const count = worth(rows);
    if (count > most) [best, most] = [rows, count];
  }
  return best;
}

/** How many rows have both a term and a definition, by the names of the fields. @param {string[][]} rows */
function worth(rows) {
  if (rows.length < 2 || headingAt(rows) !== 0) return 0;
  const { term, definition } = guessMapping(rows).columns;
  const says = (/** @type {string | undefined} */ cell) => /\p{L}/u.test(cell ?? '') && !ADDRESS.test(cell ?? '');
  return certainty(rows) * rows.reduce((sum, row, at) => sum + Number(at > 0 && says(row[term]) && says(row[definition])), 0);
}

/** @param {unknown} value @param {number} depth @returns {Generator<string[][]>} */
function* candidates(value, depth) {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    if (value.every((item) => isData(item) && '@value' in item)) return;
    const single = value.filter((item) => isData(item) && Object.keys(item).length === 1).flatMap(Object.entries);
    // `- bond: …`, one a line: maps of one thing each.
    if (single.length === value.length && new Set(single.map(([key]) => key)).size * 2 > single.length) yield* candidates(Object.fromEntries(single), depth);
    if (value.some(isData)) yield tableOf(value.filter(isData).map(recordOf));
    else if (value.every((item) => Array.isArray(item) && item.length > 1 && isScalar(item[0]))) yield ofTuples(value);
    if (value.length < 50) for (const item of value) yield* candidates(item, depth + 1);
    return;
  }
  if (!isData(value)) return;
  const pairs = Object.entries(value);
  const values = pairs.map(([, item]) => item);
  // Its own name for each thing is of no use where these have terms of their own.
  if (values.length && values.every(isData)) yield tableOf(values.map((item) => recordOf(/** @type {Data} */ (item))));
  // A map from terms to what is known of them.
  const known = pairs.filter(([, item]) => isScalar(item) || isData(item) || (Array.isArray(item) && item.every(isScalar)));
  const named = known.filter(([key]) => isFieldName(key)).length;
  if (known.length * 2 > pairs.length && named * 2 < known.length && (depth < 2 || known.length >= FEW)) {
    yield tableOf(known.map(([key, item]) => (isData(item) ? new Map([['key', key], ...recordOf(item)]) : new Map([['term', key], ['definition', scalars(item)]]))));
  }
  // Lists by letter or by subject: one list.
  const lists = pairs.filter(([, item]) => Array.isArray(item) && item.some((inner) => isData(inner) && !('@value' in inner)));
  if (lists.length > 1) {
    yield tableOf(lists.flatMap(([key, list]) => /** @type {unknown[]} */ (list).filter(isData).map((item) => new Map([...recordOf(item), ...groupOf(key)]))));
  }
  const groups = pairs.filter(([, item]) => isData(item) && Object.values(item).length > 0 && Object.values(item).every((inner) => typeof inner === 'string'));
  const inner = groups.flatMap(([, group]) => Object.keys(/** @type {Data} */ (group)));
  // The same keys again and again are fields.
  if (groups.length > 1 && new Set(inner).size * 2 > inner.length && inner.filter(isFieldName).length * 2 < inner.length) {
    yield tableOf(groups.flatMap(([key, group]) => Object.entries(/** @type {Data} */ (group)).map(([term, definition]) => new Map([['term', term], ['definition', String(definition)], ...groupOf(key)]))));
  }
  if (pairs.length < 50) for (const item of values) yield* candidates(item, depth + 1);
}

/** A letter is no subject. @param {string} key @returns {[string, string][]} */
const groupOf = (key) => (key.length > 2 && !/^\d+$/.test(key) ? [['category', key]] : []);

/** Dictionaries for readers of Japanese: a word, its reading, five more things, and among them a list of meanings. @param {unknown[][]} tuples */
function ofTuples(tuples) {
  const isBank = tuples.every((tuple) => tuple.length >= 6 && Array.isArray(tuple[5]));
  if (isBank) return tableOf(tuples.map((tuple) => new Map([['term', String(tuple[0])], ['reading', String(tuple[1] ?? '')], ['definition', scalars(tuple[5])]])));
  return [['term', 'definition'], ...tuples.map((tuple) => tuple.map(scalars))];
}

/** Of a value that is one text or several, one a line. @param {unknown} value @returns {string} */
function scalars(value) {
  if (isScalar(value)) return String(value);
  if (Array.isArray(value)) return value.map(scalars).filter(Boolean).join('\n');
  if (!isData(value)) return '';
  for (const key of ['@value', 'term', 'label', 'name', 'title', 'text', 'value', 'content', 'literal_form']) if (isScalar(value[key])) return String(value[key]);
  return '';
}

/** The last part of an address that stands for a field: `http://www.w3.org/2004/02/skos/core#prefLabel`, `skos:prefLabel`. @param {string} key */
const fieldOf = (key) => key.replace(/^.*[#/:](?=[A-Za-z]+$)/, '');

/**
 * @param {Data} data
 * @returns {Flat}
 */
export function recordOf(data) {
  /** @type {Flat} */
  const found = new Map();
  const put = (/** @type {string} */ key, /** @type {string} */ text) => {
    const before = found.get(key);
    if (text) found.set(key, before ? `${before}\n${text}` : text);
  };
  for (const [key, value] of Object.entries(data)) {
    // Of linked data, what a thing is and where: no word of an entry.
    if (/^@(?:id|type|context)$/.test(key)) continue;
    const field = fieldOf(key);
    if (isData(value) && !('@value' in value)) {
      // By language, or a group of fields: `{en: …}`, `{en: {term, definition}}`, `{term: {en: …}}`.
      for (const [inner, item] of Object.entries(value)) put(`${field} ${fieldOf(inner)}`, isData(item) && LANGUAGE.test(inner) ? scalars(item) : scalars(item));
    } else if (Array.isArray(value) && value.some((item) => isData(item) && '@language' in item)) {
      for (const item of value) put(isData(item) && item['@language'] ? `${field} ${item['@language']}` : field, scalars(item));
    } else if (isData(value) && value['@language']) put(`${field} ${value['@language']}`, scalars(value));
    else put(field, scalars(value));
  }
  return found;
}

/**
 * @param {Flat[]} records
 * @returns {string[][]}
 */
export function tableOf(records) {
  /** @type {Map<string, number>} */
  const columns = new Map();
  for (const record of records) for (const key of record.keys()) if (!columns.has(key)) columns.set(key, columns.size);
  return [
    [...columns.keys()],
    ...records.map((record) => {
      const row = Array.from({ length: columns.size }, () => '');
      for (const [key, text] of record) row[columns.get(key) ?? 0] = text;
      return row;
    }),
  ];
}
