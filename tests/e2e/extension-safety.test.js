/**
 * @file What the built extension leaves alone: the network, messages of pages, what a reader looks at in private. In Chromium; `extension-firefox.test.js` has
 * Firefox's private windows.
 */
import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { listen } from '../../xtask/js/serve.js';
import { built, isPresent } from '../support/extension-built.js';
import { launchWithExtension } from '../support/extension.js';
import { pause } from '../support/page.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 60_000;

const hasMarks = () => document.querySelector('gloss-term') !== null;

/** A proxy that remembers what it was asked for. */
async function watchTraffic() {
  /** @type {string[]} */
  const seen = [];
  const proxy = createServer((asked, answer) => {
    const { method, url = '', headers } = asked;
    seen.push(url);
    asked.pipe(request(url, { method, headers }, (theirs) => theirs.pipe(answer.writeHead(theirs.statusCode ?? 502, theirs.headers))).on('error', () => answer.destroy()));
  });
  proxy.on('connect', ({ url = '' }, socket) => {
    seen.push(url);
    const [host, port] = url.split(':');
    const out = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      out.pipe(socket).pipe(out);
    });
    out.on('error', () => socket.destroy());
    socket.on('error', () => out.destroy());
  });
  return { ...(await listen(proxy)), seen };
}

describe('the extension in Chromium, and what it leaves alone', { skip: !isPresent('chromium') }, () => {
  /** @type {import('../support/extension.js').ExtensionBrowser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof watchTraffic>>} */
  let traffic;

  before(async () => {
    traffic = await watchTraffic();
    browser = await launchWithExtension(await built('chrome'), { proxy: traffic.origin, isInPrivate: true });
  }, { timeout: TEST_MS });

  after(async () => {
    await browser?.close();
    await traffic?.close();
  });

  test('nothing is asked of the network, whatever the reader does with a page', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/clean.html');
    const { length } = traffic.seen;
    assert.ok(traffic.seen.some((url) => url.includes('/pages/clean.html')), 'the proxy sees the page itself');
    const popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    await page.hover('gloss-term[entry="csrc"]');
    await page.waitFor(() => document.querySelector('gloss-card')?.shadowRoot?.textContent, { what: 'the card' });
    await popup.evaluate("document.querySelector('#switch').click()");
    await popup.says('Off on this page.');
    await popup.close();
    const options = await browser.openOwn('options.html');
    await options.waitFor(() => document.querySelector('#list li') !== null, { what: 'the list' });
    await options.close();
    await browser.stopWorker();
    await page.goto('/pages/long.html');
    const again = await browser.openPopup();
    await page.waitFor(hasMarks);
    await again.close();
    // Chromium's own services are not the extension's.
    const theirs = /\.(google|googleapis|gstatic|gvt1)\.com\b/;
    assert.deepEqual(traffic.seen.slice(length).filter((url) => !theirs.test(url) && !url.includes('/pages/long.html') && !url.endsWith('/favicon.ico')), []);
  });

  test('a content script is believed nothing but its text: not a word about glossaries, and no other shape', { timeout: TEST_MS }, async () => {
    const { page, worker } = browser;
    await page.goto('/pages/clean.html');
    const popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    await popup.close();
    /** What a page that has taken its process over could send. @param {unknown} message @returns {Promise<any>} */
    const send = (message) =>
      worker.evaluate(async (/** @type {unknown} */ sent) => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        const own = /** @type {any} */ (chrome.scripting);
        const func = (/** @type {unknown} */ what) => Promise.race([chrome.runtime.sendMessage(what), new Promise((resolve) => setTimeout(() => resolve('no answer'), 1000))]).catch(() => 'no answer');
        const [{ result }] = await own.executeScript({ target: { tabId: tab?.id }, func, args: [sent] });
        return result;
      }, message);
    for (const message of [{ type: 'glossaries' }, { type: 'switch-glossary', id: 'built-in', enabled: false }, { type: 'nonsense' }, null, 5]) {
      assert.ok([null, undefined, 'no answer'].includes(await send(message)), JSON.stringify(message));
    }
    const good = { type: 'read', text: 'The CSRC.', blocks: [0, 1], options: {}, language: 'en' };
    assert.equal((await send(good)).matches.length > 0, true, 'the glossary is still on');
    for (const [name, changes] of Object.entries({
      'no text': { text: undefined },
      'a text that is none': { text: { length: 2 ** 40 } },
      'no blocks': { blocks: undefined },
      'blocks beyond the text': { blocks: [0, 1, 500, 1] },
      'blocks that are none': { blocks: ['x', {}, null] },
      'options that are none': { options: 7 },
      'an occurrence that is none': { options: { occurrences: '__proto__' } },
      'a title that is none': { options: { title: 5 } },
      'an outline that is none': { type: 'find-article', outline: 'x' },
      'a crooked outline': { type: 'find-article', outline: [1, 2, 3] },
    })) {
      const answer = await send({ ...good, ...changes });
      assert.ok(answer === null || typeof answer === 'object', `${name}: ${JSON.stringify(answer)}`);
      assert.equal((await send(good)).matches.length > 0, true, `${name}: and it lives on`);
    }
  });

  test('in a private window it works as anywhere, and nothing of it is left', { timeout: TEST_MS }, async () => {
    const address = '/pages/clean.html?csp=none&secret';
    const { page, openPopup } = await browser.openPrivateWindow(address);
    const popup = await openPopup();
    await popup.says('This page: 4 terms');
    assert.equal(await page.evaluate("document.querySelectorAll('gloss-term').length"), 4);
    assert.equal(await popup.evaluate('chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.incognito)'), true);
    await popup.evaluate("document.querySelector('#switch').click()");
    await popup.says('Off on this page.');
    assert.equal(await page.evaluate("document.querySelectorAll('gloss-term, gloss-card, gloss-sidebar').length"), 0);
    await popup.close();
    await page.close();
    await pause(300);
    const options = await browser.openOwn('options.html');
    const kept = await options.evaluate(async () => {
      const { storage } = /** @type {any} */ (globalThis).chrome;
      const database = await new Promise((resolve) => {
        const opening = indexedDB.open('glossator');
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const transaction = opening.result.transaction(names);
          const all = names.map((name) => new Promise((done) => (transaction.objectStore(name).getAll().onsuccess = ({ target }) => done(/** @type {any} */ (target).result))));
          void Promise.all(all).then((found) => resolve((opening.result.close(), found)));
        };
      });
      return JSON.stringify([await storage.local.get(null), await storage.sync.get(null), await storage.session.get(null), database]);
    });
    assert.match(kept, /built-in/, 'this is what is kept');
    assert.doesNotMatch(kept, /secret|clean\.html|127\.0\.0\.1/);
    await options.close();
  });
});
