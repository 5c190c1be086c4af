/** @file A clock for the host's timers, where the browser's driver has none: the driver itself waits by timers of the page, so only those that the host sets are held. */

/** @typedef {{id: number, at: number, callback: () => void}} Timer */

let now = 0;
let last = 1e9; // far from the browser's own ids
/** @type {Timer[]} */
let timers = [];

const isHost = () => new Error().stack?.includes('/host/');

export function stop() {
  const { setTimeout, clearTimeout } = globalThis;
  now = 0;
  timers = [];
  globalThis.setTimeout = /** @type {any} */ ((/** @type {() => void} */ callback, ms = 0, /** @type {unknown[]} */ ...rest) => {
    if (!isHost()) return setTimeout(callback, ms, ...rest);
    timers.push({ id: ++last, at: now + ms, callback });
    return last;
  });
  globalThis.clearTimeout = /** @type {any} */ ((/** @type {number} */ id) => {
    timers = timers.filter((timer) => timer.id !== id);
    clearTimeout(id);
  });
}

/** @param {number} ms */
export function run(ms) {
  const end = now + ms;
  for (;;) {
    const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
    if (!next) break;
    timers = timers.filter((timer) => timer !== next);
    now = next.at;
    next.callback();
  }
  now = end;
}
