/**
 * @file Sites that the reader has turned on for good, or off for good, in Chromium. The real question for permission is Firefox's, in `extension-firefox.test.js`: nothing here can answer Chromium's.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isPresent } from '../support/extension-built.js';
import { hasMarks, startReader } from '../support/extension-reader.js';
import { pause } from '../support/page.js';

const SPACE = { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' };

/** A test that takes longer than this hangs. */
const TEST_MS = 90_000;

describe('sites, always or never', { skip: !isPresent('chromium') }, () => {
  /** @type {import('../support/extension-reader.js').Reader} */
  let reader;

  before(async () => {
    reader = await startReader();
  }, { timeout: TEST_MS });

  after(() => reader?.close());

  test('always on a site: its pages are marked by themselves; never: not even by the button', { timeout: TEST_MS }, async () => {
    const { page } = reader.browser;
    await page.goto('/pages/clean.html');
    let popup = await reader.browser.openPopup();
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
    await reader.browser.stopWorker();
    await page.goto('/pages/clean.html?csp=sandbox');
    await page.waitFor(hasMarks, { what: 'marks from a background that was stopped' });

    popup = await reader.browser.openPopup();
    await popup.says('This page: 4 terms');
    assert.equal(await popup.evaluate("document.querySelector('[name=site]:checked').value"), 'always');
    await popup.evaluate("document.querySelector('[name=site][value=never]').click()");
    await page.waitFor(() => document.querySelector('gloss-term') === null, { what: 'no marks' });
    await pause(300);
    await popup.close();
    await page.goto('/pages/clean.html');
    popup = await reader.browser.openPopup();
    await popup.says('Off on this page.');
    assert.equal(await page.evaluate(hasMarks), false);
    await popup.press(SPACE);
    await page.waitFor(hasMarks, { what: 'marks after the switch' });
    await popup.evaluate("document.querySelector('[name=site][value=ask]').click()");
    await pause(300);
    await popup.close();
  });
});
