/**
 * @file Pages and glossaries of others, for the test server: `/corpus/SET/NAME` and `/corpus/glossary.json`. They are not part of the project
 * (`benches/quality/corpora.js`), and their own scripts do not run: what a page does by itself is not what is tested.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corpora, isMissing, newsPages, readabilityPages } from '../../benches/quality/corpora.js';
import { root } from '../../xtask/js/serve.js';

/** Nothing is loaded from elsewhere, nothing of the page's runs; its styles in the page do apply. */
export const CORPUS_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const SETS = { 'pages-readability': readabilityPages, 'pages-aeb': newsPages };

/** Why the pages cannot be walked; nothing where they can. */
export const missingCorpus = () => isMissing('pages-readability') ?? isMissing('pages-aeb') ?? isMissing('glossaries');

/** @type {Map<string, string> | undefined} */
let pages;

/** @returns {Map<string, string>} from a path on the test server to HTML */
export function corpusPages() {
  pages ??= new Map(
    Object.entries(SETS).flatMap(([set, read]) => [...read()].map(({ name, html }) => /** @type {const} */ ([`/corpus/${set}/${name}`, html]))),
  );
  return pages;
}

/** Words that every other line has, in the languages of the pages: with them, marks are everywhere. */
const COMMON =
  'year time people day world government company police market president work home state city group news report week month team game money country ' +
  'data time web page user file book life water house school family story film music health science game war ' +
  'Jahr Menschen Zeit Land Stadt Regierung année temps monde pays ville gouvernement año tiempo mundo gobierno ciudad anno tempo mondo город время год';

/** @typedef {{term: string, definition: string, aliases?: string[], category?: string}} Row */

/**
 * @param {{dense?: boolean}} [options]  with common words instead
 * @returns {{name: string, language: string, entries: Row[]}} what others say about blockchains and security, and our own glossary: some 1,800 entries
 */
export function corpusGlossary({ dense = false } = {}) {
  if (dense) return { name: 'dense', language: 'en', entries: [...new Set(COMMON.split(' '))].map((term) => ({ term, definition: 'A common word.' })) };
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
  const theirs = ['blockchain-solana.json', 'security-nist800-53.json'].flatMap((name) => /** @type {Row[]} */ (read(path.join(corpora, 'glossaries', name))));
  const entries = theirs
    .filter(({ term, definition }) => term?.trim() && definition?.trim())
    .map(({ term, definition, aliases, category }) => ({ term, definition, ...(aliases && { aliases: aliases.filter((alias) => alias.trim()) }), ...(category && { category }) }));
  return { name: 'corpus', language: 'en', entries: [...entries, ...read(path.join(root, 'glossary/fintech-policy.json')).entries] };
}
