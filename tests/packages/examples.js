/**
 * @file The projects of `www/examples`, copied to `target/packages` and given the packed package in place of the published one. What npm
 * installs stays there for the next run.
 */
import { spawn } from 'node:child_process';
import { cp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { root, serve } from '../../xtask/js/serve.js';
import { npm, run, workshop } from './packed.js';

const source = path.join(root, 'www/examples');

/** ms a development server may need to start: it compiles before its first answer. */
const PATIENCE = 90_000;

/** What the tools would tell their makers, or do otherwise because nobody looks on. */
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', CI: '1', NODE_ENV: '', BROWSER: 'none' };

/** @returns {Promise<string[]>} the names of all examples */
export async function names() {
  const items = await readdir(source, { withFileTypes: true });
  return items.filter((item) => item.isDirectory()).map(({ name }) => name).sort();
}

/**
 * Puts an example into a folder of its own and installs it, unless the last run has done so with the same packages.
 * @param {string} name
 * @param {string} tarball
 * @returns {Promise<string>} the folder
 */
async function prepare(name, tarball) {
  const folder = path.join(workshop, name);
  const manifest = JSON.parse(await readFile(path.join(source, name, 'package.json'), 'utf8'));
  manifest.dependencies.glossator = `file:${tarball}`;
  const wanted = JSON.stringify(manifest.dependencies);
  const stamp = path.join(folder, 'node_modules/.installed-for-tests');
  const isInstalled = (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
  for (const item of await readdir(folder).catch(() => [])) {
    if (item !== 'node_modules' && item !== 'package-lock.json') await rm(path.join(folder, item), { recursive: true, force: true });
  }
  await cp(path.join(source, name), folder, { recursive: true, filter: (file) => !/[\\/](node_modules|dist)$/.test(file) });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  if (!isInstalled) {
    // With a lock file: by it tools see where the project begins.
    await npm(['install', '--prefer-offline'], folder);
    await writeFile(stamp, wanted);
  }
  // What tools keep between runs goes by names and versions, and the package's stay the same while its content changes.
  for (const cache of ['.vite', '.cache', '.astro']) await rm(path.join(folder, 'node_modules', cache), { recursive: true, force: true });
  return folder;
}

/** Installations at a time: each waits for the network and the disk in turn. */
const AT_ONCE = 2;

/**
 * Prepares examples in their order, some ahead of those that are being tested.
 * @param {string[]} chosen
 * @param {string} tarball
 * @returns {(name: string) => Promise<string>} the folder of one, once it is there
 */
export function prepareAll(chosen, tarball) {
  /** @type {Map<string, Promise<string>>} */
  const folders = new Map();
  for (const [at, name] of chosen.entries()) {
    const earlier = folders.get(chosen[at - AT_ONCE] ?? '');
    const folder = Promise.resolve(earlier).catch(() => {}).then(() => prepare(name, tarball));
    folder.catch(() => {}); // who asks for it is told
    folders.set(name, folder);
  }
  return (name) => folders.get(name) ?? prepare(name, tarball);
}

/** @param {string} folder */
export const build = (folder) => run('npm', ['run', 'build', '--silent'], { cwd: folder, env: QUIET });

/**
 * Serves what was built.
 * @param {string} folder
 */
export const serveFiles = (folder) => serve({ mounts: { '/': folder } });

/**
 * Starts one of the example's own servers.
 * @param {string} folder
 * @param {string} script  in its package.json
 * @param {(port: number) => string[]} parameters
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serveBy(folder, script, parameters) {
  const port = await freePort();
  const env = { ...process.env, ...QUIET };
  delete (/** @type {NodeJS.ProcessEnv} */ (env).NODE_TEST_CONTEXT);
  // A group of its own, because npm does not pass on what ends it.
  const child = spawn('npm', ['run', script, '--silent', '--', ...parameters(port)], { cwd: folder, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  // Its input stays open: esbuild ends with it.
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const close = async () => {
    try {
      process.kill(-(/** @type {number} */ (child.pid)), 'SIGTERM');
    } catch {
      return; // it is gone
    }
    const timer = setTimeout(() => process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
  };
  const origin = `http://localhost:${port}`;
  let failures = 0;
  for (const end = Date.now() + PATIENCE; ; ) {
    const answer = await fetch(origin, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
    if (answer?.ok) return { origin, close };
    // A server that compiles while it is asked may fail once, and does so in words.
    if (answer && answer.status >= 500) failures += 1;
    if (child.exitCode !== null || Date.now() > end || failures > 5) {
      await close();
      throw new Error(`npm run ${script} in ${folder} does not answer (${answer?.status ?? 'nothing'} at ${origin}):\n${said.slice(0, 4000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** @param {string} file */
export const isThere = (file) => stat(file).then(() => true, () => false);
