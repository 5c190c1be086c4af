/** @file On a telephone the card is a sheet at the lower edge, and a finger pulls it away. Chromium only: the other engines' drivers have no fingers. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { engines } from '../support/browsers.js';
import { Page } from '../support/page.js';
import { driver, launchOptions } from '../support/playwright.js';
import { startServer } from '../support/server.js';
import { cardClosed, cardOpen, enriched } from './steps.js';

const PHONE = { viewport: { width: 390, height: 700 }, hasTouch: true };
const skip = (!engines.includes('chromium') || launchOptions('chromium') === undefined) && 'chromium is not tested here';
/** ms between two moves of a finger, and how many moves. The browser is told when each was, so that a busy machine makes no flick slow. */
const SLOW = { pause: 40, moves: 12 };
const QUICK = { pause: 5, moves: 4 };

describe('a sheet is swiped away', { skip }, () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('../support/server.js').TestServer} */
  let server;
  before(async () => {
    browser = await chromium.launch(launchOptions('chromium'));
    server = await startServer();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** @type {[name: string, pull: (height: number) => number, pace: typeof SLOW, closes: boolean][]} */
  const rows = [
    ['pulled down by half of its height', (height) => height / 2, SLOW, true],
    ['a quick flick', () => 60, QUICK, true],
    ['pulled a little, slowly: it springs back', (height) => height / 5, SLOW, false],
    ['pushed up: it stays', () => -120, SLOW, false],
  ];
  for (const [name, pull, pace, closes] of rows) {
    test(name, async () => {
      const context = await browser.newContext(PHONE);
      const inside = await context.newPage();
      const page = new Page(await driver(inside, 'chromium', true), server.origin);
      await enriched(page, 'clean.html', { sidebar: false });
      await page.tap('gloss-term[entry="metaverse"]');
      const { box } = await cardOpen(page);
      assert.ok(Math.abs(box.bottom - PHONE.viewport.height) < 2, `no sheet: it ends at ${box.bottom}`);
      const touch = await context.newCDPSession(inside);
      const x = (box.left + box.right) / 2;
      const y = box.top + 12;
      let now = Date.now();
      /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {number} [at] */
      const send = (type, at) => {
        now += pace.pause;
        return touch.send('Input.dispatchTouchEvent', { type, timestamp: now / 1000, touchPoints: at === undefined ? [] : [{ x, y: at }] });
      };
      await send('touchStart', y);
      const way = pull(box.bottom - box.top);
      for (let move = 1; move <= pace.moves; move += 1) await send('touchMove', y + (way * move) / pace.moves);
      const pulled = await page.evaluate(() => t.cards()[0]?.hasAttribute('pulled') ?? false);
      assert.equal(pulled, way > 0, 'it follows the finger');
      await send('touchEnd');
      if (closes) await cardClosed(page);
      else {
        await page.waitFor(() => !t.cards()[0]?.hasAttribute('pulled'), { what: 'the sheet back in its place' });
        const { top } = (await cardOpen(page)).box;
        assert.ok(Math.abs(top - box.top) < 1, `it stood at ${box.top}, now at ${top}`);
      }
      assert.deepEqual(await page.consoleErrors(), []);
      await context.close();
    });
  }
});
