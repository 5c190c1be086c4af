/**
 * @file How much of what should have been found was, and how much else: precision, recall and F1.
 */

/** @typedef {{precision: number, recall: number, f1: number}} Score */

/**
 * @param {string} text
 * @returns {Map<string, number>} how often each word occurs
 */
function countWords(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** @param {Iterable<number>} numbers */
function sum(numbers) {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/**
 * @param {number} right  found, and should have been
 * @param {number} found
 * @param {number} wanted
 * @returns {Score}
 */
export function scoreOf(right, found, wanted) {
  const precision = found > 0 ? right / found : Number(wanted === 0);
  const recall = wanted > 0 ? right / wanted : 1;
  return { precision, recall, f1: right > 0 ? (2 * precision * recall) / (precision + recall) : Number(found + wanted === 0) };
}

/**
 * By words, each as often as it occurs.
 * @param {string} found
 * @param {string} wanted
 * @returns {Score}
 */
export function compareTexts(found, wanted) {
  const [inFound, inWanted] = [countWords(found), countWords(wanted)];
  const right = sum([...inFound].map(([word, count]) => Math.min(count, inWanted.get(word) ?? 0)));
  return scoreOf(right, sum(inFound.values()), sum(inWanted.values()));
}

/**
 * Over documents, each counting as much as another.
 * @param {readonly Score[]} scores
 * @returns {Score}
 */
export function meanOf(scores) {
  const mean = (/** @type {keyof Score} */ key) => sum(scores.map((score) => score[key])) / scores.length;
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}
