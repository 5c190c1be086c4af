/**
 * @file A glossary made ready in steps short enough that nobody notices them: for the one tag, which comes to pages while they load and their readers
 * begin to scroll.
 *
 * A browser translates a function of a Wasm module when it is called for the first time, which takes longer than what it then does. So the engine first
 * reads a glossary of a few entries and a few words of text, while the real glossary is still on its way, and the real work is done in many tasks.
 * On a telephone, four times as slow as a desk, none of them takes the 50 ms from which on a task counts as long.
 */

import { PageEngine } from './aside.js';
import { compiling, loadWasm, LocalEngine, unreadable, withStandIn } from './engine.js';
import { flattening } from './flat.js';
import { Glossary, readSource } from './glossary.js';
import { createSlices, finish } from './slices.js';
import { BLOCK } from './tables.js';

/**
 * @typedef {import('./glossary.js').GlossarySource} GlossarySource
 * @typedef {import('./slices.js').Slices} Slices
 */

/** It has what glossaries have: several words, an alias, an acronym, letters that fold, a sense to choose, a context. */
const SMALL = {
  entries: [
    { term: 'Première Banque', aliases: ['PB', { label: 'first banks', inflect: true }], definition: 'a', context: ['money'], not: ['PB & J'] },
    { term: 'policy', aliases: ['PB'], definition: 'b' },
  ],
};
const WORDS = 'The première banque (PB) and its policies. A PB is about money: “first banks’ policy”.';

/** ms of work in a row, then as long as the glossary's page is marked. Less than elsewhere: some steps take 6 themselves, and come on top of it. */
const SLICE = 4;

/**
 * Loads a glossary that can find terms, as `loadGlossary` does.
 * @param {GlossarySource} source
 * @param {import('./engine.js').WasmSource | undefined} wasm
 * @param {Window & typeof globalThis} view
 * @returns {Promise<Glossary>}
 * @throws {import('./errors.js').GlossatorError}
 */
export async function loadGently(source, wasm, view) {
  const slices = createSlices(view, new AbortController().signal, SLICE);
  const loading = loadWasm(wasm).then(() => withStandIn(() => warmUp(slices)));
  // What is wrong with the glossary is told first, whichever fails first.
  loading.catch(() => {});
  const data = await readSource(source, undefined);
  await loading;
  await slices.rest();
  return withStandIn(async () => {
    const compiled = await compile(data, slices);
    await slices.rest();
    return new Glossary(Object.assign(new PageEngine(data, compiled), { slice: SLICE }), data);
  });
}

/** @param {Slices} slices */
async function warmUp(slices) {
  await slices.rest();
  const engine = new LocalEngine(/** @type {any} */ (SMALL));
  await slices.rest();
  engine.read(WORDS, Uint32Array.of(0, BLOCK), { occurrences: 'first', maxMarks: 1, density: 0, headings: false, title: '' });
  engine.free();
}

/** @param {unknown} data @param {Slices} slices */
async function compile(data, slices) {
  let flat;
  try {
    flat = await finish(flattening(data), slices);
  } catch (error) {
    throw unreadable(error);
  }
  await slices.rest();
  return finish(compiling(flat), slices);
}
