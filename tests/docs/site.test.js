/** @file The documentation site as it is published, in a folder of some host: `cargo xtask test --only docs`. Needs `dist/docs`. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { root, serve } from '../../xtask/js/serve.js';
import { launchOptions } from '../support/playwright.js';

const folder = path.join(root, 'dist/docs');
const pages = ['', 'api/'].flatMap((part) => readdirSync(path.join(folder, part)).filter((name) => name.endsWith('.html')).map((name) => part + name));

/** Where it is put: nothing may depend on this. */
const PREFIX = '/some/where/';

/** CSS px: the narrowest phone that is common, and a desk. */
const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1360, height: 900 };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
/** @type {import('playwright-core').Browser} */ let browser;
/** Ids of each page, and what it refers to. @type {Map<string, {ids: string[], refers: string[]}>} */
const known = new Map();

before(async () => {
  server = await serve({ mounts: { [PREFIX]: folder } });
  browser = await chromium.launch(launchOptions('chromium'));
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test('all that was asked for has a page', () => {
  const wanted = ['index', 'for-readers', 'for-sites', 'for-developers', 'api/index', 'glossary-format', 'theming', 'matching', 'accessibility', 'security', 'hosting', 'performance', 'faq', 'comparison'];
  assert.deepEqual(wanted.filter((name) => !pages.includes(`${name}.html`)), []);
});

test('the reference says of every option, event, error and field what it is', () => {
  for (const name of pages.filter((page) => page.startsWith('api/'))) {
    const rows = [...readFileSync(path.join(folder, name), 'utf8').matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row.replace(/<[^>]+>/g, ' ').trim().split(/\s{2,}|\n/));
    assert.ok(rows.length > 1, name);
    // Parts of what is said as a whole: `options.signal`.
    const silent = rows.filter((cells) => cells.at(-1) === '-' && !cells[0]?.includes('.'));
    assert.deepEqual(silent, [], name);
  }
  const reference = readFileSync(path.join(folder, 'api/index.html'), 'utf8');
  for (const event of ['gloss-enriched', 'gloss-open', 'gloss-close', 'gloss-error']) assert.ok(reference.includes(event), event);
});

describe('every page', () => {
  for (const name of pages) {
    test(name, { timeout: 60_000 }, async () => {
      const scheme = name.length % 2 ? 'dark' : 'light'; // half of them in each
      const context = await browser.newContext({ viewport: WIDE, colorScheme: scheme, bypassCSP: true });
      const page = await context.newPage();
      /** @type {string[]} */
      const problems = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('request', (request) => request.url().startsWith(server.origin) || problems.push(`it asks for ${request.url()}`));
      await page.goto(`${server.origin}${PREFIX}${name}`);
      await page.waitForFunction(() => /** @type {any} */ (globalThis).glossator?.enrichment, undefined, { timeout: 20_000 });
      const { ids, refers } = await page.evaluate(() => ({
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        refers: [...document.querySelectorAll('a[href], img[src], link[href]')].map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? ''),
      }));
      known.set(name, { ids, refers });
      assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), [], 'ids that are there twice');

      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).slice(0, 3).join(' ')}`), [], `axe, ${scheme}`);

      await page.setViewportSize(NARROW);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(excess <= 0, `it is ${excess} px wider than a phone`);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  test('leads to what is there', () => {
    assert.equal(known.size, pages.length);
    /** @type {string[]} */
    const broken = [];
    for (const [name, { refers }] of known) {
      for (const address of refers) {
        if (/^https?:/.test(address)) continue;
        assert.doesNotMatch(address, /^\/|^[a-z]+:/, `${name}: an address that holds in one place only`);
        const url = new URL(address, `http://host${PREFIX}${name}`);
        const file = url.pathname.slice(PREFIX.length);
        const target = known.get(file);
        const isThere = target ? !url.hash || target.ids.includes(decodeURIComponent(url.hash.slice(1))) : isFile(file);
        if (!url.pathname.startsWith(PREFIX) || !isThere) broken.push(`${name}: ${address}`);
      }
    }
    assert.deepEqual(broken, []);
  });
});

/** @param {string} name */
function isFile(name) {
  try {
    readFileSync(path.join(folder, name));
    return true;
  } catch {
    return false;
  }
}

test('Glossator explains its own words here, under a policy that allows nothing inline', async () => {
  const page = await browser.newPage({ viewport: WIDE });
  await page.goto(`${server.origin}${PREFIX}index.html`);
  const mark = page.locator('gloss-term[entry="card"]');
  await mark.waitFor();
  const card = page.locator('gloss-card').getByText('small dialog');
  for (let tries = 10; !(await card.isVisible()); tries -= 1) {
    assert.ok(tries > 0, 'no card opened');
    // Its code comes after the marks, and does not see a pointer that rests already.
    await page.mouse.move(0, 0);
    await mark.hover();
    await card.waitFor({ timeout: 2000 }).catch(() => {});
  }
  await page.close();
});

test('without scripts it is all there', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.origin}${PREFIX}glossary-format.html`);
  await page.getByRole('link', { name: 'Accessibility' }).first().click();
  await page.waitForURL(/accessibility\.html$/);
  assert.equal(await page.locator('h1').textContent(), 'Accessibility');
  await context.close();
});

test('every field of the schema is in the page about the format', () => {
  const { properties, $defs } = JSON.parse(readFileSync(path.join(root, 'glossary/schema.json'), 'utf8'));
  const text = readFileSync(path.join(root, 'docs/glossary-format.md'), 'utf8');
  const fields = [...Object.keys(properties), ...Object.keys($defs.entry.properties)];
  assert.deepEqual(fields.filter((name) => !text.includes(`\`${name}\``)), []);
});
