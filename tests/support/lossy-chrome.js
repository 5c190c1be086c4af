/**
 * @file A browser with one tab and the extension's popup over it, for Node: `chrome` and as much of a document as the popup needs. It loses messages, or the answers to them, where it is told to.
 */

/** ms that a page takes to be read. */
const READ_MS = 300;

/** What never comes. @type {Promise<never>} */
const NEVER = new Promise(() => {});

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** An element that does nothing. */
function createElement() {
  /** @type {Record<string, () => unknown>} */
  const listeners = {};
  return {
    ...{ dataset: /** @type {Record<string, string>} */ ({}), checked: false, disabled: false, hidden: false, textContent: '' },
    addEventListener: (/** @type {string} */ type, /** @type {() => unknown} */ listener) => void (listeners[type] = listener),
    querySelector: () => null,
    change(/** @type {boolean} */ checked) {
      this.checked = checked;
      listeners['change']?.();
    },
  };
}

/**
 * @param {string[]} lost  "message inject 1", "answer look 2": counted for each thing that is asked
 * @param {number} [readMs]
 */
export function createBrowser(lost, readMs = READ_MS) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {Set<(message: any, sender: any) => void>} */
  const listeners = new Set();
  /** @type {Set<(id: number, change: {status?: string}) => void>} */
  const updates = new Set();
  const elements = new Map(['switch', 'sidebar', 'status', 'site', 'panel', 'options'].map((id) => [id, createElement()]));
  const root = createElement();
  let readings = 0;

  /** @template T @param {string} what @param {() => T | Promise<T>} act @returns {Promise<T>} */
  async function carry(what, act) {
    const name = `${what} ${(counts.get(what) ?? 0) + 1}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
    await null;
    if (lost.includes(`message ${name}`)) return NEVER;
    const answer = await act();
    return lost.includes(`answer ${name}`) ? NEVER : answer;
  }

  /** As `content.js` and `page-session.js`. @param {boolean} isWanted */
  function createPage(isWanted) {
    let state = { status: 'off', terms: 0 };
    /** @type {Promise<typeof state> | null} */
    let reading = null;
    let life = 0;
    const become = (/** @type {string} */ status, terms = 0) => {
      state = { status, terms };
      const told = state;
      void carry(`state ${status}`, () => page && listeners.forEach((listener) => listener({ type: 'state', state: told }, { id: 'own', tab: { id: 1 } })));
      return state;
    };
    const on = async () => {
      const own = (life += 1);
      readings += 1;
      become('working');
      await pause(readMs);
      return own === life ? become('on', 4) : state;
    };
    const session = {
      isThere: true,
      get status() {
        return state.status;
      },
      /** @param {string} command */
      obey(command) {
        const isOn = state.status === 'on' || state.status === 'working';
        if (command === 'off' || (command === 'toggle' && isOn)) {
          life += 1;
          return become('off');
        }
        if (command === 'on' || command === 'toggle' || (command === 'start' && !isOn)) return (reading = on());
        return (command === 'start' && reading) || state;
      },
    };
    if (isWanted) void session.obey('on');
    return session;
  }

  /** @type {ReturnType<typeof createPage> | null} */
  let page = null;

  const browser = {
    readings: () => readings,
    /** How often something was asked. @param {string} what */
    count: (what) => counts.get(what) ?? 0,
    page: () => page?.status,
    shown: () => root.dataset['status'],
    power: /** @type {ReturnType<typeof createElement>} */ (elements.get('switch')),
    /** The shortcut, or another popup: not by what is lost. @param {string} command */
    tell: (command) => page?.obey(command),
    /** The script is there. @param {boolean} isWanted */
    inject: (isWanted) => void (page ??= createPage(isWanted)),
    /** Another page of the same site has come. */
    leave() {
      page = null;
      for (const listener of updates) for (const status of ['loading', 'complete']) listener(1, { status });
    },
  };

  const chrome = {
    action: {},
    i18n: { getMessage: (/** @type {string} */ name) => name },
    runtime: {
      id: 'own',
      sendMessage: (/** @type {{type: string}} */ { type }) => carry(type, () => []),
      onMessage: { addListener: (/** @type {any} */ listener) => void listeners.add(listener) },
    },
    scripting: {
      executeScript: (/** @type {{files: string[]}} */ { files }) => carry('inject', () => (browser.inject(files.includes('always.js')), [])),
    },
    storage: { sync: { get: () => carry('settings', () => ({})) }, local: { get: () => carry('rules', () => ({})) } },
    tabs: {
      onUpdated: { addListener: (/** @type {any} */ listener) => void updates.add(listener) },
      query: () => carry('tab', () => [{ id: 1, url: 'https://site.example/', status: 'complete' }]),
      sendMessage: (/** @type {number} */ _, /** @type {{command: string}} */ { command }) =>
        carry(command, async () => {
          const asked = page;
          if (!asked) throw new Error('Receiving end does not exist.');
          const state = await asked.obey(command);
          if (asked !== page) throw new Error('The message channel closed before a response was received.');
          return state;
        }),
    },
  };
  const document = { documentElement: root, querySelector: () => null, querySelectorAll: () => [], getElementById: (/** @type {string} */ id) => elements.get(id) };
  return { ...browser, globals: { chrome, document } };
}
