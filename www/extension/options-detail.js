/**
 * @file The glossary that is shown: what it is called and where it applies, its subscription, its entries.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { confirmed, get, icon, intervalOptions, languageOptions, make, say } from './elements.js';
import { editEntry } from './options-entry.js';
import { readSites } from './site-rules.js';
import { changeEntry, changeGlossary, eachChunk, readEntries, removeGlossary } from './store.js';
import { number, plural, text } from './text.js';
import { originOf, update } from './updates.js';

/** Entries that are shown at once; more on request. */
const SHOWN = 60;

/** ms that a reader pauses before what they typed is looked for. */
const PAUSE = 120;

/** @typedef {{refresh: (how?: {focus?: string}) => Promise<unknown>}} Page */

/**
 * @param {StoredGlossary | undefined} glossary
 * @param {Page} page
 */
export async function showDetail(glossary, page) {
  const detail = get('#detail');
  detail.hidden = !glossary;
  if (!glossary) return;
  const { id, file, source, problem, updated } = glossary;
  const isFixed = file !== undefined;
  const query = detail.dataset['id'] === id ? (/** @type {HTMLInputElement | null} */ (detail.querySelector('[type="search"]'))?.value ?? '') : '';
  detail.dataset['id'] = id;
  const change = async (/** @type {Partial<StoredGlossary>} */ changes, /** @type {string} */ focus) => {
    await changeGlossary(id, changes);
    await page.refresh({ focus });
  };
  const day = updated ? text('changed_on', new Intl.DateTimeFormat(text('language'), { dateStyle: 'medium' }).format(updated)) : '';
  const count = isFixed ? (await readEntries(glossary)).length : glossary.size;

  const parts = [
    make('input', {
      id: 'name',
      className: 'name',
      value: glossary.name,
      dir: 'auto',
      readOnly: isFixed,
      'aria-label': text('glossary_name'),
      autocomplete: 'off',
      change: (/** @type {Event} */ { target }) => change({ name: /** @type {HTMLInputElement} */ (target).value.trim() || text('unnamed') }, '#name'),
    }),
    make('p', { className: 'about' }, [isFixed ? text('built_in') : '', plural('entries', count), day].filter(Boolean).join(' · ')),
    problem ? make('p', { className: 'error' }, text('problem', problem)) : null,
    make(
      'div',
      { className: 'pair' },
      make('label', { className: 'field' }, make('span', {}, text('sites_field')), make('input', {
        id: 'sites',
        value: glossary.sites.join(', '),
        placeholder: text('everywhere'),
        dir: 'ltr',
        autocomplete: 'off',
        change: (/** @type {Event} */ { target }) => change({ sites: readSites(/** @type {HTMLInputElement} */ (target).value) }, '#sites'),
      })),
      isFixed ? null : make('label', { className: 'field' }, make('span', {}, text('language_field')), make(
        'select',
        { id: 'language', change: (/** @type {Event} */ { target }) => change({ language: /** @type {HTMLSelectElement} */ (target).value }, '#language') },
        ...languageOptions(glossary.language),
      )),
    ),
    source ? subscription(glossary, page) : null,
    make(
      'div',
      { className: 'actions' },
      make('button', { type: 'button', id: 'export', click: () => download(glossary) }, text('export')),
      isFixed ? null : make('button', {
        type: 'button',
        className: 'danger',
        id: 'delete',
        click: async () => {
          if (!(await confirmed(text('delete_glossary', glossary.name)))) return;
          await removeGlossary(id);
          await page.refresh({ focus: '#list .open' });
        },
      }, text('delete_button')),
    ),
    ...entryList(glossary, page, query),
  ];
  detail.replaceChildren(...parts.filter((part) => part !== null));
}

/**
 * @param {StoredGlossary} glossary
 * @param {Page} page
 */
function subscription({ id, source }, page) {
  if (!source) return null;
  const checked = new Intl.DateTimeFormat(text('language'), { dateStyle: 'medium', timeStyle: 'short' }).format(source.checked);
  return make(
    'div',
    { className: 'subscription' },
    make('p', {}, make('span', {}, text('subscribed_to')), ' ', make('bdi', { className: 'url' }, source.url), make('small', {}, text('checked_at', checked))),
    make('label', { className: 'field' }, make('span', {}, text('update_every')), make(
      'select',
      { id: 'hours', change: async (/** @type {Event} */ { target }) => {
        await changeGlossary(id, { source: { ...source, hours: Number(/** @type {HTMLSelectElement} */ (target).value) } });
        await page.refresh({ focus: '#hours' });
      } },
      ...intervalOptions(source.hours),
    )),
    make('button', {
      type: 'button',
      id: 'update',
      click: async (/** @type {Event} */ { target }) => {
        if (!(await chrome.permissions.request({ origins: [originOf(source.url)] }))) return say(text('no_permission'));
        /** @type {HTMLButtonElement} */ (target).disabled = true;
        const after = await update(id);
        await page.refresh({ focus: '#update' });
        say(after?.problem ? text('problem', after.problem) : text('up_to_date'));
      },
    }, text('update_now')),
    make('button', { type: 'button', id: 'unsubscribe', click: async () => {
      await changeGlossary(id, { source: undefined, problem: '' });
      await page.refresh({ focus: '#name' });
    } }, text('unsubscribe')),
  );
}

/**
 * @param {StoredGlossary} glossary
 * @param {Page} page
 * @param {string} query
 */
function entryList(glossary, page, query) {
  // What a subscription brings would overwrite what was changed here.
  const isFixed = glossary.file !== undefined || glossary.source !== undefined;
  const list = make('ul', { id: 'entries' });
  const found = make('p', { className: 'about', role: 'status' });
  const more = make('button', { type: 'button', className: 'quiet', id: 'more', hidden: true }, text('show_more'));
  let most = SHOWN;
  let run = 0;
  let timer = 0;

  const search = make('input', { type: 'search', id: 'search', value: query, dir: 'auto', placeholder: text('search_entries'), 'aria-label': text('search_entries') });
  const draw = async () => {
    const own = ++run;
    const { matches, count } = await findEntries(glossary, search.value, most, () => own !== run);
    if (own !== run) return;
    list.replaceChildren(...matches.map((entry) => entryRow(entry, glossary, isFixed, page)));
    found.textContent = search.value.trim() ? plural('found', count) : '';
    more.hidden = count <= matches.length;
  };
  search.addEventListener('input', () => {
    most = SHOWN;
    clearTimeout(timer);
    timer = window.setTimeout(draw, PAUSE);
  });
  more.addEventListener('click', () => {
    most += SHOWN * 4;
    void draw();
  });
  void draw();
  const add = make('button', {
    type: 'button',
    id: 'add',
    className: 'primary',
    click: async () => (await editEntry(glossary)) && page.refresh({ focus: '#add' }),
  }, text('add_entry'));
  const bar = make('div', { className: 'bar' }, search, isFixed ? null : add);
  const empty = glossary.size === 0 && !isFixed ? make('p', { className: 'hint' }, text('no_entries')) : null;
  return [bar, empty, found, list, more];
}

/**
 * @param {Entry} entry
 * @param {StoredGlossary} glossary
 * @param {boolean} isFixed
 * @param {Page} page
 */
function entryRow(entry, glossary, isFixed, page) {
  const { id, term, definition, aliases = [], category } = entry;
  const labels = aliases.map((alias) => (typeof alias === 'string' ? alias : alias.label));
  return make(
    'li',
    {},
    make('div', { dir: 'auto' },
      make('b', {}, term), ' ',
      labels.length ? make('span', { className: 'aliases' }, labels.join(', ')) : null, ' ',
      category ? make('span', { className: 'category' }, category) : null,
      make('p', {}, definition)),
    isFixed ? null : make('button', {
      type: 'button',
      className: 'small',
      'aria-label': text('edit_named', term),
      title: text('edit_named', term),
      click: async () => (await editEntry(glossary, entry)) && page.refresh({ focus: '#search' }),
    }, icon('edit')),
    isFixed ? null : make('button', {
      type: 'button',
      className: 'small danger',
      'aria-label': text('delete_named', term),
      title: text('delete_named', term),
      click: async () => {
        if (!(await confirmed(text('delete_named', term)))) return;
        await changeEntry(glossary.id, { before: id });
        await page.refresh({ focus: '#search' });
      },
    }, icon('remove')),
  );
}

/**
 * Entries whose term, aliases or definition hold the words; chunk after chunk, so that the page stays quick.
 * @param {StoredGlossary} glossary
 * @param {string} query
 * @param {number} most
 * @param {() => boolean} isOver
 * @returns {Promise<{matches: Entry[], count: number}>}
 */
async function findEntries(glossary, query, most, isOver) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  /** @type {Entry[]} */
  const matches = [];
  let count = 0;
  for await (const chunk of eachChunk(glossary)) {
    if (isOver()) break;
    if (!words.length) {
      matches.push(...chunk.slice(0, most - matches.length));
      count = glossary.file === undefined ? glossary.size : chunk.length;
      if (matches.length >= most) break;
      continue;
    }
    for (const entry of chunk) {
      const hay = fold(`${entry.term}\n${JSON.stringify(entry.aliases ?? '')}\n${entry.definition}`);
      if (!words.every((word) => hay.includes(word))) continue;
      count += 1;
      if (matches.length < most) matches.push(entry);
    }
  }
  return { matches, count };
}

/** @param {string} text */
const fold = (text) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();

/** The glossary as a file in the published format. @param {StoredGlossary} glossary */
async function download(glossary) {
  const { name, language } = glossary;
  const parts = [`{"name": ${JSON.stringify(name)}, "language": ${JSON.stringify(language)}, "entries": [`];
  let first = true;
  for await (const chunk of eachChunk(glossary)) {
    if (!chunk.length) continue;
    parts.push(`${first ? '' : ','}\n${chunk.map((entry) => JSON.stringify(entry)).join(',\n')}`);
    first = false;
  }
  parts.push('\n]}\n');
  const url = URL.createObjectURL(new Blob(parts, { type: 'application/json' }));
  make('a', { href: url, download: `${name.replace(/[^\p{L}\p{N}]+/gu, '-') || 'glossary'}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  say(text('exported', number(glossary.size)));
}
