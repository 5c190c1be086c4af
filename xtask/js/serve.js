/**
 * @file A static server on the loopback interface: some folders under some prefixes, nothing else.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Content types by extension.
 * @type {Record<string, string>}
 */
export const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** What the demo page needs. */
export const demoMounts = {
  '/demo/': path.join(root, 'www/demo'),
  '/host/': path.join(root, 'www/host'),
  '/glossary/': path.join(root, 'glossary'),
};

/**
 * The file for a URL path; undefined where there is none or the path leaves its folder.
 * @param {Record<string, string>} mounts
 * @param {string} pathname  as the URL has it, escaped
 * @returns {Promise<string | undefined>}
 */
export async function find(mounts, pathname) {
  const prefix = Object.keys(mounts).find((prefix) => pathname.startsWith(prefix));
  const folder = prefix && mounts[prefix];
  if (!prefix || !folder) return undefined;
  let rest;
  try {
    rest = decodeURIComponent(pathname.slice(prefix.length));
  } catch {
    return undefined; // a malformed escape
  }
  if (rest.includes('\0')) return undefined;
  // `%2e%2e%2f` survives the URL parser: what counts is where the path ends up
  let file = path.join(folder, path.sep, rest);
  if (file !== path.join(folder, path.sep) && !file.startsWith(folder + path.sep)) return undefined;
  if (file.endsWith(path.sep)) file = path.join(file, 'index.html');
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}

/**
 * Starts a server on the loopback interface.
 * @param {import('node:http').Server} server
 * @param {number} [port]  0: any free one
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function listen(server, port = 0) {
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Serves until it is closed.
 * @param {object} options
 * @param {Record<string, string>} options.mounts  folder by prefix; a prefix starts and ends with `/`
 * @param {string} [options.home]  where `/` redirects to
 * @param {number} [options.port]  0: any free one
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serve({ mounts, home, port = 0 }) {
  const server = createServer(async (request, response) => {
    const target = `http://localhost${request.url}`;
    if (!request.url?.startsWith('/') || !URL.canParse(target)) return void response.writeHead(400).end();
    const { pathname } = new URL(target);
    if (pathname === '/' && home) return void response.writeHead(302, { location: home }).end();
    // browsers ask for it on their own; an error in the console would be ours
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const file = await find(mounts, pathname);
    if (!file) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    response.writeHead(200, {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      // what is served is being worked on
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') return void response.end();
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  return listen(server, port);
}
