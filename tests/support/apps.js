/**
 * @file The applications of `tests/e2e/apps`, bundled when a page asks for them: `/apps/NAME.js` as it is published, `/apps/NAME.development.js` as its
 * framework has it for developers, with more checks.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { root } from '../../xtask/js/serve.js';

const folder = path.join(root, 'tests/e2e/apps');

/** @param {boolean} dev @returns {import('esbuild').Plugin} */
const svelte = (dev) => ({
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path: filename }) => ({ contents: compile(await readFile(filename, 'utf8'), { filename, dev }).js.code }));
  },
});

/** @type {Map<string, Promise<Uint8Array>>} */
const built = new Map();

/**
 * @param {string} file  as in the address
 * @returns {Promise<Uint8Array>}
 */
export function bundleApp(file) {
  const known = built.get(file);
  if (known) return known;
  const [name, mode] = file.split('.');
  const isDevelopment = mode === 'development';
  const flags = { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false, __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false };
  const made = build({
    entryPoints: [path.join(folder, `${name}.js`)],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
    minify: !isDevelopment,
    conditions: ['browser', isDevelopment ? 'development' : 'production'],
    define: { 'process.env.NODE_ENV': JSON.stringify(isDevelopment ? 'development' : 'production'), ...Object.fromEntries(Object.entries(flags).map(([key, on]) => [key, `${on}`])) },
    plugins: [svelte(isDevelopment)],
  }).then(({ outputFiles }) => /** @type {Uint8Array} */ (outputFiles[0]?.contents));
  built.set(file, made);
  return made;
}
