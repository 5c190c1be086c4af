/**
 * @file `dist/embed`: the files behind the one tag, to be put on any static host, in any folder.
 *
 * The entry `glossator.js` keeps its name; every other file that it loads has a name with a hash of its content, so that it can be cached for
 * ever and a new version never meets a part of an old one. What is imported dynamically stays a file of its own and is loaded when it is needed.
 * The entry is one file: what it has in common with those is in both, because another file to fetch is another way to the server and back before the first mark. None of
 * it holds anything: functions, style rules, an error class that is told by its `code`.
 *
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

/** The bytes of Wasm modules as text, and what wasm2js has made of one: nothing is found in them, and the first come out larger. */
const COMPILED = ['www/host/analysis/module.js', 'www/host/analysis/survey.js', 'www/host/fallback/fallback.js'];

/** The source of the entry. */
const ENTRY = 'www/host/embed.js';

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
  const { entry, parts } = await bundleEntry({ outdir: embedFolder, banner: { js: STAMP } }, { wasmName, workerName });
  const metafile = { inputs: { ...parts.inputs, ...entry.inputs }, outputs: { ...parts.outputs, ...entry.outputs } };
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

/**
 * @param {import('esbuild').BuildOptions} options
 * @param {{wasmName: string, workerName: string}} platform
 */
async function bundleEntry(options, platform) {
  const entryPoints = { glossator: ENTRY };
  const { inputs } = await bundle({ ...options, entryPoints, splitting: true, write: false }, platform);
  const later = Object.values(inputs).flatMap(({ imports }) => imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path: source }) => source));
  const name = 'glossator-[name]-[hash]';
  const parts = await bundle({ ...options, entryPoints: [...new Set(later)], splitting: true, entryNames: name, chunkNames: name }, platform);
  const files = new Map(Object.entries(parts.outputs).flatMap(([file, { entryPoint }]) => (entryPoint ? [[entryPoint, path.basename(file)]] : [])));
  const entry = await bundle({ ...options, entryPoints }, { ...platform, parts: files });
  for (const { imports } of Object.values(entry.outputs)) for (const one of imports) Object.assign(one, { path: path.relative(root, path.join(embedFolder, one.path)), external: false });
  return { entry, parts };
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
