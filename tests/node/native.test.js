/**
 * @file The engine compiled for the machine and the engine compiled to Wasm give the same answers. They are one source, but not one
 * program: Wasm has vector code for blocks of 16 and 64, and the machine has not. So texts end, and what is not plain ASCII
 * stands, at every place around such borders.
 *
 * `GLOSSATOR_SEED` makes other cases than the usual ones.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pick, randomFrom } from '../../benches/random.js';
import { ALTERNATIVE, BLOCK, eachRow } from '../../www/host/tables.js';

/** @typedef {{name: string, glossary: import('../../www/host/types.js').GlossaryData, text: string}} Case */
/** @typedef {{matches: number[][], words: number, sentences: number[]}} Answer */

const wasm = new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url);
const skip = existsSync(wasm) ? false : 'the Wasm module is not built: run `cargo xtask wasm`';

const seed = Number(process.env.GLOSSATOR_SEED ?? 20260);
const random = randomFrom(seed);
/** @param {number} below */
const upTo = (below) => Math.floor(random() * below);

/** Where blocks of 16 and 64 end; the last one is behind several of each. */
const BORDERS = [16, 32, 48, 64, 128, 192];
/** So far before and behind a border everything is tried. */
const AROUND = 3;
const RANDOM_CASES = 400;

/** One each of what the folder treats in a way of its own, and of what is long in UTF-8 or UTF-16. */
const SPECIAL = [
  'é', 'e\u0301', 'ß', 'İ', 'ς', 'Ж', '区', '块', 'か\u3099', 'ไ', 'ﬃ', 'Ａ', '’', '“', '\u00a0', '\u2028', '\u00ad', '\u200b', '\u2011', '—', '😀', '𠀀', '\ud83d',
  '\ude00', '\u0000', '-', '  ', '\n', '`', '\ufffc', '\uffff', '\u007f', '\u0080', '\u07ff', '\u0800', '. ', '…', '。', '؟ ', '한', 'א',
];

const WORDS = ['bank', 'banks', 'key', 'a', 'market', 'capital market', 'CSRC', 'x', 'the', 'straße', 'résumé', 'five-year', 'C++', '区块链', 'AT&T', 'iz', 'Zebra', 'it’s'];

/** @type {Case['glossary']} */
const usual = {
  entries: [
    { term: 'bank', definition: 'd' },
    { term: 'capital market', aliases: ['market'], definition: 'd', not: ['the market'] },
    { term: 'CSRC', definition: 'd' },
    { term: 'straße', aliases: ['résumé'], definition: 'd', case: 'ignore' },
    { term: '区块', aliases: ['区块链'], definition: 'd' },
    { term: 'Bank', definition: 'd', priority: 1 },
    { term: 'key bank', definition: 'd' },
    { term: 'five year', aliases: ['C++', 'AT&T'], definition: 'd' },
  ],
};

/** Words, a space between each, cut to a length. @param {number} length */
function filler(length) {
  let text = '';
  while (text.length < length) text += `${pick(['to', 'be', 'of', 'and', 'for', 'with'], random)} `;
  return text.slice(0, length);
}

/** Something special at every place around every border: inside a term, before it and behind it. @returns {Case[]} */
function atBorders() {
  return BORDERS.flatMap((border) =>
    SPECIAL.map((special) => {
      const pieces = [];
      for (let at = border - AROUND; at <= border + AROUND; at += 1) {
        const place = pick(['in', 'before', 'behind'], random);
        const text = filler(at);
        // The space stays one: a term is a whole word.
        if (place === 'in') pieces.push(`${text.slice(0, Math.max(0, at - 3))} ba${special}nk`.slice(0, at + 9));
        else if (place === 'before') pieces.push(`${text}${special}bank key bank`);
        else pieces.push(`${text.slice(0, at - 5)} bank${special}market`);
      }
      return { name: `${JSON.stringify(special)} around ${border}`, glossary: usual, pieces };
    }),
  ).flatMap(({ name, glossary, pieces }) => pieces.map((text, index) => ({ name: `${name}, text ${index}`, glossary, text })));
}

/** Texts that end at every place around every border, with a term at their end. @returns {Case[]} */
function ofLengths() {
  const lengths = [0, 1, 2, ...BORDERS.flatMap((border) => Array.from({ length: 2 * AROUND + 1 }, (_, i) => border - AROUND + i))];
  return lengths.flatMap((length) =>
    ['bank', 'BANKS', '区块链', 'capital market', 'bankx', 'é', '\ud83d'].map((end) => ({
      name: `${length} code units that end in ${JSON.stringify(end)}`,
      glossary: usual,
      text: `${filler(Math.max(0, length - end.length - 1))} ${end}`.slice(-length || Infinity),
    })),
  );
}

/** Any few labels in any text of words and special characters, as long as a border or thereabouts. @returns {Case[]} */
function atRandom() {
  const part = () => (random() < 0.5 ? pick(WORDS, random) : random() < 0.5 ? pick(SPECIAL, random) : ' ');
  const text = (/** @type {number} */ length) => {
    let text = '';
    while (text.length < length) text += part();
    return text.slice(0, length);
  };
  return Array.from({ length: RANDOM_CASES }, (_, index) => {
    const entries = Array.from({ length: 1 + upTo(8) }, () => {
      // JSON text has no lone surrogates for the other side to read, and NUL parts the texts that cross into Wasm: the host puts U+FFFD in its place.
      const label = (pick(WORDS, random) + (random() < 0.3 ? part() + part() : '')).replace(/\p{Surrogate}|\0/gu, '\ufffd');
      const rule = pick(/** @type {const} */ (['auto', 'exact', 'ignore']), random);
      return { term: label, definition: 'd', case: rule, inflect: random() < 0.5, priority: upTo(3), not: random() < 0.2 ? [`${pick(WORDS, random)} ${label}`] : [] };
    });
    return { name: `random ${index}`, glossary: { entries }, text: text(pick(BORDERS, random) + upTo(2 * AROUND + 1) - AROUND) };
  });
}

/** @param {string} text */
const units = (text) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/**
 * @param {Case[]} cases
 * @returns {Answer[]}
 */
function askNative(cases) {
  const input = cases.map(({ glossary, text }) => JSON.stringify({ glossary, text: units(text) })).join('\n');
  const { status, stdout, stderr, error } = spawnSync(process.env.CARGO ?? 'cargo', ['run', '--quiet', '--example', 'marks', '--', '--requests'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  assert.equal(status, 0, `cargo run --example marks: ${error ?? stderr}`);
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

/**
 * @param {Case[]} cases
 * @returns {Promise<Answer[]>}
 */
async function askWasm(cases) {
  const { loadAnalysis, loadWasm, LocalEngine } = await import('../../www/host/engine.js');
  await loadWasm();
  await loadAnalysis();
  const options = /** @type {const} */ ({ occurrences: 'all', maxMarks: 2 ** 32 - 1, density: 0, headings: true, summary: false, sentences: true });
  const answers = cases.map(async ({ glossary, text }) => {
    const engine = new LocalEngine(glossary);
    const blocks = Uint32Array.of(0, BLOCK);
    const reading = engine.read(text, blocks, options);
    const { matches: rows, report } = reading;
    const { sentences = [] } = await engine.analyse(text, blocks, reading, options);
    engine.free();
    /** @type {number[][]} */
    const matches = [];
    eachRow(rows, (start, end, entry, flags) => {
      if (flags & ALTERNATIVE) matches.at(-1)?.push(entry);
      else matches.push([start, end, entry]);
    });
    return { matches, words: report.words, sentences: sentences.flatMap(({ start, end }) => [start, end]) };
  });
  return Promise.all(answers);
}

for (const [name, make, fewest] of /** @type {const} */ ([
  ['something special at every place around the borders of blocks', atBorders, 1000],
  ['texts of every length around the borders of blocks', ofLengths, 150],
  ['random glossaries and texts', atRandom, RANDOM_CASES / 4],
])) {
  test(`native and Wasm agree: ${name}`, { skip }, async () => {
    const cases = make();
    const [native, inWasm] = [askNative(cases), await askWasm(cases)];
    assert.equal(native.length, cases.length);
    for (const [index, { name, glossary, text }] of cases.entries()) {
      const about = () => `${name} (GLOSSATOR_SEED=${seed}): ${JSON.stringify(text)} with ${JSON.stringify(glossary)}`;
      if (JSON.stringify(inWasm[index]) !== JSON.stringify(native[index])) assert.deepEqual(inWasm[index], native[index], about());
    }
    const found = native.reduce((sum, { matches }) => sum + matches.length, 0);
    assert.ok(found > fewest, `only ${found} matches in ${cases.length} texts: nothing was compared`);
  });
}
