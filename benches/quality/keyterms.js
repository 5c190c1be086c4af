/**
 * @file How many of the terms that an article's readers would name are among those that the glossary is said to lack: F1 of the first ten, by stems, beside the
 * words that come most often. The glossary is as good as empty, so all terms are missing. The weights were chosen on every other article; the others are held out.
 */
import { Glossary } from '../../www/host/index.js';
import { isMissing, KEY_TERMS, keyTermSets, keyTerms } from './corpora.js';
import { meanOf, scoreOf } from './score.js';
import { stems } from './stem.js';

/** @typedef {import('./score.js').Score} Score */

const MOST = 10;

/** Words that the baseline leaves out. */
const STOP = new Set(
  ('the of and to in is it that was for on are as with his they at be this from have or by but not he she we has had an which will its about above after again ' +
    'against also although among another around because been before being between both could does down during each even ever every further having here however into ' +
    'just like made make many might more most much must never only other over said same says should since some still such than their them then there these those ' +
    'through under until upon very well were what when where whether while within without would your you who how can may all any new one two our out up so if no do').split(' '),
);

/** @param {Iterable<string>} phrases @param {Set<string>} wanted @returns {Score} */
function scoreFirst(phrases, wanted) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const phrase of phrases) if (found.size < MOST) found.add(stems(phrase).join(' '));
  return scoreOf([...found].filter((phrase) => wanted.has(phrase)).length, found.size, wanted.size);
}

/** The words of a text that come most often. @param {string} text */
function frequent(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}_]+/gu)) {
    if (word.length > 2 && !STOP.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/**
 * @param {Iterable<import('./corpora.js').KeyTermDocument>} documents
 * @returns {Promise<{ours: Score, frequent: Score}[]>}
 */
export async function measureKeyTerms(documents) {
  const glossary = await Glossary.load({ entries: [{ term: 'no such term', definition: 'none' }] });
  const results = [];
  for (const { text, terms } of documents) {
    const wanted = new Set(terms.map((term) => stems(term).join(' ')).filter(Boolean));
    const ours = glossary.analyze(text).suggestions.map((suggestion) => suggestion.text);
    results.push({ ours: scoreFirst(ours, wanted), frequent: scoreFirst(frequent(text), wanted) });
  }
  glossary.free();
  return results;
}

export async function reportKeyTerms() {
  const missing = isMissing('keyterms');
  if (missing) return console.log(`skipped: ${missing}`);
  for (const set of keyTermSets()) {
    const results = await measureKeyTerms(keyTerms(set));
    // Of the others, the first 400 texts were looked at when the share of phrases was chosen (docs/analysis.md).
    const halves = set === KEY_TERMS ? [results, results.filter((_, index) => index % 2 === 0), results.filter((_, index) => index % 2 === 1)] : [results];
    const line = (/** @type {string} */ name, /** @type {'ours' | 'frequent'} */ who) =>
      `  ${name.padEnd(16)}${halves.map((half) => meanOf(half.map((result) => result[who])).f1.toFixed(3)).join('  ')}`;
    console.log(`keyterms (${set}, ${results.length} articles): F1 of the first ${MOST} suggestions, by stems`);
    console.log([`  ${''.padEnd(16)}${set === KEY_TERMS ? 'all    tuned  held out' : 'all'}`, line('Glossator', 'ours'), line('most frequent', 'frequent')].join('\n'));
  }
}
