/**
 * @file The built extension in a browser that loses messages, or the answers to them, without a word: popup, side panel and page. In Chromium, with a copy that loses them by itself;
 * `tests/node/extension-lost.test.js` has more of it, with a clock of its own.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { built, isPresent } from '../support/extension-built.js';
import { copyExtension } from '../support/extension-copy.js';
import { launchWithExtension } from '../support/extension.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 60_000;

const READ = 'This page: 4 terms';

/** Goes before the scripts of the copy, and runs there. Loses what is in the storage as `lost`: "message look 1", "answer read 1". */
function lose() {
  const lost = chrome.storage.local.get(['lost']).then((stored) => /** @type {string[]} */ (stored['lost'] ?? []));
  /** @type {Record<string, number>} */
  const counts = {};
  const never = new Promise(() => {});
  /** @param {any} owner @param {string} method @param {(...sent: any[]) => string} nameOf */
  const wrap = (owner, method, nameOf) => {
    const own = owner?.[method];
    if (!own) return;
    owner[method] = async (/** @type {any[]} */ ...sent) => {
      const what = nameOf(...sent);
      const name = `${what} ${(counts[what] = (counts[what] ?? 0) + 1)}`;
      const names = await lost;
      if (names.includes(`message ${name}`)) return never;
      const answer = await own.apply(owner, sent);
      return names.includes(`answer ${name}`) ? never : answer;
    };
  };
  wrap(chrome.tabs, 'sendMessage', (_, { command }) => command);
  wrap(chrome.scripting, 'executeScript', () => 'inject');
  wrap(chrome.runtime, 'sendMessage', ({ type, state }) => (state ? `state ${state.status}` : type));
}

const marks = () => document.querySelectorAll('gloss-term').length;

describe('the extension in Chromium, where it is lost', { skip: !isPresent('chromium') }, () => {
  /** @type {string} */
  let work;
  /** @type {import('../support/extension.js').ExtensionBrowser} */
  let browser;

  before(async () => {
    work = await mkdtemp(path.join(tmpdir(), 'glossator-'));
    const copy = path.join(work, 'extension');
    await copyExtension(await built('chrome'), copy, '');
    for (const name of ['popup.js', 'panel.js', 'content.js']) {
      const file = path.join(copy, name);
      // A block, since `content.js` may be injected twice.
      await writeFile(file, `(${lose})();\n${await readFile(file, 'utf8')}`);
    }
    browser = await launchWithExtension(copy);
  }, { timeout: TEST_MS });

  after(async () => {
    await browser?.close();
    await rm(work, { recursive: true, force: true });
  });

  /** What is lost from now on, over a new page. @param {string[]} lost */
  async function begin(lost) {
    await browser.worker.evaluate((/** @type {string[]} */ names) => chrome.storage.local.set({ lost: names }), lost);
    await browser.page.goto('/pages/clean.html');
  }

  for (const [name, lost] of /** @type {[string, string[]][]} */ ([
    ['nothing', []],
    ['the first look', ['message look 1']],
    ['the answer to the injection; the script is there', ['answer inject 1']],
    ['the injection; the script is not there', ['message inject 1']],
    ['the state, and the page’s own word', ['answer start 1', 'message state on 1']],
    ['what the background finds', ['answer read 1']],
    ['the question for the article', ['message find-article 1']],
  ])) {
    test(`${name}: the page is read, and the popup says so`, { timeout: TEST_MS }, async () => {
      await begin(lost);
      const popup = await browser.openPopup();
      await popup.says(READ);
      assert.equal(await browser.page.evaluate(marks), 4);
      await popup.close();
    });
  }

  test('the answer to the injection; the reader switches the page off: it stays off', { timeout: TEST_MS }, async () => {
    await begin(['answer inject 1']);
    const popup = await browser.openPopup();
    await popup.says(READ);
    await popup.evaluate("document.querySelector('#switch').click()");
    await popup.says('Off on this page.');
    // Until it is asked for again, and longer.
    await popup.evaluate('new Promise((resolve) => setTimeout(resolve, 2000))');
    await popup.says('Off on this page.');
    assert.equal(await browser.page.evaluate(marks), 0);
    await popup.close();
  });

  for (const [name, lost] of /** @type {[string, string[]][]} */ ([
    ['the first answer to the side panel', ['answer findings 1']],
    ['the page’s word that it is read', ['message state on 1']],
  ])) {
    test(`${name}: the side panel shows what was found`, { timeout: TEST_MS }, async () => {
      await begin(lost);
      const popup = await browser.openPopup();
      await popup.says(READ);
      await popup.evaluate("void document.querySelector('#panel').click()");
      const panel = await browser.sidePanel();
      const isFull = "document.querySelector('gloss-sidebar')?.shadowRoot?.querySelectorAll('.term').length > 3";
      await panel.until(isFull);
      await browser.page.goto('/pages/clean.html');
      await panel.until("document.querySelector('gloss-sidebar') === null");
      const again = await browser.openPopup();
      await panel.until(isFull);
      await again.close();
      await panel.close();
    });
  }
});
