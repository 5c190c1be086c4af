/**
 * @file What a reader downloads by the embed until the first mark, compressed as a good server does it, and whether that is
 * still within what we promise. `--sources` also says which module put how much into it.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildEmbed, embedFolder } from './dist-embed.js';
import { root } from './serve.js';

/** Bytes in a KB. */
const KB = 1024;

/** Until the first mark: Wasm and JavaScript, with every feature on (docs/size.md). What may not grow any more, and what we aim at. */
const LIMIT = 81.5 * KB;
const AIM = 60 * KB;

/**
 * Modules that are imported only when the marks are drawn: the engine's second module and its third, the sidebar, the card, what puts up both and their words, how to go to a place, what is
 * printed, frames, what is read anew after a change, and the button that asks readers who save data. Any other chunk counts, however it is imported, so that a dynamic import alone does not hide bytes.
 */
const LATER = ['analysis', 'analysis/survey', 'sidebar', 'sidebar-contents', 'triggers', 'furniture', 'go-to', 'print', 'frames', 'reread', 'offer'].map((name) => `www/host/${name}.js`);

/** Where the one tag begins. */
const ENTRY = 'www/host/embed.js';

/**
 * What each part may weigh, with what it alone brings along. Together the first two may be larger than they are allowed to be: LIMIT counts. A part that has to grow gets a higher limit here, and so
 * somebody sees it.
 * @type {{part: string, entry: string | null, limit: number}[]}
 */
const PARTS = [
  { part: 'Wasm', entry: null, limit: 59.8 * KB },
  { part: 'host without card and sidebar', entry: ENTRY, limit: 22 * KB },
  { part: 'card', entry: 'www/host/triggers.js', limit: 11 * KB },
  { part: 'sidebar, closed', entry: 'www/host/sidebar.js', limit: 6.8 * KB },
  { part: 'what it shows', entry: 'www/host/sidebar-contents.js', limit: 11 * KB },
  { part: 'what puts up both, and their words', entry: 'www/host/furniture.js', limit: 4 * KB },
  { part: 'what the engine says besides', entry: 'www/host/analysis.js', limit: 21.8 * KB },
  { part: 'what only editors ask', entry: 'www/host/analysis/survey.js', limit: 7.2 * KB },
];

/** What is loaded only where Wasm cannot be used, and then in place of it. */
const FALLBACK = 'www/host/fallback/fallback.js';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {number} raw  bytes
 * @property {number} small  bytes, brotli at its best
 * @property {'until the first mark' | 'later' | 'without Wasm only'} when
 */

/** @type {Part['when'][]} */
const ORDER = ['until the first mark', 'later', 'without Wasm only'];

/**
 * The output files that are loaded until the first mark: the entry, what it imports, and what those import in turn.
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {string} entry  the source of the entry
 * @param {string[]} later  sources of the modules that are not followed where they are imported dynamically
 * @returns {Set<string>}
 */
export function firstOutputs(outputs, entry, later) {
  const start = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === entry);
  if (!start) throw new Error(`no output has the entry ${entry}`);
  const first = new Set([start]);
  // a set that grows while it is walked
  for (const name of first) {
    for (const { path: to, kind, external } of outputs[name]?.imports ?? []) {
      if (external) continue;
      const source = outputs[to]?.entryPoint;
      if (kind === 'dynamic-import' && source !== undefined && later.includes(source)) continue;
      first.add(to);
    }
  }
  return first;
}

/**
 * @param {string} file
 * @param {Part['when']} when
 * @returns {Promise<Part>}
 */
async function weigh(file, when) {
  const bytes = await readFile(file);
  const small = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { name: path.basename(file), raw: bytes.length, small: small.length, when };
}

/** @param {Part[]} parts @returns {string} */
function table(parts) {
  const width = Math.max(...parts.map(({ name }) => name.length));
  /** @param {string} a @param {string | number} b @param {string | number} c @param {string} d */
  const row = (a, b, c, d) => `  ${a.padEnd(width)}  ${String(b).padStart(9)}  ${String(c).padStart(9)}  ${d}`.trimEnd();
  return [
    row('part', 'bytes', 'brotli', 'when'),
    ...parts.map(({ name, raw, small, when }) => row(name, raw, small, when)),
  ].join('\n');
}

/**
 * Which source put how much into the files that are loaded first.
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {Set<string>} first
 * @returns {string}
 */
function sources(outputs, first) {
  const rows = [...first].flatMap((name) => Object.entries(outputs[name]?.inputs ?? {}));
  return rows
    .sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
    .map(([name, { bytesInOutput }]) => `  ${String(bytesInOutput).padStart(7)}  ${name}`)
    .join('\n');
}

async function main() {
  const { metafile, wasmName } = await buildEmbed();
  const { outputs } = metafile;
  const first = firstOutputs(outputs, ENTRY, [...LATER, FALLBACK]);
  const parts = [await weigh(path.join(embedFolder, wasmName), 'until the first mark')];
  for (const [name, { entryPoint }] of Object.entries(outputs)) {
    const when = first.has(name) ? 'until the first mark' : entryPoint === FALLBACK ? 'without Wasm only' : 'later';
    parts.push(await weigh(path.join(root, name), when));
  }
  parts.sort((a, b) => ORDER.indexOf(a.when) - ORDER.indexOf(b.when) || b.small - a.small);

  /** @param {Part['when']} when */
  const total = (when) => parts.filter((part) => part.when === when).reduce((sum, { small }) => sum + small, 0);
  const sum = total('until the first mark');
  /** @param {number} bytes */
  const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
  console.log(table(parts));
  console.log(`Until the first mark: ${kb(sum)} of ${kb(LIMIT)} allowed, aim ${kb(AIM)} (1 KB = ${KB.toLocaleString('en')} bytes)`);
  console.log(`After it, for the card and the sidebar: ${kb(total('later'))}`);
  const heavy = PARTS.map(({ part, entry, limit }) => {
    const names = entry === null ? [wasmName] : [...firstOutputs(outputs, entry, [...LATER, FALLBACK])].filter((name) => entry === ENTRY || !first.has(name)).map((name) => path.basename(name));
    const weight = parts.filter(({ name }) => names.includes(name)).reduce((all, { small }) => all + small, 0);
    console.log(`  ${part.padEnd(30)}${kb(weight).padStart(8)} of ${kb(limit)}`);
    return { part, over: weight - limit };
  }).filter(({ over }) => over > 0);
  if (process.argv.includes('--sources')) console.log(`Minified bytes by source:\n${sources(outputs, first)}`);
  if (sum > LIMIT) {
    console.error(`The embed is ${sum - LIMIT} bytes over its budget.`);
    process.exitCode = 1;
  }
  for (const { part, over } of heavy) {
    console.error(`${part}: ${over} bytes over its limit.`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
