/**
 * @file Long work in slices, between which the browser answers to the reader. While nobody looks at the page, it waits.
 */

/** ms of work in a row: half a frame, so that there is time to paint in the other half. */
const SLICE = 8;

/** ms to wait at most for the browser to be idle. */
const PATIENCE = 100;

/**
 * @param {Window & typeof globalThis} view
 * @param {AbortSignal} signal  ends the waiting
 */
export function createSlices(view, signal) {
  let began = performance.now();
  return {
    /** Has the work gone on for long enough? */
    isDue: () => performance.now() - began >= SLICE,
    /** Lets the browser do what is waiting. */
    async rest() {
      await new Promise((resolve) => {
        // WebKit has no requestIdleCallback.
        if (view.requestIdleCallback) view.requestIdleCallback(resolve, { timeout: PATIENCE });
        else view.setTimeout(resolve);
      });
      await new Promise((resolve) => whenSeen(view.document, signal, () => resolve(undefined)));
      began = performance.now();
    },
  };
}

/**
 * Calls back at once, or when the reader comes back to the page, or when all is over.
 * @param {Document} document
 * @param {AbortSignal} signal
 * @param {() => void} go
 */
export function whenSeen(document, signal, go) {
  if (!document.hidden || signal.aborted) return go();
  const end = new AbortController();
  const done = () => {
    if (document.hidden && !signal.aborted) return;
    end.abort();
    go();
  };
  document.addEventListener('visibilitychange', done, { signal: end.signal });
  signal.addEventListener('abort', done, { signal: end.signal });
}
