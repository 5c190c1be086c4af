/**
 * @file Serves the demo page. `--once` checks that the page and all that it needs answer, and exits.
 */
import { parseArgs } from 'node:util';
import { demoMounts, serve } from './serve.js';

/** The port where nothing is asked for: easy to remember, rarely taken. */
const USUAL_PORT = 8642;

/** What the page cannot do without, with the type that a browser insists on. */
const needed = [
  ['/demo/', 'text/html'],
  ['/host/index.js', 'text/javascript'],
  ['/host/wasm/glossator.js', 'text/javascript'],
  ['/host/wasm/glossator_bg.wasm', 'application/wasm'],
  ['/glossary/fintech-policy.json', 'application/json'],
];

const { values } = parseArgs({ options: { once: { type: 'boolean', default: false }, port: { type: 'string' } } });
const server = await start();

if (values.once) {
  const failures = await check(server.origin);
  await server.close();
  if (failures > 0) {
    console.error(`The demo does not work: ${failures} of the files it needs cannot be had.`);
    process.exitCode = 1;
  } else console.log('The demo answers.');
} else {
  console.log(`The demo is at ${server.origin}/demo/ (stop it with Ctrl+C)`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => server.close());
}

/** Listens on the port that was asked for; else on the usual one, else (it is taken) on any. */
async function start() {
  const options = { mounts: demoMounts, home: '/demo/' };
  if (values.port !== undefined) return serve({ ...options, port: Number(values.port) });
  if (values.once) return serve(options);
  try {
    return await serve({ ...options, port: USUAL_PORT });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    return serve(options);
  }
}

/**
 * Fetches what the page needs and every file that the page itself names.
 * @param {string} origin
 * @returns {Promise<number>} how many failed
 */
async function check(origin) {
  let failures = 0;
  /** @param {string} address @param {string} [wanted]  MIME type */
  const fetchOne = async (address, wanted) => {
    const response = await fetch(address);
    const body = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    const good = response.ok && body.length > 0 && (wanted === undefined || type.split(';')[0] === wanted);
    console.log(`${good ? 'ok    ' : 'FAILED'} ${response.status} ${new URL(address).pathname} ${type} ${body.length} bytes`);
    if (!good) failures += 1;
    return body;
  };

  const redirected = await fetch(`${origin}/`);
  const page = redirected.url === `${origin}/demo/` ? await fetchOne(redirected.url, 'text/html') : Buffer.alloc(0);
  if (page.length === 0) {
    console.log('FAILED / does not lead to /demo/');
    failures += 1;
  }
  const seen = new Set([`${origin}/demo/`]);
  for (const [path, type] of needed) {
    const address = origin + path;
    if (seen.has(address)) continue;
    seen.add(address);
    const body = await fetchOne(address, type);
    if (type === 'application/wasm' && !WebAssembly.validate(body)) {
      console.log(`FAILED ${path} is not a Wasm module`);
      failures += 1;
    }
    if (type === 'application/json') JSON.parse(body.toString());
  }
  for (const address of localLinks(page.toString(), `${origin}/demo/`)) {
    if (seen.has(address)) continue;
    seen.add(address);
    await fetchOne(address);
  }
  return failures;
}

/**
 * The scripts, style sheets and images of a page that lie on the same origin.
 * @param {string} html
 * @param {string} base
 * @returns {string[]}
 */
function localLinks(html, base) {
  const links = [];
  // our own page: a pattern is enough
  for (const [, name] of html.matchAll(/<(?:script|img|link|source)\b[^>]*?\s(?:src|href)="([^"]+)"/g)) {
    const url = new URL(name ?? '', base);
    url.hash = '';
    if (url.origin === new URL(base).origin) links.push(url.href);
  }
  return links;
}
