/**
 * @file Glossaries as people make them, for the rows about real terms: our own, and those of the corpora where they are there. Runs in Node.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corpora } from './quality/corpora.js';
import { root } from '../xtask/js/serve.js';

/**
 * @typedef {import('../www/host/types.js').GlossaryData} GlossaryData
 * @typedef {{title: string, data: GlossaryData}} Real
 * @typedef {{title: string, missing: string}} Missing
 */

/** As many labels of a large thesaurus as the goals speak of. */
const MOST = 5_000;

/** @param {string} text  JSON */
const parsed = (text) => /** @type {any} */ (JSON.parse(text));

/** @type {{title: string, files: string[], entries: (texts: string[]) => GlossaryData['entries']}[]} */
const OTHERS = [
  {
    title: 'glossaries of blockchains and of security (NIST SP 800-53)',
    files: ['blockchain-solana.json', 'security-nist800-53.json'],
    entries: (texts) =>
      texts
        .flatMap(parsed)
        .filter(({ term, definition }) => term?.trim() && definition?.trim())
        .map(({ term, definition, aliases = [] }) => ({ term, definition, aliases: aliases.filter((/** @type {string} */ alias) => alias.trim()) })),
  },
  {
    title: 'a thesaurus of economics (STW)',
    files: ['economics-stw.skos.ttl'],
    entries: ([text = '']) => {
      const labels = new Set([...text.matchAll(/"([^"]+)"@en\b/g)].map(([, label = '']) => label.trim()));
      return [...labels].slice(0, MOST).map((term) => ({ term, definition: term }));
    },
  },
];

/** @returns {(Real | Missing)[]} */
export function realGlossaries() {
  const own = { title: 'the built-in glossary', data: parsed(readFileSync(path.join(root, 'glossary/fintech-policy.json'), 'utf8')) };
  const others = OTHERS.map(({ title, files, entries }) => {
    const paths = files.map((file) => path.join(corpora, 'glossaries', file));
    const missing = paths.find((file) => !existsSync(file));
    if (missing) return { title, missing };
    return { title, data: { language: 'en', entries: entries(paths.map((file) => readFileSync(file, 'utf8'))) } };
  });
  return [own, ...others];
}
