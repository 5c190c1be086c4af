/**
 * @file Makes a long news page: the same one on every run. Prose with curly quotes, headings, links and emphasis, with the
 * terms of a glossary about as often as a news article on its subject has them.
 */
import { pick, pickEarly, randomFrom } from './random.js';
import { adjectives, conjunctions, determiners, names, nouns, openers, prepositions, verbs } from './vocabulary.js';

/** Fixed, so that two runs measure the same page. */
const SEED = 20_211_231;

// How often something happens, as a part of 1. With these a page of 500,000 code units has about 7,100 text nodes, as many as
// a long encyclopedia article of that length.
const TERM = 0.07;
const NAME = 0.06;
const ADJECTIVE = 0.45;
const INLINE = 0.093;
const LINK_OF_INLINE = 0.6;
const QUOTE = 0.12;
const OPENER = 0.2;
const SECOND_CLAUSE = 0.4;
const POSSESSIVE = 0.3;
const DASH = 0.05;

const SENTENCES_PER_PARAGRAPH = [3, 8];
const PARAGRAPHS_PER_SECTION = [4, 9];

class Writer {
  /** @param {readonly string[]} terms  what a noun phrase may be instead */
  constructor(terms) {
    this.random = randomFrom(SEED);
    this.terms = terms;
    /** Code units of text so far, markup and the white space between blocks not counted. */
    this.units = 0;
  }

  /** @param {number} part */
  happens(part) {
    return this.random() < part;
  }

  /** @param {readonly number[]} range  both ends included */
  between([least = 0, most = 0]) {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  nounPhrase() {
    const { random } = this;
    if (this.terms.length > 0 && this.happens(TERM)) return pickEarly(this.terms, random);
    if (this.happens(NAME)) return this.happens(POSSESSIVE) ? `${pick(names, random)}’s ${pickEarly(nouns, random)}` : pick(names, random);
    const noun = pickEarly(nouns, random);
    const phrase = this.happens(ADJECTIVE) ? `${pickEarly(adjectives, random)} ${noun}` : noun;
    const determiner = pick(determiners, random);
    return `${determiner === 'a' && /^[aeiou]/.test(phrase) ? 'an' : determiner} ${phrase}`;
  }

  /** A noun phrase, perhaps in an inline element. */
  marked() {
    const phrase = escape(this.nounPhrase());
    if (!this.happens(INLINE)) return phrase;
    if (this.happens(LINK_OF_INLINE)) return `<a href="#top">${phrase}</a>`;
    return this.happens(0.5) ? `<em>${phrase}</em>` : `<strong>${phrase}</strong>`;
  }

  clause() {
    const { random } = this;
    return `${this.marked()} ${pickEarly(verbs, random)} ${this.marked()} ${pick(prepositions, random)} ${this.marked()}`;
  }

  sentence() {
    const { random } = this;
    let text = this.clause();
    if (this.happens(OPENER)) text = `${pick(openers, random)}, ${text}`;
    if (this.happens(SECOND_CLAUSE)) text += `${this.happens(DASH) ? ' –' : ','} ${pick(conjunctions, random)} ${this.clause()}`;
    text = capitalise(text);
    return this.happens(QUOTE) ? `“${text},” ${pick(names, random)} said.` : `${text}.`;
  }

  /** @param {string} tag @param {string} content */
  block(tag, content) {
    this.units += content.replace(/<[^>]*>/g, '').replace(/&amp;/g, '&').length;
    return `<${tag}>${content}</${tag}>\n`;
  }

  paragraph() {
    const sentences = Array.from({ length: this.between(SENTENCES_PER_PARAGRAPH) }, () => this.sentence());
    return this.block('p', sentences.join(' '));
  }

  heading() {
    return this.block('h2', capitalise(`${escape(this.nounPhrase())} and ${escape(this.nounPhrase())}`));
  }
}

/**
 * @param {object} options
 * @param {number} options.units  code units of text, markup not counted; the page has a paragraph more at most
 * @param {readonly string[]} options.terms  strewn into the prose, the first ones most often
 * @returns {string} HTML of one `<article>`
 */
export function makePage({ units, terms }) {
  const writer = new Writer(terms);
  const blocks = [writer.block('h1', 'The harbour, the market and the long year')];
  while (writer.units < units) {
    for (let left = writer.between(PARAGRAPHS_PER_SECTION); left > 0 && writer.units < units; left -= 1) blocks.push(writer.paragraph());
    blocks.push(writer.heading());
  }
  return `<article>\n${blocks.join('')}</article>\n`;
}

/** @param {string} text */
const escape = (text) => text.replace(/&/g, '&amp;');

/** The first letter, be it in an element. @param {string} html */
const capitalise = (html) => html.replace(/^((?:<[^>]*>)*)(\p{Ll})/u, (_, tags, letter) => tags + letter.toUpperCase());
