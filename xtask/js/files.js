/**
 * @file Copying, and what the project says of itself.
 */
import { cp, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from './serve.js';

/** Both licences: a copy of the code takes them along. */
export const licences = ['LICENSE-MIT', 'LICENSE-APACHE'];

/**
 * Makes a folder that has nothing in it.
 * @param {string} folder
 */
export async function empty(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/**
 * Copies a file of the repository.
 * @param {string} from  relative to the root
 * @param {string} to  a folder, or with `name` the folder of the copy
 * @param {string} [name]
 */
export async function copy(from, to, name = path.basename(from)) {
  await mkdir(to, { recursive: true });
  await cp(path.join(root, from), path.join(to, name));
}

/**
 * The files in a folder of the repository that end so, sorted, relative to the root.
 * @param {string} folder
 * @param {string} ending
 * @returns {Promise<string[]>}
 */
export async function list(folder, ending) {
  const names = await readdir(path.join(root, folder));
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** @returns {Promise<string>} the version in Cargo.toml, which is the version of everything */
export async function version() {
  const manifest = await readFile(path.join(root, 'Cargo.toml'), 'utf8');
  const found = /^\[package\]\n(?:(?!\[).*\n)*?version = "([^"]+)"/m.exec(manifest)?.[1];
  if (!found) throw new Error('Cargo.toml: no version in [package]');
  return found;
}
