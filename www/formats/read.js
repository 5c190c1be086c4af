/**
 * @file From a text that somebody brings to a glossary: which format it is, and its entries or its rows. Pure; whether entries keep the rules of the product's own format is the engine's
 * business.
 *
 * | format | read by |
 * | --- | --- |
 * | the product's own JSON | here, as it is |
 * | any other JSON, YAML, JSON-LD | `records.js`, `yaml.js` |
 * | CSV, TSV, exports of Anki and of spreadsheets | `table.js` |
 * | Markdown, reStructuredText, AsciiDoc, MediaWiki, plain lists; HTML | `markdown.js`, `html.js`, then `document.js` |
 * | Org mode; LaTeX | `org.js`, then as Markdown; `latex.js` |
 * | TBX, SKOS (RDF/XML, Turtle), DocBook, DITA, TEI, TMX | `linked.js` |
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('./columns.js').Mapping} Mapping
 */

import { GlossatorError } from '../host/errors.js';
import { certainty, guessMapping, headingAt, languageOf } from './columns.js';
import { LIST, rowsOfBlocks } from './document.js';
import { blocksOfHtml, titleOfHtml } from './html.js';
import { placeOfError } from './json-place.js';
import { languageOfList } from './language.js';
import { blocksOfLatex, isLatex } from './latex.js';
import { rowsOfTurtle, rowsOfXml } from './linked.js';
import { blocksOfMarkdown, blocksOfRst } from './markdown.js';
import { isAsciiDoc, isOrg, markdownOfAsciiDoc, markdownOfOrg } from './org.js';
import { recordOf, rowsOfData, tableOf as tableOfRecords } from './records.js';
import { findDelimiter, parseTable } from './table.js';
import { plainText } from './tidy.js';
import { parseYaml } from './yaml.js';

/**
 * @typedef {object} Intake
 * @property {'json' | 'table' | 'list'} kind  entries in the product's own format; rows whose columns can be chosen; rows whose columns are known
 * @property {string} name  what the file calls itself
 * @property {string} language
 * @property {Partial<Entry>[]} items  of JSON, unchecked
 * @property {string[][]} rows  of a table
 * @property {Mapping} mapping  a guess, for a table
 */

/** What the fields of the product's own format are called. */
const OWN = new Set('id term aliases category pronunciation definition image url source related priority case inflect diacritics context not'.split(' '));

/** Rows whose language is looked at. */
const SOME = 200;

/** Lines that say what a text is. */
const LOOKED_AT = 60;

/**
 * @param {string} text
 * @returns {Intake}
 * @throws {GlossatorError} `glossary-invalid`
 */
export function readText(text) {
  const clean = text.replace(/^\ufeff/, '');
  if (!clean.trim()) throw new GlossatorError('glossary-invalid', 'there is nothing in it');
  if (/^\s*(?:\{(?![{%])|\[(?!\[|[A-Za-z]|[^\]\n]*\]\())/.test(clean) || /^\s*\[\s*\[\s*["'[]/.test(clean)) return readJson(clean);
  if (/^\s*</.test(clean)) return readMarkup(clean);
  const lines = clean.split(/\r\n|\r|\n/, LOOKED_AT);
  if (lines.some((line) => /^\s*@?prefix\s+[\w.-]*:\s*</i.test(line))) return listed(rowsOfTurtle(clean), 'a vocabulary');
  if (/^[ \t]*\.\. (?:glossary|list-table)::/m.test(clean)) return listed(rowsOfBlocks(blocksOfRst(clean)), 'a text');
  if (isLatex(clean)) return listed(rowsOfBlocks(blocksOfLatex(clean)), 'LaTeX');
  if (isOrg(clean)) return listed(rowsOfBlocks(blocksOfMarkdown(markdownOfOrg(clean))), 'a text of Org mode');
  if (isAsciiDoc(clean)) return listed(rowsOfBlocks(blocksOfMarkdown(markdownOfAsciiDoc(clean))), 'a text of AsciiDoc');
  return readTable(clean) ?? readYaml(clean) ?? readList(clean);
}

/**
 * @param {string[][]} rows
 * @param {string} [name]
 * @param {string} [language]
 * @returns {Intake}
 */
function tableOf(rows, name = '', language = '') {
  // Above the names of the columns there may be a title, or letters.
  const used = rows.slice(Math.max(0, headingAt(rows)));
  const mapping = guessMapping(used);
  const { term, definition } = mapping.columns;
  const some = (mapping.heading ? used.slice(1, SOME) : used.slice(0, SOME)).map((row) => [row[term] ?? '', row[definition] ?? '']);
  const said = language || languageOf(used, mapping) || languageOfList(some.map(([name = '']) => name), some.map(([, text = '']) => text));
  // What was found in a text has columns of our own making.
  return { kind: used[0] === LIST ? 'list' : 'table', name, language: said, items: [], rows: used, mapping };
}

/**
 * @param {string[][]} rows  empty where nothing was found
 * @param {string} what  it is
 * @param {string} [name]
 * @returns {Intake}
 */
function listed(rows, what, name = '') {
  const intake = tableOf(rows, name);
  const { term, definition } = intake.mapping.columns;
  const isExplained = (/** @type {string[]} */ row) => row[term]?.trim() && row[definition]?.trim();
  if (!(intake.mapping.heading ? intake.rows.slice(1) : intake.rows).some(isExplained)) {
    throw new GlossatorError('glossary-invalid', `this is ${what}, and no list of terms with definitions was found in it`);
  }
  return intake;
}

/** @param {string} text @returns {Intake} */
function readJson(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const objects = readLines(text);
    if (objects) return listed(rowsOfData(objects), 'JSON');
    const { line, column } = placeOfError(text);
    throw new GlossatorError('glossary-invalid', `it is not JSON: line ${line}, column ${column}: ${/** @type {Error} */ (error).message}`, { cause: error });
  }
  const { name, language, entries } = Array.isArray(data) ? { name: '', language: '', entries: data } : data;
  const said = { name: textOf(name), language: textOf(language) };
  if (Array.isArray(entries) && isOwn(entries)) {
    const texts = (/** @type {string} */ field) => entries.slice(0, SOME).map((item) => textOf(Object(item)[field]));
    // The format itself has a rule for what does not say its language.
    if (Array.isArray(data)) said.language = languageOfList(texts('term'), texts('definition'));
    return { kind: 'json', ...said, items: entries, rows: [], mapping: guessMapping([]) };
  }
  const rows = rowsOfData(data).map((row) => row.map(plainText));
  if (!rows.length) throw new GlossatorError('glossary-invalid', 'it has no list "entries", and no other list or map of terms with definitions', { path: 'entries' });
  return tableOf(rows, said.name, said.language);
}

/** An object a line. @param {string} text @returns {unknown[] | undefined} */
function readLines(text) {
  const lines = text.split('\n').filter((line) => line.trim());
  if (lines.length < 2 || !lines.slice(0, 3).every((line) => /^\s*\{.*\}\s*$/.test(line))) return undefined;
  try {
    return lines.map((line) => JSON.parse(line));
  } catch {
    return undefined;
  }
}

/**
 * Are these entries in the product's own format, so that what is wrong with one is to be told? They are where the first that is an object has a term or a definition, and nothing
 * that would be one by another name.
 * @param {unknown[]} entries
 */
function isOwn(entries) {
  const first = entries.find((item) => typeof item === 'object' && item !== null);
  if (!first) return entries.length > 0;
  const { term, definition } = /** @type {Record<string, unknown>} */ (first);
  // By language, as other formats have them.
  if (typeof term === 'object' || typeof definition === 'object') return false;
  const keys = Object.keys(first);
  if (keys.every((key) => OWN.has(key) || key.startsWith('$') || key.startsWith('x-'))) return keys.includes('term') || keys.includes('definition');
  return typeof term === 'string' && typeof definition === 'string';
}

/** @param {unknown} value */
const textOf = (value) => (typeof value === 'string' ? value.trim() : '');

/** @param {string} text @returns {Intake} */
function readMarkup(text) {
  const isXml = /^\s*<(?:\?xml|!doctype\s+(?!html)|[\w-]+:[\w-]+|martif|tbx|tmx|tei|gloss\w+|dictionary)\b/i.test(text) && !/<html[\s>]/i.test(text.slice(0, 2000));
  if (isXml) return listed(rowsOfXml(text), 'XML');
  const rows = rowsOfBlocks(blocksOfHtml(text));
  if (/^\s*<(?:!doctype|html)/i.test(text)) return listed(rows, 'a web page', titleOfHtml(text));
  // Markdown may begin with an element, too.
  const others = rowsOfBlocks(blocksOfMarkdown(text));
  return listed(others.length > rows.length ? others : rows, 'a web page');
}

/** What Anki writes in front of its notes: `#separator:tab`, `#html:true`, `#columns:…`. */
const ANKI = /^#(separator|html|columns|tags column|notetype column|deck column|guid column|deck|notetype|tags):(.*)(?:\r\n|\r|\n)/i;
/** @type {Record<string, string>} */
const SEPARATORS = { tab: '\t', comma: ',', semicolon: ';', pipe: '|', space: ' ', colon: ':' };

/**
 * A table that says so, or that nearly every line is a row of.
 * @param {string} text
 * @returns {Intake | undefined}
 */
function readTable(text) {
  let rest = text;
  /** @type {Record<string, string>} */
  const head = {};
  for (let line = ANKI.exec(rest); line; line = ANKI.exec(rest)) {
    head[(line[1] ?? '').toLowerCase()] = (line[2] ?? '').trim();
    rest = rest.slice(line[0].length);
  }
  // What Excel writes and reads in front of a table.
  const [line = '', sign] = /^sep=(.)(?:\r\n|\r|\n)/i.exec(rest) ?? [];
  rest = rest.slice(line.length);
  const said = sign ?? (head['separator'] && (SEPARATORS[head['separator'].toLowerCase()] ?? head['separator'].slice(0, 1)));
  rest = behindNotes(rest);
  let rows = parseTable(rest, said ?? findDelimiter(rest));
  if (head['columns']) rows.unshift(head['columns'].split(said ?? '\t'));
  // What Anki keeps for itself.
  const own = new Set(['guid', 'notetype', 'deck', 'tags'].map((name) => Number(head[`${name} column`]) - 1));
  if (head['html'] !== undefined || head['separator']) rows = rows.map((row) => withoutCloze(row.filter((_, at) => !own.has(at))));
  if (said || head['html'] !== undefined) return tableOf(rows.map((row) => row.map(plainText)));
  return isRegular(rows, rest) ? tableOf(rows.map((row) => row.map(plainText))) : undefined;
}

/** Of a sentence with a gap: what is to be put there, and the sentence. @param {string[]} row */
function withoutCloze(row) {
  const [sentence = ''] = row;
  const words = [...sentence.matchAll(/\{\{c\d+::([^{}]*?)(?:::[^{}]*)?\}\}/g)];
  return words.length ? [words[0]?.[1] ?? '', words.reduce((text, [all, word = '']) => text.replace(all, () => word), sentence)] : row;
}

/** Lines of notes in front of a table that are passed. */
const MOST_NOTES = 100;

/**
 * A table may begin with lines that say what it is, after a `#` or as they are. They are passed where what comes then is a table by itself; a text with headings has more of them further on.
 * @param {string} text
 * @returns {string}  the same, where there are none
 */
function behindNotes(text) {
  const [notes = ''] = /^(?:(?:#[ \t][^\n]*|[^,;|\t\n]*)\n)+/.exec(text) ?? [];
  const rest = text.slice(notes.length);
  if (!notes || notes.split('\n').length > MOST_NOTES || /^#{1,6}[ \t]/m.test(rest)) return text;
  const rows = parseTable(rest, findDelimiter(rest));
  return headingAt(rows) === 0 && isRegular(rows, rest) ? rest : text;
}

/** Of the first rows, the share that has to have as many cells as the most usual. */
const REGULAR = 0.8;

/**
 * Sentences have commas too, so a text with other marks of a list is none unless its rows are equal.
 * @param {string[][]} rows
 * @param {string} text
 */
function isRegular(rows, text) {
  const some = rows.slice(0, LOOKED_AT);
  /** @type {Map<number, number>} */
  const widths = new Map();
  for (const { length } of some) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width = 1, count = 0] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [];
  // A line between the head and the rows is what Markdown draws.
  if (width < 2 || /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$/m.test(text.slice(0, 5000))) return false;
  const isMarked = /^(?:#{1,6}\s|\s*[-*+]\s|---\s*$|\*\*|=+\s*$|;|[\w"' -]+:(?:\s|$))/m.test(text.slice(0, 5000));
  return count >= some.length * (isMarked ? REGULAR : 0.5) || (headingAt(rows) === 0 && guessMapping(rows).columns.definition >= 0 && !isMarked);
}

/** A text with headings, bold or colons; or a table after all, however bad: the reader sees what is left out. @param {string} text @returns {Intake} */
function readList(text) {
  const rows = rowsOfBlocks(blocksOfMarkdown(text));
  if (rows.length) return listed(rows, 'a text');
  const cells = parseTable(text, findDelimiter(text));
  return listed(cells.filter((row) => row.length > 1).length * 2 > cells.length ? cells.map((row) => row.map(plainText)) : [], 'a text');
}

/** An entry that is a page of its own has no more sections than that. */
const MOST_SECTIONS = 8;

/** A page that is called so has entries; any other is one. */
const LISTS = /gloss|glos+[aá]ri|termin|definition|vocab|dictionary|lexi|słown|slovn|slovar|sözl|kamus|thuật ngữ|словар|терм|מונח|مصطلح|用語|術語|术语|词汇|용어|शब्द/i;

/** Headings of the highest level. @param {import('./document.js').Block[]} blocks */
function sectionsIn(blocks) {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  return levels.filter((level) => level === Math.min(...levels)).length;
}

/** @param {string} text @returns {Intake | undefined} */
function readYaml(text) {
  // Front matter with a text behind it is one entry, or the text is the list.
  const [, front, body = ''] = /^---\r?\n([^]*?)\r?\n---[^\S\r\n]*(?:\r?\n([^]*))?$/.exec(text) ?? [];
  // A list between the lines is a list.
  if (front !== undefined && (body.trim() || !/^\s*-\s/.test(front))) {
    const data = parseYaml(front);
    const blocks = blocksOfMarkdown(body);
    const fields = new Map(Object.entries(Object(data)).map(([name, field]) => [name.toLowerCase(), field]));
    const [title, term] = [fields.get('title'), fields.get('term')];
    const isOne = term !== undefined || (typeof title === 'string' && !LISTS.test(title) && sectionsIn(blocks) < MOST_SECTIONS);
    const said = blocks.find(({ kind }) => kind === 'paragraph');
    const first = said?.kind === 'paragraph' ? (said.whole ?? said.text) : '';
    if (isOne) {
      const one = tableOfRecords([recordOf({ ...(first && { definition: first }), ...Object(data) })]).map((row) => row.map(plainText));
      return listed(certainty(one) === 1 ? one : [], 'a text');
    }
    return undefined;
  }
  const rows = rowsOfData(parseYaml(text)).map((row) => row.map(plainText));
  return rows.length ? tableOf(rows) : undefined;
}
