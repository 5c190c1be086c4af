/**
 * @file The engine's second module, and the third. They have only what those before them have not, and are linked to an instance of the first: they work in that one's memory, by that one's table, and call its functions
 * (`xtask/js/wasm-parts.js`).
 *
 * Their bytes come within scripts, so they need no address of their own: whoever can load the host's other parts can load these.
 */

import bytes from './analysis/module.js';

// How the bytes are written (xtask/js/wasm-text.js): first what each visible character of ASCII stands for.
const SPACE = 0x20;
const ASCII = 0x7e;
const KEY = ASCII - SPACE + 1;

/** What wasm-bindgen made of `analyse` in `src/wasm/analysis.rs`, and of `survey`, which asks and answers alike. They are also in the glue of the first module, where they find nothing to call. */
/** @typedef {typeof import('./wasm/glossator.js').analyse} Analyse */

/**
 * What stands behind the marks.
 * @typedef {object} Later
 * @property {Analyse} analyse
 * @property {Analyse | undefined} [survey]  once it is loaded
 * @property {(() => Promise<Analyse>) | undefined} [loadSurvey]
 */

/** @internal @param {string} text  a module as `xtask/js/wasm-text.js` writes it */
export function decode(text) {
  const units = new Uint8Array(text.length - KEY);
  // Not `Uint8Array.from`, which calls back for each byte: 7 ms in place of 1 when a page has just been loaded.
  for (let i = 0; i < units.length; i += 1) {
    const code = text.charCodeAt(KEY + i);
    // The last eight bits are the byte, of the character or of what it stands for.
    units[i] = code > ASCII ? code : text.charCodeAt(code - SPACE);
  }
  return units;
}

/**
 * @param {WebAssembly.Module | undefined} module  the first module, of the same build
 * @returns {Promise<Later>}
 */
export async function load(module) {
  if (!module) throw new TypeError('no first module');
  // An instance of its own, compiled already: a trap in the one leaves the other alive. What it imports is never called: how to throw, and objects of JavaScript.
  /** @type {any} */
  const glue = new Proxy(() => {}, { get: () => glue });
  /** @type {{exports: any}} */
  const { exports: first } = await WebAssembly.instantiate(module, glue);
  /** @param {string} text @param {any} imports @returns {Promise<any>} */
  const link = async (text, imports) => (await WebAssembly.instantiate(decode(text), imports)).instance.exports;
  const second = await link(bytes, { first });
  const { memory, __wbindgen_malloc: malloc, __wbindgen_free: free } = first;

  /** @param {any} numbers @returns {[address: number, length: number]} whoever is called frees it */
  const pass = (numbers) => {
    const at = malloc(numbers.byteLength, numbers.BYTES_PER_ELEMENT);
    new numbers.constructor(memory.buffer, at, numbers.length).set(numbers);
    return [at, numbers.length];
  };
  /** @param {(...addresses: number[]) => [number, number]} ask @returns {Analyse} */
  const calling = (ask) => (text, question) => {
    const [at, count] = ask(...pass(text), ...pass(question));
    const answer = new Uint32Array(memory.buffer, at, count).slice();
    free(at, count * 4, 4);
    return answer;
  };
  return {
    analyse: calling(second.analyse),
    loadSurvey: async () => calling((await link((await import('./analysis/survey.js')).default, { first, second })).survey),
  };
}
