/**
 * @file Random use of a random document: options, calls, a reader's hands, changes by the page and by other tools, in any order. Whatever happens, nothing fails, nothing is left behind and
 * no text is lost. What the page does is done to a twin that nobody marks, and both must be the same in the end.
 */

import { DEEDS, make, markup, nodesOf, randomOf } from './random-dom.js';

/** @typedef {import('../../../www/host/glossator.js').Glossator} Glossator */

/** Things that happen in one run. */
const EVENTS = 12;

/** What happens three times as often as the rest. */
const FREQUENT = ['press', 'point', 'change', 'tool', 'enrich'];

/** ms after which a call that has not come back never will. */
const PATIENCE = 5000;

/** So much prose that it is an article, with an abbreviation of its own, a date and figures. */
const PROSE =
  '<p>It has a low temperature sensor unit (LTSU) and the CSRC.</p><h2>LTSU and VR</h2><p>The LTSU is a blockchain; “Metaverse” on December 21, 2021 cost 352.1 billion yuan. ' +
  'The LTSU was sold. Nobody knew why the metaverse grew by 12 percent.</p>';

/** What an option may be; half of them are left out. @type {Record<string, unknown[]>} */
const OPTIONS = {
  scope: ['all', 'all', 'auto', 'main'],
  occurrences: ['first', 'section', 'all'],
  maxMarks: [0, 3, Infinity],
  density: [0, 30],
  headings: [true],
  definitions: [false],
  exclude: ['b', ['td', 'i']],
  rendering: ['elements', 'highlights'],
  tooltip: [false, true, { openDelay: 0, closeDelay: 0, tabStops: 'all' }, { tabStops: 'none', openDelay: 0 }, { render: (/** @type {{term: string}} */ { term }) => term }],
  sidebar: [false, true, { open: true, suggestions: true }, { open: false, suggestions: true }, { mount: 'body' }],
  shadow: [true],
  frames: [true],
  print: [true],
  locale: ['en', 'de', 'ar', 'zh', 'tlh'],
};

/** What other tools do to a word that they want to wrap: they go by what is there, marks too. @type {((text: Text, start: number, end: number) => void)[]} */
const TOOLS = [
  (text, start, end) => {
    const found = text.splitText(start);
    found.splitText(end - start);
    const wrapper = document.createElement('u');
    found.replaceWith(wrapper);
    wrapper.append(found);
  },
  (text, start, end) => {
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    range.surroundContents(document.createElement('u'));
  },
  (text, start, end) => text.replaceWith(text.data.slice(0, start), wrapped(text.data.slice(start, end)), text.data.slice(end)),
  (text) => text.replaceWith(...text.data.split(/(?<=\s)/).map(wrapped)),
  (text) => /** @type {Element} */ (text.parentElement).normalize(),
  (text) => writeAgain(/** @type {Element} */ (text.parentElement)),
];

/** @param {string} words */
function wrapped(words) {
  const wrapper = document.createElement('u');
  wrapper.append(words);
  return wrapper;
}

/** What the parser would move or drop is left alone. @param {Element} element */
function writeAgain(element) {
  const copy = document.createElement(element.localName);
  copy.innerHTML = element.innerHTML;
  if (copy.textContent === element.textContent) element.innerHTML = copy.innerHTML;
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @template Value @param {Value | Promise<Value>} call */
const patiently = (call) => Promise.race([call, pause(PATIENCE).then(() => Promise.reject(new Error('it never ends')))]);

/** Everything that somebody would see in a console. @returns {{errors: string[], stop: () => void}} */
function listen() {
  /** @type {string[]} */
  const errors = [];
  const life = new AbortController();
  const options = { signal: life.signal, capture: true };
  const stackOf = (/** @type {any} */ error) => String(error?.stack ?? error);
  addEventListener('error', ({ error, message }) => void errors.push(stackOf(error ?? message)), options);
  addEventListener('unhandledrejection', ({ reason }) => void errors.push(stackOf(reason)), options);
  addEventListener('gloss-error', (event) => void errors.push(stackOf(/** @type {CustomEvent} */ (event).detail)), options);
  const { error } = console;
  console.error = (...what) => void errors.push(what.map(stackOf).join(' '));
  return {
    errors,
    stop() {
      life.abort();
      console.error = error;
    },
  };
}

/** A dialog would stop everything. @param {Window | null} view */
function silence(view) {
  if (view) view.print = () => {};
  return view;
}
const frameView = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { ...frameView, get() {
  return silence(frameView?.get?.call(this));
} });
silence(window);

/** What is not the root's and yet must be as it was. */
const around = () => [
  /** @type {Element} */ (document.documentElement.cloneNode()).outerHTML,
  document.head.innerHTML,
  /** @type {Element} */ (document.body.cloneNode()).outerHTML,
  document.body.children.length,
  document.adoptedStyleSheets.length,
  globalThis.CSS.highlights?.size ?? 0,
].join('|');

/** @param {string} is @param {string} was @returns {string} where they part */
function unlike(is, was) {
  let at = 0;
  while (is[at] === was[at]) at += 1;
  const part = (/** @type {string} */ text) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 120));
  return `${part(is)} instead of ${part(was)}`;
}

/** Going to a place opens what it is in, as the reader wants. @param {Element} root */
const closed = (root) => markup(root).replaceAll('<details open="">', '<details>');

/** @param {EventTarget} target @param {string} type @param {PointerEventInit & KeyboardEventInit} [more] */
function fire(target, type, more) {
  const init = { bubbles: true, composed: true, cancelable: true, ...more };
  target.dispatchEvent(type.startsWith('key') ? new KeyboardEvent(type, init) : new PointerEvent(type, init));
}

/**
 * @param {any} glossary
 * @param {number} seed
 * @returns {Promise<{marks: number, errors: string[], log: string[]}>}  `marks`: that were there at first
 */
export async function use(glossary, seed) {
  const { createGlossator } = await import('/host/index.js');
  const random = randomOf(seed * 77 + 5);
  const { errors, stop } = listen();
  localStorage.clear();
  sessionStorage.clear();
  const [root, twin] = [make(seed), make(seed)];
  for (const one of [root, twin]) {
    if (seed % 2) one.insertAdjacentHTML('beforeend', PROSE);
    if (seed % 5 === 0) one.append(Object.assign(document.createElement('iframe'), { srcdoc: `<article>${PROSE.repeat(3)}</article>` }));
  }
  document.body.replaceChildren(root);
  if (seed % 5 === 0) await pause(50);
  const [nodes, others] = [nodesOf(root), nodesOf(twin)];
  const before = around();
  /** @type {string[]} */
  const log = [];
  /** @type {{glossator: Glossator, life: AbortController}[]} */
  let living = [];
  /** @type {Promise<unknown>[]} */
  const calls = [];

  const start = async () => {
    const chosen = Object.entries(OPTIONS).flatMap(([key, values]) => (random.chance(0.5) ? [[key, random.pick(values)]] : []));
    log.push(`create ${JSON.stringify(Object.fromEntries(chosen))}`);
    const life = new AbortController();
    const glossator = await createGlossator({ glossary, root: random.chance(0.8) ? root : document.body, signal: life.signal, ...Object.fromEntries(chosen) });
    living.push({ glossator, life });
  };
  const current = () => /** @type {typeof living[number]} */ (living.at(-1));

  const read = () => {
    const { glossator, life } = current();
    const call = glossator.enrich().then(({ marks }) => marks.forEach((mark) => [mark.range(), mark.rects()]));
    calls.push(call.catch((error) => void (life.signal.aborted || errors.push(String(error.stack)))));
    return calls.at(-1);
  };

  /** @type {Record<string, () => unknown>} */
  const deeds = {
    enrich: () => (random.chance(0.7) ? read() : void read()),
    watch: () => current().glossator.watch(),
    clear: () => current().glossator.clear(),
    goTo() {
      const { glossator } = current();
      const { terms = [] } = glossator.enrichment ?? {};
      if (terms.length) glossator.goTo(random.pick(random.pick(terms).places));
    },
    change() {
      const [at, to, deed, again] = [random.below(nodes.length), random.below(nodes.length), random.pick(DEEDS), random.below(1e9)];
      for (const [list, place] of /** @type {const} */ ([[nodes, root], [others, twin]])) {
        try {
          deed(list[at], randomOf(again), place, list[to]);
        } catch {
          // The same for both, or the comparison tells.
        }
      }
    },
    tool() {
      const texts = nodesOf(root).filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() && node.parentElement);
      if (!texts.length) return;
      const text = /** @type {Text} */ (random.pick(texts));
      const start = random.below(text.length);
      random.pick(TOOLS)(text, start, start + 1 + random.below(text.length - start));
    },
    async point() {
      const marks = [...document.querySelectorAll('gloss-term')];
      if (!marks.length) return;
      const mark = /** @type {HTMLElement} */ (random.pick(marks));
      const how = random.below(3);
      if (how === 0) for (const type of ['pointerover', 'pointerenter', 'pointermove']) fire(mark, type, { pointerType: 'mouse', bubbles: type !== 'pointerenter' });
      if (how === 1) mark.click();
      if (how === 2) mark.focus();
      if (how === 2) fire(mark, 'keydown', { key: 'Enter' });
      await pause(random.pick([0, 30]));
    },
    async press() {
      const hosts = [...document.querySelectorAll('gloss-card, gloss-sidebar')];
      const controls = hosts.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('button, summary, input, a:not([target], [download])') ?? [])]);
      if (!controls.length) return;
      const control = /** @type {HTMLInputElement} */ (random.pick(controls));
      log.push(`  ${control.localName} ${control.getAttribute('aria-label') ?? control.textContent?.trim().slice(0, 30)}`);
      if (control.localName === 'input') {
        control.value = random.pick(['', 'v', 'block', '(']);
        control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      } else control.click();
      await pause(random.pick([0, 20]));
    },
    key: () => fire(document.activeElement ?? document.body, 'keydown', random.pick([{ key: 'Escape' }, { key: 'Tab' }, { key: 'ArrowDown' }, { key: 'G', code: 'KeyG', ctrlKey: true, shiftKey: true }])),
    wait: () => pause(random.pick([0, 10, 250])),
    print: () => ['beforeprint', 'afterprint'].forEach((type) => dispatchEvent(new Event(type))),
    select: () => getSelection()?.selectAllChildren(random.pick([root, ...nodesOf(root)])),
    async destroy() {
      const { glossator, life } = current();
      if (random.chance(0.5)) glossator.destroy();
      life.abort();
      living.pop();
      if (!living.length) await start();
    },
    async second() {
      if (living.length < 3) await start();
    },
    turn: () => void living.unshift(.../** @type {typeof living} */ ([living.pop()])),
  };
  // Tools take nodes away that the page's own changes would be made to, so it is either the ones or the others.
  const usesTools = seed % 4 === 1;
  const left = [usesTools ? 'change' : 'tool', ...(seed % 3 ? ['second', 'turn'] : [])];
  const possible = Object.keys(deeds).filter((name) => !left.includes(name));
  const often = possible.flatMap((name) => Array.from({ length: FREQUENT.includes(name) ? 3 : 1 }, () => name));

  let marks = 0;
  try {
    await start();
    await read();
    marks = current().glossator.enrichment?.marks.length ?? 0;
    for (let n = 0; n < EVENTS; n += 1) {
      const name = random.pick(often);
      log.push(name);
      await patiently(deeds[name]?.());
    }
    for (const { glossator, life } of living) {
      life.abort();
      glossator.destroy();
    }
    await patiently(Promise.all(calls));
    await pause(20);
    const same = (/** @type {unknown} */ is, /** @type {unknown} */ was) => is === was || errors.push(unlike(String(is), String(was)));
    if (usesTools) same(root.textContent, twin.textContent);
    else same(closed(root), closed(twin));
    same(around(), before);
    same(document.querySelectorAll('gloss-term, gloss-card, gloss-sidebar, gloss-appendix').length, 0);
  } catch (error) {
    errors.push(String(/** @type {Error} */ (error).stack));
  } finally {
    stop();
  }
  return { marks, errors, log };
}
