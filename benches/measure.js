/**
 * @file Times several ways of doing something, in turn: a round runs each way once, so what slows the machine down for a while slows
 * all of them down. A slow way drops out after fewer rounds.
 */

/** How many matches or marks there were; of what rests in between, also the ms that it ran. @typedef {number | {found: number, work: number}} Outcome */

/**
 * A way to do something. Only `run` is timed.
 * @typedef {object} Way
 * @property {string} name
 * @property {string} [key]  by which other tables find its result
 * @property {string} [note]
 * @property {(host: HTMLElement) => any} [prepare]  its result is given to the other two
 * @property {(context: any) => Outcome | Promise<Outcome>} run
 * @property {(context: any) => unknown} [finish]
 * @property {boolean} [readsText]  is throughput of page text meaningful?
 * @property {boolean} [isFloor]  others are compared to it
 * @property {string} [skip]  why it is not run
 */

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {string} key
 * @property {string} note
 * @property {number[]} times  milliseconds from call to answer, in the order they were taken, warm-up left out
 * @property {number[]} works  the same without rests; empty for what does not rest
 * @property {number} found
 * @property {boolean} readsText
 * @property {boolean} isFloor
 * @property {string} skip  why it was not run, or nothing
 */

/** Rounds for what is quick: enough for a median that does not move by more than a few hundredths. */
const MOST_ROUNDS = 25;
/** For what is not: the first is the warm-up of the compilers, a median needs some more. */
const FEWEST_ROUNDS = 3;
/** Untimed rounds: the engine's compilers see the code, and Wasm is compiled a second time, in the background. */
const WARM_UPS = 3;
/** Milliseconds for one way in one group, warm-ups and preparation included; past them it is run no more than it has to. */
const BUDGET = 4_000;
/** Milliseconds. What takes longer is timed once, without a warm-up: compilation does not matter there. */
const ONCE = 2_500;

/**
 * @param {Way[]} ways
 * @param {HTMLElement} host  where pages are put; empty between two runs
 * @returns {Promise<Result[]>}
 */
export async function measure(ways, host) {
  const states = ways.map((way) => ({ way, spent: 0, runs: 0, times: /** @type {number[]} */ ([]), works: /** @type {number[]} */ ([]), found: 0, isDone: Boolean(way.skip) }));
  for (let round = 0; states.some(({ isDone }) => !isDone); round += 1) {
    // Another one goes first in each round: whoever follows a slow one finds cold caches.
    for (let i = 0; i < states.length; i += 1) {
      const state = states[(i + round) % states.length];
      if (!state || state.isDone) continue;
      const { time, found, work, whole } = await once(state.way, host);
      state.runs += 1;
      state.spent += whole;
      state.found = found;
      if (state.runs > WARM_UPS || time > ONCE || state.spent > BUDGET) {
        state.times.push(time);
        if (work !== undefined) state.works.push(work);
      }
      const count = state.times.length;
      state.isDone = count >= MOST_ROUNDS || time > ONCE || (state.spent > BUDGET && count >= FEWEST_ROUNDS);
    }
  }
  return states.map(({ way, times, works, found }) => ({
    name: way.name,
    key: way.key ?? '',
    note: way.note ?? '',
    times,
    works,
    found,
    readsText: way.readsText ?? true,
    isFloor: way.isFloor ?? false,
    skip: way.skip ?? '',
  }));
}

/**
 * @param {Way} way
 * @param {HTMLElement} host
 */
async function once({ prepare, run, finish }, host) {
  const begin = performance.now();
  const context = await prepare?.(host);
  collectGarbage();
  const start = performance.now();
  const answer = run(context);
  // An `await` more would be timed too.
  const outcome = typeof answer === 'number' ? answer : await answer;
  const time = performance.now() - start;
  const { found, work } = typeof outcome === 'number' ? { found: outcome, work: undefined } : outcome;
  await finish?.(context);
  host.replaceChildren();
  // Frames, timers and background compilation get their turn here, not in somebody's time.
  await new Promise((resolve) => setTimeout(resolve));
  return { time, found, work, whole: performance.now() - begin };
}

/** The rubbish of one way is not to be collected in the time of the next. There with `--js-flags=--expose-gc` only. */
export function collectGarbage() {
  /** @type {{gc?: () => void}} */ (globalThis).gc?.();
}
