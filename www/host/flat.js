/**
 * @file What crosses between JavaScript and the engine, flat. A glossary on its way in: its tree as one table of numbers and one text (`src/wasm/flat.rs` draws
 * them). A reading on its way out: one list of numbers (`src/wasm/answer.rs`). Asking for each field from within Wasm would cost a crossing, and a name or a text
 * with it, for each.
 *
 * @typedef {import('./types.js').Reading} Reading
 * @typedef {import('./types.js').DefinedHere} DefinedHere
 */

import { OWN, ROW } from './tables.js';

/** Numbers before the rows of a reading, and in a row of each kind. */
const HEAD = 4;
const TERM = 4;
const ABBREVIATION = 5;

// Kinds of values; the payload of a word lies above them.
const ABSENT = 0;
const TRUTH = 1;
const NUMBER = 2;
const TEXT = 3;
const ARRAY = 4;
const OBJECT = 5;
const OTHER = 6;
const KIND_BITS = 3;

/** A label of capitals and digits, two or more: no ordinary word. */
const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}\p{Ll}&-]+$/u;

/** Deeper than this the format has nothing, so whatever lies there is not looked at. It also ends a walk in circles. */
const DEEPEST = 6;

/** Code units of a definition that cross, where it does. */
const LONGEST_DEFINITION = 300;

/** What ends a text: JSON may hold it too, and then it becomes U+FFFD. */
export const END = '\0';

/**
 * @param {unknown} data  a parsed glossary file, or anything else
 * @returns {[table: Uint32Array, texts: string]}
 */
export function flatten(data) {
  const steps = flattening(data);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same, for who cannot do it all at once.
 * @param {unknown} data
 * @returns {Generator<void, [table: Uint32Array, texts: string]>}  one step for each entry, twice
 */
export function* flattening(data) {
  /** @type {number[]} */
  const table = [];
  /** @type {string[]} */
  const texts = [];
  /** @type {Map<string, number>} names of fields are few and come again and again */
  const names = new Map();

  const telling = yield* tellingEntries(data);
  const { entries } = Object(data);
  const addText = (/** @type {string} */ text) => texts.push(text.includes(END) ? text.replaceAll(END, '\uFFFD') : text) - 1;
  const nameOf = (/** @type {string} */ name) => {
    const known = names.get(name) ?? addText(name);
    names.set(name, known);
    return known;
  };
  /** @param {number} kind @param {number[]} numbers */
  const place = (kind, numbers) => {
    const address = table.length;
    // Not spread: there may be 100,000 of them.
    for (const number of numbers) table.push(number);
    return (address << KIND_BITS) | kind;
  };
  /** Those of the entries, once they are placed. @type {number[]} */
  const entryWords = [];
  /** @param {unknown} value @param {number} depth @returns {number} its word */
  const add = (value, depth) => {
    if (value === undefined || value === null) return ABSENT;
    if (typeof value === 'string') return (addText(value) << KIND_BITS) | TEXT;
    if (typeof value === 'boolean') return (Number(value) << KIND_BITS) | TRUTH;
    if (typeof value === 'number') return place(NUMBER, [...new Uint32Array(Float64Array.of(value).buffer)]);
    if (typeof value !== 'object' || depth > DEEPEST) return OTHER;
    if (Array.isArray(value)) {
      const words = depth === 1 && value === entries ? entryWords : Array.from(value, (item) => add(item, depth + 1));
      return place(ARRAY, [words.length, ...words]);
    }
    const fields = Object.keys(value);
    const words = [fields.length];
    for (const name of fields) {
      const own = /** @type {Record<string, unknown>} */ (value)[name];
      // Definitions stay here, but those that may have to decide between senses; of the others the engine only asks whether there is one.
      const most = telling.has(value) ? LONGEST_DEFINITION : 1;
      words.push(nameOf(name), add(name === 'definition' && typeof own === 'string' ? own.trim().slice(0, most) : own, depth + 1));
    }
    return place(OBJECT, words);
  };

  // Nearly all that there is.
  for (const entry of Array.isArray(entries) ? entries : []) {
    entryWords.push(add(entry, 2));
    yield;
  }
  table.push(add(data, 0));
  texts.push('');
  return [Uint32Array.from(table), texts.join(END)];
}

/**
 * The entries whose definition the engine may need: those that share a label with another, and those that have none but acronyms, where only the definition tells
 * what the letters stand for. (Labels that are the same only when folded or inflected are not seen here; then the other words of the entries have to do.)
 * @param {unknown} data
 * @returns {Generator<void, Set<unknown>>}
 */
function* tellingEntries(data) {
  /** @type {Set<unknown>} */
  const telling = new Set();
  /** @type {Map<string, unknown>} */
  const owners = new Map();
  const entries = Object(data).entries;
  for (const entry of Array.isArray(entries) ? entries : []) {
    const { term, aliases } = Object(entry);
    let isAcronym = true;
    for (const alias of Array.isArray(aliases) ? [term, ...aliases] : [term]) {
      const label = alias?.label ?? alias;
      if (typeof label !== 'string') continue;
      isAcronym &&= ACRONYM.test(label);
      const key = label.trim().toLowerCase();
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, entry);
      else if (owner !== entry) telling.add(owner).add(entry);
    }
    if (isAcronym) telling.add(entry);
    yield;
  }
  return telling;
}

/**
 * Reads a list of numbers from its front.
 * @param {Uint32Array} numbers
 * @param {number} [next]  where the front is
 */
export function reader(numbers, next = 0) {
  // The bits of a fraction, seen as the fraction.
  const fractions = new Float32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  const one = () => numbers[next++] ?? 0;
  return {
    one,
    fraction: () => fractions[next++] ?? 0,
    span: () => ({ start: one(), end: one() }),
    /** @template Row @param {number} count @param {() => Row} row @returns {Row[]} */
    rows: (count, row) => Array.from({ length: count }, row),
  };
}

/**
 * @param {Uint32Array} numbers  as `src/wasm/answer.rs` draws them
 * @returns {Reading}
 */
export function toReading(numbers) {
  const [matches = 0, terms = 0, words = 0, truncated = 0] = numbers;
  const end = HEAD + matches * ROW;
  const { one, fraction, span, rows } = reader(numbers, end);
  return {
    matches: numbers.subarray(HEAD, end),
    report: {
      words,
      truncated: truncated > 0,
      terms: rows(terms, () => ({ entry: one(), count: one(), first: one(), salience: fraction() })),
      abbreviations: rows((numbers.length - end - terms * TERM) / ABBREVIATION, () => ({ short: span(), long: span(), entry: one() - 1 })),
    },
  };
}

/**
 * What a text defines, and the entries that its reading names: the glossary's, and the text's own. The ids of these say what they mean, as readers hide entries for good by their ids.
 * @param {Pick<import('./types.js').Engine, 'entry'>} engine
 * @param {Reading} reading
 * @param {(span: {start: number, end: number}) => import('./types.js').FoundText} textOf
 * @returns {[abbreviations: DefinedHere[], entryOf: (index: number) => import('./types.js').Entry]}
 */
export function definedIn(engine, { report }, textOf) {
  const abbreviations = (report.abbreviations ?? []).map(({ short, long }) => ({ short: textOf(short), long: textOf(long) }));
  return [abbreviations, (index) => {
    const defined = abbreviations[index - OWN];
    if (!defined) return engine.entry(index);
    const [term, definition] = [defined.short.text, defined.long.text];
    return { id: `defined-here:${term}:${definition}`, term, definition, defined };
  }];
}

/**
 * Their sentences come later.
 * @param {DefinedHere[]} abbreviations
 * @param {import('./types.js').TextAnalysis} analysis
 * @param {(span: {start: number, end: number}) => import('./types.js').FoundText} textOf
 * @returns {DefinedHere[]}  the same
 */
export function tellSentences(abbreviations, { definitions = [] }, textOf) {
  abbreviations.forEach((one, n) => {
    const sentence = definitions[n];
    if (sentence?.end) one.sentence = textOf(sentence);
  });
  return abbreviations;
}

/**
 * Dates and figures with their texts.
 * @param {string} text
 * @param {import('./types.js').TextAnalysis} analysis
 * @returns {{dates: import('./types.js').FoundDate[], figures: import('./types.js').FoundFigure[]}}
 */
export function factsOf(text, { dates = [], figures = [] }) {
  return {
    dates: dates.map((date) => ({ ...date, text: text.slice(date.start, date.end) })),
    figures: figures.map(({ start, end, value, unit }) => {
      return { start, end, text: text.slice(start, end), value, unit: typeof unit === 'number' ? text.slice(end - unit, end) : unit };
    }),
  };
}
