/**
 * @file What the tests do inside a page: start the glossator from its sources, read what it drew, compare the page with what
 * it was. Loaded by `import()`, so that it works under any Content-Security-Policy that allows the site's own scripts.
 */

/** @typedef {import('../../../www/host/types.js').Enrichment} Enrichment */

/** Listeners that were added while `watchListeners` watched, and are still there. */
/** @type {Map<AbortSignal | undefined, Set<string>>} */
let listeners = new Map();

/**
 * Remembers every listener added from now on. A listener is gone when it was removed or its signal aborted.
 */
export function watchListeners() {
  listeners = new Map();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  /** @type {WeakMap<object, number>} */
  const ids = new WeakMap();
  let last = 0;
  const id = (/** @type {any} */ object) => {
    if (object === null || object === undefined) return 0;
    if (!ids.has(object)) ids.set(object, (last += 1));
    return ids.get(object);
  };
  const keyOf = (/** @type {any} */ target, /** @type {string} */ type, /** @type {any} */ listener) =>
    `${target?.localName ?? target?.constructor?.name} ${type} ${id(target)} ${id(listener)}`;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    const signal = typeof options === 'object' && options ? options.signal : undefined;
    // what hangs on an abort signal itself cannot outlive it
    if (!(target instanceof AbortSignal)) {
      if (!listeners.has(signal)) listeners.set(signal, new Set());
      listeners.get(signal)?.add(keyOf(target, type, listener));
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    for (const group of listeners.values()) group.delete(keyOf(target, type, listener));
    return removeEventListener.call(target, type, listener, options);
  };
}

/** @returns {string[]} the listeners that are still there */
export function leftListeners() {
  return [...listeners].flatMap(([signal, keys]) => (signal?.aborted ? [] : [...keys]));
}

/** Timers that wait, and observers that observe, of those made since `watchTimers`. @type {Set<string>} */
const waiting = new Set();

/** Is this called by the host? WebKit's driver has timers in the page. */
const isHost = () => new Error().stack?.includes('/host/');

/** Remembers every timer, frame, idle callback of the host's and every observer from now on. */
export function watchTimers() {
  waiting.clear();
  const view = /** @type {any} */ (globalThis);
  for (const [set, clear] of [['setTimeout', 'clearTimeout'], ['requestAnimationFrame', 'cancelAnimationFrame'], ['requestIdleCallback', 'cancelIdleCallback']]) {
    const [start, stop] = [view[String(set)], view[String(clear)]];
    if (!start) continue;
    view[String(set)] = (/** @type {any} */ callback, /** @type {any[]} */ ...rest) => {
      const id = start.call(view, (/** @type {any[]} */ ...args) => {
        waiting.delete(`${set} ${id}`);
        callback(...args);
      }, ...rest);
      if (isHost()) waiting.add(`${set} ${id}`);
      return id;
    };
    view[String(clear)] = (/** @type {number} */ id) => {
      waiting.delete(`${set} ${id}`);
      stop.call(view, id);
    };
  }
  const { setInterval, clearInterval } = view;
  view.setInterval = (/** @type {any[]} */ ...args) => {
    const id = setInterval.apply(view, args);
    if (isHost()) waiting.add(`setInterval ${id}`);
    return id;
  };
  view.clearInterval = (/** @type {number} */ id) => {
    waiting.delete(`setInterval ${id}`);
    clearInterval.call(view, id);
  };
  let count = 0;
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const { prototype } = view[name];
    const { observe, disconnect } = prototype;
    const key = (/** @type {any} */ observer) => (observer.glossatorTest ??= `${name} ${(count += 1)}`);
    prototype.observe = function (/** @type {any[]} */ ...args) {
      waiting.add(key(this));
      return observe.apply(this, args);
    };
    prototype.disconnect = function () {
      waiting.delete(key(this));
      return disconnect.call(this);
    };
  }
}

/** @returns {string[]} what still waits or observes */
export const stillWaiting = () => [...waiting];

/** @type {any} */
let glossator;
/** @type {Enrichment | undefined} */
let enrichment;
/** @type {{type: string, on: string, detail: any}[]} */
const events = [];

for (const type of ['gloss-enriched', 'gloss-open', 'gloss-close', 'gloss-error']) {
  document.addEventListener(type, (event) => {
    const on = event.target instanceof Element ? event.target.localName : 'document';
    const { detail } = /** @type {CustomEvent} */ (event);
    events.push({ type, on, detail: detail?.code ?? detail?.error?.code ?? null });
  });
}

/** @returns {{type: string, on: string, detail: any}[]} the glossator's events that reached the document */
export const seenEvents = () => events;

/**
 * Makes a glossator. `scope` is the whole page unless the test says otherwise.
 * @param {Record<string, any>} [options]  `glossary`: URL or object; `root`: a selector
 */
export async function create({ root, ...options } = {}) {
  const { createGlossator } = await import('/host/index.js');
  glossator = await createGlossator({
    glossary: '/pages/glossary.json',
    scope: 'all',
    ...(root !== undefined && { root: document.querySelector(root) }),
    ...options,
  });
  return glossator;
}

/** @param {Record<string, any>} [options] */
export async function enrich(options) {
  await create(options);
  return again();
}

/** Enriches once more with the glossator that is there. */
export async function again() {
  enrichment = await glossator.enrich();
  return read();
}

/** @returns {any} */
export const current = () => glossator;

/** What the glossator says it found and drew. */
export function read() {
  if (enrichment === undefined) throw new Error('nothing was enriched');
  return {
    marks: enrichment.marks.map((mark) => [mark.range()?.toString() ?? null, mark.id]),
    terms: enrichment.terms.map(({ entry, count }) => [entry.id, count]),
    summary: enrichment.summary.map(({ text }) => text),
    truncated: enrichment.truncated,
    title: enrichment.title,
    words: enrichment.words,
  };
}

/** @returns {[string, string | null][]} the marks that are elements in the page, as text and entry */
export function drawn() {
  return [...document.querySelectorAll('gloss-term')].map((mark) => [
    mark.textContent ?? '',
    mark.getAttribute('entry'),
  ]);
}

/** @returns {[string, string | null][]} where in the page the marks are: text and the id of the nearest element with one */
export function places() {
  if (enrichment === undefined) throw new Error('nothing was enriched');
  return placesOf(enrichment.marks);
}

/**
 * @param {readonly import('../../../www/host/types.js').Mark[]} marks
 * @returns {[string, string | null][]}
 */
export function placesOf(marks) {
  return marks.map((mark) => {
    const range = mark.range();
    const node = range?.startContainer;
    const element = node instanceof Element ? node : node?.parentElement;
    return [range?.toString() ?? '', element?.closest('[id]')?.id ?? null];
  });
}

/**
 * @param {string} selector
 * @returns {number[]} for each mark, which of the elements it lies in: -1 for none
 */
export function blockOfMarks(selector) {
  if (enrichment === undefined) throw new Error('nothing was enriched');
  const blocks = [...document.querySelectorAll(selector)];
  return enrichment.marks.map((mark) => {
    const range = mark.range();
    return blocks.findIndex((block) => range !== null && block.contains(range.commonAncestorContainer));
  });
}

/** @param {Node} root */
function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** @type {{html: string, text: string | null, inner: string, nodes: Node[], data: string[], sheets: CSSStyleSheet[], highlights: string[], globals: string[]}} */
let before;

/** WebKit ends the text with blank lines for any box at the end of the body, also for one that is out of the flow, as card and sidebar are. */
const innerText = () => document.body.innerText.trimEnd();

/** Remembers the page as it is. */
export function remember() {
  const nodes = textNodes(document);
  before = {
    html: document.documentElement.outerHTML,
    text: document.body.textContent,
    inner: innerText(),
    nodes,
    data: nodes.map((node) => node.nodeValue ?? ''),
    sheets: [...document.adoptedStyleSheets],
    highlights: highlightNames(),
    globals: Object.keys(globalThis),
  };
}

function highlightNames() {
  return typeof CSS !== 'undefined' && 'highlights' in CSS ? [...CSS.highlights.keys()] : [];
}

/** @returns {Record<string, unknown>} how the reader's text differs from what it was: empty when it does not */
export function textChanges() {
  /** @type {Record<string, unknown>} */
  const changes = {};
  if (document.body.textContent !== before.text) changes.textContent = firstDifference(before.text, document.body.textContent);
  if (innerText() !== before.inner) changes.innerText = firstDifference(before.inner, innerText());
  return changes;
}

/** @returns {Record<string, unknown>} everything that differs from the page that was remembered: empty when nothing does */
export function changes() {
  const found = textChanges();
  const html = document.documentElement.outerHTML;
  if (html !== before.html) found.html = firstDifference(before.html, html);
  const nodes = textNodes(document);
  if (nodes.length !== before.nodes.length) found.textNodes = `${before.nodes.length} → ${nodes.length}`;
  else {
    const other = nodes.findIndex((node, index) => node !== before.nodes[index] || node.nodeValue !== before.data[index]);
    if (other >= 0) found.textNode = `another node: ${JSON.stringify(nodes[other]?.nodeValue)}`;
  }
  const sheets = document.adoptedStyleSheets;
  if (sheets.length !== before.sheets.length || sheets.some((sheet, index) => sheet !== before.sheets[index])) {
    found.sheets = `${before.sheets.length} → ${sheets.length}`;
  }
  const left = document.querySelectorAll('gloss-term, gloss-card, gloss-sidebar, gloss-page');
  if (left.length > 0) found.elements = [...left].map((element) => element.localName);
  const highlights = highlightNames().filter((name) => !before.highlights.includes(name));
  if (highlights.length > 0) found.highlights = highlights;
  const globals = Object.keys(globalThis).filter((name) => !before.globals.includes(name));
  if (globals.length > 0) found.globals = globals;
  return found;
}

/**
 * @param {string | null} a
 * @param {string | null} b
 */
function firstDifference(a, b) {
  const [left, right] = [a ?? '', b ?? ''];
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const from = Math.max(0, at - 30);
  return `at ${at}: ${JSON.stringify(left.slice(from, at + 60))} → ${JSON.stringify(right.slice(from, at + 60))}`;
}

/** @param {Element} element */
function shown(element) {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** @param {Element} element */
function inside(element) {
  return [element, ...element.querySelectorAll('*'), ...(element.shadowRoot?.querySelectorAll('*') ?? [])];
}

/** @returns {Element[]} the cards that a reader sees */
export function cards() {
  return [...document.querySelectorAll('gloss-card')].filter((card) => inside(card).some(shown));
}

/**
 * The text that an element and its shadow show.
 * @param {Element | undefined | null} element
 */
export function textOf(element) {
  if (!element) return null;
  const root = element.shadowRoot ?? element;
  return [...root.children]
    .filter((child) => shown(child) || [...child.querySelectorAll('*')].some(shown))
    .map((child) => /** @type {HTMLElement} */ (child).innerText ?? child.textContent)
    .join('\n')
    .trim();
}

/** The open card: its text, its box and the box of its mark; null while none is open. */
export function card() {
  const [element] = cards();
  if (element === undefined) return null;
  const boxes = inside(element).filter(shown).map((part) => part.getBoundingClientRect());
  const box = {
    left: Math.min(...boxes.map((b) => b.left)),
    top: Math.min(...boxes.map((b) => b.top)),
    right: Math.max(...boxes.map((b) => b.right)),
    bottom: Math.max(...boxes.map((b) => b.bottom)),
  };
  const links = inside(element)
    .filter((part) => part instanceof HTMLAnchorElement)
    .map((link) => ({ href: link.getAttribute('href'), rel: link.rel, target: link.target, text: link.textContent }));
  return { text: textOf(element) ?? '', box, links, viewport: { width: innerWidth, height: innerHeight } };
}

/** The element that has the focus, down through open shadow roots. */
export function focused() {
  let element = document.activeElement;
  const path = [];
  while (element) {
    path.push(element.localName + (element.id && `#${element.id}`));
    element = element.shadowRoot?.activeElement ?? null;
  }
  return path.join(' ');
}

/**
 * Finds in the sidebar (its shadow included).
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function inSidebar(selector) {
  const sidebar = document.querySelector('gloss-sidebar');
  return [...(sidebar?.shadowRoot ?? sidebar ?? document.createElement('p')).querySelectorAll(selector)].map(
    (element) => /** @type {HTMLElement} */ (element),
  );
}

/** @param {Element} element */
export const isShown = (element) => shown(element);

/**
 * The middle of a word's first occurrence in the text that an element begins with, in the window: where a painted mark is pointed at.
 * @param {string} selector
 * @param {string} word
 */
export function middleOf(selector, word) {
  const text = /** @type {Text} */ (document.querySelector(selector)?.firstChild);
  const range = document.createRange();
  range.setStart(text, text.data.indexOf(word));
  range.setEnd(text, text.data.indexOf(word) + word.length);
  const { left, top, width, height } = range.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
