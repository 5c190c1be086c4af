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
import { placeOf, toFindings } from './findings.js';

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
  /** @type {Glossator | null} what is on */
  let glossator = null;
  /** @type {Promise<PageState> | null} the last reading, or the one under way */
  let reading = null;

  /** @param {PageState} next */
  const become = (next) => {
    state = next;
    changed(next);
    return next;
  };

  const off = () => {
    life?.abort();
    life = glossator = null;
    return become({ status: 'off', terms: 0 });
  };

  const on = async () => {
    life?.abort();
    const own = (life = new AbortController());
    become({ status: 'working', terms: 0 });
    try {
      engine.storage = await choices();
      glossator = await explain(document, engine, await settings(), own.signal);
      const found = glossator && countOf(glossator);
      // Who aborted it has already said what comes instead.
      if (own.signal.aborted) return state;
      if (found === null) {
        own.abort();
        glossator = null;
      }
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
      const isOn = state.status === 'on' || state.status === 'working';
      if (command === 'off' || (command === 'toggle' && isOn)) return off();
      if (command === 'on' || command === 'toggle' || (command === 'start' && !isOn)) return (reading = on());
      return (command === 'start' && reading) || state;
    },

    /** For the side panel. @param {import('./messages.js').PanelCommand} command */
    answer({ command, place }) {
      const target = command === 'go-to' ? placeOf(place) : null;
      if (target) glossator?.goTo(target);
      return command === 'findings' && state.status === 'on' ? toFindings(glossator?.enrichment ?? null) : null;
    },
  };
}

/** @param {Glossator} glossator @returns {number | null} how many terms it has found; null where there is no article */
function countOf({ enrichment }) {
  return enrichment && enrichment.words > 0 ? enrichment.terms.length : null;
}

/**
 * @param {Document} document
 * @param {Engine} engine
 * @param {Settings} settings
 * @param {AbortSignal} signal
 * @returns {Promise<Glossator | null>}  null where there can be no article
 */
async function explain(document, engine, { occurrences, sidebar }, signal) {
  // Pictures, PDFs and XML are documents as well.
  if (!document.body || signal.aborted) return null;
  const options = normalizeOptions({ root: document.body, engine, occurrences, sidebar, signal });
  const glossator = new Glossator({ options, root: document.body, engine, glossary: null, owned: null });
  await glossator.enrich();
  return glossator;
}
