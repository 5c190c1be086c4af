/**
 * @file The small page interface that every engine's driver gives to the tests, and what they share.
 *
 * Pointer paths are computed here from rectangles that the page reports, so that all engines see the same path;
 * nothing waits by itself: a test says what it waits for.
 */

/**
 * Where a pointer goes: a selector (the middle of its first line box) or a point of the viewport.
 * @typedef {string | {x: number, y: number}} Target
 */

/**
 * What a driver has to do itself.
 * @typedef {object} Driver
 * @property {(url: string) => Promise<void>} goto  resolves after the load event
 * @property {(expression: string) => Promise<string | undefined>} run  evaluates to a promise of JSON text
 * @property {(x: number, y: number) => Promise<void>} move
 * @property {(button: 'down' | 'up') => Promise<void>} button
 * @property {((x: number, y: number) => Promise<void>) | undefined} tap
 * @property {(key: string) => Promise<void>} press
 * @property {(text: string) => Promise<void>} type
 * @property {() => Promise<Buffer>} screenshot
 * @property {{stop: () => Promise<void>, run: (ms: number) => Promise<void>, start: () => Promise<void>} | undefined} clock
 * @property {((scale: number) => Promise<void>) | undefined} pinch  makes the whole page larger, as two fingers do
 * @property {() => Promise<string[]>} errors  console errors and uncaught errors since the last call
 * @property {(width: number, height: number) => Promise<void>} setViewport
 * @property {((media: Media) => Promise<void>) | undefined} emulate
 * @property {(() => Promise<string[]>) | undefined} accessibleNames
 * @property {((selector: string) => Promise<AccessiblePart[]>) | undefined} [accessibleParts]
 * @property {(() => Promise<{nodes: number, listeners: number}>) | undefined} domCounters
 * @property {() => Promise<void>} close
 */

/** @typedef {{role: string, name: string, description: string, expanded?: boolean}} AccessiblePart */

/**
 * @typedef {object} Media
 * @property {'light' | 'dark' | null} [colorScheme]
 * @property {'reduce' | 'no-preference' | null} [reducedMotion]
 * @property {'active' | 'none' | null} [forcedColors]
 */

/** Time between two looks at a condition. Short against the delays that the tests wait for. */
const POLL_MS = 25;
/** How long a condition may take unless a test says otherwise: three engines on two busy cores. */
const WAIT_MS = 8000;
/** The size every test starts with. */
export const VIEWPORT = { width: 1200, height: 800 };

/** A page of some engine. */
export class Page {
  #driver;
  #origin;
  #pointer = { x: 0, y: 0 };

  /**
   * @param {Driver} driver
   * @param {string} origin  of the test server
   */
  constructor(driver, origin) {
    this.#driver = driver;
    this.#origin = origin;
  }

  /** @returns {boolean} can `emulate` work? */
  get canEmulate() {
    return this.#driver.emulate !== undefined;
  }

  /**
   * Opens a page of the test server.
   * @param {string} path
   */
  async goto(path) {
    await this.#driver.goto(new URL(path, this.#origin).href);
  }

  /**
   * Evaluates in the page. Arguments and the result travel as JSON.
   * @template {unknown[]} A, R
   * @param {string | ((...args: A) => R)} code  an expression or a function; what it returns is awaited
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async evaluate(code, ...args) {
    const call = typeof code === 'string' ? `(${code})` : `(${code})(...${JSON.stringify(args)})`;
    // errors are carried as text: each driver would word and cut them in its own way
    const expression = `(async () => {
      try { return JSON.stringify({ value: await ${call} }); }
      catch (error) { return JSON.stringify({ error: String(error?.stack ?? error), message: String(error) }); }
    })()`;
    const json = await this.#driver.run(expression);
    const answer = JSON.parse(json ?? '{}');
    if ('error' in answer) {
      const { message, error } = answer;
      throw new Error(`in the page: ${error.includes(message) ? error : `${message}\n${error}`}`);
    }
    return answer.value;
  }

  /**
   * Waits until something is true in the page.
   * @template {unknown[]} A
   * @param {string | ((...args: A) => unknown)} condition
   * @param {{timeout?: number, what?: string, args?: A}} [options]
   */
  async waitFor(condition, { timeout = WAIT_MS, what = String(condition), args } = {}) {
    const end = Date.now() + timeout;
    for (;;) {
      const value = await this.evaluate(condition, .../** @type {A} */ (args ?? []));
      if (value) return value;
      if (Date.now() > end) throw new Error(`waited ${timeout} ms for: ${what}`);
      await pause(POLL_MS);
    }
  }

  /**
   * @param {Target} target
   * @returns {Promise<{x: number, y: number}>}
   */
  async #point(target) {
    if (typeof target !== 'string') return target;
    const point = await this.evaluate(async (/** @type {string} */ selector) => {
      const element = document.querySelector(selector);
      if (element === null) return null;
      const box = () => element.getClientRects()[0] ?? element.getBoundingClientRect();
      const outside = (/** @type {DOMRect} */ b) =>
        b.top < 0 || b.left < 0 || b.bottom > innerHeight || b.right > innerWidth;
      if (outside(box())) {
        element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        // The scroll event comes with the next frame, on a busy machine long after: it is no part of what is tested.
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        await frame();
        await frame();
      }
      const { left, top, width, height } = box();
      return { x: left + width / 2, y: top + height / 2 };
    }, target);
    if (point === null) throw new Error(`no element for ${target}`);
    return point;
  }

  /**
   * Moves the pointer there in a straight line.
   * @param {Target} target
   * @param {{steps?: number}} [options]
   */
  async move(target, { steps = 1 } = {}) {
    const to = await this.#point(target);
    const from = this.#pointer;
    for (let step = 1; step <= steps; step += 1) {
      const part = step / steps;
      await this.#driver.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    }
    this.#pointer = to;
  }

  /**
   * Moves the pointer there and lets it rest.
   * @param {Target} target
   */
  async hover(target) {
    const to = await this.#point(target);
    await this.move({ x: to.x - 3, y: to.y }); // at least one move inside or just beside the target: an intent
    await this.move(to);
  }

  /** @param {Target} target */
  async click(target) {
    await this.hover(target);
    await this.#driver.button('down');
    await this.#driver.button('up');
  }

  /** @param {'down' | 'up'} which */
  async button(which) {
    await this.#driver.button(which);
  }

  /**
   * With a finger: Chromium's own. The other drivers have none, so there the page is told of one by its events (`in-page/finger.js`).
   * @param {Target} target
   */
  async tap(target) {
    const { x, y } = await this.#point(target);
    if (this.#driver.tap) await this.#driver.tap(x, y);
    else await this.evaluate(async (x, y) => (await import('/support/finger.js')).tap(x, y), x, y);
  }

  /**
   * Presses and releases a key by its DOM name (`Escape`, `Enter`, `Tab`, `Shift+Tab`, `a`).
   * @param {string} key
   */
  async press(key) {
    await this.#driver.press(key);
  }

  /** @param {string} text */
  async type(text) {
    await this.#driver.type(text);
  }

  /** @param {string} selector */
  async focus(selector) {
    await this.evaluate((/** @type {string} */ s) => {
      const element = /** @type {HTMLElement | null} */ (document.querySelector(s));
      if (element === null) throw new Error(`no element for ${s}`);
      element.focus();
    }, selector);
  }

  /**
   * From now on the page's timers wait for `runClock`: Playwright's clock in Chromium and Firefox. WebKit's driver has none and needs the page's timers itself: there it is one
   * of ours for the host's (`in-page/clock.js`). The test has to be one with `clock: true`.
   */
  async stopClock() {
    if (this.#driver.clock) await this.#driver.clock.stop();
    else await this.evaluate(async () => (await import('/support/clock.js')).stop());
  }

  /** @param {number} ms  that go by */
  async runClock(ms) {
    if (this.#driver.clock) await this.#driver.clock.run(ms);
    else await this.evaluate(async (ms) => (await import('/support/clock.js')).run(ms), ms);
  }

  /** Pinches the page larger. Chromium's own; where the driver has no fingers, the page is told so by another `visualViewport`. @param {number} scale @param {{x: number, y: number}} at  what is seen top left */
  async pinch(scale, at) {
    if (this.#driver.pinch) {
      await this.#driver.pinch(scale);
      await this.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    } else {
      await this.evaluate((scale, { x, y }) => {
        const seen = Object.assign(new EventTarget(), { scale, width: innerWidth / scale, height: innerHeight / scale, offsetLeft: x, offsetTop: y });
        Object.defineProperty(globalThis, 'visualViewport', { configurable: true, value: seen });
      }, scale, at);
    }
  }

  /** @returns {Promise<Buffer>} a PNG of the viewport */
  screenshot() {
    return this.#driver.screenshot();
  }

  /** @returns {Promise<string[]>} console errors and uncaught errors since the last call */
  consoleErrors() {
    return this.#driver.errors();
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  setViewport(width, height) {
    return this.#driver.setViewport(width, height);
  }

  /** @param {Media} media  what is left out or null is the browser's own */
  async emulate(media) {
    if (this.#driver.emulate === undefined) throw new Error('this engine cannot emulate media');
    await this.#driver.emulate(media);
  }

  /** @returns {boolean} can `accessibleNames` work? */
  get canReadTree() {
    return this.#driver.accessibleNames !== undefined;
  }

  /** @returns {Promise<string[]>} the names of all nodes that assistive technology is shown */
  async accessibleNames() {
    if (this.#driver.accessibleNames === undefined) throw new Error('this engine does not show its accessibility tree');
    return this.#driver.accessibleNames();
  }

  /**
   * @param {string} selector
   * @returns {Promise<AccessiblePart[]>} what assistive technology is shown of an element and what is in it, in order
   */
  async accessibleParts(selector) {
    if (this.#driver.accessibleParts === undefined) throw new Error('this engine does not show its accessibility tree');
    return this.#driver.accessibleParts(selector);
  }

  /** @returns {Promise<{nodes: number, listeners: number}>} what is alive of the process's documents once the garbage is collected twice */
  async domCounters() {
    if (this.#driver.domCounters === undefined) throw new Error('this engine does not count');
    return this.#driver.domCounters();
  }

  /** Puts everything back that a test may have changed; the page itself is left for the next `goto`. */
  async reset() {
    await this.#driver.clock?.start();
    await this.#driver.pinch?.(1);
    await this.#driver.emulate?.({});
    await this.#driver.setViewport(VIEWPORT.width, VIEWPORT.height);
    await this.#driver.goto(`${this.#origin}/blank`);
    await this.evaluate(() => localStorage.clear());
    await this.move({ x: 0, y: 0 });
    await this.#driver.errors();
  }

  close() {
    return this.#driver.close();
  }
}

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
