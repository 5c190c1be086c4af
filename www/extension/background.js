/**
 * @file The background: a service worker in Chromium, an event page in Firefox. Holds the engine, the shortcut, the menu item
 * and the badge. The browser stops it when it is idle and starts it again for the next event, so nothing here is state that
 * could be missed: the glossaries are read and compiled again when they are needed.
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
import { answerFind, answerRead } from './answer.js';
import { engineFor, prepare, prepareAll } from './engines.js';
import { openDraft } from './draft.js';
import { commandPage } from './page-link.js';
import { syncSites } from './sites.js';
import { ChangedError, changeGlossary, listGlossaries } from './store.js';
import { updateDue } from './updates.js';

/** The menu item and, in the manifest, the shortcut. */
const TOGGLE = 'toggle';

/** The menu item on selected text. */
const ADD = 'add';

/** The blue of the icon. */
const BADGE_COLOR = '#1a5db0';

/** What the badge says where there is no number to say: the reader did ask for something. */
const NOTHING = '–';

/**
 * @param {FindMessage | ReadMessage} message
 * @param {string | undefined} url  the page's, as the browser tells it
 * @returns {Promise<FindAnswer | ReadAnswer>}
 */
async function answer(message, url) {
  try {
    const language = typeof message.language === 'string' ? message.language : '';
    if (message.type === 'find-article') {
      // The next message of that page will want it.
      engineFor(url, language).catch(() => {});
      return await answerFind(message);
    }
    try {
      return await answerRead(await engineFor(url, language), message);
    } catch (error) {
      if (!(error instanceof ChangedError)) throw error;
      // A glossary was changed between the reading and the fetching of its entries.
      return await answerRead(await engineFor(url, language), message);
    }
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

/** @param {Promise<unknown>} answer @param {(answer: unknown) => void} respond @returns {true} the answer comes later */
function later(answer, respond) {
  void answer.then(respond, (error) => {
    console.warn('glossator:', error);
    respond(undefined);
  });
  return true;
}

prepare();

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (sender.id !== chrome.runtime.id) return undefined;
  if (message?.type === 'read' || message?.type === 'find-article') {
    void answer(message, sender.url).then((result) => {
      respond(result);
      // After the answer: who waits for a page does not wait for a download.
      if (message.type === 'read') void updateDue();
    });
    return true; // the answer comes later
  }
  // A content script has its page's address; what it says about glossaries counts for nothing.
  if (sender.url?.startsWith(chrome.runtime.getURL(''))) {
    if (message?.type === 'glossaries') return later(listGlossaries(), respond);
    if (message?.type === 'switch-glossary') return later(changeGlossary(String(message.id), { enabled: message.enabled === true }), respond);
  }
  if (message?.type === 'state' && sender.tab?.id !== undefined) void showState(sender.tab.id, message.state);
  return undefined;
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === TOGGLE) void toggle(tab);
});

chrome.contextMenus.onClicked.addListener((click, tab) => {
  if (click.menuItemId === TOGGLE) void toggle(tab);
  if (click.menuItemId === ADD) void openDraft(click, tab);
});

// Menu items outlive the background; after an update there would be two.
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('welcome.html') });
  void chrome.contextMenus.removeAll().then(() => {
    chrome.contextMenus.create({ id: TOGGLE, title: chrome.i18n.getMessage('toggle'), contexts: ['page', 'selection'] });
    chrome.contextMenus.create({ id: ADD, title: chrome.i18n.getMessage('add_to_glossary'), contexts: ['selection'] });
  });
  void syncSites();
  void prepareAll().catch((error) => console.warn('glossator:', error));
});

chrome.runtime.onStartup.addListener(() => void syncSites());
chrome.permissions.onAdded.addListener(() => void syncSites());
chrome.permissions.onRemoved.addListener(() => void syncSites());
