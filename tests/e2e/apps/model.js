/** @file What the applications of the tests show, whatever they are written in: a small live blog. */

/** @typedef {{count: number, posts: {id: number, text: string}[], tab: 'first' | 'second', shout: boolean}} State */

/** @returns {State} */
export const start = () => ({
  count: 1,
  posts: [{ id: 2, text: 'A second post about a blockchain.' }, { id: 1, text: 'A first post: the Metaverse.' }],
  tab: 'first',
  shout: false,
});

/** @type {Record<string, (state: State) => State>} */
export const actions = {
  tick: (state) => ({ ...state, count: state.count + 1 }),
  post: (state) => ({ ...state, posts: [{ id: state.posts.length + 1, text: `Post ${state.posts.length + 1} on cloud computing and the Metaverse.` }, ...state.posts] }),
  drop: (state) => ({ ...state, posts: state.posts.slice(0, -1) }),
  turn: (state) => ({ ...state, posts: [...state.posts].reverse() }),
  edit: (state) => ({ ...state, posts: state.posts.map((post, i) => (i ? post : { ...post, text: `${post.text} Edited: blockchain!` })) }),
  tab: (state) => ({ ...state, tab: state.tab === 'first' ? 'second' : 'first' }),
  shout: (state) => ({ ...state, shout: !state.shout }),
};

/** @param {State} state */
export const sentence = ({ count }) => `The blockchain has ${count} blocks; the Metaverse has ${count} worlds.`;

/** @param {State} state */
export const tabText = ({ tab }) => (tab === 'first' ? 'The first tab tells of the CSRC.' : 'The second tab tells of VR and the CSRC.');

/** @param {State} state  @returns {string[]} the text of each paragraph and list item, in order */
export const texts = (state) => [
  sentence(state),
  `Since ${state.count} a ${state.shout ? 'BLOCKCHAIN' : 'blockchain'} of ${state.count}.`,
  ...state.posts.map(({ text }) => text),
  tabText(state),
];

/**
 * What a test drives: `app.act('tick')`, `app.texts()`.
 * @param {(state: State) => void} show  of the framework
 */
export function expose(show) {
  let state = start();
  const app = {
    /** @param {string} name */
    act(name) {
      state = /** @type {(state: State) => State} */ (actions[name])(state);
      show(state);
    },
    texts: () => texts(state),
    shown: () => [...document.querySelectorAll('#app p, #app li')].map((element) => element.textContent ?? ''),
  };
  Object.defineProperty(globalThis, 'app', { value: app, configurable: true });
}
