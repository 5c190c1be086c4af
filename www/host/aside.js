/**
 * @file Long texts are read in a worker, where its file lies beside this one: in the embed, and where modules are served as they are.
 *
 * Bundlers are not to see it: Vite up to 7 refuses a worker that imports anything dynamically, and Turbopack (`next build`) waits for itself for ever where a worker imports the module
 * that names it, which is why this is not in `engine.js`. In what they make the worker is not found, and the page's own engine reads the text.
 *
 * @typedef {import('./types.js').Reading} Reading
 * @typedef {import('./types.js').ReadOptions} ReadOptions
 */

import { compiledModule, LocalEngine } from './engine.js';

/** Not written where it is used: there, bundlers would see it. The build puts another one in (`xtask/js/bundle.js`). */
const WORKER = './engine-worker.js';

/** Apart from the address for the same reason: webpack warns of one that it cannot follow. */
const HERE = import.meta.url;

/** UTF-16 code units of the text in one message, which takes 2 ms to write: ten million at once take 50 ms where the machine is slow. */
const PART = 1 << 19;

/** The engine of a page. */
export class PageEngine extends LocalEngine {
  /**
   * `read` in a worker, for texts that would hold the page up. Its glossary is compiled there anew and goes with it.
   * @param {string} text
   * @param {Uint32Array} blocks
   * @param {ReadOptions} options
   * @param {AbortSignal} signal
   * @returns {Promise<Reading>}  rejects where there can be no worker: the files are on another site, or a policy forbids it
   */
  async readAside(text, blocks, options, signal) {
    const worker = new Worker(new URL(WORKER, HERE), { type: 'module' });
    let sent = 0;
    try {
      return await new Promise((resolve, reject) => {
        signal.addEventListener('abort', reject);
        worker.onerror = reject;
        worker.onmessage = ({ data }) => {
          // It has what was sent: first the glossary, then the text. To send all at once would take longer than a task may.
          if (data === true) worker.postMessage(sent < text.length ? { part: text.slice(sent, (sent += PART)) } : { blocks, options });
          else if (data) resolve(data);
          else reject();
        };
        worker.postMessage({ module: compiledModule, glossary: { entries: this.entries, language: this.language } });
      });
    } finally {
      worker.terminate();
    }
  }
}
