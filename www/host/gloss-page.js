/**
 * @file The class of `<gloss-page src="glossary.json" scope="article">`: a page that is enriched by writing one tag.
 * `define.js` registers it; importing this changes nothing and is safe where there are no elements.
 *
 * Around content, it enriches that content; empty, it enriches the page it stands on. Every option that can be written as text is an
 * attribute in kebab case (`max-marks="20"`, `sidebar`, `tooltip="false"`); `src` is the glossary.
 *
 * @typedef {import('./glossator.js').Glossator} Glossator
 */

import { isAbort } from './errors.js';
import { createGlossator } from './index.js';
import { ATTRIBUTES, optionsFromDataset } from './options.js';

/** Node and other places without elements get a class that can be imported and not be used. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

export class GlossPage extends Base {
  /** What it follows. */
  static observedAttributes = ['src', ...ATTRIBUTES];

  /** The running instance, or null. @type {Glossator | null} */
  glossator = null;

  /** Ends the current run. @type {AbortController | null} */
  #run = null;
  #isPlanned = false;

  connectedCallback() {
    this.#plan();
  }

  disconnectedCallback() {
    this.#plan();
  }

  attributeChangedCallback() {
    this.#plan();
  }

  /** Once for several attributes, and not at all for an element that is only moved. */
  #plan() {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    const { ownerDocument: document } = this;
    const run = () => {
      this.#isPlanned = false;
      void this.#start();
    };
    // While the page is being parsed, the content is not there yet.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run, { once: true });
    else queueMicrotask(run);
  }

  async #start() {
    this.#run?.abort();
    this.glossator = null;
    if (!this.isConnected || !this.hasAttribute('src')) return;
    const run = new AbortController();
    this.#run = run;
    const { signal } = run;
    try {
      const glossator = await createGlossator({
        ...optionsFromDataset(attributesOf(this)),
        glossary: this.getAttribute('src') ?? '',
        root: this.textContent?.trim() ? this : this.ownerDocument.body,
        signal,
      });
      if (signal.aborted) return glossator.destroy();
      this.glossator = glossator;
      await glossator.enrich();
    } catch (error) {
      // `gloss-error` was fired; this is for the developer, who sees no rejected promise of an element.
      if (!isAbort(error, signal)) console.error(error);
    }
  }
}

/**
 * Attributes as `dataset` would name them.
 * @param {Element} element
 * @returns {Record<string, string>}
 */
function attributesOf(element) {
  return Object.fromEntries(
    [...element.attributes].map(({ name, value }) => [name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()), value]),
  );
}
