/**
 * @file The reader's glossaries, in IndexedDB. Used by the background, by the extension's pages and by the worker that imports: all of
 * them see the same database, so no entry crosses in a message.
 *
 * ```
 *  glossaries   one small record each: what it is called, where it applies, which batch of entries is its own
 *  chunks       [batch, number] → up to CHUNK entries
 *  indexes      by glossary: which entries a text can name (`hashes.js`)
 *  ids          by glossary: which entry has an id
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
 * @property {Record<number, number>} [touched]  chunks in which entries were changed, and the last revision in which
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
const VERSION = 3;

/** Entries in a record of `chunks`. A page names some thirty entries of a large glossary, each of another record: few, so that these are read in a few ms. */
export const CHUNK = 25;

/** Records that are written, or read one after the other, in one transaction: in some 10 ms. */
const CHUNKS_AT_ONCE = 40;

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

/** @typedef {import('./indexing.js').Made} Made */

/**
 * What is kept so that few entries have to be compiled for a page.
 * @typedef {Omit<Made, 'ids'> & {id: string, batch: string, revision: number}} StoredIndex  `id`: the glossary's; `batch`, `revision`: what it was made from
 */

/** @typedef {import('./hashes.js').Index & {id: string, batch: string}} StoredIds */

/** A glossary is not any more what it was a moment ago. */
export class ChangedError extends Error {}

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

/** @returns {Promise<IDBDatabase>} */
function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore('glossaries', { keyPath: 'id' }).put(FIRST);
        request.result.createObjectStore('chunks');
      }
      if (oldVersion < 3) {
        if (request.result.objectStoreNames.contains('compiled')) request.result.deleteObjectStore('compiled');
        for (const name of ['indexes', 'ids']) request.result.createObjectStore(name, { keyPath: 'id' });
      }
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

const STORES = ['glossaries', 'chunks', 'indexes', 'ids'];

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
 * @param {(stores: {glossaries: IDBObjectStore, chunks: IDBObjectStore, indexes: IDBObjectStore, ids: IDBObjectStore}) => T | Promise<T>} work  waits for nothing but the database
 * @param {string[]} [names]  of the stores that it uses
 * @returns {Promise<T>}
 */
async function transact(mode, work, names = STORES) {
  const transaction = (await open()).transaction(names, mode, { durability: 'strict' });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(undefined);
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
  });
  done.catch(() => {});
  let value;
  try {
    value = await work(/** @type {any} */ (Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)]))));
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // it has ended by itself
    }
    throw error;
  }
  // What was read is whole by then.
  if (mode === 'readwrite') await done;
  return value;
}

/** @param {string} batch */
const chunksOf = (batch) => IDBKeyRange.bound([batch, 0], [batch, Infinity]);

/** @returns {Promise<StoredGlossary[]>} the first wins */
export async function listGlossaries() {
  const all = /** @type {StoredGlossary[]} */ (await transact('readonly', ({ glossaries }) => result(glossaries.getAll()), ['glossaries']));
  return all.sort((a, b) => a.order - b.order);
}

/** @param {string} id @returns {Promise<StoredGlossary | undefined>} */
export const getGlossary = (id) => transact('readonly', ({ glossaries }) => result(glossaries.get(id)));

/** @type {Promise<Entry[]> | undefined} */
let ofFile;

/** @param {StoredGlossary} glossary @returns {Promise<Entry[]>} of the file that came with the extension */
export function readFileEntries({ file = '' }) {
  ofFile ??= fetch(new URL(`/${file}`, location.href)).then(async (response) => (await response.json()).entries);
  ofFile.catch(() => (ofFile = undefined));
  return ofFile;
}

/** @param {StoredGlossary} glossary @returns {Promise<Entry[][]>} */
export async function readChunks(glossary) {
  if (glossary.file !== undefined) return [await readFileEntries(glossary)];
  return transact('readonly', (stores) => result(stores.chunks.getAll(chunksOf(glossary.batch))));
}

/** @param {StoredGlossary} glossary @returns {Promise<Entry[]>} */
export const readEntries = async (glossary) => (await readChunks(glossary)).flat();

/**
 * @param {StoredGlossary} glossary
 * @param {number[]} numbers  of chunks
 * @returns {Promise<Entry[][]>}  all as they are at one moment
 * @throws {ChangedError} where the entries of the glossary are others by now
 */
export function readSomeChunks({ id, name, batch, revision }, numbers) {
  const work = async (/** @type {{glossaries: IDBObjectStore, chunks: IDBObjectStore}} */ { glossaries, chunks }) => {
    const asked = numbers.map((number) => result(chunks.get([batch, number])));
    const now = await result(glossaries.get(id));
    if (now?.batch !== batch || now.revision !== revision) throw new ChangedError(`"${name}" was changed`);
    return (await Promise.all(asked)).map((chunk) => chunk ?? []);
  };
  return transact('readonly', work, ['glossaries', 'chunks']);
}

/** Entries as they lie in chunks. @param {Entry[]} entries */
export const chunked = (entries) => Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, number) => entries.slice(number * CHUNK, (number + 1) * CHUNK));

/**
 * Chunk after chunk, for what may stop early or must not hold all of them.
 * @param {StoredGlossary} glossary
 * @returns {AsyncGenerator<Entry[]>}
 */
export async function* eachChunk(glossary) {
  if (glossary.file !== undefined) return yield await readFileEntries(glossary);
  for (let first = 0; ; first += CHUNKS_AT_ONCE) {
    const some = IDBKeyRange.bound([glossary.batch, first], [glossary.batch, first + CHUNKS_AT_ONCE], false, true);
    const chunks = await transact('readonly', (stores) => result(stores.chunks.getAll(some)));
    if (!chunks.length) return;
    yield chunks.flat();
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
  return transact('readwrite', async ({ glossaries, chunks, indexes, ids }) => {
    const glossary = await result(glossaries.get(id));
    if (!glossary || glossary.file !== undefined) return;
    glossaries.delete(id);
    chunks.delete(chunksOf(glossary.batch));
    indexes.delete(id);
    ids.delete(id);
  });
}

/**
 * Puts entries in the place of all that a glossary had; makes the glossary where there is none with that id. All or nothing.
 * @param {Partial<StoredGlossary> & {id: string}} about
 * @param {Entry[]} entries  each with an id of its own
 * @param {{index?: Made, progress?: (done: number) => void, signal?: AbortSignal | undefined}} [how]  `index` is that of the entries; `progress` is told how many of them are written
 * @returns {Promise<StoredGlossary>}
 */
export function replaceEntries(about, entries, { index, progress = () => {}, signal } = {}) {
  return navigator.locks.request(LOCK, async () => {
    await removeOrphans();
    const batch = `${Date.now()}-${crypto.randomUUID()}`;
    for (let first = 0; first < entries.length; first += CHUNK * CHUNKS_AT_ONCE) {
      signal?.throwIfAborted();
      const end = Math.min(first + CHUNK * CHUNKS_AT_ONCE, entries.length);
      await transact('readwrite', ({ chunks }) => {
        for (let at = first; at < end; at += CHUNK) chunks.put(entries.slice(at, Math.min(at + CHUNK, end)), [batch, at / CHUNK]);
      });
      progress(end);
    }
    signal?.throwIfAborted();
    return transact('readwrite', async ({ glossaries, chunks, indexes, ids }) => {
      const all = /** @type {StoredGlossary[]} */ (await result(glossaries.getAll()));
      const old = all.find(({ id }) => id === about.id);
      if (old?.file !== undefined) throw new Error('a glossary that comes with the extension cannot be changed');
      // Only a new one brings its name along.
      if (!old && about.name === undefined) throw new Error('the glossary was deleted meanwhile');
      const order = Math.max(-1, ...all.map((glossary) => glossary.order)) + 1;
      /** @type {StoredGlossary} */
      const glossary = {
        ...{ name: '', language: 'en', enabled: true, order, sites: [] },
        ...old,
        ...about,
        ...{ size: entries.length, batch, revision: 0, touched: {}, updated: Date.now() },
      };
      glossaries.put(glossary);
      if (old) chunks.delete(chunksOf(old.batch));
      if (index) putIndex({ indexes, ids }, glossary, index);
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
      const number = at ? at.number : isFull ? count : Math.max(count - 1, 0);
      const list = isFull ? [] : chunk;
      list.splice(at ? at.index : list.length, at ? 1 : 0, ...(entry ? [entry] : []));
      chunks.put(list, [batch, number]);
      const size = glossary.size + Number(Boolean(entry)) - Number(Boolean(at));
      const revision = glossary.revision + 1;
      glossaries.put({ ...glossary, size, revision, touched: { ...glossary.touched, [number]: revision }, updated: Date.now() });
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
  for (let first = 0; first < count; first += CHUNKS_AT_ONCE) {
    const some = /** @type {Entry[][]} */ (await result(chunks.getAll(IDBKeyRange.bound([batch, first], [batch, first + CHUNKS_AT_ONCE], false, true))));
    for (const [at, chunk] of some.entries()) {
      const index = chunk.findIndex((entry) => entry.id === id);
      if (index >= 0) return { number: first + at, chunk, index };
    }
  }
  return null;
}

/** @param {string} id  of a glossary @returns {Promise<StoredIndex | undefined>} */
export const loadIndex = (id) => transact('readonly', ({ indexes }) => result(indexes.get(id)), ['indexes']);

/** @param {string} id  of a glossary @returns {Promise<StoredIds | undefined>} */
export const loadIdIndex = (id) => transact('readonly', ({ ids }) => result(ids.get(id)), ['ids']);

/**
 * @param {{id: string, batch: string, revision: number}} what  that it was made from
 * @param {Made} made
 */
export function saveIndex(what, made) {
  return transact('readwrite', async (stores) => {
    const glossary = /** @type {StoredGlossary | undefined} */ (await result(stores.glossaries.get(what.id)));
    // It may be gone by now, or another one.
    if (glossary?.batch === what.batch) putIndex(stores, what, made);
  });
}

/**
 * @param {{indexes: IDBObjectStore, ids: IDBObjectStore}} stores
 * @param {{id: string, batch: string, revision: number}} what
 * @param {Made} made
 */
function putIndex({ indexes, ids }, { id, batch, revision }, { ids: own, ...made }) {
  indexes.put({ id, batch, revision, ...made });
  ids.put({ id, batch, ...own });
}
