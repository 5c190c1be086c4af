/**
 * @file WebKit: WebKitGTK's MiniBrowser through `WebKitWebDriver`, spoken to in plain W3C WebDriver over HTTP, on a
 * virtual display of its own.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { pause, VIEWPORT } from './page.js';

/** A command that takes longer than this hangs. */
const COMMAND_MS = 30_000;
/** How long driver and display may take to start on a busy machine. */
const START_MS = 15_000;
/** Larger than any viewport of the tests: there is no window manager to shrink windows. */
const SCREEN = '1600x1400x24';

/** WebDriver's code points for the keys that the tests press. */
const KEYS = /** @type {Record<string, string>} */ ({
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  Escape: '\uE00C',
  Enter: '\uE007',
  Tab: '\uE004',
  Space: ' ',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
});

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** @returns {string | undefined} */
function findMiniBrowser() {
  if (process.env.GLOSSATOR_WEBKIT !== undefined) return process.env.GLOSSATOR_WEBKIT;
  for (const lib of ['/usr/lib', '/usr/libexec']) {
    if (!existsSync(lib)) continue;
    const folders = [lib, ...readdirSync(lib).filter((name) => name.endsWith('-linux-gnu')).map((name) => path.join(lib, name))];
    for (const folder of folders) {
      for (const api of ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']) {
        const file = path.join(folder, api, 'MiniBrowser');
        if (existsSync(file)) return file;
      }
    }
  }
  return undefined;
}

/**
 * @typedef {object} WebKitPaths
 * @property {string} driver
 * @property {string} browser
 * @property {string | undefined} xvfb  undefined: use the display that is there
 */

/** @returns {WebKitPaths | undefined} undefined: it is not there */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const browser = findMiniBrowser();
  const xvfb = onPath('Xvfb');
  if (driver === undefined || browser === undefined) return undefined;
  if (xvfb === undefined && process.env.DISPLAY === undefined) return undefined;
  return { driver, browser, xvfb };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a virtual display on a number that is free.
 * @param {string} xvfb
 * @returns {Promise<{display: string, stop: () => void}>}
 */
function startDisplay(xvfb) {
  // -displayfd: the server finds a free number and says which; without a cookie only local clients are let in
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not start')), START_MS);
    child.once('error', reject);
    child.stdio[3]?.once('data', (data) => {
      clearTimeout(timer);
      resolve({ display: `:${String(data).trim()}`, stop: () => void child.kill() });
    });
  });
}

/**
 * @param {WebKitPaths} paths
 * @returns {Promise<import('./browsers.js').Browser>}
 */
export async function launchWebKit(paths) {
  const screen = paths.xvfb === undefined ? undefined : await startDisplay(paths.xvfb);
  const port = await freePort();
  const env = {
    ...process.env,
    ...(screen && { DISPLAY: screen.display }),
    GDK_BACKEND: 'x11',
    // Without a graphics card it composes by Mesa's software renderer, in whose threads it crashes now and then.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  };
  const child = spawn(paths.driver, ['-p', String(port)], { stdio: 'ignore', env });
  const stop = () => {
    child.kill();
    screen?.stop();
  };
  process.once('exit', stop);

  /**
   * @param {'GET' | 'POST' | 'DELETE'} method
   * @param {string} command
   * @param {unknown} [body]
   */
  const send = async (method, command, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${command}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(COMMAND_MS),
    });
    const { value } = /** @type {{value: any}} */ (await response.json());
    if (value?.error) throw new Error(`${command}: ${value.error}: ${value.message}`);
    return value;
  };

  try {
    for (const end = Date.now() + START_MS; ; await pause(100)) {
      if (await send('GET', '/status').then(() => true, () => false)) break;
      if (Date.now() > end) throw new Error('WebKitWebDriver did not start');
    }
    const { sessionId, capabilities } = await send('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] } },
      },
    });
    const session = `/session/${sessionId}`;
    await send('POST', `${session}/timeouts`, { script: COMMAND_MS, pageLoad: COMMAND_MS });
    return {
      version: capabilities.browserVersion,
      // one window is all that the tests need
      newDriver: async () => driver((method, command, body) => send(method, session + command, body)),
      isAlive: () => send('GET', `${session}/window`).then(() => true, () => false),
      close: async () => {
        await send('DELETE', session).catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * @param {(method: 'GET' | 'POST' | 'DELETE', command: string, body?: unknown) => Promise<any>} send
 * @returns {import('./page.js').Driver}
 */
function driver(send) {
  /** @param {object[]} actions */
  const pointer = (actions) =>
    send('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  /** @param {string[]} keys  pressed in this order, released in the other */
  const chord = (keys) =>
    send('POST', '/actions', {
      actions: [
        {
          type: 'key',
          id: 'keys',
          actions: [
            ...keys.map((value) => ({ type: 'keyDown', value })),
            ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
          ],
        },
      ],
    });
  /** @param {string} expression */
  const run = (expression) =>
    send('POST', '/execute/async', {
      script: `const done = arguments[arguments.length - 1]; ${expression}.then(done, (error) => done(JSON.stringify({ error: String(error), message: String(error) })));`,
      args: [],
    });
  /** @type {string[]} */
  let seen = [];
  const collect = async () => {
    const json = await run(`(async () => JSON.stringify((window.collectedErrors ?? []).splice(0)))()`);
    seen.push(...JSON.parse(json));
  };
  /** What the window is larger than its viewport. */
  let frame = { width: 0, height: 0 };
  return {
    goto: async (url) => {
      await collect(); // the next document forgets
      const address = new URL(url);
      address.searchParams.set('log', '');
      await send('POST', '/url', { url: address.href });
    },
    run,
    move: (x, y) => pointer([{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' }]),
    button: (which) => pointer([{ type: which === 'down' ? 'pointerDown' : 'pointerUp', button: 0 }]),
    tap: undefined,
    press: (key) => chord(key.split('+').map((name) => KEYS[name] ?? name)),
    type: async (text) => {
      for (const character of text) await chord([character]);
    },
    screenshot: async () => Buffer.from(await send('GET', '/screenshot'), 'base64'),
    errors: async () => {
      await collect();
      const errors = seen;
      seen = [];
      return errors;
    },
    setViewport: async (width, height) => {
      const inner = async () => JSON.parse(await run('(async () => JSON.stringify({ width: innerWidth, height: innerHeight }))()'));
      for (let tries = 0; tries < 20; tries += 1) {
        const now = await inner();
        if (now.width === width && now.height === height) return;
        if (tries % 5 === 0) {
          const rect = await send('GET', '/window/rect');
          frame = { width: rect.width - now.width, height: rect.height - now.height };
          await send('POST', '/window/rect', { width: width + frame.width, height: height + frame.height });
        }
        await pause(50);
      }
      throw new Error(`the window cannot be ${width} × ${height}: ${JSON.stringify(await inner())}`);
    },
    clock: undefined,
    pinch: undefined,
    emulate: undefined,
    accessibleNames: undefined,
    domCounters: undefined,
    close: async () => undefined,
  };
}
