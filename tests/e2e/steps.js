/** @file Steps that many of the tests share. The other half of each, in the page, is `tests/support/in-page/drive.js`. */
import assert from 'node:assert/strict';
import { pause } from '../support/page.js';

/** @typedef {import('../support/page.js').Page} Page */
/** @typedef {typeof import('../support/in-page/drive.js')} Drive */

/** The card opens this long after the pointer came to rest, at the latest on a busy machine. */
export const OPEN_MS = 5000;
/** Long enough that a card which is wrongly about to open or close has done so: its delays are 300 ms. */
export const SETTLED_MS = 700;

/**
 * Opens one of `tests/e2e/pages` (or any path of the test server) and the steps' other half.
 * @param {Page} page
 * @param {string} path
 */
export async function open(page, path) {
  await page.goto(path.startsWith('/') ? path : `/pages/${path}`);
  await page.evaluate(async () => {
    const drive = await import('/support/drive.js');
    // not enumerable: the tests compare the page's globals
    Object.defineProperty(globalThis, 't', { value: drive, configurable: true });
  });
}

/**
 * Opens a page and enriches it.
 * @param {Page} page
 * @param {string} path
 * @param {Record<string, unknown>} [options]
 */
export async function enriched(page, path, options = {}) {
  await open(page, path);
  return page.evaluate((options) => t.enrich(options), options);
}

/**
 * @param {Page} page
 * @returns {Promise<NonNullable<ReturnType<Drive['card']>>>} the open card, once it is there and stands still
 */
export async function cardOpen(page) {
  await page.waitFor(() => t.cards().length > 0, { what: 'an open card', timeout: OPEN_MS });
  let last = '';
  for (;;) {
    const card = await page.evaluate(() => t.card());
    const now = JSON.stringify(card);
    // Before it has faded in, there is nothing to read.
    if (card?.text && now === last) return card;
    last = now;
    await pause(60);
  }
}

/** @param {Page} page */
export async function cardClosed(page) {
  await page.waitFor(() => t.cards().length === 0, { what: 'no card', timeout: OPEN_MS });
}

/**
 * Nothing opens or closes in the time that a card would take.
 * @param {Page} page
 * @param {number} count
 */
export async function staysAt(page, count) {
  for (const end = Date.now() + SETTLED_MS; Date.now() < end; await pause(50)) {
    assert.equal(await page.evaluate(() => t.cards().length), count, 'open cards');
  }
}

/**
 * The card is wholly on the screen, and next to its mark without covering it.
 * @param {Page} page
 * @param {string} selector  the mark
 */
export async function assertWellPlaced(page, selector) {
  const { box, viewport } = await cardOpen(page);
  const at = JSON.stringify({ box, viewport });
  assert.ok(box.left >= 0 && box.top >= 0, `off screen: ${at}`);
  assert.ok(box.right <= viewport.width + 0.5 && box.bottom <= viewport.height + 0.5, `off screen: ${at}`);
  const marks = await page.evaluate(
    (selector) => [...(document.querySelector(selector)?.getClientRects() ?? [])].map((rect) => rect.toJSON()),
    selector,
  );
  assert.ok(marks.length > 0, `no mark at ${selector}`);
  // the largest gap that a reader still takes as "belongs to this word", and the rounding of line boxes
  const [gap, overlap] = [32, 3];
  const near = marks.some((mark) => {
    const dx = Math.max(mark.left - box.right, box.left - mark.right);
    const dy = Math.max(mark.top - box.bottom, box.top - mark.bottom);
    return Math.max(dx, dy) <= gap;
  });
  assert.ok(near, `far from its mark: ${at} ${JSON.stringify(marks)}`);
  for (const mark of marks) {
    const dx = Math.min(mark.right, box.right) - Math.max(mark.left, box.left);
    const dy = Math.min(mark.bottom, box.bottom) - Math.max(mark.top, box.top);
    assert.ok(dx <= overlap || dy <= overlap, `covers its mark: ${at} ${JSON.stringify(mark)}`);
  }
}

/**
 * Opens the sidebar where it is closed.
 * @param {Page} page
 */
export async function openSidebar(page) {
  // while it fades in, neither its tab nor its content is to be seen
  await page.waitFor(() => t.inSidebar('.tab, .terms').some((part) => t.isShown(part)), { what: 'the sidebar' });
  await page.evaluate(() => t.inSidebar('.tab').find((tab) => t.isShown(tab))?.click());
  await page.waitFor(() => t.inSidebar('.terms').some((list) => t.isShown(list)), { what: 'the open sidebar' });
}
