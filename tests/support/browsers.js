/**
 * @file One test, every engine: `eachEngine` registers a test for each browser that `GLOSSATOR_ENGINES` names.
 *
 * A browser is started at its first test and shared by all tests of the process; so is its page.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Page } from './page.js';
import { launchOptions, launchPlaywright } from './playwright.js';
import { startServer } from './server.js';
import { findWebKit, launchWebKit } from './webkit.js';

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

/**
 * @typedef {object} Browser
 * @property {string} version
 * @property {(wanted?: {clock?: boolean}) => Promise<import('./page.js').Driver>} newDriver
 * @property {() => Promise<boolean>} isAlive  false: its process has ended, or no longer answers
 * @property {() => Promise<void>} close
 */

/** @type {EngineName[]} */
const known = ['chromium', 'firefox', 'webkit'];

/** The engines that this run is about. */
export const engines = (process.env.GLOSSATOR_ENGINES ?? known.join(','))
  .split(',')
  .map((name) => {
    const engine = known.find((engine) => engine === name.trim());
    if (engine === undefined) throw new Error(`GLOSSATOR_ENGINES: no engine is called ${JSON.stringify(name)}`);
    return engine;
  });

/** A test that takes longer than this hangs; the first one of an engine includes its launch. */
const TEST_MS = 60_000;

/** @type {Map<EngineName, Promise<Browser>>} */
const browsers = new Map();
/** By engine, and those whose clock a test may stop. @type {Map<string, Promise<Page>>} */
const pages = new Map();
/** @type {Promise<import('./server.js').TestServer> | undefined} */
let server;

after(async () => {
  await Promise.allSettled([...browsers.values()].map(async (browser) => (await browser).close()));
  await (await server)?.close();
});

/**
 * @param {EngineName} engine
 * @returns {(() => Promise<Browser>) | undefined}  undefined: this machine does not have it
 */
function launcher(engine) {
  if (engine === 'webkit') {
    const paths = findWebKit();
    if (paths !== undefined) return () => launchWebKit(paths);
  }
  const options = launchOptions(engine);
  return options && (() => launchPlaywright(engine, options));
}

const launchers = new Map(engines.map((engine) => [engine, launcher(engine)]));

for (const [engine, launch] of launchers) {
  if (launch !== undefined) continue;
  const message = `${engine} is not on this machine`;
  if (process.env.CI) test(`${engine} can be tested`, () => assert.fail(message));
  else test(`${engine} can be tested`, { skip: message }, () => {});
}

/**
 * @param {EngineName} engine
 * @param {() => Promise<Browser>} launch
 * @param {boolean} clock
 * @returns {Promise<Page>}
 */
async function openPage(engine, launch, clock) {
  server ??= startServer();
  const { origin } = await server;
  let browser = browsers.get(engine);
  if (browser === undefined) browsers.set(engine, (browser = launch()));
  return new Page(await (await browser).newDriver({ clock }), origin);
}

/**
 * Lets go of a browser that has ended, so that the next test starts another.
 * @param {EngineName} engine
 * @returns {Promise<boolean>}  whether there was one that had ended
 */
async function forgetDead(engine) {
  const browser = await browsers.get(engine)?.catch(() => undefined);
  if (browser === undefined || (await browser.isAlive())) return false;
  browsers.delete(engine);
  for (const key of pages.keys()) if (key.startsWith(engine)) pages.delete(key);
  await browser.close().catch(() => undefined);
  return true;
}

/**
 * @typedef {object} TestOptions
 * @property {EngineName[]} [only]  engines that can do what the test needs
 * @property {string | false} [skip]  why it cannot run here
 * @property {number} [timeout]  ms; for a test that goes through many pages
 * @property {boolean} [clock]  it stops the clock: `page.stopClock()`
 * @property {RegExp[]} [errors]  console errors that belong to the case; any other fails the test
 */

/**
 * Registers the same test for every engine. After the body, no unexpected console error may be left.
 * @param {string} name
 * @param {(page: Page, engine: EngineName) => Promise<void>} body
 * @param {TestOptions} [options]
 */
export function eachEngine(name, body, { only = known, skip = false, timeout = TEST_MS, clock = false, errors = [] } = {}) {
  for (const [engine, launch] of launchers) {
    if (launch === undefined || !only.includes(engine)) continue;
    test(`${engine}: ${name}`, { skip, timeout }, async () => {
      try {
        // WebKit's driver has one window, and no clock that would stay.
        const key = clock && engine !== 'webkit' ? `${engine} with a clock` : engine;
        let opened = pages.get(key);
        if (opened === undefined) pages.set(key, (opened = openPage(engine, launch, clock)));
        const page = await opened;
        await page.reset();
        await body(page, engine);
        const left = (await page.consoleErrors()).filter((text) => !errors.some((pattern) => pattern.test(text)));
        assert.deepEqual(left, [], 'errors in the console');
      } catch (error) {
        // This test has failed, whoever's fault it is; those after it have not.
        if (await forgetDead(engine)) throw new Error(`${engine} ended in this test`, { cause: error });
        throw error;
      }
    });
  }
}
