/**
 * @file The built extension on long pages of the web, as they are: no error of ours, and nothing left when it is switched off.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { built, isPresent } from '../support/extension-built.js';
import { copyExtension } from '../support/extension-copy.js';
import { launchWithExtension } from '../support/extension.js';
import { sharedFolder } from '../support/server.js';

const corpus = path.join(sharedFolder, 'corpora/pages-readability');

/** Pages, the largest. */
const COUNT = 20;

const TEST_MS = 240_000;

const skip = !isPresent('chromium') || (existsSync(corpus) ? false : `${corpus} is not there`);

test(`${COUNT} long pages, on and off`, { skip, timeout: TEST_MS }, async (context) => {
  const sizes = await Promise.all((await readdir(corpus)).map(async (name) => ({ name, size: (await stat(path.join(corpus, name, 'source.html')).catch(() => ({ size: 0 }))).size })));
  const largest = sizes.sort((a, b) => b.size - a.size).slice(0, COUNT);
  const work = await mkdtemp(path.join(tmpdir(), 'glossator-'));
  await copyExtension(await built('chrome'), path.join(work, 'extension'), 'globalThis.commandPage = commandPage;\n');
  const browser = await launchWithExtension(path.join(work, 'extension'));
  try {
    const { page, worker } = browser;
    /** @param {'on' | 'off'} command @returns {Promise<{status: string, terms: number, reason?: string}>} */
    const command = (command) =>
      worker.evaluate(async (/** @type {string} */ what) => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        return /** @type {any} */ (globalThis).commandPage(tab?.id, what);
      }, command);
    let terms = 0;
    let articles = 0;
    for (const { name } of largest) {
      // The page's own scripts and what it would load are kept out, so that whatever changes is our doing.
      await page.goto(`/shared/corpora/pages-readability/${name}/source.html?csp=none`);
      const original = await page.evaluate(() => document.documentElement.outerHTML);
      await page.consoleErrors();
      const state = await command('on');
      assert.ok(['on', 'no-article'].includes(state.status), `${name}: ${state.status} ${state.reason ?? ''}`);
      if (state.status === 'on') articles += 1;
      terms += state.terms;
      await command('off');
      assert.ok((await page.evaluate(() => document.documentElement.outerHTML)) === original, `${name} is as it was`);
      const ours = (await page.consoleErrors()).filter((error) => error.startsWith('uncaught') || error.includes('chrome-extension:'));
      assert.deepEqual(ours, [], name);
    }
    context.diagnostic(`articles on ${articles} of ${largest.length} pages, ${terms} terms`);
    assert.ok(articles > COUNT / 2, 'most of them have an article');
  } finally {
    await browser.close();
    await rm(work, { recursive: true, force: true });
  }
});
