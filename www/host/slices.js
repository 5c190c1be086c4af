/**
 * @file Long work in slices, between which the browser answers to the reader. While nobody looks at the page, it waits.
 */

/** ms of work in a row: half a frame, so that there is time to paint in the other half. */
const SLICE = 8;

/**
 * Slices that follow one another as soon as the browser has done what was waiting: input, a frame. Most pages need no more. What takes longer than this tenth of
 * a second goes on, as many slices at a time, when the browser is idle: where it lays a long page out after each, that takes many times as long as the work.
 */
const BRISK = 12;

/** ms to wait at most for that. */
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
 * To the end of the browser's queue of things to do.
 * @returns {Promise<unknown>}
 */
export function turn() {
  // Not every browser has it; a message waits for its turn as well, and not for 4 ms as timers do.
  const { scheduler } = /** @type {{scheduler?: {yield?: () => Promise<void>}}} */ (globalThis);
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(null);
  });
}

/**
 * @param {Window & typeof globalThis} view
 * @param {AbortSignal} signal  ends the waiting
 * @param {number} [slice]  ms of work in a row
 */
export function createSlices(view, signal, slice = SLICE) {
  let began = performance.now();
  let rests = 0;
  return {
    /** Has the work gone on for long enough? */
    isDue: () => performance.now() - began >= slice,
    /** Lets the browser do what is waiting. */
    async rest() {
      rests += 1;
      await (rests % BRISK ? turn() : idle(view, PATIENCE));
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
