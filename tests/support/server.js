/**
 * @file A static server for the tests: the parts of the project under fixed names, and response headers by query.
 *
 * `?csp=NAME` sets a Content-Security-Policy, `?log` puts the error collector in front of a page's own scripts (for
 * the engine whose driver cannot listen to the console), `?delay=MS` answers late, `?slow=MS` sends one half and, that much later, the other, `?status=N` answers with that status,
 * `?redirect=PATH` sends on to there, `?type=TYPE` sends another content type, `?isolated` asks for memory that is shared with nobody (COEP, COOP).
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { demoMounts, find, listen, root, types } from '../../xtask/js/serve.js';
import { bundleApp } from './apps.js';
import { CORPUS_POLICY, corpusGlossary, corpusPages } from './corpus.js';

/** Where texts that are not part of the project are kept; may be absent. */
export const sharedFolder = process.env.GLOSSATOR_CORPORA
  ? path.dirname(path.resolve(process.env.GLOSSATOR_CORPORA))
  : path.resolve(root, '../shared');

/** Folders by the prefix of a path. */
const mounts = {
  ...demoMounts,
  '/pages/': path.join(root, 'tests/e2e/pages'),
  '/support/': path.join(root, 'tests/support/in-page'),
  '/embed/': path.join(root, 'dist/embed'),
  // The same modules by another address are a copy that knows nothing of the first, as an extension's is.
  '/copy/': path.join(root, 'www/host'),
  '/shared/': sharedFolder,
  '/turbo/': path.join(root, 'node_modules/@hotwired/turbo/dist'),
  '/htmx2/': path.join(root, 'node_modules/htmx2/dist'),
  '/htmx4/': path.join(root, 'node_modules/htmx.org/dist'),
};

/** Content-Security-Policy headers by name. */
export const policies = /** @type {Record<string, string>} */ ({
  // what a careful site sends: nothing inline, no eval, and Wasm named
  strict:
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'",
  // nothing at all: what only an extension can enrich
  none: "default-src 'none'",
  sandbox: 'sandbox',
  // the page as it looks, without what it does
  noscript: "script-src 'none'",
  // the same as docs/hosting.md says it
  hosting: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  nonce: "default-src 'none'; script-src 'nonce-abc' 'wasm-unsafe-eval'; connect-src 'self'",
  // a site that does not know of Wasm
  nowasm: "script-src 'self'",
  // no markup from strings anywhere, nothing of others, and Wasm not named
  trusted: "require-trusted-types-for 'script'; default-src 'self'",
});

/** What a page sends to have memory that it shares with nobody (`?isolated`): whatever it embeds has to agree to that. */
const ISOLATED = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' };

/** What a page loads first when `?log` asks for it. */
const collector = '<script src="/support/collector.js"></script>';

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const query = url.searchParams;
  const delay = Number(query.get('delay') ?? 0);
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
  if (query.has('status')) return void response.writeHead(Number(query.get('status'))).end('no');
  if (query.has('redirect')) return void response.writeHead(302, { location: query.get('redirect') ?? '' }).end();
  if (url.pathname === '/blank') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return void response.end('<!doctype html><html lang="en"><title>blank</title></html>');
  }
  // ten megabytes of nothing: not worth a file
  if (url.pathname === '/spaces.json') {
    response.writeHead(200, { 'content-type': 'application/json' });
    return void response.end(' '.repeat(10 * 1024 * 1024));
  }
  if (url.pathname.startsWith('/corpus/')) return answerFromCorpus(url, response);
  if (url.pathname.startsWith('/apps/')) {
    const script = await bundleApp(path.basename(url.pathname));
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
    return void response.end(script);
  }
  const file = await find(mounts, url.pathname);
  if (file === undefined) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  const extension = path.extname(file);
  response.setHeader('content-type', query.get('type') ?? types[extension] ?? 'application/octet-stream');
  response.setHeader('cache-control', 'no-store');
  const policy = policies[query.get('csp') ?? ''];
  if (policy !== undefined) response.setHeader('content-security-policy', policy);
  if (query.has('isolated')) for (const [name, value] of Object.entries(ISOLATED)) response.setHeader(name, value);
  if (extension === '.html' && query.has('log')) {
    const html = await readFile(file, 'utf8');
    return void response.writeHead(200).end(html.replace(/<head[^>]*>/i, (head) => head + collector));
  }
  response.writeHead(200);
  const slow = Number(query.get('slow') ?? 0);
  if (slow > 0) {
    const bytes = await readFile(file);
    response.write(bytes.subarray(0, bytes.length / 2));
    await new Promise((resolve) => setTimeout(resolve, slow).unref());
    return void response.end(bytes.subarray(bytes.length / 2));
  }
  createReadStream(file).pipe(response);
}

/**
 * @param {URL} url
 * @param {import('node:http').ServerResponse} response
 */
function answerFromCorpus(url, response) {
  if (url.pathname === '/corpus/glossary.json') {
    response.writeHead(200, { 'content-type': 'application/json' });
    return void response.end(JSON.stringify(corpusGlossary({ dense: url.searchParams.has('dense') })));
  }
  const html = corpusPages().get(decodeURIComponent(url.pathname));
  if (html === undefined) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CORPUS_POLICY });
  response.end(url.searchParams.has('log') ? html.replace(/<head[^>]*>/i, (head) => head + collector) : html);
}

/** @typedef {Awaited<ReturnType<typeof startServer>>} TestServer */

/** Listens on a free port of the loopback interface. */
export function startServer() {
  return listen(
    createServer((request, response) => {
      answer(request, response).catch((error) => {
        if (!response.headersSent) response.writeHead(500);
        response.end(String(error));
      });
    }),
  );
}
