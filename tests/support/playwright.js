/** @file Chromium and Firefox (and WebKit where Playwright brings its own) through playwright-core. */
import { existsSync } from 'node:fs';
import * as playwright from 'playwright-core';
import { VIEWPORT } from './page.js';

/** Where Linux distributions put them; the environment may name another. */
const chromiumPaths = [process.env.GLOSSATOR_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const firefoxPaths = [process.env.GLOSSATOR_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** ms that go by as the clock is stopped: it can be stopped at a time that is still to come only. */
const STOP_MS = 1000;

/** @param {(string | undefined)[]} paths */
const firstThere = (paths) => paths.find((path) => path !== undefined && existsSync(path));

/**
 * How to launch an engine on this machine: the system's browser first, then Playwright's own.
 * @param {'chromium' | 'firefox' | 'webkit'} engine
 * @returns {import('playwright-core').LaunchOptions | undefined}  undefined: it is not there
 */
export function launchOptions(engine) {
  const asRoot = process.getuid?.() === 0;
  if (engine === 'chromium') {
    const args = ['--disable-gpu', '--disable-quic'];
    if (asRoot) args.push('--no-sandbox');
    const executablePath = firstThere(chromiumPaths);
    if (executablePath !== undefined) return { executablePath, args };
    if (existsSync(playwright.chromium.executablePath())) return { args };
  } else if (engine === 'firefox') {
    const executablePath = firstThere(firefoxPaths);
    // a release build of Firefox speaks another protocol than the one that Playwright patches
    if (executablePath !== undefined) return { channel: 'moz-firefox', executablePath };
    if (existsSync(playwright.firefox.executablePath())) return {};
  } else if (existsSync(playwright.webkit.executablePath())) return {};
  return undefined;
}

/**
 * @param {'chromium' | 'firefox' | 'webkit'} engine
 * @param {import('playwright-core').LaunchOptions} options
 * @returns {Promise<import('./browsers.js').Browser>}
 */
export async function launchPlaywright(engine, options) {
  const browser = await playwright[engine].launch(options);
  const context = await browser.newContext({ viewport: VIEWPORT });
  return {
    version: browser.version(),
    // A clock is one of a whole context, and cannot be taken out again.
    newDriver: async ({ clock = false } = {}) =>
      driver(await (clock ? await browser.newContext({ viewport: VIEWPORT }) : context).newPage(), engine, options.channel === undefined),
    isAlive: async () => browser.isConnected(),
    close: () => browser.close(),
  };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} engine
 * @param {boolean} full  does the protocol know media emulation?
 * @returns {Promise<import('./page.js').Driver>}
 */
export async function driver(page, engine, full) {
  /** @type {string[]} */
  const errors = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error}`));
  let isStopped = false;
  const cdp = engine === 'chromium' ? await page.context().newCDPSession(page) : undefined;
  return {
    goto: async (url) => {
      // Firefox has a window of its own from the start, which may come to the front late; in one behind it nothing has the focus.
      if (engine === 'firefox') await page.bringToFront();
      await page.goto(url, { waitUntil: 'load' });
    },
    // Playwright's own evaluate goes through `eval`, which Trusted Types forbid; the debugger's does not
    run: cdp
      ? async (expression) => {
          const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
            expression,
            awaitPromise: true,
            returnByValue: true,
            userGesture: true,
          });
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          return result.value;
        }
      : (expression) => page.evaluate(expression),
    move: (x, y) => page.mouse.move(x, y),
    button: (which) => page.mouse[which](),
    tap: cdp
      ? async (x, y) => {
          await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
          await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
        }
      : undefined,
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    clock: {
      stop: async () => {
        await page.clock.install();
        await page.clock.pauseAt((await page.evaluate(() => Date.now())) + STOP_MS);
        isStopped = true;
      },
      run: (ms) => page.clock.runFor(ms),
      start: async () => {
        if (isStopped) await page.clock.resume();
        isStopped = false;
      },
    },
    pinch: cdp ? (scale) => cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: scale }).then(() => undefined) : undefined,
    errors: async () => errors.splice(0),
    setViewport: (width, height) => page.setViewportSize({ width, height }),
    emulate: full
      ? (media) =>
          page.emulateMedia({
            colorScheme: media.colorScheme ?? null,
            reducedMotion: media.reducedMotion ?? null,
            forcedColors: media.forcedColors ?? null,
          })
      : undefined,
    accessibleNames: cdp
      ? async () => {
          const { nodes } = await cdp.send('Accessibility.getFullAXTree');
          return nodes.filter((node) => !node.ignored && node.name?.value).map((node) => String(node.name?.value));
        }
      : undefined,
    accessibleParts: cdp
      ? async (selector) => {
          const { root } = await cdp.send('DOM.getDocument');
          const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector });
          const { node } = await cdp.send('DOM.describeNode', { nodeId });
          const { nodes } = await cdp.send('Accessibility.getFullAXTree');
          const byId = new Map(nodes.map((node) => [node.nodeId, node]));
          /** @type {import('./page.js').AccessiblePart[]} */
          const parts = [];
          const walk = (/** @type {typeof nodes[number] | undefined} */ at) => {
            if (!at) return;
            const role = String(at.role?.value);
            // What lines break into is layout; what is ignored is there for its children only.
            if (role === 'InlineTextBox') return;
            if (!at.ignored) {
              const states = Object.fromEntries((at.properties ?? []).filter(({ name }) => name === 'expanded').map(({ name, value }) => [name, value.value]));
              parts.push({ role, name: String(at.name?.value ?? ''), description: String(at.description?.value ?? ''), ...states });
            }
            for (const id of at.childIds ?? []) walk(byId.get(id));
          };
          walk(nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId));
          return parts;
        }
      : undefined,
    domCounters: cdp
      ? async () => {
          for (let i = 0; i < 2; i += 1) await cdp.send('HeapProfiler.collectGarbage');
          const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
          return { nodes, listeners: jsEventListeners };
        }
      : undefined,
    close: () => page.close(),
  };
}
