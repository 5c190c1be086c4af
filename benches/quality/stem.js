/**
 * @file The stemmer that key terms and summaries are usually scored with: Porter, "An algorithm for suffix stripping", Program 14 (1980). English only, for scoring only.
 */

/** @type {[string, string][]} */
const SECOND = [
  ['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['abli', 'able'], ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'],
  ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'],
  ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'],
];
/** @type {[string, string][]} */
const THIRD = [['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', '']];
const FOURTH = ['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ion', 'al', 'er', 'ic', 'ou'];

/** `c` and `v` for each letter; y is a vowel behind a consonant. @param {string} word */
function shape(word) {
  let kinds = '';
  for (const letter of word) kinds += 'aeiou'.includes(letter) || (letter === 'y' && kinds.endsWith('c')) ? 'v' : 'c';
  return kinds;
}

/** How often a consonant follows a vowel. @param {string} word */
const measure = (word) => shape(word).match(/vc/g)?.length ?? 0;
/** @param {string} word */
const hasVowel = (word) => shape(word).includes('v');
/** @param {string} word */
const isDouble = (word) => /(.)\1$/.test(word) && shape(word).endsWith('c');
/** @param {string} word */
const isShort = (word) => shape(word).endsWith('cvc') && !/[wxy]$/.test(word);

/** @param {string} word @param {[string, string][]} pairs */
function replace(word, pairs) {
  const pair = pairs.find(([suffix]) => word.endsWith(suffix));
  if (!pair) return word;
  const rest = word.slice(0, -pair[0].length);
  return measure(rest) > 0 ? rest + pair[1] : word;
}

/**
 * @param {string} word  in small letters
 * @returns {string}
 */
export function stem(word) {
  if (word.length <= 2) return word;
  if (word.endsWith('sses') || word.endsWith('ies')) word = word.slice(0, -2);
  else if (word.endsWith('s') && !word.endsWith('ss')) word = word.slice(0, -1);
  const ending = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  if (word.endsWith('eed')) {
    if (measure(word.slice(0, -3)) > 0) word = word.slice(0, -1);
  } else if (ending > 0 && hasVowel(word.slice(0, -ending))) {
    word = word.slice(0, -ending);
    if (/(?:at|bl|iz)$/.test(word)) word += 'e';
    else if (isDouble(word) && !/[lsz]$/.test(word)) word = word.slice(0, -1);
    else if (measure(word) === 1 && isShort(word)) word += 'e';
  }
  if (word.endsWith('y') && hasVowel(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
  word = replace(replace(word, SECOND), THIRD);
  const suffix = FOURTH.find((suffix) => word.endsWith(suffix));
  if (suffix) {
    const rest = word.slice(0, -suffix.length);
    if (measure(rest) > 1 && (suffix !== 'ion' || /[st]$/.test(rest))) word = rest;
  }
  if (word.endsWith('e')) {
    const rest = word.slice(0, -1);
    if (measure(rest) > 1 || (measure(rest) === 1 && !isShort(rest))) word = rest;
  }
  return word.endsWith('ll') && measure(word) > 1 ? word.slice(0, -1) : word;
}

/** @type {Map<string, string>} */
const known = new Map();

/**
 * @param {string} text
 * @returns {string[]} the stems of its words
 */
export function stems(text) {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => {
    const found = known.get(word) ?? stem(word);
    known.set(word, found);
    return found;
  });
}
