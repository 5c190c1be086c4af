/**
 * @file How well the abbreviations of a text are found: as pairs in abstracts, and as stretches of sentences.
 */
import { Glossary } from '../../www/host/glossary.js';
import { halves, med1250, sduExtraction, sduIdentification, tokensOf } from './acronyms.js';
import { isMissing } from './corpora.js';
import { capitalWords, schwartzHearst } from './schwartz-hearst.js';
import { scoreOf } from './score.js';

/**
 * @typedef {import('./score.js').Score} Score
 * @typedef {import('./schwartz-hearst.js').Span} Span
 * @typedef {{pairs: {short: Span, long: Span}[], acronyms: Span[]}} Found
 * @typedef {(text: string, language?: string) => Found} Finder
 */

/** The glossary plays no part in what is found. */
const EMPTY = { entries: [{ term: 'a term', definition: 'a definition' }] };

/** @returns {Promise<Finder>} */
async function ourFinder() {
  const glossary = await Glossary.load(EMPTY);
  return (text, language) => {
    const { abbreviations, acronyms } = glossary.analyze(text, language === undefined ? {} : { language });
    return { pairs: abbreviations, acronyms };
  };
}

/** @type {Finder} */
const theirFinder = (text) => ({ pairs: schwartzHearst(text), acronyms: capitalWords(text) });

/**
 * @param {Iterable<[found: Set<string>, wanted: Set<string>]>} sets
 * @returns {Score}
 */
function scoreOfSets(sets) {
  let [right, all, wanted] = [0, 0, 0];
  for (const [found, expected] of sets) {
    right += [...found].filter((one) => expected.has(one)).length;
    all += found.size;
    wanted += expected.size;
  }
  return scoreOf(right, all, wanted);
}

/**
 * @param {ReturnType<typeof med1250>} cases
 * @param {Finder} find
 */
const scoreOfPairs = (cases, find) =>
  scoreOfSets(
    cases.map(({ text, wanted }) => {
      const pairs = find(text).pairs.map(({ short, long }) => `${text.slice(short.start, short.end)}|${text.slice(long.start, long.end)}`);
      return [new Set(pairs), wanted];
    }),
  );

/**
 * The mean over short and long forms, as the shared task (SDU at AAAI 2021) has it.
 * @param {ReturnType<typeof sduIdentification>} cases
 * @param {Finder} find
 * @returns {Score}
 */
function scoreOfSpans(cases, find) {
  const found = cases.map((sentence) => find(sentence.text));
  const [short, long] = /** @type {const} */ (['short', 'long']).map((kind) =>
    scoreOfSets(
      cases.map((sentence, index) => {
        const { pairs = [], acronyms = [] } = found[index] ?? {};
        const spans = [...pairs.map((pair) => pair[kind]), ...(kind === 'short' ? acronyms : [])];
        return [new Set(spans.map((span) => tokensOf(sentence, span))), sentence.wanted[kind]];
      }),
    ),
  );
  const mean = (/** @type {'precision' | 'recall'} */ key) => ((short?.[key] ?? 0) + (long?.[key] ?? 0)) / 2;
  const [precision, recall] = [mean('precision'), mean('recall')];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/**
 * Short and long forms apart, as stretches of the text.
 * @param {ReturnType<typeof sduExtraction>[number]['cases']} cases
 * @param {(text: string) => Found} find
 * @returns {{short: Score, long: Score}}
 */
function scoreOfStretches(cases, find) {
  const found = cases.map(({ text }) => find(text));
  const keys = (/** @type {Span[]} */ spans) => new Set(spans.map(({ start, end }) => `${start}-${end}`));
  const score = (/** @type {'short' | 'long'} */ kind) =>
    scoreOfSets(
      cases.map(({ wanted }, index) => {
        const { pairs = [], acronyms = [] } = found[index] ?? {};
        return [keys([...pairs.map((pair) => pair[kind]), ...(kind === 'short' ? acronyms : [])]), wanted[kind]];
      }),
    );
  return { short: score('short'), long: score('long') };
}

/** @param {string} name @param {Score} score */
const line = (name, { f1, precision, recall }) => `  ${name.padEnd(50)}${[f1, precision, recall].map((value) => value.toFixed(3)).join('  ')}`;

export async function reportAbbreviations() {
  const missing = isMissing('acronyms');
  if (missing) {
    console.log(`skipped: ${missing}`);
    return;
  }
  const finders = /** @type {const} */ ([
    ['Glossator', await ourFinder()],
    ['plain Schwartz-Hearst', theirFinder],
  ]);
  const head = `  ${''.padEnd(50)}F1     precision  recall`;
  console.log(`med1250: pairs of short and long form, exactly (reach 0.90; Schwartz-Hearst .837, Ab3P .902)\n${head}`);
  for (const [part, cases] of halves(med1250())) for (const [name, find] of finders) console.log(line(`${name}, ${part}`, scoreOfPairs(cases, find)));
  console.log(`sdu-ai: short and long forms as spans, mean of both (reach 0.90; rule baseline .855)\n${head}`);
  for (const [part, cases] of halves(sduIdentification())) for (const [name, find] of finders) console.log(line(`${name}, ${part}`, scoreOfSpans(cases, find)));
  const extraction = sduExtraction();
  if (extraction.length > 0) console.log(`sdu-ae: long forms, and short ones, as stretches of paragraphs in several languages\n${head}`);
  for (const { name, language, cases } of extraction) {
    for (const [who, find] of finders) {
      const { short, long } = scoreOfStretches(cases, (text) => find(text, language));
      console.log(line(`${who}, ${name}, long`, long));
      console.log(line(`${who}, ${name}, short`, short));
    }
  }
}
