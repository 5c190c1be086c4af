/**
 * @file `dist/embed`: the files behind the one tag, to be put on any static host, in any folder.
 *
 * The entry `glossator.js` keeps its name; every other file that it loads has a name with a hash of its content, so that it can be cached for
 * ever and a new version never meets a part of an old one. What is imported dynamically stays a chunk of its own and is loaded when it is needed.
 * Terser goes over what esbuild has minified, which makes it 4 % smaller with brotli.
 *
 * `integrity.json` holds the value of each file for subresource integrity (docs/hosting.md).
 */
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { minify } from 'terser';
import { bundle, wasmFile } from './bundle.js';
import { copy, empty, licences, list } from './files.js';
import { root } from './serve.js';

export const embedFolder = path.join(root, 'dist/embed');

/** Only what is safe for any code; the second pass finds what the first has laid bare, and a third the rest. @type {import('terser').MinifyOptions} */
const MINIFY = { module: true, ecma: 2020, compress: { passes: 3 } };

/** In front of each file until it is minified, so that the hash in its name is also one of what minifies it. */
const STAMP = `/* ${createRequire(import.meta.url)('terser/package.json').version} ${JSON.stringify(MINIFY)} */`;

/** The bytes of a Wasm module as text, and what wasm2js has made of one: nothing is found in them, and the first come out larger. */
const COMPILED = ['www/host/analysis/module.js', 'www/host/fallback/fallback.js'];

/** Digits of a hash in a name: those of esbuild's chunks. */
const DIGITS = 8;

/** @returns {Promise<{metafile: import('esbuild').Metafile, wasmName: string, integrity: Record<string, string>}>} what went into which file */
export async function buildEmbed() {
  await empty(embedFolder);
  const hash = createHash('sha256').update(await readFile(wasmFile)).digest('hex').slice(0, DIGITS);
  const wasmName = `glossator-${hash}.wasm`;
  // A bundle of its own: what a worker shared with the entry would be one more file for every page.
  const worker = await bundle(
    { entryPoints: { 'glossator-worker': 'www/host/engine-worker.js' }, outdir: embedFolder, entryNames: '[name]-[hash]', banner: { js: STAMP } },
    { wasmName, isWasmCertain: true },
  );
  const workerName = `./${path.basename(Object.keys(worker.outputs)[0] ?? '')}`;
  const metafile = await bundle(
    {
      entryPoints: { glossator: 'www/host/embed.js' },
      outdir: embedFolder,
      splitting: true,
      chunkNames: 'glossator-[name]-[hash]',
      banner: { js: STAMP },
    },
    { wasmName, workerName },
  );
  for (const [name, { inputs }] of Object.entries({ ...worker.outputs, ...metafile.outputs })) {
    await shrink(path.join(root, name), Object.keys(inputs).some((source) => COMPILED.includes(source)));
  }
  await copy(path.relative(root, wasmFile), embedFolder, wasmName);
  const integrity = await integrityOf(embedFolder);
  await writeFile(path.join(embedFolder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
  for (const file of await list('glossary', '.json')) await copy(file, path.join(embedFolder, 'glossary'));
  for (const file of licences) await copy(file, embedFolder);
  return { metafile, wasmName, integrity };
}

/** @param {string} file  a script @param {boolean} isCompiled  is it better left as it is? */
async function shrink(file, isCompiled) {
  const source = (await readFile(file, 'utf8')).replace(`${STAMP}\n`, '');
  await writeFile(file, isCompiled ? source : ((await minify(source, MINIFY)).code ?? source));
}

/** @returns {Promise<string>} the tag to copy, with the value of the entry */
export async function buildAndShowEmbed() {
  const { integrity } = await buildEmbed();
  return `
  <script type="module" src="glossator.js" data-glossary="glossary.json" crossorigin="anonymous"
    integrity="${integrity['glossator.js']}"></script>
  (integrity.json has the values of the other files; docs/hosting.md says where they go)`;
}

/**
 * @param {string} folder
 * @returns {Promise<Record<string, string>>} the value of each of its files
 */
async function integrityOf(folder) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const name of (await readdir(folder)).sort()) {
    values[name] = `sha384-${createHash('sha384').update(await readFile(path.join(folder, name))).digest('base64')}`;
  }
  return values;
}
