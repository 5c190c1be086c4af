/** @file When the card opens and closes, to the millisecond: the page's clock stands still and is told how much time goes by. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { enriched } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */

const plain = { sidebar: false };
const metaverse = 'gloss-term[entry="metaverse"]';
const blockchain = 'gloss-term[entry="blockchain"]';
const csrc = 'gloss-term[entry="csrc"]';
const nowhere = { x: 1100, y: 780 };

/** `OPEN_DELAY` and `CLOSE_DELAY` of `triggers.js`, and longer than both together. */
const [OPEN, CLOSE, LONG] = [300, 300, 2000];

/** @param {Page} page @returns {Promise<string | null>} the entry whose card is open */
const shown = (page) =>
  page.evaluate(() => (document.querySelector('gloss-card[open]') ? (document.querySelector('gloss-term[open]')?.getAttribute('entry') ?? '?') : null));

/** @param {Page} page @param {string | {x: number, y: number}} target */
const opened = async (page, target) => {
  await page.hover(target);
  await page.runClock(OPEN);
};

/** @param {Page} page @param {string} selector @returns {Promise<DOMRect>} */
const boxOf = (page, selector) => page.evaluate((selector) => /** @type {Element} */ (document.querySelector(selector)).getBoundingClientRect().toJSON(), selector);

/** What is done, in steps; and the entry whose card is open after each. @type {Record<string, (page: Page, says: (entry: string | null, why: string) => Promise<void>) => Promise<void>>} */
const rows = {
  async 'opens 300 ms after the pointer came to rest, and not a millisecond before'(page, says) {
    await page.hover(metaverse);
    await page.runClock(OPEN - 1);
    await says(null, 'a millisecond before');
    await page.runClock(1);
    await says('metaverse', 'then');
  },
  async 'a pointer that is still on its way along the mark starts the delay again, a hand that trembles does not'(page, says) {
    const { left, top, height } = await boxOf(page, metaverse);
    const y = top + height / 2;
    await page.move({ x: left + 10, y });
    await page.runClock(OPEN - 50);
    await page.move({ x: left + 30, y });
    await page.runClock(OPEN - 50);
    await says(null, 'it moved on');
    await page.move({ x: left + 32, y: y + 1 });
    await page.runClock(50);
    await says('metaverse', 'it trembled');
  },
  async 'a pointer that passes opens nothing, however long one waits'(page, says) {
    await page.hover(metaverse);
    await page.runClock(OPEN - 1);
    await page.move(nowhere);
    await page.runClock(LONG);
    await says(null, 'it went on');
  },
  async 'closes 300 ms after the pointer left'(page, says) {
    await opened(page, metaverse);
    await page.move(nowhere);
    await page.runClock(CLOSE - 1);
    await says('metaverse', 'a millisecond before');
    await page.runClock(1);
    await says(null, 'then');
  },
  async 'who comes back in time finds it open, and it stays'(page, says) {
    await opened(page, metaverse);
    await page.move(nowhere);
    await page.runClock(CLOSE - 1);
    await page.hover(metaverse);
    await page.runClock(LONG);
    await says('metaverse', 'back on the mark');
  },
  async 'leaving goes on counting while the pointer moves about elsewhere'(page, says) {
    await opened(page, metaverse);
    await page.move(nowhere);
    await page.runClock(CLOSE - 1);
    await page.move({ x: nowhere.x - 40, y: nowhere.y });
    await page.runClock(1);
    await says(null, 'every move is not a new start');
  },
  async 'while one is open its neighbour opens in no time'(page, says) {
    await opened(page, blockchain);
    await says('blockchain', 'the first');
    await page.hover(csrc);
    await says('csrc', 'no time went by');
    await page.move(nowhere);
    await page.runClock(CLOSE);
    await says(null, 'closed');
    await page.hover(blockchain);
    await page.runClock(OPEN - 1);
    await says(null, 'none is open: it waits again');
    await page.runClock(1);
    await says('blockchain', 'then');
  },
  async 'the keyboard’s focus waits as the pointer does'(page, says) {
    await page.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('entry')), 'metaverse');
    await page.runClock(OPEN - 1);
    await says(null, 'a millisecond before');
    await page.runClock(1);
    await says('metaverse', 'then');
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'gloss-term', 'a quick look: the focus stays');
  },
  async 'pinned by a click it stays when the pointer leaves'(page, says) {
    await page.click(metaverse);
    await says('metaverse', 'at once');
    await page.move(nowhere);
    await page.runClock(LONG);
    await says('metaverse', 'long after');
  },
  async 'text that comes under a still pointer by scrolling opens nothing'(page, says) {
    const { left, top, height } = await boxOf(page, blockchain);
    await page.evaluate(() => void (document.body.style.paddingBottom = '200vh'));
    await page.move({ x: left + 10, y: top + height / 2 - 100 });
    await page.evaluate(() => scrollTo({ top: 100, behavior: 'instant' }));

    await page.runClock(LONG);
    await says(null, 'nobody moved');
    // Some browsers look what has come under the pointer with the next frame, and tell of it before they tell of the move.
    await page.move({ x: left + 14, y: top + height / 2 - 100 });
    await page.move({ x: left + 16, y: top + height / 2 - 100 });
    await page.runClock(OPEN);
    await says('blockchain', 'a move');
  },
  async 'a scroll while the pointer rests calls it off'(page, says) {
    await page.evaluate(() => void (document.body.style.paddingBottom = '200vh'));
    await page.hover(blockchain);
    await page.runClock(OPEN - 1);
    await page.evaluate(() => new Promise((done) => {
      addEventListener('scroll', () => done(0), { once: true });
      scrollTo({ top: 4, behavior: 'instant' });
    }));
    await page.runClock(LONG);
    await says(null, 'the text moved on');
  },
};

for (const [name, row] of Object.entries(rows)) {
  eachEngine(name, async (page) => {
    await enriched(page, 'clean.html', plain);
    await page.stopClock();
    await row(page, async (entry, why) => assert.equal(await shown(page), entry, why));
  }, { clock: true });
}

eachEngine('`openDelay` and `closeDelay` are a site’s own', async (page) => {
  await enriched(page, 'clean.html', { ...plain, tooltip: { openDelay: 1000, closeDelay: 50 } });
  await page.stopClock();
  await page.hover(metaverse);
  await page.runClock(999);
  assert.equal(await shown(page), null);
  await page.runClock(1);
  assert.equal(await shown(page), 'metaverse');
  await page.move(nowhere);
  await page.runClock(49);
  assert.equal(await shown(page), 'metaverse');
  await page.runClock(1);
  assert.equal(await shown(page), null);
}, { clock: true });
