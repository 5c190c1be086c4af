/** @file Where there is no Wasm: the engine in JavaScript, and what is said where that is missing too. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const host = fileURLToPath(new URL('../../www/host', import.meta.url));
const skip = existsSync(path.join(host, 'fallback/fallback.js')) ? false : 'the engine is not built: run `cargo xtask wasm`';

/** @type {string} */
let folder;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glossator-'));
  await cp(host, path.join(folder, 'incomplete'), { recursive: true, filter: (file) => path.basename(file) !== 'fallback' });
});
after(() => rm(folder, { recursive: true }));

/**
 * What a program prints that loads a glossary in a realm without Wasm.
 * @param {string} from  the folder of the host's modules
 * @param {string} [before]  what happens to the realm first
 * @param {string} [wasm]  the option of that name
 * @returns {Promise<string>}
 */
function withoutWasm(from, before = 'delete globalThis.WebAssembly;', wasm) {
  const address = pathToFileURL(path.join(from, 'glossary.js')).href;
  const program = `
    ${before}
    const { Glossary } = await import(${JSON.stringify(address)});
    await Glossary.load({ entries: [{ term: 'Metaverse', definition: 'd' }] }, ${JSON.stringify({ wasm })}).then(
      (glossary) => console.log(typeof WebAssembly, JSON.stringify(glossary.scan('the Metaverses').map(({ surface }) => surface))),
      ({ code, message }) => console.log(code, message),
    );`;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '--eval', program], (error, output) =>
      error ? reject(error) : resolve(output.trim()),
    );
  });
}

test('the engine in JavaScript takes the place', { skip }, async () => {
  assert.equal(await withoutWasm(host), 'undefined ["Metaverses"]');
});

test('without it, the error says what is forbidden and what to allow', { skip }, async () => {
  assert.match(await withoutWasm(path.join(folder, 'incomplete')), /^wasm-blocked .*'wasm-unsafe-eval'.*fallback/);
});

/** What bundlers for servers make of `new URL('file.wasm', import.meta.url)`: the path at which browsers will find it. */
const BUNDLED = `
  const { URL } = globalThis;
  globalThis.URL = new Proxy(URL, { construct: (_, [address, base]) => (/\\.wasm$/.test(address) ? { toString: () => '/static/x.wasm' } : new URL(address, base)) });`;

test('in the bundle of a server, where the file cannot be found, too', { skip }, async () => {
  assert.equal(await withoutWasm(host, BUNDLED), 'object ["Metaverses"]');
});

test('an address that was given is not passed over', { skip }, async () => {
  assert.match(await withoutWasm(host, '', '/static/x.wasm'), /^wasm-load .*\/static\/x\.wasm/);
});
