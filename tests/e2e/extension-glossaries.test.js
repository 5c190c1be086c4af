/**
 * @file The reader's own glossaries in the built extension, in Chromium: the options page, and what it does to pages.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { isPresent } from '../support/extension-built.js';
import { about, entries, importClosed, names, paste, previewShown, startReader } from '../support/extension-reader.js';
import { pause } from '../support/page.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 90_000;

describe('the reader’s glossaries', { skip: !isPresent('chromium') }, () => {
  /** @type {import('../support/extension-reader.js').Reader} */
  let reader;

  before(async () => {
    reader = await startReader();
  }, { timeout: TEST_MS });

  after(() => reader?.close());

  test('a table becomes a glossary, and pages are marked with it', { timeout: TEST_MS }, async () => {
    await reader.importText('Beschreibung;Wort;Synonyme\n"A shared ledger; nobody owns it.";blockchain;\n;nothing;\nWho supervises shares in China.;securities watchdog;CSRC | the commission\n', async (page) => {
      assert.equal(await page.evaluate(() => document.querySelector('#import-dialog .count')?.textContent), '2 entries · 1 row without term or definition is left out');
      await reader.type('#import-dialog [name="name"]', 'Mine');
    });
    await reader.shows(names, ['Fintech & policy', 'Mine']);
    await reader.shows(entries, ['blockchain: A shared ledger; nobody owns it.', 'securities watchdog: Who supervises shares in China.']);
    assert.deepEqual(await reader.options.consoleErrors(), []);
    // Both know it; the upper one wins.
    assert.deepEqual(await reader.marked(), ['Metaverse metaverse', 'blockchain blockchain', 'CSRC csrc', 'virtual reality virtual-reality']);
  });

  test('the order decides, and is changed with the arrow keys', { timeout: TEST_MS }, async () => {
    await reader.options.focus('#list li:nth-child(2) .handle');
    await reader.options.press('ArrowUp');
    await reader.shows(names, ['Mine', 'Fintech & policy']);
    assert.equal(await reader.options.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Move “Mine”');
    assert.equal(await reader.options.evaluate(() => document.querySelector('#said')?.textContent), '“Mine” is now number 1 of 2.');
    // Which CSRC is meant the article says, whatever the order.
    assert.deepEqual(await reader.marked(), ['Metaverse metaverse', 'blockchain +blockchain', 'CSRC csrc', 'virtual reality virtual-reality']);
  });

  test('the order is changed by dragging, too', { timeout: TEST_MS }, async () => {
    for (const [from, to, expected] of /** @type {[number, number, string[]][]} */ ([[1, 2, ['Fintech & policy', 'Mine']], [2, 1, ['Mine', 'Fintech & policy']]])) {
      await reader.browser.drag(reader.options, `#list li:nth-child(${from}) .open`, `#list li:nth-child(${to}) .open`);
      await reader.shows(names, expected);
    }
  });

  test('a glossary that is off, or for other sites, marks nothing', { timeout: TEST_MS }, async () => {
    await reader.options.click('#list li:nth-child(2) [role="switch"]');
    assert.deepEqual(await reader.marked(), ['blockchain +blockchain', 'CSRC +securities-watchdog']);
    await reader.options.click('#list li:nth-child(1) .open');
    await reader.options.waitFor(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#name'))?.value === 'Mine');
    await reader.type('#sites', 'https://other.example/x');
    await reader.options.waitFor(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#sites'))?.value === 'other.example');
    assert.deepEqual(await reader.marked(), []);
    await reader.type('#sites', 'other.example, 127.0.0.1');
    await reader.options.waitFor(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#sites'))?.value === 'other.example, 127.0.0.1');
    assert.deepEqual(await reader.marked(), ['blockchain +blockchain', 'CSRC +securities-watchdog']);
  });

  test('entries are added, found, changed and deleted', { timeout: TEST_MS }, async () => {
    await reader.options.click('#add');
    await reader.options.waitFor(() => document.querySelector('#entry-dialog[open]') !== null);
    await reader.options.type('virtual reality');
    await reader.options.press('Tab');
    await reader.options.type('Worn over the eyes.');
    await reader.type('#entry-dialog [name="url"]', 'javascript:alert(1)');
    await reader.options.click('#entry-dialog [value="save"]');
    await reader.options.waitFor(() => document.querySelector('#entry-dialog .error')?.textContent?.includes('entries[0].url'), { what: 'a refusal' });
    await reader.type('#entry-dialog [name="url"]', 'https://example.com/');
    await reader.options.click('#entry-dialog [value="save"]');
    await reader.options.waitFor(() => document.querySelector('#detail .about')?.textContent?.startsWith('3 entries'), { what: 'three entries' });
    await reader.type('#search', 'WORN eyes');
    await reader.shows(entries, ['virtual reality: Worn over the eyes.']);

    await reader.options.click('[aria-label="Edit “virtual reality”"]');
    await reader.options.waitFor(() => document.querySelector('#entry-dialog[open]') !== null);
    await reader.type('#entry-dialog [name="definition"]', 'Seen with glasses, worn before the eyes.');
    await reader.options.press('Enter');
    await reader.shows(entries, ['virtual reality: Seen with glasses, worn before the eyes.']);
    assert.deepEqual(await reader.marked(), ['blockchain +blockchain', 'CSRC +securities-watchdog', 'virtual reality +virtual-reality']);

    await reader.options.click('[aria-label="Delete “virtual reality”"]');
    await reader.options.waitFor(() => document.querySelector('#confirm-dialog[open]') !== null);
    await reader.options.click('#confirm-dialog [value="yes"]');
    await reader.shows(entries, []);
    await reader.type('#search', '');
    await reader.options.waitFor(() => document.querySelectorAll('#entries li').length === 2);
  });

  test('an import into a glossary shows its conflicts, and does what it is told', { timeout: TEST_MS }, async () => {
    await reader.importText('Blockchain\tOne block after the other.\nsecurities watchdog\tWho supervises shares in China.\nMetaverse\tA world of its own.', async (page) => {
      await reader.type('[name="into"]', await page.evaluate(() => /** @type {HTMLOptionElement} */ (document.querySelector('[name="into"] option:last-child')).value));
      await page.waitFor(() => !(/** @type {HTMLElement} */ (document.querySelector('.conflicts')).hidden), { what: 'the conflicts' });
      assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.conflicts :is(legend, dt, del, ins)')].map((part) => part.textContent)), [
        '1 term already exists with another definition', 'blockchain', 'A shared ledger; nobody owns it.', 'One block after the other.',
      ]);
      await page.click('[name="how"][value="replace"]');
    });
    await reader.shows(entries, ['Blockchain: One block after the other.', 'securities watchdog: Who supervises shares in China.', 'Metaverse: A world of its own.']);
  });

  /** In a page of the extension. @param {'look' | 'drop' | 'age' | 'sign'} what @returns {Promise<number[]>} how many forms the index of each glossary has; -1 where it is signed */
  const indexes = (what) =>
    reader.options.evaluate(
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
                if (how === 'sign') store.put({ ...record, isSigned: true });
                // What another version has made would find nothing.
                if (how === 'age') store.put({ ...record, format: 'another', forms: { hashes: new Uint32Array(), codes: new Uint32Array() } });
              }
            };
            transaction.oncomplete = () => {
              opening.result.close();
              resolve(request.result.map(({ forms, isSigned }) => (isSigned ? -1 : forms.hashes.length)));
            };
          };
        })),
      what,
    );

  test('the index of a glossary is stored; where it is gone or of another version it is made anew', { timeout: TEST_MS }, async () => {
    const expected = ['Metaverse +metaverse', 'blockchain +blockchain', 'CSRC +securities-watchdog'];
    const good = await indexes('look');
    assert.equal(good.length, 2, 'the reader’s and the one that comes with the extension');
    for (const what of /** @type {const} */ (['drop', 'age'])) {
      await indexes(what);
      await reader.browser.stopWorker();
      assert.deepEqual(await reader.marked(), expected, what);
      // The glossary that is off here has its turn when somebody asks for it.
      for (const end = Date.now() + 10_000; !(await indexes('look')).some((length) => length > 0); await pause(50)) {
        if (Date.now() > end) throw new Error(`the indexes: ${await indexes('look')}`);
      }
    }
    await reader.browser.stopWorker();
    assert.deepEqual(await reader.marked(), expected, 'from what is stored');
  });

  test('after an update of the extension the indexes of another format are made anew before a page is read, and no others', { timeout: TEST_MS }, async () => {
    // To this browser each start is an installation.
    await indexes('age');
    assert.ok((await indexes('look')).every((length) => length === 0));
    await reader.restart();
    for (const end = Date.now() + 10_000; !(await indexes('look').then((lengths) => lengths.length === 2 && lengths.every((length) => length > 0))); await pause(50)) {
      if (Date.now() > end) throw new Error(`the indexes: ${await indexes('look')}`);
    }
    await indexes('sign');
    await reader.restart();
    await reader.marked();
    assert.deepEqual(await indexes('look'), [-1, -1]);
  });

  test('what breaks the format’s rules is refused by name, and nothing is changed', { timeout: TEST_MS }, async () => {
    await reader.startImport(/** @type {any} */ (paste), JSON.stringify({ entries: [{ term: 'a', definition: 'b' }, { term: 'c', definition: 5 }] }));
    assert.equal(await reader.options.waitFor(previewShown), true);
    await reader.options.click('#import-dialog [value="next"]');
    assert.match(String(await reader.options.waitFor(importClosed)), /entries\[1\].*definition/);
    await reader.options.press('Escape');
    assert.deepEqual(await reader.options.evaluate(names), ['Mine', 'Fintech & policy']);
  });

  test('a selection becomes an entry, with the sentence that it stands in', { timeout: TEST_MS }, async () => {
    const { page } = reader.browser;
    await page.goto('/pages/clean.html');
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (!walker.nextNode()?.nodeValue?.includes('virtual reality'));
      const node = /** @type {Text} */ (walker.currentNode);
      const at = node.data.indexOf('virtual reality');
      document.getSelection()?.setBaseAndExtent(node, at, node, at + 'virtual reality'.length);
    });
    // What a click on the menu item does; nothing here can click it.
    await reader.options.close();
    await reader.browser.worker.evaluate(async () => {
      const [tab] = (await chrome.tabs.query(/** @type {any} */ ({ url: 'http://127.0.0.1/*' })));
      await /** @type {any} */ (globalThis).openDraft({ selectionText: 'virtual reality', frameId: 0 }, tab);
    });
    const form = await reader.browser.openedOwn('options.html');
    await form.waitFor(() => document.querySelector('#entry-dialog[open]') !== null, { what: 'the form' });
    const draft = { term: 'virtual reality', sentence: await page.evaluate(() => [...document.querySelectorAll('p')].flatMap(({ textContent }) => textContent?.replace(/\s+/g, ' ').match(/[A-Z][^.]*virtual reality[^.]*\./) ?? [])[0] ?? 'none') };
    assert.deepEqual(await form.evaluate(() => ['term', 'definition'].map((name) => /** @type {HTMLInputElement} */ (document.querySelector(`#entry-dialog [name="${name}"]`)).value)), [draft.term, draft.sentence]);
    assert.equal(await form.evaluate(() => /** @type {HTMLSelectElement} */ (document.querySelector('[name="target"]')).selectedOptions[0]?.textContent), 'Mine');
    await form.type('Worn over the eyes.');
    await form.click('#entry-dialog [value="save"]');
    await form.waitFor(() => document.querySelector('#entry-dialog[open]') === null);
    await form.waitFor(() => [...document.querySelectorAll('#entries p')].some((text) => text.textContent === 'Worn over the eyes.'), { what: 'the entry' });
    await form.close();
    reader.options = await reader.openOptions();
    await reader.options.waitFor(() => document.querySelectorAll('#entries li').length === 4);
  });

  test('what is exported is what is imported, entry by entry', { timeout: TEST_MS }, async () => {
    await reader.options.click('#list li:nth-child(2) .open');
    await reader.options.waitFor(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#name'))?.value === 'Fintech & policy');
    const [name, text] = await reader.options.evaluate(async () => {
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
    await reader.options.goto('/options.html');
    await reader.options.waitFor(() => document.querySelector('#list li') !== null);
    await reader.options.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['\ufefféclair|a cake\nstrudel|another, with apples'], 'cakes.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    assert.equal(await reader.options.waitFor(previewShown), true);
    // Keys go to the tab that is in front.
    await reader.browser.front(reader.options);
    await reader.options.waitFor(() => document.hasFocus() && document.activeElement?.matches('#import-dialog [value="next"]'), { what: 'the focus on the button' });
    await reader.options.press('Enter');
    await reader.options.waitFor(importClosed);
    await reader.options.waitFor(() => document.querySelectorAll('#list li').length === 3);
    await reader.shows(names, ['Mine', 'Fintech & policy', 'cakes']);
    await reader.shows(entries, ['éclair: a cake', 'strudel: another, with apples']);
    // From the row of the new glossary, where the focus is, to its deletion.
    await reader.options.waitFor(() => document.activeElement?.matches('#list li:last-child .open'), { what: 'the focus on the new one' });
    for (let presses = 0; presses < 20 && (await reader.options.evaluate(() => document.activeElement?.id)) !== 'delete'; presses += 1) await reader.options.press('Tab');
    await reader.options.press('Enter');
    await reader.options.waitFor(() => document.querySelector('#confirm-dialog[open]') !== null);
    assert.equal(await reader.options.evaluate(() => /** @type {HTMLButtonElement} */ (document.activeElement).value), 'cancel', 'what deletes is not what Enter does');
    await reader.options.press('Tab');
    await reader.options.press('Enter');
    await reader.shows(names, ['Mine', 'Fintech & policy']);
  });

  const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`axe: the options page and its dialogs, ${colorScheme}`, { timeout: TEST_MS }, async () => {
      const source = await axe;
      const assertNone = async (/** @type {string} */ state) => {
        await pause(200);
        await reader.options.evaluate(`(() => { ${source}; return true; })()`);
        const found = await reader.options.evaluate(async () => {
          const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] });
          return violations.flatMap((/** @type {any} */ rule) => rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
        });
        assert.deepEqual(found, [], state);
      };
      await reader.options.emulate({ colorScheme, reducedMotion: 'reduce' });
      await reader.options.click('#list li:first-child .open');
      await reader.options.waitFor(() => document.querySelector('#add') !== null);
      await assertNone('page');
      await reader.options.click('#add');
      await assertNone('entry');
      await reader.options.press('Escape');
      await reader.startImport(/** @type {any} */ (paste), 'term,definition\nblockchain,Something else.\n');
      assert.equal(await reader.options.waitFor(previewShown), true);
      await reader.type('[name="into"]', await reader.options.evaluate(() => /** @type {HTMLOptionElement} */ (document.querySelector('[name="into"] option:last-child')).value));
      await assertNone('import');
      await reader.options.press('Escape');
      await reader.options.click('#delete');
      await assertNone('question');
      await reader.options.press('Escape');
      await reader.options.emulate({});
    });
  }

});
