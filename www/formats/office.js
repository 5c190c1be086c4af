/**
 * @file Files of offices, which are archives of XML: spreadsheets (`.xlsx`, `.ods`) as CSV, and texts (`.docx`, `.odt`) as HTML, so that their tables and bold words are found as in any
 * other. Only what says something is read: no formulas, styles or pictures. Pure, and with a limit to what is unpacked.
 */

import { attributeOf, elementsIn, parseXml, pieces, textIn } from './markup.js';

/** Bytes that a part of an archive may have when it is unpacked. */
const MOST_BYTES = 2 ** 26;

/** Columns and rows that a sheet may have; empty ones can be repeated a million times in a few bytes. */
const MOST_COLUMNS = 100;
const MOST_ROWS = 500_000;

/** @param {Uint8Array} bytes */
export const isArchive = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * @param {Uint8Array} bytes  of an archive
 * @returns {Promise<string | undefined>}  CSV or HTML; nothing where it is none of these
 */
export async function textOfOffice(bytes) {
  const files = directoryOf(bytes);
  const read = async (/** @type {string} */ name) => (files.has(name) ? new TextDecoder().decode(await unpack(bytes, /** @type {Packed} */ (files.get(name)))) : '');
  if (files.has('xl/workbook.xml')) return csvOf(await rowsOfXlsx(read));
  if (files.has('word/document.xml')) return htmlOfDocx(await read('word/document.xml'));
  if (!files.has('content.xml')) return undefined;
  const content = await read('content.xml');
  return /<office:spreadsheet[\s>]/.test(content) ? csvOf(rowsOfOds(content)) : htmlOfOdt(content);
}

/** @typedef {{at: number, packed: number, size: number, method: number}} Packed */

/** The table at the end of a ZIP archive. @param {Uint8Array} bytes @returns {Map<string, Packed>} */
function directoryOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map();
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return found;
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0 && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50; count -= 1) {
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    found.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
    });
    at += 46 + name + extra + comment;
  }
  return found;
}

/** @param {Uint8Array} bytes @param {Packed} file @returns {Promise<Uint8Array>} */
async function unpack(bytes, { at, packed, size, method }) {
  if (size > MOST_BYTES || at + 30 > bytes.length) throw new Error(`a part of the file has ${size} bytes; at most ${MOST_BYTES} are read`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begin = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const part = bytes.slice(begin, begin + packed);
  if (method === 0) return part;
  const reader = new Blob([part]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  // No more than the archive says there is.
  const whole = new Uint8Array(size);
  let filled = 0;
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    if (filled + value.length > size) throw new Error('the file is damaged');
    whole.set(value, filled);
    filled += value.length;
  }
  return whole;
}

/** The first sheet that has two columns. @param {(name: string) => Promise<string>} read */
async function rowsOfXlsx(read) {
  const strings = elementsIn(parseXml(await read('xl/sharedStrings.xml')), 'si').map(stringOf);
  const targets = new Map(elementsIn(parseXml(await read('xl/_rels/workbook.xml.rels')), 'Relationship').map(({ attributes }) => [attributeOf(attributes, 'Id'), attributeOf(attributes, 'Target')]));
  /** @type {string[][]} */
  let rows = [];
  for (const { attributes } of elementsIn(parseXml(await read('xl/workbook.xml')), 'sheet')) {
    const target = targets.get(attributeOf(attributes, 'r:id')) ?? '';
    rows = rowsOfSheet(await read(target.startsWith('/') ? target.slice(1) : `xl/${target}`), strings);
    if (rows.some((row) => row.filter(Boolean).length > 1)) break;
  }
  return rows;
}

/** How a word is spoken stands in the same string, and is no part of it. @param {import('./markup.js').Element} element @returns {string} */
function stringOf(element) {
  return element.children.map((child) => (typeof child === 'string' || /(?:^|:)(?:rPh|phoneticPr)$/.test(child.name) ? '' : /(?:^|:)t$/.test(child.name) ? textIn(child) : stringOf(child))).join('');
}

/** @param {string} sheet @param {string[]} strings */
function rowsOfSheet(sheet, strings) {
  /** @type {string[][]} */
  const rows = [];
  for (const row of elementsIn(parseXml(sheet), 'row').slice(0, MOST_ROWS)) {
    /** @type {string[]} */
    const cells = [];
    for (const cell of elementsIn(row, 'c')) {
      const type = attributeOf(cell.attributes, 't');
      const value = elementsIn(cell, 'v').map(textIn).join('');
      const column = columnOf(attributeOf(cell.attributes, 'r')) ?? cells.length;
      if (column < MOST_COLUMNS) cells[column] = type === 's' ? strings[Number(value)] ?? '' : type === 'inlineStr' ? elementsIn(cell, 'is').map(stringOf).join('') : value;
    }
    rows.push(Array.from(cells, (cell) => cell ?? ''));
  }
  return rows;
}

/** "B7" is in column 1. @param {string} place */
function columnOf(place) {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : undefined;
}

/** @param {string} content */
function rowsOfOds(content) {
  /** @type {string[][]} */
  let rows = [];
  for (const table of elementsIn(parseXml(content), 'table')) {
    rows = elementsIn(table, 'table-row').slice(0, MOST_ROWS).map((row) => {
      /** @type {string[]} */
      const cells = [];
      for (const cell of elementsIn(row, 'table-cell', 'covered-table-cell')) {
        const times = Number(attributeOf(cell.attributes, 'table:number-columns-repeated') || 1);
        const text = elementsIn(cell, 'p').map(textIn).join('\n');
        for (let time = 0; time < times && cells.length < MOST_COLUMNS; time += 1) cells.push(text);
      }
      return cells;
    });
    if (rows.some((row) => row.filter(Boolean).length > 1)) break;
  }
  return rows;
}

/** @param {string[][]} rows */
function csvOf(rows) {
  const full = rows.filter((row) => row.some((cell) => cell.trim()));
  const width = Math.max(0, ...full.slice(0, 1000).map((row) => row.findLastIndex((cell) => cell.trim()) + 1));
  const line = (/** @type {string[]} */ row) => Array.from({ length: width }, (_, column) => `"${(row[column] ?? '').replaceAll('"', '""')}"`).join(',');
  return `sep=,\n${full.map(line).join('\n')}`;
}

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {string} content */
function htmlOfDocx(content) {
  let html = '<!doctype html>';
  let run = '';
  let isBold = false;
  let isText = false;
  let heading = '';
  let paragraph = '';
  for (const piece of pieces(content, { isXml: true })) {
    if (piece.kind === 'text') {
      if (isText) run += piece.text;
      continue;
    }
    const isOpen = piece.kind === 'open';
    const name = piece.name.replace(/^w:/, '');
    if (name === 't') isText = isOpen && !piece.isEmpty;
    else if (name === 'b' && isOpen) isBold = !/w:val="(?:0|false|none)"/.test(piece.attributes);
    else if (name === 'pStyle') heading = /^(?:Heading|berschrift|Titre|Ttulo|Titolo)\s?([1-6])$/i.exec(attributeOf(piece.attributes, 'w:val'))?.[1] ?? '';
    else if (name === 'tab' && isOpen && run !== undefined) run += ' ';
    else if ((name === 'br' || name === 'cr') && isOpen) run += '\n';
    else if (name === 'r' && !isOpen) {
      paragraph += isBold && run.trim() ? `<b>${escape(run)}</b>` : escape(run);
      run = '';
      isBold = false;
    } else if (name === 'p' && !isOpen) {
      html += heading ? `<h${heading}>${paragraph}</h${heading}>` : `<p>${joined(paragraph)}</p>`;
      paragraph = heading = run = '';
      isBold = false;
    } else if (['tbl', 'tr', 'tc'].includes(name)) html += `<${isOpen ? '' : '/'}${name === 'tbl' ? 'table' : name === 'tc' ? 'td' : 'tr'}>`;
  }
  return html;
}

/** Words in bold that an editor has cut into runs are one. @param {string} html */
const joined = (html) => html.replace(/<\/b>(\s*)<b>/g, '$1');

/** @param {string} content */
function htmlOfOdt(content) {
  const bold = new Set([...content.matchAll(/<style:style style:name="([^"]+)"[^>]*>(?:(?!<\/style:style>)[^])*?fo:font-weight="bold"/g)].map(([, name]) => name));
  let html = '<!doctype html>';
  /** @type {string[]} */
  const open = [];
  for (const piece of pieces(content.slice(content.indexOf('<office:body')), { isXml: true })) {
    if (piece.kind === 'text') {
      html += escape(piece.text);
      continue;
    }
    const element = elementOf(piece.name, piece.attributes, bold);
    if (piece.kind === 'open' && piece.isEmpty) html += element === 'br' || piece.name === 'text:s' ? ' ' : '';
    else if (piece.kind === 'open') {
      open.push(element);
      if (element) html += `<${element}>`;
    } else {
      const last = open.pop();
      if (last) html += `</${last}>`;
    }
  }
  return joined(html);
}

/** @param {string} name @param {string} attributes @param {Set<string | undefined>} bold */
function elementOf(name, attributes, bold) {
  if (name === 'text:span') return bold.has(attributeOf(attributes, 'text:style-name')) ? 'b' : '';
  if (name === 'text:h') return `h${Math.min(6, Number(attributeOf(attributes, 'text:outline-level')) || 1)}`;
  return { 'text:p': 'p', 'table:table': 'table', 'table:table-row': 'tr', 'table:table-cell': 'td', 'text:line-break': 'br' }[name] ?? '';
}
