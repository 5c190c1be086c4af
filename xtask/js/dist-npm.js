/**
 * @file `dist/npm`: the package. The modules are the ones in `www/host` and `www/formats`, as they are; the declarations are made from
 * their JSDoc.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { declare } from './declarations.js';
import { copy, empty, licences, list, version } from './files.js';
import { root } from './serve.js';

const folder = path.join(root, 'dist/npm');

/**
 * What `import wasm from 'glossator/glossator.wasm'` gives depends on the bundler (an address, a module); the option `wasm` takes
 * either.
 */
const WASM_TYPES = `declare const wasm: string | URL | WebAssembly.Module;
export default wasm;
`;

export async function buildNpm() {
  await empty(folder);
  const modules = await list('www/host', '.js');
  for (const file of modules) await copy(file, path.join(folder, 'host'));
  for (const ending of ['.js', '.d.ts', '.wasm']) {
    for (const file of await list('www/host/wasm', ending)) await copy(file, path.join(folder, 'host/wasm'));
  }
  await withoutDispose(path.join(folder, 'host/wasm/glossator.d.ts'));
  for (const name of ['fallback', 'analysis']) {
    for (const ending of ['.js', '.d.ts']) {
      for (const file of await list(`www/host/${name}`, ending)) await copy(file, path.join(folder, 'host', name));
    }
  }
  for (const file of await list('www/formats', '.js')) await copy(file, path.join(folder, 'formats'));
  await declare(folder);
  await writeFile(path.join(folder, 'host/wasm-file.d.ts'), WASM_TYPES);
  await addPageTypes(['index', 'define', 'cards']);
  for (const file of await list('glossary', '.json')) await copy(file, path.join(folder, 'glossary'));
  for (const file of licences) await copy(file, folder);
  await copy('www/host/README.md', folder);
  const manifest = await describe();
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  check(manifest);
}

/**
 * No module imports the types that are added to the page's, so tsc does not either.
 * @param {string[]} modules
 */
async function addPageTypes(modules) {
  await copy('www/host/page-types.d.ts', path.join(folder, 'host'));
  for (const name of modules) {
    const file = path.join(folder, `host/${name}.d.ts`);
    await writeFile(file, `/// <reference path="./page-types.d.ts" />\n${await readFile(file, 'utf8')}`);
  }
}

/**
 * wasm-bindgen declares `[Symbol.dispose]`, which TypeScript knows only in a project whose `lib` is newer than ours has to be.
 * @param {string} file
 */
async function withoutDispose(file) {
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^ *\[Symbol\.dispose\]\(\): void;\n/gm, ''));
}

/**
 * Where the package was built. A statement of provenance can be made in continuous integration only, and names the repository, so both
 * are there together or not at all: elsewhere `npm publish` would refuse the package for it.
 * @param {string} [server]  as GitHub Actions sets it
 * @param {string} [repository]
 */
export function origin(server, repository) {
  if (!server || !repository) return {};
  const homepage = `${server}/${repository}`;
  return {
    homepage,
    repository: { type: 'git', url: `git+${homepage}.git` },
    bugs: `${homepage}/issues`,
    publishConfig: { access: 'public', provenance: true },
  };
}

/** The package's own package.json. */
async function describe() {
  /** @param {string} name */
  const module = (name) => ({ types: `./host/${name}.d.ts`, default: `./host/${name}.js` });
  const formats = { types: './formats/index.d.ts', default: './formats/index.js' };
  return {
    name: 'glossator',
    version: await version(),
    description: 'Finds the terms of a glossary on a page and explains them: tooltips and a summary beside the article.',
    keywords: ['glossary', 'tooltip', 'terminology', 'annotation', 'wasm'],
    license: 'MIT OR Apache-2.0',
    ...origin(process.env['GITHUB_SERVER_URL'], process.env['GITHUB_REPOSITORY']),
    type: 'module',
    // Everything else may be left out by a bundler where nothing of it is used.
    sideEffects: ['./host/define.js', './host/embed.js'],
    // For tools that do not read `exports` unless they are told to (Parcel).
    main: './host/index.js',
    types: './host/index.d.ts',
    exports: {
      '.': module('index'),
      './define': module('define'),
      './engine': module('engine'),
      './embed': module('embed'),
      './react': module('react'),
      './vue': module('vue'),
      './rehype': module('rehype'),
      './cards': module('cards'),
      './import': formats,
      './glossator.wasm': { types: './host/wasm-file.d.ts', default: './host/wasm/glossator_bg.wasm' },
      './glossary/*': './glossary/*',
      './schema.json': './glossary/schema.json',
      './package.json': './package.json',
    },
    bin: { glossator: './formats/cli.js' },
    peerDependencies: { react: '>=18', vue: '>=3.3' },
    peerDependenciesMeta: { react: { optional: true }, vue: { optional: true } },
    engines: { node: '>=20' },
  };
}

/**
 * Every file that the manifest promises is there.
 * @param {Awaited<ReturnType<typeof describe>>} manifest
 */
function check(manifest) {
  /** @param {unknown} value @returns {string[]} */
  const paths = (value) => (typeof value === 'string' ? [value] : Object.values(/** @type {object} */ (value)).flatMap(paths));
  for (const file of [...paths(manifest.exports), ...manifest.sideEffects]) {
    if (file.includes('*') || existsSync(path.join(folder, file))) continue;
    throw new Error(`package.json names ${file}, which is not in dist/npm`);
  }
}

