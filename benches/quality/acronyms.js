/**
 * @file The corpora about abbreviations, as texts with answers. What is tuned is tuned on the even documents; the odd ones are held out.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corpora } from './corpora.js';

/** @param {string} name */
const read = (name) => readFileSync(path.join(corpora, 'acronyms', name), 'utf8');

/**
 * A text with what is to be found in it.
 * @template Answer
 * @typedef {{text: string, wanted: Answer}} Case
 */

/**
 * Abstracts, each with pairs of a short and a long form.
 * @returns {Case<Set<string>>[]}  pairs as `short|long`
 */
export function med1250() {
  const records = read('med1250/MED1250_labeled').split('\n\n');
  return records.map((record) => {
    const lines = record.split('\n').slice(1);
    const pairs = lines.filter((line) => line.startsWith('  ')).map((line) => line.split('|').slice(0, 2));
    // A title and a text: two paragraphs.
    const text = lines.filter((line) => !line.startsWith('  ')).join('\n\n');
    return { text, wanted: new Set(pairs.map((pair) => pair.map((form) => form.trim()).join('|'))) };
  });
}

/** What stands without a space before it, and without one behind it, in a text that was taken apart. */
const NO_SPACE_BEFORE = new Set([')', ']', ',', '.', ';', ':', '?', '-', "'s"]);
const NO_SPACE_BEHIND = new Set(['(', '[', '-']);

/**
 * @typedef {object} Sentence
 * @property {string} text
 * @property {string[]} tokens
 * @property {number[]} starts  of the tokens in the text
 */

/**
 * Puts a text together that was taken apart, as people write it.
 * @param {string[]} tokens
 * @returns {Sentence}
 */
function join(tokens) {
  let text = '';
  /** @type {number[]} */
  const starts = [];
  tokens.forEach((token, index) => {
    const isGlued = index === 0 || NO_SPACE_BEFORE.has(token) || NO_SPACE_BEHIND.has(tokens[index - 1] ?? '');
    if (!isGlued) text += ' ';
    starts.push(text.length);
    text += token;
  });
  return { text, tokens, starts };
}

/**
 * The tokens that a stretch of the text touches, as `first-last`.
 * @param {Sentence} sentence
 * @param {{start: number, end: number}} span
 */
export function tokensOf({ tokens, starts }, { start, end }) {
  const touched = tokens.flatMap((token, index) => {
    const from = starts[index] ?? 0;
    return from < end && from + token.length > start ? [index] : [];
  });
  return `${touched[0]}-${touched.at(-1)}`;
}

/**
 * Sentences with all short and long forms as stretches of tokens.
 * @returns {(Sentence & {wanted: {short: Set<string>, long: Set<string>}})[]}
 */
export function sduIdentification() {
  const cases = /** @type {{tokens: string[], labels: string[]}[]} */ (JSON.parse(read('sdu-ai/dev.json')));
  return cases.map(({ tokens, labels }) => {
    const wanted = { short: new Set(), long: new Set() };
    labels.forEach((label, first) => {
      if (!label.startsWith('B-')) return;
      const kind = /** @type {'short' | 'long'} */ (label.slice(2));
      let last = first;
      while (labels[last + 1] === `I-${kind}`) last += 1;
      wanted[kind].add(`${first}-${last}`);
    });
    return { ...join(tokens), wanted };
  });
}

/** The folders of SDU at AAAI-22, shared task 1, and the languages of their texts. */
const EXTRACTION = /** @type {const} */ ({ danish: 'da', 'english/legal': 'en', 'english/scientific': 'en', french: 'fr', persian: 'fa', spanish: 'es', vietnamese: 'vi' });

/**
 * Paragraphs in several languages with all short and long forms as stretches of the text, as `start-end` in UTF-16 code units: those of dev.json and, where it is there, of train.json.
 * @returns {{name: string, language: string, cases: Case<{short: Set<string>, long: Set<string>}>[]}[]}  nothing where the folder is not there
 */
export function sduExtraction() {
  return Object.entries(EXTRACTION).flatMap(([name, language]) => {
    const files = ['dev.json', 'train.json'].map((file) => path.join('sdu-ae', name, file));
    const there = files.filter((file) => existsSync(path.join(corpora, 'acronyms', file)));
    const all = there.flatMap((file) => /** @type {{text: string, acronyms: Pair[], 'long-forms': Pair[]}[]} */ (JSON.parse(read(file))));
    const cases = all.map(({ text, acronyms, 'long-forms': longForms }) => {
      // They count characters.
      const units = [0];
      for (const character of text) units.push((units.at(-1) ?? 0) + character.length);
      const spans = (/** @type {Pair[]} */ pairs) => new Set(pairs.map(([start, end]) => `${units[start]}-${units[end]}`));
      return { text, wanted: { short: spans(acronyms), long: spans(longForms) } };
    });
    return cases.length > 0 ? [{ name, language, cases }] : [];
  });
}

/** @typedef {[start: number, end: number]} Pair */

/**
 * Sentences with one acronym whose meaning is to be told.
 * @returns {{senses: Record<string, string[]>, cases: (Sentence & {acronym: string, at: number, wanted: string})[]}}
 */
export function sduDisambiguation() {
  const cases = /** @type {{tokens: string[], acronym: number, expansion: string}[]} */ (JSON.parse(read('sdu-ad/dev.json')));
  return {
    senses: JSON.parse(read('sdu-ad/diction.json')),
    cases: cases.map(({ tokens, acronym, expansion }) => {
      const sentence = join(tokens);
      return { ...sentence, acronym: tokens[acronym] ?? '', at: sentence.starts[acronym] ?? 0, wanted: expansion };
    }),
  };
}

/**
 * The halves of a corpus, and all of it.
 * @template T
 * @param {readonly T[]} all
 * @returns {[name: string, part: T[]][]}
 */
export const halves = (all) => [
  ['tuned on', all.filter((_, index) => index % 2 === 0)],
  ['held out', all.filter((_, index) => index % 2 === 1)],
  ['all', [...all]],
];
