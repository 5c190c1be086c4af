/**
 * @file `node xtask/js/wasm-text.js MODULE SCRIPT`: a Wasm module as a script that exports its bytes, one character for each.
 *
 * In base64 the bytes of a value no longer begin at a character, and a compressor sees no pattern in them: that costs 29 % with brotli. Characters cost 6 %, because half of them have two bytes in
 * UTF-8; with the most frequent bytes of a module as the characters of ASCII, 2 %. The text begins with what each of those stands for, and `www/host/second.js` reads it.
 */
import { readFile, writeFile } from 'node:fs/promises';

const [module, script] = process.argv.slice(2);
if (!module || !script) throw new Error('expected MODULE SCRIPT');

/** The characters of one byte that can be seen, and of these the ones that mean something in a text. */
const [FIRST, LAST] = [0x20, 0x7e];
const SPECIAL = ["'", '\\'].map((character) => character.charCodeAt(0));
/** All other bytes, whatever they mean: their last eight bits stay the byte. */
const ABOVE = 0x100;

const bytes = await readFile(module);
const counts = new Array(256).fill(0);
for (const byte of bytes) counts[byte] += 1;

const free = new Set(Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index).filter((code) => !SPECIAL.includes(code)));
const frequent = [...counts.keys()].sort((a, b) => counts[b] - counts[a]).slice(0, free.size);
/** Codes of characters by bytes. @type {Map<number, number>} */
const codes = new Map();
// What can stay as it is stays: texts are easier to compress then.
for (const byte of frequent) if (free.delete(byte)) codes.set(byte, byte);
const [...left] = free;
for (const byte of frequent) if (!codes.has(byte)) codes.set(byte, left.pop() ?? ABOVE);

const key = Array.from({ length: LAST - FIRST + 1 }, (_, index) => ABOVE + (frequent.find((byte) => codes.get(byte) === FIRST + index) ?? 0));
const text = [...key, ...Array.from(bytes, (byte) => codes.get(byte) ?? ABOVE + byte)];
await writeFile(script, `export default '${text.map((code) => String.fromCharCode(code)).join('')}';\n`);
await writeFile(script.replace(/js$/, 'd.ts'), 'declare const bytes: string;\nexport default bytes;\n');
