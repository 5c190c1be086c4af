/**
 * @file From the bytes of a file to its text, whatever program wrote it.
 */

import { GlossatorError } from '../host/errors.js';
import { textOf } from './encoding.js';
import { isArchive, textOfOffice } from './office.js';

/** What files begin with that hold no text, and what their reader can do. @type {[begin: string, what: string][]} */
const OTHERS = [
  ['%PDF', 'a PDF, which does not say what is a term: copy the list out of it and paste it here'],
  ['\xd0\xcf\x11\xe0', 'a document of an old office program: save it as .xlsx, .docx or CSV'],
  ['{\\rtf', 'a text in RTF: save it as .docx, .odt or plain text'],
  ['SQLite format 3', 'a database: export the list as text, CSV or TSV'],
  ['\x1f\x8b', 'packed: unpack it first'],
];

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<string>}
 * @throws {GlossatorError} `glossary-invalid`
 */
export async function textOfFile(bytes) {
  if (isArchive(bytes)) {
    const text = await textOfOffice(bytes);
    if (text === undefined) throw new GlossatorError('glossary-invalid', 'this is an archive: unpack it first; of Anki, export the notes as plain text');
    return text;
  }
  const begin = String.fromCharCode(...bytes.subarray(0, 20));
  const other = OTHERS.find(([sign]) => begin.startsWith(sign));
  if (other) throw new GlossatorError('glossary-invalid', `this is ${other[1]}`);
  return textOf(bytes);
}
