/**
 * @file What a reader sees of the extension, as pictures (`tests/support/looks.js`): popup, side panel, options and first page, light and dark, and in a language that is written from the right.
 * In Chromium, and what Firefox draws in its own way: its controls, scroll bars and sidebar.
 *
 *     GLOSSATOR_RENEW=1 node --test tests/e2e/extension-looks.test.js
 */
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { built, isPresent } from '../support/extension-built.js';
import { launchWithExtension } from '../support/extension.js';
import { launchFirefoxUi } from '../support/firefox-ui.js';
import { looksAs, whyNoLooks } from '../support/looks.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 60_000;

const WINDOW = /** @type {const} */ ([1000, 640]);
const NARROW = /** @type {const} */ ([360, 640]);

/** In a page: fonts that are the same everywhere, nothing that moves or blinks, and a glossary of the reader's with a day of its own. */
async function still() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root, body, button, input, select, textarea { font-family: "Noto Sans", "Noto Sans Arabic" !important } *, ::before, ::after { transition: none !important; animation: none !important; caret-color: transparent !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  await document.fonts.ready;
  for (let i = 0; i < 3; i += 1) await new Promise((next) => requestAnimationFrame(next));
}

/** In a page of the extension: a glossary of the reader's, from a day that stays. */
const addGlossary = () =>
  new Promise((resolve) => {
    const opening = indexedDB.open('glossator');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['glossaries', 'chunks'], 'readwrite');
      const entries = [
        { id: 'green-bond', term: 'green bond', aliases: ['climate bond'], definition: 'A bond whose proceeds are spent on projects that are good for the climate.', category: 'Instruments' },
        { id: 'settlement', term: 'settlement', definition: 'The moment at which securities and money change hands for good.' },
        { id: 'yield-curve', term: 'yield curve', definition: 'What bonds of one issuer pay by the time until they are repaid.' },
      ];
      transaction.objectStore('chunks').put(entries, ['first', 0]);
      transaction.objectStore('glossaries').put({ id: 'mine', name: 'Words of the markets', language: 'en', enabled: true, order: 1, sites: ['example.org'], size: 3, batch: 'first', revision: 0, updated: Date.UTC(2025, 0, 15, 12) });
      transaction.oncomplete = () => resolve(opening.result.close());
    };
  });

for (const language of /** @type {const} */ (['en', 'ar'])) {
  describe(`looks of the extension (${language})`, { skip: whyNoLooks }, () => {
    /** @type {import('../support/extension.js').ExtensionBrowser} */
    let browser;

    before(async () => {
      browser = await launchWithExtension(await built('chrome'), { language });
      const options = await browser.openOwn('options.html');
      await options.waitFor(() => document.querySelector('#list li') !== null, { what: 'the list' });
      await options.evaluate(addGlossary);
      await options.close();
    }, { timeout: TEST_MS });

    after(() => browser?.close());

    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      // The other direction is one for the layout; colours do not care.
      if (language === 'ar' && colorScheme === 'dark') continue;
      const ending = [language === 'ar' ? '-ar' : '', colorScheme === 'dark' ? '-dark' : ''].join('');

      test(`popup${ending}`, { timeout: TEST_MS }, async () => {
        await browser.page.goto('/pages/clean.html');
        const popup = await browser.openPopup();
        await popup.emulate(colorScheme);
        await browser.page.waitFor(() => document.querySelector('gloss-term') !== null, { what: 'a mark' });
        await popup.until("document.documentElement?.dataset.status === 'on' && document.querySelector('#glossaries .list label') !== null");
        await popup.evaluate(`(${still})()`);
        // Its port is another one each time.
        await popup.evaluate("void (document.querySelector('#site b').textContent = 'news.example')");
        await looksAs(`extension-popup${ending}`, await popup.screenshot());
        await popup.close();
      });

      for (const [name, file, size, isThere] of /** @type {const} */ ([
        ['options', 'options.html', WINDOW, "document.querySelectorAll('#entries li').length > 0"],
        ['options-narrow', 'options.html', NARROW, "document.querySelectorAll('#entries li').length > 0"],
        ['panel-empty', 'panel.html', NARROW, "document.querySelector('#status').textContent !== ''"],
        ['welcome', 'welcome.html', WINDOW, "document.querySelectorAll('#sample gloss-term').length >= 5"],
        ['welcome-narrow', 'welcome.html', NARROW, "document.querySelectorAll('#sample gloss-term').length >= 5"],
      ])) {
        if (colorScheme === 'dark' && size === NARROW && name !== 'panel-empty') continue;
        test(`${name}${ending}`, { timeout: TEST_MS }, async () => {
          const page = await browser.openOwn(file);
          await page.setViewport(size[0], size[1]);
          await page.emulate({ colorScheme });
          await page.waitFor(isThere, { what: name });
          await page.evaluate(still);
          await looksAs(`extension-${name}${ending}`, await page.screenshot());
          await page.close();
        });
      }

      // Chromium sometimes has none for a process of the extension's pages.
      test(`options${ending}, where the browser gives no messages`, { timeout: TEST_MS }, async () => {
        const page = await browser.openOwn('options.html', () => {
          chrome.i18n.getMessage = () => '';
        });
        await page.setViewport(...WINDOW);
        await page.emulate({ colorScheme });
        await page.waitFor(() => document.querySelectorAll('#entries li').length > 0, { what: 'the entries' });
        await page.evaluate(still);
        await looksAs(`extension-options${ending}`, await page.screenshot());
        await page.close();
      });

      test(`panel${ending}`, { timeout: TEST_MS }, async () => {
        await browser.page.goto('/pages/long.html');
        const popup = await browser.openPopup();
        await popup.until("document.documentElement?.dataset.status === 'on'");
        await popup.evaluate("void document.querySelector('#panel').click()");
        const panel = await browser.sidePanel();
        await panel.emulate(colorScheme);
        await panel.until("document.querySelector('gloss-sidebar')?.shadowRoot?.querySelectorAll('.term').length > 3");
        await panel.evaluate(`(${still})()`);
        await looksAs(`extension-panel${ending}`, await panel.screenshot());
        await panel.close();
      });
    }
  });
}

describe('looks of the extension (Firefox)', { skip: whyNoLooks || !isPresent('firefox') }, () => {
  /** @type {import('../support/firefox-ui.js').FirefoxUi} */
  let firefox;

  before(async () => {
    firefox = await launchFirefoxUi(path.join(path.dirname(await built('firefox')), 'glossator-firefox.zip'));
    await firefox.gotoOwn('options.html');
    await firefox.waitFor('tab', () => document.querySelector('#list li') !== null, { what: 'the list' });
    await firefox.evaluate('tab', addGlossary);
  }, { timeout: TEST_MS });

  after(() => firefox?.close());

  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const ending = scheme === 'dark' ? '-dark' : '';

    for (const [name, file, size, isThere] of /** @type {const} */ ([
      ['options', 'options.html', WINDOW, () => document.querySelectorAll('#entries li').length > 0],
      ['options-narrow', 'options.html', NARROW, () => document.querySelectorAll('#entries li').length > 0],
      ['welcome', 'welcome.html', WINDOW, () => document.querySelectorAll('#sample gloss-term').length >= 5],
    ])) {
      if (scheme === 'dark' && size === NARROW) continue;
      test(`${name}${ending}`, { timeout: TEST_MS }, async () => {
        await firefox.colours(scheme);
        await firefox.gotoOwn(file);
        await firefox.setViewport(size[0], size[1]);
        await firefox.waitFor('tab', isThere, { what: name });
        await firefox.evaluate('tab', still);
        await looksAs(`extension-firefox-${name}${ending}`, await firefox.picture('tab'));
      });
    }

    test(`popup and sidebar${ending}`, { timeout: TEST_MS }, async () => {
      await firefox.colours(scheme);
      await firefox.goto('/pages/long.html');
      await firefox.clickButton();
      await firefox.waitFor('popup', () => document.documentElement.dataset['status'] === 'on' && document.querySelectorAll('#glossaries .list label').length === 1, { what: 'all of the popup' });
      await firefox.evaluate('popup', still);
      // Its port is another one each time.
      await firefox.evaluate('popup', "void (document.querySelector('#site b').textContent = 'news.example')");
      // The focus is there or not yet, as the window manager has it.
      await firefox.evaluate('popup', 'document.activeElement?.blur()');
      await looksAs(`extension-firefox-popup${ending}`, await firefox.picture('popup'));
      await firefox.evaluate('popup', () => /** @type {HTMLElement} */ (document.querySelector('#panel')).click());
      await firefox.waitFor('sidebar', () => (document.querySelector('gloss-sidebar')?.shadowRoot?.querySelectorAll('.term').length ?? 0) > 3, { what: 'the terms' });
      await firefox.evaluate('sidebar', still);
      await looksAs(`extension-firefox-sidebar${ending}`, await firefox.picture('sidebar'));
      await firefox.chrome('win.SidebarController.hide()');
    });
  }
});
