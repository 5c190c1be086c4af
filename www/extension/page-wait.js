/**
 * @file What becomes of a page that is told something, for the popup, which is open for it. No lost answer may keep it waiting: the page is looked at as well.
 *
 * @typedef {import('./messages.js').PageState} PageState
 */

import { insist, pause } from './insist.js';
import { reachPage, tellPage } from './page-link.js';

/** ms between two looks. */
export const LOOK_MS = 200;

/** What counts for nothing: there is more to come. @returns {Promise<PageState | null>} */
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
  // What was told is overtaken where the page still works: by something else that it was told.
  const answered = ask(seen.signal).then((state) => {
    before = state;
    return state?.status === 'working' ? looked : state;
  });
  const state = await Promise.race([answered, looked]);
  isOver = true;
  return state;
}

/**
 * Puts the content script there, and tells it to begin. The first is asked for again, since without it there is nothing to look at; a second script in a page does nothing. Not so the second: once the
 * script was seen, it has begun by itself, and the reader may have switched it off again.
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
