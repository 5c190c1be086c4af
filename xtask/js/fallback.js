/**
 * @file `node xtask/js/fallback.js FOLDER SCRIPT`: puts what wasm2js made (`engine.js`) and wasm-bindgen's glue for bundlers
 * (`glossator_bg.js`) together into one module that exports what the glue of the Wasm modules does.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const [folder, script] = process.argv.slice(2);
if (!folder || !script) throw new Error('expected FOLDER SCRIPT');

/**
 * The glue keeps views of the memory and sees by their length, or by a flag, that the memory has moved. Memory in JavaScript is copied when
 * it grows, and the old one stays as long as it was and looks like new.
 */
const STALE = /if \((cached\w+Memory0) === null \|\| .*\) \{/g;

const gluePath = path.join(folder, 'glossator_bg.js');
const glue = await readFile(gluePath, 'utf8');
const count = (/** @type {RegExp} */ expression) => glue.match(expression)?.length ?? 0;
const views = count(/^let cached\w+Memory0 = null/gm);
if (views === 0 || views !== count(STALE)) throw new Error(`the glue keeps ${views} views of the memory, and ${count(STALE)} of them could be mended`);
const patched = glue.replace(STALE, 'if ($1 === null || $1.buffer !== wasm.memory.buffer) {');
await writeFile(gluePath, patched);

await build({
  stdin: {
    contents: `
      import * as engine from './engine.js';
      import { __wbg_set_wasm } from './glossator_bg.js';
      __wbg_set_wasm(engine);
      export { CompiledGlossary, analyse, survey } from './glossator_bg.js';`,
    resolveDir: folder,
  },
  bundle: true,
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
  minify: true,
  outfile: script,
  target: 'es2022',
});

const types = "export { analyse, CompiledGlossary, survey } from '../wasm/glossator.js';\n";
await writeFile(script.replace(/js$/, 'd.ts'), types);
