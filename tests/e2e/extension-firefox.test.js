/**
 * @file The built extension in Firefox, from the zip that would be uploaded: button, popup, sidebar, menu, shortcut, the browser's questions for permission, private
 * windows.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { built, isPresent } from '../support/extension-built.js';
import { launchFirefoxUi } from '../support/firefox-ui.js';
import { pause } from '../support/page.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 90_000;

/** Terms of `clean.html` that the built-in glossary explains. */
const TERMS = ['Metaverse', 'blockchain', 'CSRC', 'virtual reality'];

/** Not a policy but a page that shares its memory with nobody is `isolated`. @param {string} policy */
const queryOf = (policy) => (policy === 'isolated' ? '?isolated' : policy && `?csp=${policy}`);

const html = () => document.documentElement.outerHTML;
const marks = () => [...document.querySelectorAll('gloss-term')].map((mark) => mark.textContent);
const hasMarks = () => document.querySelector('gloss-term') !== null;
const hasNone = () => document.querySelector('gloss-term, gloss-card, gloss-sidebar') === null;
const status = () => document.querySelector('#status')?.textContent;
const says = (/** @type {string} */ sentence) => document.querySelector('#status')?.textContent === sentence;
const terms = () => [...(document.querySelector('gloss-sidebar')?.shadowRoot?.querySelectorAll('.term .word') ?? [])].map((word) => word.textContent);

describe('the extension in Firefox, by its button', { skip: !isPresent('firefox') }, () => {
  /** @type {string} */
  let work;
  /** @type {import('../support/firefox-ui.js').FirefoxUi} */
  let firefox;

  const launch = async () => {
    const zip = path.join(path.dirname(await built('firefox')), 'glossator-firefox.zip');
    firefox = await launchFirefoxUi(zip, { profile: path.join(work, 'profile') });
  };

  before(async () => {
    work = await mkdtemp(path.join(tmpdir(), 'glossator-'));
    await launch();
  }, { timeout: TEST_MS });

  after(async () => {
    await firefox?.close();
    await rm(work, { recursive: true, force: true });
  });

  /** Clicks something in the popup, as the reader does. @param {string} selector */
  const click = (selector) => firefox.evaluate('popup', (/** @type {string} */ what) => /** @type {HTMLElement} */ (document.querySelector(what)).click(), selector);

  test('the first page comes after installing, and explains itself', { timeout: TEST_MS }, async () => {
    await firefox.until("const tab = win.gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.endsWith('/welcome.html')); if (tab) win.gBrowser.selectedTab = tab; return Boolean(tab)", 'the first page');
    await firefox.waitFor('tab', () => document.querySelectorAll('#sample gloss-term').length >= 5, { what: 'five marks' });
  });

  for (const policy of ['', 'none', 'strict', 'trusted', 'sandbox', 'isolated']) {
    test(`the button marks the page, the switch takes everything away (${policy || 'no'} policy)`, { timeout: TEST_MS }, async () => {
      await firefox.goto(`/pages/clean.html${queryOf(policy)}`);
      const original = await firefox.evaluate('tab', html);
      await firefox.clickButton();
      await firefox.waitFor('popup', says, { args: ['This page: 4 terms'] });
      assert.deepEqual(await firefox.evaluate('tab', marks), TERMS);
      assert.equal(await firefox.badge(), '4');
      await firefox.waitFor('tab', () => document.querySelector('gloss-sidebar') !== null, { what: 'the sidebar' });
      await click('#switch');
      await firefox.waitFor('popup', says, { args: ['Off on this page.'] });
      assert.equal(await firefox.evaluate('tab', html), original);
      assert.equal(await firefox.badge(), '');
      await firefox.closePopup();
    });
  }

  test('a page without an article stays as it was, and the popup says so', { timeout: TEST_MS }, async () => {
    await firefox.goto('/blank');
    const original = await firefox.evaluate('tab', html);
    await firefox.clickButton();
    assert.equal(await firefox.evaluate('popup', status), 'There is no article on this page, so nothing was changed.');
    assert.equal(await firefox.evaluate('tab', html), original);
    await firefox.closePopup();
    await firefox.goto('about:license');
    await firefox.clickButton();
    assert.match(await firefox.evaluate('popup', status), /^This page cannot be read/);
    await firefox.closePopup();
  });

  // Here the permission of a click ends with the page, whatever site the next one is of.
  for (const { name, from, to, first, then } of [
    { name: 'half of it is there', from: 'about:blank', to: '/pages/clean.html?slow=4000', first: 'This page is still loading …', then: 'This page: 4 terms' },
    { name: 'another one is there still', from: '/pages/basics.html', to: '/pages/clean.html?delay=4000', first: 'This page: 5 terms', then: 'This is another page now. Click the button again to have it explained.' },
    { name: 'nothing is there yet', from: 'about:blank', to: '/pages/clean.html?delay=4000', first: 'This page is still loading …', then: 'This is another page now. Click the button again to have it explained.' },
  ]) {
    test(`a page that is still loading, of which ${name}: the popup waits for it`, { timeout: TEST_MS }, async () => {
      await firefox.goto(from);
      await firefox.startLoading(to);
      if (to.includes('slow')) await firefox.waitFor('tab', () => location.search.includes('slow') && document.querySelector('p') !== null, { what: 'half of the page' });
      await firefox.clickButton();
      await firefox.waitFor('popup', says, { args: [first], what: first });
      await firefox.waitFor('popup', says, { args: [then], what: then });
      await firefox.closePopup();
    });
  }

  test('the shortcut marks the page and takes everything away', { timeout: TEST_MS }, async () => {
    await firefox.goto('/pages/clean.html?csp=none');
    const original = await firefox.evaluate('tab', html);
    await firefox.shortcut('G', 'alt,shift');
    await firefox.waitFor('tab', hasMarks);
    await firefox.shortcut('G', 'alt,shift');
    await firefox.waitFor('tab', hasNone);
    assert.equal(await firefox.evaluate('tab', html), original);
  });

  test('the sidebar sums the page up, goes to its places and lives with the tab', { timeout: TEST_MS }, async () => {
    await firefox.goto('/pages/long.html?csp=none');
    await firefox.clickButton();
    await click('#panel');
    await firefox.waitFor('sidebar', terms);
    await firefox.waitFor('sidebar', () => document.querySelectorAll('gloss-sidebar').length && [...(document.querySelector('gloss-sidebar')?.shadowRoot?.querySelectorAll('.term .word') ?? [])].length > 3, { what: 'the terms' });
    await firefox.evaluate('sidebar', () => /** @type {HTMLElement} */ ([...(document.querySelector('gloss-sidebar')?.shadowRoot?.querySelectorAll('.sentences button') ?? [])].at(-1)).click());
    await firefox.waitFor('tab', () => CSS.highlights.has('glossator-flash'), { what: 'the sentence to be shown in the page' });
    await firefox.goto('/pages/clean.html');
    await firefox.waitFor('sidebar', () => document.querySelector('gloss-sidebar') === null && /^Explain a page/.test(document.querySelector('#status')?.textContent ?? ''), { what: 'nothing of the page before' });
    await firefox.clickButton();
    await firefox.waitFor('sidebar', (/** @type {number} */ count) => document.querySelector('gloss-sidebar')?.shadowRoot?.querySelectorAll('.term .word').length === count, { args: [4] });
    await firefox.closePopup();
    await firefox.chrome('win.SidebarController.hide()');
  });

  test('a selection is added to a glossary from its menu, with the sentence that it stands in', { timeout: TEST_MS }, async () => {
    await firefox.goto('/pages/clean.html?csp=none');
    await firefox.evaluate('tab', () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (!walker.nextNode()?.nodeValue?.includes('virtual reality'));
      const node = /** @type {Text} */ (walker.currentNode);
      const at = node.data.indexOf('virtual reality');
      document.getSelection()?.setBaseAndExtent(node, at, node, at + 'virtual reality'.length);
    });
    await firefox.chooseFromMenu('Add to glossary');
    await firefox.waitFor('tab', () => document.querySelector('#entry-dialog[open]') !== null, { what: 'the form' });
    const [term, definition] = await firefox.evaluate('tab', () => ['term', 'definition'].map((name) => /** @type {HTMLInputElement} */ (document.querySelector(`#entry-dialog [name="${name}"]`)).value));
    assert.equal(term, 'virtual reality');
    assert.match(definition, /^[A-Z].*virtual reality.*\.$/);
    await firefox.evaluate('tab', () => /** @type {HTMLElement} */ (document.querySelector('#entry-dialog [value="save"]')).click());
    await firefox.waitFor('tab', () => document.querySelectorAll('#list li').length === 2, { what: 'the new glossary' });
    await firefox.chrome('win.gBrowser.removeTab(win.gBrowser.selectedTab)');
  });

  test('a list is imported on the options page and used at once; the order decides', { timeout: TEST_MS }, async () => {
    await firefox.gotoOwn('options.html');
    await firefox.waitFor('tab', () => document.querySelectorAll('#list li').length === 2, { what: 'the list' });
    await firefox.evaluate('tab', () => /** @type {HTMLElement} */ (document.querySelector('#import')).click());
    await firefox.waitFor('tab', () => document.querySelector('#import-dialog[open]') !== null, { what: 'the form' });
    await firefox.evaluate('tab', () => {
      /** @type {HTMLTextAreaElement} */ (document.querySelector('[name="paste"]')).value = 'blockchain;Blocks in a chain, and more.\nbond;A debt.';
      /** @type {HTMLElement} */ (document.querySelector('#import-dialog [value="next"]')).click();
    });
    await firefox.waitFor('tab', () => !(/** @type {HTMLElement} */ (document.querySelector('[data-step="preview"]')).hidden), { what: 'the preview' });
    await firefox.evaluate('tab', () => {
      /** @type {HTMLInputElement} */ (document.querySelector('#import-dialog [name="name"]')).value = 'Imported';
      /** @type {HTMLElement} */ (document.querySelector('#import-dialog [value="next"]')).click();
    });
    await firefox.waitFor('tab', () => document.querySelectorAll('#list li').length === 3 && document.querySelectorAll('#entries li').length === 2, { what: 'the new glossary' });
    for (let place = 2; place > 0; place -= 1) {
      await firefox.evaluate('tab', () => [...document.querySelectorAll('#list li')].find((row) => row.querySelector('b')?.textContent === 'Imported')?.querySelector('.handle')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true })));
      await firefox.waitFor('tab', (/** @type {number} */ at) => document.querySelectorAll('#list li')[at - 1]?.querySelector('b')?.textContent === 'Imported', { args: [place], what: 'its way up' });
    }
    await firefox.goto('/pages/clean.html?csp=none');
    await firefox.clickButton();
    const own = await firefox.evaluate('tab', () => [...document.querySelectorAll('gloss-term')].filter((mark) => mark.getAttribute('entry')?.includes(':')).map((mark) => mark.textContent));
    assert.deepEqual(own, ['blockchain', 'virtual reality']);
    await firefox.closePopup();
  });

  test('always on a site: the browser asks; after a "no" all is as it was, after a "yes" its pages are marked by themselves', { timeout: TEST_MS }, async () => {
    for (const answer of /** @type {const} */ (['deny', 'allow'])) {
      await firefox.goto('/pages/clean.html');
      await firefox.clickButton();
      await click('[name=site][value=always]');
      const question = await firefox.answerQuestion(answer);
      assert.match(question, /127\.0\.0\.1/, 'it asks for this site');
      assert.doesNotMatch(question, /all (web)?sites/);
      await pause(300);
      await firefox.goto('/pages/clean.html?csp=none');
      if (answer === 'allow') await firefox.waitFor('tab', hasMarks, { what: 'marks that nobody asked for on this page' });
      await firefox.clickButton();
      const chosen = await firefox.evaluate('popup', () => /** @type {HTMLInputElement} */ (document.querySelector('[name=site]:checked')).value);
      assert.equal(chosen, answer === 'allow' ? 'always' : 'ask');
      await firefox.closePopup();
    }
  });

  test('after the browser was started again, all of it is there', { timeout: TEST_MS }, async () => {
    const { origin } = firefox;
    await firefox.close();
    await launch();
    assert.notEqual(firefox.origin, origin, 'another port: the permission is for the host');
    await firefox.goto('/pages/clean.html?csp=trusted');
    await firefox.waitFor('tab', hasMarks, { what: 'marks that nobody asked for on this page' });
    await firefox.gotoOwn('options.html');
    await firefox.waitFor('tab', () => document.querySelectorAll('#list li').length === 3, { what: 'all glossaries' });
  });

  test('never on a site: it is left alone, by the button too', { timeout: TEST_MS }, async () => {
    await firefox.goto('/pages/clean.html');
    await firefox.waitFor('tab', hasMarks);
    await firefox.clickButton();
    await click('[name=site][value=never]');
    await firefox.waitFor('tab', hasNone);
    await firefox.closePopup();
    await firefox.goto('/pages/clean.html?csp=none');
    await firefox.clickButton();
    assert.equal(await firefox.evaluate('popup', status), 'Off on this page.');
    assert.equal(await firefox.evaluate('tab', hasMarks), false);
    await click('[name=site][value=ask]');
    await pause(300);
    await firefox.closePopup();
  });

  test('in a private window: with the reader’s word there as everywhere, and without it not at all', { timeout: TEST_MS }, async () => {
    const hasButton = `
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      return Boolean(ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID('glossator@glossator.example').extension).widget.forWindow(win)?.node)`;
    await firefox.openPrivateWindow(false);
    assert.equal(await firefox.chrome(hasButton), false);
    await firefox.closeWindow();
    await firefox.openPrivateWindow(true);
    await firefox.until(hasButton, 'the button');
    await firefox.goto('/pages/clean.html?csp=none');
    const original = await firefox.evaluate('tab', html);
    await firefox.clickButton();
    await firefox.waitFor('popup', says, { args: ['This page: 4 terms'] });
    // The reader's own glossary is there too.
    await firefox.waitFor('popup', () => document.querySelectorAll('#glossaries .list label').length === 3, { what: 'all glossaries' });
    await click('#switch');
    await firefox.waitFor('popup', says, { args: ['Off on this page.'] });
    assert.equal(await firefox.evaluate('tab', html), original);
    // The browser opens no database for pages in a private window: what needs one opens in another.
    await click('#options');
    await firefox.until("return win.gBrowser?.selectedBrowser.currentURI.spec.endsWith('/options.html')", 'the options page');
    await firefox.waitFor('tab', () => document.querySelectorAll('#list li').length === 3, { what: 'all glossaries' });
    assert.equal(await firefox.chrome("return ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs').PrivateBrowsingUtils.isWindowPrivate(win)"), false);
    await firefox.closeWindow();
    await firefox.gotoOwn('options.html');
    assert.match(await firefox.waitFor('tab', () => document.querySelector('#unavailable:not([hidden])')?.textContent, { what: 'why it is empty' }), /private window/);
    await firefox.closeWindow();
  });
});
