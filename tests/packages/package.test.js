/** @file The package itself, packed and installed into an empty project: `dist/npm` has to be built. */
import assert from 'node:assert/strict';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { publint } from 'publint';
import { origin } from '../../xtask/js/dist-npm.js';
import { root } from '../../xtask/js/serve.js';
import { emptyProject, pack, run } from './packed.js';

const TIMEOUT = 120_000;
const { resolve } = createRequire(import.meta.url);

describe('the packed package', { timeout: TIMEOUT }, () => {
  /** @type {string} */ let tarball;
  /** @type {string} */ let project;
  /** @type {Record<string, any>} */ let manifest;

  before(async () => {
    tarball = await pack();
    project = await emptyProject('empty', tarball);
    manifest = JSON.parse(await readFile(path.join(project, 'node_modules/glossator/package.json'), 'utf8'));
  });

  /** Runs a module in the project. @param {string} code */
  const node = async (code) => {
    await writeFile(path.join(project, 'run.js'), code);
    return run(process.execPath, ['run.js'], { cwd: project });
  };

  test('publint has nothing to say', async () => {
    const { messages } = await publint({ pkgDir: path.join(root, 'dist/npm'), strict: true });
    assert.deepEqual(messages, []);
  });

  test('every entry resolves to types in ESM (are the types wrong?)', async () => {
    const cli = path.join(path.dirname(resolve('@arethetypeswrong/cli/package.json')), 'dist/index.js');
    await run(process.execPath, [cli, tarball, '--profile', 'esm-only', '--no-emoji', '--no-color'], { cwd: root });
  });

  test('it brings nothing along', async () => {
    assert.equal(manifest['dependencies'], undefined);
    assert.deepEqual(await readdir(path.join(project, 'node_modules')).then((names) => names.filter((name) => !name.startsWith('.'))), ['glossator']);
  });

  test('its licences and its own README are in it', async () => {
    const names = await readdir(path.join(project, 'node_modules/glossator'));
    for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'README.md', 'package.json']) assert.ok(names.includes(name), name);
    const readme = await readFile(path.join(project, 'node_modules/glossator/README.md'), 'utf8');
    assert.match(readme, /^# glossator\n/);
    // Links into the repository lead nowhere from the registry.
    assert.doesNotMatch(readme, /\]\((?!https?:|#)/);
  });

  test('a statement of provenance is asked for where it can be made, with the repository that it names', () => {
    assert.deepEqual([manifest['publishConfig'], manifest['repository']], process.env['GITHUB_REPOSITORY'] ? [{ access: 'public', provenance: true }, manifest['repository']] : [undefined, undefined]);
    const { publishConfig, repository } = origin('https://code.example', 'us/glossator');
    assert.deepEqual(publishConfig, { access: 'public', provenance: true });
    assert.deepEqual(repository, { type: 'git', url: 'git+https://code.example/us/glossator.git' });
    assert.deepEqual(origin(undefined, undefined), {});
  });

  test('only what starts by itself has side effects, so that bundlers leave out the rest', () => {
    assert.deepEqual(manifest['sideEffects'], ['./host/define.js', './host/embed.js']);
    assert.equal(manifest['type'], 'module');
  });

  test('the wrappers for React and Vue stay under 60 lines', async () => {
    for (const name of ['react', 'vue']) {
      const lines = (await readFile(path.join(root, `www/host/${name}.js`), 'utf8')).split('\n').length;
      assert.ok(lines < 60, `${name}: ${lines}`);
    }
  });

  test('every module can be imported where there is no document, and that fetches nothing', async () => {
    // The embed starts by itself, and the frameworks of two are not here.
    const others = ['./embed', './react', './vue'];
    const modules = Object.keys(manifest['exports']).filter((name) => manifest['exports'][name].default?.endsWith('.js') && !others.includes(name));
    assert.ok(modules.length >= 5);
    const specifiers = modules.map((name) => name.replace(/^\./, 'glossator'));
    const out = await node(`
      globalThis.fetch = () => { throw new Error('it fetched'); };
      const before = Object.getOwnPropertyNames(globalThis).length;
      for (const name of ${JSON.stringify(specifiers)}) await import(name);
      await new Promise(setImmediate);
      console.log(Object.getOwnPropertyNames(globalThis).length - before, process.getActiveResourcesInfo().filter((name) => /timeout|immediate|tcp|fs/i.test(name)).join());
    `);
    assert.equal(out.trim(), '0', 'new globals, things under way');
  });

  test('scan and analyze work in Node', async () => {
    const out = await node(`
      import { Glossary } from 'glossator';
      const glossary = await Glossary.load({ entries: [{ term: 'China Securities Regulatory Commission', aliases: ['CSRC'], definition: 'x' }] });
      const text = 'Rules from the CSRC. The CSRC’s rules are many.';
      console.log(JSON.stringify([glossary.scan(text), glossary.analyze(text).terms.map(({ count }) => count), glossary.entry('china-securities-regulatory-commission').definition]));
    `);
    const [matches, counts, definition] = JSON.parse(out);
    assert.deepEqual(matches.map((/** @type {any} */ { start, end, surface, entry }) => [start, end, surface, entry]), [
      [15, 19, 'CSRC', 'china-securities-regulatory-commission'],
      [25, 29, 'CSRC', 'china-securities-regulatory-commission'],
    ]);
    assert.deepEqual(counts, [2]);
    assert.equal(definition, 'x');
  });

  test('a list in another format becomes a glossary, in code and by the command', async () => {
    const list = '# Words\n\n- **bond**: A debt that is traded.\n- **share** (part of a company): What a company is cut into.\n';
    await writeFile(path.join(project, 'words.md'), list);
    await writeFile(path.join(project, 'more.csv'), 'Begriff;Erklärung\nAnleihe;Eine Schuld.\nAktie;\n');
    const out = await node(`
      import { readFile } from 'node:fs/promises';
      import { Glossary } from 'glossator';
      import { importGlossary } from 'glossator/import';
      const { glossary, leftOut } = await importGlossary(await readFile('words.md'));
      console.log(glossary.entries.map(({ term }) => term).join(), leftOut, (await Glossary.load(glossary)).scan('two bonds').length);
    `);
    assert.equal(out.trim(), 'bond,share (part of a company) 0 1');
    const bin = path.join(project, 'node_modules/.bin/glossator');
    const { name, language, entries } = JSON.parse(await run(bin, ['--language', 'de', 'words.md', 'more.csv'], { cwd: project }));
    assert.deepEqual([name, language, entries.length], [undefined, 'de', 3]);
    await writeFile(path.join(project, 'named.json'), '{"name": "Money", "language": "en", "entries": [{"term": "coin", "definition": "A piece of metal."}]}');
    const both = JSON.parse(await run(bin, ['named.json', 'more.csv'], { cwd: project }));
    assert.deepEqual([both.name, both.language, both.entries.length], ['Money', 'en', 2], 'the first file that says it');
    await writeFile(path.join(project, 'story.txt'), 'It was late.\n\nNobody came.\n');
    await assert.rejects(run(bin, ['story.txt'], { cwd: project }), /story\.txt: .*no list of terms/);
  });

  const SCAN = `
    const { Glossary } = await import('glossator');
    const glossary = await Glossary.load({ entries: [{ term: 'Bund', definition: 'x' }] });
    console.log(glossary.scan('the Bund').map(({ surface }) => surface).join(), typeof document, typeof process);
  `;

  test('it works in a worker', async () => {
    const out = await node(`
      import { Worker } from 'node:worker_threads';
      await writeWorker();
      new Worker(new URL('./worker.js', import.meta.url));
      async function writeWorker() {
        const { writeFile } = await import('node:fs/promises');
        await writeFile(new URL('./worker.js', import.meta.url), ${JSON.stringify(SCAN)});
      }
    `);
    assert.equal(out.trim(), 'Bund undefined object');
  });

  test('it works where nothing is of Node: fetch reads files there, as in Deno', async () => {
    const out = await node(`
      import { readFile } from 'node:fs/promises';
      const fetched = [];
      globalThis.fetch = async (address) => {
        fetched.push(String(address).replace(/.*\\//, ''));
        return new Response(await readFile(new URL(address)), { headers: { 'content-type': 'application/wasm' } });
      };
      delete globalThis.process;
      ${SCAN}
      console.log(fetched.join());
    `);
    assert.equal(out.trim(), 'Bund undefined undefined\nglossator_bg.wasm');
  });

  test('the glossary and the schema can be imported', async () => {
    const out = await node(`
      import { createRequire } from 'node:module';
      import { Glossary } from 'glossator';
      const require = createRequire(import.meta.url);
      const glossary = await Glossary.load(require('glossator/glossary/fintech-policy.json'));
      console.log(glossary.size > 300, require('glossator/schema.json').type, require('glossator/package.json').version);
    `);
    assert.equal(out.trim(), `true object ${manifest['version']}`);
  });

  test('what is not exported cannot be reached', async () => {
    const out = await node("await import('glossator/host/marker.js').catch((error) => console.log(error.code));");
    assert.equal(out.trim(), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  test('a strict TypeScript project compiles, and errors are where they should be', async () => {
    await compile(['index.test-d.ts'], { skipLibCheck: false });
  });

  test('the component for Vue has a type that every version has which is allowed', async () => {
    assert.equal(manifest['peerDependencies'].vue, '>=3.3');
    const types = await readFile(path.join(project, 'node_modules/glossator/host/vue.d.ts'), 'utf8');
    // What Vue 3.5 deduces has more parameters than `DefineComponent` takes there.
    assert.match(types, /export declare const GlossPage: import\('vue'\)\.DefineComponent<\{\s*options: ComponentOptions;\s*as\?: string;\s*\}>;/);
  });

  test('with React, Vue and unified too', async () => {
    /** @param {string} name */
    const there = (name) => [path.join(root, 'node_modules', name)];
    const paths = {
      react: there('@types/react'), 'react/*': there('@types/react/*'), vue: there('vue'), unified: there('unified'), 'rehype-parse': there('rehype-parse'),
    };
    await compile(['frameworks.test-d.tsx'], { skipLibCheck: true, jsx: 'react-jsx', paths });
  });

  /**
   * @param {string[]} files  of `types/`
   * @param {Record<string, unknown>} options
   */
  async function compile(files, options) {
    for (const file of files) await cp(new URL(`types/${file}`, import.meta.url), path.join(project, file));
    const compilerOptions = {
      strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, types: [],
      target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'], resolveJsonModule: true, ...options,
    };
    for (const how of [{ module: 'nodenext', moduleResolution: 'nodenext' }, { module: 'esnext', moduleResolution: 'bundler' }]) {
      await writeFile(path.join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compilerOptions, ...how }, files }));
      await run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '--project', '.'], { cwd: project });
    }
  }
});
