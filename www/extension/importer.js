/**
 * @file The worker of the options page: reads what is imported, compares it, checks it and writes it, so that the page never freezes.
 * It is ended when the reader cancels: see `store.js` for why that leaves everything as it was.
 *
 * ```
 *  page ── {do: 'read', source} ─────────────────► answers {is: 'read', …}
 *  page ── {do: 'preview', mapping, target} ─────► answers {is: 'preview', …}
 *  page ── {do: 'write', mapping, target, …} ────► tells {is: 'progress', …}, then answers {is: 'done', glossary}
 *                                                  any of them may be answered with {is: 'error', message}
 * ```
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('../formats/columns.js').Mapping} Mapping
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { loadWasm } from '../host/engine.js';
import { toGlossatorError } from '../host/errors.js';
import { checkEntries } from './intake-check.js';
import { textOfFile } from '../formats/bytes.js';
import { tableItems } from '../formats/columns.js';
import { readText } from '../formats/read.js';
import { combine, compare, withIds } from './intake.js';
import { readEntries, replaceEntries } from './store.js';

/**
 * @typedef {{do: 'read', source: Blob | string}} ReadOrder
 * @typedef {{do: 'preview', mapping: Mapping, target?: StoredGlossary | undefined}} PreviewOrder
 * @typedef {{do: 'write', mapping: Mapping, target?: StoredGlossary | undefined, about: Partial<StoredGlossary> & {id: string}, how: 'keep' | 'replace' | 'both'}} WriteOrder
 * @typedef {ReadOrder | PreviewOrder | WriteOrder} Order
 */

/** Of the entries, and of the conflicts, that a preview shows. */
const SHOWN = 20;

/** Checked and written. */
const STAGES = 2;

/** Bytes; more would not fit the engine's memory. */
const MOST_BYTES = 2 ** 27;

/** @type {import('../formats/read.js').Intake | undefined} */
let intake;

/** @param {Blob | string} source */
async function decode(source) {
  if (typeof source === 'string') return source;
  if (source.size > MOST_BYTES) throw new Error(`the file has ${source.size} bytes; at most ${MOST_BYTES} are read`);
  return textOfFile(new Uint8Array(await source.arrayBuffer()));
}

/** @param {Mapping} mapping */
function itemsBy(mapping) {
  if (!intake) throw new Error('nothing was read');
  return intake.kind === 'json' ? { items: intake.items, leftOut: 0 } : tableItems(intake.rows, mapping);
}

/** @param {Order} order */
async function obey(order) {
  if (order.do === 'read') {
    intake = readText(await decode(order.source));
    const { kind, name, language, mapping, rows } = intake;
    return { is: 'read', kind, name, language, mapping, heads: rows[0] ?? [], width: Math.max(0, ...rows.slice(0, 100).map((row) => row.length)) };
  }
  const { items, leftOut } = itemsBy(order.mapping);
  const old = order.target ? await readEntries(order.target) : [];
  if (order.do === 'preview') {
    const { conflicts, same } = compare(old, items);
    return { is: 'preview', count: items.length, leftOut, sample: items.slice(0, SHOWN), conflicts: conflicts.slice(0, SHOWN), conflicting: conflicts.length, same };
  }
  const entries = order.target ? combine(old, items, order.how) : withIds(items);
  const total = entries.length * STAGES;
  const progress = (/** @type {number} */ done) => postMessage({ is: 'progress', done, total });
  await loadWasm();
  const index = await checkEntries(entries, order.about.language ?? 'en', progress);
  const glossary = await replaceEntries(order.about, entries, { index, progress: (done) => progress(entries.length + done) });
  return { is: 'done', glossary };
}

addEventListener('message', async ({ data }) => {
  try {
    postMessage(await obey(data));
  } catch (error) {
    postMessage({ is: 'error', message: toGlossatorError(error, 'glossary-invalid').message });
  }
});
