/**
 * @file The popup of the toolbar button: this page, on or off, and how it is marked.
 *
 * Opening it is the reader's request: the first time on a page, it switches the page on. After that it shows what is, and the
 * switch decides.
 *
 * @typedef {import('./messages.js').PageState} PageState
 */

import { commandPage, tellPage } from './page-link.js';
import { loadSettings, OCCURRENCES, saveSettings } from './settings.js';

const text = chrome.i18n.getMessage;

/** @param {string} id */
const input = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));
const power = input('switch');
const sidebar = input('sidebar');
const status = /** @type {HTMLElement} */ (document.getElementById('status'));
const choices = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[name="occurrences"]'));

function translate() {
  const language = text('language');
  document.documentElement.lang = language;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-text]'))) {
    element.textContent = text(element.dataset['text'] ?? '');
  }
}

/** @param {number} count */
function termsText(count) {
  if (count === 0) return text('terms_none');
  const category = new Intl.PluralRules(text('language')).select(count);
  return text(`terms_${category}`, String(count)) || text('terms_other', String(count));
}

/** @param {PageState} state */
function sentenceOf(state) {
  switch (state.status) {
    case 'on': return termsText(state.terms);
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
 * @param {number} tabId
 * @param {Partial<import('./settings.js').Settings>} changes
 */
async function change(tabId, changes) {
  await saveSettings(changes);
  if (power.checked) show(await commandPage(tabId, 'on'));
}

/** @param {number} tabId */
function wire(tabId) {
  power.addEventListener('change', async () => show(await commandPage(tabId, power.checked ? 'on' : 'off')));
  sidebar.addEventListener('change', () => change(tabId, { sidebar: sidebar.checked }));
  for (const choice of choices) {
    const occurrences = OCCURRENCES.find((known) => known === choice.value);
    if (occurrences) choice.addEventListener('change', () => change(tabId, { occurrences }));
  }
  // The shortcut works while the popup is open.
  chrome.runtime.onMessage.addListener((message, sender) => {
    if (sender.id === chrome.runtime.id && sender.tab?.id === tabId && message?.type === 'state') show(message.state);
    return undefined;
  });
}

async function start() {
  translate();
  const settings = await loadSettings();
  sidebar.checked = settings.sidebar;
  for (const choice of choices) choice.checked = choice.value === settings.occurrences;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const tabId = tab?.id;
  if (tabId === undefined) return show({ status: 'unreachable', terms: 0 });
  wire(tabId);
  const present = await tellPage(tabId, 'look');
  if (!present) show({ status: 'working', terms: 0 });
  show(present ?? (await commandPage(tabId, 'on')));
}

void start();
