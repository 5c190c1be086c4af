/**
 * @file The package as `npm publish` would send it, and folders to install it into. What takes long to fetch is kept under `target/`.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../xtask/js/serve.js';

/** Where packed packages and the projects with them are; emptied by `cargo clean`. */
export const workshop = path.join(root, 'target/packages');

const execute = promisify(execFile);

/** Windows has npm as a script. */
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} parameters
 * @param {import('node:child_process').ExecFileOptions} options
 * @returns {Promise<string>} its standard output
 * @throws {Error} with everything that it said, when it fails
 */
export async function run(program, parameters, options) {
  const env = { ...process.env, ...options.env };
  // Set by Node's test runner: what we start would report to it.
  delete env.NODE_TEST_CONTEXT;
  delete env.NODE_OPTIONS;
  try {
    const { stdout } = await execute(program, parameters, { maxBuffer: 2 ** 26, ...options, env });
    return String(stdout);
  } catch (error) {
    const { stdout, stderr } = Object(error);
    throw new Error(`${[program, ...parameters].join(' ')} failed in ${options.cwd}:\n${stdout}\n${stderr}`);
  }
}

/** @param {string[]} parameters @param {string} cwd */
export const npm = (parameters, cwd) => run(NPM, [...parameters, '--no-audit', '--no-fund', '--loglevel=error'], { cwd });

/**
 * Packs `dist/npm`. The file is named by what it holds: npm takes a file of the same name for the same package.
 * @returns {Promise<string>} the tarball's path
 */
export async function pack() {
  await mkdir(workshop, { recursive: true });
  const [{ filename }] = JSON.parse(await npm(['pack', '--json', '--pack-destination', workshop], path.join(root, 'dist/npm')));
  const file = path.join(workshop, filename);
  const hash = createHash('sha256').update(await readFile(file)).digest('hex').slice(0, 12);
  const named = path.join(workshop, `glossator-${hash}.tgz`);
  await rename(file, named);
  return named;
}

/**
 * A project with nothing in it but the package.
 * @param {string} name
 * @param {string} tarball
 * @returns {Promise<string>} its folder
 */
export async function emptyProject(name, tarball) {
  const folder = path.join(workshop, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
  await npm(['install', '--offline', '--no-package-lock', tarball], folder);
  return folder;
}
