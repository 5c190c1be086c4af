/**
 * @file `node xtask/js/wasm-names.js FIRST SECOND`: gives what the second module imports from the first the names that compress best.
 *
 * The names are one character each, one after the other (`wasm-halves.js`). Which is the first of them means nothing, and yet how brotli parts a module into blocks depends on it: the sizes of the
 * same module with other names lie up to 200 bytes apart. So some are tried.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { Cursor, SECTION, sectionsOf, skipImport } from './wasm-bytes.js';

/** First names that are tried: each takes about half a second. */
const TRIES = 16;
/** The first character of ASCII that can be seen. */
const LOWEST = 0x21;

const [firstFile, secondFile] = process.argv.slice(2);
if (!firstFile || !secondFile) throw new Error('expected FIRST SECOND');
const [first, second] = await Promise.all([readFile(firstFile), readFile(secondFile)]);

/**
 * Where the names of one character are.
 * @param {Buffer} bytes
 * @param {number} id  of the section that has them
 * @param {(cursor: Cursor) => void} skip  from the end of a name to the next one
 */
function namesIn(bytes, id, skip) {
  /** @type {number[]} */
  const places = [];
  const section = sectionsOf(bytes).find((section) => section.id === id);
  if (!section) return places;
  const cursor = new Cursor(bytes, section.start);
  cursor.list(() => {
    if (id === SECTION.import) cursor.text();
    if (cursor.text().length === 1) places.push(cursor.at - 1);
    skip(cursor);
  });
  return places;
}

const exported = namesIn(first, SECTION.export, (cursor) => {
  cursor.byte();
  cursor.number();
});
const imported = namesIn(second, SECTION.import, skipImport);
const lowest = Math.min(...exported.map((at) => first[at] ?? 0));

/** @param {number} by */
const rename = (by) => {
  for (const at of exported) first[at] = (first[at] ?? 0) + by;
  for (const at of imported) second[at] = (second[at] ?? 0) + by;
};
/** @param {Buffer} bytes */
const sizeOf = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

let [best, least] = [0, Infinity];
rename(LOWEST - lowest);
for (let tried = 0; tried < TRIES; tried += 1) {
  const size = sizeOf(first) + sizeOf(second);
  if (size < least) [best, least] = [tried, size];
  rename(1);
}
rename(best - TRIES);
await Promise.all([writeFile(firstFile, first), writeFile(secondFile, second)]);
