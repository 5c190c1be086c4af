/**
 * @file What the reader has set, for all pages. Kept by the browser, on this device.
 */

/**
 * @typedef {object} Settings
 * @property {'first' | 'section' | 'all'} occurrences
 * @property {boolean} sidebar
 */

/** @type {Settings} */
const DEFAULTS = { occurrences: 'first', sidebar: true };

export const OCCURRENCES = /** @type {const} */ (['first', 'section', 'all']);

/**
 * What is stored may be of another version of the extension: a value that is not known here counts as not set.
 * @returns {Promise<Settings>}
 */
export async function loadSettings() {
  const stored = await chrome.storage.local.get(Object.keys(DEFAULTS));
  const occurrences = OCCURRENCES.find((known) => known === stored['occurrences']);
  const { sidebar } = stored;
  return {
    occurrences: occurrences ?? DEFAULTS.occurrences,
    sidebar: typeof sidebar === 'boolean' ? sidebar : DEFAULTS.sidebar,
  };
}

/** The name of all that readers have chosen in pages. */
const CHOICES = 'choices';

/**
 * What readers have chosen in the card and the sidebar, for all pages. A page's own storage would be quicker, but would tell the page.
 * @returns {Promise<import('../host/choices.js').Choices>}
 */
export async function loadChoices() {
  const stored = await chrome.storage.local.get([CHOICES]);
  const choices = new Map(Object.entries(/** @type {Record<string, string>} */ (stored[CHOICES] ?? {})));
  const save = () => void chrome.storage.local.set({ [CHOICES]: Object.fromEntries(choices) });
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

/** @param {Partial<Settings>} changes */
export const saveSettings = (changes) => chrome.storage.local.set(changes);
