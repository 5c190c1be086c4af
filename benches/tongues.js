/**
 * @file Pages and term lists in other languages, made as the English ones are. Nothing of it means anything; what counts is how
 * letters, spaces and marks follow one another.
 */
import { german } from './languages/german.js';
import { japanese } from './languages/japanese.js';
import { russian } from './languages/russian.js';
import { makePage } from './page.js';
import { pickEarly, randomFrom } from './random.js';
import { makeTerms } from './terms.js';

/**
 * @typedef {() => number} Random
 * @typedef {object} Tongue
 * @property {string} language  BCP 47
 * @property {string} name
 * @property {string} between  what separates sentences
 * @property {(random: Random) => string} phrase
 * @property {(random: Random, phrase: () => string) => string} clause
 * @property {(random: Random, clause: () => string) => string} sentence
 * @property {(random: Random) => string} knownTerm  of words that the page has
 * @property {(random: Random) => string} newTerm  of words that it has not
 */

const PAGE_SEED = 20_220_101;
const TERM_SEED = 1_868;

/** As in the English page and list. */
const TERM = 0.07;
const FROM_PAGE = 4;
const SENTENCES = [3, 8];

/** 500 KB as UTF-16. */
const UNITS = 250_000;

/** All of the page's terms are of this list. */
const STREWN = 5_000;

/**
 * @param {Tongue} tongue
 * @param {number} count
 * @returns {string[]} different terms; a longer list begins with the shorter ones
 */
function termsIn({ knownTerm, newTerm }, count) {
  const random = randomFrom(TERM_SEED);
  /** @type {Set<string>} */
  const terms = new Set();
  for (let turn = 0; terms.size < count; turn += 1) terms.add(turn % FROM_PAGE === 0 ? knownTerm(random) : newTerm(random));
  return [...terms];
}

/**
 * @param {Tongue} tongue
 * @returns {string} HTML of one `<article>`
 */
function pageIn(tongue) {
  const random = randomFrom(PAGE_SEED);
  const terms = termsIn(tongue, STREWN);
  const phrase = () => (random() < TERM ? pickEarly(terms, random) : tongue.phrase(random));
  const clause = () => tongue.clause(random, phrase);
  const blocks = [];
  const [least = 0, most = 0] = SENTENCES;
  for (let units = 0; units < UNITS; ) {
    const length = least + Math.floor(random() * (most - least + 1));
    const paragraph = Array.from({ length }, () => tongue.sentence(random, clause)).join(tongue.between);
    units += paragraph.length;
    blocks.push(`<p>${paragraph}</p>\n`);
  }
  return `<article lang="${tongue.language}">\n${blocks.join('')}</article>\n`;
}

/** @typedef {{name: string, language: string, page: () => string, terms: (count: number) => string[]}} Corpus */

/** @type {Corpus[]} the first is what the others are compared to */
export const corpora = [
  { name: 'English', language: 'en', page: () => makePage({ units: UNITS, terms: makeTerms(STREWN) }), terms: makeTerms },
  ...[german, russian, japanese].map((tongue) => ({
    name: tongue.name,
    language: tongue.language,
    page: () => pageIn(tongue),
    terms: (/** @type {number} */ count) => termsIn(tongue, count),
  })),
];
