/**
 * @file What the embed and the extension have in common: how host modules are bundled, and where the Wasm then lies.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './serve.js';

/** The Wasm module as the build made it. */
export const wasmFile = path.join(root, 'www/host/wasm/glossator_bg.wasm');

/** Its name beside a bundle, unless another is asked for. */
export const WASM_NAME = 'glossator.wasm';

/**
 * How `www/host/engine.js` names the module. Bundlers leave `new URL(…, import.meta.url)` alone or treat it each in its
 * own way; we put the new place there ourselves.
 */
const SOURCE_NAME = './wasm/glossator_bg.wasm';

/** How `www/host/aside.js` names the engine's worker; the same holds for it. */
const WORKER_NAME = './engine-worker.js';

/** @param {string} file  engine.js @param {string} wasmName @returns {Promise<string>} its source, which names the Wasm beside the bundle */
const placeWasm = async (file, wasmName) => place(await readFile(file, 'utf8'), `new URL('${SOURCE_NAME}', import.meta.url)`, `new URL('./${wasmName}', import.meta.url)`);

/** @param {string} file  aside.js @param {string} workerName */
const placeWorker = async (file, workerName) => place(await readFile(file, 'utf8'), `const WORKER = '${WORKER_NAME}';`, `const WORKER = '${workerName}';`);

/** @param {string} source @param {string} old  what it has once @param {string} replacement */
function place(source, old, replacement) {
  const parts = source.split(old);
  if (parts.length !== 2) throw new Error(`expected ${old} once, found it ${parts.length - 1} times`);
  return parts.join(replacement);
}

/** What wasm-bindgen's glue does for those who call `initSync` as one did years ago; `engine.js` does not. Both of its halves are left out: the question and the warning. */
const OLD_CALL = /if \(Object\.getPrototypeOf\(module\) === Object\.prototype\) \{\s*\(\{module\} = module\)\s*\} else \{\s*console\.warn\([^)]*\(\)[^)]*\)\s*\}/;

/** @param {string} file  the glue @returns {Promise<string>} */
async function withoutOldCall(file) {
  const glue = await readFile(file, 'utf8');
  if (!OLD_CALL.test(glue)) throw new Error(`expected the old way to call initSync in ${file}`);
  return glue.replace(OLD_CALL, '({module} = module)');
}

/** @param {string} wasmName @param {string} workerName @returns {import('esbuild').Plugin} */
const wasmBeside = (wasmName, workerName) => ({
  name: 'wasm-beside-the-bundle',
  setup(context) {
    context.onLoad({ filter: /[\\/]host[\\/]engine\.js$/ }, async ({ path: file }) => ({ contents: await placeWasm(file, wasmName), loader: 'js' }));
    context.onLoad({ filter: /[\\/]host[\\/]aside\.js$/ }, async ({ path: file }) => ({ contents: await placeWorker(file, workerName), loader: 'js' }));
    context.onLoad({ filter: /[\\/]host[\\/]wasm[\\/]glossator\.js$/ }, async ({ path: file }) => ({ contents: await withoutOldCall(file), loader: 'js' }));
  },
});

/** How `www/host/engine.js` imports a module of Node's, whose name it computes. */
const NODE_IMPORT = 'import(/* webpackIgnore: true */ /* @vite-ignore */ id)';

/**
 * For browsers only: no import of a computed name. It would never run there, but whoever reviews an extension has to find that out.
 * @param {string} wasmName
 * @returns {import('esbuild').Plugin}
 */
const browserOnly = (wasmName) => ({
  name: 'browser-only',
  setup(context) {
    context.onLoad({ filter: /[\\/]host[\\/]engine\.js$/ }, async ({ path: file }) => {
      const parts = (await placeWasm(file, wasmName)).split(NODE_IMPORT);
      if (parts.length !== 2) return { errors: [{ text: `expected ${NODE_IMPORT} once in engine.js, found it ${parts.length - 1} times` }] };
      return { contents: parts.join('undefined'), loader: 'js' };
    });
  },
});

/** Of the extension's own module, which can store what it has compiled. */
export const extensionWasm = path.join(root, 'www/extension/wasm');

/** The extension's module has all parts of the engine: its glue in the place of the other one's, and nothing to load afterwards. @type {import('esbuild').Plugin} */
const extensionGlue = {
  name: 'glue-of-the-extension',
  setup(context) {
    context.onLoad({ filter: /[\\/]host[\\/]second\.js$/ }, () => ({ contents: "import { analyse, survey } from './wasm/glossator.js'; export const load = async () => ({ analyse, survey });" }));
    context.onResolve({ filter: /\/wasm\/glossator\.js$/ }, () => ({ path: path.join(extensionWasm, 'glossator.js') }));
  },
};

/** For where Wasm is certain: what stands in for it is not part of the bundle. @type {import('esbuild').Plugin} */
const wasmOnly = {
  name: 'wasm-only',
  setup(context) {
    context.onLoad({ filter: /[\\/]host[\\/]fallback[\\/]fallback\.js$/ }, () => ({ contents: "throw new Error('it is not part of this build')" }));
  },
};

/** For pages that check glossaries and read no text: without the engine's later modules. @type {import('esbuild').Plugin} */
const withoutAnalysis = {
  name: 'without-analysis',
  setup(context) {
    context.onLoad({ filter: /[\\/]host[\\/]analysis\.js$/ }, () => ({ contents: "throw new Error('it is not part of this build')" }));
  },
};

/**
 * For an entry that is one file: what it imports dynamically lies beside it already.
 * @param {Map<string, string>} parts  by source, from the root: the name of the file
 * @returns {import('esbuild').Plugin}
 */
const partsBeside = (parts) => ({
  name: 'parts-beside-the-bundle',
  setup(context) {
    context.onResolve({ filter: /^\./ }, ({ path: source, resolveDir, kind }) => {
      const name = kind === 'dynamic-import' ? parts.get(path.relative(root, path.join(resolveDir, source))) : undefined;
      return name === undefined ? undefined : { path: `./${name}`, external: true };
    });
  },
});

/**
 * Bundles modules for browsers.
 * @param {import('esbuild').BuildOptions} options
 * @param {{isWasmCertain?: boolean, isExtension?: boolean, hasAnalysis?: boolean, wasmName?: string, workerName?: string, parts?: Map<string, string>}} [platform]
 *   `isExtension`: with the module that can store what it has compiled; `workerName`: where the engine's worker lies; `parts`: what is imported dynamically, where that is not to be bundled
 * @returns {Promise<import('esbuild').Metafile>}
 */
export async function bundle(options, { isWasmCertain = false, isExtension = false, hasAnalysis = true, wasmName = WASM_NAME, workerName = WORKER_NAME, parts } = {}) {
  const result = await build({
    absWorkingDir: root,
    bundle: true,
    charset: 'utf8',
    format: 'esm',
    legalComments: 'none',
    logLevel: 'warning',
    minify: true,
    plugins: [
      ...(isWasmCertain ? [browserOnly(wasmName), wasmOnly] : [wasmBeside(wasmName, workerName)]),
      ...(isExtension ? [extensionGlue] : []),
      ...(hasAnalysis ? [] : [withoutAnalysis]),
      ...(parts ? [partsBeside(parts)] : []),
    ],
    // What `www/host` is written in; nothing is to be rewritten for older browsers.
    target: 'es2022',
    ...options,
    metafile: true,
  });
  return result.metafile;
}
