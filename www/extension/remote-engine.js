/**
 * @file The engine as a content script sees it: the one in the background, over messages. A page's own security policy decides
 * about WebAssembly in content scripts (Chromium), but not about that of the background.
 *
 * @typedef {import('../host/types.js').Engine} Engine
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('./messages.js').FindMessage} FindMessage
 * @typedef {import('./messages.js').ReadMessage} ReadMessage
 * @typedef {import('./messages.js').ReadResult} ReadResult
 */

import { GlossatorError, toGlossatorError } from '../host/errors.js';
import { askBackground } from './ask.js';

/** @returns {Engine} */
export function createRemoteEngine() {
  /** @type {Map<number, Entry>} */
  let entries = new Map();
  /** @type {Map<string, Entry>} */
  let byId = new Map();

  return {
    language: undefined,

    async findArticle(outline) {
      return (await send(/** @type {FindMessage} */ ({ type: 'find-article', outline: Array.from(outline) }))).rows;
    },

    async read(text, blocks, options) {
      const answer = await send(/** @type {ReadMessage} */ ({ type: 'read', text, blocks: Array.from(blocks), options }));
      entries = new Map(answer.entries);
      byId = new Map([...entries.values(), ...answer.related].map((entry) => [entry.id, entry]));
      this.language = answer.language;
      return { matches: Uint32Array.from(answer.matches), report: answer.report };
    },

    entry(index) {
      const entry = entries.get(index);
      if (!entry) throw new RangeError(`the last reading did not name entry ${index}`);
      return entry;
    },

    entryById: (id) => byId.get(id),
  };
}

/**
 * @template {ReadMessage | FindMessage} Message
 * @param {Message} message
 * @returns {Promise<Message extends ReadMessage ? ReadResult : {rows: number[]}>}
 * @throws {GlossatorError} also what went wrong in the background
 */
async function send(message) {
  let cause;
  let answer;
  try {
    answer = await askBackground(() => ({ ...message, language: document.documentElement?.lang }));
  } catch (error) {
    cause = error;
  }
  if (answer?.error) throw toGlossatorError(answer.error, 'engine-dead');
  if (answer) return answer;
  const why = isInstalled() ? 'the background of the extension does not answer' : 'the extension was updated or removed: load the page anew';
  throw new GlossatorError('engine-dead', why, { cause });
}

/** A content script outlives its extension, but is cut off from it. */
const isInstalled = () => Boolean(chrome.runtime?.id);
