/**
 * @file Long texts are read in a worker. Apart from `engine.js`, which the worker imports: where a module names a worker that imports this module again, Turbopack (`next build`) waits for
 * itself for ever.
 *
 * @typedef {import('./types.js').Reading} Reading
 * @typedef {import('./types.js').ReadOptions} ReadOptions
 */

import { compiledModule, LocalEngine } from './engine.js';

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
    const worker = new Worker(new URL('./engine-worker.js', import.meta.url), { type: 'module' });
    try {
      return await new Promise((resolve, reject) => {
        signal.addEventListener('abort', reject);
        worker.onerror = reject;
        worker.onmessage = ({ data }) => (data ? resolve(data) : reject());
        worker.postMessage({ module: compiledModule, glossary: { entries: this.entries, language: this.language }, text, blocks, options });
      });
    } finally {
      worker.terminate();
    }
  }
}
