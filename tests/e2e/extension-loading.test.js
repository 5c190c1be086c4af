/**
 * @file The popup over a page that is still on its way, or that another one takes the place of. In Chromium.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { built, isPresent } from '../support/extension-built.js';
import { launchWithExtension } from '../support/extension.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 60_000;

const SPACE = { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' };

const marks = () => document.querySelectorAll('gloss-term').length;
const leftovers = () => document.querySelectorAll('gloss-term, gloss-card, gloss-sidebar').length;

/** ms that a page takes; the popup is open long before. */
const SLOW_MS = 4000;

const LOADING = 'This page is still loading …';
const READ = 'This page: 4 terms';
const OTHER_PAGE = 'This is another page now. Click the button again to have it explained.';

/** @type {{name: string, from: string, to: string, first: string, then: string, marks: number}[]} */
const ROWS = [
  { name: 'half of the page is there', from: 'about:blank', to: `/pages/clean.html?slow=${SLOW_MS}`, first: LOADING, then: READ, marks: 4 },
  { name: 'a page of the same site is there still', from: '/pages/basics.html', to: `/pages/clean.html?delay=${SLOW_MS}`, first: 'This page: 5 terms', then: READ, marks: 4 },
  // Browsers take the permission of a click away when the tab goes to another site.
  { name: 'nothing is there yet', from: 'about:blank', to: `/pages/clean.html?delay=${SLOW_MS}`, first: LOADING, then: OTHER_PAGE, marks: 0 },
  { name: 'a page of another site is there still', from: 'localhost', to: `/pages/clean.html?delay=${SLOW_MS}`, first: 'This page: 5 terms', then: OTHER_PAGE, marks: 0 },
];

describe('the popup over a page that is still loading', { skip: !isPresent('chromium') }, () => {
  /** @type {import('../support/extension.js').ExtensionBrowser} */
  let browser;

  before(async () => {
    browser = await launchWithExtension(await built('chrome'));
  }, { timeout: TEST_MS });

  after(() => browser?.close());

  /** Opens the popup while a page loads: when one half of it is there, or nothing yet. @param {string} from @param {string} to */
  async function openOnTheWay(from, to) {
    const { page } = browser;
    await page.goto(from === 'localhost' ? `${browser.origin.replace('127.0.0.1', 'localhost')}/pages/basics.html` : from);
    const loaded = page.goto(to);
    loaded.catch(() => {});
    if (to.includes('slow')) await page.waitFor((/** @type {string} */ path) => location.pathname === path && document.querySelector('p') !== null, { args: [to.split('?')[0] ?? ''] });
    else await browser.isLoading();
    return { popup: await browser.openPopup(), loaded };
  }

  for (const { name, from, to, first, then, marks: count } of ROWS) {
    test(name, { timeout: TEST_MS }, async () => {
      const { popup, loaded } = await openOnTheWay(from, to);
      await popup.says(first);
      await loaded;
      await popup.says(then);
      assert.equal(await browser.page.evaluate(marks), count);
      const canSwitch = count > 0;
      assert.equal(await popup.evaluate("document.querySelector('#switch').disabled"), !canSwitch);
      assert.equal(await popup.evaluate("document.querySelector('#site').hidden"), !canSwitch);
      await popup.close();
      if (!canSwitch) {
        const again = await browser.openPopup();
        await again.says(READ);
        await again.close();
      }
    });
  }

  test('the reader changes their mind before the page is there: it stays as it is', { timeout: TEST_MS }, async () => {
    const { popup, loaded } = await openOnTheWay('about:blank', `/pages/clean.html?slow=${SLOW_MS}`);
    await popup.says(LOADING);
    await popup.press(SPACE);
    await loaded;
    await popup.says('Off on this page.');
    assert.equal(await browser.page.evaluate(leftovers), 0);
    await popup.press(SPACE);
    await popup.says(READ);
    await popup.close();
  });

  test('the page is left while its first half is read: the next one is read instead', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    const { popup, loaded } = await openOnTheWay('/pages/basics.html', `/pages/long.html?slow=${SLOW_MS * 5}`);
    await popup.says(LOADING);
    await page.goto('/pages/clean.html');
    await loaded.catch(() => {});
    await popup.says(READ);
    assert.equal(await page.evaluate(marks), 4);
    await popup.close();
  });
});
