/** @file Snippets for web servers, run by these servers: what they then send of the embed. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from '../../xtask/js/serve.js';
import { findServers } from '../../xtask/js/servers.js';

const execute = promisify(execFile);

/** ms for a server to start. */
const PATIENCE = 15_000;

const SHORTLY = 'public, max-age=600';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** @returns {Promise<number>} a port that nobody has now */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** With Node's `fetch` nobody sees how a body was compressed. @param {string} url @returns {Promise<{status: number | undefined, headers: import('node:http').IncomingHttpHeaders}>} */
const head = (url) =>
  new Promise((resolve, reject) => {
    const request = get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    request.on('error', reject);
  });

/**
 * @param {string} program
 * @param {string[]} parameters
 * @param {number} port
 * @param {() => Promise<void>} look
 */
async function whileRunning(program, parameters, port, look) {
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LD_LIBRARY_PATH: path.join(root, 'target/servers/usr/lib/x86_64-linux-gnu') } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    for (const end = Date.now() + PATIENCE; ; ) {
      const answer = await head(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (answer) break;
      assert.ok(child.exitCode === null && Date.now() < end, `${program} does not answer: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await look();
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/** A site with the embed in it. @param {(site: string) => Promise<void>} look */
async function withSite(look) {
  const site = await mkdtemp(path.join(tmpdir(), 'glossator-site-'));
  try {
    // Apache gives up being root.
    await chmod(site, 0o755);
    await cp(path.join(root, 'dist/embed'), path.join(site, 'glossator'), { recursive: true });
    await look(site);
  } finally {
    await rm(site, { recursive: true, force: true });
  }
}

/** What docs/hosting.md asks for, file by file. @param {number} port */
async function servesAsItShould(port) {
  const names = await readdir(path.join(root, 'dist/embed'));
  const hashed = names.filter((name) => /^glossator-.*\.(js|wasm)$/.test(name));
  assert.ok(hashed.length > 5);
  for (const [name, type, cache] of [
    ['glossator.js', 'text/javascript', SHORTLY],
    ['glossary/fintech-policy.json', 'application/json', SHORTLY],
    ...hashed.map((name) => [name, name.endsWith('.js') ? 'text/javascript' : 'application/wasm', FOR_EVER]),
  ]) {
    const { status, headers } = await head(`http://127.0.0.1:${port}/glossator/${name}`);
    const got = [status, headers['content-type']?.replace(/; charset=utf-8$/i, ''), headers['cache-control'], headers['content-encoding']];
    assert.deepEqual(got, [200, type, cache, 'br'], name);
  }
}

/** @param {string} snippet  what goes into a `server` of nginx */
export async function nginx(snippet) {
  const { nginx: program, brotli } = findServers();
  if (!program || !brotli) return false;
  await withSite(async (site) => {
    const folder = path.join(site, 'glossator');
    for (const name of await readdir(folder, { recursive: true })) {
      if (!/\.(js|wasm|json)$/.test(name)) continue;
      const bytes = await readFile(path.join(folder, name));
      await writeFile(path.join(folder, `${name}.br`), brotliCompressSync(bytes));
      await writeFile(path.join(folder, `${name}.gz`), gzipSync(bytes));
    }
    const port = await freePort();
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${site}/.${name};`).join(' ');
    const file = path.join(site, 'nginx.conf');
    await writeFile(file, `load_module ${brotli}; daemon off; master_process off; pid ${site}/pid; error_log stderr warn; events {}
      http { access_log off; ${temporary} server { listen 127.0.0.1:${port}; root ${site};\n${snippet}\n} }`);
    await whileRunning(program, ['-c', file, '-p', site, '-e', 'stderr'], port, () => servesAsItShould(port));
  });
  return true;
}

/** @param {string} snippet  a `.htaccess` */
export async function apache(snippet) {
  const { apache: program, modules } = findServers();
  if (!program || !modules) return false;
  await withSite(async (site) => {
    await writeFile(path.join(site, 'glossator/.htaccess'), snippet);
    const port = await freePort();
    const file = path.join(site, 'apache.conf');
    const load = ['mpm_event', 'authz_core', 'mime', 'filter', 'brotli', 'headers'].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n');
    // No MIME types but those of the snippet.
    await writeFile(path.join(site, 'mime.types'), '');
    await writeFile(file, `ServerRoot ${site}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${site}/pid\nErrorLog ${site}/error.log\n${load}
      User nobody\nGroup nogroup\nTypesConfig ${site}/mime.types\nDocumentRoot ${site}\n<Directory ${site}>\nAllowOverride All\nRequire all granted\n</Directory>\n`);
    await whileRunning(program, ['-X', '-f', file], port, () => servesAsItShould(port));
  });
  return true;
}

/** @param {string} code  without `<?php` @returns {Promise<string | undefined>} what it prints; nothing where there is no PHP */
export async function php(code) {
  const { php: program } = findServers();
  if (!program) return undefined;
  const { stdout } = await execute(program, ['-d', 'error_reporting=E_ALL', '-d', 'display_errors=stderr', '-d', 'zend.assertions=1', '-r', code]).catch((error) => {
    throw new Error(`PHP: ${error.stderr || error.message}`);
  });
  return stdout;
}
