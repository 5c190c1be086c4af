/**
 * @file 100,000 entries of WordNet in the built extension: how they come in, what survives, and what a page gets of them. Times are told and not asserted.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isPresent } from '../support/extension-built.js';
import { about, chooseServed, entries, importClosed, importSeen, names, previewShown, startReader, watchImport } from '../support/extension-reader.js';
import { serveWordNet } from '../support/wordnet.js';

/** As many entries as the extension is meant for. */
const MANY = 100_000;

/** A glossary that was there before, as the options page lists it. */
const OLD = ['blockchain: Blocks in a chain.', 'metaverse: Worlds.', 'abacus: A frame with beads.'];

/** A test that takes longer than this hangs. */
const TEST_MS = 90_000;
const LONG_MS = 240_000;

describe(`${MANY} entries`, { skip: !isPresent('chromium') }, () => {
  /** @type {import('../support/extension-reader.js').Reader} */
  let reader;
  /** @type {Awaited<ReturnType<typeof serveWordNet>>} */
  let server;

  before(async () => {
    server = await serveWordNet(MANY);
    reader = await startReader();
  }, { timeout: TEST_MS });

  after(async () => {
    await reader?.close();
    await server?.close();
  });

  /** How many records there are of the store. @param {string} store */
  const count = (store) =>
    reader.options.evaluate(
      /** @type {any} */ ((/** @type {string} */ name) =>
        new Promise((resolve) => {
          const opening = indexedDB.open('glossator');
          opening.onsuccess = () => {
            const request = opening.result.transaction(name).objectStore(name).count();
            request.onsuccess = () => {
              opening.result.close();
              resolve(request.result);
            };
          };
        })),
      store,
    );

  /** Into a glossary that is there, or a new one. @param {string} into  its id */
  const beginImport = async (into = '') => {
    await reader.startImport(chooseServed, 'wordnet.json', `${server.origin}/wordnet.json`);
    assert.equal(await reader.options.waitFor(previewShown, { what: 'the preview', timeout: 60_000 }), true);
    assert.match(await reader.options.evaluate(() => document.querySelector('#import-dialog .count')?.textContent ?? ''), /^100,000 entries/);
    if (!into) return;
    await reader.type('[name="into"]', into);
    // "Abacus" is in both.
    await reader.options.waitFor(() => !(/** @type {HTMLElement} */ (document.querySelector('.conflicts')).hidden), { what: 'the conflicts', timeout: 60_000 });
  };
  /** True, or what is wrong. */
  const isSaving = () => document.querySelector('#import-dialog .error')?.textContent || document.querySelector('.doing')?.textContent?.startsWith('Saving');

  for (const how of /** @type {const} */ (['closed', 'crashed'])) {
    test(`the ${how === 'closed' ? 'page is closed' : 'browser crashes'} in the middle of an import: the old glossary is whole, and nothing is left of the new one`, { timeout: LONG_MS }, async () => {
      if (how === 'closed') await reader.importText(OLD.map((entry) => entry.replace(': ', ',')).join('\n'));
      await reader.choose('My glossary');
      await reader.shows(entries, OLD);
      const [chunks, expected] = [await count('chunks'), await reader.marked()];
      await beginImport(await reader.options.evaluate(() => /** @type {HTMLOptionElement} */ (document.querySelector('[name="into"] option:last-child')).value));
      await reader.options.click('#import-dialog [value="next"]');
      assert.equal(await reader.options.waitFor(isSaving, { what: 'the writing to begin', timeout: 60_000 }), true);
      if (how === 'closed') {
        await reader.options.close();
        reader.options = await reader.openOptions();
      } else {
        await reader.browser.crash();
        await reader.restart();
      }
      assert.deepEqual(await reader.options.evaluate(names), ['Fintech & policy', 'My glossary']);
      await reader.choose('My glossary');
      await reader.shows(entries, OLD);
      assert.deepEqual(await reader.marked(), expected);
      // What it had written is gone with the next import.
      await reader.importText('zyzzyva,A weevil.');
      await reader.shows(entries, ['zyzzyva: A weevil.']);
      assert.equal(await count('chunks'), Number(chunks) + 1);
      await reader.remove();
      await reader.shows(names, ['Fintech & policy', 'My glossary']);
    });
  }

  test('imported with progress while the page lives on; there for the next page, and after background and browser were started again', { timeout: LONG_MS }, async (context) => {
    await beginImport();
    await reader.options.evaluate(watchImport);
    const begin = Date.now();
    await reader.options.click('#import-dialog [value="next"]');
    assert.equal(await reader.options.waitFor(importClosed, { what: 'the end', timeout: 180_000 }), true);
    const { steps, ticks, longest } = await reader.options.evaluate(importSeen);
    context.diagnostic(`import of ${MANY}: ${Date.now() - begin} ms; the page was blocked for ${longest} ms at most`);
    assert.ok(steps > 20, `the bar was seen at ${steps} places`);
    assert.ok(ticks > 50, `the page did something else ${ticks} times meanwhile`);
    await reader.choose('WordNet');
    assert.match(await reader.options.evaluate(about), /^100,000 entries/);

    await reader.options.focus('#list li:last-child .handle');
    for (let place = 2; place > 0; place -= 1) {
      await reader.options.press('ArrowUp');
      await reader.options.waitFor(/** @type {any} */ ((/** @type {number} */ at) => document.querySelector(`#list li:nth-child(${at}) .open b`)?.textContent === 'WordNet'), { args: [place] });
    }
    const expected = await reader.marked('/pages/long.html?csp=none');
    const theirs = expected.filter((mark) => /\+(?:noun|verb|adj|adv)-\d+$/.test(mark));
    assert.ok(theirs.length > 20, `${theirs.length} marks of WordNet`);
    const timed = async (/** @type {string} */ what) => {
      const start = Date.now();
      assert.deepEqual(await reader.marked('/pages/long.html?csp=none'), expected, what);
      context.diagnostic(`${what}: ${Date.now() - start} ms with page and popup`);
    };
    await timed('the second page');
    await reader.browser.stopWorker();
    await timed('after the background was stopped');
    for (const state of ['stopped', 'running']) {
      if (state === 'stopped') await reader.browser.stopWorker();
      const [ms, found] = await reader.options.evaluate(async () => {
        const start = performance.now();
        const { entries } = await /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: 'read', text: 'An abacus is a frame.', blocks: [0, 1], options: {}, language: 'en' });
        return [Math.round(performance.now() - start), entries.map((/** @type {[number, {term: string}]} */ [, { term }]) => term)];
      });
      assert.ok(found.includes('abacus'), String(found));
      context.diagnostic(`an answer of a background that was ${state}: ${ms} ms`);
    }

    // An edit is there for the next page, without anything that had to be made anew.
    await reader.choose('WordNet');
    await reader.type('#search', 'abacus');
    await reader.options.waitFor(() => document.querySelectorAll('#entries li').length > 0 && document.querySelectorAll('#entries li').length < 20, { what: 'those with the word' });
    await reader.options.click('#entries li [aria-label^="Edit"]');
    await reader.options.waitFor(() => document.querySelector('#entry-dialog[open]') !== null, { what: 'the form' });
    await reader.type('#entry-dialog [name="aliases"]', 'virtual reality');
    await reader.options.click('#entry-dialog [value="save"]');
    await reader.options.waitFor(() => document.querySelector('#entry-dialog[open]') === null, { what: 'the form to close' });
    assert.ok((await reader.marked()).some((mark) => /^virtual reality \+noun-/.test(mark)), 'by its new name');

    await reader.restart();
    assert.deepEqual(await reader.options.evaluate(names), ['WordNet', 'Fintech & policy', 'My glossary']);
    await timed('after the browser was closed');
    await reader.browser.crash();
    await reader.restart();
    await timed('after the browser had crashed');
  });
});
