/**
 * @file From what the page measured to the rows of the table.
 */
import { figure, median } from './table.js';

/**
 * @typedef {import('./in-page.js').Group} Group
 * @typedef {import('./measure.js').Result} Result
 * @typedef {Awaited<ReturnType<typeof import('./start.js').measureStart>>} Start
 * @typedef {Awaited<ReturnType<typeof import('./first.js').measureFirst>>} First
 * @typedef {import('./table.js').Row} Row
 * @typedef {import('./table.js').Heading} Heading
 */

/** Of the name, the cells and the note. MB are millions of bytes of the page's text as UTF-8; the floor is floor B of the same group. */
export const HEAD = ['', 'ms (median)', 'fastest', 'MB/s', '× floor', 'found', 'runs', ''];

const MS_PER_S = 1000;
const MILLION = 1e6;
const MIB = 2 ** 20;

/** @param {number} number */
const whole = (number) => number.toLocaleString('en');

/**
 * @param {Omit<Result, 'works'> & Partial<Pick<Result, 'works'>>} result
 * @param {{bytes?: number, floor?: number, note?: string}} [context]
 * @returns {Row}
 */
function rowOf({ name, note, times, works = [], found, readsText, skip }, { bytes = 0, floor = NaN, note: more = '' } = {}) {
  if (skip) return { name, cells: ['–', '', '', '', '', ''], note: skip };
  const ms = median(times);
  const speed = readsText && bytes ? figure(bytes / MILLION / (ms / MS_PER_S)) : '';
  return {
    name,
    cells: [figure(ms), figure(Math.min(...times)), speed, figure(ms / floor), found ? whole(found) : '', whole(times.length)],
    note: [works.length > 0 && `${figure(median(works))} of work`, note, more].filter(Boolean).join('; '),
  };
}

/**
 * @param {Start[]} starts
 * @returns {(Row | Heading)[]}
 */
export function startRows(starts) {
  /** @param {string} name @param {(start: Start) => number} time @param {string} note */
  const row = (name, time, note) => rowOf({ name, key: '', note, times: starts.map(time), found: 0, readsText: false, isFloor: false, skip: '' });
  return [
    { title: 'The demo article for the first time, everything cold; from this machine, file by file, so the network and a bundle are not in it' },
    row('ours: import the code', ({ code }) => code, ''),
    row('ours: load Wasm and glossary, compile', ({ load }) => load, ''),
    row('ours: enrich', ({ enrich }) => enrich, 'first occurrences'),
    row('ours: all of it', ({ code, load, enrich }) => code + load + enrich, ''),
  ];
}

/**
 * @param {string} title
 * @param {Record<import('./first.js').Who, First[]>} times
 * @returns {(Row | Heading)[]}
 */
export function firstRows(title, { ours, ascii, unicode }) {
  /** @param {string} name @param {First[]} firsts @param {(first: First) => number} time @param {string} [note] */
  const row = (name, firsts, time, note = '') =>
    rowOf({ name, key: '', note, times: firsts.map(time), found: firsts[0]?.found ?? 0, readsText: false, isFloor: false, skip: '' });
  return [
    { title: `The first time, everything cold: an article of 50,000 characters, laid out; ${title}` },
    row('ours: glossary compiled, page to marks', ours, firstTime, 'Wasm is there'),
    row('ours: … of which page to marks', ours, ({ marks }) => marks),
    row('ours: Wasm fetched and compiled, before that', ours, ({ load }) => load, 'from this machine'),
    row('RegExp, ASCII \\b: made, page to marks', ascii, firstTime),
    row('RegExp, Unicode: made, page to marks', unicode, firstTime),
  ];
}

/** The Wasm left out: it is fetched while the page is. @param {First} first */
export const firstTime = ({ compile, marks }) => compile + marks;

/**
 * @param {string} title
 * @param {Group} group
 * @returns {(Row | Heading)[]}
 */
export function pageRows(title, { facts, terms, results }) {
  const floor = results.find(({ isFloor }) => isFloor);
  const context = { bytes: facts.bytes, floor: floor ? median(floor.times) : NaN };
  const about = `${whole(facts.bytes)} bytes of text in ${whole(facts.nodes)} text nodes, ${whole(terms)} labels`;
  return [{ title: `${title}: ${about}` }, ...results.map((result) => rowOf(result, context))];
}

/**
 * @param {Awaited<ReturnType<typeof import('./in-page.js').measureCompiling>>[]} compiled
 * @returns {(Row | Heading)[]}
 */
export function compileRows(compiled) {
  const rows = compiled.map(({ labels, result, forms, found, before, compiled, read }) => {
    const perThousand = figure((median(result.times) / labels) * 1000);
    const memory = [compiled - before, read - before].map((bytes) => `+${figure(bytes / MIB)}`).join(' / ');
    return rowOf({ ...result, found }, { note: `${perThousand} per 1,000 labels; ${memory} MiB; ${whole(forms)} forms` });
  });
  const title = 'Compiling a glossary; by how much Wasm memory grows for that, and when it then reads the page of 500 KB (and finds)';
  return [{ title }, ...rows];
}

/**
 * @param {{text: Result[], terms: Result[], bytes: number[]}} growth
 * @returns {(Row | Heading)[]}
 */
export function growthRows({ text, terms, bytes }) {
  /** @param {Result[]} results @param {number[]} sizes @param {string} what */
  const rows = (results, sizes, what) =>
    results.map((result, i) => {
      const before = i % 2 ? results[i - 1] : undefined;
      const note = before ? `× ${figure(median(result.times) / median(before.times))} for ${what}` : '';
      return rowOf(result, { bytes: sizes[i % 2] ?? 0, note });
    });
  return [
    { title: 'Ten times the text, the built-in glossary' },
    ...rows(text, bytes, '10 × the text'),
    { title: 'Ten times the terms, the generated page of 500 KB' },
    ...rows(terms, [bytes[0] ?? 0, bytes[0] ?? 0], '10 × the terms'),
  ];
}

/**
 * @param {Awaited<ReturnType<typeof import('./stock.js').measureStock>>} group
 * @returns {(Row | Heading)[]}
 */
export function stockRows({ facts, terms, forms, patterns, results }) {
  const byKey = new Map(results.map((result) => [result.key, result]));
  const rows = results.map((result) => {
    const [who, build] = result.key.split('-');
    const stock = byKey.get(`stock-${build}`);
    const speed = who === 'ours' && stock ? `${figure(median(stock.times) / median(result.times))} × as fast as the stock automaton` : '';
    const size = { ours: `${whole(forms)} forms`, stock: `${whole(patterns)} patterns; leftmost-longest, then whole words` }[who ?? ''] ?? '';
    return rowOf(result, { bytes: facts.bytes, note: [size, speed].filter(Boolean).join('; ') });
  });
  return [{ title: `Scan of folded text inside Wasm, nothing copied: the same page, ${whole(terms)} generated terms` }, ...rows];
}

/**
 * @param {Awaited<ReturnType<typeof import('./scripts.js').measureScripts>>} group
 * @returns {(Row | Heading)[]}
 */
export function scriptRows({ terms, scripts }) {
  const [english] = scripts;
  const rows = scripts.map(({ facts, result }) => {
    const rate = charactersPerSecond(facts, result);
    const share = english && rate / charactersPerSecond(english.facts, english.result);
    return rowOf(result, { bytes: facts.bytes, note: `${figure(rate / MILLION)} M code units/s, × ${figure(share ?? NaN)} of English` });
  });
  return [{ title: `Other scripts: generated pages of 250,000 UTF-16 code units, ${whole(terms)} terms of the language` }, ...rows];
}

/**
 * UTF-16 code units, that is.
 * @param {import('./facts.js').Facts} facts
 * @param {Result} result
 */
export const charactersPerSecond = ({ units }, { times }) => units / (median(times) / MS_PER_S);

/**
 * @param {Awaited<ReturnType<typeof import('./enrich.js').measureHuge>>} huge
 * @returns {(Row | Heading)[]}
 */
export function hugeRows({ nodes, units, marks, floor, work, longest }) {
  const row = (/** @type {string} */ name, /** @type {number[]} */ times, /** @type {string} */ note) => {
    return rowOf({ name, key: '', note, times, found: 0, readsText: false, isFloor: false, skip: '' }, { floor: median(floor) });
  };
  return [
    { title: `A page of ${whole(units)} UTF-16 code units in ${whole(nodes)} text nodes, 5,000 terms, ${whole(marks)} marks` },
    row('floor A: walk the text nodes, read, join', floor, ''),
    row('ours: all work, elements', work, 'the worker included, rests between slices not'),
    row('ours: the longest task', longest, 'of those over 50 ms'),
  ];
}
