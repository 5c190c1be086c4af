/**
 * @file The engine's second module. It has only what the first has not, and is linked to an instance of the first: it works in that one's memory, by that one's table, and calls its functions
 * (`xtask/js/wasm-halves.js`).
 *
 * Its bytes come within a script, so they need no address of their own: whoever can load the host's other parts can load this one.
 */

import bytes from './analysis/module.js';

// How the bytes are written (xtask/js/wasm-text.js): first what each visible character of ASCII stands for.
const SPACE = 0x20;
const ASCII = 0x7e;
const KEY = ASCII - SPACE + 1;

/** What wasm-bindgen made of `analyse` in `src/wasm/analysis.rs`. It is also in the glue of the first module, where it finds nothing to call. */
/** @typedef {typeof import('./wasm/glossator.js').analyse} Analyse */

/** @typedef {Uint16Array | Uint32Array} Numbers */

/**
 * @param {WebAssembly.Module | undefined} first  the first module, of the same build
 * @returns {Promise<Analyse>}
 */
export async function load(first) {
  if (!first) throw new TypeError('no first module');
  const units = new Uint8Array(bytes.length - KEY);
  // Not `Uint8Array.from`, which calls back for each byte: 7 ms in place of 1 when a page has just been loaded.
  for (let i = 0; i < units.length; i += 1) {
    const code = bytes.charCodeAt(KEY + i);
    // The last eight bits are the byte, of the character or of what it stands for.
    units[i] = code > ASCII ? code : bytes.charCodeAt(code - SPACE);
  }
  // An instance of its own, compiled already: a trap in the one leaves the other alive. What it imports is never called: how to throw, and objects of JavaScript.
  /** @type {any} */
  const glue = new Proxy(() => {}, { get: () => glue });
  const { exports } = await WebAssembly.instantiate(first, glue);
  const { instance } = await WebAssembly.instantiate(units, { first: exports });
  const { memory, __wbindgen_malloc: malloc, __wbindgen_free: free } = /** @type {any} */ (exports);
  const { analyse } = /** @type {any} */ (instance.exports);

  /** @param {any} numbers @returns {[address: number, length: number]} whoever is called frees it */
  const pass = (numbers) => {
    const at = malloc(numbers.byteLength, numbers.BYTES_PER_ELEMENT);
    new numbers.constructor(memory.buffer, at, numbers.length).set(numbers);
    return [at, numbers.length];
  };
  return (text, question) => {
    const [at, count] = analyse(...pass(text), ...pass(question));
    const answer = new Uint32Array(memory.buffer, at, count).slice();
    free(at, count * 4, 4);
    return answer;
  };
}
