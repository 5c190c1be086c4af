// The two Wasm modules of the engine (xtask/js/wasm-halves.js): the second is linked to the first, and to no other.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

const file = new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url);
const skip = existsSync(file) ? false : 'the Wasm module is not built: run `cargo xtask wasm`';

const text = 'The regulator fined the bank 352.1 billion yuan on December 21, 2021. Nobody had expected such a sum.';
const FACTS = 4;

/** @param {typeof import('../../www/host/wasm/glossator.js').analyse} analyse */
function askFor(analyse) {
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  return Array.from(analyse(units, Uint32Array.of(FACTS, 20211230, 0, 2, 0, 0, 0, 0, 0, 1)));
}

describe('the second module', { skip }, () => {
  /** @returns {Promise<typeof import('../../www/host/second.js')>} */
  const second = () => import('../../www/host/second.js');
  const bytes = skip ? Buffer.alloc(0) : readFileSync(file);
  /** The name that only modules of one build have: hexadecimal digits, as the linker's other names are not. */
  const mark = skip ? '' : (WebAssembly.Module.exports(new WebAssembly.Module(bytes)).find(({ name }) => /^[\da-f]{6}$/.test(name))?.name ?? '');

  test('answers with the first of its build', async () => {
    const { load } = await second();
    const answer = askFor(await load(new WebAssembly.Module(bytes)));
    // No key sentences, no sentences, one date.
    assert.deepEqual(answer.slice(0, 6), [0, 0, 1, text.indexOf('December'), text.indexOf('. Nobody'), 20211221]);
  });

  test('two that are loaded have memories of their own', async () => {
    const { load } = await second();
    const module = new WebAssembly.Module(bytes);
    const [one, other] = [await load(module), await load(module)];
    const first = askFor(one);
    for (let i = 0; i < 20; i += 1) assert.deepEqual(askFor(other), first);
    assert.deepEqual(askFor(one), first);
  });

  const others = [
    { name: 'a first module of another build', make: () => new WebAssembly.Module(Buffer.from(bytes.toString('latin1').replaceAll(mark, 'ffffff'), 'latin1')), refusal: WebAssembly.LinkError },
    { name: 'another module', make: () => new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)), refusal: WebAssembly.LinkError },
    { name: 'no module', make: () => undefined, refusal: TypeError },
  ];
  for (const { name, make, refusal } of others) {
    test(`refuses ${name}`, async () => {
      const { load } = await second();
      assert.equal(mark.length, 6);
      await assert.rejects(load(make()), refusal);
    });
  }
});
