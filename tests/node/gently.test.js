/** @file A glossary that is compiled in steps is the same glossary. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { compiling, LocalEngine, loadWasm } from '../../www/host/engine.js';
import { flatten, flattening } from '../../www/host/flat.js';
import { loadGently } from '../../www/host/gently.js';
import { Glossary } from '../../www/host/index.js';

const file = readFileSync(new URL('../../glossary/fintech-policy.json', import.meta.url), 'utf8');
const data = JSON.parse(file);
const TEXT = 'The People’s Bank of China (PBoC), the CSRC and KPMG look at blockchains and digital currencies. Metaverses are in the plural.';

/** @template Result @param {Generator<void, Result>} steps @returns {[Result, number]}  and how many steps it took */
function run(steps) {
  for (let count = 0; ; count += 1) {
    const { done, value } = steps.next();
    if (done) return [value, count];
  }
}

/** The part of a window that is asked. */
const view = /** @type {any} */ ({ setTimeout, document: { hidden: false } });

describe('a glossary in steps', () => {
  before(() => loadWasm());

  test('it crosses as it does at once, and no step is more than an entry', () => {
    const [flat, steps] = run(flattening(data));
    assert.deepEqual(flat, flatten(data));
    assert.equal(steps, 2 * data.entries.length);
  });

  test('it finds what it finds at once', () => {
    const [compiled, steps] = run(compiling(flatten(data)));
    assert.ok(steps > data.entries.length / 20, `${steps} steps`);
    const [whole, parts] = [new LocalEngine(data), new LocalEngine(data, compiled)].map((engine) => new Glossary(engine, data));
    const found = whole?.scan(TEXT) ?? [];
    assert.ok(found.length > 5, JSON.stringify(found));
    assert.deepEqual(parts?.scan(TEXT), found);
    assert.deepEqual(parts?.entries, whole?.entries);
    whole?.free();
    parts?.free();
  });

  test('loaded for a page, with nothing else to do in between', async () => {
    const [whole, parts] = [await Glossary.load(file), await loadGently(file, undefined, view)];
    assert.deepEqual(parts.scan(TEXT), whole.scan(TEXT));
    assert.deepEqual([parts.name, parts.language, parts.size], [whole.name, whole.language, whole.size]);
    whole.free();
    parts.free();
  });

  /** @type {[name: string, glossary: any, code: string, path: string | undefined][]} */
  const refused = [
    ['an entry without a definition', { entries: [{ term: 'a', definition: 'b' }, { term: 'c' }] }, 'glossary-invalid', 'entries[1].definition'],
    ['no entries', { entries: [] }, '', undefined],
    ['entries that are no list', { entries: 'a' }, 'glossary-invalid', 'entries'],
    ['what is no JSON', '{ "entries": ', 'glossary-invalid', undefined],
    ['a getter that throws', { get entries() { throw new Error('no'); } }, 'glossary-invalid', undefined],
  ];
  for (const [name, glossary, code, path] of refused) {
    test(`${name}: as at once`, async () => {
      const outcomes = await Promise.all([Glossary.load(glossary), loadGently(glossary, undefined, view)].map((made) => made.then(() => ['', undefined, ''], (error) => [error.code, error.path, error.message])));
      assert.deepEqual(outcomes[1], outcomes[0]);
      assert.deepEqual(outcomes[1]?.slice(0, 2), [code, path]);
    });
  }
});
