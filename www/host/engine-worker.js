/**
 * @file The engine in a worker of its own, for one text: `LocalEngine.readAside` starts it and ends it. Whatever goes wrong here, the text is then
 * read where the page is.
 */

import { loadWasm, LocalEngine } from './engine.js';

const { addEventListener, postMessage } = /** @type {any} */ (globalThis);

addEventListener('message', async (/** @type {MessageEvent} */ { data: { module, glossary, text, blocks, options } }) => {
  try {
    await loadWasm(module);
    postMessage(new LocalEngine(glossary).read(text, blocks, options));
  } catch {
    postMessage(null);
  }
});
