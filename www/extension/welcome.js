/**
 * @file The first page after installing: what the extension does, done to a paragraph of the page itself.
 */

import { Glossator } from '../host/glossator.js';
import { normalizeOptions } from '../host/options.js';
import { get } from './elements.js';
import { createRemoteEngine } from './remote-engine.js';
import { text, translate } from './text.js';

translate();
document.title = `${text('welcome_title')} – ${text('name')}`;
// The reader may have another one: the browser knows.
const [command] = (await chrome.commands.getAll()).filter(({ name }) => name === 'toggle');
get('li').textContent = text('welcome_page', command?.shortcut || 'Alt+Shift+G');
get('#options').addEventListener('click', () => void chrome.runtime.openOptionsPage());

const root = get('#sample');
const engine = createRemoteEngine();
const options = normalizeOptions({ root, engine, scope: 'all', sidebar: false, density: 0 });
await new Glossator({ options, root, engine, glossary: null, owned: null }).enrich();
