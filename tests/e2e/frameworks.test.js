/**
 * @file Pages that a framework writes: it goes on to write what it likes, and never finds out that we are there. The application is the same in all
 * (tests/e2e/apps); what it shows is compared with what it believes to show.
 */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { pause } from '../support/page.js';
import { open } from './steps.js';

/** Longer than `watch()` waits for quiet (200 ms), on a busy machine. */
const WATCHED_MS = 450;

const FRAMEWORKS = ['react', 'vue', 'svelte', 'lit'];

/** Each where the marks of the step before stand. */
const STEPS = ['tick', 'post', 'shout', 'tab', 'turn', 'edit', 'tick', 'shout', 'drop', 'tab', 'drop', 'tick'];

/** @param {import('../support/page.js').Page} page */
const shown = (page) => page.evaluate(() => ({ shown: app.shown(), texts: app.texts() }));

/**
 * @param {import('../support/page.js').Page} page
 * @param {string} file
 * @param {Record<string, unknown>} options
 */
async function start(page, file, options) {
  await open(page, file);
  await page.waitFor(() => typeof app?.shown === 'function' && app.shown().length > 0, { what: 'the application' });
  await page.evaluate(async (options) => {
    await t.enrich({ ...options, sidebar: false });
    t.current().watch();
  }, options);
}

for (const framework of FRAMEWORKS) {
  for (const occurrences of ['first', 'all']) {
    eachEngine(`${framework}: the text is painted, not wrapped, and follows the application (${occurrences})`, async (page) => {
      await start(page, `${framework}.html`, { occurrences });
      const before = await page.evaluate(() => ({ elements: t.drawn().length, marks: t.current().enrichment.marks.length }));
      assert.equal(before.elements, 0, 'elements in the page');
      assert.ok(before.marks >= 3);
      for (const step of STEPS) {
        await page.evaluate((/** @type {string} */ step) => app.act(step), step);
        await pause(WATCHED_MS);
        const { shown: is, texts } = await shown(page);
        assert.deepEqual(is, texts, step);
        const lost = await page.evaluate(() => t.current().enrichment.marks.filter((/** @type {any} */ mark) => !mark.range()).length);
        assert.equal(lost, 0, `marks without a place after ${step}`);
      }
      await page.evaluate(() => t.current().destroy());
      assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), []);
    });
  }

  eachEngine(`${framework}: wrapped all the same, no update is lost and nothing is left`, async (page) => {
    await start(page, `${framework}-development.html`, { rendering: 'elements', occurrences: 'all' });
    assert.ok((await page.evaluate(() => t.drawn().length)) >= 3);
    for (const step of STEPS) {
      await page.evaluate((/** @type {string} */ step) => app.act(step), step);
      await pause(WATCHED_MS);
      const { shown: is, texts } = await shown(page);
      assert.deepEqual(is, texts, step);
    }
    await page.evaluate(() => t.current().destroy());
    const { shown: is, texts } = await shown(page);
    assert.deepEqual(is, texts);
    for (const step of STEPS) await page.evaluate((/** @type {string} */ step) => app.act(step), step);
    await pause(50);
    const after = await shown(page);
    assert.deepEqual(after.shown, after.texts, 'on its own again');
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term').length), 0);
  });
}

for (const framework of ['react', 'vue']) {
  const told = [/absent\.json|404/];
  eachEngine(`${framework}: the component tells in the console what is wrong with its options, and works when that is mended`, async (page) => {
    await open(page, `parts-${framework}.html`);
    await page.waitFor(() => typeof app?.act === 'function', { what: 'the application' });
    await page.evaluate(() => {
      const { error } = console;
      /** @type {unknown[]} */
      const codes = [];
      Object.assign(globalThis, { codes });
      // Ours are asked for below; Firefox would not say whose they are.
      console.error = (first, ...others) => (first?.code ? codes.push(first.code) : error(first, ...others));
    });
    /** @param {string} name */
    const act = (name) => page.evaluate((/** @type {string} */ name) => app.act(name), name);
    const codes = () => page.evaluate(() => /** @type {any} */ (globalThis).codes.splice(0));
    for (const [name, code] of [['absent', 'network'], ['misspelt', 'option-invalid']]) {
      await act(String(name));
      await page.waitFor(() => /** @type {any} */ (globalThis).codes.length > 0, { what: `${name}: an error in the console` });
      assert.deepEqual(await codes(), [code], name);
    }
    await act('good');
    await page.waitFor(() => CSS.highlights.size > 0, { what: 'a mark' });
    await act('none');
    await page.waitFor(() => CSS.highlights.size === 0, { what: 'the page as it was' });
    // The answer comes when nobody waits for it any more.
    await page.evaluate(() => {
      globalThis.fetch = () => new Promise((_, reject) => Object.assign(globalThis, { fail: () => reject(new TypeError('no network')) }));
    });
    await act('absent');
    await page.waitFor(() => 'fail' in globalThis, { what: 'the glossary is asked for' });
    await act('none');
    await page.evaluate(() => /** @type {any} */ (globalThis).fail());
    await pause(WATCHED_MS);
    assert.deepEqual(await codes(), [], 'what is gone says nothing');
    assert.equal(await page.evaluate(() => document.querySelector('#app')?.innerHTML.replace(/<!--.*?-->/g, '')), '');
  }, { errors: told });
}
