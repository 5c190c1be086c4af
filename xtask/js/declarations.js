/**
 * @file The declarations of the package, from the JSDoc of `www/host` and `www/formats`: written by tsc, then put into the form in which editors and the API reference read
 * them best. What tsc makes of a `@typedef` has lost the sentence above it, and of a typedef that only names another module's type it makes a second type.
 */
import { spawnSync } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './serve.js';

/**
 * Writes them beside the modules.
 * @param {string} folder  the package, with the modules in it
 */
export async function declare(folder) {
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '--project', path.join(root, 'tsconfig.declarations.json')],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('tsc could not write the declarations');
  for (const name of [...(await readdir(path.join(folder, 'host'))).map((file) => `host/${file}`), ...(await readdir(path.join(folder, 'formats'))).map((file) => `formats/${file}`)]) {
    if (!name.endsWith('.d.ts')) continue;
    const file = path.join(folder, name);
    const source = await readFile(file.replace(/\.d\.ts$/, '.js'), 'utf8').catch(() => '');
    await writeFile(file, describeTypes(nameImports(await readFile(file, 'utf8')), source));
  }
}

/**
 * `export type Mark = import('./types.js').Mark` is that type under a second name; here it becomes the same.
 * @param {string} text
 */
export const nameImports = (text) =>
  text.replace(/^export type (\w+) = (?:typeof )?import\('([^']+)'\)\.\1;$/gm, "import type { $1 } from '$2';\nexport type { $1 };");

/** A comment for documentation, from its line's begin. */
const COMMENT = /^\/\*\*(?:(?!\*\/)[^])*?\*\/\n/gm;

/**
 * @param {string} comment
 * @returns {{name: string, sentences: string} | undefined} what it says of the one type that it defines; nothing where it is about a file
 */
function typedefOf(comment) {
  const lines = comment.replace(/^\/\*\*|\s*\*\/\n$/g, '').split('\n').map((line) => line.replace(/^ ?\* ?/, '').trim());
  const at = lines.findIndex((line) => line.startsWith('@typedef'));
  if (at < 0 || comment.includes('@file') || lines.filter((line) => line.startsWith('@typedef')).length > 1) return undefined;
  // Its name comes behind the type, which may go over lines; `object` and what is on one line are all there is.
  const name = /\}\s+(\w+)\s*(?:$|@property)/m.exec(lines.slice(at).join('\n'))?.[1];
  return name === undefined ? undefined : { name, sentences: lines.slice(0, at).join('\n').trim() };
}

/**
 * Puts the sentences of a typedef above its type. tsc leaves some of these comments behind, at the end of the file, and those are taken out.
 * @param {string} declarations
 * @param {string} source  of the module
 */
export function describeTypes(declarations, source) {
  const typedefs = [...source.matchAll(COMMENT)].map(([comment]) => typedefOf(comment));
  const said = new Map(typedefs.map((typedef) => [typedef?.name, typedef?.sentences]));
  return declarations
    .replace(COMMENT, (comment) => (typedefOf(comment) ? '' : comment))
    .replace(/^export type (\w+)\b/gm, (line, name) => {
      const sentences = said.get(name);
      return sentences ? `/**\n${sentences.replace(/^/gm, ' * ')}\n */\n${line}` : line;
    });
}
