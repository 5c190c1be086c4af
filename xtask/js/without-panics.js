/**
 * @file `node xtask/js/without-panics.js MODULE`: takes out of a Wasm module, in place, what only words a panic.
 *
 * A panic ends in a trap, and nobody reads its message: the host sees the trap, and says that the engine is dead. But the standard library comes compiled, with code that
 * formats the message, and each check has a place in the source for it. So the functions that begin a panic become traps themselves, and the places zeros; wasm-opt then removes
 * what nothing calls any more. Names of functions are needed, so this comes before they are stripped.
 */
import { readFile, writeFile } from 'node:fs/promises';
import binaryen from 'binaryen';
import { dataOf } from './wasm-bytes.js';

/** Functions that do nothing but panic, by their names in the standard library. */
const PANICS =
  /\bpanicking::|::handle_alloc_error$|raw_vec::handle_error$|(?:option|result)::(?:unwrap_failed|expect_failed)$|slice_index_fail|slice_error_fail|default_alloc_error_hook|rust_panic|capacity_overflow/;

/** The file of a place in the source; its line and column are below these. */
const FILE = /^[\w/.+-]+\.rs$/;
const [MOST_LINES, MOST_COLUMNS] = [100_000, 1_000];

/** Bytes of a place: address and length of its file, line, column. */
const PLACE = 16;

const [file] = process.argv.slice(2);
if (!file) throw new Error('expected MODULE');
const bytes = await readFile(file);

const data = dataOf(bytes);

/** @param {number} address @param {number} length @returns {number} where that lies in the file; -1 where it does not */
function placeOf(address, length) {
  const segment = data.find((one) => address >= one.address && address + length <= one.address + one.end - one.start);
  return segment ? segment.start + address - segment.address : -1;
}

let places = 0;
/** @type {[from: number, to: number][]} */
const files = [];
for (const { start, end, address } of data) {
  for (let at = start + ((4 - (address % 4)) % 4); at + PLACE <= end; at += 4) {
    const [name, length, line, column] = [0, 4, 8, 12].map((offset) => bytes.readUInt32LE(at + offset));
    if (!name || !length || !line || !column || line > MOST_LINES || column > MOST_COLUMNS) continue;
    const from = placeOf(name, length);
    if (from < 0 || !FILE.test(bytes.toString('latin1', from, from + length))) continue;
    bytes.fill(0, at, at + PLACE);
    files.push([from, from + length]);
    places += 1;
  }
}
for (const [from, to] of files) bytes.fill(0, from, to);

binaryen.setDebugInfo(true);
const module = binaryen.readBinary(bytes);
let functions = 0;
for (let index = 0; index < module.getNumFunctions(); index += 1) {
  const reference = module.getFunctionByIndex(index);
  const { name, module: imported } = binaryen.getFunctionInfo(reference);
  if (imported || !PANICS.test(name)) continue;
  /** @type {any} */ (binaryen)._BinaryenFunctionSetBody(reference, module.unreachable());
  functions += 1;
}
if (functions === 0 || places === 0) throw new Error(`found ${functions} functions that panic and ${places} places for them: are the names stripped?`);
await writeFile(file, module.emitBinary());
