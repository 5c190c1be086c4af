/**
 * @file The background: a service worker in Chromium, an event page in Firefox. Holds the engine, the shortcut, the menu item
 * and the badge. The browser stops it when it is idle and starts it again for the next event, so nothing here is state that
 * could be missed: the glossary is loaded again when it is needed.
 *
 * Everything is imported statically: service workers refuse `import()`.
 *
 * @typedef {import('./messages.js').FindAnswer} FindAnswer
 * @typedef {import('./messages.js').FindMessage} FindMessage
 * @typedef {import('./messages.js').PageState} PageState
 * @typedef {import('./messages.js').ReadAnswer} ReadAnswer
 * @typedef {import('./messages.js').ReadMessage} ReadMessage
 */

import { toGlossatorError } from '../host/errors.js';
import { Glossary } from '../host/glossary.js';
import { answerFind, answerRead } from './answer.js';
import { commandPage } from './page-link.js';

const GLOSSARY = 'glossary/fintech-policy.json';
const WASM = 'glossator.wasm';

/** The menu item and, in the manifest, the shortcut. */
const TOGGLE = 'toggle';

/** The blue of the icon. */
const BADGE_COLOR = '#1a5db0';

/** What the badge says where there is no number to say: the reader did ask for something. */
const NOTHING = '–';

/** @type {Promise<Glossary> | undefined} */
let loading;

function loadGlossary() {
  loading ??= Glossary.load(chrome.runtime.getURL(GLOSSARY), { wasm: chrome.runtime.getURL(WASM) }).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * @param {FindMessage | ReadMessage} message
 * @returns {Promise<FindAnswer | ReadAnswer>}
 */
async function answer(message) {
  try {
    const { engine } = await loadGlossary();
    return message.type === 'read' ? await answerRead(engine, message) : await answerFind(engine, message);
  } catch (error) {
    // An error does not cross as one: messages are data.
    const { code, message: text, path } = toGlossatorError(error, 'engine-dead', 'the page could not be read');
    return { error: { code, message: text, path } };
  }
}

/**
 * @param {number} tabId
 * @param {PageState} state
 */
async function showState(tabId, { status, terms }) {
  const asked = status !== 'off' && status !== 'working';
  const text = !asked ? '' : status === 'on' ? String(terms) : NOTHING;
  try {
    await chrome.action.setBadgeBackgroundColor({ color: BADGE_COLOR, tabId });
    await chrome.action.setBadgeText({ text, tabId });
    await chrome.action.setTitle({ title: titleOf({ status, terms }), tabId });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** @param {PageState} state */
function titleOf({ status }) {
  const name = chrome.i18n.getMessage('name');
  if (status === 'no-article' || status === 'unreachable') {
    return `${name}: ${chrome.i18n.getMessage(status === 'no-article' ? 'no_article' : 'unreachable')}`;
  }
  return name;
}

/** @param {ExtensionTab | undefined} tab */
async function toggle(tab) {
  if (tab?.id === undefined) return;
  // A content script tells its state by itself; where none can be, this is the only one who knows.
  const state = await commandPage(tab.id, 'toggle');
  if (state.status === 'unreachable') await showState(tab.id, state);
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (sender.id !== chrome.runtime.id) return undefined;
  if (message?.type === 'read' || message?.type === 'find-article') {
    void answer(message).then(respond);
    return true; // the answer comes later
  }
  if (message?.type === 'state' && sender.tab?.id !== undefined) void showState(sender.tab.id, message.state);
  return undefined;
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === TOGGLE) void toggle(tab);
});

chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (menuItemId === TOGGLE) void toggle(tab);
});

// Menu items outlive the background; after an update there would be two.
chrome.runtime.onInstalled.addListener(() => {
  void chrome.contextMenus.removeAll().then(() => {
    chrome.contextMenus.create({ id: TOGGLE, title: chrome.i18n.getMessage('toggle'), contexts: ['page', 'selection'] });
  });
});
