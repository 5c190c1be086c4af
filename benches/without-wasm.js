/**
 * @file What it costs where Wasm is refused: `cargo xtask bench without-wasm`. The built-in glossary over 500,000 characters in Node, by the engine in Wasm and by the same in
 * JavaScript. Each round is a process of its own for each of them, so that both begin cold; they take turns.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWasm, LocalEngine } from '../www/host/engine.js';
import { BLOCK } from '../www/host/tables.js';
import { root } from '../xtask/js/serve.js';
import { makePage } from './page.js';
import { median } from './table.js';

const ROUNDS = 7;

/** Times in one process; the first is the cold one, of the others the median counts. */
const REPEATS = 15;

/** Code units of text. */
const LENGTH = 500_000;

const REFUSED = '--import=./tests/support/without-wasm.js';
const WHAT = ['compile, the first time', 'compile', 'read, the first time', 'read'];

/** @param {() => void} work @returns {[first: number, later: number]} ms */
function time(work) {
  const times = Array.from({ length: REPEATS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return [times[0] ?? NaN, median(times.slice(1))];
}

/** One process's share. */
async function measure() {
  const glossary = JSON.parse(readFileSync(path.join(root, 'glossary/fintech-policy.json'), 'utf8'));
  const labels = glossary.entries.map((/** @type {{term: string}} */ { term }) => term);
  const text = makePage({ units: LENGTH, terms: labels }).replace(/<[^>]*>/g, '');
  const blocks = Uint32Array.of(0, BLOCK);
  const options = { occurrences: /** @type {const} */ ('all'), maxMarks: 1e6, density: 0, headings: true, title: '' };
  await loadWasm();
  const compile = time(() => new LocalEngine(glossary).free());
  const engine = new LocalEngine(glossary);
  const read = time(() => engine.read(text, blocks, options));
  console.log(JSON.stringify([...compile, ...read]));
}

function run() {
  /** @type {number[][][]} by kind: Wasm, JavaScript */
  const rounds = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, flags] of [[], [REFUSED]].entries()) {
      rounds[kind]?.push(JSON.parse(execFileSync(process.execPath, [...flags, fileURLToPath(import.meta.url), '--measure'], { cwd: root, encoding: 'utf8' })));
    }
  }
  console.log(`Node ${process.version}, medians of ${ROUNDS} processes each, ms${' '.repeat(5)}Wasm   JavaScript   ratio`);
  for (const [at, what] of WHAT.entries()) {
    const [wasm = NaN, script = NaN] = rounds.map((all) => median(all.map((times) => times[at] ?? NaN)));
    console.log(`${what.padEnd(44)}${wasm.toFixed(1).padStart(10)}${script.toFixed(1).padStart(13)}${(script / wasm).toFixed(1).padStart(8)}`);
  }
}

if (process.argv.includes('--measure')) await measure();
else run();
