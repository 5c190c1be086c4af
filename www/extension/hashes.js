/**
 * @file Which entries of a glossary can a text name? What `src/matcher/sieve.rs` says of entries and of texts, sorted, and looked up. Pure but for the
 * engine, so it runs in Node as well.
 *
 * An entry's *code* is the number of its chunk and its place in that: it stays the same whatever happens to other chunks.
 *
 * @typedef {import('../host/wasm/glossator.js').CompiledGlossary} CompiledGlossary
 * @typedef {CompiledGlossary & {hashes(): Uint32Array}} HashableGlossary  that of the extension's module
 * @typedef {typeof import('../host/wasm/glossator.js').CompiledGlossary & {
 *   of_part(table: Uint32Array, texts: string, small: number, capital: number, accents: boolean): CompiledGlossary,
 *   hashes_of_text(text: Uint16Array, blocks: Uint32Array): Uint32Array,
 * }} PartialGlossary  the class of the extension's module
 */

/** Hashes in ascending order, and the code of the entry that each is of. @typedef {{hashes: Uint32Array<ArrayBuffer>, codes: Uint32Array<ArrayBuffer>}} Index */

/** What decides how a glossary's labels are read: terms of one word in small letters, and with a capital; 1 where an entry is found with other accents. @typedef {[small: number, capital: number, accents: number]} Habits */

/** Bits of a code that are the place in the chunk: at most 128 entries in one. */
const PLACE_BITS = 7;

/** @param {number} chunk @param {number} place */
export const codeOf = (chunk, place) => (chunk << PLACE_BITS) | place;

/** @param {number} code @returns {[chunk: number, place: number]} */
export const placeOf = (code) => [code >>> PLACE_BITS, code & ((1 << PLACE_BITS) - 1)];

/** All codes that an entry in a chunk can have. @param {number} chunk */
export const codesIn = (chunk) => Array.from({ length: 1 << PLACE_BITS }, (_, place) => codeOf(chunk, place));

/** Numbers of `hashes()` before the pairs. */
const HEAD = 3;

/** Gathers the index of a glossary that comes in portions. */
export class Gatherer {
  /** @type {Habits} */
  habits = [0, 0, 0];
  /** @type {Uint32Array[]} as pairs of code and hash */
  #portions = [];

  /**
   * @param {HashableGlossary} compiled  a portion
   * @param {(index: number) => number} codeAt  from a place in the portion to a code
   */
  add(compiled, codeAt) {
    const numbers = compiled.hashes();
    const [small = 0, capital = 0, accents = 0] = numbers;
    const [oldSmall, oldCapital, oldAccents] = this.habits;
    this.habits = [oldSmall + small, oldCapital + capital, oldAccents | accents];
    const pairs = numbers.slice(HEAD);
    for (let at = 0; at < pairs.length; at += 2) {
      const hash = pairs[at] ?? 0;
      pairs[at] = codeAt(pairs[at + 1] ?? 0);
      pairs[at + 1] = hash;
    }
    this.#portions.push(pairs);
  }

  /** @returns {Index} */
  finish() {
    const length = this.#portions.reduce((sum, portion) => sum + portion.length, 0);
    const pairs = new Uint32Array(length);
    let at = 0;
    for (const portion of this.#portions) {
      pairs.set(portion, at);
      at += portion.length;
    }
    return sorted(pairs);
  }
}

/**
 * The lower half of each number is a code, the upper one a hash: as numbers of eight bytes they are sorted without a comparison in JavaScript, six times as quickly.
 * @param {Uint32Array<ArrayBuffer>} pairs
 * @returns {Index}
 */
function sorted(pairs) {
  new BigUint64Array(pairs.buffer).sort();
  const codes = new Uint32Array(pairs.length / 2);
  const hashes = new Uint32Array(pairs.length / 2);
  for (let at = 0; at < codes.length; at += 1) {
    codes[at] = pairs[2 * at] ?? 0;
    hashes[at] = pairs[2 * at + 1] ?? 0;
  }
  return { hashes, codes };
}

/**
 * @param {Index} index
 * @param {Iterable<number>} wanted
 * @param {Set<number>} [found]  to which the codes are added that have one of the hashes
 */
export function lookUp({ hashes, codes }, wanted, found = new Set()) {
  for (const hash of wanted) {
    let low = 0;
    for (let high = hashes.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if (/** @type {number} */ (hashes[middle]) < hash) low = middle + 1;
      else high = middle;
    }
    for (; hashes[low] === hash; low += 1) found.add(/** @type {number} */ (codes[low]));
  }
  return found;
}

/**
 * @param {string[][]} chunks  the ids of the entries of each
 * @returns {Index}  by the hashes of the ids
 */
export function indexOfIds(chunks) {
  /** @type {number[]} */
  const pairs = [];
  chunks.forEach((ids, chunk) => ids.forEach((id, place) => pairs.push(codeOf(chunk, place), hashOfId(id))));
  return sorted(Uint32Array.from(pairs));
}

/** Fowler, Noll and Vo's hash, FNV-1a of 32 bits, over code units. @param {string} id */
export function hashOfId(id) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
