/**
 * @file What a text says besides its terms: how the engine's second module and its third are asked, and what they answer. `engine.js` imports this when it is asked for, which is after the marks.
 *
 * What it shares with `engine.js` it is given: an import of its own would put that into a file of its own.
 */

/**
 * @typedef {import('./types.js').Reading} Reading
 * @typedef {import('./types.js').TextAnalysis} TextAnalysis
 * @typedef {import('./second.js').Later} Later
 * @typedef {ReturnType<typeof import('./flat.js').reader>} Numbers
 */

// Bits of the flags (src/wasm/analysis.rs).
const SUMMARY = 1;
const SENTENCES = 2;
const FACTS = 4;
const SUGGESTIONS = 8;

export { load } from './second.js';

/**
 * @param {Later} later
 * @param {<T>(call: () => T) => T} guarded
 * @param {(numbers: Uint32Array) => Numbers} reader
 * @param {Uint16Array} text
 * @param {Uint32Array} question
 * @param {Partial<import('./types.js').ReadOptions>} options  of the question
 * @param {() => Promise<void>} loadSurvey
 * @returns {TextAnalysis | Promise<TextAnalysis>}  a promise where the third module is asked, and not loaded yet
 */
export function ask(later, guarded, reader, text, question, { sentences, suggestions }, loadSurvey) {
  const said = toAnalysis(reader(guarded(() => later.analyse(text, question))));
  if (!sentences && !suggestions) return said;
  const more = () => ({ ...said, ...toSurvey(reader(guarded(() => /** @type {import('./second.js').Analyse} */ (later.survey)(text, question)))) });
  return later.survey ? more() : loadSurvey().then(more);
}

/**
 * What is asked and known, as numbers (`src/wasm/analysis.rs` draws them).
 * @param {Reading} reading
 * @param {Uint32Array} blocks
 * @param {Uint16Array} title
 * @param {Partial<import('./types.js').ReadOptions>} options
 * @param {number} today  the page's day as `yyyymmdd`, or 0
 * @param {number} language  as the engine packs it
 */
export function flattenQuestion({ matches, report: { terms, abbreviations = [] } }, blocks, title, { summary = true, sentences, facts, suggestions }, today, language) {
  const flags = (summary ? SUMMARY : 0) | (sentences ? SENTENCES : 0) | (facts ? FACTS : 0) | (suggestions ? SUGGESTIONS : 0);
  const entries = terms.map(({ entry }) => entry);
  const saliences = new Uint32Array(Float32Array.from(terms, ({ salience }) => salience).buffer);
  const defined = abbreviations.flatMap(({ short, long }) => [short.start, short.end, long.start, long.end]);
  const parts = [blocks, entries, saliences, defined, title, matches];
  const head = [flags, today, language, ...parts.slice(0, -1).map(({ length }) => length)];
  const question = new Uint32Array(parts.reduce((sum, { length }) => sum + length, head.length));
  let at = 0;
  for (const part of [head, ...parts]) {
    question.set(part, at);
    at += part.length;
  }
  return question;
}

/**
 * @param {Numbers} numbers  as `src/wasm/analysis.rs` draws them
 * @returns {TextAnalysis}
 */
function toAnalysis({ one, fraction, span, rows }) {
  return {
    summary: rows(one(), () => ({ ...span(), score: fraction() })),
    dates: rows(one(), () => ({ ...span(), iso: isoOf(one()) })),
    figures: rows(one(), () => ({ ...span(), value: double(one(), one()), unit: unitOf(one()) })),
    definitions: rows(one(), span),
  };
}

/**
 * @param {Numbers} numbers  as `src/wasm/analysis.rs` draws them
 * @returns {TextAnalysis}
 */
const toSurvey = ({ one, fraction, span, rows }) => ({
  sentences: rows(one(), span),
  suggestions: rows(one(), () => ({ ...span(), count: one(), score: fraction(), sentence: span() })),
  acronyms: rows(one(), span),
});

/**
 * What `Glossary.analyze` says.
 * @param {Reading['report']} report
 * @param {import('./types.js').TextAnalysis} analysis
 * @param {object} known
 * @param {import('./glossary.js').Match[]} known.matches
 * @param {import('./types.js').DefinedHere[]} known.defined  what the text defines, in the report's order
 * @param {Pick<import('./glossary.js').Analysis, 'dates' | 'figures'>} known.facts
 * @param {(index: number) => import('./types.js').Entry} known.entryOf
 * @param {(span: {start: number, end: number}) => import('./glossary.js').Span} known.textOf
 * @returns {import('./glossary.js').Analysis}
 */
export function told({ terms, abbreviations = [] }, { summary = [], sentences = [], acronyms = [], suggestions = [] }, { matches, defined, facts, entryOf, textOf }) {
  return {
    matches,
    terms: terms.map(({ entry, count, first, salience }) => ({ entry: entryOf(entry).id, count, first, salience })),
    sentences: sentences.map(textOf),
    summary: summary.map(({ score, ...span }) => ({ ...textOf(span), score })),
    abbreviations: abbreviations.map(({ entry }, n) => {
      const { short, long, sentence = long } = /** @type {import('./types.js').DefinedHere} */ (defined[n]);
      return { short, long, sentence, ...(entry >= 0 && { entry: entryOf(entry).id }) };
    }),
    acronyms: acronyms.map(textOf),
    ...facts,
    suggestions: suggestions.map(({ count, score, sentence, ...span }) => ({ text: textOf(span).text, count, score, sentence: textOf(sentence) })),
  };
}

/** @param {number} low @param {number} high  the halves of a double's bits */
const double = (low, high) => /** @type {number} */ (new Float64Array(Uint32Array.of(low, high).buffer)[0]);

/** @param {number} day  `yyyymmdd`, with zeros for what is not known */
const isoOf = (day) => String(day).replace(/(....)(..)(..)/, '$1-$2-$3').replace(/(-00)+$/, '');

/** @param {number} unit @returns {string | number} up to four characters of Latin-1, or how many code units at the end of the span are the unit */
const unitOf = (unit) => (unit >= 2 ** 31 ? unit - 2 ** 31 : String.fromCharCode(...new Uint8Array(Uint32Array.of(unit).buffer)).replace(/\0+$/, ''));
