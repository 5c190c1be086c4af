/**
 * @file The terms of an article as text to take away: Markdown, CSV and cards for Anki. Pure functions, no document.
 *
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 * @typedef {{title: string, terms: FoundTerm[]}} Findings  the part of an `Enrichment` that is exported
 */

import { safeUrl } from './dom.js';

/** What Markdown could read as markup inside a line. A glossary is data, so a term named `*args` stays `*args`. */
const MARKDOWN = /[\\`*_[\]<>&~|]/g;

/** What would end or escape the end of a Markdown link; `URL` has already encoded white space and angle brackets. */
const LINK_END = /[()\\]/g;

/**
 * A spreadsheet runs a cell that starts with one of these as a formula; tab and line breaks are dropped by some
 * before they look, and the full-width signs count in East Asian ones. White space in front does not make it safe.
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Excel takes a file for the local 8-bit code page unless it starts with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The heading row: for programs as much as for people, so the same in every language. */
const COLUMNS = ['term', 'category', 'mentions', 'definition', 'source', 'link'];

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** @param {string} text */
const escapeMarkdown = (text) => oneLine(text).replace(MARKDOWN, '\\$&');

/** @param {string} character */
const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * The terms as a Markdown list under the article's title.
 * @param {Findings} findings
 * @param {string} base  what relative links are relative to
 * @returns {string}
 */
export function toMarkdown({ title, terms }, base) {
  const lines = title ? [`# ${escapeMarkdown(title)}`, ''] : [];
  for (const { entry } of terms) {
    const link = safeUrl(entry.url, base);
    const category = entry.category ? ` (${escapeMarkdown(entry.category)})` : '';
    const source = link ? ` [${escapeMarkdown(entry.source || link.hostname)}](${link.href.replace(LINK_END, percent)})` : '';
    lines.push(`- **${escapeMarkdown(entry.term)}**${category}: ${escapeMarkdown(entry.definition)}${source}`);
  }
  return `${lines.join('\n')}\n`;
}

/** @param {string} text */
const escapeHtml = (text) => oneLine(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * The terms as a file that Anki imports: front, back and tags of a card in a line, separated by tabs. Its fields are HTML, so what a glossary says is escaped.
 * @param {Findings} findings
 * @param {string} base  what relative links are relative to
 * @returns {string}
 */
export function toAnki({ title, terms }, base) {
  const lines = ['#separator:tab', '#html:true', '#tags column:3'];
  for (const { entry } of terms) {
    const link = safeUrl(entry.url, base);
    const source = link ? `<br><a href="${escapeHtml(link.href)}">${escapeHtml(entry.source || link.hostname)}</a>` : '';
    // A tag ends at a space.
    const tag = oneLine(entry.category ?? title).replace(/[\s"]+/g, '-');
    lines.push([escapeHtml(entry.term), escapeHtml(entry.definition) + source, tag].join('\t'));
  }
  return `${lines.join('\n')}\n`;
}

/** @param {string} text */
function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The terms as CSV (RFC 4180), one row each, safe to open in a spreadsheet.
 * @param {Findings} findings
 * @param {string} base  what relative links are relative to
 * @returns {string}
 */
export function toCsv({ terms }, base) {
  const rows = [COLUMNS];
  for (const { entry, count } of terms) {
    const link = safeUrl(entry.url, base)?.href ?? '';
    rows.push([entry.term, entry.category ?? '', String(count), entry.definition, entry.source ?? '', link]);
  }
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
