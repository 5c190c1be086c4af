/**
 * @file From a document, as a row of blocks, to the terms that it explains. People write glossaries in four ways: as a table, as a list of definitions, as paragraphs that begin with the
 * term in bold or before a colon, and as headings with a paragraph below each. Whichever of them explains most in a document is how that one is written. Pure.
 */

import { guessMapping, headingAt } from './columns.js';

/**
 * A piece of a document. `lead` is the part in front of what explains it: in bold, or before a colon or dash; `whole` is both, as written.
 * @typedef {{kind: 'heading', level: number, text: string}
 *   | {kind: 'term' | 'definition', text: string}
 *   | {kind: 'row', table: number, cells: string[], isHead?: boolean}
 *   | {kind: 'paragraph', text: string, whole?: string, lead?: string, isBold?: boolean, isItem?: boolean}} Block
 */

/** @typedef {{term: string, definition: string, aliases: string[]}} Found */

/** The columns of what is no table. */
export const LIST = ['term', 'definition', 'aliases'];

/** UTF-16 code units of a term: what is longer is a sentence. */
const LONGEST_TERM = 100;

/** Paragraphs below a heading that are taken. Cards are no articles. */
const MOST_PARAGRAPHS = 2;

/** Headings that tell about the list, and explain nothing; years, and other signs. */
const ABOUT = /^(?:[\p{L}#*]|[^\p{L}]*|[\p{L}0-9] ?[-–—] ?[\p{L}0-9]|glossary(?: of terms)?|terminology|definitions|terms|introduction|overview|contents|table of contents|references|resources|notes?|see also|further reading|license|licence|contributing|about)$/iu;

/**
 * @param {Block[]} blocks
 * @returns {string[][]}  the names of the columns first; empty where nothing is explained
 */
export function rowsOfBlocks(blocks) {
  const tables = rowsOfTables(blocks);
  const found = [ofLists(blocks), ofLeads(blocks, true), ofLeads(blocks, false), ofHeadings(blocks)].reduce((best, next) => (next.length > best.length ? next : best));
  if (tables.length > found.length) return tables;
  return found.length ? [LIST, ...found.map(({ term, definition, aliases }) => [term, definition, aliases.join('\n')])] : [];
}

/** The tables that have the same columns as the largest. @param {Block[]} blocks @returns {string[][]} */
function rowsOfTables(blocks) {
  /** @type {Map<number, string[][]>} */
  const tables = new Map();
  /** Those whose first row is their head, whatever it says. @type {Set<string[][]>} */
  const headed = new Set();
  for (const block of blocks) {
    if (block.kind !== 'row') continue;
    const rows = tables.get(block.table) ?? [];
    tables.set(block.table, rows);
    rows.push(block.cells);
    if (block.isHead && rows.length === 1) headed.add(rows);
  }
  /** @type {Map<string, string[][]>} */
  const byHead = new Map();
  for (const rows of tables.values()) {
    if (rows.every((row) => row.length < 2)) continue;
    const at = headingAt(rows);
    const head = at >= 0 ? rows[at] ?? [] : [];
    const key = head.map((cell) => cell.trim().toLowerCase()).join('\n');
    const same = byHead.get(key) ?? (at >= 0 ? [head] : []);
    byHead.set(key, same);
    // Not `push(...)`: a table may have more rows than a call may have arguments.
    for (const row of rows.slice(at < 0 && headed.has(rows) ? 1 : at + 1)) same.push(row);
  }
  const worth = (/** @type {string[][]} */ rows) => {
    const { term, definition } = guessMapping(rows).columns;
    return rows.filter((row) => row[term]?.trim() && row[definition]?.trim()).length;
  };
  return [...byHead.values()].reduce((best, next) => (worth(next) > worth(best) ? next : best), []);
}

/** Terms, and what stands behind them until the next. @param {Block[]} blocks */
function ofLists(blocks) {
  /** @type {Found[]} */
  const found = [];
  /** @type {string[]} */
  let names = [];
  /** @type {string[]} */
  let said = [];
  const end = () => {
    const [term = '', ...aliases] = names;
    if (term && said.length) found.push({ term, definition: said.join('\n'), aliases });
    names = [];
    said = [];
  };
  for (const block of blocks) {
    if (block.kind === 'term') {
      if (said.length) end();
      names.push(block.text);
    } else if (block.kind === 'definition') {
      if (names.length) said.push(block.text);
    } else end();
  }
  end();
  return found;
}

/**
 * @param {Block[]} blocks
 * @param {boolean} isBold  in bold, and else before a colon or dash: as long as most paragraphs have it
 */
function ofLeads(blocks, isBold) {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  /** @type {Found[]} */
  const found = [];
  /** @type {Found | undefined} */
  let open;
  for (const block of blocks) {
    if (block.kind !== 'paragraph') {
      open = undefined;
      continue;
    }
    const { lead = '', text } = block;
    if (lead && lead.length <= LONGEST_TERM && Boolean(block.isBold) === isBold) {
      open = { term: lead, definition: text, aliases: [] };
      // A year, or another sign.
      if (/\p{L}/u.test(lead)) found.push(open);
    } else if (open && (!open.definition || isBold)) {
      // The term alone on its line; or a second paragraph.
      open.definition = open.definition ? (open.definition.length < LONGEST_TERM ? `${open.definition}\n${text}` : open.definition) : text;
    }
  }
  const full = found.filter(({ definition }) => definition);
  return isBold || full.length > paragraphs.length * 0.6 ? full : [];
}

/** Of the level that has most headings with a paragraph right below. @param {Block[]} blocks */
function ofHeadings(blocks) {
  /** @type {Map<number, Found[]>} */
  const levels = new Map();
  /** @type {Found | undefined} */
  let open;
  let paragraphs = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      open = { term: block.text, definition: '', aliases: [] };
      paragraphs = 0;
      if (block.text.length > LONGEST_TERM || ABOUT.test(block.text.trim())) open = undefined;
      else levels.set(block.level, [...(levels.get(block.level) ?? []), open]);
    } else if (open && paragraphs < MOST_PARAGRAPHS && (block.kind === 'paragraph' || block.kind === 'definition')) {
      const text = block.kind === 'paragraph' && block.whole ? block.whole : block.text;
      open.definition = open.definition ? `${open.definition}\n${text}` : text;
      paragraphs += 1;
    }
  }
  const full = [...levels.values()].map((list) => list.filter(({ definition }) => definition));
  return full.reduce((best, next) => (next.length > best.length ? next : best), []);
}
