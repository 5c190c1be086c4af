/**
 * @file Firefox with the built extension as a reader has it: the zip that would be uploaded, the toolbar's button and its popup, the sidebar, menus, questions for
 * permission, private windows.
 *
 * Playwright sees pages only. Firefox itself is driven over Marionette, the protocol below geckodriver: messages of JSON over a socket, with their length in front. In its
 * *chrome* context scripts run in the browser's own window; what stands in a page, a popup or the sidebar is asked by a script in that frame.
 */
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pause } from './page.js';
import { startServer } from './server.js';

export const ID = 'glossator@glossator.example';

/** How long Firefox may take to start, and how long anything in it. */
const START_MS = 40_000;
const WAIT_MS = 20_000;

/** How long a frame may take to answer. */
const ANSWER_MS = 2000;

/** Without the first four Firefox refuses an extension that nobody signed, or asks first; then nothing that lies in front of what is tested. */
const PREFERENCES = {
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.enabledScopes': 15,
  'extensions.startupScanScopes': 15,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  // After five crashes in a day Firefox starts no event page any more.
  'extensions.webextensions.crash.threshold': 1000,
  // Buttons of questions wait a moment for readers who click without looking.
  'security.notification_enable_delay': 0,
};

/** @typedef {Awaited<ReturnType<typeof launchFirefoxUi>>} FirefoxUi */
/** Where something stands. @typedef {'tab' | 'popup' | 'sidebar'} Where */

/**
 * @param {string} zip  the built extension
 * @param {{profile?: string, preferences?: Record<string, unknown>}} [how]  a profile that is kept
 */
export async function launchFirefoxUi(zip, { profile: kept, preferences = {} } = {}) {
  const profile = kept ?? (await mkdtemp(path.join(tmpdir(), 'glossator-')));
  await mkdir(path.join(profile, 'extensions'), { recursive: true });
  await copyFile(zip, path.join(profile, `extensions/${ID}.xpi`));
  const port = await freePort();
  const lines = Object.entries({ ...PREFERENCES, 'marionette.port': port, ...preferences });
  await writeFile(path.join(profile, 'user.js'), lines.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const firefox = spawn('/usr/bin/firefox-esr', ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '-profile', profile, 'about:blank'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => firefox.once('exit', resolve));
  const marionette = await dial(port);
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  const server = await startServer();

  /**
   * Runs in the browser's own world; `win` is the browser window in front.
   * @param {string} script  the body of an asynchronous function of `args`
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  const chrome = async (script, ...args) => {
    const body = `const [args, done] = arguments; (async () => { const win = Services.wm.getMostRecentWindow('navigator:browser'); ${script} })().then((value) => done({ value: value ?? null }), (error) => done({ error: error + '\\n' + error?.stack }));`;
    const { value } = await marionette.send('WebDriver:ExecuteAsyncScript', { script: body, args: [args], sandbox: 'system', newSandbox: false, scriptTimeout: WAIT_MS });
    if (value.error) throw new Error(`in Firefox: ${value.error}`);
    return value.value;
  };

  const FRAME = `
    const [where] = args;
    const frame = where === 'popup' ? win.document.querySelector('.webextension-popup-browser')
      : where === 'sidebar' ? win.document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')
      : win.gBrowser.selectedBrowser;
    if (!frame?.messageManager) throw new Error('there is no ' + where);`;

  /**
   * @param {Where} where
   * @param {string | ((...args: any[]) => unknown)} what  runs there, as if the reader had done something
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  const evaluate = (where, what, ...args) => {
    const expression = typeof what === 'string' ? what : `(${what})(...${JSON.stringify(args)})`;
    return chrome(`${FRAME}
      const [, expression] = args;
      const name = 'glossator-test-' + Math.random();
      const inFrame = async (expression, name) => {
        let told;
        const input = content.windowUtils.setHandlingUserInput(true);
        try {
          const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
          let value = Cu.evalInSandbox(expression, sandbox);
          input.destruct();
          value = await value;
          told = { json: value === undefined ? 'null' : Cu.evalInSandbox('JSON.stringify', sandbox)(value) };
        } catch (error) {
          told = { error: String(error) };
        }
        sendAsyncMessage(name, told);
      };
      const told = await new Promise((resolve) => {
        // A frame that gets another process loses what it was asked.
        win.setTimeout(() => resolve({ error: 'no answer' }), ${ANSWER_MS});
        frame.messageManager.addMessageListener(name, ({ data }) => resolve(data));
        frame.messageManager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent('(' + inFrame + ')(' + JSON.stringify(expression) + ',' + JSON.stringify(name) + ')'), false);
      });
      if (told.error) throw new Error(told.error);
      return JSON.parse(told.json ?? 'null');`, where, expression);
  };

  /**
   * @param {Where} where
   * @param {string | ((...args: any[]) => unknown)} condition
   * @param {{what?: string, args?: unknown[], timeout?: number}} [how]
   */
  const waitFor = async (where, condition, { what = String(condition), args = [], timeout = WAIT_MS } = {}) => {
    let last;
    for (const end = Date.now() + timeout; ; await pause(100)) {
      // A frame that is about to go or to come cannot be asked.
      const value = await evaluate(where, condition, ...args).catch((error) => void (last = error));
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited in vain for ${what} (${where})`, { cause: last });
    }
  };

  /** @param {string} script @param {string} what @param {unknown[]} args */
  const until = async (script, what, ...args) => {
    for (const end = Date.now() + WAIT_MS; ; await pause(100)) {
      const value = await chrome(script, ...args);
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    }
  };

  /** @param {() => void} how */
  const end = async (how) => {
    how();
    const late = setTimeout(() => firefox.kill('SIGKILL'), WAIT_MS);
    await ended;
    marionette.end();
    clearTimeout(late);
    await server.close();
    if (!kept) await rm(profile, { recursive: true, force: true });
  };

  await until(`return Boolean(WebExtensionPolicy.getByID('${ID}')?.extension?.backgroundState)`, 'the extension');

  return {
    origin: server.origin,
    chrome,
    evaluate,
    waitFor,
    until,

    /** @param {string} address  from the root of the test server, or a whole one @returns {Promise<string>} the whole one */
    async startLoading(address) {
      const url = new URL(address, server.origin).href;
      await chrome(`win.gBrowser.selectedBrowser.fixupAndLoadURIString(args[0], { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() })`, url);
      return url;
    },

    /** @param {string} address  likewise */
    async goto(address) {
      // The page before may have the same address.
      const before = await chrome('return win.gBrowser.selectedBrowser.innerWindowID');
      const url = await this.startLoading(address);
      await until('return win.gBrowser.selectedBrowser.innerWindowID !== args[0]', `another page than before: ${url}`, before);
      await waitFor('tab', (/** @type {string} */ wanted) => location.href === wanted && document.readyState === 'complete', { args: [url], what: url });
    },

    /** @param {string} page  of the extension */
    async gotoOwn(page) {
      const host = await chrome(`return WebExtensionPolicy.getByID('${ID}').mozExtensionHostname`);
      await this.goto(`moz-extension://${host}/${page}`);
    },

    /** Clicks the toolbar's button; its popup is there then. */
    async clickButton() {
      await this.closePopup();
      await chrome(`
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID('${ID}').extension).triggerAction(win);`);
      await waitFor('popup', () => document.documentElement?.dataset['status'] && document.documentElement.dataset['status'] !== 'working', { what: 'the popup' });
    },

    closePopup: () => chrome(`
      const panel = win.document.querySelector('.webextension-popup-browser')?.closest('panel');
      if (panel) await new Promise((resolve) => { panel.addEventListener('popuphidden', resolve, { once: true }); panel.hidePopup(); });`),

    /** What the button's badge says. */
    badge: () => chrome(`
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const action = ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID('${ID}').extension);
      return action.action.getProperty(win.gBrowser.selectedTab, 'badgeText')`),

    /** Answers the browser's question for permission. @param {'allow' | 'deny'} how @returns {Promise<string>} what it asked */
    async answerQuestion(how) {
      await until(`return win.PopupNotifications.isPanelOpen && win.PopupNotifications.panel.firstElementChild?.button`, 'the question');
      return chrome(`
        const question = win.PopupNotifications.panel.firstElementChild;
        const text = question.textContent;
        const closed = new Promise((resolve) => win.PopupNotifications.panel.addEventListener('popuphidden', resolve, { once: true }));
        (args[0] === 'allow' ? question.button : question.secondaryButton).click();
        await closed;
        return text`, how);
    },

    /** A key with its modifiers, in the browser's window. @param {string} key @param {string} modifiers  as the tip of a hat to XUL: "alt,shift" */
    shortcut: (key, modifiers) => chrome(`
      const [key, modifiers] = args;
      const keys = [...win.document.querySelectorAll('keyset[id^="ext-keyset-id-"] key')];
      const known = keys.find((one) => one.getAttribute('key')?.toLowerCase() === key.toLowerCase() && one.getAttribute('modifiers') === modifiers);
      if (!known) throw new Error('no such shortcut: ' + keys.map((one) => one.outerHTML));
      known.doCommand();`, key, modifiers),

    /** Opens the menu on what is selected in the page and chooses an item of the extension's. @param {string} label */
    async chooseFromMenu(label) {
      const place = await evaluate('tab', () => {
        const { left, top, width, height } = /** @type {Selection} */ (getSelection()).getRangeAt(0).getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      });
      const [x, y] = await chrome(`
        const frame = win.gBrowser.selectedBrowser.getBoundingClientRect();
        return [frame.left + args[0][0], frame.top + args[0][1]]`, place);
      const actions = [{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' }, { type: 'pointerDown', button: 2 }, { type: 'pointerUp', button: 2 }];
      await marionette.send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
      await until("return win.document.getElementById('contentAreaContextMenu').state === 'open'", 'the menu');
      await chrome(`
        const [label] = args;
        const menu = win.document.getElementById('contentAreaContextMenu');
        const own = [...menu.querySelectorAll('menu, menuitem')].filter((item) => /glossator/.test(item.id));
        const parent = own.find((item) => item.localName === 'menu');
        if (parent) {
          const below = new Promise((resolve) => parent.menupopup.addEventListener('popupshown', resolve, { once: true }));
          parent.openMenu(true);
          await below;
        }
        const item = [...menu.querySelectorAll('menuitem')].find((one) => one.label === label);
        if (!item) throw new Error('the menu has ' + own.map((one) => one.label));
        item.closest('menupopup').activateItem(item);`, label);
    },

    /** A private window in front, with the extension allowed there or not. @param {boolean} isAllowed */
    async openPrivateWindow(isAllowed) {
      await chrome(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const permission = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
        await ExtensionPermissions[args[0] ? 'add' : 'remove']('${ID}', permission);
        // As the switch on the page of extensions does.
        await (await AddonManager.getAddonByID('${ID}')).reload();`, isAllowed);
      await until(`return Boolean(WebExtensionPolicy.getByID('${ID}')?.extension?.backgroundState)`, 'the extension, once more');
      await chrome(`
        const opened = win.OpenBrowserWindow({ private: true });
        await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));`);
      await until(`return ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs').PrivateBrowsingUtils.isWindowPrivate(win) && Boolean(win.gBrowser?.selectedBrowser) && win.gBrowserInit?.delayedStartupFinished`, 'the private window');
    },

    closeWindow: () => chrome('win.close()'),

    /** @param {Where} where @returns {Promise<Buffer>} PNG */
    async picture(where) {
      const url = await chrome(`${FRAME}
        const bitmap = await frame.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'transparent');
        const canvas = win.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        return canvas.toDataURL()`, where);
      return Buffer.from(url.split(',')[1], 'base64');
    },

    /** What the event page is doing. @returns {Promise<'starting' | 'running' | 'suspending' | 'stopped'>} */
    background: () => chrome(`return WebExtensionPolicy.getByID('${ID}').extension.backgroundState`),

    /** Ends the event page, as the browser does when it is idle: it is asked, and goes when it likes. */
    stopBackground: () => chrome(`await WebExtensionPolicy.getByID('${ID}').extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`),

    /** Ends the process of the event page and of all pages of the extension, in the middle of whatever they do. */
    async killBackground() {
      const pid = await chrome("return (await ChromeUtils.requestProcInfo()).children.find(({ type }) => type === 'extension')?.pid");
      if (!pid) return;
      process.kill(pid, 'SIGKILL');
      // Not until it is stopped: what waits for an answer starts it again.
      await until('return (await ChromeUtils.requestProcInfo()).children.every(({ pid }) => pid !== args[0])', 'the end of the process', pid);
    },

    /** What the reader's system says. @param {'light' | 'dark'} scheme */
    colours: (scheme) => chrome(`
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', args[0] === 'dark' ? 0 : 1);
      // The sidebar is of the browser's colours.
      Services.prefs.setIntPref('ui.systemUsesDarkTheme', args[0] === 'dark' ? 1 : 0);`, scheme),

    /** Room for the page in front. @param {number} width  CSS px @param {number} height  CSS px */
    async setViewport(width, height) {
      await chrome('Object.assign(win.gBrowser.selectedBrowser.style, { width: `${args[0]}px`, height: `${args[1]}px`, flex: "none" })', width, height);
      await waitFor('tab', (/** @type {number} */ w, /** @type {number} */ h) => innerWidth === w && innerHeight === h, { what: `a window of ${width} × ${height}`, args: [width, height] });
    },

    /** The browser ends without having been asked. */
    crash: () => end(() => firefox.kill('SIGKILL')),

    close: () => end(() => void marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {})),
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {number} port
 * @returns {Promise<{send: (name: string, parameters?: object) => Promise<any>, end: () => void}>}
 */
async function dial(port) {
  let socket;
  for (const end = Date.now() + START_MS; !socket; await pause(100)) {
    socket = await new Promise((resolve) => {
      const trying = connect(port, '127.0.0.1', () => resolve(trying)).on('error', () => resolve(undefined));
    });
    if (!socket && Date.now() > end) throw new Error('Firefox does not start');
  }
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  let rest = Buffer.alloc(0);
  /** @type {() => void} */
  let greeted = () => {};
  const greeting = new Promise((resolve) => (greeted = () => resolve(undefined)));
  socket.on('data', (/** @type {Buffer} */ bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const colon = rest.indexOf(':');
      const end = colon + 1 + Number(rest.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || rest.length < end) return;
      const message = JSON.parse(String(rest.subarray(colon + 1, end)));
      rest = rest.subarray(end);
      if (!Array.isArray(message)) {
        greeted();
        continue;
      }
      const [, id, error, value] = message;
      const own = waiting.get(id);
      waiting.delete(id);
      if (error) own?.reject(new Error(`${error.error}: ${error.message}`));
      else own?.resolve(value);
    }
  });
  socket.on('close', () => waiting.forEach(({ reject }) => reject(new Error('Firefox has ended'))));
  await greeting;
  let count = 0;
  return {
    send: (name, parameters = {}) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        waiting.set(id, { resolve, reject });
        const text = JSON.stringify([0, id, name, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    end: () => socket.destroy(),
  };
}
