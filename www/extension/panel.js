/**
 * @file The side panel (Chromium) or sidebar (Firefox) of the browser: the summary of the page in the tab in front, living with it. The page's
 * content script has found everything; what is clicked here is shown there.
 *
 * @typedef {import('./findings.js').Findings} Findings
 */

import { createSidebar } from '../host/sidebar.js';
import { stringsFor } from '../host/strings.js';
import { get } from './elements.js';
import { insist } from './insist.js';
import { TOP } from './page-link.js';
import { lookAt, outcomeOf } from './page-wait.js';
import { text, translate } from './text.js';

/** @type {number | undefined} the tab that is shown */
let tabId;
/** @type {import('../host/sidebar.js').Sidebar | undefined} */
let sidebar;
/** Counts what was asked: an answer that is late is not shown. */
let asked = 0;

/** @param {unknown} message @returns {Promise<any>}  null where nobody is there */
async function ask(message) {
  try {
    return (await chrome.tabs.sendMessage(tabId ?? -1, message, TOP)) ?? null;
  } catch {
    return null;
  }
}

/** @param {Findings | null} findings */
function show(findings) {
  get('#status').textContent = findings ? '' : text('panel_off');
  if (!findings) {
    sidebar?.destroy();
    sidebar = undefined;
    return;
  }
  sidebar ??= createSidebar({
    document,
    scope: get('#nowhere'),
    strings: stringsFor(text('language')),
    options: { open: true, mount: get('main'), shortcut: false },
    signal: new AbortController().signal,
    goTo: ({ start, end }) => void ask({ type: 'page', command: 'go-to', place: { start, end } }),
  });
  sidebar.update(findings);
}

async function refresh() {
  const own = ++asked;
  const [tab] = await insist(() => chrome.tabs.query({ active: true, currentWindow: true }));
  tabId = tab?.id;
  const findings = await insist(() => ask({ type: 'page', command: 'findings' }));
  if (own !== asked) return;
  show(findings);
  // Its own word of what it has found may be lost.
  if (findings || tabId === undefined || (await lookAt(tabId))?.status !== 'working') return;
  await outcomeOf(tabId);
  if (own === asked) await refresh();
}

translate();
chrome.tabs.onActivated.addListener(() => void refresh());
// A page that is left takes its content script along, which then says nothing.
chrome.tabs.onUpdated.addListener((id, { status }) => {
  if (id === tabId && status === 'loading') void refresh();
});
chrome.runtime.onMessage.addListener((message, sender) => {
  if (sender.id === chrome.runtime.id && sender.tab?.id === tabId && message?.type === 'state') void refresh();
  return undefined;
});
void refresh();
