/**
 * @file The built extension: on pages whose own policy forbids everything. In Chromium with the real button and popup, in
 * Firefox without them.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { built, isPresent } from '../support/extension-built.js';
import { launchFirefoxWithExtension } from '../support/extension-firefox.js';
import { launchWithExtension } from '../support/extension.js';
import { pause } from '../support/page.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 60_000;

const SPACE = { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' };
const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
const RIGHT = { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 };

/** Terms of `clean.html` that the built-in glossary explains. */
const TERMS = ['Metaverse', 'blockchain', 'CSRC', 'virtual reality'];

const html = () => document.documentElement.outerHTML;
const marks = () => [...document.querySelectorAll('gloss-term')].map((mark) => mark.textContent);
const hasMarks = () => document.querySelector('gloss-term') !== null;
const hasSidebar = () => document.querySelector('gloss-sidebar') !== null;
const cardText = () => document.querySelector('gloss-card')?.shadowRoot?.textContent ?? '';
const leftovers = () => document.querySelectorAll('gloss-term, gloss-card, gloss-sidebar').length;

/** How long Firefox may take until an extension that it finds in its profile runs. */
const FIREFOX_START_MS = 20_000;

describe('the extension in Chromium', { skip: !isPresent('chromium') }, () => {
  /** @type {import('../support/extension.js').ExtensionBrowser} */
  let browser;

  before(async () => {
    browser = await launchWithExtension(await built('chrome'));
  }, { timeout: TEST_MS });

  after(() => browser?.close());

  /** @returns {Promise<string>} */
  const badge = () =>
    browser.worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      return /** @type {any} */ (chrome.action).getBadgeText({ tabId: tab?.id });
    });

  /** The background draws it when the page has told the popup already. @param {string} expected */
  const badgeBecomes = async (expected) => {
    let last;
    for (const end = Date.now() + 10_000; (last = await badge()) !== expected; await pause(50)) {
      if (Date.now() > end) throw new Error(`the badge says ${JSON.stringify(last)}, not ${JSON.stringify(expected)}`);
    }
  };

  for (const policy of ['', 'none', 'strict', 'trusted', 'sandbox', 'isolated']) {
    const name = policy || 'no';
    test(`the button marks the page, the switch takes everything away (${name} policy)`, { timeout: TEST_MS }, async () => {
      const { page } = browser;
      await page.goto(`/pages/clean.html${policy === 'isolated' ? '?isolated' : policy && `?csp=${policy}`}`);
      assert.equal(await page.evaluate(() => crossOriginIsolated), policy === 'isolated');
      await page.consoleErrors();
      const original = await page.evaluate(html);

      const popup = await browser.openPopup();
      await page.waitFor(hasMarks);
      assert.deepEqual(await page.evaluate(marks), TERMS);
      await popup.says('This page: 4 terms');
      await badgeBecomes('4');
      await page.waitFor(hasSidebar, { what: 'the sidebar' });

      await page.hover('gloss-term[entry="csrc"]');
      await page.waitFor(cardText, { what: 'the card’s text' });
      assert.match(await page.evaluate(cardText), /securities regulator, founded in 1992\./);

      // The switch has the focus, so the keyboard needs nothing before it.
      await popup.press(SPACE);
      await popup.says('Off on this page.');
      assert.equal(await page.evaluate(html), original);
      await badgeBecomes('');

      await popup.press(SPACE);
      await popup.says('This page: 4 terms');
      assert.deepEqual(await page.evaluate(marks), TERMS);
      await popup.press(SPACE);
      await popup.says('Off on this page.');
      assert.equal(await page.evaluate(html), original);
      assert.deepEqual(await page.consoleErrors(), []);
      await popup.close();
    });
  }

  test('what the article defines is a term, though the background has never heard of it', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/defined.html?csp=none');
    const original = await page.evaluate(html);
    const popup = await browser.openPopup();
    await page.waitFor(hasMarks);
    assert.deepEqual(await page.evaluate(marks), ['Metaverse', 'NTEC', 'CSRC', 'blockchain']);
    await page.hover('gloss-term[entry^="defined-here:NTEC"]');
    await page.waitFor(cardText, { what: 'the card’s text' });
    assert.match(await page.evaluate(cardText), /Defined here.*Nordic Tidal Energy Council.*met in Bergen/);
    await popup.press(SPACE);
    await popup.says('Off on this page.');
    assert.equal(await page.evaluate(html), original);
    await popup.close();
  });

  test('Chromium has nothing against the manifest or the scripts', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('chrome://extensions/');
    const said = await page.evaluate(async () => {
      const all = await /** @type {any} */ (globalThis).chrome.developerPrivate.getExtensionsInfo();
      const own = all.find((/** @type {any} */ { name }) => name === 'Glossator');
      return [own.manifestErrors, own.runtimeErrors, own.installWarnings ?? [], own.permissions.hostAccess].map((list) => JSON.stringify(list ?? null));
    });
    // Where it may run until the reader says more: where they click.
    assert.deepEqual(said.slice(0, 3), ['[]', '[]', '[]']);
  });

  test('the popup’s settings change the page at once and are kept', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/basics.html');
    const popup = await browser.openPopup();
    await page.waitFor(hasMarks);
    const once = await page.evaluate(marks);
    await page.waitFor(hasSidebar, { what: 'the sidebar' });

    await popup.press(TAB);
    await popup.press(RIGHT);
    await popup.press(RIGHT);
    assert.equal(await popup.evaluate("document.querySelector(':checked[name]').value"), 'all');
    await page.waitFor((/** @type {number} */ count) => document.querySelectorAll('gloss-term').length > count, {
      what: 'more marks',
      args: [once.length],
    });
    await popup.press(TAB);
    await popup.press(SPACE);
    await page.waitFor(() => document.querySelector('gloss-sidebar') === null && document.querySelector('gloss-term') !== null, {
      what: 'no sidebar',
    });
    await popup.close();

    await page.goto('/pages/clean.html');
    const next = await browser.openPopup();
    await next.says('This page: 4 terms');
    assert.equal(await next.evaluate("document.querySelector(':checked[name]').value"), 'all');
    assert.equal(await next.evaluate("document.querySelector('#sidebar').checked"), false);
    assert.equal(await page.evaluate(() => document.querySelector('gloss-sidebar')), null);
    await browser.worker.evaluate(() => chrome.storage.sync.remove(['settings']));
    await next.close();
  });

  test('all of the popup can be done by keyboard, in the order in which it is read, and shows where the focus is', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/clean.html');
    const popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    await popup.until("document.querySelector('#glossaries .list label') !== null");
    /** @type {string[]} */
    const stops = [];
    for (let at = 0; at < 12; at += 1) {
      const stop = await popup.evaluate(`(() => {
        const at = document.activeElement;
        if (at === document.body) return '';
        const ring = getComputedStyle(at.matches('[type=radio]') ? at.nextElementSibling : at);
        return (at.id || at.name || at.closest('fieldset')?.id || at.localName) + (ring.outlineStyle === 'none' && ring.boxShadow === 'none' ? ' (not seen)' : '');
      })()`);
      if (!stop || stops.includes(stop)) break;
      stops.push(stop);
      await popup.press(TAB);
    }
    assert.deepEqual(stops, ['switch', 'occurrences', 'sidebar', 'panel', 'site', 'glossaries', 'options']);
    await popup.close();
    assert.equal(await page.evaluate(leftovers) > 0, true);
  });

  test('a term that the reader hides is hidden on all pages, and none of them can tell', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/clean.html');
    let popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    await popup.close();
    await page.click('gloss-term[entry="csrc"]');
    await page.waitFor(cardText, { what: 'the card’s text' });
    await page.evaluate(() => {
      const hide = document.querySelector('gloss-card')?.shadowRoot?.querySelector('[data-do="hide"]');
      /** @type {HTMLElement} */ (hide).click();
    });
    const isHidden = () => document.querySelector('gloss-term') !== null && document.querySelector('gloss-term[entry="csrc"]') === null;
    await page.waitFor(isHidden, { what: 'no mark of it' });
    assert.equal(await page.evaluate(() => localStorage.length), 0);

    await page.goto('/pages/long.html');
    popup = await browser.openPopup();
    await page.waitFor(isHidden, { what: 'marks, and none of the hidden term' });
    await browser.worker.evaluate(() => chrome.storage.sync.remove(['choices']));
    await popup.close();
  });

  test('where the browser’s storage for all devices is full, a hidden term is kept on this one, and the options page says so', { timeout: TEST_MS }, async () => {
    const { page, worker } = browser;
    const isHidden = () => document.querySelector('gloss-term') !== null && document.querySelector('gloss-term[entry="csrc"]') === null;
    // 102,400 bytes are all there is, 8,192 an item.
    const fill = await worker.evaluate(async () => {
      const sync = /** @type {any} */ (chrome.storage).sync;
      let count = 0;
      for (const length of [8000, 4000, 2000, 1000, 500, 200, 100, 50, 20, 10]) {
        for (let isRoom = true; isRoom; count += Number(isRoom)) isRoom = await sync.set({ [`fill${count}`]: 'x'.repeat(length) }).then(() => true, () => false);
      }
      return count;
    });
    assert.ok(fill > 12, String(fill));
    await page.goto('/pages/clean.html');
    let popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    await popup.close();
    await page.click('gloss-term[entry="csrc"]');
    await page.waitFor(cardText, { what: 'the card’s text' });
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('gloss-card')?.shadowRoot?.querySelector('[data-do="hide"]')).click());
    await page.waitFor(isHidden, { what: 'no mark of it' });
    await page.goto('/pages/clean.html');
    popup = await browser.openPopup();
    await page.waitFor(isHidden, { what: 'marks, and none of the hidden term' });
    await popup.close();
    const options = await browser.openOwn('options.html');
    const notice = () => /** @type {HTMLElement | null} */ (document.querySelector('#unsynced:not([hidden])'))?.textContent;
    assert.match(String(await options.waitFor(notice, { what: 'the notice' })), /on this device only/);
    await worker.evaluate(async () => {
      await /** @type {any} */ (chrome.storage).sync.clear();
      await /** @type {any} */ (chrome.storage).local.clear();
    });
    await options.goto('/options.html');
    await options.waitFor(() => document.querySelector('#list li') !== null, { what: 'the list' });
    assert.equal(await options.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#unsynced')).hidden), true);
    await options.close();
  });

  test('a page without an article stays as it was, and the popup says so', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/blank');
    const original = await page.evaluate(html);
    const popup = await browser.openPopup();
    await popup.says('There is no article on this page, so nothing was changed.');
    assert.equal(await page.evaluate(html), original);
    // A page that has only just come is read once more, and meanwhile the switch is on.
    await popup.until("!document.querySelector('#switch').checked");
    await popup.close();
  });

  test('a page of the browser’s own cannot be read, and the popup says so', { timeout: TEST_MS }, async () => {
    await browser.page.goto('chrome://version/');
    const popup = await browser.openPopup();
    await popup.says('This page cannot be read: the browser keeps extensions out of its own pages and its store.');
    assert.equal(await popup.evaluate("document.querySelector('#switch').disabled"), true);
    await popup.close();
  });

  test('the popup is opened again: the page stays as the reader left it', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/clean.html');
    const first = await browser.openPopup();
    await first.says('This page: 4 terms');
    await first.press(SPACE);
    await first.says('Off on this page.');
    await first.close();
    const second = await browser.openPopup();
    await second.says('Off on this page.');
    assert.equal(await page.evaluate(leftovers), 0);
    await second.close();
  });

  test('what shortcut and menu item ask the page for switches it off and on', { timeout: TEST_MS }, async () => {
    const { page, worker } = browser;
    await page.goto('/pages/clean.html');
    const original = await page.evaluate(html);
    const popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    const toggle = () =>
      worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        return chrome.tabs.sendMessage(tab?.id ?? 0, { type: 'page', command: 'toggle' }, { frameId: 0 });
      });
    assert.deepEqual(await toggle(), { status: 'off', terms: 0 });
    assert.equal(await page.evaluate(html), original);
    await popup.says('Off on this page.');
    assert.deepEqual(await toggle(), { status: 'on', terms: 4 });
    assert.deepEqual(await page.evaluate(marks), TERMS);
    await popup.says('This page: 4 terms');
    await popup.close();
  });

  test('the side panel sums the page up, goes to its places and lives with the tab', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/long.html?csp=none');
    const popup = await browser.openPopup();
    await page.waitFor(hasMarks);
    await pause(300);
    await popup.evaluate("void document.querySelector('#panel').click()");
    const panel = await browser.sidePanel();
    /** @param {string} expression @param {(value: any) => boolean} isGood */
    const until = async (expression, isGood) => {
      for (const end = Date.now() + 10_000; ; await pause(50)) {
        const value = await panel.evaluate(expression);
        if (isGood(value)) return value;
        if (Date.now() > end) throw new Error(`${expression} is ${JSON.stringify(value)}`);
      }
    };
    const terms = "[...document.querySelector('gloss-sidebar')?.shadowRoot.querySelectorAll('.term .word') ?? []].map((word) => word.textContent)";
    const found = await until(terms, (list) => list.length > 3);
    const last = "[...document.querySelector('gloss-sidebar').shadowRoot.querySelectorAll('.sentences button')].at(-1).click()";
    await panel.evaluate(last);
    await page.waitFor(() => CSS.highlights.has('glossator-flash'), { what: 'the sentence to be shown in the page' });
    // Another page in the tab has nothing to show until it is asked.
    await page.goto('/pages/clean.html');
    await until(terms, (list) => list.length === 0);
    assert.match(await panel.evaluate("document.querySelector('#status').textContent"), /^Explain a page/);
    const again = await browser.openPopup();
    await again.says('This page: 4 terms');
    await until(terms, (list) => list.length === 4 && list.join() !== found.join());
    await again.press(SPACE);
    await until(terms, (list) => list.length === 0);
    await again.close();
    await panel.close();
  });

  test('the first page explains itself', { timeout: TEST_MS }, async () => {
    const first = await browser.openOwn('welcome.html');
    await first.waitFor(() => document.querySelectorAll('#sample gloss-term').length >= 5, { what: 'five marks' });
    await first.hover('gloss-term[entry="csrc"]');
    await first.waitFor(cardText, { what: 'the card’s text' });
    assert.match((await first.evaluate(() => document.querySelector('li')?.textContent)) ?? '', /Alt\+Shift\+G/);
    assert.deepEqual(await first.consoleErrors(), []);
    await first.close();
  });

  // As Chromium has it where a process of the extension's pages asked while the extension was exchanged.
  test('a browser that gives no messages: the pages have all their words', { timeout: TEST_MS }, async () => {
    const withoutMessages = () => {
      chrome.i18n.getMessage = () => '';
    };
    const words = () => [...document.querySelectorAll('body *')].map((element) => `${element.localName} ${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('placeholder') ?? ''} ${element.textContent}`);
    for (const file of ['options.html', 'welcome.html', 'panel.html', 'popup.html']) {
      const said = [];
      for (const first of [undefined, withoutMessages]) {
        const own = await browser.openOwn(file, first);
        const lists = { 'options.html': '#entries li', 'welcome.html': '#sample gloss-term', 'popup.html': '[data-status]:not([data-status="working"], [data-status=""])' };
        await own.waitFor(/** @type {any} */ ((/** @type {string} */ selector) => document.querySelector(selector)), { what: `the contents of ${file}`, args: [/** @type {Record<string, string>} */ (lists)[file] ?? 'html[lang="en"]'] });
        said.push([await own.evaluate(() => document.documentElement.lang), ...(await own.evaluate(words))]);
        assert.deepEqual(await own.consoleErrors(), []);
        await own.close();
      }
      assert.equal(said[0]?.[0], 'en');
      assert.ok((said[0]?.length ?? 0) > 5, file);
      assert.deepEqual(said[1], said[0], file);
    }
  });

  test('the background is stopped in the middle of an answer: the page is marked all the same, and once', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/clean.html?csp=none');
    const popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    let met = 0;
    // ms after the page was asked for: from the background's start to its answer.
    for (const ms of [0, 10, 20, 30, 40, 60, 80, 120, 200]) {
      await popup.press(SPACE);
      await popup.says('Off on this page.');
      await browser.stopWorker();
      await popup.press(SPACE);
      await pause(ms);
      const isWaiting = await popup.evaluate("document.documentElement.dataset.status === 'working'");
      if ((await browser.killWorker()) && isWaiting) met += 1;
      await popup.says('This page: 4 terms');
      assert.deepEqual(await page.evaluate(marks), TERMS);
      assert.ok(await page.evaluate(() => ['gloss-sidebar', 'gloss-card'].every((name) => document.querySelectorAll(name).length <= 1)), 'nothing is there twice');
    }
    assert.ok(met > 0, 'it was never met at work');
    await popup.close();
  });

  test('the background is stopped: the next page starts it again', { timeout: TEST_MS }, async () => {
    const { page } = browser;
    await page.goto('/pages/clean.html?csp=none');
    const popup = await browser.openPopup();
    await popup.says('This page: 4 terms');
    await popup.press(SPACE);
    await popup.says('Off on this page.');
    await browser.stopWorker();
    await popup.press(SPACE);
    await popup.says('This page: 4 terms');
    assert.deepEqual(await page.evaluate(marks), TERMS);
    await popup.close();
  });
});

describe('the extension in Firefox', { skip: !isPresent('firefox') }, () => {
  /** @type {Awaited<ReturnType<typeof launchFirefoxWithExtension>>} */
  let browser;

  before(async () => {
    browser = await launchFirefoxWithExtension(await built('firefox'));
    // There is no telling from outside when the extension has started, but that it does what it is asked for.
    const { page } = browser;
    await page.goto('/pages/clean.html');
    for (const end = Date.now() + FIREFOX_START_MS; !(await page.evaluate(hasMarks)); await pause(250)) {
      if (Date.now() > end) throw new Error('the extension does not run');
      await page.evaluate(() => void (location.hash = location.hash === '#on' ? '#' : '#on'));
    }
  }, { timeout: TEST_MS });

  after(() => browser?.close());

  for (const policy of ['', 'none', 'trusted']) {
    const name = policy || 'no';
    test(`the page is marked, explained and put back (${name} policy)`, { timeout: TEST_MS }, async () => {
      const { page } = browser;
      await page.goto(`/pages/clean.html${policy && `?csp=${policy}`}`);
      const original = await page.evaluate(html);
      await page.evaluate(() => void (location.hash = '#on'));
      await page.waitFor(hasMarks);
      assert.deepEqual(await page.evaluate(marks), TERMS);
      await page.waitFor(hasSidebar, { what: 'the sidebar' });
      await page.hover('gloss-term[entry="csrc"]');
      await page.waitFor(cardText, { what: 'the card’s text' });
      assert.match(await page.evaluate(cardText), /securities regulator, founded in 1992\./);
      await page.evaluate(() => void (location.hash = '#off'));
      await page.waitFor(() => document.querySelector('gloss-term') === null, { what: 'no mark' });
      assert.equal(await page.evaluate(html), original);
    });
  }
});
