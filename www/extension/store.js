/**
 * @file The reader's glossaries, in IndexedDB. Used by the background, by the extension's pages and by the worker that imports: all of
 * them see the same database, so no entry crosses in a message.
 *
 * ```
 *  glossaries   one small record each: what it is called, where it applies, which batch of entries is its own
 *  chunks       [batch, number] → up to CHUNK entries
 * ```
 *
 * An import writes a new batch, chunk by chunk, each in a transaction of its own so that nothing freezes; then one transaction makes the glossary's
 * record point to it and removes the old one. Whatever ends before that leaves the old glossary whole, and a batch that nobody points to,
 * which the next import removes.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 */

/**
 * @typedef {object} StoredGlossary
 * @property {string} id
 * @property {string} name
 * @property {string} language  BCP 47
 * @property {boolean} enabled
 * @property {number} order  lowest first: that one wins where two glossaries claim the same text
 * @property {string[]} sites  host names where it applies, with all below them; none: everywhere
 * @property {number} size  entries
 * @property {string} batch  of its entries; empty for one that comes with the extension
 * @property {number} revision  counts the changes of the batch
 * @property {string} [file]  of the extension, for one that comes with it
 * @property {Subscription | undefined} [source]
 * @property {number} updated  when its entries last changed, in ms since 1970; 0: never
 * @property {string} [problem]  why it cannot be used, or could not be updated
 */

/**
 * @typedef {object} Subscription
 * @property {string} url
 * @property {number} hours  between updates; 0: none
 * @property {number} checked  in ms since 1970
 * @property {string} [etag]  what the server called the version that is here
 */

const DATABASE = 'glossator';
const VERSION = 1;

/** Entries in a record of `chunks`: read and written in some 10 ms. */
export const CHUNK = 1000;

/** Whoever writes entries holds this lock, in whichever thread. */
const LOCK = 'glossator-entries';

export const BUILT_IN = 'built-in';

/** @type {StoredGlossary} */
const FIRST = {
  id: BUILT_IN,
  name: 'Fintech & policy',
  language: 'en',
  enabled: true,
  order: 0,
  sites: [],
  size: 0,
  batch: '',
  revision: 0,
  file: 'glossary/fintech-policy.json',
  updated: 0,
};

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

/** @returns {Promise<IDBDatabase>} */
function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('glossaries', { keyPath: 'id' }).put(FIRST);
      request.result.createObjectStore('chunks');
    };
    request.onsuccess = () => {
      const database = request.result;
      const forget = () => (opening = undefined);
      database.onclose = forget;
      // A newer version of the extension wants in.
      database.onversionchange = () => {
        database.close();
        forget();
      };
      resolve(database);
    };
    request.onerror = () => {
      opening = undefined;
      reject(request.error);
    };
  });
  return opening;
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const result = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * Runs something in one transaction; it holds as a whole or not at all.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(stores: {glossaries: IDBObjectStore, chunks: IDBObjectStore}) => T | Promise<T>} work  waits for nothing but the database
 * @returns {Promise<T>}
 */
async function transact(mode, work) {
  const transaction = (await open()).transaction(['glossaries', 'chunks'], mode, { durability: 'strict' });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(undefined);
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
  });
  done.catch(() => {});
  let value;
  try {
    value = await work({ glossaries: transaction.objectStore('glossaries'), chunks: transaction.objectStore('chunks') });
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // it has ended by itself
    }
    throw error;
  }
  await done;
  return value;
}

/** @param {string} batch */
const chunksOf = (batch) => IDBKeyRange.bound([batch, 0], [batch, Infinity]);

/** @returns {Promise<StoredGlossary[]>} the first wins */
export async function listGlossaries() {
  const all = /** @type {StoredGlossary[]} */ (await transact('readonly', ({ glossaries }) => result(glossaries.getAll())));
  return all.sort((a, b) => a.order - b.order);
}

/** @param {string} id @returns {Promise<StoredGlossary | undefined>} */
export const getGlossary = (id) => transact('readonly', ({ glossaries }) => result(glossaries.get(id)));

/** @param {StoredGlossary} glossary @returns {Promise<Entry[]>} of the file that came with the extension */
async function fileEntries({ file = '' }) {
  // `chrome` is not there in workers; they are never asked for this.
  const response = await fetch(chrome.runtime.getURL(file));
  return (await response.json()).entries;
}

/** @param {StoredGlossary} glossary @returns {Promise<Entry[]>} */
export async function readEntries(glossary) {
  if (glossary.file !== undefined) return fileEntries(glossary);
  const chunks = await transact('readonly', (stores) => result(stores.chunks.getAll(chunksOf(glossary.batch))));
  return chunks.flat();
}

/**
 * Chunk after chunk, for what may stop early or must not hold all of them.
 * @param {StoredGlossary} glossary
 * @returns {AsyncGenerator<Entry[]>}
 */
export async function* eachChunk(glossary) {
  if (glossary.file !== undefined) return yield await fileEntries(glossary);
  for (let number = 0; ; number += 1) {
    const chunk = await transact('readonly', ({ chunks }) => result(chunks.get([glossary.batch, number])));
    if (!chunk) return;
    yield chunk;
  }
}

/**
 * @param {string} id
 * @param {Partial<StoredGlossary>} changes
 */
export function changeGlossary(id, changes) {
  return transact('readwrite', async ({ glossaries }) => {
    const glossary = await result(glossaries.get(id));
    if (glossary) await result(glossaries.put({ ...glossary, ...changes }));
  });
}

/** @param {string[]} ids  in their new order */
export function orderGlossaries(ids) {
  return transact('readwrite', async ({ glossaries }) => {
    for (const glossary of await result(glossaries.getAll())) {
      const order = ids.indexOf(glossary.id);
      if (order >= 0) glossaries.put({ ...glossary, order });
    }
  });
}

/** @param {string} id */
export function removeGlossary(id) {
  return transact('readwrite', async ({ glossaries, chunks }) => {
    const glossary = await result(glossaries.get(id));
    if (!glossary || glossary.file !== undefined) return;
    glossaries.delete(id);
    chunks.delete(chunksOf(glossary.batch));
  });
}

/**
 * Puts entries in the place of all that a glossary had; makes the glossary where there is none with that id. All or nothing.
 * @param {Partial<StoredGlossary> & {id: string}} about
 * @param {Entry[]} entries  each with an id of its own
 * @param {{progress?: (done: number) => void, signal?: AbortSignal | undefined}} [how]  `progress` is told how many entries are written
 * @returns {Promise<StoredGlossary>}
 */
export function replaceEntries(about, entries, { progress = () => {}, signal } = {}) {
  return navigator.locks.request(LOCK, async () => {
    await removeOrphans();
    const batch = `${Date.now()}-${crypto.randomUUID()}`;
    for (let first = 0; first < entries.length; first += CHUNK) {
      signal?.throwIfAborted();
      const chunk = entries.slice(first, first + CHUNK);
      await transact('readwrite', ({ chunks }) => void chunks.put(chunk, [batch, first / CHUNK]));
      progress(first + chunk.length);
    }
    signal?.throwIfAborted();
    return transact('readwrite', async ({ glossaries, chunks }) => {
      const all = /** @type {StoredGlossary[]} */ (await result(glossaries.getAll()));
      const old = all.find(({ id }) => id === about.id);
      if (old?.file !== undefined) throw new Error('a glossary that comes with the extension cannot be changed');
      const order = Math.max(-1, ...all.map((glossary) => glossary.order)) + 1;
      /** @type {StoredGlossary} */
      const glossary = {
        ...{ name: '', language: 'en', enabled: true, order, sites: [] },
        ...old,
        ...about,
        ...{ size: entries.length, batch, revision: 0, updated: Date.now() },
      };
      glossaries.put(glossary);
      if (old) chunks.delete(chunksOf(old.batch));
      return glossary;
    });
  });
}

/** Batches that an import left behind when it was cut off. Only for whoever holds the lock: another import may be writing one. */
function removeOrphans() {
  return transact('readwrite', async ({ glossaries, chunks }) => {
    const known = new Set((await result(glossaries.getAll())).map(({ batch }) => batch));
    const keys = /** @type {[string, number][]} */ (await result(chunks.getAllKeys()));
    for (const [batch] of keys) {
      if (known.has(batch)) continue;
      chunks.delete(chunksOf(batch));
      known.add(batch);
    }
  });
}

/**
 * Changes one entry, adds it (without `before`) or removes it (without `entry`).
 * @param {string} glossaryId
 * @param {{entry?: Entry | undefined, before?: string | undefined}} change  `before`: the id that it had
 * @returns {Promise<void>}
 */
export function changeEntry(glossaryId, { entry, before }) {
  return navigator.locks.request(LOCK, () =>
    transact('readwrite', async ({ glossaries, chunks }) => {
      const glossary = /** @type {StoredGlossary | undefined} */ (await result(glossaries.get(glossaryId)));
      if (!glossary || glossary.file !== undefined) throw new Error('this glossary cannot be changed');
      const { batch } = glossary;
      const count = await result(chunks.count(chunksOf(batch)));
      const at = before === undefined ? null : await find(chunks, batch, count, before);
      if (before !== undefined && !at) throw new Error('the entry is not there any more');
      const chunk = at?.chunk ?? (await result(chunks.get([batch, Math.max(count - 1, 0)]))) ?? [];
      const isFull = !at && chunk.length >= CHUNK;
      const key = [batch, at ? at.number : isFull ? count : Math.max(count - 1, 0)];
      const list = isFull ? [] : chunk;
      list.splice(at ? at.index : list.length, at ? 1 : 0, ...(entry ? [entry] : []));
      chunks.put(list, key);
      const size = glossary.size + Number(Boolean(entry)) - Number(Boolean(at));
      glossaries.put({ ...glossary, size, revision: glossary.revision + 1, updated: Date.now() });
    }),
  );
}

/**
 * @param {IDBObjectStore} chunks
 * @param {string} batch
 * @param {number} count
 * @param {string} id
 */
async function find(chunks, batch, count, id) {
  for (let number = 0; number < count; number += 1) {
    const chunk = /** @type {Entry[]} */ ((await result(chunks.get([batch, number]))) ?? []);
    const index = chunk.findIndex((entry) => entry.id === id);
    if (index >= 0) return { number, chunk, index };
  }
  return null;
}
