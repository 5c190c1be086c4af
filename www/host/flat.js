/**
 * @file A glossary on its way into the engine: its tree as one table of numbers and one text (`src/wasm/flat.rs` draws them). Asking for each field from within
 * Wasm would cost a crossing, and a name or a text with it, for each.
 */

// Kinds of values; the payload of a word lies above them.
const ABSENT = 0;
const TRUTH = 1;
const NUMBER = 2;
const TEXT = 3;
const ARRAY = 4;
const OBJECT = 5;
const OTHER = 6;
const KIND_BITS = 3;

/** Deeper than this the format has nothing, so whatever lies there is not looked at. It also ends a walk in circles. */
const DEEPEST = 6;

/** What ends a text: JSON may hold it too, and then it becomes U+FFFD. */
const END = '\0';

/**
 * @param {unknown} data  a parsed glossary file, or anything else
 * @returns {[table: Uint32Array, texts: string]}
 */
export function flatten(data) {
  /** @type {number[]} */
  const table = [];
  /** @type {string[]} */
  const texts = [];
  /** @type {Map<string, number>} names of fields are few and come again and again */
  const names = new Map();

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
  /** @param {unknown} value @param {number} depth @returns {number} its word */
  const add = (value, depth) => {
    if (value === undefined || value === null) return ABSENT;
    if (typeof value === 'string') return (addText(value) << KIND_BITS) | TEXT;
    if (typeof value === 'boolean') return (Number(value) << KIND_BITS) | TRUTH;
    if (typeof value === 'number') return place(NUMBER, [...new Uint32Array(Float64Array.of(value).buffer)]);
    if (typeof value !== 'object' || depth > DEEPEST) return OTHER;
    if (Array.isArray(value)) return place(ARRAY, [value.length, ...Array.from(value, (item) => add(item, depth + 1))]);
    const fields = Object.keys(value);
    const words = [fields.length];
    for (const name of fields) {
      const own = /** @type {Record<string, unknown>} */ (value)[name];
      // Definitions stay here; that there is one is all that the engine asks.
      words.push(nameOf(name), add(name === 'definition' && typeof own === 'string' ? own.trim().slice(0, 1) : own, depth + 1));
    }
    return place(OBJECT, words);
  };

  table.push(add(data, 0));
  texts.push('');
  return [Uint32Array.from(table), texts.join(END)];
}
