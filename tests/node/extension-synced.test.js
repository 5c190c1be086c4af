/** @file What the extension keeps in `storage.sync`: within the browser's limits, and on this device where they are reached. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { listUnsynced, loadSynced, saveSynced } from '../../www/extension/synced.js';

/** As the browsers have them: bytes of an item, as JSON with its name, and of all; items. */
const ITEM_BYTES = 8192;
const ALL_BYTES = 102_400;
const MOST_ITEMS = 512;

/** @type {Map<string, unknown>} */
let synced;
/** @type {Map<string, unknown>} */
let local;
/** @type {string} why nothing can be written */
let refusal;
let writes = 0;

/** @param {() => Map<string, unknown>} items @param {(items: Map<string, unknown>) => void} check */
const area = (items, check) => ({
  get: async (/** @type {string[]} */ names) => Object.fromEntries(names.filter((name) => items().has(name)).map((name) => [name, structuredClone(items().get(name))])),
  async set(/** @type {Record<string, unknown>} */ changes) {
    const next = new Map([...items(), ...Object.entries(changes)]);
    check(next);
    for (const [name, value] of Object.entries(changes)) items().set(name, structuredClone(value));
  },
  remove: async (/** @type {string[]} */ names) => names.forEach((name) => items().delete(name)),
});

const bytes = (/** @type {[string, unknown]} */ [name, value]) => Buffer.byteLength(name + JSON.stringify(value));

/** @param {Map<string, unknown>} items */
function enforce(items) {
  writes += 1;
  if (refusal) throw new Error(refusal);
  const sizes = [...items].map(bytes);
  if (sizes.some((size) => size > ITEM_BYTES)) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
  if (sizes.reduce((sum, size) => sum + size, 0) > ALL_BYTES) throw new Error('QUOTA_BYTES quota exceeded');
  if (items.size > MOST_ITEMS) throw new Error('MAX_ITEMS quota exceeded');
}

Object.assign(globalThis, { chrome: { storage: { sync: area(() => synced, enforce), local: area(() => local, () => {}) } } });

beforeEach(() => {
  [synced, local, refusal, writes] = [new Map(), new Map(), '', 0];
});

/** As many hidden terms, by ids as long as they are. @param {number} count @param {string} [letter] */
const known = (count, letter = 'x') => ({ 'glossator:known': JSON.stringify(Array.from({ length: count }, (_, n) => `6f1c2d3e-0000-4000-8000-000000000000:${letter.repeat(12)}-${n}`)) });

describe('what is synchronised', () => {
  for (const [name, value, items] of /** @type {[string, Record<string, unknown>, number][]} */ ([
    ['nothing', {}, 1],
    ['settings', { occurrences: 'all', sidebar: false }, 1],
    ['forty terms', known(40), 1],
    ['a thousand terms', known(1000), 1 + 24],
    ['terms in Chinese', known(400, '术'), 1 + 10],
    ['quotes and backslashes', { text: '"\\'.repeat(4000) }, 1 + 7],
  ])) {
    test(`${name}: comes back, in ${items} item(s) and one write`, async () => {
      await saveSynced('choices', value);
      assert.deepEqual(await loadSynced('choices'), value);
      assert.equal(synced.size, items);
      assert.equal(writes, 1);
      assert.deepEqual([await listUnsynced(), local.size], [[], 0]);
    });
  }

  test('a shorter text after a longer one', async () => {
    await saveSynced('choices', known(300));
    await saveSynced('choices', known(60));
    assert.deepEqual(await loadSynced('choices'), known(60));
    await saveSynced('choices', known(1));
    assert.deepEqual(await loadSynced('choices'), known(1));
  });

  test('what a version before has left on this device is still read, until something is saved', async () => {
    local.set('choices', { 'glossator:known': '["a"]' });
    assert.deepEqual(await loadSynced('choices'), { 'glossator:known': '["a"]' });
    await saveSynced('choices', {});
    assert.deepEqual([await loadSynced('choices'), local.size], [{}, 0]);
  });

  test('what is none of ours is nothing', async () => {
    for (const strange of ['{"half', 7, null, { pieces: 1e9 }, { pieces: 2 }, { pieces: 'a' }]) {
      synced.set('choices', strange);
      assert.deepEqual(await loadSynced('choices'), {}, JSON.stringify(strange));
    }
  });
});

describe('where the browser refuses, it is kept on this device', () => {
  test('too much for the storage', async () => {
    await saveSynced('choices', known(3000));
    assert.deepEqual(await loadSynced('choices'), known(3000));
    assert.deepEqual(await listUnsynced(), ['choices']);
    assert.equal(synced.size, 0);
  });

  test('no room beside what is there', async () => {
    for (let n = 0; n < 12; n += 1) synced.set(`other${n}`, 'x'.repeat(8100));
    await saveSynced('settings', { sidebar: false });
    await saveSynced('choices', known(600));
    assert.deepEqual(await listUnsynced(), ['choices'], 'the small one had room');
    assert.deepEqual(await loadSynced('choices'), known(600));
    assert.deepEqual(await loadSynced('settings'), { sidebar: false });
  });

  test('too many writes, and later it is taken', async () => {
    await saveSynced('settings', { sidebar: true });
    refusal = 'MAX_WRITE_OPERATIONS_PER_MINUTE quota exceeded';
    await saveSynced('settings', { sidebar: false });
    assert.deepEqual(await loadSynced('settings'), { sidebar: false }, 'the newer one counts');
    assert.deepEqual(await listUnsynced(), ['settings']);
    refusal = '';
    await saveSynced('settings', { sidebar: true, occurrences: 'all' });
    assert.deepEqual(await loadSynced('settings'), { sidebar: true, occurrences: 'all' });
    assert.deepEqual(await listUnsynced(), []);
    assert.equal(local.has('settings'), false);
  });

  test('of several writes at once the last one counts', async () => {
    await Promise.all([saveSynced('settings', { n: 1 }), saveSynced('settings', { n: 2 }), saveSynced('settings', { n: 3 })]);
    assert.deepEqual(await loadSynced('settings'), { n: 3 });
  });
});
