/**
 * @file What becomes of a page that is told something, for the popup and the side panel, which wait for it. No lost answer keeps them waiting: the page is looked at as well.
 *
 * @typedef {import('./messages.js').PageState} PageState
 */

import { insist, pause } from './insist.js';
import { reachPage, tellPage } from './page-link.js';

/** ms between two looks. */
export const LOOK_MS = 200;

/** As an answer: there is more to come. @returns {Promise<PageState | null>} */
const working = async () => ({ status: 'working', terms: 0 });

/** @param {number} tabId @returns {Promise<PageState | null>} null where there is no content script */
export const lookAt = (tabId) => insist(() => tellPage(tabId, 'look'));

/**
 * Tells the page to be on or off, whether or not the content script is there.
 * @param {number} tabId
 * @param {() => boolean} isWanted  now
 */
export const switchPage = (tabId, isWanted) => outcomeOf(tabId, async (seen) => (await tellPage(tabId, isWanted() ? 'on' : 'off')) ?? beginPage(tabId, isWanted, seen));

/**
 * Waits until the page has been read, or is off.
 * @param {number} tabId
 * @param {(seen: AbortSignal) => Promise<PageState | null>} [ask]  tells the page something, unless the script was seen there meanwhile; its answer is the quicker way, and may be lost
 * @returns {Promise<PageState | null>}  null: it may not be read, or was left
 */
export async function outcomeOf(tabId, ask = working) {
  const seen = new AbortController();
  let isOver = false;
  /** @type {PageState | null} a page that was there and is not any more was left */
  let before = null;
  const looked = (async () => {
    for (;;) {
      await pause(LOOK_MS);
      const state = isOver ? null : await lookAt(tabId);
      // Where there was no article, one may have come since.
      if (state && state.status !== 'no-article') seen.abort();
      if (isOver || (state ? state.status !== 'working' : before)) return state;
      before = state;
    }
  })();
  // Where the page works still, it was told something else meanwhile.
  const answered = ask(seen.signal).then((state) => {
    before = state;
    return state?.status === 'working' ? looked : state;
  });
  const state = await Promise.race([answered, looked]);
  isOver = true;
  return state;
}

/**
 * Puts the content script there, and tells it to begin. It is put there again, since without it there is nothing to look at; a second script in a page does nothing. It is not told again, nor late: a
 * script that was seen has begun by itself, and the reader may have switched it off since.
 * @param {number} tabId
 * @param {() => boolean} isWanted  now
 * @param {AbortSignal} seen
 * @returns {Promise<PageState | null>}
 */
export async function beginPage(tabId, isWanted, seen) {
  const isThere = await insist(() => seen.aborted || reachPage(tabId, isWanted()));
  if (isThere && isWanted() && seen.aborted) return lookAt(tabId);
  return isThere ? tellPage(tabId, isWanted() ? 'start' : 'off') : null;
}
