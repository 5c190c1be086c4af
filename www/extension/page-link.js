/**
 * @file The page in a tab, from outside: for the popup and for the background.
 *
 * @typedef {import('./messages.js').PageCommand} PageCommand
 * @typedef {import('./messages.js').PageState} PageState
 */

/** The page itself and none of its frames: that is where the article is, mostly. */
const TOP = { frameId: 0 };

/**
 * What the content script of a tab says.
 * @param {number} tabId
 * @param {PageCommand['command']} command
 * @returns {Promise<PageState | null>}  null where there is no content script
 */
export async function tellPage(tabId, command) {
  try {
    return (await chrome.tabs.sendMessage(tabId, { type: 'page', command }, TOP)) ?? null;
  } catch {
    return null;
  }
}

/**
 * The same, after putting the content script there where needed.
 * @param {number} tabId
 * @param {PageCommand['command']} command
 * @returns {Promise<PageState>}
 */
export async function commandPage(tabId, command) {
  const state = await tellPage(tabId, command);
  if (state) return state;
  try {
    await chrome.scripting.executeScript({ target: { tabId }, files: ['content.js'] });
  } catch {
    // The browser's own pages, its store, pages of other extensions. Each browser words it in its own way.
    return { status: 'unreachable', terms: 0 };
  }
  return (await tellPage(tabId, command)) ?? { status: 'unreachable', terms: 0 };
}
