/**
 * @file Automata from npm, on the page's text in lower case. They search strings; case, word boundaries and what looks the
 * same are left to whoever calls them, unless a row says otherwise.
 */
import { loadWasm } from '../www/host/engine.js';
import { pageOf } from './corpus.js';
import { factsOf, host } from './facts.js';
import { textOf } from './floor.js';
import { freshPage } from './fresh.js';
import { measure } from './measure.js';
import { inWasm } from './ours.js';
import { glossaryOf, makeTerms } from './terms.js';

/**
 * @typedef {import('./in-page.js').Group} Group
 * @typedef {import('./measure.js').Way} Way
 */

/** Where `run.js` puts the bundle of `npm-peers.js`. */
const BUNDLE = '/npm-peers/npm-peers.js';

/**
 * @param {{terms: number}} request
 * @returns {Promise<Group>}
 */
export async function measureAutomata({ terms }) {
  await loadWasm();
  /** @type {typeof import('./npm-peers.js')} */
  const { Ahocorasick, Modern, MonyoneFast, MonyoneGreedy } = await import(BUNDLE);
  const html = await pageOf('large');
  const labels = makeTerms(terms);
  const lower = textOf(freshPage(host(), html)).toLowerCase();
  host().replaceChildren();
  const paragraphs = lower.split('\n');
  // As long as before, so that all find at the same places.
  const ascii = lower.replace(/[^\0-\x7f]/g, "'");
  const modern = new Modern(labels);
  const bounded = new Modern(labels, { boundary: 'unicode' });
  const fast = new MonyoneFast(labels);
  const greedy = new MonyoneGreedy(labels);
  const classic = new Ahocorasick(labels);
  /** @type {Way[]} */
  const ways = [
    ...(await inWasm(html, host(), glossaryOf(labels))).slice(0, 1),
    { name: 'modern-ahocorasick 3: count', note: 'every substring; text made ASCII', run: () => modern.count(ascii) },
    {
      name: 'modern-ahocorasick 3: search',
      note: 'leftmost-longest, whole words; text made ASCII',
      run: () => bounded.search(ascii, { strategy: 'leftmost-longest' }).length,
    },
    {
      name: 'modern-ahocorasick 3: search, by paragraph',
      note: 'leftmost-longest, whole words; text as it is',
      run: () => paragraphs.reduce((sum, text) => sum + bounded.search(text, { strategy: 'leftmost-longest' }).length, 0),
    },
    { name: '@monyone/aho-corasick 1: fast', note: 'every substring', run: () => fast.matchInText(lower).length },
    { name: '@monyone/aho-corasick 1: greedy', note: 'leftmost-longest substrings', run: () => greedy.matchInText(lower).length },
    { name: 'ahocorasick 1: search', note: 'every end of a substring; the ends only', run: () => classic.search(lower).length },
  ];
  return { facts: factsOf(html), terms, results: await measure(ways, host()) };
}
