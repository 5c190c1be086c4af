/**
 * @file How much of a summary by people is in the one key sentence with the highest score: ROUGE-1 (F1 by stems, the best of the summaries of a text), beside the first
 * sentence, TextRank, and the best sentence there is. The weights were chosen on every other text; the others are held out.
 */
import { Glossary } from '../../www/host/index.js';
import { abstracts, isMissing } from './corpora.js';
import { scoreOf } from './score.js';
import { stems } from './stem.js';

/** @param {string} text @param {string} summary */
function rouge(text, summary) {
  const [found, wanted] = [stems(text), stems(summary)];
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let right = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) right++;
    left.set(word, count - 1);
  }
  return scoreOf(right, found.length, wanted.length).f1;
}

/**
 * Mihalcea & Tarau, "TextRank: bringing order into texts" (2004): the sentence that most others resemble.
 * @param {string[]} sentences
 */
function textRank(sentences) {
  const words = sentences.map((sentence) => sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const sets = words.map((list) => new Set(list));
  const alike = sets.map((own, i) =>
    sets.map((other, j) => {
      const length = Math.log(words[i]?.length || 1) + Math.log(words[j]?.length || 1);
      return i === j || length === 0 ? 0 : [...own].filter((word) => other.has(word)).length / length;
    }),
  );
  const sums = alike.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = sentences.map(() => 1);
  for (let round = 0; round < 50; round++) {
    ranks = ranks.map((_, i) => 0.15 + 0.85 * alike.reduce((sum, row, j) => sum + (sums[j] ? ((row[i] ?? 0) * (ranks[j] ?? 0)) / (sums[j] ?? 1) : 0), 0));
  }
  return sentences[ranks.indexOf(Math.max(...ranks))] ?? '';
}

const NAMES = { titled: 'Glossator, title', plain: 'Glossator', textRank: 'TextRank', lead: 'first sentence', best: 'best sentence' };

/** @typedef {Record<keyof typeof NAMES, number>} Scores */

/**
 * @param {Iterable<import('./corpora.js').Abstract>} documents
 * @returns {Promise<Scores[]>}
 */
export async function measureSummaries(documents) {
  const glossary = await Glossary.load({ entries: [{ term: 'no such term', definition: 'none' }] });
  const results = [];
  for (const { title, sentences, summaries } of documents) {
    const text = sentences.join(' ');
    const key = (/** @type {string} */ title) => {
      const { summary } = glossary.analyze(text, { title, language: 'en' });
      return [...summary].sort((a, b) => b.score - a.score)[0]?.text ?? '';
    };
    const score = (/** @type {string} */ sentence) => Math.max(...summaries.map((summary) => rouge(sentence, summary)));
    results.push({
      titled: score(key(title)),
      plain: score(key('')),
      textRank: score(textRank(sentences)),
      lead: score(sentences[0] ?? ''),
      best: Math.max(...sentences.map(score)),
    });
  }
  glossary.free();
  return results;
}

export async function reportSummaries() {
  const missing = isMissing('summaries');
  if (missing) return console.log(`skipped: ${missing}`);
  const results = await measureSummaries(abstracts());
  const halves = [results, results.filter((_, index) => index % 2 === 0), results.filter((_, index) => index % 2 === 1)];
  const mean = (/** @type {Scores[]} */ half, /** @type {keyof Scores} */ who) =>
    ((100 * half.reduce((sum, scores) => sum + scores[who], 0)) / half.length).toFixed(1);
  const lines = Object.entries(NAMES).map(([who, name]) => {
    return `  ${name.padEnd(18)}${halves.map((half) => mean(half, /** @type {keyof Scores} */ (who))).join('  ')}`;
  });
  console.log(`summaries (scitldr-a, ${results.length} abstracts): ROUGE-1 of one key sentence`);
  console.log([`  ${''.padEnd(18)}all   tuned held out`, ...lines].join('\n'));
}
