/** @file The card stays at its mark: held there by CSS where the browser can, by measuring where not; and on a page that is pinched larger. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { assertWellPlaced, cardOpen, enriched, open } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */

const plain = { sidebar: false };
const metaverse = 'gloss-term[entry="metaverse"]';

/** In the page: how the card is held. */
const heldBy = () => {
  const { style } = /** @type {HTMLElement} */ (t.cards()[0]);
  return ['x', 'y'].map((axis) => (style.getPropertyValue(`--_${axis}`).includes('anchor(') ? 'css' : 'measured'));
};

eachEngine('it scrolls with its mark without a script', async (page) => {
  await enriched(page, 'places.html', plain);
  await page.evaluate(() => void (document.body.style.paddingBottom = '200vh'));
  await page.hover('#far gloss-term');
  await cardOpen(page);
  assert.deepEqual(await page.evaluate(heldBy), ['css', 'css']);
  const distances = await page.evaluate(async () => {
    const measure = () => {
      const [card, mark] = [t.cards()[0]?.shadowRoot?.querySelector('.card'), document.querySelector('#far gloss-term')].map((element) => element?.getBoundingClientRect());
      return card && mark && [Math.round(card.x - mark.x), Math.round(card.y - mark.y), Math.round(mark.y)];
    };
    const before = measure();
    const { requestAnimationFrame } = globalThis;
    globalThis.requestAnimationFrame = () => 1; // it never comes
    scrollBy({ top: 90, behavior: 'instant' });
    // not in the same turn: the browser itself moves it as it draws
    await new Promise((next) => setTimeout(next, 200));
    const after = measure();
    globalThis.requestAnimationFrame = requestAnimationFrame;
    return [before, after];
  });
  const [before, after] = /** @type {number[][]} */ (distances);
  assert.equal(after?.[2], Number(before?.[2]) - 90, 'the mark has moved');
  assert.deepEqual(after?.slice(0, 2), before?.slice(0, 2), 'and the card with it');
});

/** @type {[name: string, path: string, mark: string, how: 'css' | 'measured' | 'either', prepare?: () => void][]} */
const rows = [
  ['a mark in a paragraph', 'clean.html', metaverse, 'css'],
  ['a mark over two lines', 'nested.html', '#wrapped gloss-term', 'css'],
  ['in a scroller', 'nested.html', '#scrolled gloss-term', 'css'],
  ['right to left', 'rtl.html', metaverse, 'css'],
  // Anchors are where transformed boxes stood before, but for the newest browsers.
  ['in a transformed parent', 'nested.html', '#transformed gloss-term', 'either'],
  ['the browser knows no anchors', 'clean.html', metaverse, 'measured', () => void (CSS.supports = () => false)],
  // Then the card stands where its element does, which is measured.
  ['the name of the anchor is taken away', 'clean.html', metaverse, 'either', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('main gloss-term.x, main gloss-term[open] { anchor-name: none !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }],
];

/** In the page: how far the element `<gloss-card>` is from what is seen of it, at most. */
const hostIsOff = () => {
  const [host, card] = [t.cards()[0], t.cards()[0]?.shadowRoot?.querySelector('.card')].map((element) => element?.getBoundingClientRect());
  return host && card ? Math.max(...['x', 'y', 'width', 'height'].map((key) => Math.abs(Number(host[/** @type {'x'} */ (key)]) - Number(card[/** @type {'x'} */ (key)])))) : NaN;
};

for (const [name, path, mark, how, prepare] of rows) {
  eachEngine(`where the card is put, and by whom: ${name}`, async (page) => {
    await enriched(page, path, { ...plain, occurrences: 'all' });
    if (prepare) await page.evaluate(prepare);
    await page.hover(mark);
    await assertWellPlaced(page, mark);
    const off = await page.evaluate(hostIsOff);
    assert.ok(off < 2, `the element is not where its card is, by ${off} px`);
    const held = await page.evaluate(heldBy);
    if (how !== 'either') assert.deepEqual(held, [how, how]);
  });
}

eachEngine('a painted mark is no element: measured', async (page) => {
  await enriched(page, 'clean.html', { ...plain, rendering: 'highlights' });
  const point = await page.evaluate(() => t.middleOf('#one', 'Metaverse'));
  await page.hover(point);
  const { box } = await cardOpen(page);
  assert.ok(Math.min(Math.abs(box.bottom - point.y), Math.abs(box.top - point.y)) < 40, JSON.stringify({ box, point }));
  assert.deepEqual(await page.evaluate(heldBy), ['measured', 'measured']);
});

/** @param {Page} page */
const seenAndCard = (page) => page.evaluate(() => {
  const { offsetLeft: left, offsetTop: top, width, height } = /** @type {VisualViewport} */ (visualViewport);
  const card = t.cards()[0]?.shadowRoot?.querySelector('.card')?.getBoundingClientRect();
  return { seen: { left, top, right: left + width, bottom: top + height }, card: card && { left: card.left, top: card.top, right: card.right, bottom: card.bottom } };
});

/** @param {Awaited<ReturnType<typeof seenAndCard>>} what */
function assertSeen({ seen, card }) {
  const at = JSON.stringify({ seen, card });
  assert.ok(card, at);
  assert.ok(card.left >= seen.left - 0.5 && card.top >= seen.top - 0.5 && card.right <= seen.right + 0.5 && card.bottom <= seen.bottom + 0.5, `not all of it is seen: ${at}`);
}

/** At 400 % 200 px of the page are seen: rather than squeeze the card further, it may cover its mark (`MIN_HEIGHT` of placement.js). @type {[number, boolean][]} */
const scales = [[1.5, true], [2, true], [4, false]];

for (const [scale, isBeside] of scales) {
  eachEngine(`pinched to ${scale * 100} %: the card is in what is seen, no wider${isBeside ? ', and beside its mark' : ''}`, async (page) => {
    await enriched(page, 'clean.html', plain);
    // By a click: the pointer then may be anywhere.
    await page.pinch(scale, { x: 0, y: 0 });
    await page.evaluate((selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click(), metaverse);
    await cardOpen(page);
    assertSeen(await seenAndCard(page));
    const [mark, { card }] = [await page.evaluate((s) => /** @type {Element} */ (document.querySelector(s)).getBoundingClientRect().toJSON(), metaverse), await seenAndCard(page)];
    if (isBeside) assert.ok(card && (card.top >= mark.bottom || card.bottom <= mark.top), 'over its mark');
  });
}

eachEngine('pinched while the card is open: it follows', async (page) => {
  await enriched(page, 'edges.html', { ...plain, occurrences: 'all' });
  await page.click('#top-left gloss-term');
  await cardOpen(page);
  await page.pinch(2.5, { x: 0, y: 0 });
  // A visual viewport that is not the browser's own says nothing; the window's resize is the same to the card.
  await page.evaluate(() => void dispatchEvent(new Event('resize')));
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
  await cardOpen(page);
  assertSeen(await seenAndCard(page));
});

eachEngine('a sheet on a page that is pinched is at the lower edge of what is seen', async (page) => {
  await page.setViewport(460, 700);
  await open(page, 'clean.html');
  await page.evaluate(async (options) => {
    (await import('/support/finger.js')).makeCoarse();
    await t.enrich(options);
  }, plain);
  await page.pinch(2, { x: 0, y: 0 });
  await page.evaluate((selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click(), metaverse);
  await page.waitFor(() => t.cards()[0]?.hasAttribute('sheet'), { what: 'a sheet' });
  await cardOpen(page);
  const what = await seenAndCard(page);
  assertSeen(what);
  assert.ok((await page.evaluate(hostIsOff)) < 2, 'the element is not where its sheet is');
  assert.ok(Math.abs((what.card?.bottom ?? 0) - what.seen.bottom) < 2, JSON.stringify(what));
});
