/**
 * @file Numbers to a table of plain text: names to the left, figures to the right, each column as wide as it needs.
 */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string[]} cells
 * @property {string} note
 */

/** A line between rows. @typedef {{title: string}} Heading */

/**
 * @param {string[]} head  of the name, the cells and the note
 * @param {(Row | Heading)[]} lines
 * @returns {string}
 */
export function layTable(head, lines) {
  const rows = [head, ...lines.flatMap((line) => ('title' in line ? [] : [[line.name, ...line.cells, line.note]]))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lay = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) => (column === 0 || column === head.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = '-'.repeat(Math.max(...[...rows.map(lay), ...lines.map((line) => ('title' in line ? line.title : ''))].map(({ length }) => length)));
  const body = lines.map((line) => ('title' in line ? `\n${line.title}\n${rule}` : lay([line.name, ...line.cells, line.note])));
  return [lay(head), ...body].join('\n');
}

/** @param {readonly number[]} numbers  not empty */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/**
 * Three figures that mean something: `0.0123`, `1.23`, `12.3`, `123`, `12,345`.
 * @param {number} number
 */
export function figure(number) {
  if (!Number.isFinite(number)) return '';
  const digits = number < 0.1 ? 3 : number < 10 ? 2 : number < 100 ? 1 : 0;
  return number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
