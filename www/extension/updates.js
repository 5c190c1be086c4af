/**
 * @file Glossaries that the reader has subscribed to: fetched, and fetched again when it is time. It is looked at when a page is read, not
 * by an alarm: nothing is fetched in the reader's name on days on which they read nothing.
 *
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { loadWasm } from '../host/engine.js';
import { toGlossatorError } from '../host/errors.js';
import { checkEntries } from './intake-check.js';
import { textOfFile } from '../formats/bytes.js';
import { tableItems } from '../formats/columns.js';
import { readText } from '../formats/read.js';
import { withIds } from './intake.js';
import { changeGlossary, getGlossary, listGlossaries, replaceEntries } from './store.js';

/** ms in an hour. */
const HOUR = 3_600_000;

/** After a failure, hours: a server that is down is not asked with each page. */
const RETRY_HOURS = 1;

const WASM = 'glossator.wasm';

/** @param {string} url @returns {string} the pattern of its origin, as permissions want it */
export const originOf = (url) => `${new URL(url).protocol}//${new URL(url).hostname}/*`;

/** @type {Promise<void> | undefined} */
let running;

/** Fetches what is due, one after the other; never throws. */
export function updateDue(now = Date.now()) {
  running ??= (async () => {
    for (const glossary of await listGlossaries()) {
      const { source, enabled, problem } = glossary;
      if (!source?.hours || !enabled) continue;
      const hours = problem ? Math.min(RETRY_HOURS, source.hours) : source.hours;
      if (now - source.checked >= hours * HOUR) await update(glossary.id).catch(() => {});
    }
  })()
    .catch(() => {})
    .finally(() => (running = undefined));
  return running;
}

/**
 * @param {string} id
 * @returns {Promise<StoredGlossary | undefined>} as it is then; what went wrong is its `problem`, and its entries are the old ones
 */
export async function update(id) {
  const glossary = await getGlossary(id);
  if (!glossary?.source) return glossary;
  const source = { ...glossary.source, checked: Date.now() };
  // First, so that a background that is stopped in the middle does not begin again with each page.
  await changeGlossary(id, { source });
  try {
    const headers = source.etag && !glossary.problem ? { 'if-none-match': source.etag } : undefined;
    // `no-store`: the version that is here is in the database, and the cache's would be a second copy.
    const response = await fetch(source.url, { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', ...(headers && { headers }) });
    if (response.status === 304) {
      await changeGlossary(id, { problem: '' });
      return await getGlossary(id);
    }
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const intake = readText(await textOfFile(new Uint8Array(await response.arrayBuffer())));
    const entries = withIds(intake.kind === 'json' ? intake.items : tableItems(intake.rows, intake.mapping).items);
    if (!entries.length) throw new Error('there are no entries in it');
    await loadWasm(chrome.runtime.getURL(WASM));
    const index = await checkEntries(entries, glossary.language);
    // The reader may have removed or changed it meanwhile.
    const now = await getGlossary(id);
    if (now?.source?.url !== source.url) return now;
    const { etag: _, ...rest } = source;
    const etag = response.headers.get('etag');
    return await replaceEntries({ id, source: etag ? { ...rest, etag } : rest, problem: '' }, entries, { index });
  } catch (error) {
    await changeGlossary(id, { problem: toGlossatorError(error, 'network').message });
    return getGlossary(id);
  }
}
