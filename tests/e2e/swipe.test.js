/**
 * @file On a telephone card and sidebar are sheets at the lower edge, and a finger pulls them away: a real one in Chromium, where a window can be a telephone's; in the
 * other engines the page is told of it by events.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachEngine } from '../support/browsers.js';
import { PHONE, noChromium, ownBrowser } from '../support/own-browser.js';
import { cardClosed, cardOpen, enriched, open, openSidebar } from './steps.js';

/** ms between two moves of a finger, and how many moves. The browser is told when each was, so that a busy machine makes no flick slow. */
const SLOW = { pause: 40, moves: 12 };
const QUICK = { pause: 5, moves: 4 };

/** @type {[name: string, pull: (height: number) => number, pace: typeof SLOW, closes: boolean][]} */
const rows = [
  ['pulled down by half of its height', (height) => height / 2, SLOW, true],
  ['a quick flick', () => 60, QUICK, true],
  ['pulled a little, slowly: it springs back', (height) => height / 5, SLOW, false],
  ['pushed up: it stays', () => -120, SLOW, false],
];

describe('a sheet is swiped away by a finger', { skip: noChromium }, () => {
  const inWindow = ownBrowser();
  for (const [name, pull, pace, closes] of rows) {
    test(name, () => inWindow(PHONE, async (page, inside) => {
      await enriched(page, 'clean.html', { sidebar: false });
      await page.tap('gloss-term[entry="metaverse"]');
      const { box } = await cardOpen(page);
      assert.ok(Math.abs(box.bottom - PHONE.viewport.height) < 2, `no sheet: it ends at ${box.bottom}`);
      const touch = await inside.context().newCDPSession(inside);
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
    }));
  }
});

/** CSS px: as narrow as a window of WebKit's gets. */
const NARROW = { width: 460, height: 700 };

for (const [name, pull, pace, closes] of rows) {
  eachEngine(`a sheet, by the events of a finger: ${name}`, async (page) => {
    await page.setViewport(NARROW.width, NARROW.height);
    await open(page, 'clean.html');
    await page.evaluate(async () => {
      (await import('/support/finger.js')).makeCoarse();
      await t.enrich({ sidebar: false });
    });
    await page.tap('gloss-term[entry="metaverse"]');
    const { box } = await cardOpen(page);
    assert.ok(Math.abs(box.bottom - NARROW.height) < 2 && box.right - box.left === NARROW.width, `no sheet: ${JSON.stringify(box)}`);
    const way = pull(box.bottom - box.top);
    const pulled = await page.evaluate(async (x, y, way, pace) => {
      let pulled = false;
      const { swipe } = await import('/support/finger.js');
      await swipe(x, y, way, pace, () => (pulled = t.cards()[0]?.hasAttribute('pulled') ?? false));
      return pulled;
    }, (box.left + box.right) / 2, box.top + 12, way, pace === QUICK ? { ...QUICK, pause: 0 } : pace);
    assert.equal(pulled, way > 0, 'it follows the finger');
    if (closes) await cardClosed(page);
    else {
      await page.waitFor(() => !t.cards()[0]?.hasAttribute('pulled'), { what: 'the sheet back in its place' });
      const { top } = (await cardOpen(page)).box;
      assert.ok(Math.abs(top - box.top) < 1, `it stood at ${box.top}, now at ${top}`);
    }
  });
}

eachEngine('a sheet leaves its mark in sight, all lines of it', async (page) => {
  await page.setViewport(NARROW.width, NARROW.height);
  await open(page, 'clean.html');
  await page.evaluate(async () => {
    document.body.innerHTML = '<main style="padding: 430px 20px 900px"><p style="width: 9em">The blockchain consortium of northern regions goes on.</p></main>';
    (await import('/support/finger.js')).makeCoarse();
    await t.enrich({ sidebar: false, glossary: { entries: [{ term: 'blockchain consortium of northern regions', definition: 'A body of fourteen towns that keep a list together. '.repeat(5) }] } });
  });
  const lines = () => [...(document.querySelector('gloss-term')?.getClientRects() ?? [])].map(({ bottom }) => bottom);
  assert.ok((await page.evaluate(lines)).length > 2, 'the mark is on few lines');
  await page.tap('gloss-term');
  const { box } = await cardOpen(page);
  await page.waitFor((/** @type {number} */ top) => [...(document.querySelector('gloss-term')?.getClientRects() ?? [])].every(({ bottom }) => bottom <= top), { what: 'all lines above the sheet', args: [box.top] });
});

eachEngine('the sidebar: beside the article, an edge tab and a drawer where that has no room, a sheet on a telephone, which is pulled away too', async (page) => {
  const look = () => page.evaluate(() => {
    const box = t.inSidebar('.panel').filter(t.isShown)[0]?.getBoundingClientRect();
    return { mode: document.querySelector('gloss-sidebar')?.getAttribute('mode'), tab: t.inSidebar('.tab').some(t.isShown), box: box && { left: box.left, right: box.right, bottom: box.bottom } };
  });
  await enriched(page, 'news.html', { glossary: '/pages/news.json', sidebar: true });
  await openSidebar(page);
  assert.equal((await look()).mode, 'beside');

  await page.setViewport(800, 700);
  await page.waitFor(() => document.querySelector('gloss-sidebar')?.getAttribute('mode') === 'drawer', { what: 'a drawer' });
  const closed = await look();
  assert.deepEqual([closed.tab, closed.box], [true, undefined], 'closed by itself, with its tab');

  await page.setViewport(NARROW.width, NARROW.height);
  await page.waitFor(() => document.querySelector('gloss-sidebar')?.getAttribute('mode') === 'sheet', { what: 'a sheet' });
  await openSidebar(page);
  // it slides in
  await page.waitFor((/** @type {number} */ height) => t.inSidebar('.panel')[0]?.getBoundingClientRect().bottom === height, { what: 'the sheet at the lower edge', args: [NARROW.height] });
  const { box } = await look();
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  assert.deepEqual(box, { left: 0, right: width, bottom: NARROW.height });
  await page.evaluate(async () => {
    const { swipe } = await import('/support/finger.js');
    const { top, height, left } = /** @type {HTMLElement} */ (t.inSidebar('.handle')[0]).getBoundingClientRect();
    await swipe(left + 30, top + height / 2, 400, { pause: 0, moves: 4 });
  });
  await page.waitFor(() => !t.inSidebar('.panel').some(t.isShown), { what: 'no sheet' });
  assert.ok((await look()).tab);
});
