/**
 * @file Chromium with the built extension: a real toolbar button, a real popup.
 *
 * The popup is no page of Playwright's: it is reached by raw protocol messages.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Page, VIEWPORT, pause } from './page.js';
import { driver, launchOptions } from './playwright.js';
import { startServer } from './server.js';

/** How long the browser may take for one thing: to start the background, to show a popup, to answer a message. Well below what a test may take, so that it fails with a reason. */
const WAIT_MS = 10_000;

/**
 * Looks until there is something.
 * @template T
 * @param {string} what  that is waited for
 * @param {() => T | Promise<T>} look
 * @returns {Promise<NonNullable<T>>}
 */
async function until(what, look) {
  for (const end = Date.now() + WAIT_MS; ; await pause(50)) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${WAIT_MS} ms for ${what}`);
  }
}

/**
 * Brings a page of the extension's own to the front, where clicks arrive. Another tab may still be on its way there: after one was closed the browser chooses the next.
 * @param {import('playwright-core').Page} own
 */
const toFront = (own) =>
  until(`${own.url()} to be in front`, async () => {
    await own.bringToFront();
    return own.evaluate(async () => (await chrome.tabs.getCurrent())?.active);
  });

/** @typedef {Awaited<ReturnType<typeof launchWithExtension>>} ExtensionBrowser */

/**
 * @param {string} folder  the built extension
 * @param {{profile?: string | undefined, proxy?: string, isInPrivate?: boolean, language?: string}} [how]  a profile that is kept; a proxy that all traffic goes through; may it run in
 * private windows? the browser's language
 */
export async function launchWithExtension(folder, how = {}) {
  const options = launchOptions('chromium');
  if (!options) throw new Error('there is no Chromium');
  const profile = how.profile ?? (await mkdtemp(path.join(tmpdir(), 'glossator-')));
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...(options.args ?? []), '--enable-unsafe-extension-debugging', ...(how.language ? [`--lang=${how.language}`] : []), ...(how.proxy ? [`--proxy-server=${how.proxy}`, '--proxy-bypass-list=<-loopback>'] : [])],
    ...(how.language && { env: { ...process.env, LANGUAGE: how.language } }),
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: VIEWPORT,
  });
  const browser = context.browser();
  if (!browser) throw new Error('this Chromium cannot be asked for its targets');
  const server = await startServer();
  const cdp = await browser.newBrowserCDPSession();
  // not in Playwright's list of the protocol
  const send = /** @type {(method: string, parameters?: object) => Promise<any>} */ (/** @type {unknown} */ (cdp.send.bind(cdp)));
  const started = context.waitForEvent('serviceworker', { timeout: WAIT_MS });
  const { id } = await send('Extensions.loadUnpacked', { path: folder, enableInIncognito: how.isInPrivate === true });
  const worker = context.serviceWorkers()[0] ?? (await started);
  started.catch(() => {});
  const tab = context.pages()[0] ?? (await context.newPage());
  // To the browser this is an installation, with each launch, and the extension opens its first page. That comes to the front when it likes: were a test to click the button
  // just then, the click would be one on that page's tab, and the tested one would get a popup without the permission to read it.
  const first = await until('the first page after installing', () => context.pages().find((page) => page.url() === `chrome-extension://${id}/welcome.html`));
  await first.close();
  await tab.bringToFront();

  /** @type {WeakMap<Page, import('playwright-core').Page>} */
  const tabs = new WeakMap();

  /** @returns {Promise<{targetId: string, type: string, url: string}[]>} */
  const targets = async () => (await send('Target.getTargets', { filter: [{}] })).targetInfos;
  // What it shows changes, what it is does not. There is no other yet.
  const { targetId: tabTarget } = await until('the tab', async () => (await targets()).find(({ type }) => type === 'tab'));
  const popups = async () => (await targets()).filter(({ type, url }) => type === 'page' && url === `chrome-extension://${id}/popup.html`);

  return {
    page: new Page(await driver(tab, 'chromium', true), server.origin),
    origin: server.origin,

    /** The background, started again where it was stopped. */
    get worker() {
      return context.serviceWorkers()[0] ?? worker;
    },

    /** @param {string} file  a page of the extension's own, in a tab of its own @param {() => void} [first]  runs there before its scripts */
    async openOwn(file, first) {
      const own = await context.newPage();
      if (first) await own.addInitScript(first);
      const page = new Page(await driver(own, 'chromium', true), `chrome-extension://${id}`);
      await page.goto(`/${file}`);
      tabs.set(page, own);
      await toFront(own);
      return page;
    },

    /** @param {string} file  a page of the extension's own that something else opens */
    async openedOwn(file) {
      const own = await until(`a tab with ${file}`, () => context.pages().find((page) => page.url().startsWith(`chrome-extension://${id}/${file}`)));
      return new Page(await driver(own, 'chromium', true), `chrome-extension://${id}`);
    },

    /** The button is that of the tab in front, and a tab behind it draws nothing. @param {Page} page  from `openOwn` */
    async front(page) {
      const own = tabs.get(page);
      if (own) await toFront(own);
    },

    /** With the mouse, from one element to another. @param {Page} page  from `openOwn` @param {string} from @param {string} to */
    drag: async (page, from, to) => tabs.get(page)?.dragAndDrop(from, to),

    /** Clicks the toolbar button. */
    async openPopup() {
      await tab.bringToFront();
      return popupOf(tabTarget);
    },

    /** Waits until the browser has heard of a page that the tab goes to. */
    async isLoading() {
      const isLoading = () => (context.serviceWorkers()[0] ?? worker).evaluate(async () => (await chrome.tabs.query({ active: true, currentWindow: true })).some(({ status }) => status === 'loading'));
      await until('the page to be on its way', isLoading);
    },

    /** A private window that shows a page. @param {string} address */
    async openPrivateWindow(address) {
      const url = new URL(address, server.origin).href;
      await (context.serviceWorkers()[0] ?? worker).evaluate((/** @type {string} */ own) => void (/** @type {any} */ (chrome).windows.create({ incognito: true, url: own })), url);
      const of = (/** @type {string} */ type) => until('the private window', async () => (await targets()).find((target) => target.type === type && target.url === url));
      const page = await attach(cdp, (await of('page')).targetId);
      // A window has its address before it has its page, which no button can mark then.
      await until('the page in the private window', () => page.evaluate(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`));
      const { targetId } = await of('tab');
      return { page, openPopup: () => popupOf(targetId) };
    },

    /** What the popup's button opened. */
    async sidePanel() {
      const { targetId } = await until('the side panel', async () => (await targets()).find(({ type, url }) => type === 'page' && url === `chrome-extension://${id}/panel.html`));
      return attach(cdp, targetId);
    },

    /** Stops the background, as the browser does when it is idle. */
    async stopWorker() {
      const running = async () => (await targets()).find(({ type, url }) => type === 'service_worker' && url.includes(id));
      if (!(await running())) throw new Error('the background is not running');
      await until('the background to stop', async () => {
        const target = await running();
        // A message that was on its way starts it again.
        if (target) await send('Target.closeTarget', { targetId: target.targetId });
        return !target;
      });
    },

    /** The same in the middle of something, for which the browser may start it again at once. @returns {Promise<boolean>} was there anything to stop? */
    async killWorker() {
      const target = (await targets()).find(({ type, url }) => type === 'service_worker' && url.includes(id));
      if (target) await send('Target.closeTarget', { targetId: target.targetId });
      return target !== undefined;
    },

    /** Ends the browser at once, with nothing put in order. */
    async crash() {
      const closed = new Promise((resolve) => context.once('close', resolve));
      await Promise.race([send('Browser.crash').catch(() => {}), closed]);
      await closed;
    },

    async close() {
      await context.close();
      await server.close();
      if (!how.profile) await rm(profile, { recursive: true, force: true });
    },
  };

  /** Clicks the button of a tab. @param {string} targetId */
  async function popupOf(targetId) {
    // One that is about to close is none to talk to.
    await until('the popup before to be gone', async () => !(await popups()).length);
    await send('Extensions.triggerAction', { id, targetId });
    return attach(cdp, (await until('the popup', async () => (await popups())[0])).targetId);
  }

}

/** @typedef {Awaited<ReturnType<typeof attach>>} Popup */

/**
 * @param {import('playwright-core').CDPSession} cdp
 * @param {string} targetId
 */
async function attach(cdp, targetId) {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  /** @type {Map<number, (message: any) => void>} */
  const waiting = new Map();
  cdp.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    const answer = JSON.parse(message);
    if (from === sessionId) waiting.get(answer.id)?.(answer);
  });
  let count = 0;
  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  const send = async (method, params = {}) => {
    const id = ++count;
    /** @type {Promise<any>} */
    const answered = new Promise((resolve, reject) => {
      // What is closed meanwhile never answers.
      const timer = setTimeout(() => reject(new Error(`waited ${WAIT_MS} ms for the answer to ${method} ${JSON.stringify(params).slice(0, 200)}`)), WAIT_MS);
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
    await Promise.all([answered, cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })]);
    const { error, result } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };

  /** @param {string} expression @returns {Promise<any>} */
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true, userGesture: true });
    if (exceptionDetails) throw new Error(`in the popup: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  };

  return {
    evaluate,

    /** @param {string} condition  an expression that is to be true */
    until: (condition) => until(condition, () => evaluate(condition)),

    /** @param {'light' | 'dark'} colorScheme */
    emulate: (colorScheme) => send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: colorScheme }, { name: 'prefers-reduced-motion', value: 'reduce' }] }),

    /** @param {string} sentence  what the popup is to say about the page */
    async says(sentence) {
      /** @type {unknown} */
      let said;
      await until(`the popup to say ${JSON.stringify(sentence)}`, async () => (said = await evaluate("document.querySelector('#status')?.textContent")) === sentence).catch((error) => {
        throw new Error(`${error.message}: it says ${JSON.stringify(said)}`);
      });
    },

    /** @param {{key: string, code: string, windowsVirtualKeyCode: number, text?: string, modifiers?: number}} key */
    async press(key) {
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },

    screenshot: async () => Buffer.from((await send('Page.captureScreenshot', { format: 'png' })).data, 'base64'),

    async close() {
      await cdp.send('Target.closeTarget', { targetId });
      await until('it to be closed', async () => !(await cdp.send('Target.getTargets', { filter: [{}] })).targetInfos.some((target) => target.targetId === targetId));
    },
  };
}
