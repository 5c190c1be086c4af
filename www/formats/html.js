/**
 * @file A page as blocks: its definition lists, tables, headings, and paragraphs that begin in bold. Navigation and footers are left out. Pure.
 *
 * @typedef {import('./document.js').Block} Block
 */

import { pieces } from './markup.js';

const HEADING = /^h[1-6]$/;
const BOLD = new Set(['b', 'strong', 'dfn']);
/** Elements that end what is written before them. */
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'section', 'article', 'main', 'blockquote', 'figure', 'figcaption', 'summary', 'details', 'tr', 'table', 'dl', 'body', 'br', 'pre']);
/** What no glossary is in. */
const LEFT_OUT = new Set(['nav', 'footer', 'head', 'form']);
/** Signs between a term and what explains it. */
const JOINT = /^\s*(?:[:：–—=]|--?|→)\s*/;

/**
 * @param {string} source
 * @returns {Block[]}
 */
export function blocksOfHtml(source) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let cells = [];
  let isHead = true;
  let text = '';
  let lead = '';
  let table = 0;
  let kind = 'paragraph';
  let outside = '';
  let depth = 0;
  let bold = '';
  const end = () => {
    // What generators put behind a name for its address.
    const said = text.replace(/\s+/g, ' ').trim().replace(HEADING.test(kind) || kind === 'dt' ? /\s*¶$|\s#$/ : /\s*¶$/, '');
    text = '';
    const first = lead.replace(/\s+/g, ' ').trim();
    lead = bold = '';
    if (HEADING.test(kind)) {
      if (said) blocks.push({ kind: 'heading', level: Number(kind[1]), text: said });
    } else if (kind === 'dt') {
      if (said) blocks.push({ kind: 'term', text: said });
    } else if (kind === 'dd') {
      if (said) blocks.push({ kind: 'definition', text: said });
    } else if (kind === 'cell') cells.push(said);
    else if (first) blocks.push({ kind: 'paragraph', lead: first.replace(/\s*[:：.]$/, ''), text: said.slice(first.length).replace(JOINT, '').trim(), whole: said, isBold: true });
    else if (said) blocks.push({ kind: 'paragraph', text: said });
  };
  for (const piece of pieces(source)) {
    if (outside) {
      if (piece.kind !== 'text' && piece.name === outside && !piece.isEmpty) depth += piece.kind === 'open' ? 1 : -1;
      if (!depth) outside = '';
      continue;
    }
    if (piece.kind === 'text') {
      if (bold) lead += piece.text;
      text += piece.text;
      continue;
    }
    const { name } = piece;
    if (piece.kind === 'open' && LEFT_OUT.has(name)) {
      end();
      [outside, depth] = [name, 1];
    } else if (HEADING.test(name) || name === 'dt' || name === 'dd') {
      end();
      kind = piece.kind === 'open' ? name : 'paragraph';
    } else if (name === 'td' || name === 'th') {
      if (kind === 'cell' || piece.kind === 'open') {
        if (kind === 'cell') end();
        else text = lead = '';
      }
      if (name === 'td') isHead = false;
      kind = piece.kind === 'open' ? 'cell' : 'paragraph';
    } else if (name === 'tr' || name === 'table') {
      if (kind === 'cell') {
        end();
        kind = 'paragraph';
      }
      if (cells.length) blocks.push({ kind: 'row', table, cells, isHead });
      cells = [];
      isHead = true;
      if (name === 'table' && piece.kind === 'open') table += 1;
    } else if (BOLD.has(name)) {
      if (piece.kind === 'open' && !text.trim() && kind === 'paragraph') bold = name;
      else if (piece.kind === 'close') bold = '';
    } else if (BLOCKS.has(name)) {
      // A line break inside a definition or a cell is a space; a paragraph in one, too.
      if (kind === 'paragraph' && name !== 'br') end();
      else if (kind === 'paragraph' && lead && text.replace(/\s+/g, ' ').trim() !== lead.replace(/\s+/g, ' ').trim()) end();
      else text += ' ';
    }
  }
  end();
  return blocks;
}

/** @param {string} source */
export const titleOfHtml = (source) => /<title[^>]*>([^<]*)</i.exec(source)?.[1]?.trim() ?? '';
