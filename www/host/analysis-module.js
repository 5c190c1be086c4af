/**
 * @file The Wasm of the engine's second module. Its bytes come within a script, so they need no address of their own: whoever can load the host's other parts can load this one. The extension,
 * whose files are all in one place, has a file of it instead (`www/extension/analysis-module.js`).
 */

import bytes from './analysis/module.js';

/** @returns {Promise<WebAssembly.Module>} */
export function compileModule() {
  const { length } = bytes;
  // Not `Uint8Array.from`, which calls back for each byte: 7 ms in place of 1 when a page has just been loaded.
  const units = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) units[i] = bytes.charCodeAt(i);
  return WebAssembly.compile(units);
}
