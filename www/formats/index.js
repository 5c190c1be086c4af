/**
 * @file `glossator/import`: a glossary from a list in another format, in Node, in workers and in pages. It fetches nothing.
 */

import { textOfFile } from './bytes.js';
import { tableItems } from './columns.js';
import { readText } from './read.js';

/**
 * @typedef {import('../host/types.js').GlossaryData} GlossaryData
 */

/**
 * A glossary, and how much of the list is not in it.
 * @typedef {object} Imported
 * @property {GlossaryData} glossary  for `Glossary.load`, or to be saved as JSON
 * @property {number} leftOut  rows that have no term or no definition
 */

/**
 * Reads a list of terms: a spreadsheet, a table, a text, a page, data or a vocabulary. What it is, is seen from what is in it.
 * @param {string | ArrayBuffer | Uint8Array} source  its text, or the bytes of its file
 * @returns {Promise<Imported>}
 * @throws {import('../host/errors.js').GlossatorError} `glossary-invalid`, where no list of terms with definitions is found
 */
export async function importGlossary(source) {
  const text = typeof source === 'string' ? source : await textOfFile(source instanceof Uint8Array ? source : new Uint8Array(source));
  const { kind, name, language, items, rows, mapping } = readText(text);
  const { items: entries, leftOut } = kind === 'json' ? { items, leftOut: 0 } : tableItems(rows, mapping);
  return { glossary: /** @type {GlossaryData} */ ({ ...(name && { name }), ...(language && { language }), entries }), leftOut };
}
