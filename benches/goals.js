/**
 * @file What was to be reached beside what was measured, in one run. Nothing fails where something is missed: the machine may
 * have been busy.
 */
import { charactersPerSecond, firstTime } from './report.js';
import { figure, median } from './table.js';

/**
 * @typedef {typeof import('./in-page.js')} InPage
 * @typedef {import('./measure.js').Result} Result
 * @typedef {import('./table.js').Row} Row
 * @typedef {import('./table.js').Heading} Heading
 * @typedef {import('./in-page.js').Group & {units?: number}} Said
 *
 * @typedef {object} Raw  what the groups of `run.js` measured, those that ran
 * @property {Awaited<ReturnType<typeof import('./start.js').measureStart>>[]} [start]
 * @property {Record<string, import('./in-page.js').Group>} [pages]
 * @property {Awaited<ReturnType<InPage['measureStock']>>[] | undefined} [stock]
 * @property {import('./in-page.js').Group[] | undefined} [marks]
 * @property {import('./in-page.js').Group[] | undefined} [enrich]
 * @property {Said[]} [said]
 * @property {Awaited<ReturnType<InPage['measureHuge']>>} [huge]
 * @property {(import('./in-page.js').Group & {title: string})[]} [real]
 * @property {{title: string, times: Record<import('./first.js').Who, import('./report.js').First[]>}[]} [first]
 * @property {import('./in-page.js').Group[] | undefined} [peers]
 * @property {Awaited<ReturnType<InPage['measureScripts']>>[] | undefined} [scripts]
 * @property {Awaited<ReturnType<InPage['measureCompiling']>>[]} [compile]
 * @property {Awaited<ReturnType<InPage['measureGrowth']>>} [growth]
 */

/** Of the name, the cells and the note. */
export const GOALS_HEAD = ['', 'measured', 'reach', 'met', ''];

const MILLION = 1e6;
const PER_THOUSAND = 1000;
const MS_PER_S = 1000;

/** Terms of the glossary whose compilation has a goal, and of the largest that has to work. */
const COMPILED = 5_000;
const LARGEST = 100_000;

/** The smallest share of the English rate. */
const SLOWEST_SCRIPT = 1 / 3;

/**
 * @param {string} name
 * @param {number} measured
 * @param {number} reach
 * @param {'most' | 'least'} kind  of what `reach` is
 * @param {{unit?: string, note?: string}} [more]
 * @returns {Row}
 */
function goal(name, measured, reach, kind, { unit = '×', note = '' } = {}) {
  const isMet = kind === 'most' ? measured <= reach : measured >= reach;
  const value = (/** @type {number} */ number) => (unit === '×' ? `× ${figure(number)}` : `${figure(number)} ${unit}`);
  return { name, cells: [value(measured), `${kind === 'most' ? '≤' : '≥'} ${value(reach)}`, isMet ? 'yes' : 'no'], note };
}

/** @param {readonly Result[]} results */
function mediansOf(results) {
  const medians = new Map(results.map(({ key, times }) => [key, median(times)]));
  return (/** @type {string} */ key) => medians.get(key) ?? NaN;
}

/** @param {number} terms */
const named = (terms) => `${terms.toLocaleString('en')} terms`;

/** @param {NonNullable<Raw['stock']>[number]} group */
function stockGoals({ terms, results }) {
  const time = mediansOf(results);
  const reach = terms === 200 ? 4 : 2;
  const note = 'scan of folded text inside Wasm, contiguous NFA';
  return [
    goal(`against stock aho-corasick, ${named(terms)}: both as shipped`, time('stock-small') / time('ours-small'), reach, 'least', { note }),
    goal(`against stock aho-corasick, ${named(terms)}: ours as shipped, stock for speed`, time('stock-fast') / time('ours-small'), reach, 'least', { note }),
  ];
}

/** From as many labels on, what is to be reached with 5,000 of them counts; below, what is with 200. */
const MANY = 2_500;

/** Against the expressions: how many times as fast, for few terms and for many. */
const REACH = { unicode: { few: 5, many: 6 }, ascii: { few: 1, many: 1.5 } };

/** @param {import('./in-page.js').Group & {title?: string}} group */
function marksGoals({ terms, results, title = named(terms) }) {
  const time = mediansOf(results);
  const size = terms < MANY ? 'few' : 'many';
  return [
    { suffix: '-laid-out', where: 'laid out' },
    { suffix: '', where: 'never laid out' },
  ].flatMap(({ suffix, where }) => {
    const ours = time(`ours${suffix}`);
    const reader = time(`reader${suffix}`);
    const what = `page to marks, ${title}, ${where}:`;
    const floor = goal(`${what} against floor A`, ours / time(`floor${suffix}`), 2.5, 'most', {
      note: `times as long; our reader alone × ${figure(reader / time(`floor${suffix}`))}`,
    });
    // What is left for the engine where reading has taken its share.
    const against = (/** @type {'unicode' | 'ascii'} */ who, /** @type {string} */ name) => {
      const reach = REACH[who][size];
      const left = time(`${who}${suffix}`) / reach - reader;
      const note = left > 0 ? `times as fast; reach leaves ${figure(left)} ms for all but our reader` : 'times as fast; our reader alone takes longer than the reach';
      return goal(`${what} against ${name}`, time(`${who}${suffix}`) / ours, reach, 'least', { note });
    };
    return [...(size === 'few' ? [] : [floor]), against('unicode', 'RegExp, Unicode'), against('ascii', 'RegExp, ASCII \\b')];
  });
}

/** What was to be reached beside others, by their key: times as fast, with 200 terms and with 5,000. @type {[key: string, name: string, few: number, many: number][]} */
const OTHERS = [
  ['mark', 'mark.js', 1000, 1000],
  ['advanced-mark', 'advanced-mark.js, combinePatterns', 5, 40],
  ['find-and-replace', 'findAndReplaceDOMText, one RegExp', 2, 2],
  ['by-hand', 'RegExp by hand, ASCII \\b', 1, 3],
];

/**
 * Work against work: the others never rest, and the frames that the browser draws in our rests they leave for afterwards.
 * @param {NonNullable<Raw['enrich']>[number]} group
 */
function enrichGoals({ terms, results }) {
  const measured = results.filter(({ times }) => times.length > 0);
  const whole = mediansOf(measured);
  const time = mediansOf(measured.map(({ times, works, ...result }) => ({ ...result, works, times: works.length > 0 ? works : times })));
  const rows = OTHERS.filter(([key]) => Number.isFinite(time(key))).map(([key, name, few, many]) => {
    const others = [
      ['with rests', time(key) / whole('elements')],
      ['highlights', time(key) / time('highlights')],
      ['all that enrich() does', time(key) / time('elements-all')],
    ].map(([what, times]) => `${what} × ${figure(Number(times))}`);
    return goal(`marks in elements, ${named(terms)}: against ${name}`, time(key) / time('elements'), terms === 200 ? few : many, 'least', { note: `times as fast; ${others.join(', ')}` });
  });
  const again = (/** @type {string} */ rendering) => time(`${rendering}-again`) / time(`${rendering}-all`);
  return [...rows, goal(`enrich again after a small change, ${named(terms)}: against the first time`, again('elements'), 0.5, 'most', { note: `highlights × ${figure(again('highlights'))}` })];
}

/** @param {Said} group */
function saidGoals({ units = 0, terms, results }) {
  const time = mediansOf(results);
  const note = 'times as long; key sentences, dates and figures, after the marks';
  return [goal(`what an article of ${units / 1_000} KB says, ${named(terms)}: against page to marks`, time('said') / time('found'), 1, 'most', { note })];
}

/** @param {NonNullable<Raw['huge']>} huge */
function hugeGoals({ floor, work, longest }) {
  return [
    goal('a page of 10 MB: all work against floor A', median(work) / median(floor), 2.5, 'most', { note: 'times as long, the worker included' }),
    goal('a page of 10 MB: the longest task', median(longest), 50, 'most', { unit: 'ms', note: '0 where none is longer than 50 ms' }),
  ];
}

/** @param {NonNullable<Raw['first']>[number]} group */
function firstGoals({ title, times }) {
  const time = (/** @type {import('./first.js').Who} */ who) => median(times[who].map(firstTime));
  const note = 'times as fast; compiling the expression or the glossary included, loading Wasm not';
  return [
    goal(`the first time, ${title}: against RegExp, Unicode`, time('unicode') / time('ours'), REACH.unicode.few, 'least', { note }),
    goal(`the first time, ${title}: against RegExp, ASCII \\b`, time('ascii') / time('ours'), REACH.ascii.few, 'least', { note }),
  ];
}

/** @param {NonNullable<Raw['compile']>} groups */
function compileGoals(groups) {
  const [many, most] = [COMPILED, LARGEST].map((count) => groups.find(({ labels }) => labels === count));
  const grown = (/** @type {NonNullable<typeof many>} */ { before, compiled }) => (compiled - before) / MILLION;
  const rows = [];
  if (many) {
    rows.push(
      goal(`compile ${named(COMPILED)}: per 1,000 terms`, (median(many.result.times) / many.labels) * PER_THOUSAND, 8, 'most', { unit: 'ms' }),
      goal(`compile ${named(COMPILED)}: growth of Wasm memory`, grown(many), 12, 'most', { unit: 'MB', note: 'MB are millions of bytes' }),
    );
  }
  if (most) {
    const seconds = `${figure(median(most.result.times) / MS_PER_S)} s`;
    const note = `Wasm memory +${figure(grown(most))} MB; ${most.found.toLocaleString('en')} found in the page of 500 KB`;
    rows.push({ name: `compile ${named(LARGEST)}`, cells: [seconds, 'works', most.found > 0 ? 'yes' : 'no'], note });
  }
  return rows;
}

/** @param {NonNullable<Raw['growth']>} growth */
function growthGoals({ text, terms }) {
  const ratio = (/** @type {Result[]} */ results) => {
    const [before, after] = results.filter(({ key }) => key === 'scan').map(({ times }) => median(times));
    return (after ?? NaN) / (before ?? NaN);
  };
  return [
    goal('ten times the text: scan in Wasm', ratio(text), 10.5, 'most', { note: '0.5 to 5 MB, the built-in glossary' }),
    goal('ten times the terms: scan in Wasm', ratio(terms), 3, 'most', { note: '500 to 5,000 terms' }),
  ];
}

/** @param {NonNullable<Raw['scripts']>[number]} group */
function scriptGoals({ terms, scripts: [english, ...others] }) {
  if (!english) return [];
  const bytesPerSecond = (/** @type {typeof english} */ { facts, result }) => facts.bytes / median(result.times);
  const rate = charactersPerSecond(english.facts, english.result);
  return others.map((other) => {
    const note = `of the English rate; by UTF-16 code units × ${figure(charactersPerSecond(other.facts, other.result) / rate)}`;
    return goal(`${other.name}, ${named(terms)}: MB/s`, bytesPerSecond(other) / bytesPerSecond(english), SLOWEST_SCRIPT, 'least', { note });
  });
}

/**
 * @param {Raw} raw
 * @returns {(Row | Heading)[]}  those that can be told
 */
export function goalRows({ stock = [], marks = [], real = [], first = [], enrich = [], said = [], huge, compile = [], growth, scripts = [] }) {
  const rows = [
    ...stock.flatMap(stockGoals),
    ...[...marks, ...real].flatMap(marksGoals),
    ...first.flatMap(firstGoals),
    ...enrich.flatMap(enrichGoals),
    ...said.flatMap(saidGoals),
    ...(huge ? hugeGoals(huge) : []),
    ...compileGoals(compile),
    ...(growth ? growthGoals(growth) : []),
    ...scripts.flatMap(scriptGoals),
  ];
  return rows.length > 0 ? [{ title: 'Goals' }, ...rows] : [];
}
