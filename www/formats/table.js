/**
 * @file Tables as text: CSV (RFC 4180, and what spreadsheets make of it) and TSV. Pure.
 */

const QUOTE = '"';

/** What may stand between cells, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'];

/** Rows that are looked at to find out what stands between cells. */
const LOOKED_AT = 20;

/**
 * Line ends are any of the three. A quote counts only at the start of a cell; one that is not closed is text, or it would hold all that follows. Empty lines are no rows.
 * @param {string} text
 * @param {string} delimiter
 * @param {number} [most]  rows
 * @returns {string[][]}
 */
export function parseTable(text, delimiter, most = Infinity) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  const ends = new RegExp(`[${delimiter === '\t' ? '\\t' : `\\${delimiter}`}\\r\\n]`, 'g');
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const { length } = text;
  /** Is there one further on that closes a quote? Once there is none, there will be none. */
  let mayClose = true;
  const isClosed = (/** @type {number} */ from) => {
    if (!mayClose) return /^""(?!")/.test(text.slice(from, from + 3));
    for (let quote = text.indexOf(QUOTE, from + 1); quote >= 0; quote = text.indexOf(QUOTE, quote + 2)) if (text[quote + 1] !== QUOTE) return true;
    return (mayClose = false);
  };
  while (at <= length && rows.length < most) {
    let cell = '';
    if (text[at] === QUOTE && isClosed(at)) {
      // From quote to quote; two of them are one of the text.
      for (at += 1; ; ) {
        const quote = text.indexOf(QUOTE, at);
        const stop = quote < 0 ? length : quote;
        cell += text.slice(at, stop);
        at = stop + 1;
        if (text[at] !== QUOTE || quote < 0) break;
        cell += QUOTE;
        at += 1;
      }
    }
    ends.lastIndex = at;
    const end = ends.exec(text)?.index ?? length;
    cell += text.slice(at, end);
    row.push(cell);
    const isCell = text[end] === delimiter;
    if (!isCell) {
      if (row.length > 1 || cell !== '') rows.push(row);
      row = [];
    }
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (!isCell && at >= length) break;
  }
  return rows;
}

/**
 * The delimiter that cuts the first rows into the most equal ones.
 * @param {string} text
 * @returns {string}
 */
export function findDelimiter(text) {
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const rows = parseTable(text, delimiter, LOOKED_AT);
    const width = rows[0]?.length ?? 1;
    if (width < 2) continue;
    const equal = rows.filter((row) => row.length === width).length / rows.length;
    // Equality first; then a comma within sentences does not win against the semicolon between them.
    const score = equal * 100 + Math.min(width, 20);
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}
