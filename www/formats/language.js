/**
 * @file Which language a list is in, where it does not say: by its script, or by the small words of its definitions. It decides how plurals are found. Pure.
 */

/** Scripts that one language of those that we know more of is written in, or most of what is written so. @type {[RegExp, string][]} */
const SCRIPTS = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/[پچژگکی]/g, 'fa'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Greek}/gu, 'el'],
  [/[іїєґ]/g, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
];

/** The share of the letters that have to be in a script; of those that mark one language among several, less. */
const MOST = 0.5;
const SOME = 0.03;

/** What terms in a language that has marks of its own look like without one. */
const LIKE = new Map([['ja', 'zh'], ['fa', 'ar'], ['uk', 'ru']]);

/** Small words that other languages do not have, or not often. @type {[string, string][]} */
const WORDS = [
  ['en', 'a an the of and to that is are for by with which'],
  ['de', 'der die das und ist ein eine einer wird oder nicht mit von den'],
  ['fr', 'le la les des une est et dans qui par pour sur du'],
  ['es', 'el la los las una es y que por del con para se'],
  ['it', 'il la di che una è e del della per con gli sono'],
  ['pt', 'o a os um uma é e que do da dos para em não'],
  ['nl', 'de het een van en is dat die voor met wordt'],
  ['sv', 'och att en ett som är av för den det med'],
  ['pl', 'i w na z do jest się oraz które lub'],
  ['tr', 've bir bu ile için olan olarak veya da de'],
  ['vi', 'là của và các một được cho trong có những'],
  ['id', 'yang dan untuk dari adalah dengan pada dalam atau'],
];

/** Letters that are looked at. */
const LOOKED_AT = 20_000;

/**
 * @param {string[]} terms
 * @param {string[]} definitions
 * @returns {string}  empty where it is not plain, or the terms are in another language than what explains them
 */
export function languageOfList(terms, definitions) {
  const said = definitions.join('\n').slice(0, LOOKED_AT).toLowerCase();
  const own = scriptOf(terms.join('\n').slice(0, LOOKED_AT).toLowerCase());
  const script = scriptOf(said);
  // Single terms need not have the letters that mark a language; and names of products are Latin in all lists.
  if (script) return own === script || own === LIKE.get(script) ? script : '';
  if (own) return '';
  const words = said.match(/\p{L}+/gu) ?? [];
  const counts = WORDS.map(([language, small]) => {
    const set = new Set(small.split(' '));
    const own = words.filter((word) => set.has(word));
    // One word, however often, may be one of many languages, or the "z" of "z. B.".
    return { language, count: new Set(own).size > 1 ? own.length : 0 };
  }).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && second && first.count > words.length * 0.08 && first.count > second.count * 1.3 ? first.language : '';
}

/** @param {string} text */
function scriptOf(text) {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (/** @type {RegExp} */ script) => (text.match(script)?.length ?? 0) / Math.max(1, letters);
  for (const [script, language] of SCRIPTS) {
    const isMark = language === 'ja' || language === 'fa' || language === 'uk';
    if (share(script) > (isMark ? SOME : MOST) && (!isMark || share(/\p{Script=Latin}/gu) < MOST)) return language;
  }
  return '';
}
