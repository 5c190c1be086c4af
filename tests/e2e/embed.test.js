/** @file The one tag for websites, from the files that `cargo xtask build` makes. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { eachEngine } from '../support/browsers.js';
import { pause } from '../support/page.js';
import { policies } from '../support/server.js';
import { cardOpen, enriched, open } from './steps.js';

const skip = existsSync(new URL('../../dist/embed/glossator.js', import.meta.url))
  ? false
  : 'dist/embed is not built: run `cargo xtask build`';

/** What the Wasm module calls the glue: a name of no file. */
const IMPORT_NAME = 'glossator_bg.js';

/** @param {import('../support/page.js').Page} page */
const ready = (page) => page.waitFor(() => document.querySelector('gloss-term') !== null, { what: 'the first mark' });

eachEngine(
  'one tag enriches the page',
  async (page) => {
    await open(page, 'embed.html');
    await ready(page);
    const marks = await page.evaluate(() => t.drawn());
    assert.deepEqual(marks.map(([text]) => text), [
      'Metaverse',
      'blockchain',
      'China Securities Regulatory Commission',
      'artificial intelligence',
    ]);
    assert.equal(await page.evaluate(() => document.querySelector('#outside gloss-term')), null);
    // The code of card and sidebar comes after the marks: a pointer that rests before is not seen.
    await page.waitFor(() => t.inSidebar('*').length > 0, { what: 'the sidebar' });
    await page.hover('gloss-term');
    await cardOpen(page);
    assert.equal(await page.evaluate(() => typeof (/** @type {any} */ (globalThis).glossator?.destroy)), 'function');
    await page.evaluate(() => /** @type {any} */ (globalThis).glossator.destroy());
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term, gloss-card, gloss-sidebar').length), 0);
  },
  { skip },
);

eachEngine(
  'until the first mark nothing is asked for but what the budget counts, and the rest comes with it',
  async (page) => {
    await open(page, 'embed-first.html');
    await page.waitFor(() => t.inSidebar('*').length > 0, { what: 'the sidebar' });
    const [before, after] = await page.evaluate(() => {
      const files = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/embed/')).sort((a, b) => a.startTime - b.startTime);
      const isBefore = (/** @type {PerformanceEntry} */ { startTime }) => startTime < /** @type {any} */ (globalThis).firstMark;
      return [files.filter(isBefore), files.filter((file) => !isBefore(file))].map((list) => list.map(({ name }) => /glossator(?:-([a-z]+(?:-[a-z]+)*)-[A-Z\d]{8})?(?:-[\da-f]{8})?\.(js|wasm)$/.exec(name)?.slice(1).join('.') ?? name));
    });
    assert.deepEqual([...new Set(before)].sort(), ['.js', '.wasm']);
    for (const name of ['analysis.js', 'sidebar.js', 'triggers.js', 'furniture.js']) assert.ok(after?.includes(name), `${name}: ${after}`);
    assert.ok(!after?.includes('survey.js'), `what only editors ask for: ${after}`);
  },
  { skip },
);

eachEngine(
  'relative addresses and options as attributes, from a sub-folder',
  async (page) => {
    await open(page, 'sub/folder/embed.html');
    await ready(page);
    assert.deepEqual(await page.evaluate(() => t.drawn()), [
      ['Metaverse', 'metaverse'],
      ['blockchain', 'blockchain'],
      ['blockchain', 'blockchain'],
      ['Metaverse', 'metaverse'],
    ]);
    await page.waitFor(() => /** @type {any} */ (globalThis).glossator.enrichment !== null && document.querySelector('gloss-term[role]') !== null, { what: 'the card' });
    assert.equal(await page.evaluate(() => document.querySelector('gloss-sidebar')), null);
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.deepEqual(loaded.filter((name) => name.includes('sidebar')), [], 'code of a sidebar that is not shown');
  },
  { skip },
);

eachEngine(
  'options as a block of JSON',
  async (page) => {
    await open(page, 'embed-config.html');
    await page.waitFor(() => CSS.highlights.size > 0, { what: 'a highlight' });
    const ranges = await page.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String)));
    assert.ok(ranges.length >= 4, JSON.stringify(ranges));
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term').length), 0);
  },
  { skip },
);

eachEngine(
  'the tag is found where its address sends on to another, and `globalThis.glossator` is there before the first mark',
  async (page) => {
    await open(page, 'embed-redirect.html');
    await ready(page);
    assert.deepEqual(await page.evaluate(() => t.drawn()), [['Metaverse', 'metaverse']]);
    await page.waitFor(() => /** @type {any} */ (globalThis).seen, { what: 'gloss-enriched' });
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).seen), 'function');
  },
  { skip },
);

eachEngine(
  'a glossary that is not there leaves the page alone and says so once',
  async (page) => {
    await open(page, 'embed-broken.html');
    const told = () => page.evaluate(() => /** @type {any} */ (globalThis).told);
    await page.waitFor(() => /** @type {any} */ (globalThis).told.length > 0, { what: 'gloss-error' });
    await pause(500); // longer than the embed waits for the browser: nothing comes afterwards
    assert.deepEqual(await told(), ['network']);
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term, gloss-card, gloss-sidebar').length), 0);
    assert.equal(await page.evaluate(() => document.querySelector('#one')?.childNodes.length), 1);
    const errors = (await page.consoleErrors()).filter((text) => !/Failed to load resource/.test(text));
    assert.equal(errors.length, 1, errors.join('\n'));
    assert.match(errors[0] ?? '', /network|absent\.json/);
  },
  { skip },
);

eachEngine(
  'the values for subresource integrity are those of the files',
  async (page) => {
    await page.goto('/blank');
    await page.evaluate(async () => {
      document.body.innerHTML = '<article><h1>Title</h1><p>The Metaverse is a place. Nobody has been there, and many have written about it at length.</p></article>';
      const values = await (await fetch('/embed/integrity.json')).json();
      const addresses = Object.fromEntries(Object.entries(values).map(([name, value]) => [`/embed/${name}`, value]));
      const map = document.createElement('script');
      map.type = 'importmap';
      map.textContent = JSON.stringify({ integrity: addresses });
      const tag = document.createElement('script');
      Object.assign(tag, { type: 'module', src: '/embed/glossator.js', integrity: values['glossator.js'] });
      Object.assign(tag.dataset, { glossary: '/pages/glossary.json', scope: 'article' });
      document.head.append(map, tag);
    });
    await ready(page);
    await page.waitFor(() => document.querySelector('gloss-sidebar') !== null, { what: 'the sidebar' });
  },
  { skip },
);

eachEngine('a server that sends the Wasm file as another type is no hindrance', async (page) => {
  const { marks } = await enriched(page, 'basics.html', { wasm: '/host/wasm/glossator_bg.wasm?type=application/octet-stream' });
  assert.ok(marks.length > 0);
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.ok(loaded.some((name) => name.includes('octet-stream')) && !loaded.some((name) => name.includes('fallback')), loaded.join(' '));
});

test('but for the entry, every file that a page loads has a hash in its name, and the entry names no other', { skip }, () => {
  const folder = new URL('../../dist/embed/', import.meta.url);
  const names = readdirSync(folder).filter((name) => /\.(js|wasm)$/.test(name));
  const hashed = names.filter((name) => /^glossator-([a-z-]+-[0-9A-Z]{8}\.js|[0-9a-f]{8}\.wasm)$/.test(name));
  assert.deepEqual(names.filter((name) => !hashed.includes(name)), ['glossator.js']);
  const named = [...readFileSync(new URL('glossator.js', folder), 'utf8').matchAll(/["'`]\.\/([^"'`]+\.(?:js|wasm))["'`]/g)].map(([, name]) => name ?? '').filter((name) => name !== IMPORT_NAME);
  assert.ok(named.length > 5, 'it names files');
  assert.deepEqual(named.filter((name) => !hashed.includes(name)), []);
  const wasm = names.find((name) => name.endsWith('.wasm')) ?? '';
  assert.ok(wasm.includes(createHash('sha256').update(readFileSync(new URL(wasm, folder))).digest('hex').slice(0, 8)), 'the hash is one of the content');
});

test('the policy that is tested is the one that is written down', () => {
  const text = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
  assert.ok(text.includes(`\n${policies['hosting']}\n`), 'docs/hosting.md');
});

for (const [policy, path] of /** @type {const} */ ([['hosting', 'embed.html'], ['nonce', 'embed-nonce.html']])) {
  eachEngine(
    `nothing more is needed than the policy says: ${policy}`,
    async (page) => {
      // Our own steps cannot be loaded here.
      await page.goto(`/pages/${path}?csp=${policy}`);
      await ready(page);
      await page.waitFor(() => document.querySelector('gloss-sidebar') !== null, { what: 'the sidebar' });
      await page.hover('gloss-term');
      await page.waitFor(() => document.querySelector('gloss-card')?.matches(':popover-open'), { what: 'the card' });
      const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      assert.ok(loaded.some((name) => name.endsWith('.wasm')) && !loaded.some((name) => name.includes('fallback')), loaded.join(' '));
    },
    // Some ask for an icon by themselves, and are refused.
    { skip, errors: [/favicon\.ico/] },
  );
}
