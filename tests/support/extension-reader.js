/**
 * @file A reader of Chromium who has the built extension, with the options page open: what tests of their glossaries do.
 *
 * The extension is a copy that may read the test servers from the start, since nothing here can answer the browser's question; `more` is what its background does besides.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { built } from './extension-built.js';
import { copyExtension } from './extension-copy.js';
import { launchWithExtension } from './extension.js';
import { pause } from './page.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {Awaited<ReturnType<typeof startReader>>} Reader */

// In a page.
export const hasMarks = () => document.querySelector('gloss-term') !== null;
export const marks = () => [...document.querySelectorAll('gloss-term')].map((mark) => `${mark.textContent} ${mark.getAttribute('entry')?.replace(/^[0-9a-f-]{36}:/, '+')}`);

/** In the options page: notes from now on where the bar of an import is, how often the page does something else, and for how long it cannot. */
export function watchImport() {
  const seen = { progress: new Set(), ticks: 0, longest: 0 };
  Object.assign(window, { seen });
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    seen.ticks += 1;
    seen.longest = Math.max(seen.longest, now - last);
    last = now;
    const bar = /** @type {HTMLProgressElement | null} */ (document.querySelector('#import-dialog progress'));
    if (bar?.checkVisibility()) seen.progress.add(bar.value);
    setTimeout(tick, 5);
  };
  tick();
}

/** What {@link watchImport} has noted: different places of the bar, times, and ms. */
export function importSeen() {
  const { progress, ticks, longest } = /** @type {any} */ (window).seen;
  return { steps: progress.size, ticks, longest: Math.round(longest) };
}

// In the options page.
export const names = () => [...document.querySelectorAll('#list .open b')].map((name) => name.textContent);
export const entries = () => [...document.querySelectorAll('#entries li')].map((row) => `${row.querySelector('b')?.textContent}: ${row.querySelector('p')?.textContent}`);
export const about = () => document.querySelector('#detail .about')?.textContent ?? '';
export const paste = (/** @type {string} */ text) => {
  /** @type {HTMLTextAreaElement} */ (document.querySelector('[name="paste"]')).value = text;
};
/** A file chosen in the form. @param {string} name @param {string} base64 */
export const chooseFile = (name, base64) => {
  const files = new DataTransfer();
  files.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
  /** @type {HTMLInputElement} */ (document.querySelector('#import-dialog [type="file"]')).files = files.files;
};
/** A file of a test server's, chosen in the form. @param {string} name @param {string} url */
export const chooseServed = async (name, url) => {
  const files = new DataTransfer();
  files.items.add(new File([await (await fetch(url)).blob()], name));
  /** @type {HTMLInputElement} */ (document.querySelector('#import-dialog [type="file"]')).files = files.files;
};
/** True, or what is wrong. */
export const previewShown = () => document.querySelector('#import-dialog .error')?.textContent || !(/** @type {HTMLElement} */ (document.querySelector('[data-step="preview"]')).hidden);
export const importClosed = () => document.querySelector('#import-dialog[open]') === null || document.querySelector('#import-dialog .error')?.textContent;

/** @param {{more?: string}} [how] */
export async function startReader({ more = 'Object.assign(globalThis, { updateDue, openDraft });\n' } = {}) {
  const work = await mkdtemp(path.join(tmpdir(), 'glossator-'));
  await copyExtension(await built('chrome'), path.join(work, 'extension'), more);
  const launch = () => launchWithExtension(path.join(work, 'extension'), { profile: path.join(work, 'profile') });
  const browser = await launch();

  const reader = {
    browser,
    /** The options page. @type {Page} */
    options: /** @type {any} */ (undefined),

    async openOptions(file = 'options.html') {
      const page = await reader.browser.openOwn(file);
      await page.waitFor(() => document.querySelector('#list li') !== null, { what: 'the list' });
      return page;
    },

    /** Closes the browser and starts it again, with the same profile. */
    async restart() {
      await reader.browser.close();
      reader.browser = await launch();
      reader.options = await reader.openOptions();
    },

    /** @param {(...args: any[]) => unknown} choose  puts something into the form of the import, in the page @param {unknown[]} args */
    async startImport(choose, ...args) {
      const { options } = reader;
      await options.click('#import');
      await options.waitFor(() => document.querySelector('#import-dialog[open]') !== null, { what: 'the dialog' });
      await options.evaluate(/** @type {any} */ (choose), ...args);
      await options.click('#import-dialog [value="next"]');
    },

    /** From the preview to the end. @param {{timeout?: number}} [how] */
    async finishImport({ timeout = 20_000 } = {}) {
      await reader.options.click('#import-dialog [value="next"]');
      assert.equal(await reader.options.waitFor(importClosed, { what: 'the end of the import', timeout }), true);
    },

    /** @param {string} text @param {(page: Page) => Promise<void>} [inPreview] */
    async importText(text, inPreview) {
      await reader.startImport(paste, text);
      assert.equal(await reader.options.waitFor(previewShown, { what: 'the preview' }), true);
      await inPreview?.(reader.options);
      await reader.finishImport();
    },

    /** What a page shows after the button was clicked. @param {string} [address] */
    async marked(address = '/pages/clean.html?csp=none') {
      const { page } = reader.browser;
      await page.goto(address);
      const popup = await reader.browser.openPopup();
      for (const end = Date.now() + 60_000; ['working', ''].includes(await popup.evaluate("document.documentElement?.dataset.status ?? ''")); await pause(50)) {
        if (Date.now() > end) throw new Error('the page is not read');
      }
      const found = await page.evaluate(marks);
      await popup.close();
      await reader.browser.front(reader.options);
      return found;
    },

    /** @param {string} selector @param {string} value */
    type: (selector, value) =>
      reader.options.evaluate(
        /** @type {any} */ ((/** @type {string} */ where, /** @type {string} */ what) => {
          const input = /** @type {HTMLInputElement} */ (document.querySelector(where));
          input.value = what;
          for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true }));
        }),
        selector,
        value,
      ),

    /** Waits until the options page shows it. @param {() => unknown} read @param {unknown} expected @param {string} [what] */
    shows: (read, expected, what = '') =>
      reader.options.waitFor(/** @type {any} */ ((/** @type {string} */ source, /** @type {string} */ json) => JSON.stringify((0, eval)(`(${source})`)()) === json), {
        what: `${what} ${JSON.stringify(expected)}`,
        args: [String(read), JSON.stringify(expected)],
      }),

    /** Chooses a glossary of the list. @param {string} name */
    async choose(name) {
      await reader.options.evaluate(/** @type {any} */ ((/** @type {string} */ wanted) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#list .open'))].find((one) => one.querySelector('b')?.textContent === wanted)?.click()), name);
      await reader.options.waitFor(/** @type {any} */ ((/** @type {string} */ wanted) => /** @type {HTMLInputElement | null} */ (document.querySelector('#name'))?.value === wanted), { what: name, args: [name] });
    },

    /** Deletes the glossary that is shown. */
    async remove() {
      await reader.options.click('#delete');
      await reader.options.waitFor(() => document.querySelector('#confirm-dialog[open]') !== null, { what: 'the question' });
      await reader.options.click('#confirm-dialog [value="yes"]');
      await reader.options.waitFor(() => document.querySelector('#confirm-dialog[open]') === null, { what: 'the answer' });
    },

    async close() {
      await reader.browser.close();
      await rm(work, { recursive: true, force: true });
    },
  };
  reader.options = await reader.openOptions();
  return reader;
}
