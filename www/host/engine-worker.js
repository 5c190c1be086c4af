/**
 * @file The engine in a worker of its own, for one text: `aside.js` starts it and ends it. Whatever goes wrong here, the text is then
 * read where the page is.
 */

import { loadWasm, LocalEngine } from './engine.js';

const { addEventListener, postMessage } = /** @type {any} */ (globalThis);

/** @type {LocalEngine | undefined} */
let engine;
let text = '';

// First the glossary comes, then the text in parts, then what is to be done with it. All but the last is answered with true.
addEventListener('message', async (/** @type {MessageEvent} */ { data: { module, glossary, part, blocks, options } }) => {
  try {
    if (!engine) {
      await loadWasm(module);
      engine = new LocalEngine(glossary);
      return postMessage(true);
    }
    if (part !== undefined) {
      text += part;
      return postMessage(true);
    }
    const reading = engine.read(text, blocks, options);
    const { matches, report } = reading;
    postMessage({ matches, report: { ...report, ...(await engine.analyse(text, blocks, reading, options)) } });
  } catch {
    postMessage(null);
  }
});
