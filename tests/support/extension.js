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

/** How long the browser may take to start the background or to show a popup. */
const WAIT_MS = 10_000;

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
  // The first page after installing would lie in front of what is tested.
  let isOpening = false;
  context.on('page', (opened) => {
    if (!isOpening) void opened.waitForURL(/\/welcome\.html$/).then(() => opened.close(), () => {});
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

  /** @type {WeakMap<Page, import('playwright-core').Page>} */
  const tabs = new WeakMap();

  /** @returns {Promise<{targetId: string, type: string, url: string}[]>} */
  const targets = async () => (await send('Target.getTargets', { filter: [{}] })).targetInfos;
  const popups = async () => (await targets()).filter(({ type, url }) => type === 'page' && url === `chrome-extension://${id}/popup.html`);

  return {
    page: new Page(await driver(tab, 'chromium', true), server.origin),
    origin: server.origin,

    /** The background, started again where it was stopped. */
    get worker() {
      return context.serviceWorkers()[0] ?? worker;
    },

    /** @param {string} file  a page of the extension's own, in a tab of its own */
    async openOwn(file) {
      isOpening = true;
      const own = await context.newPage();
      isOpening = false;
      const page = new Page(await driver(own, 'chromium', true), `chrome-extension://${id}`);
      await page.goto(`/${file}`);
      tabs.set(page, own);
      return page;
    },

    /** @param {string} file  a page of the extension's own that something else opens */
    async openedOwn(file) {
      for (const end = Date.now() + WAIT_MS; ; await pause(50)) {
        const own = context.pages().find((page) => page.url().startsWith(`chrome-extension://${id}/${file}`));
        if (own) return new Page(await driver(own, 'chromium', true), `chrome-extension://${id}`);
        if (Date.now() > end) throw new Error(`nobody opened ${file}`);
      }
    },

    /** The button is that of the tab in front, and a tab behind it draws nothing. @param {Page} page  from `openOwn` */
    front: async (page) => tabs.get(page)?.bringToFront(),

    /** With the mouse, from one element to another. @param {Page} page  from `openOwn` @param {string} from @param {string} to */
    drag: async (page, from, to) => tabs.get(page)?.dragAndDrop(from, to),

    /** Clicks the toolbar button. */
    async openPopup() {
      await tab.bringToFront();
      const { url } = await pageInfo();
      return popupOf(url);
    },

    /** A private window that shows a page. @param {string} address */
    async openPrivateWindow(address) {
      const url = new URL(address, server.origin).href;
      await (context.serviceWorkers()[0] ?? worker).evaluate((/** @type {string} */ own) => void (/** @type {any} */ (chrome).windows.create({ incognito: true, url: own })), url);
      for (const end = Date.now() + WAIT_MS; ; await pause(50)) {
        const target = (await targets()).find((target) => target.type === 'page' && target.url === url);
        if (target) {
          const page = await attach(cdp, target.targetId);
          // A window has its address before it has its page, which no button can mark then.
          while (!(await page.evaluate(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`))) {
            if (Date.now() > end) throw new Error('the page in the private window did not load');
            await pause(50);
          }
          return { page, openPopup: () => popupOf(url) };
        }
        if (Date.now() > end) throw new Error('the private window did not open');
      }
    },

    /** What the popup's button opened. */
    async sidePanel() {
      for (const end = Date.now() + WAIT_MS; ; await pause(50)) {
        const panel = (await targets()).find(({ type, url }) => type === 'page' && url === `chrome-extension://${id}/panel.html`);
        if (panel) return attach(cdp, panel.targetId);
        if (Date.now() > end) throw new Error('the side panel did not open');
      }
    },

    /** Stops the background, as the browser does when it is idle. */
    async stopWorker() {
      const running = async () => (await targets()).find(({ type, url }) => type === 'service_worker' && url.includes(id));
      const target = await running();
      if (!target) throw new Error('the background is not running');
      await send('Target.closeTarget', { targetId: target.targetId });
      for (const end = Date.now() + WAIT_MS; await running(); await pause(50)) {
        if (Date.now() > end) throw new Error('the background did not stop');
      }
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

  /** Clicks the button of the tab that shows a page. @param {string} url */
  async function popupOf(url) {
    const target = (await targets()).find((target) => target.type === 'tab' && target.url === url);
    if (!target) throw new Error(`no tab shows ${url}`);
    // Soon after the extension or a window has come up, the driver's click opens the popup without the permission for the tab that a click gives: the popup is not told
    // the address then. A person's click always gives it.
    for (const end = Date.now() + WAIT_MS; ; await pause(100)) {
      const popup = await click();
      const isGranted = await popup.evaluate('chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab?.url !== undefined)');
      if (isGranted || !/^http/.test(url) || Date.now() > end) return popup;
      await popup.close();
      while ((await popups()).length) await pause(50);
    }

    async function click() {
      await send('Extensions.triggerAction', { id, targetId: target?.targetId });
      for (const end = Date.now() + WAIT_MS; ; await pause(50)) {
        const [popup] = await popups();
        if (popup) return attach(cdp, popup.targetId);
        if (Date.now() > end) throw new Error('the popup did not open');
      }
    }
  }

  async function pageInfo() {
    return { url: tab.url() };
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
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result)));
      cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(reject);
    });

  /** @param {string} expression @returns {Promise<any>} */
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true, userGesture: true });
    if (exceptionDetails) throw new Error(`in the popup: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  };

  return {
    evaluate,

    /** @param {string} sentence  what the popup is to say about the page */
    async says(sentence) {
      for (const end = Date.now() + WAIT_MS; ; await pause(50)) {
        const said = await evaluate("document.querySelector('#status')?.textContent");
        if (said === sentence) return;
        if (Date.now() > end) throw new Error(`the popup says ${JSON.stringify(said)}, not ${JSON.stringify(sentence)}`);
      }
    },

    /** @param {{key: string, code: string, windowsVirtualKeyCode: number, text?: string, modifiers?: number}} key */
    async press(key) {
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },

    screenshot: async () => Buffer.from((await send('Page.captureScreenshot', { format: 'png' })).data, 'base64'),

    close: () => cdp.send('Target.closeTarget', { targetId }),
  };
}
