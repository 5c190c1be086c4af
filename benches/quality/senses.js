/**
 * @file How well the meaning of an acronym is told: a glossary with nothing but the senses' names, and sentences with one that is meant.
 */
import { Glossary } from '../../www/host/glossary.js';
import { halves, sduDisambiguation } from './acronyms.js';
import { isMissing } from './corpora.js';
import { reportSensesElsewhere } from './senses-elsewhere.js';

/**
 * @typedef {ReturnType<typeof sduDisambiguation>['cases']} Cases
 * @typedef {{chosen: string, reason: string}} Choice
 * @typedef {(one: Cases[number]) => Choice} Chooser
 */

/**
 * Accuracy, and the macro F1 of the shared task (SDU at AAAI 2021): from the means of precision and recall over the senses that are meant somewhere; one
 * that is never chosen has precision 1.
 * @param {readonly {wanted: string, chosen: string}[]} answers
 */
function scoreOf(answers) {
  const count = (/** @type {(answer: {wanted: string, chosen: string}) => string | false} */ key) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const answer of answers) {
      const name = key(answer);
      if (name !== false) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  };
  const wanted = count((answer) => answer.wanted);
  const chosen = count((answer) => answer.chosen);
  const right = count((answer) => answer.chosen === answer.wanted && answer.wanted);
  let [precision, recall, all] = [0, 0, 0];
  for (const [sense, times] of wanted) {
    const hits = right.get(sense) ?? 0;
    precision += chosen.has(sense) ? hits / (chosen.get(sense) ?? 1) : 1;
    recall += hits / times;
    all += hits;
  }
  return { accuracy: all / answers.length, macro: (2 * precision * recall) / (precision + recall) / wanted.size };
}

/**
 * @param {Record<string, string[]>} senses
 * @returns {Promise<Chooser>}
 */
async function ourChooser(senses) {
  const entries = Object.entries(senses).flatMap(([acronym, names]) =>
    names.map((name, number) => ({
      id: `${acronym} ${number}`,
      term: name,
      aliases: [{ label: acronym, case: /** @type {const} */ ('exact'), inflect: false }],
      definition: name,
    })),
  );
  const glossary = await Glossary.load({ entries });
  return ({ text, at, acronym }) => {
    const found = glossary.scan(text).find(({ start }) => start === at);
    return { chosen: (found && glossary.entry(found.entry)?.term) ?? senses[acronym]?.[0] ?? '', reason: found?.reason ?? 'not found' };
  };
}

/** @param {string} text */
const wordsOf = (text) => new Set(text.toLowerCase().split(' '));

/**
 * @param {Record<string, string[]>} senses
 * @returns {[name: string, choose: Chooser][]}
 */
function references(senses) {
  const names = (/** @type {string} */ acronym) => senses[acronym] ?? [''];
  /** @type {Chooser} */
  const overlap = ({ tokens, acronym }) => {
    const words = wordsOf(tokens.join(' '));
    const shared = (/** @type {string} */ name) => [...wordsOf(name)].filter((word) => words.has(word)).length;
    return { chosen: names(acronym).reduce((best, name) => (shared(name) > shared(best) ? name : best)), reason: '' };
  };
  return [
    ['word overlap', overlap],
    ['the first sense', ({ acronym }) => ({ chosen: names(acronym)[0] ?? '', reason: '' })],
  ];
}

export async function reportSenses() {
  await reportSensesElsewhere();
  const missing = isMissing('acronyms');
  if (missing) {
    console.log(`skipped: ${missing}`);
    return;
  }
  const { senses, cases } = sduDisambiguation();
  /** @type {[string, Chooser][]} */
  const choosers = [['Glossator', await ourChooser(senses)], ...references(senses)];
  console.log('sdu-ad: the sense of an acronym, from the names in diction.json alone (reach 0.68, 0.64; first sense .560, .511; word overlap .615, .605)');
  console.log(`  ${''.padEnd(34)}accuracy  macro F1`);
  for (const [part, some] of halves(cases)) {
    for (const [name, choose] of choosers) {
      const { accuracy, macro } = scoreOf(some.map((one) => ({ wanted: one.wanted, chosen: choose(one).chosen })));
      console.log(`  ${`${name}, ${part}`.padEnd(34)}${accuracy.toFixed(3)}     ${macro.toFixed(3)}`);
    }
  }
  /** @type {Map<string, [right: number, all: number]>} */
  const reasons = new Map();
  for (const one of cases) {
    const { chosen, reason } = choosers[0]?.[1](one) ?? { chosen: '', reason: '' };
    const [right, all] = reasons.get(reason) ?? [0, 0];
    reasons.set(reason, [right + Number(chosen === one.wanted), all + 1]);
  }
  const parts = [...reasons].map(([reason, [right, all]]) => `${reason} ${(right / all).toFixed(3)} of ${all}`);
  console.log(`  by reason: ${parts.join(', ')}`);
}
