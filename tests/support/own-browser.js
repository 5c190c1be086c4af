/**
 * @file Chromium with windows of a test's own: a telephone, a scheme of colours, a scale. What cannot be set on the page that `eachEngine` shares.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { engines } from './browsers.js';
import { Page } from './page.js';
import { driver, launchOptions } from './playwright.js';
import { startServer } from './server.js';

/** Why there is none here. @type {string | false} */
export const noChromium = (!engines.includes('chromium') || launchOptions('chromium') === undefined) && 'chromium is not tested here';

/** A telephone. CSS px. */
export const PHONE = { viewport: { width: 390, height: 700 }, hasTouch: true };

/**
 * To be called in a `describe`: the browser lives as long as that.
 * @returns {<Result>(options: import('playwright-core').BrowserContextOptions, body: (page: Page, inside: import('playwright-core').Page) => Promise<Result>) => Promise<Result>}
 *   opens a window, does what is to be done in it, and closes it; an error in its console fails the test
 */
export function ownBrowser() {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('./server.js').TestServer} */
  let server;
  before(async () => {
    browser = await chromium.launch(launchOptions('chromium'));
    server = await startServer();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  return async (options, body) => {
    const context = await browser.newContext(options);
    const inside = await context.newPage();
    const page = new Page(await driver(inside, 'chromium', true), server.origin);
    try {
      const result = await body(page, inside);
      assert.deepEqual(await page.consoleErrors(), [], 'errors in the console');
      return result;
    } finally {
      await context.close();
    }
  };
}
