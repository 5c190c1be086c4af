/**
 * @file The page in a tab, from outside: for the popup and for the background.
 *
 * @typedef {import('./messages.js').PageCommand} PageCommand
 * @typedef {import('./messages.js').PageState} PageState
 */

/** The page itself and none of its frames: that is where the article is, mostly. */
export const TOP = { frameId: 0 };

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
 * Puts the content script into the page of a tab, as soon as that has its text.
 * @param {number} tabId
 * @param {boolean} isWanted  does it switch the page on by itself? The background may be ended, and the popup closed, before they could say so.
 * @returns {Promise<boolean>}  whether it may be there
 */
export async function reachPage(tabId, isWanted) {
  try {
    await chrome.scripting.executeScript({ target: { tabId }, files: isWanted ? ['always.js', 'content.js'] : ['content.js'] });
    return true;
  } catch {
    // The browser's own pages, its store, pages of other extensions. Each browser words it in its own way.
    return false;
  }
}

/** @returns {PageState} */
export const unreachable = () => ({ status: 'unreachable', terms: 0 });

/**
 * What the content script of a tab says, after putting it there where needed. For the shortcut and the menu: where the browser forgets to answer, nothing is asked again. The page tells its state by itself, and the
 * reader may have pressed the keys once more by then.
 * @param {number} tabId
 * @param {PageCommand['command']} command
 * @returns {Promise<PageState>}
 */
export async function commandPage(tabId, command) {
  const state = await tellPage(tabId, command);
  if (state) return state;
  const isWanted = command === 'on' || command === 'toggle';
  return ((await reachPage(tabId, isWanted)) && (await tellPage(tabId, isWanted ? 'start' : command))) || unreachable();
}
