/** @file The one tag on pages that change without being loaded, that carry it more than once, and whose readers save data. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { WORDS } from '../../www/host/offer.js';
import { eachEngine } from '../support/browsers.js';
import { pause } from '../support/page.js';
import { cardOpen, open } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */

const skip = existsSync(new URL('../../dist/embed/glossator.js', import.meta.url))
  ? false
  : 'dist/embed is not built: run `cargo xtask build`';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is marked in each of the two articles. */
const ONE = ['Metaverse', 'blockchain'];
const TWO = ['China Securities Regulatory Commission', 'artificial intelligence', 'blockchain'];

/** @param {Page} page @param {string[]} wanted */
const shows = (page, wanted) =>
  page.waitFor(
    (/** @type {string[]} */ wanted) => {
      const marks = [...document.querySelectorAll('gloss-term')].map(({ textContent }) => textContent);
      return JSON.stringify(marks) === JSON.stringify(wanted) && document.querySelectorAll('gloss-sidebar').length === 1;
    },
    { what: `marks on ${wanted.join(', ')}, and one sidebar`, args: [wanted], timeout: 20_000 },
  );

/** The page is not loaded again from here on; `isSame` says whether that has held. @param {Page} page */
const hold = (page) => page.evaluate(() => void Object.assign(globalThis, { held: true }));

/** @param {Page} page */
const isSame = async (page) => assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).held), true, 'the page was loaded anew');

/** Nothing of an earlier page is left, and nothing is there twice. @param {Page} page */
async function isClean(page) {
  assert.deepEqual(
    await page.evaluate(() => ({
      nested: document.querySelectorAll('gloss-term gloss-term').length,
      dead: [...document.querySelectorAll('gloss-sidebar, gloss-card')].filter(({ shadowRoot }) => !shadowRoot).length,
      cards: document.querySelectorAll('gloss-card').length <= 1,
    })),
    { nested: 0, dead: 0, cards: true },
  );
}

/** @param {Page} page @returns {Promise<number>} how often the engine was fetched */
const engines = (page) => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length);

/** @param {Page} page */
async function hasCard(page) {
  await page.waitFor(() => document.querySelector('gloss-term[aria-expanded], gloss-term[role]') !== null, { what: 'marks that open' });
  await page.move('nav');
  await page.hover('gloss-term');
  await cardOpen(page);
  await page.press('Escape');
}

eachEngine(
  'Turbo puts another body in: the tag follows, there and back again',
  async (page) => {
    await open(page, 'turbo-one.html');
    await shows(page, ONE);
    await hold(page);
    await page.evaluate(() => void Object.assign(globalThis, { first: /** @type {any} */ (globalThis).glossator }));
    await page.click('#go');
    await shows(page, TWO);
    await isClean(page);
    await hasCard(page);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).first !== /** @type {any} */ (globalThis).glossator), true, 'the instance of now');
    await page.evaluate(() => history.back());
    await shows(page, ONE); // from what Turbo kept of it
    await isClean(page);
    await hasCard(page);
    await page.evaluate(() => history.forward());
    await shows(page, TWO);
    await isClean(page);
    assert.equal(await engines(page), 1);
    await isSame(page);
  },
  { skip },
);

for (const version of ['2', '4']) {
  eachEngine(
    `htmx ${version} puts another article in: the tag follows, there and back again`,
    async (page) => {
      await open(page, `htmx${version}-one.html`);
      await shows(page, ONE);
      await hold(page);
      await page.click('#go');
      await shows(page, TWO);
      await isClean(page);
      await page.evaluate(() => history.back());
      await shows(page, ONE);
      await isClean(page);
      await hasCard(page);
      await page.click('#boosted');
      await shows(page, TWO);
      await isClean(page);
      await hasCard(page);
      await isSame(page);
    },
    { skip },
  );
}

eachEngine(
  'pages that come and go leave nothing behind',
  async (page) => {
    await open(page, 'turbo-one.html');
    await shows(page, ONE);
    await hold(page);
    const there = async () => {
      for (const wanted of [TWO, ONE]) {
        await page.click('#go');
        await shows(page, wanted);
      }
    };
    // Turbo keeps ten pages for the way back: what grows after that is ours.
    for (let rounds = 6; rounds > 0; rounds -= 1) await there();
    /** Of a page on which everything is there: the card, and what the sidebar shows, come after the marks. */
    const counted = async () => {
      await page.evaluate(() => /** @type {any} */ (globalThis).Turbo.cache.clear());
      await page.waitFor(() => document.querySelector('gloss-term[role]') !== null && t.inSidebar('.tab, .title').some((part) => t.isShown(part)), { what: 'card and sidebar' });
      await pause(300);
      return page.domCounters();
    };
    const before = await counted();
    for (let rounds = 5; rounds > 0; rounds -= 1) await there();
    const after = await counted();
    await isSame(page);
    assert.ok(after.listeners <= before.listeners + 5, `listeners: ${before.listeners} to ${after.listeners}`);
    assert.ok(after.nodes <= before.nodes + 100, `nodes: ${before.nodes} to ${after.nodes}`);
  },
  { skip, only: ['chromium'] },
);

for (const [name, how] of /** @type {const} */ ([['embed-twice.html', 'three tags, two of them of one address'], ['embed-head-async.html', 'in <head>, with async']])) {
  eachEngine(
    `${how}: marked once`,
    async (page) => {
      await open(page, name);
      await shows(page, ONE);
      await pause(700); // longer than a second embed waits for the browser
      await shows(page, ONE);
      await isClean(page);
      assert.equal(await engines(page), 1);
    },
    { skip },
  );
}

eachEngine(
  'put in when the page has long been loaded',
  async (page) => {
    await open(page, 'basics.html');
    await pause(100);
    await page.evaluate(() => {
      const tag = document.createElement('script');
      Object.assign(tag, { type: 'module', src: '/embed/glossator.js' });
      Object.assign(tag.dataset, { glossary: '/pages/glossary.json', scope: 'all' });
      document.head.append(tag);
    });
    await page.waitFor(() => document.querySelector('gloss-term') !== null, { what: 'the first mark' });
  },
  { skip },
);

eachEngine(
  'a reader who saves data gets a button, and everything else when it is pressed',
  async (page) => {
    await open(page, 'embed-save-data.html');
    await page.waitFor(() => document.querySelector('gloss-offer') !== null, { what: 'the button' });
    await pause(700);
    const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\.wasm|fintech|sidebar|triggers|strings/.test(name)));
    assert.deepEqual(fetched, []);
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term').length), 0);
    const button = await page.evaluate(() => {
      const offer = document.querySelector('gloss-offer');
      const go = /** @type {HTMLElement} */ (offer?.shadowRoot?.querySelector('button'));
      const { bottom, right, height } = go.getBoundingClientRect();
      return { text: go.textContent, isSeen: bottom <= innerHeight && right <= innerWidth, isLarge: height >= 40, isFirst: offer?.parentElement === document.documentElement };
    });
    assert.deepEqual(button, { text: 'Explain the terms on this page', isSeen: true, isLarge: true, isFirst: true });
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('gloss-offer')?.shadowRoot?.querySelector('button')).focus());
    await page.press('Enter');
    await shows(page, ONE);
    assert.equal(await page.evaluate(() => document.querySelector('gloss-offer')), null);
    assert.equal(await page.evaluate(() => document.querySelector('html > :not(head, body)')), null);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).shifts), []);
  },
  { skip },
);

eachEngine(
  'axe: the button',
  async (page) => {
    await open(page, 'embed-save-data.html');
    await page.waitFor(() => document.querySelector('gloss-offer') !== null, { what: 'the button' });
    await page.evaluate(`(() => { ${axe}; return true; })()`);
    // The page itself is the smallest there can be.
    const violations = await page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (globalThis).axe.run('gloss-offer');
      return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].failureSummary}`);
    });
    assert.deepEqual(violations, []);
  },
  { skip, only: ['chromium'] },
);

eachEngine(
  'who does not want it is left alone',
  async (page) => {
    await open(page, 'embed-save-data.html');
    await page.waitFor(() => document.querySelector('gloss-offer') !== null, { what: 'the button' });
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('gloss-offer')?.shadowRoot?.querySelector('.no')).click());
    await pause(700);
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-offer, gloss-term').length), 0);
  },
  { skip },
);

test('the button speaks the languages of the rest', () => {
  assert.deepEqual(Object.keys(WORDS).sort(), ['ar', 'de', 'en', 'es', 'fr', 'zh']);
  for (const [language, words] of Object.entries(WORDS)) assert.ok(words.every((text) => text.trim()), language);
});
