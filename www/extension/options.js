/**
 * @file The options page: the reader's glossaries on one side, the chosen one on the other.
 *
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { takeDraft } from './draft.js';
import { get } from './elements.js';
import { showDetail } from './options-detail.js';
import { editDraft } from './options-entry.js';
import { openImport } from './options-import.js';
import { showList } from './options-list.js';
import { listGlossaries, replaceEntries } from './store.js';
import { listUnsynced } from './synced.js';
import { text, translate } from './text.js';

/** @type {string | undefined} the id of the glossary that is shown */
let chosen;

/** Draws everything anew from what is stored. @param {{focus?: string}} [how]  a selector of what has the focus then */
async function refresh({ focus } = {}) {
  const glossaries = await listGlossaries();
  get('#unsynced').hidden = !(await listUnsynced()).length;
  const shown = glossaries.find(({ id }) => id === chosen) ?? glossaries[0];
  chosen = shown?.id;
  showList(glossaries, chosen, { choose, refresh });
  await showDetail(shown, { refresh });
  if (focus) /** @type {HTMLElement | null} */ (document.querySelector(focus))?.focus();
}

/** @param {string} id @param {{focus?: string}} [how] */
function choose(id, how) {
  chosen = id;
  return refresh(how);
}

async function addGlossary() {
  const glossary = await replaceEntries({ id: crypto.randomUUID(), name: text('my_glossary'), language: text('language').slice(0, 2) }, []);
  await choose(glossary.id);
  const name = /** @type {HTMLInputElement} */ (get('#name'));
  name.focus();
  name.select();
}

/** @param {File | undefined} [file] */
const startImport = (file) => openImport({ file, done: (glossary) => choose(glossary.id, { focus: '#list [aria-current]' }) });

function wire() {
  get('#new').addEventListener('click', addGlossary);
  get('#import').addEventListener('click', () => startImport());
  // A file may fall anywhere on the page.
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void startImport(file);
  });
  // What the popup, another tab or an update changed meanwhile.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !document.querySelector('dialog[open]')) void refresh();
  });
}

async function start() {
  translate();
  document.title = `${text('glossaries')} – ${text('name')}`;
  wire();
  try {
    await refresh();
  } catch (error) {
    // Firefox gives no database to a page in a private window, for one.
    get('main').hidden = true;
    get('#unavailable').hidden = false;
    get('#unavailable').textContent = text('unavailable', String(/** @type {Error} */ (error).message));
    return;
  }
  if (location.hash !== '#add') return;
  history.replaceState(null, '', location.pathname);
  const draft = await takeDraft();
  const id = draft && (await editDraft(draft));
  if (id) await choose(id);
}

void start();
