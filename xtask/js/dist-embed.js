/**
 * @file `dist/embed`: the files behind the one tag, to be put on any static host, in any folder.
 *
 * What is imported dynamically stays a chunk of its own and is loaded when it is needed.
 */
import path from 'node:path';
import { bundle, wasmFile, WASM_NAME } from './bundle.js';
import { copy, empty, licences, list } from './files.js';
import { root } from './serve.js';

export const embedFolder = path.join(root, 'dist/embed');

/** @returns {Promise<import('esbuild').Metafile>} what went into which file */
export async function buildEmbed() {
  await empty(embedFolder);
  const metafile = await bundle({
    entryPoints: { glossator: 'www/host/embed.js' },
    outdir: embedFolder,
    splitting: true,
    chunkNames: 'glossator-[name]-[hash]',
  });
  await copy(path.relative(root, wasmFile), embedFolder, WASM_NAME);
  for (const file of await list('glossary', '.json')) await copy(file, path.join(embedFolder, 'glossary'));
  for (const file of licences) await copy(file, embedFolder);
  return metafile;
}
