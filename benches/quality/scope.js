/**
 * @file How well the article of a page is found that nobody prepared: by words, beside Readability.js and beside taking all the text.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { launchOptions } from '../../tests/support/playwright.js';
import { root, serve } from '../../xtask/js/serve.js';
import { isMissing, newsPages, readabilityPages } from './corpora.js';
import { reportManuals } from './manuals.js';
import { reportMercury } from './mercury.js';
import { compareTexts, meanOf } from './score.js';

/** @typedef {import('./corpora.js').ArticlePage} ArticlePage */
/** @typedef {import('./score.js').Score} Score */

/** Who finds the article. */
const FINDERS = /** @type {const} */ (['ours', 'theirs', 'everything']);

/**
 * @typedef {object} PageScores
 * @property {string} name
 * @property {Record<typeof FINDERS[number], Score>} scores
 * @property {string} wanted
 * @property {string} title  of the article, as we tell it
 * @property {string} date
 */

/** The page's own scripts do not run, and nothing is loaded from elsewhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const SETS = [
  { corpus: 'pages-aeb', title: 'news and blogs, articles marked by people', pages: newsPages },
  { corpus: 'pages-readability', title: 'test pages of Readability.js, articles as it finds them', pages: readabilityPages },
];

/**
 * @param {Iterable<ArticlePage>} pages
 * @param {{withPeer: boolean}} options  with Readability.js, which takes longer than all the rest
 * @returns {Promise<PageScores[]>}
 */
export async function measureScope(pages, { withPeer }) {
  const launch = launchOptions('chromium');
  if (!launch) throw new Error('Chromium is not on this machine; `cargo xtask bench` installs it, GLOSSATOR_CHROMIUM names it');
  const peers = await mkdtemp(path.join(os.tmpdir(), 'glossator-quality-'));
  await build({ entryPoints: [path.join(root, 'benches/quality/peers.js')], bundle: true, format: 'esm', outdir: peers, logLevel: 'warning' });
  const server = await serve({ mounts: { '/www/': path.join(root, 'www'), '/benches/': path.join(root, 'benches'), '/peers/': peers } });
  const browser = await chromium.launch(launch);
  try {
    const tab = await browser.newPage();
    let html = '';
    await tab.route(`${server.origin}/page`, (route) =>
      route.fulfill({ body: html, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY } }),
    );
    const results = [];
    for (const page of pages) {
      html = page.html;
      await tab.goto(`${server.origin}/page`, { waitUntil: 'domcontentloaded' });
      const { wanted, title, date, ...found } = await tab.evaluate(
        async ([module, article, withPeer]) => (await import(module)).articles(article, withPeer),
        // With its origin: a page may have a `<base>`.
        /** @type {const} */ ([`${server.origin}/benches/quality/scope-in-page.js`, page.article, withPeer]),
      );
      const scores = /** @type {PageScores['scores']} */ (Object.fromEntries(FINDERS.map((finder) => [finder, compareTexts(found[finder], wanted)])));
      results.push({ name: page.name, scores, wanted, title, date });
    }
    return results;
  } finally {
    await browser.close();
    await server.close();
    await rm(peers, { recursive: true });
  }
}

/**
 * @param {string} title
 * @param {readonly PageScores[]} results
 * @param {readonly (typeof FINDERS[number])[]} [finders]
 * @param {number} [worst]  of our worst pages, how many to name
 * @returns {string}
 */
export function scopeTable(title, results, finders = FINDERS, worst = 0) {
  const names = { ours: 'Glossator', theirs: 'Readability.js', everything: 'all text' };
  const figures = (/** @type {Score} */ { precision, recall, f1 }) => [f1, precision, recall].map((value) => value.toFixed(3)).join('  ');
  const lines = finders.map((finder) => `  ${names[finder].padEnd(16)}${figures(meanOf(results.map(({ scores }) => scores[finder])))}`);
  const sorted = [...results].sort((a, b) => a.scores.ours.f1 - b.scores.ours.f1);
  const poor = sorted.slice(0, worst).map(({ name, scores }) => `    ${name.slice(0, 32).padEnd(34)}${figures(scores.ours)}`);
  return [`${title}: ${results.length} pages, by words, mean over pages`, `  ${''.padEnd(16)}F1     precision  recall`, ...lines, ...poor].join('\n');
}

/** @param {{worst: number}} options */
export async function reportScope({ worst }) {
  for (const { corpus, title, pages } of SETS) {
    const missing = isMissing(corpus);
    console.log(missing ? `skipped: ${missing}` : scopeTable(`${corpus} (${title})`, await measureScope(pages(), { withPeer: true }), FINDERS, worst));
  }
  await reportMercury({ worst });
  await reportManuals({ worst });
}
