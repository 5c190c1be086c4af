// The Wasm modules of the engine (xtask/js/wasm-parts.js): the second is linked to the first, the third to both, and to no others.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { dataOf } from '../../xtask/js/wasm-bytes.js';

const file = new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url);
const skip = existsSync(file) ? false : 'the Wasm module is not built: run `cargo xtask wasm`';

const text = 'The regulator fined the bank 352.1 billion yuan on December 21, 2021. Nobody had expected such a sum for stablecoins. The ECB likes stablecoins.';
const SENTENCES = 2;
const FACTS = 4;
const SUGGESTIONS = 8;

/** @param {typeof import('../../www/host/wasm/glossator.js').analyse} ask @param {number} flags */
function answerOf(ask, flags) {
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  return Array.from(ask(units, Uint32Array.of(flags, 20211230, 0, 2, 0, 0, 0, 0, 0, 1)));
}

describe('the later modules', { skip }, () => {
  /** @returns {Promise<typeof import('../../www/host/second.js')>} */
  const host = () => import('../../www/host/second.js');
  const bytes = skip ? Buffer.alloc(0) : readFileSync(file);
  /** The name that only modules of one build have: hexadecimal digits, as the linker's other names are not. */
  const mark = skip ? '' : (WebAssembly.Module.exports(new WebAssembly.Module(bytes)).find(({ name }) => /^[\da-f]{6}$/.test(name))?.name ?? '');
  const loaded = async () => {
    const { load } = await host();
    const later = await load(new WebAssembly.Module(bytes));
    return { analyse: later.analyse, survey: /** @type {typeof later.analyse} */ (await later.loadSurvey?.()) };
  };
  const date = [text.indexOf('December'), text.indexOf('. Nobody'), 20211221];
  const figure = text.indexOf('352.1');

  const [second, third] = [text.indexOf('Nobody'), text.indexOf('The ECB')];
  const rows = /** @type {const} */ ([
    // No key sentences, one date, one figure.
    { name: 'the second: dates and figures', part: 'analyse', flags: FACTS, from: 0, numbers: [0, 1, ...date, 1, figure] },
    { name: 'the third: sentences, no suggestions, acronyms', part: 'survey', flags: SENTENCES, from: 0, numbers: [3, 0, second - 1, second, third - 1, third, text.length, 0, 1, text.indexOf('ECB')] },
    { name: 'the third: suggestions, the best first', part: 'survey', flags: SUGGESTIONS, from: 2, numbers: [text.indexOf('stablecoins'), third - 2, 2] },
  ]);
  for (const { name, part, flags, from, numbers } of rows) {
    test(name, async () => {
      const answer = answerOf((await loaded())[part], flags);
      assert.deepEqual(answer.slice(from, from + numbers.length), numbers);
    });
  }

  test('the third uses the memory of the second, which stays as it was', async () => {
    const { analyse, survey } = await loaded();
    const [said, asked] = [answerOf(analyse, FACTS), answerOf(survey, SENTENCES | SUGGESTIONS)];
    for (let i = 0; i < 20; i += 1) {
      assert.deepEqual(answerOf(analyse, FACTS), said);
      assert.deepEqual(answerOf(survey, SENTENCES | SUGGESTIONS), asked);
    }
  });

  test('none of them writes over the data of one before it', async () => {
    const { decode } = await host();
    const scripts = [await import('../../www/host/analysis/module.js'), await import('../../www/host/analysis/survey.js')];
    /** What stands where, of all that are loaded so far. @type {Map<number, number>} */
    const memory = new Map();
    for (const part of [bytes, ...scripts.map((script) => Buffer.from(decode(script.default)))]) {
      let lost = 0;
      for (const { start, end, address } of dataOf(part)) {
        for (let at = start; at < end; at += 1) {
          const [place, byte] = [address + at - start, part[at] ?? 0];
          if (memory.get(place) && memory.get(place) !== byte) lost += 1;
          memory.set(place, byte);
        }
      }
      assert.equal(lost, 0);
    }
    assert.ok(memory.size > 30_000, `${memory.size} bytes of data`);
  });

  test('two that are loaded have memories of their own', async () => {
    const [one, other] = [await loaded(), await loaded()];
    const first = answerOf(one.analyse, FACTS);
    for (let i = 0; i < 20; i += 1) assert.deepEqual(answerOf(other.analyse, FACTS), first);
    assert.deepEqual(answerOf(one.analyse, FACTS), first);
  });

  const others = [
    { name: 'a first module of another build', make: () => new WebAssembly.Module(Buffer.from(bytes.toString('latin1').replaceAll(mark, 'ffffff'), 'latin1')), refusal: WebAssembly.LinkError },
    { name: 'another module', make: () => new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)), refusal: WebAssembly.LinkError },
    { name: 'no module', make: () => undefined, refusal: TypeError },
  ];
  for (const { name, make, refusal } of others) {
    test(`the second refuses ${name}`, async () => {
      const { load } = await host();
      assert.equal(mark.length, 6);
      await assert.rejects(load(make()), refusal);
    });
  }
});
