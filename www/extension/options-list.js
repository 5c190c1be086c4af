/**
 * @file The list of glossaries: which is shown, on or off, and their order, by dragging or by the arrow keys on the handle.
 *
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 */

import { get, icon, make, say } from './elements.js';
import { changeGlossary, orderGlossaries } from './store.js';
import { number, plural, text } from './text.js';

/**
 * @param {StoredGlossary[]} glossaries
 * @param {string | undefined} chosen
 * @param {{choose: (id: string) => unknown, refresh: (how?: {focus?: string}) => Promise<unknown>}} to
 */
export function showList(glossaries, chosen, { choose, refresh }) {
  const list = get('#list');

  /** @param {string} id @param {number} place @param {string} [focus] */
  const move = async (id, place, focus) => {
    const ids = glossaries.map((glossary) => glossary.id);
    const from = ids.indexOf(id);
    if (from < 0 || place < 0 || place >= ids.length || place === from) return;
    ids.splice(place, 0, ...ids.splice(from, 1));
    await orderGlossaries(ids);
    await refresh(focus ? { focus } : {});
    say(text('moved', [glossaries[from]?.name ?? '', number(place + 1), number(ids.length)]));
  };

  const rows = glossaries.map(({ id, name, enabled, size, file, sites, problem, source }, place) => {
    const about = [
      file === undefined ? plural('entries', size) : text('built_in'),
      source ? text('subscribed') : '',
      sites.join(', '),
    ];
    const handle = make(
      'button',
      {
        type: 'button',
        className: 'handle',
        'aria-label': text('move_named', name),
        'aria-describedby': 'order-hint',
        'data-handle': id,
        keydown: (/** @type {KeyboardEvent} */ event) => {
          const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
          if (!step) return;
          event.preventDefault();
          void move(id, place + step, `[data-handle="${CSS.escape(id)}"]`);
        },
      },
      icon('hold'),
    );
    const row = make(
      'li',
      { draggable: true, className: id === chosen ? 'chosen' : '', 'data-id': id },
      handle,
      make(
        'button',
        { type: 'button', className: 'open', 'aria-current': id === chosen ? 'true' : undefined, click: () => choose(id) },
        make('b', { dir: 'auto' }, name || text('unnamed')),
        make('span', { className: problem ? 'problem' : '' }, problem ? text('has_problem') : about.filter(Boolean).join(' · ')),
      ),
      make('input', {
        type: 'checkbox',
        role: 'switch',
        checked: enabled,
        'aria-label': text('use_named', name),
        change: async (/** @type {Event} */ { target }) => {
          await changeGlossary(id, { enabled: /** @type {HTMLInputElement} */ (target).checked, ...(file !== undefined && { problem: '' }) });
          await refresh({ focus: `[data-id="${CSS.escape(id)}"] [role="switch"]` });
        },
      }),
    );
    row.addEventListener('dragstart', (event) => {
      event.dataTransfer?.setData('application/x-glossary', id);
      row.classList.add('dragged');
    });
    row.addEventListener('dragend', () => row.classList.remove('dragged'));
    row.addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('application/x-glossary')) return;
      event.preventDefault();
      row.classList.add('over');
    });
    row.addEventListener('dragleave', () => row.classList.remove('over'));
    row.addEventListener('drop', (event) => {
      row.classList.remove('over');
      const moved = event.dataTransfer?.getData('application/x-glossary');
      if (!moved) return;
      event.preventDefault();
      event.stopPropagation();
      void move(moved, place);
    });
    return row;
  });
  list.replaceChildren(...rows);
}
