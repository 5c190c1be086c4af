/**
 * @file Numbers that look random and are the same on every run and machine: pages and term lists are made from them.
 */

/**
 * The generator known as Mulberry32: 32 bits of state, which is plenty for choosing words.
 * @param {number} seed
 * @returns {() => number}  0 to 1, 1 excluded
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * One of a list, each as likely as the others.
 * @template T
 * @param {readonly T[]} list  not empty
 * @param {() => number} random
 * @returns {T}
 */
export function pick(list, random) {
  return /** @type {T} */ (list[Math.floor(random() * list.length)]);
}

/**
 * One of a list, the first ones far more often: the square of a number from 0 to 1 is most often small. Words of a text are
 * spread like that, roughly.
 * @template T
 * @param {readonly T[]} list  not empty
 * @param {() => number} random
 * @returns {T}
 */
export function pickEarly(list, random) {
  return /** @type {T} */ (list[Math.floor(random() ** 2 * list.length)]);
}
