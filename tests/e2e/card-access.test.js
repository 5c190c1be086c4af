/** @file The card for those who see, move or wait otherwise: large type, narrow windows, wide spacing, no motion, no tooltips of the browser. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachEngine } from '../support/browsers.js';
import { noChromium, ownBrowser } from '../support/own-browser.js';
import { cardOpen, enriched, open } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const entries = [
  { id: 'fuel', term: 'green ammonia', category: 'Fuel and feedstock of the shipping industry', pronunciation: '/ɡriːn/', definition: `A fuel. ${'It is burned, stored and carried. '.repeat(20)}${LONG}`, url: 'https://example.com/', source: `The ${LONG} Handbook`, related: ['gas', 'firm'] },
  { id: 'firm', term: LONG, definition: 'A company.' },
  { id: 'gas', term: 'carbon dioxide', definition: 'A gas.' },
];
const options = { sidebar: false, glossary: { entries } };

/** What WCAG 2.2, 1.4.12 has a reader set. */
const SPACED = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

/** Half of a window of 1280 px: what 200 % makes of it. @type {[name: string, width: number, height: number, css: string, engines?: import('../support/browsers.js').EngineName[]][]} */
const windows = [
  // WebKit's window cannot be narrower than 450 px
  ['320 px wide', 320, 512, '', ['chromium', 'firefox']],
  ['320 px wide, with wider spacing of the text', 320, 512, SPACED, ['chromium', 'firefox']],
  ['at 200 % of a window of 1280 by 900 px', 640, 450, ''],
  ['with wider spacing of the text', 1200, 800, SPACED],
  ['at 200 %, with wider spacing of the text', 640, 450, SPACED],
];

for (const [name, width, height, css, only] of windows) {
  eachEngine(`nothing of the card is cut off, and all of it can be reached: ${name}`, async (page) => {
    await page.setViewport(width, height);
    await enriched(page, 'news.html', options);
    await page.click('gloss-term');
    await cardOpen(page);
    await page.evaluate(async (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      const root = t.cards()[0]?.shadowRoot;
      if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (let i = 0; i < 4; i += 1) await new Promise((next) => requestAnimationFrame(next));
    }, css);
    const { viewport } = await cardOpen(page);
    // the card itself: what it scrolls is longer
    const box = await page.evaluate(() => /** @type {Element} */ (t.cards()[0]?.shadowRoot?.querySelector('.card')).getBoundingClientRect().toJSON());
    assert.ok(box.left >= 0 && box.top >= 0 && box.right <= viewport.width && box.bottom <= viewport.height, JSON.stringify({ box, viewport }));
    const cut = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (t.cards()[0]?.shadowRoot);
      const card = /** @type {HTMLElement} */ (root.querySelector('.card'));
      const scrollers = [card, ...root.querySelectorAll('.body')].filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowY));
      const wide = [card, ...scrollers].filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => `${part.className} is wider than itself`);
      const { left, right } = card.getBoundingClientRect();
      const parts = [...root.querySelectorAll('.title, .also, .chip, .definition, .pill, .source a, .place, .icon-button')].filter(t.isShown);
      const out = parts.filter((part) => part.getBoundingClientRect().left < left - 1 || part.getBoundingClientRect().right > right + 1).map((part) => `${part.className}: ${part.textContent}`);
      const hidden = scrollers.length || card.scrollHeight <= card.clientHeight + 1 ? [] : ['what is below the edge cannot be scrolled to'];
      return [...wide, ...out, ...hidden];
    });
    assert.deepEqual(cut, []);
    const small = await page.evaluate(() => [...(t.cards()[0]?.shadowRoot?.querySelectorAll('button, a') ?? [])].filter(t.isShown).map((part) => part.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24).length);
    assert.equal(small, 0, 'targets are 24 px at least');
  }, only && { only });
}

eachEngine('`title` says nothing that is not said otherwise, and marks have none', async (page) => {
  await enriched(page, 'news.html', options);
  await page.click('gloss-term');
  await cardOpen(page);
  const titles = await page.evaluate(() => [...document.querySelectorAll('gloss-term, gloss-card, gloss-sidebar')].flatMap((host) => [host, ...(host.shadowRoot?.querySelectorAll('[title]') ?? [])])
    .filter((element) => element.hasAttribute('title')).map((element) => [element.localName, element.getAttribute('title') === element.getAttribute('aria-label')]));
  assert.ok(titles.length > 0);
  assert.deepEqual(titles.filter(([name, isSaid]) => name === 'gloss-term' || !isSaid), []);
});

/** CSS px: what a finger hits without aiming; WCAG 2.5.8 asks for 24. */
const FINGER = 35;

/** ms: longer would be waited for. */
const SHORT = 250;

eachEngine('motion is short, from the mark; with *reduce motion* there is none, in card and sidebar', async (page) => {
  await open(page, 'news.html');
  await page.evaluate((options) => t.enrich({ ...options, sidebar: { open: true } }), { ...options });
  await page.click('gloss-term');
  await cardOpen(page);
  // its contents come with styles of their own
  await page.waitFor(() => t.inSidebar('.terms').some(t.isShown), { what: 'the sidebar' });
  const motions = () => [t.cards()[0], document.querySelector('gloss-sidebar')].map((host) => {
    // What is not shown does not move, and WebKit keeps the style it had.
    const parts = [...(host?.shadowRoot?.querySelectorAll('*') ?? [])].filter((part) => part.checkVisibility());
    const times = parts.flatMap((part) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(part);
      return [transitionDuration, animationName === 'none' ? '0s' : animationDuration].flatMap((list) => list.split(', ')).map((time) => parseFloat(time) * 1000);
    });
    return Math.max(...times);
  });
  const [card = 0, sidebar = 0] = await page.evaluate(motions);
  assert.ok(card > 0 && card <= SHORT && sidebar > 0 && sidebar <= SHORT, `${card} ms, ${sidebar} ms`);
  const origin = await page.evaluate(() => {
    const [panel, mark] = [t.cards()[0]?.shadowRoot?.querySelector('.card'), document.querySelector('gloss-term')].map((element) => /** @type {Element} */ (element));
    const [x = 0, y = 0] = getComputedStyle(/** @type {Element} */ (panel)).transformOrigin.split(' ').map(parseFloat);
    const [box, at] = [panel, mark].map((element) => /** @type {Element} */ (element).getBoundingClientRect());
    return box && at && { dx: box.left + x - (at.left + at.width / 2), dy: Math.min(Math.abs(box.top + y - at.bottom), Math.abs(box.top + y - at.top)) };
  });
  assert.ok(origin && Math.abs(origin.dx) < 2 && origin.dy < 12, `it comes from ${JSON.stringify(origin)} beside the mark`);
  // Not all drivers can set the preference: the rules for it are put last, where they stand.
  await page.evaluate(() => {
    for (const root of [t.cards()[0]?.shadowRoot, document.querySelector('gloss-sidebar')?.shadowRoot]) {
      const rules = [...(root?.adoptedStyleSheets ?? [])].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-reduced-motion'));
      if (!root || !rules.length) throw new Error('there are no such rules');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules.flatMap((rule) => [.../** @type {CSSMediaRule} */ (rule).cssRules]).map(({ cssText }) => cssText).join('\n'));
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  });
  assert.deepEqual(await page.evaluate(motions), [0, 0]);
  await page.evaluate(() => t.inSidebar('button.close')[0]?.click());
  await page.waitFor(() => t.inSidebar('.tab').some(t.isShown), { what: 'the tab of the closed sidebar' });
  assert.equal((await page.evaluate(motions))[1], 0);
});

eachEngine('with *reduce motion* set, the browser itself applies these rules', async (page) => {
  await page.emulate({ reducedMotion: 'reduce' });
  await enriched(page, 'news.html', options);
  await page.click('gloss-term');
  await cardOpen(page);
  assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (t.cards()[0]?.shadowRoot?.querySelector('.card'))).transitionDuration), '0s');
  // the other drivers cannot set it
}, { only: ['chromium'] });

describe('as a reader has set the system', { skip: noChromium }, () => {
  const inWindow = ownBrowser();

  test('with more contrast, lines and small print have the colour of the text', () => inWindow({ contrast: 'more' }, async (page) => {
    await enriched(page, 'news.html', { ...options, sidebar: { open: true } });
    await page.click('gloss-term');
    await cardOpen(page);
    const colours = await page.evaluate(() => {
      const mark = getComputedStyle(/** @type {Element} */ (document.querySelector('gloss-term')));
      const card = /** @type {ShadowRoot} */ (t.cards()[0]?.shadowRoot);
      const of = (/** @type {string} */ selector) => getComputedStyle(/** @type {Element} */ (card.querySelector(selector)));
      return [mark.textDecorationColor === mark.color, of('.chip').color === of('.card').color, of('.card').borderTopColor === of('.card').color];
    });
    assert.deepEqual(colours, [true, true, true]);
  }));

  test('on a tablet the card is at its mark, and its buttons are large enough for fingers', () => inWindow({ viewport: { width: 820, height: 1000 }, hasTouch: true, isMobile: true }, async (page) => {
    await enriched(page, 'news.html', options);
    await page.tap('gloss-term');
    await cardOpen(page);
    const { isSheet, sizes } = await page.evaluate(() => {
      const [card] = t.cards();
      const buttons = [...(card?.shadowRoot?.querySelectorAll('button') ?? [])].filter(t.isShown).map((button) => button.getBoundingClientRect());
      return { isSheet: card?.hasAttribute('sheet'), sizes: buttons.map(({ width, height }) => Math.min(width, height)) };
    });
    assert.equal(isSheet, false);
    assert.ok(sizes.length > 4 && sizes.every((size) => size >= FINGER), sizes.join());
  }));
});
