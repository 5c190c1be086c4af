/**
 * @file What is put into a page when the reader asks for it, or by itself on sites that they have turned on: a session, and its ear for commands.
 * One classic script, since browsers inject no other; registers no elements, since there is no registry in its world.
 *
 * @typedef {import('./messages.js').PageState} PageState
 */

// First: it changes what the others find.
import './event-target.js';
import { insist } from './insist.js';
import { createPageSession } from './page-session.js';
import { createRemoteEngine } from './remote-engine.js';
import { loadChoices, loadSettings } from './settings.js';

/** Set in the world of our content scripts, which the page cannot see: the script may be injected twice. */
const here = /** @type {{glossatorSession?: true, glossatorAlways?: true}} */ (globalThis);

/** @param {PageState} state */
function tell(state) {
  // Nobody listens after an update of the extension, and nobody has to.
  chrome.runtime?.sendMessage({ type: 'state', state })?.catch(() => {});
}

function listen() {
  const session = createPageSession({ document, engine: createRemoteEngine(), settings: () => insist(loadSettings), choices: () => insist(loadChoices), changed: tell });
  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== chrome.runtime.id || message?.type !== 'page') return undefined;
    const isPanel = message.command === 'findings' || message.command === 'go-to';
    void Promise.resolve(isPanel ? session.answer(message) : session.obey(message.command)).then(respond);
    return true; // the answer comes later
  });
  // `always.js` was here before.
  if (here.glossatorAlways) void session.obey('on');
}

if (!here.glossatorSession) {
  here.glossatorSession = true;
  listen();
}
