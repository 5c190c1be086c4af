// The allocator of the Wasm (src/wasm/heap.rs): what is freed is given out again, and no block is given out twice.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LocalEngine, loadWasm } from '../../www/host/engine.js';
import { initSync } from '../../www/host/wasm/glossator.js';

await loadWasm();
// It is there already, so the glue only hands out what it has.
const memory = /** @type {WebAssembly.Memory} */ (Reflect.get(initSync(/** @type {any} */ ({})), 'memory'));

const ALL = { occurrences: /** @type {const} */ ('all'), maxMarks: 2 ** 32 - 1, density: 0, headings: true };

/** @param {number} size @returns {LocalEngine} a glossary of so many made-up terms */
const glossaryOf = (size) => new LocalEngine({ entries: Array.from({ length: size }, (_, index) => ({ term: `term${index.toString(36)}x`, definition: 'd' })) });

/** @param {number} size @param {number} words @returns {number[]} what a glossary of that size finds in a text of so many words, start and end of each */
function round(size, words) {
  const engine = glossaryOf(size);
  try {
    const text = Array.from({ length: words }, (_, index) => `term${((index * 7) % (2 * size)).toString(36)}x`).join(' ');
    const { matches } = engine.read(text, Uint32Array.of(0, 1), ALL);
    return Array.from(matches);
  } finally {
    engine.free();
  }
}

const SIZES = [1, 3, 10, 33, 100, 333, 1000, 3333];

describe('memory of the engine', () => {
  test('stops growing where the same work is done again', () => {
    for (const size of SIZES) round(size, 4 * size);
    const after = memory.buffer.byteLength;
    for (let i = 0; i < 10; i += 1) for (const size of SIZES) round(size, 4 * size);
    assert.equal(memory.buffer.byteLength, after);
  });

  test('smaller work after larger takes no more', () => {
    round(5000, 20_000);
    const after = memory.buffer.byteLength;
    for (let size = 4990; size > 0; size -= 500) round(size, 4 * size);
    assert.ok(memory.buffer.byteLength <= after * 1.25, `${after} bytes, then ${memory.buffer.byteLength}`);
  });

  test('what one glossary holds is not touched by others that come and go', () => {
    const kept = glossaryOf(500);
    const text = 'term0x and termax, not termdwx';
    const first = Array.from(kept.read(text, Uint32Array.of(0, 1), ALL).matches);
    assert.ok(first.length > 0);
    for (const size of SIZES) {
      round(size, 3 * size);
      assert.deepEqual(Array.from(kept.read(text, Uint32Array.of(0, 1), ALL).matches), first, `after ${size} terms`);
    }
    kept.free();
  });

  test('answers do not depend on what was there before', () => {
    const first = SIZES.map((size) => round(size, 3 * size));
    assert.deepEqual([...SIZES].reverse().map((size) => round(size, 3 * size)), first.reverse());
  });
});
