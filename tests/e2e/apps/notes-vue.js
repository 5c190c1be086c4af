/** @file The notes in Vue, and its tests by `nextTick`. */
import { computed, createApp, defineComponent, h, nextTick, ref } from 'vue';
import { ABOUT, expose, preview, sorted, start, summary } from './notes.js';

const Notes = defineComponent(() => {
  const notes = ref(start());
  const draft = ref('');
  const isOpen = ref(false);
  const done = computed(() => summary(notes.value));
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    notes.value.push({ id: Date.now(), text: draft.value, isDone: false });
    draft.value = '';
  };
  return () =>
    h('article', [
      h('p', { role: 'status' }, done.value),
      h('form', { onSubmit: add }, [
        h('input', { 'aria-label': 'Note', value: draft.value, onInput: (/** @type {any} */ { target }) => (draft.value = target.value) }),
        h('button', 'Add'),
      ]),
      h('p', { class: 'preview' }, preview(draft.value)),
      h('ul', notes.value.map((note) =>
        h('li', { key: note.id }, [
          h('input', { type: 'checkbox', 'aria-label': `Done: ${note.text}`, checked: note.isDone, onChange: () => (note.isDone = !note.isDone) }),
          h('span', note.text),
          h('button', { 'aria-label': `Remove ${note.text}`, onClick: () => notes.value.splice(notes.value.indexOf(note), 1) }, 'Remove'),
        ]),
      )),
      h('button', { onClick: () => (notes.value = sorted(notes.value)) }, 'Sort'),
      h('button', { 'aria-expanded': isOpen.value, onClick: () => (isOpen.value = !isOpen.value) }, 'About'),
      isOpen.value ? h('section', { 'aria-label': 'About' }, [h('p', ABOUT)]) : null,
    ]);
});

expose(async (container) => {
  const app = createApp(Notes);
  app.mount(container);
  let isMounted = true;
  return {
    root: container,
    async act(change) {
      change();
      await nextTick();
    },
    unmount() {
      if (isMounted) app.unmount();
      isMounted = false;
    },
  };
});
