/**
 * @file The popup of the toolbar button: this page, on or off, and how it is marked; this site; the glossaries.
 *
 * Opening it is the reader's request: the first time on a page, it switches the page on, unless they never want that on this site. After that
 * it shows what is, and the switch decides.
 *
 * @typedef {import('./messages.js').PageState} PageState
 * @typedef {import('./sites.js').SiteRule} SiteRule
 */

import { askForGlossaries, openOwnPage, switchGlossary } from './glossary-list.js';
import { commandPage, tellPage } from './page-link.js';
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

/** @param {PageState} state */
function sentenceOf(state) {
  switch (state.status) {
    case 'on': return state.terms ? plural('terms', state.terms) : text('terms_none');
    case 'no-article': return text('no_article');
    case 'failed': return text('failed', state.reason ?? '');
    default: return text(state.status);
  }
}

/** @param {PageState} state */
function show(state) {
  const { status: now } = state;
  power.checked = now === 'on' || now === 'working';
  power.disabled = now === 'unreachable';
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
  if (tabId !== undefined && power.checked) show(await commandPage(tabId, 'on'));
}

/** @param {number} tabId */
function wire(tabId) {
  power.addEventListener('change', async () => show(await commandPage(tabId, power.checked ? 'on' : 'off')));
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
}

/**
 * @param {number} tabId
 * @param {string} host
 * @param {SiteRule} rule
 */
function wireSite(tabId, host, rule) {
  const check = (/** @type {SiteRule} */ wanted) => radios('site').forEach((choice) => (choice.checked = choice.value === wanted));
  let current = rule;
  check(current);
  const name = element('site').querySelector('b');
  if (name) name.textContent = host;
  element('site').hidden = false;
  for (const choice of radios('site')) {
    choice.addEventListener('change', async () => {
      const wanted = /** @type {SiteRule} */ (choice.value);
      // Both at once: the browser's question needs the click, and may close this popup, so what is wanted has to be kept before the answer.
      const saving = saveSite(host, wanted);
      const allowed = wanted !== 'always' || (await chrome.permissions.request({ origins: patternsOf(host) }).catch(() => false));
      await saving;
      if (!allowed) {
        await saveSite(host, current);
        return check(current);
      }
      current = wanted;
      await syncSites();
      if (wanted === 'always') show(await commandPage(tabId, 'on'));
      if (wanted === 'never') show((await tellPage(tabId, 'off')) ?? { status: 'off', terms: 0 });
    });
  }
}

/**
 * @param {number | undefined} tabId
 * @param {string} host
 */
async function listActive(tabId, host) {
  const rows = (await askForGlossaries())
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
      box.addEventListener('change', () => change(tabId, switchGlossary(id, box.checked)));
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
  const settings = await loadSettings();
  sidebar.checked = settings.sidebar;
  for (const choice of radios('occurrences')) choice.checked = choice.value === settings.occurrences;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const tabId = tab?.id;
  const host = hostOf(tab?.url);
  element('options').addEventListener('click', () => (tab?.incognito ? openOwnPage('options.html', tab) : chrome.runtime.openOptionsPage()).then(() => window.close()));
  await listActive(tabId, host);
  if (tabId === undefined) return show({ status: 'unreachable', terms: 0 });
  wire(tabId);
  wirePanel(tabId);
  const rule = host ? await loadSite(host) : 'ask';
  if (host) wireSite(tabId, host, rule);
  const present = await tellPage(tabId, 'look');
  if (!present && rule === 'never') return show({ status: 'off', terms: 0 });
  if (!present) show({ status: 'working', terms: 0 });
  show(present ?? (await commandPage(tabId, 'on')));
}

void start();
