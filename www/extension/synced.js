/**
 * @file What the reader has set, kept in the browser's synchronised storage: on all of their devices, where they have switched that on. It is small (100 KB in all, 8 KB
 * for an item) and takes a few writes a minute. What does not fit is kept on this device alone, and the options page says so.
 *
 * ```
 *  sync    NAME → a text of JSON, or {pieces: n} with its parts as NAME.0, NAME.1 …
 *  local   NAME → the same text, and `unsynced` → the names for which this one counts
 * ```
 */

/**
 * Code units in an item. An item may have 8,192 bytes as JSON with its name, and a code unit is three bytes at most; quotes and backslashes in it, two.
 */
const PIECE = 2500;

/** Pieces of a text: beyond that it would not fit the 100 KB anyway. */
const MOST_PIECES = 40;

/** The names of what could not be synchronised. */
const UNSYNCED = 'unsynced';

/** The writes of this realm, one after the other. Not a lock of the browser's: in a content script that would be the page's, where it has any. */
let writing = Promise.resolve();

/** @param {string} name @param {number} number */
const pieceName = (name, number) => `${name}.${number}`;

/** @returns {Promise<string[]>} names of what is kept on this device only, because the browser's storage for all devices did not take it */
export async function listUnsynced() {
  const names = (await chrome.storage.local.get([UNSYNCED]))[UNSYNCED];
  return Array.isArray(names) ? names : [];
}

/**
 * @param {string} name
 * @returns {Promise<Record<string, unknown>>}  what was kept; empty where that is nothing, or cannot be read
 */
export async function loadSynced(name) {
  const isLocal = (await listUnsynced()).includes(name);
  const text = (isLocal ? undefined : await readSync(name).catch(() => undefined)) ?? (await chrome.storage.local.get([name]))[name];
  try {
    return Object(typeof text === 'string' ? JSON.parse(text) : text);
  } catch {
    return {}; // of another version, or half of it
  }
}

/** @param {string} name @returns {Promise<string | undefined>} */
async function readSync(name) {
  const { [name]: head } = await chrome.storage.sync.get([name]);
  if (typeof head === 'string') return head;
  const count = Object(head).pieces;
  if (!Number.isInteger(count) || count > MOST_PIECES) return undefined;
  const names = Array.from({ length: count }, (_, number) => pieceName(name, number));
  const pieces = await chrome.storage.sync.get(names);
  return names.map((piece) => String(pieces[piece] ?? '')).join('');
}

/**
 * Never refused: at worst it is kept on this device.
 * @param {string} name
 * @param {Record<string, unknown>} value
 * @returns {Promise<void>}
 */
export function saveSynced(name, value) {
  const text = JSON.stringify(value);
  writing = writing.catch(() => {}).then(() => save(name, text));
  return writing;
}

/** @param {string} name @param {string} text */
async function save(name, text) {
  const unsynced = await listUnsynced();
  const others = unsynced.filter((other) => other !== name);
  try {
    await writeSync(name, text);
    // What was kept here, by this version or by one before.
    await chrome.storage.local.remove([name]);
    if (others.length < unsynced.length) await chrome.storage.local.set({ [UNSYNCED]: others });
  } catch {
    // Full, too many writes, or switched off by whoever manages this browser.
    await chrome.storage.local.set({ [name]: text, [UNSYNCED]: [...others, name] });
  }
}

/** @param {string} name @param {string} text */
async function writeSync(name, text) {
  if (text.length <= PIECE) return chrome.storage.sync.set({ [name]: text });
  const count = Math.ceil(text.length / PIECE);
  if (count > MOST_PIECES) throw new RangeError(`"${name}" is too long`);
  /** @type {Record<string, unknown>} */
  const items = { [name]: { pieces: count } };
  for (let number = 0; number < count; number += 1) items[pieceName(name, number)] = text.slice(number * PIECE, (number + 1) * PIECE);
  // One write, and pieces of a longer text from before are left: nobody counts to them.
  return chrome.storage.sync.set(items);
}
