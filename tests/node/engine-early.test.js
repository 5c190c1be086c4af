/** @file The engine alone, asked before it is loaded: a mistake that is told, and no end of the engine. Needs a realm of its own. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { loadAnalysis, loadSurvey, loadWasm, LocalEngine } from '../../www/host/engine.js';
import { loadGlossary } from '../../www/host/glossary.js';

const wasm = new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url);
const skip = existsSync(wasm) ? false : 'the Wasm module is not built: run `cargo xtask wasm`';
const data = { entries: [{ term: 'Metaverse', definition: 'A shared virtual world.' }] };

test('an engine that was made before loadWasm() says so, and can be made afterwards', { skip }, async () => {
  assert.throws(() => new LocalEngine(data), { name: 'GlossatorError', code: 'wasm-load', message: /await loadWasm\(\) first/ });
  await loadWasm();
  assert.equal(new LocalEngine(data).entries[0]?.id, 'metaverse');
});

test('analyze() of a glossary that was loaded for a page says what is missing, until all is loaded', { skip }, async () => {
  const glossary = await loadGlossary(data);
  const refused = { name: 'GlossatorError', code: 'wasm-load', message: /load the glossary by Glossary\.load/ };
  assert.throws(() => glossary.analyze('The Metaverse is near.'), refused);
  // What readers get is not enough.
  await loadAnalysis();
  assert.throws(() => glossary.analyze('The Metaverse is near.'), refused);
  await loadSurvey();
  assert.equal(glossary.analyze('The Metaverse is near.').sentences.length, 1);
});
