/** @file The live blog in Vue. */
import { createApp, h, shallowRef } from 'vue';
import { expose, sentence, start, tabText } from './model.js';

const state = shallowRef(start());
createApp({
  render: () =>
    h('article', [
      h('p', sentence(state.value)),
      h('p', ['Since ', `${state.value.count}`, ' a ', state.value.shout ? h('b', 'BLOCKCHAIN') : 'blockchain', ` of ${state.value.count}.`]),
      h('ul', state.value.posts.map(({ id, text }) => h('li', { key: id }, text))),
      h('p', { key: state.value.tab }, tabText(state.value)),
    ]),
}).mount('#app');
expose((next) => (state.value = next));
