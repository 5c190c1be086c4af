/**
 * @file `node xtask/js/wasm-text.js MODULE SCRIPT`: a Wasm module as a script that exports its bytes, one character for each.
 *
 * In base64 the bytes of a value no longer begin at a character, and a compressor sees no pattern in them: a module that is 34 KB with brotli is 44 KB then.
 * As characters below U+0100 it is 38.
 */
import { readFile, writeFile } from 'node:fs/promises';

const [module, script] = process.argv.slice(2);
if (!module || !script) throw new Error('expected MODULE SCRIPT');

/** What would end the text, or be read as something else in it. */
const SPECIAL = /[\0-\x1f\\'\x7f-\x9f]/g;

const text = (await readFile(module)).toString('latin1');
/** @param {string} character */
const escaped = (character) => (character < ' ' || character > '~' ? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}` : `\\${character}`);
await writeFile(script, `export default '${text.replace(SPECIAL, escaped)}';\n`);
await writeFile(script.replace(/js$/, 'd.ts'), 'declare const bytes: string;\nexport default bytes;\n');
