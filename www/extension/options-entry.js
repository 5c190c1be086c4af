/**
 * @file The form for one entry: a new one, one that is there, or one from a selection on a page.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { loadWasm } from '../host/engine.js';
import { get, make } from './elements.js';
import { checkEntries } from './intake-check.js';
import { withIds } from './intake.js';
import { changeEntry, eachChunk, listGlossaries, replaceEntries } from './store.js';
import { text } from './text.js';

/** Fields of one line. */
const LINES = /** @type {const} */ (['term', 'definition', 'category', 'source', 'url']);

const dialog = () => /** @type {HTMLDialogElement} */ (get('#entry-dialog'));
/** @param {string} name @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */
const field = (name) => get(`[name="${name}"]`, dialog());

/**
 * @param {StoredGlossary} glossary
 * @param {Entry} [entry]
 * @returns {Promise<boolean>}  was it saved?
 */
export function editEntry(glossary, entry) {
  get('#entry-target').hidden = true;
  get('#entry-title').textContent = text(entry ? 'edit_entry' : 'add_entry');
  fill(entry);
  return opened((next) => save(glossary, next, entry));
}

/**
 * @param {import('./draft.js').Draft} draft
 * @returns {Promise<string | undefined>}  the id of the glossary that it was saved in
 */
export async function editDraft({ term, sentence, language }) {
  const own = (await listGlossaries()).filter(({ file, source }) => file === undefined && !source);
  get('#entry-target').hidden = false;
  get('#entry-title').textContent = text('add_to_glossary');
  const options = own.map(({ id, name }) => make('option', { value: id }, name));
  field('target').replaceChildren(...options, make('option', { value: '' }, text('new_named', text('my_glossary'))));
  fill({ term, definition: sentence });
  let chosen = '';
  const saved = await opened(async (next) => {
    const id = field('target').value;
    const tag = /^[a-z]{2,3}\b/i.exec(language)?.[0] ?? text('language').slice(0, 2);
    const glossary = own.find((known) => known.id === id) ?? (await replaceEntries({ id: crypto.randomUUID(), name: text('my_glossary'), language: tag.toLowerCase() }, []));
    // Should the form be refused, the next try is for this one.
    if (!own.includes(glossary)) {
      own.push(glossary);
      field('target').prepend(make('option', { value: glossary.id, selected: true }, glossary.name));
    }
    chosen = glossary.id;
    await save(glossary, next);
  }, 'definition');
  return saved ? chosen : undefined;
}

/** @param {Partial<Entry>} [entry] */
function fill(entry = {}) {
  for (const name of LINES) field(name).value = entry[name] ?? '';
  field('aliases').value = (entry.aliases ?? []).map((alias) => (typeof alias === 'string' ? alias : alias.label)).join('\n');
  get('.error', dialog()).textContent = '';
}

/** @param {Entry | undefined} before @returns {Partial<Entry>} */
function read(before) {
  /** @type {Partial<Entry>} */
  const entry = { ...before };
  for (const name of LINES) {
    const value = field(name).value.trim();
    if (value) entry[name] = value;
    else delete entry[name];
  }
  const rules = new Map((before?.aliases ?? []).map((alias) => [typeof alias === 'string' ? alias : alias.label, alias]));
  const aliases = field('aliases').value.split('\n').map((line) => line.trim()).filter(Boolean);
  if (aliases.length) entry.aliases = aliases.map((label) => rules.get(label) ?? label);
  else delete entry.aliases;
  return entry;
}

/**
 * @param {StoredGlossary} glossary
 * @param {(before: Entry | undefined) => Partial<Entry>} next
 * @param {Entry} [before]
 */
async function save(glossary, next, before) {
  /** @type {string[]} */
  const taken = [];
  if (!before) for await (const chunk of eachChunk(glossary)) for (const { id } of chunk) taken.push(id);
  const [entry] = before ? [/** @type {Entry} */ (next(before))] : withIds([next(undefined)], taken);
  if (!entry) return;
  await loadWasm(chrome.runtime.getURL('glossator.wasm'));
  await checkEntries([entry], glossary.language);
  await changeEntry(glossary.id, { entry, before: before?.id });
}

/**
 * @param {(next: typeof read) => Promise<void>} save
 * @param {string} [focus]
 * @returns {Promise<boolean>}
 */
function opened(save, focus = 'term') {
  const form = get('form', dialog());
  const life = new AbortController();
  const { signal } = life;
  return new Promise((resolve) => {
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      try {
        await save(read);
        resolve(true);
        dialog().close();
      } catch (error) {
        get('.error', dialog()).textContent = /** @type {Error} */ (error).message;
      }
    }, { signal });
    get('[value="cancel"]', form).addEventListener('click', () => dialog().close(), { signal });
    dialog().addEventListener('close', () => {
      life.abort();
      resolve(false);
    }, { signal });
    dialog().showModal();
    const first = /** @type {HTMLInputElement} */ (field(focus));
    first.focus();
    first.select();
  });
}
