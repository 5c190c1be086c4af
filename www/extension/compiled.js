/**
 * @file The background's engines: for a page, all glossaries that are on there, compiled as one.
 *
 * The browser stops the background whenever it is idle. What it has compiled lies in the database, so that the first page after the next start
 * waits for a copy and not for a compiler. Two stay in memory: readers go to and fro between sites, and the glossaries can differ by site.
 *
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { loadWasm } from '../host/engine.js';
import { compileActive, keepCompiled, keyOf } from './compile.js';
import { appliesTo, hostOf } from './site-rules.js';
import { dropCompiled, listGlossaries, loadCompiled } from './store.js';
import { restoreCompiled, StoredEngine } from './stored-engine.js';

/** Engines that are kept. */
const KEPT = 2;

const WASM = 'glossator.wasm';

/** @type {Map<string, Promise<StoredEngine>>} the latest last */
const engines = new Map();

/** At once at the start, beside the opening of the database: most starts are for a page. A failure is told to who asks for an engine. */
export function prepare() {
  loadWasm(chrome.runtime.getURL(WASM)).catch(() => {});
  listGlossaries().catch(() => {});
}

/**
 * @param {string | undefined} url  the page's
 * @param {string} [language]  the page's
 * @returns {Promise<StoredEngine>}
 * @throws {import('../host/errors.js').GlossatorError}
 */
export async function engineFor(url, language) {
  // Asked each time: the pages that change glossaries need not tell anybody, and a background that was asleep misses nothing.
  const host = hostOf(url);
  const active = (await listGlossaries()).filter((glossary) => glossary.enabled && appliesTo(glossary.sites, host));
  const key = keyOf(active, language);
  const known = engines.get(key);
  engines.delete(key);
  const engine = known ?? restore(key).then((restored) => restored ?? compile(key, active, language));
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
 * @param {string} key
 * @returns {Promise<StoredEngine | undefined>}
 */
async function restore(key) {
  const [stored] = await Promise.all([loadCompiled(key), loadWasm(chrome.runtime.getURL(WASM))]);
  if (!stored) return undefined;
  try {
    return new StoredEngine(restoreCompiled(stored.bytes), stored.pieces, stored.language);
  } catch (error) {
    // Damaged on its way: it is made again.
    console.warn('glossator:', error);
    await dropCompiled(key);
    return undefined;
  }
}

/**
 * @param {string} key
 * @param {StoredGlossary[]} active
 * @param {string | undefined} language
 */
async function compile(key, active, language) {
  await loadWasm(chrome.runtime.getURL(WASM));
  const made = await compileActive(active, language);
  // After the answer: who waits for a page does not wait for the disk. One that was left out meanwhile makes another key.
  if (made.pieces.length === active.length) setTimeout(() => void keepCompiled(key, made).catch((error) => console.warn('glossator:', error)));
  return new StoredEngine(made.compiled, made.pieces, made.language);
}
