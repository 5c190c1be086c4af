/**
 * @file `dist/extension/{chrome,firefox}` and their zips, from `www/extension`.
 *
 * `manifest.json` there is common to both; `manifest.chrome.json` and `manifest.firefox.json` (each may be absent) replace
 * or add top-level keys. The content script becomes one classic script, which is all that browsers inject; the other
 * scripts stay modules. What is not a script is copied.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { bundle, extensionWasm, WASM_NAME } from './bundle.js';
import { copy, empty, licences, version } from './files.js';
import { root } from './serve.js';

const source = path.join(root, 'www/extension');
const target = path.join(root, 'dist/extension');

/** The scripts that browsers start; everything else is imported by one of them. */
const background = 'background';
const moduleEntries = ['popup', 'options', 'importer', 'panel', 'welcome'];
const classicEntries = ['content', 'always'];

/** The glossary that works before the reader has chosen one. */
const glossary = 'glossary/fintech-policy.json';

/** The first day that a zip can name; local time, because that is what the format holds. */
const NO_TIME = new Date(1980, 0, 1);

export const hasExtension = () => existsSync(source);

export async function buildExtension() {
  if (!hasExtension()) throw new Error('www/extension does not exist: there is no extension to build');
  await empty(target);
  for (const browser of /** @type {const} */ (['chrome', 'firefox'])) {
    const folder = path.join(target, browser);
    await mkdir(folder, { recursive: true });
    await copyStatic(source, folder);
    await bundleAll(folder);
    await copy(path.relative(root, path.join(extensionWasm, 'glossator_bg.wasm')), folder, WASM_NAME);
    await copy(glossary, path.join(folder, 'glossary'));
    for (const file of licences) await copy(file, folder);
    await writeManifest(browser, folder);
    await writeFile(path.join(target, `glossator-${browser}.zip`), await zip(folder));
  }
  await writeStoreTexts();
}

/** What the stores ask for, by language: name, short and long description. */
async function writeStoreTexts() {
  const folder = path.join(target, 'store');
  await mkdir(folder);
  for (const locale of await readdir(path.join(source, '_locales'))) {
    const { name, description } = JSON.parse(await readFile(path.join(source, '_locales', locale, 'messages.json'), 'utf8'));
    const text = await readFile(path.join(root, 'docs/store', `${locale}.txt`), 'utf8');
    await writeFile(path.join(folder, `${locale}.txt`), [name.message, description.message, text].join('\n\n'));
  }
}

/** @param {string} name @returns {string | undefined} */
function entry(name) {
  const file = path.join(source, `${name}.js`);
  return existsSync(file) ? file : undefined;
}

/** Which version of the glossary that comes with the extension this is. */
const glossaryVersion = async () => createHash('sha256').update(await readFile(path.join(root, glossary))).digest('hex').slice(0, 16);

/** @param {string} folder */
async function bundleAll(folder) {
  /** @param {string[]} names */
  const present = (names) => names.map(entry).filter((file) => file !== undefined);
  // Readable: the stores' reviewers read it, and it is not downloaded page by page.
  const common = { outdir: folder, minify: false, define: { GLOSSATOR_GLOSSARY: JSON.stringify(await glossaryVersion()) } };
  // The extension's own pages allow Wasm in their policy.
  await bundle({ ...common, entryPoints: present([background]) }, { isWasmCertain: true, isExtension: true });
  await bundle({ ...common, entryPoints: present(moduleEntries) }, { isWasmCertain: true, isExtension: true, hasAnalysis: false });
  await bundle({ ...common, entryPoints: present(classicEntries), format: 'iife' });
}

/**
 * @param {string} from
 * @param {string} to
 */
async function copyStatic(from, to) {
  for (const item of await readdir(from, { withFileTypes: true })) {
    const file = path.join(from, item.name);
    if (file === extensionWasm) continue;
    if (item.isDirectory()) {
      await copyStatic(file, path.join(to, item.name));
    } else if (!/\.(?:js|md|d\.ts)$|^manifest\b.*\.json$/.test(item.name)) {
      await mkdir(to, { recursive: true });
      await cp(file, path.join(to, item.name));
    }
  }
}

/**
 * @param {'chrome' | 'firefox'} browser
 * @param {string} folder
 */
async function writeManifest(browser, folder) {
  /** @param {string} name @returns {Promise<Record<string, unknown>>} */
  const read = async (name) => JSON.parse(await readFile(path.join(source, name), 'utf8'));
  const own = `manifest.${browser}.json`;
  const manifest = {
    ...(await read('manifest.json')),
    ...(existsSync(path.join(source, own)) ? await read(own) : {}),
    version: await version(),
  };
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * The same bytes for the same files: sorted, and without the time of the build.
 * @param {string} folder
 * @returns {Promise<Uint8Array>}
 */
async function zip(folder) {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath ?? item.path, item.name))
    .sort();
  /** @type {import('fflate').Zippable} */
  const contents = {};
  for (const file of files) {
    const name = path.relative(folder, file).split(path.sep).join('/');
    contents[name] = new Uint8Array(await readFile(file));
  }
  return zipSync(contents, { level: 9, mtime: NO_TIME });
}
