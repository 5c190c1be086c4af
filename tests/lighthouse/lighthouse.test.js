/**
 * @file Lighthouse on the demo's page: bare, with the one tag, and as the demo itself is. `cargo xtask test --only lighthouse`.
 *
 * What is a timing is printed and not asserted: the score and the blocking time are measured on a machine that does other things too. What moves,
 * and what cannot be read by everybody, is the same on every machine and is asserted. The whole reports are left in `target/lighthouse/`.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { demoMounts, find, listen, root, types } from '../../xtask/js/serve.js';
import { launchOptions } from '../support/playwright.js';

/** Runs of each page; they take turns, so that a busy minute does not fall on one of them alone. */
const RUNS = 5;

/** ms for one run. */
const TIMEOUT = 180_000;

/** What a page of the demo loads of Glossator, and what a site would write. */
const DEMO_TAG = '<script type="module" src="demo.js"></script>';
const ONE_TAG = '<script type="module" src="/embed/glossator.js" data-glossary="/glossary/fintech-policy.json" data-scope="article"></script>';

const mounts = { ...demoMounts, '/bare/': path.join(root, 'www/demo'), '/tagged/': path.join(root, 'www/demo'), '/embed/': path.join(root, 'dist/embed') };
const reports = path.join(root, 'target/lighthouse');
const execute = promisify(execFile);

/** By path: compressing takes a second at its best, and a page that waits for it is measured with it. @type {Map<string, Buffer>} */
const compressed = new Map();

/**
 * A site as docs/hosting.md wants it: everything compressed.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = await find(mounts, pathname);
  if (!file) return void response.writeHead(404).end();
  let body = compressed.get(pathname);
  if (!body) {
    const whole = await readFile(file);
    body = brotliCompressSync(pathname === '/bare/' ? swap(whole, '') : pathname === '/tagged/' ? swap(whole, ONE_TAG) : whole);
    compressed.set(pathname, body);
  }
  response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br', 'cache-control': 'max-age=600' });
  response.end(body);
}

/** @param {Buffer} html @param {string} tag */
function swap(html, tag) {
  const parts = html.toString().split(DEMO_TAG);
  assert.equal(parts.length, 2, `www/demo/index.html has ${DEMO_TAG} once`);
  return Buffer.from(parts.join(tag));
}

/** @type {Awaited<ReturnType<typeof listen>>} */ let server;

before(async () => {
  await mkdir(reports, { recursive: true });
  server = await listen(createServer((request, response) => void answer(request, response).catch(() => response.destroy())));
});
after(() => server?.close());

/**
 * @param {'bare' | 'tagged' | 'demo'} name  of a page
 * @param {number | 'desk'} [run]  `desk`: with a wide window, where the sidebar is open beside the article; else as a telephone has it
 */
async function visit(name, run = 0) {
  const { executablePath, args = [] } = launchOptions('chromium') ?? {};
  const file = path.join(reports, `${name}-${run}.json`);
  const cli = path.join(root, 'tests/lighthouse/node_modules/lighthouse/cli/index.js');
  const parameters = ['--quiet', '--output=json', `--output-path=${file}`, '--only-categories=performance,accessibility', '--no-enable-error-reporting', ...(run === 'desk' ? ['--preset=desktop'] : [])];
  await execute(process.execPath, [cli, `${server.origin}/${name}/`, ...parameters, `--chrome-flags=--headless=new ${args.join(' ')}`], {
    env: { ...process.env, ...(executablePath && { CHROME_PATH: executablePath }) },
    timeout: TIMEOUT,
  });
  const { runtimeError, categories, audits } = JSON.parse(await readFile(file, 'utf8'));
  assert.equal(runtimeError, undefined, `${name}: ${runtimeError?.message}`);
  /** @param {string} audit @returns {number} */
  const number = (audit) => audits[audit].numericValue;
  return {
    performance: categories.performance.score * 100,
    accessibility: categories.accessibility.score * 100,
    shift: number('cumulative-layout-shift'),
    blocking: number('total-blocking-time'),
    paint: number('largest-contentful-paint'),
    /** @type {string[]} */
    loaded: audits['network-requests'].details.items.map((/** @type {{url: string}} */ { url }) => new URL(url).pathname),
    /** What keeps the page from the full score. @type {string[]} */
    barriers: Object.values(audits).filter((audit) => categories.accessibility.auditRefs.some((/** @type {any} */ { id, weight }) => id === audit.id && weight > 0) && audit.score === 0).map(({ id }) => id),
  };
}

/** @typedef {Awaited<ReturnType<typeof visit>>} Visit */

/** @param {Visit[]} visits @param {'performance' | 'blocking' | 'paint' | 'shift'} key */
const median = (visits, key) => visits.map((visit) => visit[key]).sort((a, b) => a - b)[Math.floor(visits.length / 2)] ?? NaN;

test('the one tag moves nothing on the page and keeps its accessibility', { timeout: 2 * (RUNS + 1) * TIMEOUT }, async () => {
  // Once for nothing: after it, everything is compressed.
  for (const name of /** @type {const} */ (['bare', 'tagged'])) await visit(name);
  /** @type {Record<'bare' | 'tagged', Visit[]>} */
  const visits = { bare: [], tagged: [] };
  for (let run = 0; run < RUNS; run += 1) {
    visits.bare.push(await visit('bare', run));
    visits.tagged.push(await visit('tagged', run));
  }
  console.log(`Lighthouse, medians of ${RUNS} visits each, taking turns:`);
  console.log('           performance   blocking (ms)   largest paint (ms)   shift   blocking of each visit');
  for (const name of /** @type {const} */ (['bare', 'tagged'])) {
    const [score, blocking, paint, shift] = /** @type {const} */ (['performance', 'blocking', 'paint', 'shift']).map((key) => median(visits[name], key));
    console.log(`${name.padEnd(9)}${score?.toFixed(0).padStart(13)}${blocking?.toFixed(0).padStart(16)}${paint?.toFixed(0).padStart(21)}${shift?.toFixed(3).padStart(8)}   ${visits[name].map((visit) => visit.blocking.toFixed(0)).join(', ')}`);
  }
  for (const { loaded } of visits.tagged) assert.ok(loaded.some((name) => /\.wasm$/.test(name)) && loaded.some((name) => name.includes('sidebar')), `the tag did its work: ${loaded.join(' ')}`);
  for (const { loaded } of visits.bare) assert.ok(!loaded.some((name) => /embed|host/.test(name)), `there is no tag: ${loaded.join(' ')}`);
  for (const [name, all] of Object.entries(visits)) {
    assert.deepEqual(all.map(({ shift }) => shift), all.map(() => 0), `layout shift, ${name}`);
    assert.deepEqual(all.flatMap(({ barriers }) => barriers), [], `accessibility, ${name}`);
    assert.deepEqual(all.map(({ accessibility }) => accessibility), all.map(() => 100), `accessibility, ${name}`);
  }
});

test('the demo, with its panel', { timeout: TIMEOUT }, async () => {
  const { accessibility, barriers, shift, performance } = await visit('demo');
  console.log(`The demo as it is, unbundled: performance ${performance.toFixed(0)}, accessibility ${accessibility.toFixed(0)}`);
  assert.deepEqual(barriers, []);
  assert.equal(accessibility, 100);
  assert.equal(shift, 0);
});

test('the demo at a desk, with the sidebar open', { timeout: TIMEOUT }, async () => {
  const { accessibility, barriers, loaded } = await visit('demo', 'desk');
  assert.ok(loaded.includes('/host/sidebar.js'));
  assert.deepEqual(barriers, []);
  assert.equal(accessibility, 100);
});
