/**
 * @file One tag for a site: `<script type="module" src="glossator.js" data-glossary="glossary.json"></script>`. Built into
 * `dist/embed/glossator.js`; the build puts the Wasm module beside it, and the address in `engine.js` to there.
 *
 * Options come from the tag's `data-` attributes and from `<script type="application/json" class="glossator-config">`; where both
 * set one, the attribute wins. Loading starts at once, the page is marked when the browser has nothing better to do.
 * `globalThis.glossator` is the running instance, from before the first mark on.
 *
 * @typedef {import('./options.js').GlossatorOptions} GlossatorOptions
 */

import { GlossatorError, toGlossatorError } from './errors.js';
import { emit } from './events.js';
import { createGlossator } from './index.js';
import { optionsFromDataset } from './options.js';
import { idle } from './slices.js';

/** ms after which the page is marked even if the browser is never idle. */
const PATIENCE = 500;

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

async function start() {
  await parsed();
  const config = readOptions();
  const glossator = await createGlossator(config);
  /** @type {{glossator?: unknown}} */ (globalThis).glossator = glossator;
  await idle(window, PATIENCE);
  await glossator.enrich();
}

/** @returns {GlossatorOptions} */
function readOptions() {
  try {
    return { ...readConfig(), ...optionsFromDataset({ ...ownTag()?.dataset }) };
  } catch (error) {
    emit(document.body, 'gloss-error', error);
    throw error;
  }
}

start().catch((error) => {
  // Once, and in words: there is nobody to catch it.
  console.error(error instanceof GlossatorError ? `Glossator (${error.code}): ${error.message}` : error);
});
