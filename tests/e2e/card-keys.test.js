/** @file The card by keyboard: Enter and Space open it and go in, Tab goes through it, Escape closes it and nothing else. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardClosed, cardOpen, enriched } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */

const plain = { sidebar: false };
const metaverse = 'gloss-term[entry="metaverse"]';

/** @param {Page} page */
const focused = (page) => page.evaluate(() => t.focused());

/** In the page: what of the card has the focus. */
const inCard = () => {
  const at = t.cards()[0]?.shadowRoot?.activeElement;
  return at && (at.getAttribute('data-do') ?? at.localName);
};

for (const key of ['Enter', 'Space']) {
  eachEngine(`${key} opens the card and moves in, Escape closes it and gives the focus back`, async (page) => {
    await enriched(page, 'clean.html', plain);
    await page.press('Tab');
    await page.press(key);
    await cardOpen(page);
    assert.match(await focused(page), /^gloss-card#[\w-]+ div$/, 'the dialog itself: its title and text are then read out');
    assert.equal(await page.evaluate(() => t.cards()[0]?.shadowRoot?.activeElement?.getAttribute('role')), 'dialog');
    assert.equal(await page.evaluate((s) => document.querySelector(s)?.getAttribute('aria-expanded'), metaverse), 'true');
    await page.press('Escape');
    await cardClosed(page);
    assert.equal(await focused(page), 'gloss-term');
    assert.equal(await page.evaluate((s) => document.querySelector(s)?.getAttribute('aria-expanded'), metaverse), 'false');
  });
}

eachEngine('Tab goes through what can be operated, in order, and on to what follows the mark', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.press('Tab');
  await page.press('Enter');
  await cardOpen(page);
  const stops = [];
  for (let stop = 0; stop < 8; stop += 1) {
    await page.press('Tab');
    const at = await page.evaluate(inCard);
    if (!at) break;
    stops.push(at);
  }
  assert.deepEqual(stops, ['copy', 'hide', 'close', 'related', 'a']);
  await cardClosed(page);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('entry')), 'blockchain', 'the next stop behind the mark');
  await page.press('Shift+Tab');
  await page.press('Enter');
  await cardOpen(page);
  await page.press('Shift+Tab');
  await cardClosed(page);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('entry')), 'metaverse', 'backwards, the mark itself');
});

eachEngine('Escape closes the card only: the page hears of the next one', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.evaluate(() => {
    const heard = /** @type {string[]} */ ([]);
    Object.defineProperty(globalThis, 'heard', { value: heard });
    for (const target of [document, document.body]) target.addEventListener('keydown', (event) => event instanceof KeyboardEvent && event.key === 'Escape' && heard.push(target.nodeName));
  });
  const heard = () => page.evaluate(() => /** @type {any} */ (globalThis).heard.join());
  await page.hover(metaverse);
  await cardOpen(page);
  await page.press('Escape');
  await cardClosed(page);
  assert.equal(await heard(), '');
  await page.press('Escape');
  assert.equal(await heard(), 'BODY,#document');
});

eachEngine('copy: term, definition, source; that it worked is told', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (/** @type {string} */ text) => void Object.assign(globalThis, { copied: text }) } });
  });
  await page.click(metaverse);
  await cardOpen(page);
  await page.evaluate(() => /** @type {HTMLElement | null | undefined} */ (t.cards()[0]?.shadowRoot?.querySelector('[data-do="copy"]'))?.click());
  await page.waitFor(() => t.cards()[0]?.shadowRoot?.querySelector('[data-do="copy"]')?.getAttribute('aria-label') === 'Copied', { what: 'that it was copied' });
  assert.equal(
    await page.evaluate(() => /** @type {any} */ (globalThis).copied),
    'Metaverse: A shared virtual world in which people meet, trade and build things.\nExample Encyclopedia\nhttps://example.com/metaverse',
  );
});

eachEngine('related terms open in the same card, with a way back', async (page) => {
  await enriched(page, 'news.html', { ...plain, glossary: '/pages/news.json' });
  await page.click('gloss-term');
  assert.match((await cardOpen(page)).text, /green ammonia/);
  const press = (/** @type {string} */ selector) => /** @type {HTMLElement | null | undefined} */ (t.cards()[0]?.shadowRoot?.querySelector(selector))?.click();
  const title = () => page.evaluate(() => t.cards()[0]?.shadowRoot?.querySelector('[part="title"]')?.textContent);
  await page.evaluate(press, '[part="related"] button');
  assert.equal(await title(), 'electrolyser');
  assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-card').length), 1);
  await page.evaluate(press, '[data-do="back"]');
  assert.equal(await title(), 'green ammonia');
});

eachEngine('an acronym’s card says what it stands for, and what it is called here', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.hover('gloss-term[entry="csrc"]');
  assert.match((await cardOpen(page)).text, /China Securities Regulatory Commission\s+also: CSRC/);
});
