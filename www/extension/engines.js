/**
 * @file The background's engines: for a page, all glossaries that are on there, as one.
 *
 * The browser stops the background whenever it is idle, so what is kept here is only what spares the next message some milliseconds.
 *
 * @typedef {import('./part-engine.js').Indexed} Indexed
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { loadAnalysis, loadWasm } from '../host/engine.js';
import { toGlossatorError } from '../host/errors.js';
import { formatFor, indexOf } from './indexing.js';
import { languageOf } from './merge.js';
import { PartEngine } from './part-engine.js';
import { appliesTo, hostOf } from './site-rules.js';
import { changeGlossary, listGlossaries, loadIndex, readFileEntries, saveIndex } from './store.js';
import { warmUp } from './warm-up.js';

/** Engines that are kept: readers go to and fro between sites, and the glossaries can differ by site. */
const KEPT = 2;

/** Chunks that may have been edited since the index was made. All of their entries are compiled with each page; with more of them, an index is made anew. */
const MOST_TOUCHED = 20;

const WASM = 'glossator.wasm';

/** @type {Map<string, Promise<PartEngine>>} the latest last */
const engines = new Map();

/** By glossary. @type {Map<string, {key: string, index: Promise<Indexed>}>} */
const indexes = new Map();

/** Ends the warming up. */
const asked = new AbortController();

/** At once at the start, since most starts are for a page; the database first, which takes longest. A failure is told to who asks for an engine. */
export function prepare() {
  const prepared = listGlossaries().then((all) => all.forEach((glossary) => glossary.enabled && !glossary.sites.length && prepareGlossary(glossary)));
  const loaded = Promise.all([ready(), loadAnalysis()]);
  // While the database answers.
  Promise.all([prepared, loaded])
    .then(() => warmUp(asked.signal))
    .catch(() => {});
}

/** Makes the indexes that are missing: after an update of the extension, those of another format. */
export async function prepareAll() {
  for (const glossary of await listGlossaries()) await indexFor(glossary).catch((error) => leaveOut(glossary, error));
}

/** Until the engine is there. */
export const ready = () => loadWasm(chrome.runtime.getURL(WASM));

/** @param {StoredGlossary} glossary */
function prepareGlossary(glossary) {
  indexFor(glossary).catch(() => {});
  if (glossary.file !== undefined) readFileEntries(glossary).catch(() => {});
}

/**
 * @param {string | undefined} url  the page's
 * @param {string} [language]  the page's
 * @returns {Promise<PartEngine>}
 * @throws {import('../host/errors.js').GlossatorError}
 */
export async function engineFor(url, language) {
  // Asked each time: the pages that change glossaries need not tell anybody, and a background that was asleep misses nothing.
  const host = hostOf(url);
  const [all] = await Promise.all([listGlossaries(), ready()]);
  const active = all.filter((glossary) => glossary.enabled && appliesTo(glossary.sites, host));
  const key = JSON.stringify([languageOf(active, language), active.map(({ id, language: own, batch, revision }) => [id, own, batch, revision])]);
  const engine = engines.get(key) ?? makeEngine(active, language);
  engine.then(() => asked.abort(), () => {});
  // The last one in the list is the latest.
  engines.delete(key);
  engines.set(key, engine);
  engine.catch(() => engines.delete(key));
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
async function makeEngine(active, language) {
  const indexed = await Promise.all(active.map((glossary) => indexFor(glossary).catch((error) => leaveOut(glossary, error))));
  return new PartEngine(indexed.filter((one) => one !== undefined), language, leaveOut);
}

/**
 * One glossary that the engine refuses (it was checked by an older one) must not take the others along.
 * @param {StoredGlossary} glossary
 * @param {unknown} error
 * @returns {Promise<undefined>}
 */
async function leaveOut(glossary, error) {
  const reason = toGlossatorError(error, 'engine-dead');
  if (reason.code !== 'glossary-invalid') throw error;
  await changeGlossary(glossary.id, { enabled: false, problem: reason.message });
}

/**
 * @param {StoredGlossary} glossary
 * @returns {Promise<Indexed>}
 */
async function indexFor(glossary) {
  const { id, batch, language, touched = {} } = glossary;
  const key = JSON.stringify([batch, language]);
  const known = indexes.get(id);
  const index = known?.key === key ? known.index : (async () => (await usable(glossary)) ?? (await make(glossary)))();
  indexes.set(id, { key, index });
  index.catch(() => indexes.delete(id));
  const { revision, ...made } = await index;
  const chunks = Object.keys(touched).map(Number).filter((chunk) => (touched[chunk] ?? 0) > revision);
  if (chunks.length > MOST_TOUCHED) setTimeout(() => void renew(glossary, key));
  return { ...made, glossary, revision, touched: chunks };
}

/** @param {StoredGlossary} glossary */
async function usable(glossary) {
  const stored = await loadIndex(glossary.id);
  const isFor = stored && stored.batch === glossary.batch && stored.format === formatFor(glossary) && stored.language === glossary.language;
  return isFor ? { ...stored, glossary, touched: [] } : undefined;
}

/** @param {StoredGlossary} glossary @returns {Promise<Indexed>} */
async function make(glossary) {
  await ready();
  const { ids, ...made } = await indexOf(glossary);
  const { id, batch, revision } = glossary;
  // After the answer: who waits for a page does not wait for the disk.
  setTimeout(() => void saveIndex({ id, batch, revision }, { ...made, ids }).catch((error) => console.warn('glossator:', error)));
  return { ...made, glossary, revision, touched: [] };
}

/** Where many edits have left the index behind; meanwhile the old one does. @param {StoredGlossary} glossary @param {string} key */
async function renew(glossary, key) {
  const renewed = make(glossary);
  await renewed.then(() => indexes.set(glossary.id, { key, index: renewed }), (error) => console.warn('glossator:', error));
}
