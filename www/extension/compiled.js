/**
 * @file The background's engines: for a page, all glossaries that are on there, compiled as one.
 *
 * A compiled glossary cannot be stored, so after each start of the background the first page waits for it. Two stay: readers go
 * to and fro between sites, and the glossaries can differ by site.
 *
 * @typedef {import('../host/types.js').Engine} Engine
 * @typedef {import('./merge.js').Part} Part
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { loadWasm, LocalEngine } from '../host/engine.js';
import { GlossatorError } from '../host/errors.js';
import { mergeGlossaries, partAt } from './merge.js';
import { appliesTo, hostOf } from './site-rules.js';
import { changeGlossary, listGlossaries, readEntries } from './store.js';

/** Engines that are kept. */
const KEPT = 2;

const WASM = 'glossator.wasm';

/** @type {Map<string, Promise<LocalEngine>>} the latest last */
const engines = new Map();

/**
 * @param {string | undefined} url  the page's
 * @param {string} [language]  the page's
 * @returns {Promise<Engine>}
 * @throws {GlossatorError}
 */
export async function engineFor(url, language) {
  // Asked each time: the pages that change glossaries need not tell anybody, and a background that was asleep misses nothing.
  const host = hostOf(url);
  const active = (await listGlossaries()).filter((glossary) => glossary.enabled && appliesTo(glossary.sites, host));
  const key = JSON.stringify([(language ?? '').split('-', 1)[0], active.map(({ id, language, batch, revision }) => [id, language, batch, revision])]);
  const known = engines.get(key);
  engines.delete(key);
  const engine = known ?? compile(active, language);
  engines.set(key, engine);
  if (!known) engine.catch(() => engines.delete(key));
  for (const [old, unused] of engines) {
    if (engines.size <= KEPT) break;
    engines.delete(old);
    // Who waits for it reads before that.
    unused.then((late) => setTimeout(() => late.free()), () => {});
  }
  return engine;
}

/**
 * @param {StoredGlossary[]} active
 * @param {string | undefined} language
 */
async function compile(active, language) {
  const loading = loadWasm(chrome.runtime.getURL(WASM));
  loading.catch(() => {});
  /** @type {Part[]} */
  let parts = [];
  for (const glossary of active) {
    parts.push({ id: glossary.id, language: glossary.language, entries: await readEntries(glossary), plainIds: glossary.file !== undefined });
  }
  await loading;
  for (;;) {
    try {
      return new LocalEngine(mergeGlossaries(parts, language));
    } catch (error) {
      // One glossary that the engine refuses (it was checked by an older one) must not take the others along.
      const index = error instanceof GlossatorError && error.code === 'glossary-invalid' && /^entries\[(\d+)\]/.exec(error.path ?? '')?.[1];
      const culprit = index ? partAt(parts, Number(index)) : undefined;
      if (!culprit) throw error;
      parts = parts.filter((part) => part !== culprit);
      await changeGlossary(culprit.id, { enabled: false, problem: /** @type {Error} */ (error).message });
    }
  }
}
