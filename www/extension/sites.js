/**
 * @file What the reader has said about sites: always, never, or nothing, which means: when asked.
 *
 * "Always" needs two things, the reader's word (kept here) and the browser's permission for that site (asked for at that moment, and
 * taken away in the browser's own settings at any time). A content script is registered for the sites that have both.
 */

import { appliesTo } from './site-rules.js';

/** @typedef {'ask' | 'always' | 'never'} SiteRule */

/** The name of the rules in the storage. */
const SITES = 'sites';

/** The name of the one registration. */
const SCRIPT = 'always';

/** @returns {Promise<Record<string, SiteRule>>} by host name */
async function loadRules() {
  const stored = await chrome.storage.local.get([SITES]);
  return /** @type {Record<string, SiteRule>} */ (stored[SITES] ?? {});
}

/**
 * Both, since Firefox grants only what one of the manifest's patterns covers by itself, and `*:` is covered by neither of them.
 * @param {string} host
 * @returns {string[]}
 */
export const patternsOf = (host) => [`https://${host}/*`, `http://${host}/*`];

/**
 * @param {string} host
 * @returns {Promise<SiteRule>}
 */
export async function loadSite(host) {
  const rules = await loadRules();
  // A rule for a host is one for those below it only where it keeps us away.
  const rule = rules[host] ?? (Object.keys(rules).some((name) => rules[name] === 'never' && appliesTo([name], host)) ? 'never' : 'ask');
  if (rule !== 'always') return rule;
  return (await chrome.permissions.contains({ origins: patternsOf(host) })) ? rule : 'ask';
}

/**
 * @param {string} host
 * @param {SiteRule} rule
 */
export async function saveSite(host, rule) {
  const { [host]: _, ...others } = await loadRules();
  await chrome.storage.local.set({ [SITES]: rule === 'ask' ? others : { ...others, [host]: rule } });
}

/** Makes the registration what the rules and the permissions say. */
export function syncSites() {
  return navigator.locks.request('glossator-sites', async () => {
    const rules = await loadRules();
    const matches = [];
    for (const host of Object.keys(rules)) {
      const origins = patternsOf(host);
      if (rules[host] === 'always' && (await chrome.permissions.contains({ origins }))) matches.push(...origins);
    }
    const [old] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
    if (!matches.length) {
      if (old) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
      return;
    }
    const script = { id: SCRIPT, matches, js: ['always.js', 'content.js'], runAt: 'document_idle' };
    if (old) await chrome.scripting.updateContentScripts([script]);
    else await chrome.scripting.registerContentScripts([script]);
  });
}
