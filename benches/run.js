/**
 * @file Measures Glossator beside its floor and its peers, in Chromium, and prints one table. Called by `cargo xtask bench`.
 *
 *     node benches/run.js [--only NAME,NAME …] [--page FILE.html] [--json FILE] [--slow] [--stock FOLDER]
 *
 * `--only`: some of the groups `start`, `article`, `large`, `200`, `5000`, `stock`, `marks`, `real`, `first`, `enrich`, `said`, `huge`, `peers`, `scripts`, `compile`, `growth`; `goals` are those that
 * the goals at the end need. `--page`: a page of your own, beside the others. `--json`: the raw numbers. `--slow`: mark.js also where it needs minutes.
 * `--stock`: where `cargo xtask bench` has put the modules that `stock` needs. `docs/performance.md` says what the rows mean.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { launchOptions } from '../tests/support/playwright.js';
import { root, serve } from '../xtask/js/serve.js';
import { GOALS_HEAD, goalRows } from './goals.js';
import { realGlossaries } from './glossaries.js';
import { compileRows, firstRows, growthRows, HEAD, hugeRows, pageRows, scriptRows, startRows, stockRows } from './report.js';
import { layTable } from './table.js';

/**
 * @typedef {typeof import('./in-page.js')} InPage
 * @typedef {import('./report.js').Start} Start
 * @typedef {import('./table.js').Row} Row
 * @typedef {import('./table.js').Heading} Heading
 */

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    page: { type: 'string' },
    json: { type: 'string' },
    slow: { type: 'boolean', default: false },
    stock: { type: 'string' },
  },
});

/** mark.js walks the whole page once for each term, so its time is known before it is spent. */
const TOO_SLOW = options.slow ? '' : 'not run: minutes (see 200 terms, or --slow)';

/** The pages and term lists; 0 terms stand for the built-in glossary. */
const PAGES = [
  { key: 'article', title: 'The demo article, the built-in glossary', page: 'article', terms: 0, noMarkJs: '' },
  { key: 'large', title: 'A generated page of 500 KB, the built-in glossary', page: 'large', terms: 0, noMarkJs: TOO_SLOW },
  { key: '200', title: 'The same page, 200 generated terms', page: 'large', terms: 200, noMarkJs: '' },
  { key: '5000', title: 'The same page, 5,000 generated terms', page: 'large', terms: 5_000, noMarkJs: TOO_SLOW },
];
/** Pages that are opened for the first group: nothing is warm only once. */
const STARTS = 7;
const COMPILED = [0, 200, 5_000, 20_000, 100_000];
/** What the groups run with that are about few terms and many. */
const TERMS = [200, 5_000];
const GOALS = ['stock', 'marks', 'real', 'first', 'enrich', 'said', 'huge', 'scripts', 'compile', 'growth'];
/** UTF-16 code units of articles, and of the page that the other groups have. */
const ARTICLES = [5_000, 20_000, 50_000, 500_000];
/** What is measured the first time, each in a page of its own. */
const FIRST = /** @type {const} */ (['ours', 'ascii', 'unicode']);

/** An empty page that may measure in steps of 5 µs: only an isolated one is given a clock that fine. Loads nothing from elsewhere. */
const BLANK = {
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  },
  body: '<!doctype html><html lang="en"><title>Benchmark</title><script src="/node_modules/mark.js/dist/mark.min.js"></script><body></body></html>',
};

/** The same for a page that starts workers: their files would have to be isolated too. */
const SHARED = { ...BLANK, headers: { ...BLANK.headers, 'cross-origin-opener-policy': 'unsafe-none', 'cross-origin-embedder-policy': 'unsafe-none' } };

const wanted = options.only?.split(',').flatMap((key) => (key === 'goals' ? GOALS : [key]));
const isWanted = (/** @type {string} */ key) => !wanted || wanted.includes(key);
const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);

/** A shared machine measures badly; the reader should see it. */
const loadBefore = os.loadavg()[0] ?? 0;

const launch = launchOptions('chromium');
if (!launch) throw new Error('Chromium is not on this machine; `cargo xtask bench` installs it, GLOSSATOR_CHROMIUM names it');
const own = options.page && path.resolve(options.page);
const bundles = await mkdtemp(path.join(os.tmpdir(), 'glossator-bench-'));
const server = await serve({
  mounts: {
    '/benches/': path.join(root, 'benches'),
    '/www/': path.join(root, 'www'),
    '/glossary/': path.join(root, 'glossary'),
    '/node_modules/mark.js/': path.join(root, 'node_modules/mark.js'),
    '/npm-peers/': bundles,
    ...(options.stock ? { '/stock/': path.resolve(options.stock) } : {}),
    ...(own ? { '/own/': path.dirname(own) } : {}),
  },
});
const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), '--js-flags=--expose-gc'] });
try {
  const open = async (answer = BLANK) => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => say(`in the page: ${error.message}`));
    await page.route(`${server.origin}/blank`, (route) => route.fulfill(answer));
    await page.goto(`${server.origin}/blank`);
    // While there is a route, every request goes through this process.
    await page.unrouteAll();
    return page;
  };

  /** @type {(Row | Heading)[]} */
  const lines = [];
  /** @type {import('./goals.js').Raw} */
  const raw = {};
  if (isWanted('start')) {
    say('Measuring: the first time on a page ...');
    /** @type {Start[]} */
    const starts = [];
    for (let i = 0; i < STARTS; i += 1) {
      const page = await open();
      starts.push(await page.evaluate(async (address) => (await import(address)).measureStart(), '/benches/start.js'));
      await page.close();
    }
    raw.start = starts;
    lines.push(...startRows(starts));
  }

  const page = await open();
  /**
   * @template {keyof InPage} Name
   * @param {Name} name
   * @param {Parameters<InPage[Name]>} parameters
   * @returns {Promise<Awaited<ReturnType<InPage[Name]>>>}
   */
  const inPage = (name, ...parameters) =>
    page.evaluate(async ({ address, name, parameters }) => (await import(address))[name](...parameters), {
      address: '/benches/in-page.js',
      name,
      parameters,
    });
  const groups = own ? [...PAGES, { key: 'page', title: `${options.page}, the built-in glossary`, page: `/own/${encodeURIComponent(path.basename(own))}`, terms: 0, noMarkJs: TOO_SLOW }] : PAGES;
  for (const { key, title, ...request } of groups) {
    if (!isWanted(key)) continue;
    say(`Measuring: ${title} ...`);
    const group = await inPage('measurePage', request);
    (raw.pages ??= {})[key] = group;
    lines.push(...pageRows(title, group));
  }
  /**
   * The groups with few terms and with many.
   * @template Group
   * @param {string} key
   * @param {string} what
   * @param {(request: {terms: number}) => Promise<Group>} measure
   * @param {(group: Group, terms: string) => (Row | Heading)[]} rows
   */
  const each = async (key, what, measure, rows) => {
    if (!isWanted(key)) return undefined;
    const groups = [];
    for (const terms of TERMS) {
      const count = `${terms.toLocaleString('en')} terms`;
      say(`Measuring: ${what}, ${count} ...`);
      const group = await measure({ terms });
      groups.push(group);
      lines.push(...rows(group, count));
    }
    return groups;
  };
  if (options.stock) raw.stock = await each('stock', 'a stock automaton', (request) => inPage('measureStock', request), stockRows);
  else if (isWanted('stock')) say('Left out: stock (its modules are built by `cargo xtask bench`)');
  raw.marks = await each(
    'marks',
    'from page to marks',
    (request) => inPage('measureMarks', request),
    (group, count) => pageRows(`Page in, marks out: the same page, ${count}; no summary, nothing drawn`, group),
  );
  const real = isWanted('real') || isWanted('first') ? realGlossaries() : [];
  for (const glossary of real) {
    if ('missing' in glossary) say(`Left out: ${glossary.title} (${glossary.missing} is not there)`);
  }
  const made = real.flatMap((glossary) => ('data' in glossary ? [glossary] : []));
  if (isWanted('real')) {
    raw.real = [];
    for (const { title, data } of made) {
      say(`Measuring: from page to marks, ${title} ...`);
      const group = await inPage('measureReal', { data });
      raw.real.push({ title, ...group });
      lines.push(...pageRows(`Page in, marks out: a generated page of 500 KB, ${title}`, group));
    }
  }
  if (isWanted('first')) {
    raw.first = [];
    for (const { title, data } of made) {
      say(`Measuring: the first time, ${title} ...`);
      /** @type {Record<typeof FIRST[number], import('./report.js').First[]>} */
      const times = { ours: [], ascii: [], unicode: [] };
      for (let i = 0; i < STARTS; i += 1) {
        for (const who of FIRST) {
          const page = await open();
          times[who].push(await page.evaluate(async ({ address, request }) => (await import(address)).measureFirst(request), { address: '/benches/in-page.js', request: { who, data } }));
          await page.close();
        }
      }
      raw.first.push({ title, times });
      lines.push(...firstRows(title, times));
    }
  }
  if (isWanted('peers') || isWanted('enrich')) {
    const entryPoints = ['npm-peers', 'npm-markers'].map((name) => path.join(root, `benches/${name}.js`));
    await build({ entryPoints, bundle: true, format: 'esm', outdir: bundles, logLevel: 'warning' });
  }
  raw.enrich = await each(
    'enrich',
    'marking, beside others',
    (request) => inPage('measureEnriching', { ...request, slow: options.slow }),
    (group, count) => pageRows(`Every occurrence marked: the same page, laid out before, ${count}`, group),
  );
  for (const units of isWanted('said') ? ARTICLES : []) {
    const size = `${units / 1_000} KB`;
    const groups = await each(
      'said',
      `what an article of ${size} says`,
      (request) => inPage('measureSaid', { ...request, units }),
      (group, count) => pageRows(`What an article says: ${size}, laid out, ${count}`, group),
    );
    (raw.said ??= []).push(.../** @type {import('./goals.js').Said[]} */ (groups ?? []));
  }
  if (isWanted('huge')) {
    say('Measuring: a page of 10 MB ...');
    const shared = await open(SHARED);
    raw.huge = await shared.evaluate(async (address) => (await import(address)).measureHuge(), '/benches/enrich.js');
    await shared.close();
    lines.push(...hugeRows(/** @type {NonNullable<typeof raw.huge>} */ (raw.huge)));
  }
  raw.peers = await each(
    'peers',
    'automata from npm',
    (request) => inPage('measureAutomata', request),
    (group, count) => pageRows(`Automata from npm on the joined text in lower case: the same page, ${count}`, group),
  );
  raw.scripts = await each('scripts', 'other scripts', (request) => inPage('measureScripts', request), scriptRows);
  if (isWanted('compile')) {
    say('Measuring: compiling glossaries ...');
    const compiled = [];
    for (const count of COMPILED) compiled.push(await inPage('measureCompiling', count));
    raw.compile = compiled;
    lines.push(...compileRows(compiled));
  }
  if (isWanted('growth')) {
    say('Measuring: ten times the text, ten times the terms ...');
    const growth = await inPage('measureGrowth');
    raw.growth = growth;
    lines.push(...growthRows(growth));
  }

  const [cpu] = os.cpus();
  const machine = `${cpu?.model.trim() ?? 'unknown CPU'}, ${os.cpus().length} cores, load ${[loadBefore, os.loadavg()[0] ?? 0].map((load) => load.toFixed(1)).join(' to ')}; Chromium ${browser.version()}; ${new Date().toISOString().slice(0, 16)}Z`;
  console.log(`${machine}\n\n${layTable(HEAD, lines)}`);
  const goals = goalRows(raw);
  if (goals.length > 0) console.log(`\n${layTable(GOALS_HEAD, goals)}`);
  if (options.json) await writeFile(options.json, `${JSON.stringify({ machine, ...raw }, null, 1)}\n`);
} finally {
  await browser.close();
  await server.close();
  await rm(bundles, { recursive: true });
}
