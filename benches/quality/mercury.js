/**
 * @file Pages of 150 sites from Mercury Parser (https://github.com/postlight/parser), with what its extractors for these sites take of them: the folder
 * `pages-mercury` among the corpora is a clone of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corpora, readHtml } from './corpora.js';
import { measureScope, scopeTable } from './scope.js';

/**
 * What an extractor knows of its site. An answer is a selector, several that all have to be there, or (of a title or a date) a selector with an attribute.
 * @typedef {{content?: {selectors?: (string | string[])[], clean?: string[]}}} Extractor
 */

/**
 * A page with its answers; the title and the date as its test expects them.
 * @typedef {import('./corpora.js').ArticlePage & {title: string | undefined, date: string | undefined}} MercuryPage
 */

const folder = path.join(corpora, 'pages-mercury');

/** Their own preparation of a page renamed attributes of `<meta>`, and the pages are kept as prepared. @param {string} html */
const asItWas = (html) =>
  html.replace(/<meta\b[^>]*>/gi, (tag) =>
    /\scontent\s*=/i.test(tag) ? tag : tag.replace(/(\s)value(\s*=)/i, '$1content$2').replace(/\sname(\s*=\s*)("[^"]*:[^"]*"|[^\s">]*:[^\s">]*)/i, ' name$1$2 property$1$2'),
  );

/** A page that is read, and what is expected of it: a string in quotation marks of any kind. */
const EXPECTED = /fixtures\/([^'"`]+)\.html|qual\(\s*(title|date_published),\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/g;

/** @returns {Promise<MercuryPage[]>} */
async function mercuryPages() {
  /** @type {MercuryPage[]} */
  const pages = [];
  const custom = path.join(folder, 'src/extractors/custom');
  const seen = new Set();
  for (const site of readdirSync(custom).sort()) {
    const [code, tests] = ['index.js', 'index.test.js'].map((file) => path.join(custom, site, file)).map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''));
    if (!code || !tests) continue;
    const module = await import(`data:text/javascript,${encodeURIComponent(code.replace(/^import .*$/gm, ''))}`);
    const { content } = /** @type {Extractor} */ (Object.values(module)[0]);
    /** @type {{[name: string]: {title?: string, date_published?: string}}} */
    const expected = {};
    let name = '';
    for (const [, file, key, value = ''] of tests.matchAll(EXPECTED)) {
      if (file) expected[(name = file)] ??= {};
      else if (key) expected[name] = { [key]: value.slice(1, -1).replace(/\\(.)/g, '$1'), ...expected[name] };
    }
    for (const [name, { title, date_published: date }] of Object.entries(expected)) {
      const file = path.join(folder, 'fixtures', `${name}.html`);
      if (seen.has(name) || !existsSync(file)) continue;
      seen.add(name);
      pages.push({ name, html: asItWas(readHtml(file)), article: { selectors: content?.selectors ?? [], clean: content?.clean ?? [] }, title, date });
    }
  }
  return pages;
}

/** Pages whose text stands in scripts, and posts of a line. UTF-16 code units. */
const SHORTEST = 200;

/** Without what differs between a head and a heading. @param {string} text */
const letters = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** @param {string} found @param {string | undefined} wanted */
function compareTitles(found, wanted) {
  if (!wanted) return 'not expected';
  if (!found) return 'missing';
  const [ours, theirs] = [letters(found), letters(wanted)];
  if (ours === theirs) return 'right';
  return ours.includes(theirs) || theirs.includes(ours) ? 'more or less of it' : 'another';
}

/** A day is right at the place that the page gives and in UTC. @param {string} found @param {string | undefined} wanted */
function compareDays(found, wanted) {
  if (!wanted) return 'not expected';
  if (!found) return 'missing';
  const day = wanted.slice(0, 10);
  const instant = new Date(found);
  if (found.startsWith(day) || (!Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(day))) return 'right';
  return 'another';
}

/** @param {string} title @param {readonly string[]} verdicts */
function countLine(title, verdicts) {
  const counts = new Map(verdicts.toSorted().map((verdict) => [verdict, verdicts.filter((other) => other === verdict).length]));
  return `  ${title}: ${[...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`;
}

/** Every other page is one that the rules were not chosen by. @param {string} name */
const isHeldOut = (name) => ((createHash('sha1').update(`${name}.html`).digest()[0] ?? 0) & 1) === 1;

/** @param {{worst: number}} options */
export async function reportMercury({ worst }) {
  if (!existsSync(folder)) return console.log(`skipped: pages-mercury is not there; looked in ${corpora}`);
  const pages = await mercuryPages();
  const results = (await measureScope(pages, { withPeer: true })).map((result, index) => ({ ...result, page: pages[index] }));
  for (const [title, isIn] of /** @type {const} */ ([['read when the rules were mended', (/** @type {string} */ name) => !isHeldOut(name)], ['the other half', isHeldOut]])) {
    const chosen = results.filter(({ name }) => isIn(name));
    console.log(scopeTable(`pages-mercury (${title})`, chosen.filter(({ wanted }) => wanted.trim().length >= SHORTEST), undefined, isIn === isHeldOut ? 0 : worst));
    console.log(countLine('titles', chosen.map(({ title, page }) => compareTitles(title, page?.title))));
    console.log(countLine('dates', chosen.map(({ date, page }) => compareDays(date, page?.date))));
  }
}
