/**
 * @file The two flat tables of the boundary (docs/architecture.md): blocks go into the engine, matches come out.
 */

/** Flags of a row of the block table. */
export const BLOCK = 1;
export const HEADING = 2;
export const UNMARKABLE = 4;
export const ASIDE = 8;
export const CLOSED = 16;

/** What a row never has: the text is not read. */
export const SKIP = 32;

/** Flags of a row of the match table. */
export const SELECTED = 1;
/** Another sense of the row before. */
export const ALTERNATIVE = 2;

/** Why a match has its entry, and how sure that is, lie above the flags. @type {import('./types.js').Reason[]} */
const REASONS = ['only', 'priority', 'context', 'place', 'defined'];
const REASON_SHIFT = 8;
const REASON_MASK = 0xff;
const SCORE_SHIFT = 16;
const HUNDRED = 100;

/**
 * @param {number} flags  of a row of the match table
 * @returns {{score: number, reason: import('./types.js').Reason}}
 */
export function whyOf(flags) {
  return { score: (flags >>> SCORE_SHIFT) / HUNDRED, reason: REASONS[(flags >>> REASON_SHIFT) & REASON_MASK] ?? 'only' };
}

/** Entries of the article's own count from here: `OWN + n` is what abbreviation number `n` of the report defines (src/article/defined.rs). */
export const OWN = 2 ** 31;

/** Numbers in a row of the match table. */
export const ROW = 4;

/**
 * No array is made for each row: tables are long. Nor a `subarray`, which takes ten times as long to make as an array.
 * @param {Uint32Array} matches
 * @param {(start: number, end: number, entry: number, flags: number) => void} call
 */
export function eachRow(matches, call) {
  const number = (/** @type {number} */ at) => /** @type {number} */ (matches[at]);
  for (let at = 0; at + ROW <= matches.length; at += ROW) call(number(at), number(at + 1), number(at + 2), number(at + 3));
}
