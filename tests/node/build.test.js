/** @file The parts of the build that would fail silently: a byte that is not counted, a file served that should not be. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { firstOutputs } from '../../xtask/js/budgets.js';
import { serve } from '../../xtask/js/serve.js';

describe('what is downloaded until the first mark', () => {
  /**
   * @param {string | undefined} entryPoint
   * @param {[string, 'import-statement' | 'dynamic-import'][]} [imports]
   */
  const output = (entryPoint, imports = []) => ({
    bytes: 1,
    inputs: {},
    exports: [],
    ...(entryPoint !== undefined && { entryPoint }),
    imports: imports.map(([path, kind]) => ({ path, kind })),
  });
  const outputs = {
    'entry.js': output('embed.js', [['common.js', 'import-statement'], ['side.js', 'dynamic-import'], ['lazy.js', 'dynamic-import']]),
    'common.js': output(undefined, [['deep.js', 'import-statement']]),
    'deep.js': output(undefined, [['entry.js', 'import-statement']]),
    'side.js': output('sidebar.js', [['common.js', 'import-statement'], ['parts.js', 'import-statement']]),
    'parts.js': output(undefined),
    'lazy.js': output('lazy.js'),
  };

  test('static imports count, however deep, and so does any dynamic one that is not excused', () => {
    assert.deepEqual([...firstOutputs(outputs, 'embed.js', ['sidebar.js'])].sort(), ['common.js', 'deep.js', 'entry.js', 'lazy.js']);
  });

  test('a module that is excused counts all the same where it is imported statically', () => {
    const direct = { ...outputs, 'deep.js': output(undefined, [['side.js', 'import-statement']]) };
    assert.ok(firstOutputs(direct, 'embed.js', ['sidebar.js']).has('parts.js'));
  });

  test('an entry that is not there is an error', () => {
    assert.throws(() => firstOutputs(outputs, 'other.js', []), /other\.js/);
  });
});

describe('the static server', () => {
  /** @type {string} */
  let folder;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'glossator-'));
    await mkdir(path.join(folder, 'open'));
    await writeFile(path.join(folder, 'open/index.html'), 'index');
    await writeFile(path.join(folder, 'open/a b.wasm'), 'wasm');
    await writeFile(path.join(folder, 'secret.txt'), 'secret');
    await mkdir(path.join(folder, 'open-not'));
    await writeFile(path.join(folder, 'open-not/secret.txt'), 'secret');
    server = await serve({ mounts: { '/files/': path.join(folder, 'open') }, home: '/files/' });
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  /**
   * Asks for exactly this path: `fetch` would tidy it up first.
   * @param {string} target
   * @returns {Promise<{status: number | undefined, type: string | undefined, body: string}>}
   */
  const get = (target) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.origin);
      request({ hostname, port, path: target }, (response) => {
        let body = '';
        response.on('data', (data) => (body += data));
        response.on('end', () => resolve({ status: response.statusCode, type: response.headers['content-type'], body }));
      })
        .on('error', reject)
        .end();
    });

  test('serves an index', async () => {
    assert.deepEqual(await get('/files/'), { status: 200, type: 'text/html; charset=utf-8', body: 'index' });
  });

  test('gives Wasm the type that streaming compilation needs', async () => {
    assert.deepEqual(await get('/files/a%20b.wasm?x=1'), { status: 200, type: 'application/wasm', body: 'wasm' });
  });

  test('leads from the root to the home', async () => {
    assert.equal((await get('/')).status, 302);
  });

  test('survives what is no path', async () => {
    assert.equal((await get('http://example.org/files/')).status, 400);
    assert.equal((await get('/files/')).status, 200);
  });

  for (const target of [
    '/files/../secret.txt',
    '/files/%2e%2e/secret.txt',
    '/files/..%2fsecret.txt',
    '/files/..%2fopen-not/secret.txt',
    '/files/%5c..%5csecret.txt',
    '/files/%00',
    '/files/%zz',
    '/secret.txt',
    '//secret.txt',
    '/files',
  ]) {
    test(`has nothing at ${target}`, async () => {
      assert.equal((await get(target)).status, 404);
    });
  }
});
