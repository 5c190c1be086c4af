/**
 * @file What the built extension keeps in Firefox, from the zip that would be uploaded: glossaries that were imported or subscribed to, over an event page that is ended at any moment and a
 * browser that is closed or crashes; and 100,000 entries.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { listen } from '../../xtask/js/serve.js';
import { built, isPresent } from '../support/extension-built.js';
import { chooseServed, entries, importClosed, importSeen, marks, names, paste, previewShown, watchImport } from '../support/extension-reader.js';
import { ID, launchFirefoxUi } from '../support/firefox-ui.js';
import { pause } from '../support/page.js';
import { serveWordNet } from '../support/wordnet.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 120_000;
const LONG_MS = 360_000;

/** ms in an hour. */
const HOUR = 3_600_000;

/** As many entries as the extension is meant for. */
const MANY = 100_000;

/** Marks of `clean.html` that the built-in glossary makes. */
const BUILT_IN = 4;

const says = (/** @type {string} */ sentence) => document.querySelector('#status')?.textContent === sentence;
const isOpen = (/** @type {string} */ dialog) => document.querySelector(`${dialog}[open]`) !== null;
const click = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click();

/** In the form of the import. @param {string} url */
const subscribe = (url) => {
  /** @type {HTMLInputElement} */ (document.querySelector('[name="address"]')).value = url;
  /** @type {HTMLSelectElement} */ (document.querySelector('[name="hours"]')).value = '24';
};

/** In the options page: as if all subscriptions had been looked at so long ago. @param {number} ms */
const age = (ms) =>
  new Promise((resolve) => {
    const opening = indexedDB.open('glossator');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('glossaries', 'readwrite');
      const store = transaction.objectStore('glossaries');
      store.getAll().onsuccess = ({ target }) => {
        for (const glossary of /** @type {any} */ (target).result) if (glossary.source) store.put({ ...glossary, source: { ...glossary.source, checked: Date.now() - ms } });
      };
      transaction.oncomplete = () => resolve(opening.result.close());
    };
  });

/** A reader of Firefox with a profile that stays: what they do with their glossaries. */
async function startReader() {
  const profile = await mkdtemp(path.join(tmpdir(), 'glossator-'));
  const zip = path.join(path.dirname(await built('firefox')), 'glossator-firefox.zip');
  const reader = {
    firefox: await launchFirefoxUi(zip, { profile }),

    /** @param {'close' | 'crash'} how */
    async restart(how) {
      await reader.firefox[how]();
      reader.firefox = await launchFirefoxUi(zip, { profile });
    },

    /** @param {unknown} read @param {unknown} expected @param {string} [what] */
    shows: (read, expected, what = '') =>
      reader.firefox.waitFor('tab', `JSON.stringify((${read})()) === ${JSON.stringify(JSON.stringify(expected))}`, { what: `${what} ${JSON.stringify(expected)}` }),

    async openOptions() {
      await reader.firefox.gotoOwn('options.html');
      await reader.firefox.waitFor('tab', () => document.querySelector('#list li') !== null, { what: 'the list' });
    },

    /** The options page with a glossary of the list. @param {string} name */
    async choose(name) {
      await reader.openOptions();
      await reader.firefox.evaluate('tab', (/** @type {string} */ wanted) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#list .open'))].find((one) => one.querySelector('b')?.textContent === wanted)?.click(), name);
      await reader.firefox.waitFor('tab', (/** @type {string} */ wanted) => /** @type {HTMLInputElement | null} */ (document.querySelector('#name'))?.value === wanted, { what: name, args: [name] });
    },

    /** From the options page to the form with something in it. @param {string | ((...args: any[]) => unknown)} choose @param {unknown[]} args */
    async fillImport(choose, ...args) {
      await reader.firefox.evaluate('tab', click, '#import');
      await reader.firefox.waitFor('tab', isOpen, { what: 'the form', args: ['#import-dialog'] });
      await reader.firefox.evaluate('tab', choose, ...args);
    },

    next: () => reader.firefox.evaluate('tab', click, '#import-dialog [value="next"]'),

    async finishImport() {
      assert.equal(await reader.firefox.waitFor('tab', previewShown, { what: 'the preview' }), true);
      await reader.next();
      assert.equal(await reader.firefox.waitFor('tab', importClosed, { what: 'the end of the import' }), true);
    },

    /** What a page shows after the button was clicked, and whose it is. @param {string} [address] @returns {Promise<string[]>} */
    async marked(address = '/pages/clean.html?csp=none') {
      await reader.firefox.goto(address);
      await reader.firefox.clickButton();
      const found = await reader.firefox.evaluate('tab', marks);
      await reader.firefox.closePopup();
      return found;
    },

    async close() {
      await reader.firefox.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
  return reader;
}

/** @typedef {Awaited<ReturnType<typeof startReader>>} Reader */

describe('what the extension keeps in Firefox', { skip: !isPresent('firefox') }, () => {
  /** @type {Reader} */
  let reader;

  before(async () => {
    reader = await startReader();
  }, { timeout: TEST_MS });

  after(() => reader?.close());

  test('a file is imported; its entries are marked', { timeout: TEST_MS }, async () => {
    await reader.openOptions();
    await reader.fillImport(paste, 'term\tdefinition\nblockchain\tBlocks in a chain.\nmetaverse\tWorlds.');
    await reader.next();
    await reader.finishImport();
    await reader.shows(names, ['Fintech & policy', 'My glossary']);
    await reader.shows(entries, ['blockchain: Blocks in a chain.', 'metaverse: Worlds.']);
  });

  test('a subscription: the browser asks for its site; fetched again when it is time, and when the reader says so; what fails leaves the old entries', { timeout: TEST_MS }, async () => {
    let version = 1;
    let asked = 0;
    /** @type {Set<string | undefined>} */
    const told = new Set();
    const server = await listen(
      createServer(({ headers }, response) => {
        asked += 1;
        for (const name of /** @type {const} */ (['cookie', 'referer'])) told.add(headers[name]);
        if (version === 3) return void response.writeHead(500).end();
        if (headers['if-none-match'] === `"${version}"`) return void response.writeHead(304).end();
        response.writeHead(200, { 'content-type': 'application/json', etag: `"${version}"` });
        response.end(JSON.stringify({ name: 'Theirs', entries: [{ id: 'vr', term: 'virtual reality', definition: `Version ${version}.` }] }));
      }),
    );
    const { firefox } = reader;
    try {
      await reader.openOptions();
      await reader.fillImport(subscribe, `${server.origin}/list.json`);
      await reader.next();
      assert.match(await firefox.answerQuestion('deny'), /127\.0\.0\.1/);
      await firefox.waitFor('tab', () => document.querySelector('#import-dialog .error')?.textContent, { what: 'why nothing comes' });
      assert.equal(asked, 0, 'nothing is fetched without the reader’s word');
      await reader.next();
      await firefox.answerQuestion('allow');
      await reader.finishImport();
      await reader.shows(names, ['Fintech & policy', 'My glossary', 'Theirs']);
      await reader.shows(entries, ['virtual reality: Version 1.']);
      const first = asked;
      await reader.marked();
      assert.equal(asked, first, 'nothing is fetched before it is time');

      version = 2;
      await reader.openOptions();
      await firefox.evaluate('tab', age, 25 * HOUR);
      await firefox.stopBackground();
      await reader.marked();
      for (const end = Date.now() + 20_000; asked === first; await pause(50)) assert.ok(Date.now() < end, 'the server is asked');
      await reader.choose('Theirs');
      await reader.shows(entries, ['virtual reality: Version 2.'], 'with the next page');
      const second = asked;
      await reader.marked();
      assert.equal(asked, second, 'once a day');

      version = 3;
      await reader.choose('Theirs');
      await firefox.evaluate('tab', click, '#update');
      await firefox.waitFor('tab', () => document.querySelector('#detail .error')?.textContent?.includes('HTTP 500'), { what: 'what went wrong' });
      await reader.shows(entries, ['virtual reality: Version 2.'], 'the old entries');
      version = 4;
      await firefox.evaluate('tab', click, '#update');
      await reader.shows(entries, ['virtual reality: Version 4.']);
      assert.deepEqual([...told], [undefined], 'no cookie, no word of where it is asked from');
    } finally {
      await server.close();
    }
  });

  for (const how of /** @type {const} */ (['stopBackground', 'killBackground'])) {
    test(`the event page is ended (${how === 'killBackground' ? 'its process killed' : 'as when it is idle'}): the next page, the shortcut and the menu start it again`, { timeout: TEST_MS }, async () => {
      const { firefox } = reader;
      const expected = await reader.marked();
      assert.equal(expected.length, BUILT_IN);
      await firefox[how]();
      await firefox.until(`return WebExtensionPolicy.getByID('${ID}').extension.backgroundState === 'stopped'`, 'an event page that is not there');
      assert.deepEqual(await reader.marked(), expected);
      assert.equal(await firefox.background(), 'running');
      assert.equal(await firefox.badge(), String(BUILT_IN));

      await firefox[how]();
      await firefox.shortcut('G', 'alt,shift');
      await firefox.waitFor('tab', () => document.querySelector('gloss-term') === null, { what: 'no marks' });
      await firefox.waitFor('tab', () => document.documentElement !== null && !document.querySelector('gloss-card, gloss-sidebar'), { what: 'nothing else either' });
      await firefox[how]();
      await firefox.evaluate('tab', () => document.getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector('p'))));
      await firefox.chooseFromMenu('Add to glossary');
      await firefox.waitFor('tab', isOpen, { what: 'the form', args: ['#entry-dialog'] });
      await firefox.chrome('win.gBrowser.removeTab(win.gBrowser.selectedTab)');
      await reader.openOptions();
      await reader.shows(names, ['Fintech & policy', 'My glossary', 'Theirs'], 'nothing was lost or doubled');
    });
  }

  // Its last message may be on its way to the page, or not have been sent, or have been answered.
  for (const ms of [0, 5, 10, 20, 40, 80, 160]) {
    for (const how of /** @type {const} */ (['stopBackground', 'killBackground'])) {
      test(`ended ${ms} ms after the shortcut (${how === 'killBackground' ? 'its process killed' : 'as when it is idle'}), the page can be read, and is marked once`, { timeout: TEST_MS }, async () => {
        const { firefox } = reader;
        const expected = await reader.marked();
        await firefox.goto('/pages/clean.html?csp=none');
        await firefox.shortcut('G', 'alt,shift');
        await pause(ms);
        await firefox[how]();
        await firefox.clickButton();
        await firefox.waitFor('popup', says, { args: [`This page: ${BUILT_IN} terms`] });
        await firefox.closePopup();
        assert.deepEqual(await firefox.evaluate('tab', marks), expected);
      });
    }
  }

  for (const how of /** @type {const} */ (['close', 'crash'])) {
    test(`after the browser ${how === 'close' ? 'was closed' : 'had crashed'}, all of it is there`, { timeout: TEST_MS }, async () => {
      const expected = await reader.marked();
      await reader.restart(how);
      assert.deepEqual(await reader.marked(), expected);
      await reader.choose('Theirs');
      await reader.shows(names, ['Fintech & policy', 'My glossary', 'Theirs']);
      await reader.shows(entries, ['virtual reality: Version 4.']);
    });
  }
});

describe('an event page that Firefox ends whenever it is idle', { skip: !isPresent('firefox') }, () => {
  /** @type {import('../support/firefox-ui.js').FirefoxUi} */
  let firefox;

  before(async () => {
    const zip = path.join(path.dirname(await built('firefox')), 'glossator-firefox.zip');
    // ms; a reader's Firefox waits for half a minute.
    firefox = await launchFirefoxUi(zip, { preferences: { 'extensions.background.idle.timeout': 300 } });
  }, { timeout: TEST_MS });

  after(() => firefox?.close());

  test('each page starts it again, and it goes when the page is marked', { timeout: TEST_MS }, async () => {
    for (let round = 0; round < 3; round += 1) {
      for (const end = Date.now() + 20_000; (await firefox.background()) !== 'stopped'; await pause(100)) assert.ok(Date.now() < end, 'it goes by itself');
      await firefox.goto('/pages/clean.html?csp=none');
      await firefox.clickButton();
      await firefox.waitFor('popup', says, { args: [`This page: ${BUILT_IN} terms`] });
      assert.equal(await firefox.badge(), String(BUILT_IN));
      await firefox.closePopup();
    }
  });
});

describe(`${MANY} entries in Firefox`, { skip: !isPresent('firefox') }, () => {
  /** @type {Reader} */
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

  /** To the moment in which all of them are ready to be written. */
  const beginImport = async () => {
    const { firefox } = reader;
    await reader.openOptions();
    await reader.fillImport(`void (${chooseServed})('wordnet.json', '${server.origin}/wordnet.json')`);
    await firefox.waitFor('tab', () => /** @type {HTMLInputElement} */ (document.querySelector('#import-dialog [type="file"]')).files?.length === 1, { what: 'the file' });
    await reader.next();
    assert.equal(await firefox.waitFor('tab', previewShown, { what: 'the preview', timeout: 60_000 }), true);
    assert.match(await firefox.evaluate('tab', () => document.querySelector('#import-dialog .count')?.textContent), /^100,000 entries/);
  };

  test('the browser crashes in the middle of the import: nothing is left of it, and what was there is whole', { timeout: LONG_MS }, async () => {
    await reader.openOptions();
    await reader.fillImport(paste, 'blockchain,Blocks in a chain.');
    await reader.next();
    await reader.finishImport();
    const expected = await reader.marked();
    await beginImport();
    await reader.next();
    await reader.firefox.waitFor('tab', () => document.querySelector('.doing')?.textContent?.startsWith('Saving'), { what: 'the writing to begin', timeout: 60_000 });
    await reader.restart('crash');
    await reader.choose('My glossary');
    await reader.shows(names, ['Fintech & policy', 'My glossary']);
    await reader.shows(entries, ['blockchain: Blocks in a chain.']);
    assert.deepEqual(await reader.marked(), expected);
  });

  test('imported with progress while the page lives on; there for the next page, and after event page and browser were started again', { timeout: LONG_MS }, async (context) => {
    const { firefox } = reader;
    await beginImport();
    await firefox.evaluate('tab', watchImport);
    const begin = Date.now();
    await reader.next();
    assert.equal(await firefox.waitFor('tab', importClosed, { what: 'the end', timeout: 180_000 }), true);
    const { steps, ticks, longest } = await firefox.evaluate('tab', importSeen);
    context.diagnostic(`import of ${MANY}: ${Date.now() - begin} ms; the page was blocked for ${longest} ms at most`);
    assert.ok(steps > 20, `the bar was seen at ${steps} places`);
    assert.ok(ticks > 50, `the page did something else ${ticks} times meanwhile`);

    const expected = await reader.marked('/pages/long.html?csp=none');
    const theirs = expected.filter((mark) => /\+(?:noun|verb|adj|adv)-\d+$/.test(mark));
    assert.ok(theirs.length > 20, `${theirs.length} marks of WordNet`);
    const timed = async (/** @type {string} */ what) => {
      const start = Date.now();
      assert.deepEqual(await reader.marked('/pages/long.html?csp=none'), expected, what);
      context.diagnostic(`${what}: ${Date.now() - start} ms with page and popup`);
    };
    await timed('the second page');
    await firefox.stopBackground();
    await timed('after the event page was stopped');
    await firefox.killBackground();
    await timed('after its process was killed');
    await reader.restart('close');
    await timed('after the browser was closed');
    await reader.restart('crash');
    await timed('after the browser had crashed');
    await reader.openOptions();
    await reader.shows(names, ['Fintech & policy', 'My glossary', 'WordNet']);
  });
});
