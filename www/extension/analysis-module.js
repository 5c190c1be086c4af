/**
 * @file The Wasm of the engine's second module, in the place of `www/host/analysis-module.js`: a file of its own is compiled while it is read, and is not decoded from the background's script with each
 * start.
 */

/** Beside the background (`xtask/js/dist-extension.js`). */
const FILE = 'analysis.wasm';

/** @returns {Promise<WebAssembly.Module>} */
export const compileModule = () => WebAssembly.compileStreaming(fetch(chrome.runtime.getURL(FILE)));
