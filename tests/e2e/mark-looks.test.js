/** @file What a mark looks like, and that it is nothing but a line: no letter moves. Where the page is dark, by its own colours. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardClosed, cardOpen, enriched, open, openSidebar } from './steps.js';

/** In the page: where every letter of the paragraphs is. */
const letters = () => [...document.querySelectorAll('p')].flatMap((p) => {
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  const boxes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      boxes.push([x, y, width, height].map((n) => n.toFixed(2)).join(' '));
    }
  }
  return boxes;
});

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`no letter moves (${rendering})`, async (page) => {
    await open(page, 'clean.html');
    const before = await page.evaluate(letters);
    await page.evaluate((rendering) => t.enrich({ rendering, sidebar: false }), rendering);
    const after = await page.evaluate(letters);
    const moved = after.map((box, at) => [before[at], box]).filter(([from, to]) => from !== to);
    // A word in an element of its own is shaped by itself: half a pixel between two letters is what fonts differ by. WebKit gives the width of a letter in the midst of a text in whole pixels.
    const far = moved.filter(([from, to]) => String(from).split(' ').some((n, i) => Math.abs(Number(n) - Number(String(to).split(' ')[i])) > (i === 2 ? 1 : 0.5)));
    assert.equal(after.length, before.length);
    assert.deepEqual(far, []);
  });
}

eachEngine('a dotted line in the text’s own colour, and nothing else', async (page) => {
  await enriched(page, 'clean.html', { sidebar: false });
  const differing = await page.evaluate(() => {
    const mark = /** @type {Element} */ (document.querySelector('gloss-term'));
    const span = document.createElement('span');
    mark.parentElement?.append(span);
    const [ours, plain] = [getComputedStyle(mark), getComputedStyle(span)];
    const names = [...ours].filter((name) => ours.getPropertyValue(name) !== plain.getPropertyValue(name)).map((name) => name.replace(/^-(webkit|moz)-/, ''));
    span.remove();
    return { names, style: ours.textDecorationStyle, line: ours.textDecorationLine, color: ours.textDecorationColor };
  });
  // Sizes are used values of the box, and the rest is where the pointer is.
  const expected = /^(text-decoration|text-underline|cursor|border(-\w+)*-radius|tap-highlight-color|(inline|block)-size|width|height|perspective-origin|transform-origin)/;
  assert.deepEqual(differing.names.filter((name) => !expected.test(name)), []);
  assert.deepEqual([differing.style, differing.line], ['dotted', 'underline']);
  // black at 62 %
  assert.match(differing.color, /0?\.62\)$/);
});

/** ms: what comes sooner is the second half of a double click, which selects a word (WebKit's driver counts it as one, the others do not). */
const DOUBLE_CLICK = 600;

eachEngine('a ring where the keyboard is, and none for a click', async (page) => {
  await enriched(page, 'clean.html', { sidebar: false });
  const ring = () => {
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(/** @type {Element} */ (document.querySelector('gloss-term')));
    return outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineOffset}`;
  };
  assert.equal(await page.evaluate(ring), 'none');
  await page.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'gloss-term');
  assert.equal(await page.evaluate(ring), 'solid 2px 2px');

  await enriched(page, 'clean.html', { sidebar: false });
  await page.click('gloss-term');
  await cardOpen(page);
  await page.press('Escape');
  await cardClosed(page);
  await page.click('#two');
  await page.click('gloss-term');
  await cardOpen(page);
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), DOUBLE_CLICK);
  await page.click('gloss-term');
  await cardClosed(page);
  assert.equal(await page.evaluate(ring), 'none', 'after a click');
});

/** @type {[name: string, css: string, theme: 'light' | 'dark'][]} */
const pages = [
  ['white by default', '', 'light'],
  ['dark by its body', 'body { background: #14171c; color: #ddd }', 'dark'],
  ['a dark article on a white page', 'article { background: rgb(20 20 20); color: white }', 'dark'],
  ['a light article on a dark page', 'body { background: black } article { background: #fffdf5; color: #222 }', 'light'],
  ['dark by color-scheme alone', ':root { color-scheme: dark }', 'dark'],
];

for (const [name, css, theme] of pages) {
  eachEngine(`card and sidebar are as the page is, not as the system: ${name}`, async (page) => {
    await open(page, 'clean.html');
    await page.evaluate(async (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      await t.enrich({ scope: 'article', sidebar: { open: true } });
    }, css);
    await openSidebar(page);
    await page.hover('gloss-term');
    await cardOpen(page);
    assert.deepEqual(
      await page.evaluate(() => ['gloss-card', 'gloss-sidebar'].map((name) => document.querySelector(name)?.getAttribute('theme'))),
      [theme, theme],
    );
    await page.press('Escape');
    await cardClosed(page);
  });
}
