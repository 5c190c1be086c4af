/**
 * @file The list of glossaries for the popup, from the background: in a private window Firefox gives the extension's pages no database, and the background is that of
 * all windows.
 *
 * @typedef {import('./messages.js').ListMessage} ListMessage
 * @typedef {import('./messages.js').SwitchMessage} SwitchMessage
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { askBackground } from './ask.js';

/** @returns {Promise<StoredGlossary[]>} the first wins */
export const askForGlossaries = async () => (await askBackground(() => /** @type {ListMessage} */ ({ type: 'glossaries' }))) ?? [];

/**
 * @param {string} id
 * @param {() => boolean} isEnabled  each time it is asked: the reader may have changed their mind since the first
 * @returns {Promise<void>}
 */
export const switchGlossary = (id, isEnabled) => askBackground(() => /** @type {SwitchMessage} */ ({ type: 'switch-glossary', id, enabled: isEnabled() }));

/**
 * Opens a page of the extension where it has a database.
 * @param {string} file
 * @param {ExtensionTab | undefined} tab  that it is opened from
 */
export async function openOwnPage(file, tab) {
  const url = chrome.runtime.getURL(file);
  await (tab?.incognito ? chrome.windows.create({ url, incognito: false }) : chrome.tabs.create({ url }));
}
