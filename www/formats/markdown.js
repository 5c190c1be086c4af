/**
 * @file Texts with light markup as blocks: Markdown (with its tables, definition lists and front matter), reStructuredText, AsciiDoc, MediaWiki, and lists without any markup. Pure.
 *
 * @typedef {import('./document.js').Block} Block
 */

import { attributeOf } from './markup.js';
import { plainText } from './tidy.js';

/** A line in front of a definition: `Term: …`, `Term – …`, `Term = …`. Not an address, nor a time of day. */
const LEAD = /^(.{1,100}?)(?:\s*[:：](?!\/\/)(?:\s+|(?<=：))|\s+(?:[–—=]|--?|->|→)\s+)(\S.*)$/s;

/** `**Term**: …`, `**Term:** …`, `__Term__ - …`, `*Term* …`, `` `Term` — … `` */
const BOLD = /^(?:\*\*|__)(.+?)(?:\*\*|__)(\s*\([^()]*\))?\s*(?:[:：–—=.]|--?|->|→)?\s*(.*)$/s;
const CODE = /^`([^`]+)`\s*(?:[:：–—=]|--?|->|→)\s*(.*)$/s;

/** @param {string} text @param {boolean} isItem @returns {Block} */
function paragraphOf(text, isItem) {
  const bold = BOLD.exec(text) ?? CODE.exec(text);
  if (bold) {
    const [, lead = '', brackets = '', rest = ''] = bold.length > 3 ? bold : [bold[0], bold[1], '', bold[2]];
    return { kind: 'paragraph', lead: plainText(lead.replace(/[:：.]\s*$/, '') + brackets), text: plainText(rest), whole: plainText(text), isBold: true, isItem };
  }
  const [, lead, rest = ''] = LEAD.exec(text) ?? [];
  return lead ? { kind: 'paragraph', lead: plainText(lead), text: plainText(rest), whole: plainText(text), isItem } : { kind: 'paragraph', text: plainText(text), isItem };
}

/** Cells between bars; a bar with a backslash is text. @param {string} line */
const cellsOf = (line) =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plainText(cell.replaceAll('\\|', '|').trim()));

/** Between the head of a table and its rows. */
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** What no line of a paragraph begins with. */
const STARTS = /^\s*(?:#{1,6}\s|[-*+•]\s|\d+[.)]\s|\||>|```|~~~|={3,}|-{3,}|\*{3,}|:\s|;)/;

/** A shortcode or component around a definition that names its term: Hugo's `{{< term name="…" >}}…{{< /term >}}`, MDX's `<Term name="…">…</Term>`. */
const NAMED = /(?:\{\{[%<]\s*([\w-]+)\s([^{}]*?)[%>]\}\}([^]*?)\{\{[%<]\s*\/\s*\1\s*[%>]\}\})|(?:<([A-Z]\w*)\s([^<>]*)>([^]*?)<\/\4>)/g;

/**
 * @param {string} source
 * @returns {Block[]}
 */
export function blocksOfMarkdown(source) {
  const text = source.replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '').replace(/<!--[^]*?(?:-->|$)/g, '').replace(/<ref\b[^<>]*(?:\/>|>[^<\n]*<\/ref>)/g, '').replace(/^(```|~~~)[^]*?^\1.*$/gm, '').replace(/^\s{0,3}\[[^\]\n]+\]:\s+\S.*$/gm, '').replace(/\\$/gm, '');
  const named = namedBlocks(text);
  const lines = text.split(/\r\n|\r|\n/);
  /** @type {Block[]} */
  const blocks = [...named];
  /** @type {string[]} */
  let open = [];
  let isItem = false;
  let table = 0;
  const end = () => {
    const joined = open.join(' ').replace(/\s+/g, ' ').trim();
    if (joined) blocks.push(paragraphOf(joined, isItem));
    open = [];
    isItem = false;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/^\s*>\s?/, '');
    const next = lines[at + 1] ?? '';
    const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line) ?? /^(={1,6})\s*([^=].*?)\s*=*\s*$/.exec(line);
    if (!line.trim()) end();
    else if (heading) {
      end();
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: plainText((heading[2] ?? '').replace(/\s*\{#[^}]*\}$/, '')) });
    } else if (!open.length && /^\s*(?:=+|-+)\s*$/.test(next) && next.trim().length > 2 && !STARTS.test(line)) {
      blocks.push({ kind: 'heading', level: next.trim().startsWith('=') ? 1 : 2, text: plainText(line.trim()) });
      at += 1;
    } else if (line.includes('|') && (RULE.test(next) || /^\s*\|.*\|\s*$/.test(line))) {
      end();
      table += 1;
      for (; at < lines.length && (lines[at] ?? '').includes('|'); at += 1) {
        if (!RULE.test(lines[at] ?? '')) blocks.push({ kind: 'row', table, cells: cellsOf(lines[at] ?? ''), isHead: RULE.test(lines[at + 1] ?? '') });
      }
      at -= 1;
    } else if (/^ {0,3}[:~]\s+\S/.test(line)) {
      // A definition below its term, or one more.
      if (open.length) {
        const terms = open;
        open = [];
        for (const term of terms) blocks.push({ kind: 'term', text: plainText(term.trim()) });
      } else {
        const last = blocks.at(-1);
        if (last?.kind === 'paragraph' && !last.isItem) blocks.splice(-1, 1, { kind: 'term', text: last.lead ? `${last.lead}${last.text && ` ${last.text}`}` : last.text });
      }
      const [said, after] = below(lines, at, line.replace(/^ {0,3}[:~]\s+/, ''));
      blocks.push({ kind: 'definition', text: plainText(said) });
      at = after;
    } else if (/^;\s*\S/.test(line)) {
      end();
      const [, term = '', rest = ''] = /^;\s*(.+?)(?:\s+:\s*(.*))?$/.exec(line) ?? [];
      blocks.push({ kind: 'term', text: wiki(term) });
      if (rest) blocks.push({ kind: 'definition', text: wiki(rest) });
    } else if (/^:+\s*\S/.test(line) && blocks.at(-1)?.kind.match(/term|definition/)) {
      blocks.push({ kind: 'definition', text: wiki(line.replace(/^:+\s*/, '')) });
    } else if (/[^\s:]::+(?:\s|$)/.test(line) && !/^\s/.test(line)) {
      // AsciiDoc: what explains stands behind the colons, or below.
      end();
      const [, term = '', rest = ''] = /^(.+?)::+(?:\s+(.*))?$/.exec(line) ?? [];
      const [said, after] = below(lines, at, rest);
      blocks.push({ kind: 'term', text: plainText(term) }, { kind: 'definition', text: plainText(said.trim()) });
      at = after;
    } else if (/^\s*(?:[-*+•]|\d+[.)])\s+/.test(line)) {
      end();
      isItem = true;
      open.push(line.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, ''));
    } else if (/^\s*(?:[-*_=]\s*){3,}$/.test(line)) end();
    else {
      // A line that begins like an entry begins one: lists are also written without empty lines between.
      if (open.length && (/^(?:\*\*|__)\S/.test(line) || (LEAD.test(line) && LEAD.test(open[0] ?? '') && open.length === 1 && !/^\s/.test(line)))) end();
      open.push(line.trim());
    }
  }
  end();
  return blocks;
}

/** The lines below that go on with it. @param {string[]} lines @param {number} at @param {string} first @returns {[string, number]} */
function below(lines, at, first) {
  const said = [first];
  let end = at;
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (!line.trim() ? said.join('').trim() : STARTS.test(line) || (/[^\s:]::+(?:\s|$)/.test(line) && !/^\s/.test(line))) break;
    if (/^\s+[:~]\s/.test(line)) break;
    if (line.trim()) said.push(line.trim());
    end = next;
  }
  return [said.join(' ').trim(), end];
}

/** @param {string} text */
const wiki = (text) => plainText(text.replace(/'''?/g, '').replace(/\{\{[^{}]*\}\}/g, '').replace(/\[https?:\S+\s+([^\]]+)\]/g, '$1')).trim();

/** @param {string} text @returns {Block[]} */
function namedBlocks(text) {
  /** @type {Block[]} */
  const blocks = [];
  for (const [, , hugo, inHugo, , mdx, inMdx] of text.matchAll(NAMED)) {
    const attributes = hugo ?? mdx ?? '';
    const term = ['term', 'name', 'title', 'word'].map((name) => attributeOf(attributes, name)).find(Boolean);
    if (!term) continue;
    blocks.push({ kind: 'term', text: term });
    const short = attributeOf(attributes, 'abbr') || attributeOf(attributes, 'acronym');
    if (short) blocks.push({ kind: 'term', text: short });
    blocks.push({ kind: 'definition', text: plainText((inHugo ?? inMdx ?? '').replace(/\s+/g, ' ').trim()) });
  }
  return blocks;
}

/**
 * What Sphinx makes a glossary of: `.. glossary::`, and tables that are written as lists.
 * @param {string} source
 * @returns {Block[]}
 */
export function blocksOfRst(source) {
  /** @type {Block[]} */
  const blocks = [];
  const lines = source.split(/\r\n|\r|\n/);
  let kind = '';
  let indent = -1;
  let table = 0;
  /** @type {string[]} */
  let cells = [];
  const row = () => {
    if (cells.length) blocks.push({ kind: 'row', table, cells: cells.map(rst) });
    cells = [];
  };
  for (const line of lines) {
    const directive = /^(\s*)\.\. (glossary|list-table)::/.exec(line);
    if (directive) {
      row();
      kind = directive[2] ?? '';
      indent = -1;
      table += 1;
      continue;
    }
    const deep = line.search(/\S/);
    if (!kind || deep < 0 || /^\s*(?::[\w-]+:|\.\. )/.test(line)) continue;
    if (deep === 0) {
      row();
      kind = '';
      continue;
    }
    if (indent < 0) indent = deep;
    const text = line.trim();
    if (kind === 'glossary') {
      if (deep <= indent) blocks.push({ kind: 'term', text: rst(text.replace(/ : .*$/, '')) });
      else {
        const last = blocks.at(-1);
        if (last?.kind === 'definition') last.text = `${last.text} ${rst(text)}`;
        else blocks.push({ kind: 'definition', text: rst(text) });
      }
      continue;
    }
    const cell = /^(\*\s+)?-\s*(.*)$/.exec(text);
    if (cell?.[1]) row();
    if (cell) cells.push(cell[2] ?? '');
    else if (cells.length) cells.push(`${cells.pop()} ${text}`);
  }
  row();
  return blocks;
}

/** Roles, references and substitutions of reStructuredText. @param {string} text */
const rst = (text) => plainText(text.replace(/:[\w:+-]+:`([^`<]*?)(?:\s*<[^`>]*>)?`/g, '$1').replace(/`([^`<]*?)\s*<[^`>]*>`_*/g, '$1').replace(/\|[\w .-]+\|/g, ' ').replace(/\s+/g, ' ')).trim();
