/**
 * @file What the components for frameworks have in common: one glossator for one element, for as long as the component is there.
 *
 * @typedef {import('./glossator.js').Glossator} Glossator
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./errors.js').GlossatorError} GlossatorError
 * @typedef {Omit<import('./options.js').GlossatorOptions, 'root' | 'signal'>} ComponentOptions
 */

import { createGlossator } from './index.js';

/**
 * @typedef {object} State
 * @property {Glossator | null} glossator  null until its glossary is loaded
 * @property {Enrichment | null} enrichment  what it found last
 * @property {GlossatorError | null} error  what went wrong last
 */

/** @type {State} */
export const IDLE = { glossator: null, enrichment: null, error: null };

/**
 * Enriches an element and follows its changes.
 * @param {Element} root
 * @param {ComponentOptions} options
 * @param {(state: State) => void} update  is not called any more once it is stopped
 * @returns {() => void} stops it, and leaves the element as it was
 */
export function enrichElement(root, options, update) {
  const life = new AbortController();
  const { signal } = life;
  const tell = (/** @type {State} */ state) => {
    if (!signal.aborted) update(state);
  };
  createGlossator({ ...options, root, signal }).then(
    (glossator) => {
      glossator.addEventListener('gloss-enriched', ({ detail }) => tell({ glossator, enrichment: detail, error: null }));
      glossator.addEventListener('gloss-error', ({ detail }) => tell({ glossator, enrichment: glossator.enrichment, error: detail }));
      tell({ ...IDLE, glossator });
      if (signal.aborted) return;
      glossator.watch();
      glossator.enrich().catch(() => {}); // it told of it
    },
    (error) => tell({ ...IDLE, error }),
  );
  return () => life.abort();
}

/** What is no plain object or array counts as the same only where it is the same. @type {WeakMap<object, string>} */
const names = new WeakMap();
let count = 0;

/**
 * Options as text: the same for equal ones, though a component makes a new object each time it renders. A new function alone is no
 * difference, because nearly every rendering makes one.
 * @param {ComponentOptions} options
 * @returns {string}
 */
export function signature(options) {
  return JSON.stringify(options, (_, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const { constructor } = Object.getPrototypeOf(value) ?? Object.prototype;
    if (constructor === Object) return value;
    if (!names.has(value)) names.set(value, `${constructor?.name} ${++count}`);
    return names.get(value);
  });
}
