/** @file The notes in React, and its tests by `act`. */
import { act, createElement as h, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ABOUT, expose, preview, sorted, start, summary } from './notes.js';

function Notes() {
  const [notes, setNotes] = useState(start);
  const [draft, setDraft] = useState('');
  const [isOpen, setOpen] = useState(false);
  const done = useMemo(() => summary(notes), [notes]);
  const add = (/** @type {import('react').FormEvent} */ event) => {
    event.preventDefault();
    setNotes([...notes, { id: Date.now(), text: draft, isDone: false }]);
    setDraft('');
  };
  return h(
    'article',
    null,
    h('p', { role: 'status' }, done),
    h('form', { onSubmit: add }, h('input', { 'aria-label': 'Note', value: draft, onChange: (event) => setDraft(event.target.value) }), h('button', null, 'Add')),
    h('p', { className: 'preview' }, preview(draft)),
    h('ul', null, notes.map((note) =>
      h(
        'li',
        { key: note.id },
        h('input', {
          type: 'checkbox',
          'aria-label': `Done: ${note.text}`,
          checked: note.isDone,
          onChange: () => setNotes(notes.map((other) => (other === note ? { ...note, isDone: !note.isDone } : other))),
        }),
        h('span', null, note.text),
        h('button', { 'aria-label': `Remove ${note.text}`, onClick: () => setNotes(notes.filter((other) => other !== note)) }, 'Remove'),
      ),
    )),
    h('button', { onClick: () => setNotes(sorted(notes)) }, 'Sort'),
    h('button', { 'aria-expanded': isOpen, onClick: () => setOpen(!isOpen) }, 'About'),
    isOpen && h('section', { 'aria-label': 'About' }, h('p', null, ABOUT)),
  );
}

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

expose(async (container) => {
  const root = createRoot(container);
  await act(async () => root.render(h(Notes)));
  return {
    root: container,
    act: (change) => act(async () => change()),
    unmount: () => act(() => root.unmount()),
  };
});
