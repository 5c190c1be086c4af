/**
 * @file What is looked for: the labels of the built-in glossary, and lists of any length, some of which the generated page has.
 */
import { pick, pickEarly, randomFrom } from './random.js';
import { adjectives, nouns } from './vocabulary.js';

/** @typedef {import('../www/host/types.js').GlossaryData} GlossaryData */

/** Another one than the page's: lists and page shall share words, not their order. */
const SEED = 4_711;

/** Parts of invented words: names of companies and techniques that no page has, and that begin in many different ways. */
const SYLLABLES = 'al bor cen dra el fin gor hal ix jun kel lor mar nex or pra quil ras sto tel um ver wix yor zen tri pho sku bla'.split(' ');

/** Every so-manyth term is made of two words of the page's vocabulary, so that some of them are there. */
const FROM_PAGE = 4;

/**
 * @param {GlossaryData} glossary
 * @returns {string[]} each label once, in the file's order
 */
export function labelsOf({ entries }) {
  const labels = entries.flatMap(({ term, aliases = [] }) => [term, ...aliases.map((alias) => (typeof alias === 'string' ? alias : alias.label))]);
  return [...new Set(labels)];
}

/**
 * @param {number} count
 * @returns {string[]} different terms; a longer list begins with the shorter ones
 */
export function makeTerms(count) {
  const random = randomFrom(SEED);
  const invented = () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES, random)).join('');
  /** @type {Set<string>} */
  const terms = new Set();
  for (let turn = 0; terms.size < count; turn += 1) {
    if (turn % FROM_PAGE === 0) terms.add(`${pickEarly(adjectives, random)} ${pickEarly(nouns, random)}`);
    else terms.add(random() < 0.5 ? invented() : `${invented()} ${pick(nouns, random)}`);
  }
  return [...terms];
}

/**
 * A glossary of plain entries, everything by default.
 * @param {readonly string[]} terms
 * @param {string} [language]
 * @returns {GlossaryData}
 */
export function glossaryOf(terms, language = 'en') {
  return { language, entries: terms.map((term, index) => ({ id: `t${index}`, term, definition: `What “${term}” means.` })) };
}
