/**
 * @file What the reader has set, for all pages. Kept by the browser, on all devices of the reader where that is switched on (`synced.js`).
 */

import { loadSynced, saveSynced } from './synced.js';

/**
 * @typedef {object} Settings
 * @property {'first' | 'section' | 'all'} occurrences
 * @property {boolean} sidebar
 */

/** @type {Settings} */
const DEFAULTS = { occurrences: 'first', sidebar: true };

export const OCCURRENCES = /** @type {const} */ (['first', 'section', 'all']);

const SETTINGS = 'settings';

/**
 * What is stored may be of another version of the extension: a value that is not known here counts as not set.
 * @returns {Promise<Settings>}
 */
export async function loadSettings() {
  const stored = await loadSynced(SETTINGS);
  const occurrences = OCCURRENCES.find((known) => known === stored['occurrences']);
  const { sidebar } = stored;
  return {
    occurrences: occurrences ?? DEFAULTS.occurrences,
    sidebar: typeof sidebar === 'boolean' ? sidebar : DEFAULTS.sidebar,
  };
}

/** @param {Partial<Settings>} changes */
export const saveSettings = async (changes) => saveSynced(SETTINGS, { ...(await loadSettings()), ...changes });

/** The name of all that readers have chosen in pages. */
const CHOICES = 'choices';

/**
 * What readers have chosen in the card and the sidebar, for all pages. A page's own storage would be quicker, but would tell the page.
 * @returns {Promise<import('../host/choices.js').Choices>}
 */
export async function loadChoices() {
  const choices = new Map(Object.entries(/** @type {Record<string, string>} */ (await loadSynced(CHOICES))));
  const save = () => void saveSynced(CHOICES, Object.fromEntries(choices)).catch((error) => console.warn('glossator:', error));
  return {
    getItem: (key) => choices.get(key) ?? null,
    setItem(key, value) {
      choices.set(key, value);
      save();
    },
    removeItem(key) {
      choices.delete(key);
      save();
    },
  };
}
