/**
 * @file The reader's own glossaries in the built extension: the options page, what it does to pages, and what survives.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { listen } from '../../xtask/js/serve.js';
import { built, isPresent } from '../support/extension-built.js';
import { copyExtension } from '../support/extension-copy.js';
import { launchFirefoxWithExtension } from '../support/extension-firefox.js';
import { launchWithExtension } from '../support/extension.js';
import { pause } from '../support/page.js';

/** A test that takes longer than this hangs; those with 100,000 entries compile them several times. */
const TEST_MS = 90_000;
const LONG_MS = 240_000;

/** As many entries as the extension is meant for. */
const MANY = 100_000;

const SPACE = { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' };

/** @typedef {import('../support/page.js').Page} Page */

const hasMarks = () => document.querySelector('gloss-term') !== null;
const marks = () => [...document.querySelectorAll('gloss-term')].map((mark) => `${mark.textContent} ${mark.getAttribute('entry')?.replace(/^[0-9a-f-]{36}:/, '+')}`);
const names = () => [...document.querySelectorAll('#list .open b')].map((name) => name.textContent);
const entries = () => [...document.querySelectorAll('#entries li')].map((row) => `${row.querySelector('b')?.textContent}: ${row.querySelector('p')?.textContent}`);
const about = () => document.querySelector('#detail .about')?.textContent ?? '';

describe('the reader’s glossaries in Chromium', { skip: !isPresent('chromium') }, () => {
  /** @type {string} */
  let work;
  /** @type {import('../support/extension.js').ExtensionBrowser} */
  let browser;
  /** @type {Page} */
  let options;

  const launch = async () => {
    browser = await launchWithExtension(path.join(work, 'extension'), { profile: path.join(work, 'profile') });
    options = await openOptions();
  };

  before(async () => {
    work = await mkdtemp(path.join(tmpdir(), 'glossator-'));
    await copyExtension(await built('chrome'), path.join(work, 'extension'), 'Object.assign(globalThis, { updateDue, openDraft });\n');
    await launch();
  }, { timeout: TEST_MS });

  after(async () => {
    await browser?.close();
    await rm(work, { recursive: true, force: true });
  });

  async function openOptions(file = 'options.html') {
    const page = await browser.openOwn(file);
    await page.waitFor(() => document.querySelector('#list li') !== null, { what: 'the list' });
    return page;
  }

  /** @param {() => unknown} choose  puts something into the form of the import, in the page @param {unknown[]} args */
  async function startImport(choose, ...args) {
    await options.click('#import');
    await options.waitFor(() => document.querySelector('#import-dialog[open]') !== null, { what: 'the dialog' });
    await options.evaluate(/** @type {any} */ (choose), ...args);
    await options.click('#import-dialog [value="next"]');
  }

  const paste = (/** @type {string} */ text) => {
    /** @type {HTMLTextAreaElement} */ (document.querySelector('[name="paste"]')).value = text;
  };
  const previewShown = () => document.querySelector('#import-dialog .error')?.textContent || !(/** @type {HTMLElement} */ (document.querySelector('[data-step="preview"]')).hidden);
  const importClosed = () => document.querySelector('#import-dialog[open]') === null || document.querySelector('#import-dialog .error')?.textContent;

  /** @param {string} text @param {(page: Page) => Promise<void>} [inPreview] */
  async function importText(text, inPreview) {
    await startImport(/** @type {any} */ (paste), text);
    assert.equal(await options.waitFor(previewShown, { what: 'the preview' }), true);
    await inPreview?.(options);
    await options.click('#import-dialog [value="next"]');
    assert.equal(await options.waitFor(importClosed, { what: 'the end of the import', timeout: 20_000 }), true);
  }

  /** What the page shows after the button was clicked. @param {string} [address] */
  async function marked(address = '/pages/clean.html?csp=none') {
    const { page } = browser;
    await page.goto(address);
    const popup = await browser.openPopup();
    for (const end = Date.now() + 60_000; ['working', ''].includes(await popup.evaluate("document.documentElement?.dataset.status ?? ''")); await pause(50)) {
      if (Date.now() > end) throw new Error('the page is not read');
    }
    const found = await page.evaluate(marks);
    await popup.close();
    await browser.front(options);
    return found;
  }

  /** @param {string} selector @param {string} value */
  const type = (selector, value) =>
    options.evaluate(
      /** @type {any} */ ((/** @type {string} */ where, /** @type {string} */ what) => {
        const input = /** @type {HTMLInputElement} */ (document.querySelector(where));
        input.value = what;
        for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true }));
      }),
      selector,
      value,
    );

  const shows = (/** @type {() => unknown} */ read, /** @type {unknown} */ expected, what = '') =>
    options.waitFor(/** @type {any} */ ((/** @type {string} */ source, /** @type {string} */ json) => JSON.stringify((0, eval)(`(${source})`)()) === json), {
      what: `${what} ${JSON.stringify(expected)}`,
      args: [String(read), JSON.stringify(expected)],
    });

  test('a table becomes a glossary, and pages are marked with it', { timeout: TEST_MS }, async () => {
    await importText('Beschreibung;Wort;Synonyme\n"A shared ledger; nobody owns it.";blockchain;\n;nothing;\nWho supervises shares in China.;securities watchdog;CSRC | the commission\n', async (page) => {
      assert.equal(await page.evaluate(() => document.querySelector('#import-dialog .count')?.textContent), '2 entries · 1 row without term or definition is left out');
      await type('#import-dialog [name="name"]', 'Mine');
    });
    await shows(names, ['Fintech & policy', 'Mine']);
    await shows(entries, ['blockchain: A shared ledger; nobody owns it.', 'securities watchdog: Who supervises shares in China.']);
    assert.deepEqual(await options.consoleErrors(), []);
    // Both know it; the upper one wins.
    assert.deepEqual(await marked(), ['Metaverse metaverse', 'blockchain blockchain', 'CSRC csrc', 'virtual reality virtual-reality']);
  });

  test('the order decides, and is changed with the arrow keys', { timeout: TEST_MS }, async () => {
    await options.focus('#list li:nth-child(2) .handle');
    await options.press('ArrowUp');
    await shows(names, ['Mine', 'Fintech & policy']);
    assert.equal(await options.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Move “Mine”');
    assert.equal(await options.evaluate(() => document.querySelector('#said')?.textContent), '“Mine” is now number 1 of 2.');
    // Which CSRC is meant the article says, whatever the order.
    assert.deepEqual(await marked(), ['Metaverse metaverse', 'blockchain +blockchain', 'CSRC csrc', 'virtual reality virtual-reality']);
  });

  test('a glossary that is off, or for other sites, marks nothing', { timeout: TEST_MS }, async () => {
    await options.click('#list li:nth-child(2) [role="switch"]');
    assert.deepEqual(await marked(), ['blockchain +blockchain', 'CSRC +securities-watchdog']);
    await options.click('#list li:nth-child(1) .open');
    await options.waitFor(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#name'))?.value === 'Mine');
    await type('#sites', 'https://other.example/x');
    await options.waitFor(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#sites'))?.value === 'other.example');
    assert.deepEqual(await marked(), []);
    await type('#sites', 'other.example, 127.0.0.1');
    await options.waitFor(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#sites'))?.value === 'other.example, 127.0.0.1');
    assert.deepEqual(await marked(), ['blockchain +blockchain', 'CSRC +securities-watchdog']);
  });

  test('entries are added, found, changed and deleted', { timeout: TEST_MS }, async () => {
    await options.click('#add');
    await options.waitFor(() => document.querySelector('#entry-dialog[open]') !== null);
    await options.type('virtual reality');
    await options.press('Tab');
    await options.type('Worn over the eyes.');
    await type('#entry-dialog [name="url"]', 'javascript:alert(1)');
    await options.click('#entry-dialog [value="save"]');
    await options.waitFor(() => document.querySelector('#entry-dialog .error')?.textContent?.includes('entries[0].url'), { what: 'a refusal' });
    await type('#entry-dialog [name="url"]', 'https://example.com/');
    await options.click('#entry-dialog [value="save"]');
    await options.waitFor(() => document.querySelector('#detail .about')?.textContent?.startsWith('3 entries'), { what: 'three entries' });
    await type('#search', 'WORN eyes');
    await shows(entries, ['virtual reality: Worn over the eyes.']);

    await options.click('[aria-label="Edit “virtual reality”"]');
    await options.waitFor(() => document.querySelector('#entry-dialog[open]') !== null);
    await type('#entry-dialog [name="definition"]', 'Seen with glasses, worn before the eyes.');
    await options.press('Enter');
    await shows(entries, ['virtual reality: Seen with glasses, worn before the eyes.']);
    assert.deepEqual(await marked(), ['blockchain +blockchain', 'CSRC +securities-watchdog', 'virtual reality +virtual-reality']);

    await options.click('[aria-label="Delete “virtual reality”"]');
    await options.waitFor(() => document.querySelector('#confirm-dialog[open]') !== null);
    await options.click('#confirm-dialog [value="yes"]');
    await shows(entries, []);
    await type('#search', '');
    await options.waitFor(() => document.querySelectorAll('#entries li').length === 2);
  });

  test('an import into a glossary shows its conflicts, and does what it is told', { timeout: TEST_MS }, async () => {
    await importText('Blockchain\tOne block after the other.\nsecurities watchdog\tWho supervises shares in China.\nMetaverse\tA world of its own.', async (page) => {
      await type('[name="into"]', await page.evaluate(() => /** @type {HTMLOptionElement} */ (document.querySelector('[name="into"] option:last-child')).value));
      await page.waitFor(() => !(/** @type {HTMLElement} */ (document.querySelector('.conflicts')).hidden), { what: 'the conflicts' });
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.conflicts :is(legend, dt, del, ins)')].map((part) => part.textContent)), [
        '1 term is there already with another definition', 'blockchain', 'A shared ledger; nobody owns it.', 'One block after the other.',
      ]);
      await page.click('[name="how"][value="replace"]');
    });
    await shows(entries, ['Blockchain: One block after the other.', 'securities watchdog: Who supervises shares in China.', 'Metaverse: A world of its own.']);
  });

  test('the index of a glossary is stored; where it is gone or of another version it is made anew', { timeout: TEST_MS }, async () => {
    /** In a page of the extension. @param {'look' | 'drop' | 'age'} what @returns {Promise<number[]>} how many forms the index of each glossary has */
    const indexes = (what) =>
      options.evaluate(
        /** @type {any} */ ((/** @type {string} */ how) =>
          new Promise((resolve) => {
            const opening = indexedDB.open('glossator');
            opening.onsuccess = () => {
              const transaction = opening.result.transaction('indexes', 'readwrite');
              const store = transaction.objectStore('indexes');
              const request = store.getAll();
              request.onsuccess = () => {
                for (const record of request.result) {
                  if (how === 'drop') store.delete(record.id);
                  // What another build has made would find nothing.
                  if (how === 'age') store.put({ ...record, build: 'another', forms: { hashes: new Uint32Array(), codes: new Uint32Array() } });
                }
              };
              transaction.oncomplete = () => {
                opening.result.close();
                resolve(request.result.map(({ forms }) => forms.hashes.length));
              };
            };
          })),
        what,
      );
    const expected = ['Metaverse +metaverse', 'blockchain +blockchain', 'CSRC +securities-watchdog'];
    const good = await indexes('look');
    assert.equal(good.length, 2, 'the reader’s and the one that comes with the extension');
    for (const what of /** @type {const} */ (['drop', 'age'])) {
      await indexes(what);
      await browser.stopWorker();
      assert.deepEqual(await marked(), expected, what);
      // The glossary that is off here has its turn when somebody asks for it.
      for (const end = Date.now() + 10_000; !(await indexes('look')).some((length) => length > 0); await pause(50)) {
        if (Date.now() > end) throw new Error(`the indexes: ${await indexes('look')}`);
      }
    }
    await browser.stopWorker();
    assert.deepEqual(await marked(), expected, 'from what is stored');
  });

  test('what breaks the format’s rules is refused by name, and nothing is changed', { timeout: TEST_MS }, async () => {
    await startImport(/** @type {any} */ (paste), JSON.stringify({ entries: [{ term: 'a', definition: 'b' }, { term: 'c', definition: 5 }] }));
    assert.equal(await options.waitFor(previewShown), true);
    await options.click('#import-dialog [value="next"]');
    assert.match(String(await options.waitFor(importClosed)), /entries\[1\].*definition/);
    await options.press('Escape');
    assert.deepEqual(await options.evaluate(names), ['Mine', 'Fintech & policy']);
  });

  test('a selection becomes an entry, with the sentence that it stands in', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/clean.html');
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (!walker.nextNode()?.nodeValue?.includes('virtual reality'));
      const node = /** @type {Text} */ (walker.currentNode);
      const at = node.data.indexOf('virtual reality');
      document.getSelection()?.setBaseAndExtent(node, at, node, at + 'virtual reality'.length);
    });
    // What a click on the menu item does; nothing here can click it.
    await options.close();
    await browser.worker.evaluate(async () => {
      const [tab] = (await chrome.tabs.query(/** @type {any} */ ({ url: 'http://127.0.0.1/*' })));
      await /** @type {any} */ (globalThis).openDraft({ selectionText: 'virtual reality', frameId: 0 }, tab);
    });
    const form = await browser.openedOwn('options.html');
    await form.waitFor(() => document.querySelector('#entry-dialog[open]') !== null, { what: 'the form' });
    const draft = { term: 'virtual reality', sentence: await page.evaluate(() => [...document.querySelectorAll('p')].flatMap(({ textContent }) => textContent?.replace(/\s+/g, ' ').match(/[A-Z][^.]*virtual reality[^.]*\./) ?? [])[0] ?? 'none') };
    assert.deepEqual(await form.evaluate(() => ['term', 'definition'].map((name) => /** @type {HTMLInputElement} */ (document.querySelector(`#entry-dialog [name="${name}"]`)).value)), [draft.term, draft.sentence]);
    assert.equal(await form.evaluate(() => /** @type {HTMLSelectElement} */ (document.querySelector('[name="target"]')).selectedOptions[0]?.textContent), 'Mine');
    await form.type('Worn over the eyes.');
    await form.click('#entry-dialog [value="save"]');
    await form.waitFor(() => document.querySelector('#entry-dialog[open]') === null);
    await form.waitFor(() => [...document.querySelectorAll('#entries p')].some((text) => text.textContent === 'Worn over the eyes.'), { what: 'the entry' });
    await form.close();
    options = await openOptions();
    await options.waitFor(() => document.querySelectorAll('#entries li').length === 4);
  });

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
      await startImport(
        /** @type {any} */ ((/** @type {string} */ url) => {
          /** @type {HTMLInputElement} */ (document.querySelector('[name="address"]')).value = url;
          /** @type {HTMLSelectElement} */ (document.querySelector('[name="hours"]')).value = '24';
        }),
        `${server.origin}/list.json`,
      );
      assert.equal(await options.waitFor(previewShown), true);
      await options.click('#import-dialog [value="next"]');
      await shows(names, ['Mine', 'Fintech & policy', 'Theirs']);
      await shows(entries, ['virtual reality: Version 1.']);
      assert.equal(await options.evaluate(() => document.querySelector('#add')), null, 'what an update would undo is not offered');
      const before = asked;
      await marked();
      await pause(300);
      assert.equal(asked, before, 'nothing is fetched before it is time');

      version = 2;
      const due = (/** @type {number} */ hours) => browser.worker.evaluate((/** @type {number} */ ms) => /** @type {any} */ (globalThis).updateDue(Date.now() + ms), hours * 3_600_000);
      await due(25);
      await options.goto('/options.html');
      await options.waitFor(() => document.querySelectorAll('#list li').length === 3);
      await options.click('#list li:nth-child(3) .open');
      await shows(entries, ['virtual reality: Version 2.']);
      version = 3;
      await due(50);
      await options.click('#update');
      await options.waitFor(() => document.querySelector('#detail .error')?.textContent?.includes('HTTP 500'), { what: 'what went wrong' });
      await shows(entries, ['virtual reality: Version 2.'], 'the old entries');
      version = 2;
      await options.click('#update');
      await options.waitFor(() => document.querySelector('#detail .error') === null, { what: 'no error' });
      await options.click('#delete');
      await options.waitFor(() => document.querySelector('#confirm-dialog[open]') !== null);
      await options.click('#confirm-dialog [value="yes"]');
      await shows(names, ['Mine', 'Fintech & policy']);
    } finally {
      await server.close();
    }
  });

  test('always on a site: its pages are marked by themselves; never: not even by the button', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/clean.html');
    let popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    assert.equal(await popup.evaluate("document.querySelector('#site b').textContent"), '127.0.0.1');
    await popup.evaluate("document.querySelector('[name=site][value=always]').click()");
    await page.waitFor(hasMarks);
    await pause(500);
    await popup.close();
    for (const policy of ['none', 'trusted']) {
      await page.goto(`/pages/clean.html?csp=${policy}`);
      await page.waitFor(hasMarks, { what: 'marks that nobody asked for on this page' });
    }
    await browser.stopWorker();
    await page.goto('/pages/clean.html?csp=sandbox');
    await page.waitFor(hasMarks, { what: 'marks from a background that was stopped' });

    popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    assert.equal(await popup.evaluate("document.querySelector('[name=site]:checked').value"), 'always');
    await popup.evaluate("document.querySelector('[name=site][value=never]').click()");
    await page.waitFor(() => document.querySelector('gloss-term') === null, { what: 'no marks' });
    await pause(300);
    await popup.close();
    await page.goto('/pages/clean.html');
    popup = await browser.openPopup();
    await popup.says('Off on this page.');
    assert.equal(await page.evaluate(hasMarks), false);
    await popup.press(SPACE);
    await page.waitFor(hasMarks, { what: 'marks after the switch' });
    await popup.evaluate("document.querySelector('[name=site][value=ask]').click()");
    await pause(300);
    await popup.close();
  });

  test('what is exported is what is imported, entry by entry', { timeout: TEST_MS }, async () => {
    await options.click('#list li:nth-child(2) .open');
    await options.waitFor(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#name'))?.value === 'Fintech & policy');
    const [name, text] = await options.evaluate(async () => {
      /** @type {Promise<[string, Blob]>} */
      const saved = new Promise((resolve) => {
        /** @type {Blob} */
        let file;
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => createObjectURL.call(URL, (file = /** @type {Blob} */ (blob)));
        HTMLAnchorElement.prototype.click = function click() {
          resolve([this.download, file]);
        };
      });
      /** @type {HTMLElement} */ (document.querySelector('#export')).click();
      const [download, blob] = await saved;
      return [download, await blob.text()];
    });
    assert.equal(name, 'Fintech-policy.json');
    const original = JSON.parse(await readFile(new URL('../../glossary/fintech-policy.json', import.meta.url), 'utf8'));
    assert.deepEqual(JSON.parse(text), { name: original.name, language: 'en', entries: original.entries });
  });

  test('a file that falls on the page is imported, and all of it can be done by keyboard', { timeout: TEST_MS }, async () => {
    await options.goto('/options.html');
    await options.waitFor(() => document.querySelector('#list li') !== null);
    await options.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['\ufefféclair|a cake\nstrudel|another, with apples'], 'cakes.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    assert.equal(await options.waitFor(previewShown), true);
    // Keys go to the tab that is in front.
    await browser.front(options);
    await options.waitFor(() => document.hasFocus() && document.activeElement?.matches('#import-dialog [value="next"]'), { what: 'the focus on the button' });
    await options.press('Enter');
    await options.waitFor(importClosed);
    await options.waitFor(() => document.querySelectorAll('#list li').length === 3);
    await shows(names, ['Mine', 'Fintech & policy', 'cakes']);
    await shows(entries, ['éclair: a cake', 'strudel: another, with apples']);
    // From the row of the new glossary, where the focus is, to its deletion.
    await options.waitFor(() => document.activeElement?.matches('#list li:last-child .open'), { what: 'the focus on the new one' });
    for (let presses = 0; presses < 20 && (await options.evaluate(() => document.activeElement?.id)) !== 'delete'; presses += 1) await options.press('Tab');
    await options.press('Enter');
    await options.waitFor(() => document.querySelector('#confirm-dialog[open]') !== null);
    assert.equal(await options.evaluate(() => /** @type {HTMLButtonElement} */ (document.activeElement).value), 'cancel', 'what deletes is not what Enter does');
    await options.press('Tab');
    await options.press('Enter');
    await shows(names, ['Mine', 'Fintech & policy']);
  });

  const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`axe: the options page and its dialogs, ${colorScheme}`, { timeout: TEST_MS }, async () => {
      const source = await axe;
      const assertNone = async (/** @type {string} */ state) => {
        await pause(200);
        await options.evaluate(`(() => { ${source}; return true; })()`);
        const found = await options.evaluate(async () => {
          const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] });
          return violations.flatMap((/** @type {any} */ rule) => rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
        });
        assert.deepEqual(found, [], state);
      };
      await options.emulate({ colorScheme, reducedMotion: 'reduce' });
      await options.click('#list li:first-child .open');
      await options.waitFor(() => document.querySelector('#add') !== null);
      await assertNone('page');
      await options.click('#add');
      await assertNone('entry');
      await options.press('Escape');
      await startImport(/** @type {any} */ (paste), 'term,definition\nblockchain,Something else.\n');
      assert.equal(await options.waitFor(previewShown), true);
      await type('[name="into"]', await options.evaluate(() => /** @type {HTMLOptionElement} */ (document.querySelector('[name="into"] option:last-child')).value));
      await assertNone('import');
      await options.press('Escape');
      await options.click('#delete');
      await assertNone('question');
      await options.press('Escape');
      await options.emulate({});
    });
  }

  const chunkCount = () =>
    new Promise((resolve) => {
      const opening = indexedDB.open('glossator');
      opening.onsuccess = () => {
        const request = opening.result.transaction('chunks').objectStore('chunks').count();
        request.onsuccess = () => {
          opening.result.close();
          resolve(request.result);
        };
      };
    });

  /** A file of many entries, in the page that imports it. */
  const manyEntries = (/** @type {number} */ count) => {
    const list = Array.from({ length: count }, (_, n) => ({ term: `wort${n.toString(36)} begriff${n % 977}`, definition: `What number ${n} means, in a sentence that is as long as such sentences are.` }));
    list.push({ term: 'Metaverse', definition: 'The last of many.' });
    const files = new DataTransfer();
    files.items.add(new File([JSON.stringify({ name: 'Many', language: 'de', entries: list })], 'many.json'));
    /** @type {HTMLInputElement} */ (document.querySelector('#import-dialog [type="file"]')).files = files.files;
  };

  test(`${MANY} entries: an import that is cut off leaves everything as it was`, { timeout: LONG_MS }, async () => {
    const before = await options.evaluate(chunkCount);
    await startImport(/** @type {any} */ (manyEntries), MANY);
    assert.equal(await options.waitFor(previewShown, { timeout: 30_000 }), true);
    await options.click('#import-dialog [value="next"]');
    await options.waitFor(() => document.querySelector('.doing')?.textContent?.startsWith('Saving'), { what: 'the writing to begin', timeout: 120_000 });
    await options.close();
    options = await openOptions();
    assert.deepEqual(await options.evaluate(names), ['Mine', 'Fintech & policy']);
    assert.deepEqual(await marked(), ['Metaverse +metaverse', 'blockchain +blockchain', 'CSRC +securities-watchdog', 'virtual reality +virtual-reality']);
    // What it had written is gone with the next one.
    await importText('zyzzyva,A weevil.');
    await shows(names, ['Mine', 'Fintech & policy', 'My glossary']);
    assert.equal(await options.evaluate(chunkCount), Number(before) + 1);
  });

  test(`${MANY} entries: imported, and there after the background and the browser were started again`, { timeout: LONG_MS }, async (context) => {
    await options.evaluate(() => {
      // The longest time in which the page did nothing.
      let last = performance.now();
      const seen = /** @type {any} */ (globalThis);
      seen.longest = 0;
      setInterval(() => {
        const now = performance.now();
        seen.longest = Math.max(seen.longest, now - last);
        last = now;
      }, 5);
    });
    const begin = Date.now();
    await startImport(/** @type {any} */ (manyEntries), MANY);
    assert.equal(await options.waitFor(previewShown, { timeout: 30_000 }), true);
    await options.evaluate(() => void (/** @type {any} */ (globalThis).longest = 0));
    await options.click('#import-dialog [value="next"]');
    assert.equal(await options.waitFor(importClosed, { what: 'the end', timeout: 180_000 }), true);
    const longest = await options.evaluate(() => Math.round(/** @type {any} */ (globalThis).longest));
    context.diagnostic(`import of ${MANY}: ${Date.now() - begin} ms; the page was blocked for ${longest} ms at most`);
    assert.match(await options.evaluate(about), /^100,001 entries/);
    await options.focus('#list li:last-child .handle');
    for (let place = 3; place > 0; place -= 1) {
      await options.press('ArrowUp');
      await options.waitFor(/** @type {any} */ ((/** @type {number} */ at) => document.querySelector(`#list li:nth-child(${at}) .open b`)?.textContent === 'Many'), { args: [place] });
    }
    const expected = ['Metaverse +metaverse', 'blockchain +blockchain', 'CSRC +securities-watchdog', 'virtual reality +virtual-reality'];
    const timed = async (/** @type {string} */ what) => {
      const start = Date.now();
      assert.deepEqual(await marked(), expected);
      context.diagnostic(`${what}: ${Date.now() - start} ms with page and popup`);
    };
    await timed('the first page');
    await timed('the second page');
    await browser.stopWorker();
    await timed('after the background was stopped');
    // The options page is none of the sites of "Mine", so this is another combination.
    const first = { type: 'read', text: '', blocks: [0, 1], options: {}, language: 'en' };
    await options.evaluate(/** @type {any} */ ((/** @type {unknown} */ message) => /** @type {any} */ (globalThis).chrome.runtime.sendMessage(message)), first);
    await pause(2000);
    for (const state of ['stopped', 'running']) {
      if (state === 'stopped') await browser.stopWorker();
      const [ms, found] = await options.evaluate(async () => {
        const start = performance.now();
        const { matches } = await /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: 'read', text: 'The Metaverse, and what it is.', blocks: [0, 1], options: {}, language: 'en' });
        return [Math.round(performance.now() - start), matches.length];
      });
      assert.equal(found, 4);
      context.diagnostic(`an answer of a background that was ${state}: ${ms} ms`);
    }
    await browser.close();
    await launch();
    assert.deepEqual(await options.evaluate(names), ['Many', 'Mine', 'Fintech & policy', 'My glossary']);
    await timed('after the browser was closed');
    await type('#search', 'wort1yzz');
    await options.waitFor(() => document.querySelectorAll('#entries li').length === 1, { what: 'one of them' });
  });
});

describe('the reader’s glossaries in Firefox', { skip: !isPresent('firefox') }, () => {
  /**
   * Nothing from outside reaches the options page in Firefox, but the background does: it imports a list there, moves the new glossary up, has
   * the page read again, and says in the address what the options page shows.
   */
  const MORE = `
async function drive(tabId, base) {
  const until = async (condition) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const value = condition();
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('waited in vain for ' + condition);
  };
  await chrome.runtime.openOptionsPage();
  const page = await until(() => chrome.extension.getViews({ type: 'tab' })[0]?.document);
  const get = (selector) => page.querySelector(selector);
  await until(() => get('#list li'));
  get('#import').click();
  await until(() => get('#import-dialog[open]'));
  get('[name="paste"]').value = 'blockchain;Blocks in a chain, and more.\\nbond;A debt.';
  get('#import-dialog [value="next"]').click();
  await until(() => !get('[data-step="preview"]').hidden || get('#import-dialog .error').textContent);
  get('#import-dialog [value="next"]').click();
  await until(() => !get('#import-dialog[open]') || get('#import-dialog .error').textContent);
  await until(() => page.querySelectorAll('#list li').length === 2);
  get('#list li:last-child .handle').dispatchEvent(new page.defaultView.KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  await until(() => get('#list .open b').textContent === 'My glossary');
  await until(() => page.querySelectorAll('#entries li').length === 2);
  return [...page.querySelectorAll('#entries b, #import-dialog .error')].map((part) => part.textContent).filter(Boolean).join();
}
chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (!/#import$/.test(url ?? '')) return;
  drive(tabId)
    .catch((error) => String(error))
    .then(async (result) => {
      // Behind the options page nothing is marked.
      await chrome.tabs.update(tabId, { active: true });
      await chrome.tabs.sendMessage(tabId, { type: 'page', command: 'on' }, { frameId: 0 });
      await chrome.tabs.update(tabId, { url: url.replace('#import', '#done=' + encodeURIComponent(result)) });
    });
});
`;
  /** @type {string} */
  let work;

  before(async () => {
    work = await mkdtemp(path.join(tmpdir(), 'glossator-'));
  });
  after(() => rm(work, { recursive: true, force: true }));

  test('are imported on the options page, used at once, and there after the browser was started again', { timeout: LONG_MS }, async () => {
    const profile = path.join(work, 'profile');
    for (const round of ['first', 'second']) {
      const browser = await launchFirefoxWithExtension(await built('firefox'), { profile, more: MORE });
      try {
        const { page } = browser;
        await page.goto('/pages/clean.html');
        for (const end = Date.now() + 20_000; !(await page.evaluate(hasMarks)); await pause(250)) {
          if (Date.now() > end) throw new Error('the extension does not run');
          await page.evaluate(() => void (location.hash = location.hash === '#on' ? '#' : '#on'));
        }
        if (round === 'first') {
          await page.evaluate(() => void (location.hash = '#import'));
          await page.waitFor(() => location.hash.startsWith('#done'), { what: 'the options page to do its work', timeout: 30_000 });
          assert.equal(await page.evaluate(() => decodeURIComponent(location.hash)), '#done=blockchain,bond');
        }
        await page.waitFor(() => document.querySelector('gloss-term[entry$=":blockchain"]') !== null, { what: 'the own entry' });
        assert.deepEqual(await page.evaluate(marks), ['Metaverse metaverse', 'blockchain +blockchain', 'CSRC csrc', 'virtual reality virtual-reality']);
      } finally {
        await browser.close();
      }
    }
  });
});
