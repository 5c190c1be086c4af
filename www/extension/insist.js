/**
 * @file A question whose answer may be lost. The browser ends a background that has been idle, and its process may end at any time; then a message, or the answer to one, may be lost without a word. In
 * Firefox that goes for every message between any two parts of the extension, since the browser holds each of them until there is a background.
 */

/** ms that an answer is waited for at first. */
const PATIENCE_MS = 1000;

/** @param {number} ms @returns {Promise<void>} */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks until there is an answer, each time with twice the patience: who says nothing may be at work as well. The first answer counts, whichever time it is for; so does an error.
 *
 * For questions that may be asked twice: they change nothing, or the same again.
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {number} [patience]  ms
 * @returns {Promise<T>}
 */
export async function insist(ask, patience = PATIENCE_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let next;
  try {
    return await new Promise((resolve, reject) => {
      const once = (/** @type {number} */ ms) => {
        next = setTimeout(() => once(ms * 2), ms);
        (async () => resolve(await ask()))().catch(reject);
      };
      once(patience);
    });
  } finally {
    clearTimeout(next);
  }
}
