/**
 * @file Glossator on one page, on or off. Whoever asks gets a `PageState`; whatever fails leaves the page as it was.
 *
 * @typedef {import('../host/types.js').Engine} Engine
 * @typedef {import('./messages.js').PageCommand} PageCommand
 * @typedef {import('./messages.js').PageState} PageState
 * @typedef {import('./settings.js').Settings} Settings
 */

// Not `index.js`: that one brings along the engine of this realm, which is not used here.
import { Glossator } from '../host/glossator.js';
import { normalizeOptions } from '../host/options.js';

/**
 * @param {object} parts
 * @param {Document} parts.document
 * @param {Engine} parts.engine
 * @param {() => Promise<Settings>} parts.settings
 * @param {() => Promise<import('../host/choices.js').Choices>} parts.choices
 * @param {(state: PageState) => void} parts.changed
 */
export function createPageSession({ document, engine, settings, choices, changed }) {
  /** @type {PageState} */
  let state = { status: 'off', terms: 0 };
  /** @type {AbortController | null} ends what is on, or about to be */
  let life = null;

  /** @param {PageState} next */
  const become = (next) => {
    state = next;
    changed(next);
    return next;
  };

  const off = () => {
    life?.abort();
    life = null;
    return become({ status: 'off', terms: 0 });
  };

  const on = async () => {
    life?.abort();
    const own = (life = new AbortController());
    become({ status: 'working', terms: 0 });
    try {
      engine.storage = await choices();
      const found = await explain(document, engine, await settings(), own.signal);
      // Who aborted it has already said what comes instead.
      if (own.signal.aborted) return state;
      if (found === null) own.abort();
      return become(found === null ? { status: 'no-article', terms: 0 } : { status: 'on', terms: found });
    } catch (error) {
      if (own.signal.aborted) return state;
      own.abort();
      return become({ status: 'failed', terms: 0, reason: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    /** @param {PageCommand['command']} command @returns {PageState | Promise<PageState>} */
    obey(command) {
      if (command === 'on') return on();
      if (command === 'off') return off();
      if (command === 'toggle') return state.status === 'on' || state.status === 'working' ? off() : on();
      return state;
    },
  };
}

/**
 * @param {Document} document
 * @param {Engine} engine
 * @param {Settings} settings
 * @param {AbortSignal} signal
 * @returns {Promise<number | null>}  the number of terms; null where there is no article
 */
async function explain(document, engine, { occurrences, sidebar }, signal) {
  // Pictures, PDFs and XML are documents as well.
  if (!document.body || signal.aborted) return null;
  const options = normalizeOptions({ root: document.body, engine, occurrences, sidebar, signal });
  const glossator = new Glossator({ options, root: document.body, engine, glossary: null, owned: null });
  const { words, terms } = await glossator.enrich();
  return words > 0 ? terms.length : null;
}
