/**
 * @file Glossaries of LaTeX: the entries of the packages `glossaries` and `acronym`, and lists of `description`. Pure.
 *
 * @typedef {import('./document.js').Block} Block
 */

/** What an entry begins with, and how many arguments it has. @type {Record<string, number>} */
const COMMANDS = { newglossaryentry: 2, longnewglossaryentry: 3, newacronym: 3, newabbreviation: 3, acro: 2, acrodef: 2 };
const ENTRY = /\\(newglossaryentry|longnewglossaryentry|newacronym|newabbreviation|acro|acrodef)\*?\s*(?=[[{])|\\item\s*\[([^\]\n]{1,200})\]\s*([^]*?)(?=\\item\b|\\end\{|$)/g;

/** @param {string} text */
export const isLatex = (text) => /^[ \t]*\\(?:documentclass|usepackage|newglossaryentry|longnewglossaryentry|newacronym|newabbreviation|acrodef|acro|begin\{description\})\b/m.test(text) || /^[ \t]*\\item\s*\[/m.test(text);

/**
 * @param {string} source
 * @returns {Block[]}
 */
export function blocksOfLatex(source) {
  /** @type {Block[]} */
  const blocks = [];
  const put = (/** @type {string[]} */ names, /** @type {string} */ definition) => {
    for (const name of names) if (name) blocks.push({ kind: 'term', text: plain(name) });
    blocks.push({ kind: 'definition', text: plain(definition) });
  };
  const text = source.replace(/(^|[^\\])%.*$/gm, '$1');
  for (const { 0: all, 1: command = '', 2: item, 3: said = '', index } of text.matchAll(ENTRY)) {
    if (item !== undefined) {
      put([item], said);
      continue;
    }
    const [first = '', second = '', third = ''] = groupsAt(text, index + all.length, COMMANDS[command] ?? 0);
    if (command.endsWith('glossaryentry')) {
      const fields = fieldsOf(second);
      put([fields.get('name') || first, fields.get('symbol') ?? ''], third || (fields.get('description') ?? ''));
    } else if (command.startsWith('acro')) put([first], second);
    else put([second], third);
  }
  return blocks;
}

/** What stands in the next braces; what is in brackets is passed. @param {string} text @param {number} from @param {number} most */
function groupsAt(text, from, most) {
  const groups = [];
  let at = from;
  while (groups.length < most) {
    const [space = '', open] = /^\s*([[{])?/.exec(text.slice(at, at + 100)) ?? [];
    if (!open) break;
    const begin = at + space.length;
    at = endOf(text, begin, open === '{' ? '}' : ']');
    if (open === '{') groups.push(text.slice(begin, at - 1));
  }
  return groups;
}

/** An entry that nothing closes ends there, so that it is not looked through again for each. */
const LONGEST = 10_000;

/** Behind the sign that closes what is open. @param {string} text @param {number} from @param {string} close */
function endOf(text, from, close) {
  let depth = 0;
  const last = Math.min(text.length, from + LONGEST);
  for (let at = from; at < last; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === close && !depth) return at + 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
  }
  return last + 1;
}

/** `name={…}, description=…` @param {string} text */
function fieldsOf(text) {
  /** @type {Map<string, string>} */
  const fields = new Map();
  for (let at = 0; at < text.length; ) {
    const [all = '', name = ''] = /^[\s,]*([\w-]+)\s*=\s*/.exec(text.slice(at, at + 200)) ?? [];
    if (!all) break;
    at += all.length;
    const end = text[at] === '{' ? endOf(text, at + 1, '}') : endOf(text, at, ',');
    fields.set(name, text.slice(at, end).replace(/,$/, ''));
    at = end;
  }
  return fields;
}

/** What is left when its commands are gone: what they hold, but not what they refer to. @param {string} text */
const plain = (text) =>
  text
    .replace(/\\(?:cite\w*|label|index|glsadd|footnote)\*?(?:\[[^\]]*\])*\{[^{}]*\}/g, '')
    .replace(/\\(?:href|gls(?:link|disp))\*?\{[^{}]*\}/g, '')
    .replace(/\\\\|~/g, ' ')
    .replace(/\\["'`^~=.]\{?\\?([A-Za-z])\}?/g, (all, letter) => `${letter}${{ '"': '\u0308', "'": '\u0301', '`': '\u0300', '^': '\u0302', '~': '\u0303' }[/** @type {string} */ (all[1])] ?? ''}`.normalize())
    .replace(/\\ss\b(?:\{\})?/g, 'ß')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\[A-Za-z]+\*?\s*/g, '')
    .replace(/\\([#$%&_{}])/g, '$1\u0000')
    .replace(/[{}](?!\u0000)/g, '')
    .replaceAll('\u0000', '')
    .replace(/``|''/g, '"')
    .replace(/---?/g, '–')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;.])/g, '')
    .trim();
