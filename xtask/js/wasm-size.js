/**
 * @file What is in the Wasm modules: `cargo xtask size` builds them with the names of their functions and lists each by concern, and with `--functions` the largest functions.
 *
 * A function counts for the module of the source in its name, and a generic one of the standard library for the standard library, whoever uses it. What a concern costs in the compressed module
 * is measured by leaving its functions out of it: the others are then compressed without them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './serve.js';
import { bodiesOf, importedFunctions, namesOf, SECTION, sectionsOf } from './wasm-bytes.js';

const MODULES = [
  ['glossator_bg.wasm', 'first module: what is marked'],
  ['analysis.wasm', 'second module: what else is said'],
  ['survey.wasm', 'third module: what only editors ask'],
];

/** Of the functions, so many are shown. */
const LARGEST = 60;

/** Concerns by what their functions are called; the first that fits counts. @type {[name: string, expression: RegExp][]} */
const CONCERNS = [
  ['glossary: reading, checking, messages', /glossator::(?:glossary|error)|wasm::flat/],
  ['glossary: inflections and spellings', /matcher::(?:inflect|spelling|names)/],
  ['glossary: the matcher is made', /matcher::(?:compile|trie|sieve)/],
  ['matching: text is folded', /text::(?:fold|compose|pairs|cluster|decode|accents|marks|letters|kind|offsets|lanes|columns)/],
  ['matching: places, neighbours, overlap', /glossator::matcher|text::(?:words|class)/],
  ['abbreviations', /article::(?:abbreviations|fit|align|defined|acronyms)/],
  ['senses and salience', /article::(?:senses|salience)/],
  ['dates and figures', /article::facts/],
  ['suggestions', /article::(?:suggestions|persons)/],
  ['key sentences', /article::summary/],
  ['sentences, words, languages', /text::sentences|article::(?:tokens|language)/],
  ['the article on the page', /article::scope/],
  ['which are marked, the pipeline', /glossator::engine/],
  ['sorting, tables, letters of our own', /glossator::(?:base|text)/],
  ['boundary, memory', /glossator::wasm|wasm_bindgen|__wbindgen|compiledglossary|^analyse|^survey|heap/],
  ['standard library', /./],
];

/** @param {Uint8Array} bytes @returns {number} with brotli at its best */
const compressed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

/** @param {string} name  without what makes it unique @returns {string} */
const concernOf = (name) => CONCERNS.find(([, expression]) => expression.test(name))?.[0] ?? '';

/** @param {string} file */
function report(file) {
  const bytes = readFileSync(path.join(root, 'target/with-names', file));
  const imported = importedFunctions(bytes);
  const names = namesOf(bytes);
  const functions = bodiesOf(bytes).map(({ start, end }, index) => {
    const name = (names.get(imported + index) ?? '?').replace(/::h[\da-f]{16}$/, '');
    return { name, concern: concernOf(name), body: bytes.subarray(start, end) };
  });
  const code = Buffer.concat(functions.map(({ body }) => body));
  const all = compressed(code);
  const data = sectionsOf(bytes).find(({ id }) => id === SECTION.data);
  const segments = bytes.subarray(data?.start ?? 0, data?.end ?? 0);
  console.log(`  ${'bytes'.padStart(7)} ${'brotli'.padStart(7)}  code, by concern`);
  for (const [concern] of CONCERNS) {
    const [own, others] = [functions.filter((one) => one.concern === concern), functions.filter((one) => one.concern !== concern)];
    const size = own.reduce((sum, { body }) => sum + body.length, 0);
    if (size) console.log(`  ${String(size).padStart(7)} ${String(all - compressed(Buffer.concat(others.map(({ body }) => body)))).padStart(7)}  ${concern}`);
  }
  console.log(`  ${String(code.length).padStart(7)} ${String(all).padStart(7)}  all code, ${functions.length} functions`);
  console.log(`  ${String(segments.length).padStart(7)} ${String(compressed(segments)).padStart(7)}  data: tables and words`);
  if (process.argv.includes('--functions')) {
    for (const { name, body } of functions.sort((a, b) => b.body.length - a.body.length).slice(0, LARGEST)) console.log(`  ${String(body.length).padStart(7)}  ${name.slice(0, 150)}`);
  }
}

for (const [file = '', what] of MODULES) {
  console.log(`${what} (${file})`);
  report(file);
}
