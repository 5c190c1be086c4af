/** @file What a trap in Wasm does: an error with a code, and no call into that memory ever again. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

const wasm = new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url);
const skip = existsSync(wasm) ? false : 'the Wasm module is not built: run `cargo xtask wasm`';
const data = { entries: [{ term: 'Metaverse', definition: 'A shared virtual world.' }] };

test('after a trap nothing is called any more', { skip }, async () => {
  const { Glossary } = await import('../../www/host/glossary.js');
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
  await assert.rejects(Glossary.load(data), { code: 'engine-dead' }, 'its memory is shared by all glossaries');
  assert.equal(calls, 1);
  assert.doesNotThrow(() => glossary.free());
  assert.equal(glossary.entry('metaverse')?.term, 'Metaverse');
});
