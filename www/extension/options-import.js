/**
 * @file The import dialog: where from, a preview, and how far it is. The work is done in a worker (`importer.js`), which is ended with the dialog.
 *
 * @typedef {import('./importer.js').Order} Order
 * @typedef {import('../formats/columns.js').Mapping} Mapping
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { get, intervalOptions, languageOptions, make, say } from './elements.js';
import { FIELDS } from '../formats/columns.js';
import { listGlossaries } from './store.js';
import { number, plural, text } from './text.js';
import { originOf } from './updates.js';

/** @param {string} name @returns {HTMLInputElement & HTMLSelectElement} */
const field = (name) => get(`#import-dialog [name="${name}"]`);

/**
 * @param {{file?: File | undefined, done: (glossary: StoredGlossary) => unknown}} how
 */
export async function openImport({ file, done }) {
  const dialog = /** @type {HTMLDialogElement} */ (get('#import-dialog'));
  if (dialog.open) return;
  const form = /** @type {HTMLFormElement} */ (get('form', dialog));
  const fileInput = /** @type {HTMLInputElement} */ (get('[type="file"]', dialog));
  const error = get('.error', dialog);
  const life = new AbortController();
  const { signal } = life;
  const worker = new Worker('importer.js', { type: 'module' });
  const own = (await listGlossaries()).filter((glossary) => glossary.file === undefined && !glossary.source);
  /** @type {any} what the worker has read */
  let read;
  /** @type {StoredGlossary['source']} */
  let source;
  let step = 'source';

  /** @param {Order} order @returns {Promise<any>} */
  const ask = (order) =>
    new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message || 'the worker failed'));
      worker.onmessage = ({ data }) => {
        if (data.is === 'progress') showProgress(data);
        else if (data.is === 'error') reject(new Error(data.message));
        else resolve(data);
      };
      worker.postMessage(order);
    });

  /** @param {string} next */
  const go = (next) => {
    step = next;
    error.textContent = '';
    if (next === 'source') get('.count', dialog).textContent = '';
    for (const part of dialog.querySelectorAll('.step')) /** @type {HTMLElement} */ (part).hidden = /** @type {HTMLElement} */ (part).dataset['step'] !== next;
    get('[value="back"]', dialog).hidden = next !== 'preview';
    const button = get('[value="next"]', dialog);
    button.hidden = next === 'progress';
    button.textContent = text(next === 'preview' ? 'import' : 'continue');
    // A field that is not shown must not hold up the others.
    field('name').required = next === 'preview' && !target();
  };

  /** @param {unknown} problem @param {string} [back] */
  const fail = (problem, back = step) => {
    if (signal.aborted) return;
    go(back);
    error.textContent = problem instanceof Error ? problem.message : String(problem);
  };

  /** @param {{done: number, total: number}} how */
  const showProgress = ({ done: count, total }) => {
    const bar = /** @type {HTMLProgressElement} */ (get('progress', dialog));
    bar.value = total ? count / total : 0;
    // Each entry is counted twice: checked, then written.
    get('.doing', dialog).textContent = text(count * 2 <= total ? 'checking' : 'writing', number(Math.ceil(total / 2)));
  };

  const mapping = () => {
    /** @type {Mapping} */
    const made = { heading: field('heading').checked, columns: { ...read.mapping.columns } };
    for (const name of FIELDS) made.columns[name] = Number(/** @type {HTMLSelectElement | null} */ (dialog.querySelector(`[name="column-${name}"]`))?.value ?? -1);
    return read.kind === 'table' ? made : read.mapping;
  };
  const target = () => own.find(({ id }) => id === field('into').value);

  const preview = async () => {
    const { count, leftOut, sample, conflicts, conflicting, same } = await ask({ do: 'preview', mapping: mapping(), target: target() });
    if (signal.aborted) return;
    const says = [plural('entries', count), leftOut ? plural('left_out', leftOut) : '', same ? plural('there_already', same) : ''];
    get('.count', dialog).textContent = says.filter(Boolean).join(' · ');
    for (const part of dialog.querySelectorAll('.named')) /** @type {HTMLElement} */ (part).hidden = target() !== undefined;
    field('name').required = !target();
    const box = get('.conflicts', dialog);
    box.hidden = !conflicting;
    get('legend', box).textContent = plural('conflicts', conflicting);
    get('dl', box).replaceChildren(
      ...conflicts.flatMap((/** @type {{term: string, before: string, after: string}} */ { term, before, after }) => [
        make('dt', { dir: 'auto' }, term),
        make('dd', { dir: 'auto' }, make('del', {}, before), make('ins', {}, after)),
      ]),
    );
    get('.sample', dialog).replaceChildren(
      ...sample.map((/** @type {any} */ item) => make('li', { dir: 'auto' }, make('b', {}, String(item?.term ?? '')), make('span', {}, String(item?.definition ?? '')))),
    );
    /** @type {HTMLButtonElement} */ (get('[value="next"]', dialog)).disabled = count === 0;
  };

  /** @param {Blob | string} given @param {string} name */
  const look = async (given, name) => {
    go('progress');
    get('.doing', dialog).textContent = text('reading');
    get('progress', dialog).removeAttribute('value');
    read = await ask({ do: 'read', source: given });
    if (signal.aborted) return;
    field('name').value = read.name || name || text('my_glossary');
    field('language').replaceChildren(...languageOptions(read.language || text('language').slice(0, 2)));
    field('into').replaceChildren(make('option', { value: '' }, text('new_glossary')), ...(source ? [] : own.map(({ id, name: label }) => make('option', { value: id }, label))));
    field('heading').checked = read.mapping.heading;
    get('.mapping', dialog).hidden = read.kind !== 'table' || Boolean(source);
    const columns = Array.from({ length: read.width }, (_, column) => read.heads[column]?.trim().slice(0, 40) || text('column_number', number(column + 1)));
    get('.columns', dialog).replaceChildren(
      ...FIELDS.map((name) =>
        make('label', { className: 'field' }, make('span', {}, text(`field_${name}`)), make(
          'select',
          { name: `column-${name}` },
          make('option', { value: '-1' }, '–'),
          ...columns.map((label, column) => make('option', { value: String(column), selected: read.mapping.columns[name] === column }, label)),
        )),
      ),
    );
    await preview();
    if (signal.aborted) return;
    go('preview');
    // Its description is what was found.
    get('[value="next"]', dialog).focus();
  };

  const fetchAddress = async (/** @type {string} */ url) => {
    // First of all: the browser's question needs the click.
    if (!(await chrome.permissions.request({ origins: [originOf(url)] }))) throw new Error(text('no_permission'));
    go('progress');
    get('.doing', dialog).textContent = text('reading');
    get('progress', dialog).removeAttribute('value');
    const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const hours = Number(field('hours').value);
    const etag = response.headers.get('etag');
    source = hours ? { url, hours, checked: Date.now(), ...(etag && { etag }) } : undefined;
    await look(await response.blob(), new URL(url).pathname.split('/').at(-1)?.replace(/\.\w+$/, '') ?? '');
  };

  const write = async () => {
    const into = target();
    go('progress');
    const about = into
      ? { id: into.id, language: into.language }
      : { id: crypto.randomUUID(), name: field('name').value.trim(), language: field('language').value, ...(source && { source }) };
    const how = /** @type {'keep' | 'replace' | 'both'} */ (/** @type {HTMLInputElement} */ (get('[name="how"]:checked', dialog)).value);
    const { glossary } = await ask({ do: 'write', mapping: mapping(), target: into, about, how });
    dialog.close();
    say(plural('imported', glossary.size));
    await done(glossary);
  };

  const next = async () => {
    if (step === 'preview') return write().catch((problem) => fail(problem, 'preview'));
    const paste = field('paste').value;
    const address = field('address').value.trim();
    const given = fileInput.files?.[0];
    source = undefined;
    const work = address ? fetchAddress(address) : given ? look(given, given.name.replace(/\.\w+$/, '')) : paste.trim() ? look(paste, '') : Promise.reject(new Error(text('nothing_chosen')));
    return work.catch((problem) => fail(problem, 'source'));
  };

  form.reset();
  field('hours').replaceChildren(...intervalOptions(0));
  go('source');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void next();
  }, { signal });
  get('[value="cancel"]', dialog).addEventListener('click', () => dialog.close(), { signal });
  get('[value="back"]', dialog).addEventListener('click', () => {
    /** @type {HTMLButtonElement} */ (get('[value="next"]', dialog)).disabled = false;
    go('source');
  }, { signal });
  fileInput.addEventListener('change', () => void next(), { signal });
  form.addEventListener('change', ({ target: changed }) => {
    if (step === 'preview' && /** @type {HTMLElement} */ (changed).matches('.mapping *, [name="into"]')) void preview().catch(fail);
  }, { signal });
  dialog.addEventListener('close', () => {
    life.abort();
    worker.terminate();
  }, { signal });
  dialog.showModal();
  if (file) void look(file, file.name.replace(/\.\w+$/, '')).catch((problem) => fail(problem, 'source'));
}
