/**
 * @file From a text that the reader brings to entries: JSON as the glossary format has it, or a table whose columns are mapped to its fields. Pure;
 * whether the entries keep the format's rules is the engine's business (`intake-check.js`).
 *
 * @typedef {import('../host/types.js').Entry} Entry
 */

import { GlossatorError } from '../host/errors.js';
import { placeOfError } from './json-place.js';
import { findDelimiter, parseTable } from './table.js';

/** What a column can be, in the order in which they are offered. */
export const FIELDS = /** @type {const} */ (['term', 'definition', 'aliases', 'category', 'pronunciation', 'url', 'source', 'context']);

/** @typedef {(typeof FIELDS)[number]} Field */

/**
 * Which column is what: numbers from 0, -1 for none.
 * @typedef {{heading: boolean, columns: Record<Field, number>}} Mapping
 */

/**
 * What columns are called, in the six languages of the extension; compared in lower case.
 * @type {Record<Field, string>}
 */
const NAMES = {
  term: 'term|word|name|title|headword|label|expression|front|begriff|wort|bezeichnung|terme|mot|término|termino|palabra|术语|词|词语|名称|مصطلح|المصطلح|كلمة',
  definition: 'definition|description|meaning|explanation|gloss|back|text|erklärung|beschreibung|bedeutung|définition|explication|definición|descripción|significado|定义|解释|说明|释义|تعريف|التعريف|شرح',
  aliases: 'aliases|alias|synonyms|synonym|abbreviation|acronym|also|variants|synonyme|abkürzung|abréviation|sinónimos|abreviatura|别名|同义词|缩写|مرادفات|اختصار',
  category: 'category|type|group|topic|subject|tags|tag|kategorie|thema|gruppe|catégorie|thème|categoría|tema|类别|分类|主题|فئة|الفئة|تصنيف',
  pronunciation: 'pronunciation|ipa|aussprache|prononciation|pronunciación|发音|读音|拼音|نطق',
  url: 'url|link|address|website|href|lien|adresse|enlace|链接|网址|رابط',
  source: 'source|reference|publisher|quelle|référence|fuente|来源|出处|المصدر|مصدر',
  context: 'context|context words|kontext|contexte|contexto|上下文|语境|سياق',
};

const LISTS = new Set(['aliases', 'context']);

/** Between several things in one cell. */
const SEPARATORS = /\s*[;|\n]\s*/;

/** A label that the engine takes, in bytes. */
const LONGEST_LABEL = 1000;

/**
 * @typedef {object} Intake
 * @property {'json' | 'table'} kind
 * @property {string} name  what the file calls itself
 * @property {string} language
 * @property {Partial<Entry>[]} items  of JSON, unchecked
 * @property {string[][]} rows  of a table
 * @property {Mapping} mapping  a guess, for a table
 */

/**
 * @param {string} text
 * @returns {Intake}
 * @throws {GlossatorError} `glossary-invalid`
 */
export function readText(text) {
  const clean = text.replace(/^\ufeff/, '');
  const none = { name: '', language: '', items: [], rows: [], mapping: guessMapping([]) };
  if (/^\s*[[{]/.test(clean)) {
    const { name, language, entries } = parseJson(clean);
    return { ...none, kind: 'json', name: textOf(name), language: textOf(language), items: entries };
  }
  // What Excel writes and reads in front of a table.
  const [line = '', separator = ''] = /^sep=(.)(?:\r\n|\r|\n)/i.exec(clean) ?? [];
  const table = clean.slice(line.length);
  const rows = parseTable(table, separator || findDelimiter(table));
  if (!clean.trim() || !rows.length) throw new GlossatorError('glossary-invalid', 'there is nothing in it');
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(clean)) throw new GlossatorError('glossary-invalid', 'this is a web page, and no glossary');
  return { ...none, kind: 'table', rows, mapping: guessMapping(rows) };
}

/** @param {string} text */
function parseJson(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const { line, column } = placeOfError(text);
    throw new GlossatorError('glossary-invalid', `it is not JSON: line ${line}, column ${column}: ${/** @type {Error} */ (error).message}`, { cause: error });
  }
  const { name, language, entries } = Array.isArray(data) ? { name: '', language: '', entries: data } : data;
  if (!Array.isArray(entries)) throw new GlossatorError('glossary-invalid', 'it has no list "entries"', { path: 'entries' });
  return { name, language, entries };
}

/** @param {unknown} value */
const textOf = (value) => (typeof value === 'string' ? value.trim() : '');

/**
 * @param {string[][]} rows
 * @returns {Mapping}
 */
export function guessMapping(rows) {
  const heads = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  /** @type {Record<string, number>} */
  const columns = {};
  const taken = new Set();
  for (const field of FIELDS) {
    const names = NAMES[field].split('|');
    const at = heads.findIndex((head, column) => !taken.has(column) && names.includes(head));
    if (at >= 0) taken.add(at);
    columns[field] = at;
  }
  const heading = taken.size > 0;
  // Most lists are a word and what it means.
  for (const field of ['term', 'definition']) {
    if ((columns[field] ?? -1) >= 0) continue;
    const free = (rows[0] ?? []).findIndex((_, column) => !taken.has(column));
    columns[field] = free;
    taken.add(free);
  }
  return { heading, columns: /** @type {Record<Field, number>} */ (columns) };
}

/**
 * @param {string[][]} rows
 * @param {Mapping} mapping
 * @returns {{items: Partial<Entry>[], leftOut: number}}  without the rows that have no term or no definition
 */
export function tableItems(rows, { heading, columns }) {
  /** @type {Partial<Entry>[]} */
  const items = [];
  let leftOut = 0;
  for (const row of heading ? rows.slice(1) : rows) {
    /** @type {Record<string, unknown>} */
    const item = {};
    for (const field of FIELDS) {
      const cell = (row[columns[field]] ?? '').trim();
      if (!cell) continue;
      if (LISTS.has(field)) item[field] = cell.split(SEPARATORS).filter(Boolean);
      // An address that is none is rather a remark than a reason to refuse a row.
      else if (field !== 'url' || /^https?:\/\//i.test(cell)) item[field] = cell;
    }
    const isEntry = item['term'] && item['definition'] && bytes(/** @type {string} */ (item['term'])) <= LONGEST_LABEL;
    if (isEntry) items.push(/** @type {Partial<Entry>} */ (item));
    else leftOut += 1;
  }
  return { items, leftOut };
}

/** At most three bytes for a code unit, so most need no counting. @param {string} text */
const bytes = (text) => (text.length * 3 <= LONGEST_LABEL ? text.length : new TextEncoder().encode(text).length);

/**
 * Gives an id to each item that has none, and to each whose id is taken in `taken`. Ids that come twice in the items stay: the engine refuses them.
 * @param {Partial<Entry>[]} items
 * @param {Iterable<string>} [taken]
 * @returns {Entry[]} copies
 */
export function withIds(items, taken = []) {
  const old = new Set(taken);
  const ids = new Set(old);
  for (const item of items) if (typeof Object(item).id === 'string') ids.add(/** @type {string} */ (item.id));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  return items.map((item) => {
    if (typeof item !== 'object' || item === null) return item;
    const { id, term } = item;
    if (typeof id === 'string' && !old.has(id)) return /** @type {Entry} */ (item);
    if (id !== undefined && id !== null && typeof id !== 'string') return /** @type {Entry} */ (item);
    const slug = slugOf(id ?? (typeof term === 'string' ? term : ''));
    let own = slug;
    while (ids.has(own)) {
      const number = (numbers.get(slug) ?? 1) + 1;
      numbers.set(slug, number);
      own = `${slug}-${number}`;
    }
    ids.add(own);
    return /** @type {Entry} */ ({ ...item, id: own });
  });
}

/** @param {string} text */
const slugOf = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 80) || 'entry';

/** Two entries with the same term, whatever its capitals. @param {{term?: unknown}} entry */
const sameness = ({ term }) => (typeof term === 'string' ? term.trim().normalize().toLowerCase() : '');

/**
 * The items whose term is there already with another definition, and those that say nothing new.
 * @param {Entry[]} old
 * @param {Partial<Entry>[]} items
 * @returns {{conflicts: {term: string, before: string, after: string}[], same: number}}
 */
export function compare(old, items) {
  const before = new Map(old.map((entry) => [sameness(entry), entry]));
  const conflicts = [];
  let same = 0;
  for (const item of items) {
    const there = before.get(sameness(Object(item)));
    if (!there) continue;
    if (there.definition === item.definition) same += 1;
    else conflicts.push({ term: there.term, before: there.definition, after: String(item.definition ?? '') });
  }
  return { conflicts, same };
}

/**
 * @param {Entry[]} old
 * @param {Partial<Entry>[]} items
 * @param {'keep' | 'replace' | 'both'} how  what happens to a term that is there already
 * @returns {Entry[]}
 */
export function combine(old, items, how) {
  const there = new Map(old.map((entry) => [sameness(entry), entry]));
  /** @type {Map<Entry, Partial<Entry>>} */
  const instead = new Map();
  const added = items.filter((item) => {
    const same = there.get(sameness(Object(item)));
    if (!same) return true;
    if (same.definition === item.definition || how === 'keep') return false;
    if (how === 'replace') instead.set(same, item);
    return how === 'both';
  });
  const kept = old.map((entry) => {
    const change = instead.get(entry);
    return change ? { ...entry, ...change, id: entry.id } : entry;
  });
  return [...kept, ...withIds(added, kept.map(({ id }) => id))];
}
