/**
 * @file One tag for a site: `<script type="module" src="glossator.js" data-glossary="glossary.json"></script>`. Built into
 * `dist/embed/glossator.js`; the build puts the Wasm module beside it, and the address in `engine.js` to there.
 *
 * Options come from the tag's `data-` attributes and from `<script type="application/json" class="glossator-config">`; where both
 * set one, the attribute wins. Loading begins behind that of the page, and that and the marks when the browser has nothing better to do.
 * `globalThis.glossator` is the running instance, from before the first mark on.
 *
 * Where the reader saves data, a button comes first, and everything else when it is pressed (`offer.js`).
 *
 * @typedef {import('./options.js').GlossatorOptions} GlossatorOptions
 * @typedef {import('./glossator.js').Glossator} Glossator
 */

import { GlossatorError, toGlossatorError } from './errors.js';
import { emit } from './events.js';
import { loadGently } from './gently.js';
import { createGlossator } from './index.js';
import { normalizeOptions, optionsFromDataset } from './options.js';
import { idle } from './slices.js';

/** ms after which loading begins, and the page is marked, even if the browser is never idle. */
const PATIENCE = 500;

/** ms from a page that is parsed until it counts as loaded. */
const LOADING = 1000;

/** Turbo and htmx (2) fire these before they keep a copy of the page. */
const BEFORE_SNAPSHOT = ['turbo:before-cache', 'htmx:beforeHistorySave'];

/** What a document has on which an embed runs already. */
const RUNNING = Symbol.for('glossator.embed');

/**
 * `document.currentScript` is null in modules, so the tag is known by its address; where a server sent us on to another, by what
 * only our tag has.
 */
function ownTag() {
  const url = import.meta.url;
  const tags = [.../** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll('script[type="module"][src]'))];
  const like = tags.filter(({ src, dataset }) => 'glossary' in dataset || fileOf(src) === fileOf(url));
  return tags.find(({ src }) => src === url) ?? (like.length === 1 ? like[0] : undefined);
}

/** @param {string} url */
const fileOf = (url) => url.replace(/[?#].*/, '').split('/').at(-1);

/**
 * @returns {GlossatorOptions}
 */
function readConfig() {
  const text = document.querySelector('script[type="application/json"].glossator-config')?.textContent;
  if (!text?.trim()) return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw toGlossatorError(error, 'option-invalid', 'the glossator-config is not JSON');
  }
}

/** @returns {Promise<void>} */
const parsed = () =>
  new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
    else resolve();
  });

/**
 * The page comes first: its pictures share the line with whatever is fetched here. Most pages are loaded soon; for the rest of one that is not, nobody waits.
 * @returns {Promise<unknown>}
 */
const loaded = () =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') return resolve(0);
    addEventListener('load', resolve, { once: true });
    setTimeout(resolve, LOADING);
  });

async function start() {
  await parsed();
  await loaded();
  await idle(window, PATIENCE);
  const config = readOptions();
  if (savesData()) await (await import('./offer.js')).accepted(document, config.locale);
  const glossary = await load(config);
  await follow((root) => createGlossator({ root, ...config, glossary }));
}

/** Has the reader asked for fewer bytes? */
const savesData = () =>
  /** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches;

/**
 * Once, for all bodies that the page will have. What says more than the marks is fetched when they are drawn, so it is not waited for.
 * @param {GlossatorOptions} config
 */
async function load(config) {
  try {
    return await loadGently(/** @type {any} */ (config.glossary), config.wasm, window);
  } catch (error) {
    emit(document.body, 'gloss-error', error);
    throw error;
  }
}

/**
 * Marks the page, and again whenever it gets another body: tools like Turbo change pages so, without loading them. The glossator of a body ends with it; what changes inside of one is
 * what `watch()` sees.
 * @param {(body: HTMLElement) => Promise<Glossator>} create
 */
async function follow(create) {
  /** @type {Glossator | undefined} */
  let glossator;
  /** @type {HTMLElement | undefined} */
  let body;

  const begin = async () => {
    // Between two bodies there may be none.
    if (!document.body || body === document.body) return;
    const mine = (body = document.body);
    glossator?.destroy();
    const made = await create(mine);
    if (mine !== body) return made.destroy();
    /** @type {{glossator?: unknown}} */ (globalThis).glossator = glossator = made;
    await show();
  };

  const show = async () => {
    const mine = glossator;
    await idle(window, PATIENCE);
    if (!mine || mine !== glossator || !body?.isConnected) return;
    mine.watch();
    await mine.enrich();
  };

  // What is kept of a page for the way back is its HTML, and would have marks in it that nobody knows.
  for (const name of BEFORE_SNAPSHOT) {
    document.addEventListener(name, () => {
      glossator?.clear();
      show().catch(tell);
    });
  }
  new MutationObserver(() => begin().catch(tell)).observe(document.documentElement, { childList: true });
  await begin();
}

/** @returns {GlossatorOptions} */
function readOptions() {
  try {
    const config = { ...readConfig(), ...optionsFromDataset({ ...ownTag()?.dataset }) };
    normalizeOptions(config);
    return config;
  } catch (error) {
    emit(document.body, 'gloss-error', error);
    throw error;
  }
}

/** Once, and in words: there is nobody to catch it. @param {unknown} error */
function tell(error) {
  console.error(error instanceof GlossatorError ? `Glossator (${error.code}): ${error.message}` : error);
}

// A second tag, of another address or put in again by a script, finds the page in good hands.
const page = /** @type {Record<symbol, unknown>} */ (/** @type {unknown} */ (document));
if (!page[RUNNING]) {
  page[RUNNING] = true;
  start().catch(tell);
}
