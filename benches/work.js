/**
 * @file How long code of ours runs that rests in between: from call to answer, without the rests. In those the browser draws frames, or waits; code that never
 * rests leaves all that for later, when nobody measures it.
 */

/** @typedef {{yield?: () => Promise<void>}} Scheduler */

/**
 * @template Value
 * @param {() => Promise<Value>} run
 * @returns {Promise<{value: Value, work: number}>}  ms
 */
export async function workOf(run) {
  const { requestIdleCallback, setTimeout } = globalThis;
  const { scheduler } = /** @type {{scheduler?: Scheduler}} */ (globalThis);
  const { yield: turn } = scheduler ?? {};
  let work = 0;
  /** @type {number | null} */
  let began = performance.now();
  const pause = () => {
    if (began !== null) work += performance.now() - began;
    began = null;
  };
  const goOn = () => void (began ??= performance.now());
  globalThis.requestIdleCallback = (callback, options) => {
    pause();
    return requestIdleCallback((deadline) => {
      goOn();
      callback(deadline);
    }, options);
  };
  globalThis.setTimeout = /** @type {typeof setTimeout} */ (
    (/** @type {() => void} */ callback, /** @type {number} */ delay) => {
      pause();
      return setTimeout(() => {
        goOn();
        callback();
      }, delay);
    }
  );
  if (scheduler && turn) {
    scheduler.yield = () => {
      pause();
      return turn.call(scheduler).then(goOn);
    };
  }
  try {
    const value = await run();
    pause();
    return { value, work };
  } finally {
    Object.assign(globalThis, { requestIdleCallback, setTimeout });
    // What was set lies before the prototype's own.
    if (scheduler && turn) delete scheduler.yield;
  }
}
