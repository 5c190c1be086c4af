/**
 * @file Pages of manuals, whichever one has: the folder `pages-docs` among the corpora has a folder of HTML files for each generator or site, and a file
 * `selectors.json` that says for each of them where the text is: `{"NAME": {"selectors": ["main"], "clean": ["h1", ".toc"]}}`, the first selector that
 * is there, without what is to be cleaned away. The title is no part of what we read, so clean it away.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corpora, readHtml } from './corpora.js';
import { measureScope, scopeTable } from './scope.js';

const folder = path.join(corpora, 'pages-docs');

/** @returns {Generator<import('./corpora.js').ArticlePage>} */
function* manualPages() {
  /** @type {Record<string, {selectors: (string | string[])[], clean?: string[]}>} */
  const known = JSON.parse(readFileSync(path.join(folder, 'selectors.json'), 'utf8'));
  for (const [group, { selectors, clean = [] }] of Object.entries(known)) {
    for (const file of readdirSync(path.join(folder, group)).sort()) {
      yield { name: `${group}/${file}`, html: readHtml(path.join(folder, group, file)), article: { selectors, clean } };
    }
  }
}

/** Every other page is one that the rules were not mended by. @param {string} name */
const isHeldOut = (name) => ((createHash('sha1').update(name).digest()[0] ?? 0) & 1) === 1;

/** @param {{worst: number}} options */
export async function reportManuals({ worst }) {
  if (!existsSync(folder)) return console.log(`skipped: pages-docs is not there; looked in ${corpora}`);
  // A page whose text is elsewhere than the selectors say cannot be judged.
  const results = (await measureScope(manualPages(), { withPeer: true })).filter(({ wanted }) => wanted.trim());
  console.log(scopeTable('pages-docs (read when the rules were mended)', results.filter(({ name }) => !isHeldOut(name)), undefined, worst));
  console.log(scopeTable('pages-docs (the other half)', results.filter(({ name }) => isHeldOut(name)), undefined, worst));
}
