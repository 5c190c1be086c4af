/**
 * @file Firefox with the built extension, side-loaded into a profile of its own.
 *
 * Nothing here can click Firefox's toolbar. So the copy that is loaded has one thing more than the built one: permission for the test
 * server, and a background that does what the button asks for when the address ends in `#on` or `#off`.
 */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { firefox } from 'playwright-core';
import { copyExtension } from './extension-copy.js';
import { Page, VIEWPORT } from './page.js';
import { driver, launchOptions } from './playwright.js';
import { startServer } from './server.js';

/** Without them Firefox refuses an extension that nobody signed, or asks first. */
const PREFERENCES = {
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.enabledScopes': 15,
  'extensions.startupScanScopes': 15,
};

const REMOTE_CONTROL = `
chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  const command = /#(on|off)$/.exec(url ?? '')?.[1];
  if (command) commandPage(tabId, command);
  // It would lie in front of what is tested.
  if (url === chrome.runtime.getURL('welcome.html')) chrome.tabs.remove(tabId);
});
`;

/**
 * @param {string} folder  the built extension
 */
export async function launchFirefoxWithExtension(folder) {
  const work = await mkdtemp(path.join(tmpdir(), 'glossator-'));
  const copy = path.join(work, 'extension');
  const manifest = await copyExtension(folder, copy, REMOTE_CONTROL);

  const profile = path.join(work, 'profile');
  await mkdir(path.join(profile, 'extensions'), { recursive: true });
  await writeFile(path.join(profile, 'extensions', `${manifest.browser_specific_settings.gecko.id}.xpi`), await zip(copy));

  const context = await firefox.launchPersistentContext(profile, {
    ...launchOptions('firefox'),
    firefoxUserPrefs: PREFERENCES,
    viewport: VIEWPORT,
  });
  const server = await startServer();
  const tab = context.pages()[0] ?? (await context.newPage());
  return {
    page: new Page(await driver(tab, 'firefox', false), server.origin),

    async close() {
      await context.close();
      await server.close();
      await rm(work, { recursive: true, force: true });
    },
  };
}

/** @param {string} folder */
async function zip(folder) {
  /** @type {import('fflate').Zippable} */
  const contents = {};
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const file = path.join(item.parentPath ?? item.path, item.name);
    contents[path.relative(folder, file).split(path.sep).join('/')] = new Uint8Array(await readFile(file));
  }
  return zipSync(contents);
}
