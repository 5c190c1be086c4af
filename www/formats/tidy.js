/**
 * @file What people write around a term or in a definition that is not part of it: markup, entities, remarks in brackets, several names in one cell. Pure.
 */

import { decodeEntities } from './markup.js';

/** Elements that stand in tables and lists that were written for a web page; anything else between angle brackets is text. */
const TAG = /<\/?(?:a|abbr|b|br|cite|code|dd|del|dfn|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul|var)(?:\s[^<>]*)?\/?>/gi;

/** The ones that end a line. */
const BREAK = /<(?:br|hr|\/p|\/div|\/li|\/tr|\/dd)(?:\s[^<>]*)?\/?>/gi;

/**
 * A text without the markup of web pages and Markdown.
 * @param {string} text
 * @returns {string}
 */
export function plainText(text) {
  if (!/[<&*_`[{\\$]/.test(text)) return text;
  return decodeEntities(
    text
      .replace(/<(script|style)\b[^]*?(?:<\/\1\s*>|$)/gi, '')
      .replace(BREAK, '\n')
      .replace(TAG, ''),
  )
    // Spaces first: in long runs of them, patterns that begin with some would look at each place.
    .replace(/[ \t\r\f\v]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/!\[[^\][]*\](?:\([^()]*\)|\[[^\]]*\])/g, '')
    .replace(/\s*\[\\?\[?\d+\\?\]?\](?:\[[^\]]*\]|\([^()]*\))/g, '')
    .replace(/\[\[(?:[^\][|\n]*\|)?([^\][|\n]+)\]\]/g, '$1')
    .replace(/\[([^\][]+)\]\((?:[^()]|\([^()]*\))*\)(?:\{[^{}]*\})?/g, '$1')
    .replace(/\[([^\][]+)\]\[[^\][]*\]/g, '$1')
    .replace(/\[\^[^\]\s]+\]/g, '')
    .replace(/\$([A-Za-z\d]{1,3})\$/g, '$1')
    .replace(/(?<!`)(`{1,3})(?!`)([^`]+)\1(?!`)/g, '$2')
    .replace(/\*\*\*?(?=\S)([^*]*[^*\s])\*\*\*?/g, '$1')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^*\s])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]*[^_\s])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~$])/g, '$1')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Behind a term, in brackets: a remark on the word, no part of it and no other name. */
const REMARK = /\s*[([](?:n|v|adj|adv|vb|noun|verb|adjective|adverb|abbr|abbreviation|acronym|pl|plural|sing|informal|slang|obsolete|deprecated|m|f|nt|subst|сущ|гл|名詞|動詞|名词|动词)\.?[)\]]/giu;

/** In front of another name. */
const ALSO = /^(?:a\.?k\.?a\.?|also(?: known as| called)?:?|or|abbr(?:\.|eviated)?:?(?: as)?|short(?: for)?:|synonyms?:|auch:?|oder|kurz:|aussi|ou|también|o|anche|ook|также|или|тж\.)\s+/iu;

/** Between names in one cell. A slash only with space around it: "TCP/IP", "and/or". Not a comma: "bond, convertible". */
const BETWEEN = /\s+[/|]\s+|\s*[;；]\s*|\s*[／]\s*|\s+(?:a\.?k\.?a\.?|aka)\s+/i;

/** At both ends of a term: bullets, a colon that led to the definition, quotation marks around it. */
const DRESS = /^[\s•·▪–—]+|\s+[–—-]+$|[\s:：]+$/g;
const QUOTES = /^(?:"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«\s*([^«»]+?)\s*»|「([^「」]+)」|'([^']+)')$/;

/** Letters of Latin script, and of any other. */
const LATIN = /\p{Script=Latin}/u;
const OTHER = /(?!\p{Script=Latin})\p{L}/u;

/** Names in one of the scripts of Japanese. */
const HAN = /^\p{Script=Han}+$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u;

/** A Latin letter that neither English nor German has; German has capitals in brackets that tell meanings apart: "Größe (Physik)". */
const MARKED = /(?![A-Za-zäöüßÄÖÜ])\p{Script=Latin}/u;

/** A short form among the names in brackets: mostly capitals. */
const SHORT = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}][\p{L}\p{N}.&/+-]{1,9}$/u;

/** A term and what stands in brackets behind it. */
const BRACKETS = /^(.+?)\s*[([（]([^()（）[\]]+)[)\]）]$/u;

/** Of all terms, the share that has a second name in brackets where the brackets of a list hold names. */
const NAMED = 0.25;

/** Fewer say nothing of a list. */
const FEW = 5;

/**
 * Do the brackets of a list hold names? Many of its terms have some, they differ, and they are no short forms: "Sin servidor (Serverless)". What tells meanings apart comes again:
 * "Mercury (planet)", "Venus (planet)".
 * @param {string[]} terms
 */
export function areBracketsNames(terms) {
  const inside = terms.map((term) => BRACKETS.exec(term.trim())?.[2]?.toLowerCase() ?? '').filter((text) => /\p{L}{3}/u.test(text) && !/[,;/]/.test(text));
  const long = inside.filter((text) => text.length > 5);
  return long.length >= FEW && long.length > terms.length * NAMED && new Set(inside).size > inside.length * 0.95;
}

/**
 * @param {string} text  as it stands in the cell
 * @param {boolean} [isNamed]  what brackets hold is another name, as in the whole list
 * @returns {{term: string, aliases: string[]}}
 */
export function tidyTerm(text, isNamed = false) {
  const clean = text.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/\s+/g, ' ').replace(REMARK, '').trim();
  const names = split(clean).flatMap((part) => namesIn(part, isNamed));
  const [term = '', ...aliases] = names.map(undress).filter(Boolean);
  const turned = names.length === 1 ? turn(term) : '';
  return { term, aliases: turned ? [turned] : aliases };
}

/**
 * "Term (also known as other)", "Term (other, T)", and a term with its name in another script, are several names. All other brackets belong to the label: the engine finds a long form
 * with its short one, and "Mercury (planet)" is one name.
 * @param {string} part
 * @param {boolean} isNamed
 */
function namesIn(part, isNamed) {
  const [, before = '', inside = ''] = BRACKETS.exec(part) ?? [];
  if (!inside) return [part];
  const others = inside.replace(ALSO, '').split(/\s*[,;、，]\s*|\s+[/|]\s+|\s+[-–]\s+(?=\p{Lu}{2,}$)/u).map((other) => other.replace(ALSO, '').trim());
  const isOther = (LATIN.test(before) && !OTHER.test(before) && OTHER.test(inside) && !LATIN.test(inside)) || (OTHER.test(before) && LATIN.test(inside) && !OTHER.test(inside));
  const isReading = (HAN.test(before) && KANA.test(inside)) || (KANA.test(before) && HAN.test(inside));
  const isList = others.length > 1 && others.some((other) => SHORT.test(other)) && !/\s(?:and|or|und|oder|et|ou|y|o|e)\s/i.test(inside);
  const isEnglish = MARKED.test(before) && /^\p{Lu}[A-Za-z -]{3,}$/u.test(inside);
  return ALSO.test(inside) || isOther || isReading || isEnglish || isList || (isNamed && !SHORT.test(inside)) ? [before, ...others] : [part];
}

/** As libraries write it: "assurance, quality" is "quality assurance". @param {string} term */
function turn(term) {
  const [, head = '', tail = ''] = /^([^,()]+), ([^,()]+)$/.exec(term) ?? [];
  const words = tail.split(' ');
  return head && words.length <= 3 && !/(?:^|\s)(?:and|or|und|oder|et|ou|y|o|e|inc|ltd|llc|etc)(?:[\s.]|$)/i.test(`${head} ${tail}`) ? `${tail} ${head}` : '';
}

/** @param {string} text */
function undress(text) {
  const bare = text.replace(DRESS, '').trim();
  return QUOTES.exec(bare)?.slice(1).find(Boolean) ?? (bare || text.trim());
}

/** Brackets stay whole: "Transmission Control Protocol (TCP / IP)" is one name. @param {string} text */
function split(text) {
  if (/[([（][^()[\]（）]*[;/|／；][^()[\]（）]*[)\]）]/.test(text)) return [text];
  return text.split(BETWEEN);
}
