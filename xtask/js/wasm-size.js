/**
 * @file Which crate puts how much into a Wasm module: `cargo xtask wasm --names`, then `node xtask/js/wasm-size.js`, for the second module with `analysis`, and with
 * `--functions` the largest functions, each on a line. Function bodies are
 * counted by the crate in their name; a generic function of the standard library counts for the standard library, whoever uses it.
 * What a dependency costs in the compressed module is about its share of the bytes here.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './serve.js';

const CODE_SECTION = 10;
const DATA_SECTION = 11;
const IMPORT_SECTION = 2;
const CUSTOM_SECTION = 0;
/** In the name section: the names of functions. */
const FUNCTION_NAMES = 1;
const FUNCTION_IMPORT = 0;

/** Crates by what their functions are called. */
const CRATES = /\b(glossator|serde_wasm_bindgen|serde_core|js_sys|web_sys|wasm_bindgen|console_error_panic_hook|hashbrown|dlmalloc|alloc|core|std)\b/;

const [which, source] = process.argv.includes('analysis') ? ['wasm-analysis', 'analysis'] : ['wasm-marks', 'wasm'];
/** Of the functions, so many are shown. */
const LARGEST = 80;

const bytes = readFileSync(path.join(root, `target/wasm-with-names/${which}/glossator_bg.wasm`));
let at = 8;

/** An unsigned LEB128 number. */
function number() {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
    shift += 7;
  }
}

function text() {
  const length = number();
  at += length;
  return bytes.toString('utf8', at - length, at);
}

let imported = 0;
let data = 0;
/** @type {number[]} */
const bodies = [];
/** @type {Map<number, string>} */
const names = new Map();

while (at < bytes.length) {
  const id = bytes[at++];
  const length = number();
  const end = at + length;
  if (id === DATA_SECTION) data = length;
  if (id === IMPORT_SECTION) {
    // All imports of this module are functions: two names, a kind and a type.
    for (let left = number(); left > 0; left--) {
      text();
      text();
      if (bytes[at++] === FUNCTION_IMPORT) imported++;
      number();
    }
  }
  if (id === CODE_SECTION) {
    for (let left = number(); left > 0; left--) {
      const size = number();
      bodies.push(size);
      at += size;
    }
  }
  if (id === CUSTOM_SECTION && text() === 'name') {
    while (at < end) {
      const kind = bytes[at++];
      const size = number();
      const next = at + size;
      if (kind === FUNCTION_NAMES) for (let left = number(); left > 0; left--) names.set(number(), text());
      at = next;
    }
  }
  at = end;
}

/** @type {Map<string, number>} */
const crates = new Map([['data: tables and messages', data]]);
bodies.forEach((size, index) => {
  const crate = CRATES.exec(names.get(imported + index) ?? '')?.[1] ?? 'glue and unnamed';
  crates.set(crate, (crates.get(crate) ?? 0) + size);
});
if (process.argv.includes('--functions')) {
  const largest = [...bodies.entries()].sort((a, b) => b[1] - a[1]).slice(0, LARGEST);
  for (const [index, size] of largest) console.log(`${String(size).padStart(6)}  ${names.get(imported + index) ?? index}`);
}
const shipped = readFileSync(path.join(root, `www/host/${source}/glossator_bg.wasm`));
const small = brotliCompressSync(shipped, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const total = [...crates.values()].reduce((sum, size) => sum + size, 0);
for (const [crate, size] of [...crates].sort((a, b) => b[1] - a[1])) {
  console.log(`${crate.padEnd(28)} ${String(size).padStart(8)} bytes  ${((100 * size) / total).toFixed(1).padStart(5)} %  ~${Math.round((small * size) / total)} compressed`);
}
console.log(`\nshipped: ${shipped.length} bytes, ${small} with brotli`);
