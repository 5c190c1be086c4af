/**
 * @file Long work in slices, between which the browser answers to the reader. While nobody looks at the page, it waits.
 */

/** ms of work in a row: half a frame, so that there is time to paint in the other half. */
const SLICE = 8;

/** ms to wait at most for the browser to be idle between two slices. */
const PATIENCE = 100;

/**
 * @param {Window & typeof globalThis} view
 * @param {number} timeout  ms, for a browser that is never idle
 * @returns {Promise<unknown>}
 */
export const idle = (view, timeout) =>
  // WebKit has no requestIdleCallback; after a timer at least what was waiting is done.
  new Promise((resolve) => (view.requestIdleCallback ? view.requestIdleCallback(resolve, { timeout }) : view.setTimeout(resolve)));

/**
 * @param {Window & typeof globalThis} view
 * @param {AbortSignal} signal  ends the waiting
 * @param {number} [slice]  ms of work in a row
 */
export function createSlices(view, signal, slice = SLICE) {
  let began = performance.now();
  return {
    /** Has the work gone on for long enough? */
    isDue: () => performance.now() - began >= slice,
    /** Lets the browser do what is waiting. */
    async rest() {
      await idle(view, PATIENCE);
      await new Promise((resolve) => whenSeen(view.document, signal, /** @type {() => void} */ (resolve)));
      began = performance.now();
    },
  };
}

/** @typedef {ReturnType<typeof createSlices>} Slices */

/**
 * @template Result
 * @param {Generator<void, Result>} steps  of some work
 * @param {Slices} [slices]  without them, all of it is done in one go
 * @returns {Result | Promise<Result>}  a promise only where it had to rest
 */
export function finish(steps, slices) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (slices?.isDue()) return slices.rest().then(() => finish(steps, slices));
  }
}

/**
 * Calls back at once, or when the reader comes back to the page; when all is over, too.
 * @param {Document} document
 * @param {AbortSignal} signal
 * @param {() => void} go
 */
export function whenSeen(document, signal, go) {
  if (!document.hidden) return go();
  document.addEventListener('visibilitychange', go, { once: true, signal });
  signal.addEventListener('abort', go);
}
