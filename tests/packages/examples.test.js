/**
 * @file The packed package in projects of many tools: built, served and looked at in Chromium. Slow, and needs the npm registry the first
 * time: `cargo xtask test --all`. `GLOSSATOR_EXAMPLES=vite,next` runs these only.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { launchOptions } from '../support/playwright.js';
import { build, names, prepareAll, serveBy, serveFiles } from './examples.js';
import { pack } from './packed.js';

/** ms for an installation and a build on a busy machine. */
const TIMEOUT = 600_000;

/** ms until the marks are there, in a development server that compiles what it is asked for. */
const PATIENCE = 60_000;

/**
 * @typedef {object} Example
 * @property {string} [built]  the folder to serve after `npm run build`; none: there is nothing to build
 * @property {(port: number) => string[]} [dev]  arguments of `npm run dev`
 * @property {(port: number) => string[]} [start]  arguments of `npm run start`, which serves what was built
 * @property {string[]} [pages]
 * @property {(url: string, then?: (page: import('playwright-core').Page) => Promise<void>) => Promise<void>} [look]  what is to be seen, where that is not what all others show
 * @property {Record<string, (page: import('playwright-core').Page) => Promise<void>>} [then]  what else is to be seen on a page
 */

/** @param {number} port */
const portOption = (port) => ['--port', String(port)];

/** @type {Record<string, Example>} */
const EXAMPLES = {
  plain: { built: '.' },
  vite: { built: 'dist', dev: portOption, pages: ['', 'element.html', 'react.html', 'vue.html'], then: { 'react.html': componentWorks, 'vue.html': componentWorks } },
  webpack: { built: '.', dev: portOption },
  rollup: { built: '.' },
  esbuild: { built: '.', dev: (port) => [`--serve=${port}`] },
  parcel: { built: 'dist', dev: portOption },
  next: { dev: portOption, start: portOption },
  sveltekit: { built: 'build', dev: portOption },
  astro: { built: 'dist', dev: portOption, look: markedAtBuild },
};

const chosen = process.env['GLOSSATOR_EXAMPLES']?.split(',') ?? Object.keys(EXAMPLES);

/** @type {ReturnType<typeof prepareAll>} */ let folderOf;
/** @type {import('playwright-core').Browser} */ let browser;

before(async () => {
  folderOf = prepareAll(chosen, await pack());
  browser = await chromium.launch(launchOptions('chromium'));
}, { timeout: TIMEOUT });
after(() => browser?.close());

test('every example is tested', async () => {
  assert.deepEqual(Object.keys(EXAMPLES).sort(), await names());
});

/**
 * What is marked, in text order, and where. In a framework's text marks are painted, elsewhere they are elements.
 * @param {import('playwright-core').Page} page
 */
const drawn = (page) =>
  page.evaluate(() => {
    const elements = [...document.querySelectorAll('gloss-term')];
    const painted = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    return [...elements, ...painted].map((mark) => {
      const range = document.createRange();
      if (mark instanceof Element) range.selectNodeContents(mark);
      else {
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
      }
      const { left, top, width, height } = range.getBoundingClientRect();
      return { text: String(range), entry: mark instanceof Element ? mark.getAttribute('entry') : null, x: left + width / 2, y: top + height / 2 };
    });
  });

/**
 * What a component shows is its framework's: it changes, goes and comes back, and is never marked twice nor wrongly.
 * @param {import('playwright-core').Page} page  of `www/examples/vite`
 */
async function componentWorks(page) {
  const article = page.locator('article.story');
  /** @param {number} count @param {RegExp} text */
  const shows = async (count, text) => {
    // Marks follow a change a moment later.
    for (let tries = 150; ; tries -= 1) {
      const all = await drawn(page);
      if (all.length === count && text.test((await article.textContent()) ?? '')) return;
      assert.ok(tries > 0, `expected ${count} marks and ${text}, found ${JSON.stringify(all)} in ${await article.innerHTML()}`);
      await page.waitForTimeout(100);
    }
  };
  await page.locator('aside output').filter({ hasText: /^People's Bank of China$/ }).waitFor();
  await page.getByRole('button', { name: 'More' }).click();
  await shows(2, /^A currency without paperThe People's Bank of China has .* Read so far: 2\.Most people .* bank\.Less$/);
  await page.getByRole('button', { name: 'Less' }).click();
  await shows(2, /^A currency without paperThe People's Bank of China has .* Read so far: 1\.More$/);
  await page.locator('#toggle').click();
  await article.waitFor({ state: 'detached' });
  await page.locator('#toggle').click();
  await shows(2, /^A currency without paperThe People's Bank of China has .* Read so far: 1\.More$/);
  assert.equal(await page.locator('gloss-card').count(), 0, 'cards of the article that has gone');
}

/**
 * Opens a page and closes it again; nothing may go wrong in between.
 * @param {string} url
 * @param {import('playwright-core').BrowserContextOptions} options
 * @param {(page: import('playwright-core').Page, loaded: string[], problems: string[]) => Promise<void>} look  `loaded` are the paths that were asked for
 */
async function open(url, options, look) {
  const page = await browser.newPage(options);
  try {
    /** @type {string[]} */
    const problems = [];
    /** @type {string[]} */
    const loaded = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(`${message.text()} (${message.location().url})`));
    page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
    page.on('response', (response) => {
      loaded.push(new URL(response.url()).pathname);
      if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(url, { waitUntil: 'load' });
    await look(page, loaded, problems);
    // Browsers ask for an icon by themselves.
    assert.deepEqual(problems.filter((text) => !text.includes('/favicon.ico')), []);
  } finally {
    await page.close();
  }
}

/** The terms of the examples' text that are marked, and the ids of their entries. */
const MARKS = [
  ['people-s-bank-of-china', "People's Bank of China"],
  ['digital-yuan', 'digital yuan'],
];

/**
 * The code of the card comes after the marks, and does not see a pointer that rests already: it comes again.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<{x: number, y: number}>} place  of the mark
 */
async function cardOpens(page, place) {
  const text = page.locator('gloss-card').getByText('issued by its central bank');
  for (let tries = 10; ; tries -= 1) {
    await page.mouse.move(0, 0);
    const { x, y } = await place();
    await page.mouse.move(x, y);
    const isOpen = await text.waitFor({ timeout: 3000 }).then(() => true, () => false);
    if (isOpen) return;
    assert.ok(tries > 0, 'no card opened');
  }
}

/**
 * The page is marked before any script runs; scripts add the cards.
 * @param {string} url
 */
async function markedAtBuild(url) {
  await open(url, { javaScriptEnabled: false }, async (page) => {
    const links = page.locator('a[data-gloss]');
    const found = await Promise.all((await links.all()).map(async (link) => [await link.getAttribute('data-gloss'), await link.textContent()]));
    // Astro makes typographic apostrophes.
    assert.deepEqual(found.map(([id, text]) => [id, text?.replace('’', "'")]), MARKS);
    await links.nth(1).click();
    assert.match(page.url(), /#gloss-digital-yuan$/);
    const name = page.locator('dfn#gloss-digital-yuan');
    assert.equal(await name.textContent(), 'digital yuan');
    assert.match((await page.locator('dt:has(#gloss-digital-yuan) + dd').textContent()) ?? '', /issued by its central bank/);
  });
  await open(url, {}, async (page, loaded) => {
    const link = page.locator('a[data-gloss="digital-yuan"][aria-expanded]');
    const before = await page.locator('article').innerText();
    await link.waitFor({ timeout: 30_000 });
    await cardOpens(page, async () => {
      const { x, y, width, height } = (await link.boundingBox()) ?? assert.fail('it is not seen');
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.keyboard.press('Escape');
    // The keyboard opens it too, and neither way leaves the page.
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.localName === 'gloss-card');
    assert.equal(await link.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-gloss') === 'digital-yuan');
    assert.doesNotMatch(page.url(), /#/);
    assert.equal(await page.locator('article').innerText(), before);
    assert.deepEqual(loaded.filter((name) => /wasm|fallback|glossary\.json/.test(name)), [], 'no engine is needed');
  });
}

/**
 * The page is marked by the engine in Wasm, a card opens, and nothing goes wrong.
 * @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<void>} [then]
 */
async function works(url, then = async () => {}) {
  await open(url, {}, async (page, loaded, problems) => {
    const what = () => `${url}: ${problems.join('\n')}\nloaded: ${loaded.join(' ')}`;
    // They are drawn in slices: the first may be there before the last.
    let marks = await drawn(page);
    for (const end = Date.now() + PATIENCE; marks.length < MARKS.length; marks = await drawn(page)) {
      assert.ok(Date.now() < end, `${marks.length} marks on ${what()}`);
      await page.waitForTimeout(50);
    }
    assert.deepEqual(marks.map(({ text }) => text), MARKS.map(([, text]) => text));
    for (const [at, { entry }] of marks.entries()) assert.equal(entry ?? MARKS[at]?.[0], MARKS[at]?.[0]);
    await cardOpens(page, async () => (await drawn(page))[1] ?? assert.fail('the mark has gone'));
    await page.keyboard.press('Escape');
    await then(page);
    assert.ok(loaded.some((name) => /\.wasm$/.test(name)), `no Wasm among ${loaded.join(' ')}`);
    assert.ok(!loaded.some((name) => /fallback/.test(name)), 'the engine in JavaScript was loaded');
  });
}

for (const name of chosen) {
  const example = EXAMPLES[name];
  if (!example) throw new Error(`GLOSSATOR_EXAMPLES: there is no example ${name}`);
  const { pages = [''], then = {}, look = works, built, dev, start } = example;
  describe(name, { timeout: TIMEOUT }, () => {
    /** @type {string} */ let folder;
    before(async () => {
      folder = await folderOf(name);
    }, { timeout: TIMEOUT });

    /** @param {Promise<{origin: string, close: () => Promise<void>}>} starting */
    const lookAt = async (starting) => {
      const { origin, close } = await starting;
      try {
        for (const page of pages) await look(`${origin}/${page}`, then[page]);
      } finally {
        await close();
      }
    };

    if (dev) test('in development', { timeout: TIMEOUT }, () => lookAt(serveBy(folder, 'dev', dev)));
    test('built', { timeout: TIMEOUT }, async () => {
      if (name !== 'plain') await build(folder);
      await lookAt(start ? serveBy(folder, 'start', start) : serveFiles(path.join(folder, built ?? '.')));
    });
  });
}
