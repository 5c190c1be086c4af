/** @file What the components for frameworks are given, one thing behind the other, by the pages that test them. */

const wasm = '/host/wasm/glossator_bg.wasm';
const entries = [{ term: 'blockchain', definition: 'A ledger.' }];

/** The names of what `app.act()` takes. @type {Record<string, any>} */
export const OPTIONS = {
  absent: { wasm, sidebar: false, glossary: '/pages/absent.json' },
  misspelt: { wasm, sidebar: false, glossary: { entries }, occurences: 'all' },
  good: { wasm, sidebar: false, glossary: { entries } },
  none: null,
};

export const TEXT = 'A blockchain is kept by many, and no blockchain by one.';

/** @param {(options: any) => void} set */
export function expose(set) {
  Object.assign(globalThis, { app: { act: (/** @type {string} */ name) => set(OPTIONS[name]) } });
}
