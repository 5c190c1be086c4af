/** @file The sidebar's list in its orders, on paper; its keys; its width. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { enriched, open } from './steps.js';

const options = { occurrences: 'all', sidebar: { open: true } };

/** @param {import('../support/page.js').Page} page */
const lines = (page) => page.evaluate(() => t.inSidebar('.terms > li').filter(t.isShown).map((line) => line.querySelector('h4, .word')?.textContent ?? ''));

/** @param {string} order */
const choose = (order) => {
  const input = t.inSidebar(`.orders [value="${order}"]`)[0];
  input?.click();
};

/** @param {import('../support/page.js').Page} page @param {{term: string, category?: string}[]} terms */
async function withTerms(page, terms) {
  await open(page, 'clean.html');
  await page.evaluate(
    async (terms, options) => {
      document.body.innerHTML = `<main><p>${terms.map(({ term }) => `A ${term}.`).join(' ')}</p></main>`;
      await t.enrich({ ...options, glossary: { entries: terms.map((entry) => ({ ...entry, definition: 'd' })) } });
    },
    terms, options,
  );
  await page.waitFor(() => t.inSidebar('.terms > li').some(t.isShown), { what: 'the list' });
}

eachEngine('by category: each under its heading, those without one last', async (page) => {
  await withTerms(page, [
    { term: 'tram', category: 'Rail' }, { term: 'oak', category: 'Trees' }, { term: 'stone' }, { term: 'metro', category: 'Rail' },
  ]);
  await page.evaluate(choose, 'category');
  assert.deepEqual(await lines(page), ['Rail', 'tram', 'metro', 'Trees', 'oak', 'Other', 'stone']);
  await page.evaluate(choose, 'name');
  assert.deepEqual(await lines(page), ['metro', 'oak', 'stone', 'tram']);
});

eachEngine('no order by category where there is one only', async (page) => {
  await withTerms(page, ['tram', 'metro', 'bus', 'ferry'].map((term) => ({ term, category: 'Transport' })));
  const orders = await page.evaluate(() => t.inSidebar('.orders input').filter((input) => t.isShown(/** @type {Element} */ (input.parentElement))).map((input) => input.getAttribute('value')));
  assert.deepEqual(orders, ['relevance', 'mention', 'name']);
});

eachEngine('a long list by name has an index of letters, which goes with the filter', async (page) => {
  const words = 'alder apple ash aspen beech birch box cedar cherry elder elm fig fir hazel hemlock holly juniper larch lime maple oak olive pear pine plane plum poplar rowan willow yew'.split(' ');
  await withTerms(page, [...words.map((term) => ({ term })), { term: 'ärm' }, { term: '42nd tree' }]);
  await page.evaluate(choose, 'name');
  const all = await lines(page);
  // ä sorts with a.
  assert.deepEqual(all.slice(0, 9), ['#', '42nd tree', 'A', 'alder', 'apple', 'ärm', 'ash', 'aspen', 'B']);
  assert.ok(all.includes('W') && all.includes('Y'));
  await page.evaluate(() => {
    const filter = /** @type {HTMLInputElement} */ (t.inSidebar('.filter')[0]);
    filter.value = 'ow';
    filter.dispatchEvent(new Event('input'));
  });
  assert.deepEqual(await lines(page), ['R', 'rowan', 'W', 'willow']);
});

eachEngine('on paper: title, terms by name, definitions; no frame is left', async (page) => {
  await enriched(page, 'long.html', options);
  await page.waitFor(() => t.inSidebar('.foot button').length > 0, { what: 'the foot' });
  const printed = await page.evaluate(async () => {
    const button = t.inSidebar('.foot button').find((candidate) => candidate.textContent === 'Print');
    /** @type {Promise<string[]>} */
    const seen = new Promise((done) => {
      new MutationObserver((records, observer) => {
        const frame = records.flatMap(({ addedNodes }) => [...addedNodes]).find((node) => node.nodeName === 'IFRAME');
        if (!(frame instanceof HTMLIFrameElement)) return;
        observer.disconnect();
        const view = /** @type {Window} */ (frame.contentWindow);
        view.print = () => {
          done([...view.document.querySelectorAll('h1, dt')].map((node) => node.textContent ?? ''));
          view.dispatchEvent(new Event('afterprint'));
        };
      }).observe(document.documentElement, { childList: true });
    });
    button?.click();
    return seen;
  });
  assert.ok(printed.length > 5, printed.join());
  assert.deepEqual(printed.slice(1), printed.slice(1).toSorted((a, b) => a.localeCompare(b, 'en')));
  assert.equal(await page.evaluate(() => document.querySelectorAll('iframe').length), 0);
});

for (const [name, shortcut, keys] of /** @type {const} */ ([
  ['the default', undefined, { ctrlKey: true, shiftKey: true, key: 'G', code: 'KeyG' }],
  ['in another script', undefined, { metaKey: true, shiftKey: true, key: 'П', code: 'KeyG' }],
  ['one of the site’s', 'Alt+1', { altKey: true, key: '1', code: 'Digit1' }],
])) {
  eachEngine(`keys open and close it: ${name}`, async (page) => {
    await enriched(page, 'long.html', { sidebar: { open: true, ...(shortcut !== undefined && { shortcut }) } });
    await page.waitFor(() => t.inSidebar('.terms').some(t.isShown), { what: 'the sidebar' });
    const type = (/** @type {KeyboardEventInit} */ init) => void document.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    await page.evaluate(type, { key: 'g', code: 'KeyG' });
    assert.ok(await page.evaluate(() => t.inSidebar('.terms').some(t.isShown)), 'a bare letter is typed');
    await page.evaluate(type, keys);
    await page.waitFor(() => !t.inSidebar('.terms').some(t.isShown), { what: 'the closed sidebar' });
    await page.evaluate(type, keys);
    await page.waitFor(() => t.inSidebar('.terms').some(t.isShown), { what: 'the sidebar again' });
  });
}

eachEngine('`shortcut: false`: no keys; what is none is named', async (page) => {
  await enriched(page, 'long.html', { sidebar: { open: true, shortcut: false } });
  await page.waitFor(() => t.inSidebar('.terms').some(t.isShown), { what: 'the sidebar' });
  const outcome = await page.evaluate(async () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ctrlKey: true, shiftKey: true, key: 'G', code: 'KeyG' }));
    const isOpen = t.inSidebar('.terms').some(t.isShown);
    const error = await t.create({ sidebar: { shortcut: 'G' } }).then(() => null, ({ code, path }) => ({ code, path }));
    return { isOpen, error };
  });
  assert.deepEqual(outcome, { isOpen: true, error: { code: 'option-invalid', path: 'sidebar.shortcut' } });
});

const panelWidth = () => Math.round(t.inSidebar('.panel')[0]?.getBoundingClientRect().width ?? 0);

eachEngine('its edge makes it wider and narrower, by keyboard and by pointer, never over the text; the width is kept', async (page) => {
  await enriched(page, 'long.html', options);
  await page.waitFor(() => t.inSidebar('.terms').some(t.isShown), { what: 'the sidebar' });
  const before = await page.evaluate(panelWidth);
  const key = (/** @type {string} */ key) => void t.inSidebar('.edge')[0]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await page.evaluate(key, 'ArrowRight');
  assert.equal(await page.evaluate(panelWidth), before + 16);
  await page.evaluate(key, 'Home');
  assert.equal(await page.evaluate(panelWidth), 240);
  const edge = await page.evaluate(() => {
    const box = /** @type {HTMLElement} */ (t.inSidebar('.edge')[0]).getBoundingClientRect();
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  });
  await page.move(edge);
  await page.button('down');
  await page.move({ x: edge.x + 50, y: edge.y }, { steps: 5 });
  await page.button('up');
  assert.equal(await page.evaluate(panelWidth), 290);
  assert.deepEqual(
    await page.evaluate(() => ['min', 'now'].map((name) => t.inSidebar('.edge')[0]?.getAttribute(`aria-value${name}`))),
    ['240', '290'],
  );
  const covers = await page.evaluate(() => {
    const panel = t.inSidebar('.panel')[0]?.getBoundingClientRect();
    return [...document.querySelectorAll('p')].some((p) => panel && p.getBoundingClientRect().right > panel.left);
  });
  assert.equal(covers, false);
  await enriched(page, 'long.html', options);
  await page.waitFor(() => t.inSidebar('.terms').some(t.isShown), { what: 'the sidebar' });
  assert.equal(await page.evaluate(panelWidth), 290);
  await page.evaluate(() => localStorage.clear());
});
