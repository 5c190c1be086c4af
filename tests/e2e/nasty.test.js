/** @file A page whose rules would make anything of an element more: nothing moves, not a pixel of a letter is another one, and the page is as it was afterwards. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { compare, decode } from '../support/png.js';
import { open } from './steps.js';

/** Sections of the page where a mark would be a neighbour, or an item of its own. */
const NEIGHBOURS = ['flex', 'grid', 'inline-flex', 'first', 'last', 'only', 'nth', 'beside', 'has'];

/** CSS px: engines place each piece of a line on a grid of 1/64 or 1/60, so a word may be off by one such step for each end of a mark before it. */
const GRID = 0.25;

/** Of 255: what such a step makes of the edge of a letter. A letter that has moved by a pixel is off by 200. */
const EDGE = 80;

/** The page makes underlines transparent, so that pictures can be compared. @param {import('../support/page.js').Page} page */
const tall = async (page) => {
  await open(page, 'nasty.html');
  await page.setViewport(1200, 2000);
};

/** Runs in the page. @param {object} options */
async function enrichAndCompare(options) {
  const boxes = () =>
    [...document.querySelectorAll('section, p, b, em')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { name: `${element.closest('section')?.id} ${element.localName}`, box: [x, y, width, height] };
    });
  const state = () => [document.body.innerText, document.documentElement.outerHTML];
  t.remember();
  const before = [boxes(), ...state()];
  const { marks } = await t.enrich({ scope: 'main', occurrences: 'all', sidebar: false, ...options });
  const during = [boxes(), ...state()];
  const off = /** @type {ReturnType<typeof boxes>} */ (during[0]).flatMap(({ name, box }, i) => {
    const other = /** @type {ReturnType<typeof boxes>} */ (before[0])[i];
    return box.map((value, side) => [name, value - Number(other?.box[side])]);
  });
  return { marks: marks.length, elements: t.drawn().length, off, isSameText: during[1] === before[1] };
}

/** @type {{name: string, options: object, without: string[], isDrawn: boolean}[]} */
const CASES = [
  { name: 'the page decides, and paints them', options: {}, without: [], isDrawn: false },
  { name: 'the page decides, and wraps them where no neighbour minds', options: {}, without: NEIGHBOURS, isDrawn: true },
  { name: 'highlights', options: { rendering: 'highlights' }, without: [], isDrawn: false },
  { name: 'elements, which tear no flex box or grid apart', options: { rendering: 'elements' }, without: ['first', 'last', 'only', 'nth', 'beside', 'has'], isDrawn: true },
];

for (const { name, options, without, isDrawn } of CASES) {
  eachEngine(`nasty rules: nothing moves, and nothing is left (${name})`, async (page, engine) => {
    await tall(page);
    await page.evaluate((ids) => ids.forEach((id) => document.getElementById(id)?.remove()), without);
    const isPictured = engine === 'chromium';
    // Text as a mask has its underline too, whatever its colour.
    if (isPictured) await page.evaluate(() => document.getElementById('clip')?.remove());
    const before = isPictured ? decode(await page.screenshot()) : null;
    if (isPictured) {
      await page.evaluate(() => {
        Object.assign(globalThis, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const { value, sources } of /** @type {any[]} */ (list.getEntries())) {
            // Chromium goes by where the leftmost piece of a text node is. In a line with words of both directions that is its end, and another one when it is cut; the
            // boxes and the picture tell that nothing has moved.
            if (!sources.every((/** @type {any} */ { node }) => node?.parentElement?.closest('#rtl'))) /** @type {any} */ (globalThis).shift += value;
          }
        }).observe({ type: 'layout-shift' });
      });
    }
    const outcome = await page.evaluate(enrichAndCompare, options);
    if (before) {
      const during = decode(await page.screenshot());
      assert.equal(compare(before, during, EDGE).count, 0, 'pixels');
      assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).shift), 0, 'layout shift');
    }
    assert.ok(outcome.marks > 60, `${outcome.marks} marks`);
    assert.equal(outcome.elements > 0, isDrawn);
    assert.deepEqual(outcome.off.filter(([, by]) => Math.abs(Number(by)) > GRID), []);
    assert.ok(outcome.isSameText, 'innerText');
    assert.deepEqual(await page.evaluate(() => (t.current().destroy(), t.changes())), {});
  });
}

/** Paragraphs before the one that minds: more than are drawn in one slice, or looked at at once. */
const BEFORE = 2_000;

/** How many elements are asked for their style when the paragraphs before are all alike. */
const FEW = 100;

/** @type {[name: string, last: string, isPainted: boolean][]} */
const LATE = [
  ['none minds', '<p class="last">The blockchain, an <em>item</em> and a <b>word</b></p>', false],
  ['the first child', '<p class="last">The blockchain and a <b>word</b></p>', true],
  ['the one beside', '<p class="last"><i>A</i> <b>word</b> about the blockchain <em>in the end</em></p>', true],
  ['the parent', '<p class="last">The blockchain, without an element</p>', true],
];

for (const [name, last, isPainted, isSlow] of [...LATE.map((row) => /** @type {const} */ ([...row, false])), ...LATE.map((row) => /** @type {const} */ ([...row, true]))]) {
  eachEngine(`a neighbour far down the page is noticed as well (${name}${isSlow ? ', with a rest after each few marks' : ''})`, async (page) => {
    await open(page, 'clean.html');
    const before = isSlow ? BEFORE / 20 : BEFORE;
    const outcome = await page.evaluate(async (last, count, isSlow) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.last b:first-child { font-size: 150% } .last b + em { margin-left: 2em } .last:not(:has(*)) { padding-left: 3em }');
      document.adoptedStyleSheets = [sheet];
      document.body.innerHTML = `<article>${`<p>A paragraph on the blockchain, with <a href="/x">a link</a> and <em>stress</em>.</p>`.repeat(count)}${last}</article>`;
      t.remember();
      const place = () => JSON.stringify([...document.querySelectorAll('.last, .last *')].filter(({ localName }) => localName !== 'gloss-term').map((element) => element.getBoundingClientRect().width));
      const before = place();
      const { getComputedStyle } = globalThis;
      let asked = 0;
      globalThis.getComputedStyle = (element, pseudo) => {
        if (!pseudo && element.matches('article > p:not(.last) > *')) asked += 1;
        return getComputedStyle(element, pseudo);
      };
      const now = performance.now.bind(performance);
      let late = 0;
      // Each look at the clock takes longer than a slice may.
      if (isSlow) performance.now = () => now() + (late += 20);
      const { marks } = await t.enrich({ scope: 'article', occurrences: 'all', maxMarks: 1e6, sidebar: false });
      performance.now = now;
      globalThis.getComputedStyle = getComputedStyle;
      const drawn = t.drawn().length;
      const isSame = place() === before;
      t.current().destroy();
      document.adoptedStyleSheets = [sheet];
      return { marks: marks.length, drawn, isSame, asked, changes: t.changes() };
    }, last, before, isSlow);
    assert.equal(outcome.marks, before + 1);
    assert.equal(outcome.drawn, isPainted ? 0 : before + 1);
    assert.ok(outcome.isSame, 'the last paragraph is where it was');
    // After a rest those that wait for their marks are asked again.
    assert.ok(isSlow || outcome.asked < FEW, `${outcome.asked} neighbours that are all alike were asked`);
    assert.deepEqual(outcome.changes, {});
  });
}

const LINE = 'The blockchain of the CSRC and the metaverse, all of it.';

/** Rules that take an element more for another one, or another look of neighbours than `nasty.html` has. @type {[name: string, css: string, html: string, isPainted: boolean][]} */
const RULES = [
  ['text in a flex box, in an element without a box', 'main { display: flex; gap: 30px } span { display: contents }', `<span>${LINE}</span>`, true],
  ['text in a grid, in elements without a box', 'main { display: grid; grid-template-columns: 1fr 1fr } i, b { display: contents }', `<i><b>${LINE}</b></i>`, true],
  ['text in a slot of a flex box', '', `<x-host data-shadow="<div style='display: flex; gap: 30px'><slot></slot></div>">${LINE}</x-host>`, true],
  ['text in a slot with rules for what is in it', '', `<x-host data-shadow="<style>::slotted(*) { padding: 9px !important }</style><slot></slot>">${LINE}</x-host>`, true],
  ['text without a box, in the line', 'span { display: contents }', `<p><span>${LINE}</span></p>`, false],
  // At a few other widths Firefox finds another balance for any element more, whatever it looks like.
  ...[280, 300, 320].map((width) => /** @type {[string, string, string, boolean]} */ ([
    `lines of equal length, ${width} px wide`, `p { text-wrap: balance; width: ${width}px }`, `<p>${LINE} ${LINE} ${LINE}</p>`, false,
  ])),
  ['any element is a line of its own direction', '* { unicode-bidi: isolate }', '<p dir="rtl">אבג blockchain, אבג (metaverse) CSRC! 123</p>', false],
  ['any element is turned round', 'p * { direction: rtl; unicode-bidi: bidi-override }', `<p>${LINE}</p>`, false],
  ['an island that its framework takes over when it comes into view', '', `<astro-island ssr><p>${LINE}</p></astro-island>`, true],
  ['a paragraph is centred by its only child', 'p:has(> b:only-child) { text-align: center }', '<p>The <b>only</b> blockchain</p>', true],
  ['another typeface for the first child', 'b:first-child { font-family: monospace }', '<p>The blockchain of the <b>illicit mill</b></p>', true],
  ['a higher line for the first child', 'b:first-child { line-height: 4 }', '<p>The blockchain and a <b>word</b></p>', true],
  ['the first child is raised', 'b:first-child { vertical-align: super }', '<p>The blockchain and a <b>word</b></p>', true],
];

eachEngine('letters stay where they are, whatever the rule', async (page) => {
  for (const [name, css, html, isPainted] of RULES) {
    await open(page, 'clean.html');
    const outcome = await page.evaluate(async (css, html) => {
      document.body.innerHTML = `<main>${html}</main>`;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`main { width: 900px } ${css}`);
      document.adoptedStyleSheets = [sheet];
      for (const host of document.querySelectorAll('[data-shadow]')) host.attachShadow({ mode: 'open' }).innerHTML = host.getAttribute('data-shadow') ?? '';
      t.remember();
      const letters = () => {
        const range = document.createRange();
        const walker = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT);
        const places = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = /** @type {Text} */ (node).data;
          for (let i = 0; i < text.length; i += 1) {
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const { left, top } = range.getBoundingClientRect();
            if (text[i] !== ' ') places.push([left, top]);
          }
        }
        return places;
      };
      const before = letters();
      const { marks } = await t.enrich({ scope: 'main', occurrences: 'all', sidebar: false });
      const after = letters();
      const off = Math.max(...before.flatMap((place, i) => place.map((at, side) => Math.abs(at - Number(after[i]?.[side])))));
      const drawn = t.drawn().length;
      const inner = t.textChanges();
      t.current().destroy();
      return { marks: marks.length, drawn, off, inner, changes: t.changes() };
    }, css, html);
    assert.ok(outcome.marks > 0, name);
    assert.equal(outcome.drawn, isPainted ? 0 : outcome.marks, name);
    assert.ok(outcome.off <= 2 * GRID, `${name}: ${outcome.off} px`);
    assert.deepEqual([outcome.inner, outcome.changes], [{}, {}], name);
  }
});

/** In one text: with the text between them more nodes than any engine takes arguments. */
const MANY = 150_000;

eachEngine('a text with more marks than a call takes arguments', async (page) => {
  await open(page, 'clean.html');
  const outcome = await page.evaluate(async (count) => {
    const [{ Marker }, { readPage }] = await Promise.all(['marker', 'reader'].map((name) => import(/** @type {any} */ (`/host/${name}.js`))));
    document.body.innerHTML = '<p></p>';
    // A parser would make several of it.
    /** @type {Element} */ (document.querySelector('p')).textContent = 'a word '.repeat(count);
    t.remember();
    const specs = Array.from({ length: count }, (_, i) => ({ start: 7 * i + 2, end: 7 * i + 6, entry: 0, first: i === 0 }));
    const marker = new Marker();
    marker.apply(readPage(document.body), specs, () => 'word');
    marker.draw(() => false);
    const drawn = document.getElementsByTagName('gloss-term').length;
    marker.clear();
    return { drawn, changes: t.changes() };
  }, MANY);
  assert.deepEqual(outcome, { drawn: MANY, changes: {} });
});
