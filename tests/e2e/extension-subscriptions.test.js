/**
 * @file Subscriptions of the built extension: fetched, fetched again when it is time, and what servers do to them. In Chromium.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { listen } from '../../xtask/js/serve.js';
import { isPresent } from '../support/extension-built.js';
import { entries, names, previewShown, startReader } from '../support/extension-reader.js';
import { pause } from '../support/page.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 90_000;

/** ms in an hour. */
const HOUR = 3_600_000;

/** In the form of the import. @param {string} url */
const subscribe = (url) => {
  /** @type {HTMLInputElement} */ (document.querySelector('[name="address"]')).value = url;
  /** @type {HTMLSelectElement} */ (document.querySelector('[name="hours"]')).value = '24';
};

describe('subscriptions', { skip: !isPresent('chromium') }, () => {
  /** @type {import('../support/extension-reader.js').Reader} */
  let reader;

  before(async () => {
    reader = await startReader();
  }, { timeout: TEST_MS });

  after(() => reader?.close());

  /** As if so many hours had gone by, and a page were read. @param {number} hours */
  const later = (hours) => reader.browser.worker.evaluate((/** @type {number} */ ms) => /** @type {any} */ (globalThis).updateDue(Date.now() + ms), hours * HOUR);

  test('a subscription is fetched, and fetched again when it is time', { timeout: TEST_MS }, async () => {
    let version = 1;
    let asked = 0;
    const server = await listen(
      createServer((request, response) => {
        asked += 1;
        if (version === 3) return void response.writeHead(500).end();
        if (request.headers['if-none-match'] === `"${version}"`) return void response.writeHead(304).end();
        response.writeHead(200, { 'content-type': 'application/json', etag: `"${version}"` });
        response.end(JSON.stringify({ name: 'Theirs', entries: [{ id: 'vr', term: 'virtual reality', definition: `Version ${version}.` }] }));
      }),
    );
    try {
      await reader.startImport(
        /** @type {any} */ ((/** @type {string} */ url) => {
          /** @type {HTMLInputElement} */ (document.querySelector('[name="address"]')).value = url;
          /** @type {HTMLSelectElement} */ (document.querySelector('[name="hours"]')).value = '24';
        }),
        `${server.origin}/list.json`,
      );
      assert.equal(await reader.options.waitFor(previewShown), true);
      await reader.options.click('#import-dialog [value="next"]');
      await reader.shows(names, ['Fintech & policy', 'Theirs']);
      await reader.shows(entries, ['virtual reality: Version 1.']);
      assert.equal(await reader.options.evaluate(() => document.querySelector('#add')), null, 'what an update would undo is not offered');
      const before = asked;
      await reader.marked();
      await pause(300);
      assert.equal(asked, before, 'nothing is fetched before it is time');

      version = 2;
      const due = (/** @type {number} */ hours) => reader.browser.worker.evaluate((/** @type {number} */ ms) => /** @type {any} */ (globalThis).updateDue(Date.now() + ms), hours * 3_600_000);
      await due(25);
      await reader.options.goto('/reader.options.html');
      await reader.options.waitFor(() => document.querySelectorAll('#list li').length === 2);
      await reader.options.click('#list li:nth-child(2) .open');
      await reader.shows(entries, ['virtual reality: Version 2.']);
      version = 3;
      await due(50);
      await reader.options.click('#update');
      await reader.options.waitFor(() => document.querySelector('#detail .error')?.textContent?.includes('HTTP 500'), { what: 'what went wrong' });
      await reader.shows(entries, ['virtual reality: Version 2.'], 'the old entries');
      version = 2;
      await reader.options.click('#update');
      await reader.options.waitFor(() => document.querySelector('#detail .error') === null, { what: 'no error' });
      await reader.options.click('#delete');
      await reader.options.waitFor(() => document.querySelector('#confirm-dialog[open]') !== null);
      await reader.options.click('#confirm-dialog [value="yes"]');
      await reader.shows(names, ['Fintech & policy']);
    } finally {
      await server.close();
    }
  });

  test('a server that redirects, changes its format, answers with a page or with nothing: the entries are the new ones, or the old ones with a word of why', { timeout: TEST_MS }, async () => {
    const json = JSON.stringify({ name: 'Theirs', entries: [{ id: 'vr', term: 'virtual reality', definition: 'As JSON.' }] });
    let how = 'json';
    /** @type {Record<string, string | undefined>[]} */
    const asked = [];
    const server = await listen(
      createServer((request, response) => {
        asked.push({ cookie: request.headers.cookie, referer: request.headers.referer });
        response.setHeader('set-cookie', 'who=reader; SameSite=None');
        if (how === 'redirect' && request.url === '/list') return void response.writeHead(302, { location: '/moved/list' }).end();
        if (how === 'loop') return void response.writeHead(302, { location: request.url }).end();
        if (how === 'broken') return void response.end(json.slice(0, 40));
        if (how === 'page') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
        if (how === 'empty') return void response.end('');
        if (how === 'csv') return void response.writeHead(200, { 'content-type': 'text/csv' }).end('term;definition\nvirtual reality;As a table.\n');
        if (how === 'utf-16') return void response.end(Buffer.from('\ufeffterm;definition\nÜberweisung;Geld von A nach B\n', 'utf16le'));
        response.end(json);
      }),
    );
    try {
      how = 'redirect';
      await reader.startImport(subscribe, `${server.origin}/list`);
      assert.equal(await reader.options.waitFor(previewShown), true);
      await reader.finishImport();
      await reader.shows(entries, ['virtual reality: As JSON.']);
      let hours = 0;
      for (const [next, expected, problem] of /** @type {[string, string, RegExp | null][]} */ ([
        ['csv', 'virtual reality: As a table.', null],
        ['broken', 'virtual reality: As a table.', /line 1, column \d+/],
        ['page', 'virtual reality: As a table.', /web page/],
        ['empty', 'virtual reality: As a table.', /nothing in it/],
        ['loop', 'virtual reality: As a table.', /./],
        ['utf-16', 'Überweisung: Geld von A nach B', null],
        ['json', 'virtual reality: As JSON.', null],
      ])) {
        how = next;
        await later((hours += 25));
        await reader.options.goto('/options.html');
        await reader.options.waitFor(() => document.querySelectorAll('#list li').length === 2);
        await reader.choose('Theirs');
        await reader.shows(entries, [expected], next);
        const said = await reader.options.evaluate(() => document.querySelector('#detail .error')?.textContent ?? '');
        if (problem) assert.match(said, problem, next);
        else assert.equal(said, '', next);
      }
      assert.deepEqual([...new Set(asked.flatMap(Object.values))], [undefined], 'no cookie, no word of where it is asked from');
      await reader.remove();
    } finally {
      await server.close();
    }
  });

  test('removed, or left as one’s own, while an update is on its way: the update is dropped', { timeout: TEST_MS }, async () => {
    for (const act of ['#delete', '#unsubscribe']) {
      /** @type {() => void} */
      let release = () => {};
      let wait = false;
      const server = await listen(
        createServer(async (_, response) => {
          if (wait) await new Promise((resolve) => (release = () => resolve(undefined)));
          response.end(JSON.stringify({ name: 'Theirs', entries: [{ term: 'virtual reality', definition: wait ? 'New.' : 'Old.' }] }));
        }),
      );
      try {
        await reader.startImport(subscribe, `${server.origin}/list`);
        assert.equal(await reader.options.waitFor(previewShown), true);
        await reader.finishImport();
        await reader.shows(entries, ['virtual reality: Old.']);
        wait = true;
        const updating = later(25);
        for (const end = Date.now() + 10_000; release.length === 0 && String(release) === '() => {}'; await pause(50)) assert.ok(Date.now() < end, 'the server is asked');
        await reader.options.click(act);
        if (act === '#delete') {
          await reader.options.waitFor(() => document.querySelector('#confirm-dialog[open]') !== null);
          await reader.options.click('#confirm-dialog [value="yes"]');
          await reader.shows(names, ['Fintech & policy']);
        } else {
          await reader.options.waitFor(() => document.querySelector('#add') !== null, { what: 'entries that can be edited' });
          await reader.options.click('#add');
          await reader.options.waitFor(() => document.querySelector('#entry-dialog[open]') !== null);
          await reader.type('#entry-dialog [name="term"]', 'own word');
          await reader.type('#entry-dialog [name="definition"]', 'Mine.');
          await reader.options.click('#entry-dialog [value="save"]');
          await reader.shows(entries, ['virtual reality: Old.', 'own word: Mine.']);
        }
        release();
        await updating;
        await reader.options.goto('/options.html');
        if (act === '#delete') await reader.shows(names, ['Fintech & policy']);
        else {
          await reader.options.waitFor(() => document.querySelectorAll('#list li').length === 2);
          await reader.choose('Theirs');
          await reader.shows(entries, ['virtual reality: Old.', 'own word: Mine.']);
          await reader.remove();
        }
      } finally {
        await server.close();
      }
    }
  });
});
