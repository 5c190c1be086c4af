/** @file The live blog in React. */
import { createElement as h, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expose, sentence, start, tabText } from './model.js';

/** @typedef {import('./model.js').State} State */

function App() {
  const [state, setState] = useState(start);
  useEffect(() => expose(setState), []);
  return h(
    'article',
    null,
    h('p', null, sentence(state)),
    h('p', null, 'Since ', state.count, ' a ', state.shout ? h('b', null, 'BLOCKCHAIN') : 'blockchain', ' of ', state.count, '.'),
    h('ul', null, state.posts.map(({ id, text }) => h('li', { key: id }, text))),
    state.tab === 'first' ? h('p', { key: 'first' }, tabText(state)) : h('p', { key: 'second' }, tabText(state)),
  );
}

createRoot(/** @type {Element} */ (document.querySelector('#app'))).render(h(App));
