/**
 * @file From a page to the places of its terms: all of reading and finding, nothing of drawing, key sentences or report. Everybody
 * starts at the text nodes and ends with a list of places.
 */
import { LocalEngine, loadWasm } from '../www/host/engine.js';
import { readPage } from '../www/host/reader.js';
import { LARGE, pageOf } from './corpus.js';
import { factsOf, host } from './facts.js';
import { textOf } from './floor.js';
import { freshPage, layOut } from './fresh.js';
import { measure } from './measure.js';
import { EVERYTHING, ROW } from './ours.js';
import { makePage } from './page.js';
import { asciiExpression, unicodeExpression } from './peers.js';
import { glossaryOf, labelsOf, makeTerms } from './terms.js';

/**
 * @typedef {import('./in-page.js').Group} Group
 * @typedef {import('./measure.js').Way} Way
 */

/** @typedef {import('../www/host/types.js').GlossaryData} GlossaryData */

/**
 * Where an expression matches: start and end, as in our table.
 * @param {string} text
 * @param {RegExp} expression
 */
export function placesOf(text, expression) {
  const places = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) places.push(match.index, expression.lastIndex);
  return places;
}

/**
 * Made-up terms on the page that all groups have.
 * @param {{terms: number}} request
 * @returns {Promise<Group>}
 */
export async function measureMarks({ terms }) {
  return measureBoth(glossaryOf(makeTerms(terms)), await pageOf('large'));
}

/**
 * A glossary that people made, on a page as long that has its terms.
 * @param {{data: GlossaryData}} request
 * @returns {Promise<Group>}
 */
export function measureReal({ data }) {
  return measureBoth(data, makePage({ units: LARGE, terms: labelsOf(data) }));
}

/**
 * @param {GlossaryData} data
 * @param {string} html
 * @returns {Promise<Group>}
 */
async function measureBoth(data, html) {
  await loadWasm();
  const labels = labelsOf(data);
  const engine = new LocalEngine(data);
  const options = EVERYTHING;

  /** @type {{name: string, key: string, note: string, run: (host: HTMLElement) => number}[]} */
  const kinds = [
    { name: 'floor A: walk the text nodes, read, join', key: 'floor', note: '', run: (page) => (textOf(page).length > 0 ? 0 : -1) },
    { name: 'ours: reader', key: 'reader', note: 'text and block table', run: (page) => (readPage(page).nodes.length > 0 ? 0 : -1) },
    {
      name: 'ours: page to marks',
      key: 'ours',
      note: 'reader, encoding, scan, table',
      run: (page) => {
        const { text, blocks } = readPage(page);
        return engine.read(text, blocks, options).matches.length / ROW;
      },
    },
    ...[
      { name: 'RegExp, ASCII \\b: page to marks', key: 'ascii', expression: asciiExpression(labels) },
      { name: 'RegExp, Unicode: page to marks', key: 'unicode', expression: unicodeExpression(labels) },
    ].map(({ name, key, expression }) => ({
      name,
      key,
      note: 'floor A, scan, places',
      run: (/** @type {HTMLElement} */ page) => placesOf(textOf(page), expression).length / 2,
    })),
  ];
  /** @type {Way[]} */
  const ways = [
    ...kinds.map(({ name, key, ...kind }) => ({
      ...kind,
      name: `${name}, laid out`,
      key: `${key}-laid-out`,
      prepare: (/** @type {HTMLElement} */ place) => {
        layOut(freshPage(place, html));
        return place;
      },
    })),
    ...kinds.map((kind) => ({ ...kind, isFloor: kind.key === 'floor', prepare: (/** @type {HTMLElement} */ place) => freshPage(place, html) })),
  ];
  return { facts: factsOf(html), terms: labels.length, results: await measure(ways, host()) };
}
