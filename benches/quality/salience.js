/**
 * @file Are the terms that come first those that an article's readers would name? The glossary has everything that readers of any of the articles named, so most of what it finds is beside the
 * point of this one. Precision of the first five terms, beside the same terms by how often they come.
 */
import { Glossary } from '../../www/host/index.js';
import { halves } from './acronyms.js';
import { isMissing, KEY_TERMS, keyTermSets, keyTerms } from './corpora.js';

const FIRST = 5;

/** UTF-16 code units: a few of the other sets have whole sentences among their keys. */
const LONGEST = 100;

/** Of one article: the share of its first terms that its readers named. @typedef {{ours: number, frequent: number}} Shares */

/** @param {string} phrase  as it is compared */
const keyOf = (phrase) => phrase.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * @param {import('./corpora.js').KeyTermDocument[]} documents
 * @returns {Promise<Shares[]>}
 */
export async function measureSalience(documents) {
  /** As it was written first. @type {Map<string, string>} */
  const terms = new Map();
  for (const term of documents.flatMap(({ terms }) => terms)) {
    const key = keyOf(term);
    if (key.length > 1 && key.length <= LONGEST && !terms.has(key)) terms.set(key, term.trim());
  }
  const keys = [...terms.keys()];
  const glossary = await Glossary.load({ language: 'en', entries: keys.map((key, n) => ({ id: `${n}`, term: terms.get(key) ?? '', definition: 'none' })) });
  const shares = documents.map(({ text, terms }) => {
    const named = new Set(terms.map(keyOf));
    const found = glossary.analyze(text, { title: text.split('\n', 1)[0] ?? '' }).terms;
    const share = (/** @type {typeof found} */ first) => first.slice(0, FIRST).filter(({ entry }) => named.has(keys[Number(entry)] ?? '')).length / FIRST;
    return { ours: share(found), frequent: share([...found].sort((a, b) => b.count - a.count || a.first - b.first)) };
  });
  glossary.free();
  return shares;
}

export async function reportSalience() {
  const missing = isMissing('keyterms');
  if (missing) return console.log(`skipped: ${missing}`);
  for (const set of keyTermSets()) {
    const shares = await measureSalience([...keyTerms(set)]);
    console.log(`salience (${set}, ${shares.length} articles, a glossary of all that was named): precision of the first ${FIRST} terms`);
    console.log(`  ${''.padEnd(10)}Glossator  most frequent`);
    // Nothing of salience was chosen by the other sets.
    /** @type {[string, Shares[]][]} */
    const parts = set === KEY_TERMS ? halves(shares) : [['held out', shares]];
    for (const [name, part] of parts) {
      const mean = (/** @type {keyof Shares} */ who) => (part.reduce((sum, one) => sum + one[who], 0) / part.length).toFixed(3);
      console.log(`  ${name.padEnd(10)}${mean('ours')}      ${mean('frequent')}`);
    }
  }
}
