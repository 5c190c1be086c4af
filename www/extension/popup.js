/**
 * @file The popup of the toolbar button: this page, on or off, and how it is marked; this site; the glossaries.
 *
 * Opening it is the reader's request: the first time on a page, it switches the page on, unless they never want that on this site. After that
 * it shows what is, and the switch decides. A page that is still on its way is waited for; where another one takes its place, that is read as well, or, where the browser's
 * permission ended with the page before, the reader is told what to do.
 *
 * @typedef {import('./messages.js').PageState} PageState
 * @typedef {PageState | {status: 'loading' | 'other-page', terms: 0}} Shown  `other-page`: one for which the button was not clicked
 * @typedef {import('./sites.js').SiteRule} SiteRule
 */

import { askForGlossaries, openOwnPage, switchGlossary } from './glossary-list.js';
import { insist, pause } from './insist.js';
import { tellPage, unreachable } from './page-link.js';
import { beginPage, LOOK_MS, lookAt, outcomeOf, switchPage } from './page-wait.js';
import { loadSettings, OCCURRENCES, saveSettings } from './settings.js';
import { appliesTo, hostOf } from './site-rules.js';
import { loadSite, patternsOf, saveSite, syncSites } from './sites.js';
import { plural, text, translate } from './text.js';

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id */
const input = (id) => /** @type {HTMLInputElement} */ (element(id));
/** @param {string} name @returns {NodeListOf<HTMLInputElement>} */
const radios = (name) => document.querySelectorAll(`input[name="${name}"]`);

const power = input('switch');
const sidebar = input('sidebar');
const status = element('status');

/** Whether the switch is where the reader wants it: on, until they say otherwise. */
let isWanted = true;
/** Counts the looks at the page: what is late is not shown. */
let looks = 0;
/** The first reading of a page, from the content script's way into it. @type {Promise<PageState | null>} */
let reading = Promise.resolve(null);

/** @param {Shown} state */
function sentenceOf(state) {
  switch (state.status) {
    case 'on': return state.terms ? plural('terms', state.terms) : text('terms_none');
    case 'no-article': return text('no_article');
    case 'other-page': return text('other_page');
    case 'failed': return text('failed', state.reason ?? '');
    default: return text(state.status);
  }
}

/** @param {Shown} state */
function show(state) {
  const { status: now } = state;
  power.checked = now === 'on' || now === 'working' || (now === 'loading' && isWanted);
  power.disabled = now === 'unreachable' || now === 'other-page';
  const sentence = sentenceOf(state);
  if (status.textContent !== sentence) status.textContent = sentence;
  document.documentElement.dataset['status'] = now;
}

/**
 * The page is asked after the settings are stored, since it reads them there.
 * @param {number | undefined} tabId
 * @param {Promise<unknown>} stored
 */
async function change(tabId, stored) {
  await stored;
  if (tabId !== undefined && power.checked) await turn(tabId, true);
}

/**
 * @param {number} tabId
 * @param {boolean} isOn
 */
async function turn(tabId, isOn) {
  const own = looks;
  isWanted = isOn;
  const state = await switchPage(tabId, () => isWanted);
  // Where it was left, what there is now is shown already.
  if (state || own === looks) show(state ?? unreachable());
}

/** @param {number} tabId */
function wire(tabId) {
  power.addEventListener('change', () => turn(tabId, power.checked));
  sidebar.addEventListener('change', () => change(tabId, saveSettings({ sidebar: sidebar.checked })));
  for (const choice of radios('occurrences')) {
    const occurrences = OCCURRENCES.find((known) => known === choice.value);
    if (occurrences) choice.addEventListener('change', () => change(tabId, saveSettings({ occurrences })));
  }
  // The shortcut works while the popup is open.
  chrome.runtime.onMessage.addListener((message, sender) => {
    if (sender.id === chrome.runtime.id && sender.tab?.id === tabId && message?.type === 'state') show(message.state);
    return undefined;
  });
  // Another page has come, or this one has.
  chrome.tabs.onUpdated.addListener((id, { status: now }) => {
    if (id === tabId && now) void meet(tabId, true);
  });
}

/** @returns {Promise<ExtensionTab | undefined>} */
const tabInFront = async () => (await insist(() => chrome.tabs.query({ active: true, currentWindow: true })))[0];

/**
 * The page as it is now, switched on where it is new and the reader wants that.
 * @param {number} tabId
 * @param {boolean} isLater  than the click on the button, which gave permission for the page of that moment
 */
async function meet(tabId, isLater) {
  const own = ++looks;
  // Or the content script would be there and not be on yet, as if the reader had switched it off.
  await reading;
  if (own !== looks) return;
  const present = await lookAt(tabId);
  const tab = await tabInFront();
  const host = hostOf(tab?.url);
  const rule = host ? await insist(() => loadSite(host)) : 'ask';
  if (own !== looks) return;
  if (element('site').dataset['host'] !== host) describeSite(tabId, host, rule);
  const isLoading = tab?.status === 'loading';
  // An empty page stands in for one that comes.
  if (present && !(isLoading && present.status === 'no-article')) {
    show(present);
    // Its own word of what comes of it may be lost.
    const state = present.status === 'working' && (await outcomeOf(tabId));
    if (state && own === looks) show(state);
    return;
  }
  if (!isWanted || rule === 'never') return show({ status: 'off', terms: 0 });
  show({ status: isLoading ? 'loading' : 'working', terms: 0 });
  reading = outcomeOf(tabId, (seen) => beginPage(tabId, () => isWanted, seen));
  const state = await reading;
  // It may have begun to come only now.
  const isComing = isLoading || (await tabInFront())?.status === 'loading';
  if (own !== looks) return;
  if (state && !(isComing && state.status === 'no-article')) return show(state);
  if (!isComing) return show(isLater ? { status: 'other-page', terms: 0 } : unreachable());
  show({ status: 'loading', terms: 0 });
  // There was no page yet. Not by the event alone: Chromium has none for who listens since after the page began to come.
  while (own === looks && (await tabInFront())?.status === 'loading') await pause(LOOK_MS);
  if (own === looks) await meet(tabId, true);
}

/** What the site's choice was when it was last stored. @type {SiteRule} */
let siteRule = 'ask';

/** @param {SiteRule} rule */
const checkSite = (rule) => radios('site').forEach((choice) => (choice.checked = choice.value === rule));

/**
 * @param {number | undefined} tabId
 * @param {string} host  of the page; empty where it is no site's, or unknown
 * @param {SiteRule} rule
 */
function describeSite(tabId, host, rule) {
  const site = element('site');
  site.dataset['host'] = host;
  site.hidden = !host;
  const name = site.querySelector('b');
  if (name) name.textContent = host;
  siteRule = rule;
  checkSite(rule);
  // What the page says does not wait for the background.
  void listActive(tabId, host);
}

/** @param {number} tabId */
function wireSite(tabId) {
  for (const choice of radios('site')) {
    choice.addEventListener('change', async () => {
      const wanted = /** @type {SiteRule} */ (choice.value);
      const host = element('site').dataset['host'] ?? '';
      // Both at once: the browser's question needs the click, and may close this popup, so what is wanted has to be kept before the answer.
      const saving = saveSite(host, wanted);
      const allowed = wanted !== 'always' || (await chrome.permissions.request({ origins: patternsOf(host) }).catch(() => false));
      await saving;
      if (!allowed) {
        await saveSite(host, siteRule);
        return checkSite(siteRule);
      }
      siteRule = wanted;
      await syncSites();
      if (wanted === 'always') await turn(tabId, true);
      if (wanted === 'never') show((await outcomeOf(tabId, () => tellPage(tabId, 'off'))) ?? { status: 'off', terms: 0 });
    });
  }
}

/**
 * @param {number | undefined} tabId
 * @param {string} host
 */
async function listActive(tabId, host) {
  const all = await askForGlossaries();
  // Another page has come meanwhile.
  if (element('site').dataset['host'] !== host) return;
  const rows = all
    .filter(({ sites }) => appliesTo(sites, host))
    .map(({ id, name, enabled }) => {
      const row = document.createElement('label');
      row.className = 'line';
      const label = document.createElement('span');
      label.textContent = label.title = name;
      label.dir = 'auto';
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.setAttribute('role', 'switch');
      box.checked = enabled;
      box.addEventListener('change', () => change(tabId, switchGlossary(id, () => box.checked)));
      row.append(label, box);
      return row;
    });
  document.querySelector('#glossaries .list')?.replaceChildren(...rows);
}

/**
 * Chromium's side panel, or what Firefox has in its place.
 * @param {number} tabId
 */
function wirePanel(tabId) {
  const { sidePanel, sidebarAction } = chrome;
  element('panel').hidden = !sidePanel && !sidebarAction;
  element('panel').addEventListener('click', async () => {
    await (sidePanel ? sidePanel.open({ tabId }) : sidebarAction?.open());
    window.close();
  });
}

async function start() {
  translate();
  const settings = await insist(loadSettings);
  sidebar.checked = settings.sidebar;
  for (const choice of radios('occurrences')) choice.checked = choice.value === settings.occurrences;
  const tab = await tabInFront();
  const tabId = tab?.id;
  element('options').addEventListener('click', () => (tab?.incognito ? openOwnPage('options.html', tab) : chrome.runtime.openOptionsPage()).then(() => window.close()));
  if (tabId === undefined) {
    describeSite(tabId, '', 'ask');
    return show(unreachable());
  }
  wire(tabId);
  wireSite(tabId);
  wirePanel(tabId);
  await meet(tabId, false);
}

void start();
