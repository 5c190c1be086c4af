/**
 * @file What a trap in Wasm does: an error with a code, and no call into that memory ever again. Glossaries that are loaded then have the engine
 * in JavaScript, and what traps in that one too is thrown.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mock, test } from 'node:test';

const wasm = new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url);
const skip = existsSync(wasm) ? false : 'the Wasm module is not built: run `cargo xtask wasm`';
const data = { entries: [{ term: 'Metaverse', definition: 'A shared virtual world.' }] };

test('after a trap nothing is called any more', { skip }, async () => {
  const { Glossary } = await import('../../www/host/glossary.js');
  const { loadGently } = await import('../../www/host/gently.js');
  const { CompiledGlossary } = await import('../../www/host/wasm/glossator.js');
  const glossary = await Glossary.load(data);
  const { read } = CompiledGlossary.prototype;
  const trap = new WebAssembly.RuntimeError('unreachable');
  let calls = 0;
  // No input is known to trap the real module, so the trap is put where it would come from.
  CompiledGlossary.prototype.read = () => {
    calls += 1;
    throw trap;
  };
  assert.throws(() => glossary.scan('Metaverse'), { name: 'GlossatorError', code: 'engine-dead', cause: trap });
  CompiledGlossary.prototype.read = function (...args) {
    calls += 1;
    return read.apply(this, args);
  };
  assert.throws(() => glossary.scan('Metaverse'), { code: 'engine-dead', cause: trap });
  assert.throws(() => glossary.analyze('Metaverse'), { code: 'engine-dead' });

  // Its memory is shared by all glossaries, so the next one is compiled without Wasm.
  CompiledGlossary.prototype.read = read;
  const warn = mock.method(console, 'warn', () => {});
  const [next, gently] = await Promise.all([Glossary.load(data), loadGently(data, undefined, /** @type {any} */ ({ setTimeout, document: { hidden: false } }))]);
  assert.deepEqual(warn.mock.calls.map(({ arguments: [first, error] }) => [first, error.code, error.cause]), [['glossator:', 'engine-dead', trap], ['glossator:', 'engine-dead', trap]]);
  for (const one of [next, gently]) assert.deepEqual(one.scan('The Metaverse.').map(({ start, end, entry }) => [start, end, entry]), [[4, 13, 'metaverse']]);
  assert.equal(next.analyze('The Metaverse is here.').terms[0]?.entry, 'metaverse');
  assert.throws(() => glossary.scan('Metaverse'), { code: 'engine-dead', cause: trap }, 'what was compiled before');
  assert.equal(calls, 1);

  const { CompiledGlossary: Fallback } = await import('../../www/host/fallback/fallback.js');
  const again = new WebAssembly.RuntimeError('unreachable again');
  mock.method(Fallback.prototype, 'ids', () => {
    throw again;
  });
  await assert.rejects(Glossary.load(data), { code: 'engine-dead', cause: again }, 'there is no third engine');
  await assert.rejects(Glossary.load(data), { code: 'engine-dead', cause: again });
  assert.equal(warn.mock.callCount(), 2);
  assert.doesNotThrow(() => glossary.free());
  assert.equal(glossary.entry('metaverse')?.term, 'Metaverse');
});
