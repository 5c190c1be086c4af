/**
 * @file From a page to the places of its terms: all of reading and finding, nothing of drawing, key sentences or report. Everybody
 * starts at the text nodes and ends with a list of places.
 */
import { LocalEngine, loadWasm } from '../www/host/engine.js';
import { readPage } from '../www/host/reader.js';
import { pageOf } from './corpus.js';
import { factsOf, host } from './facts.js';
import { textOf } from './floor.js';
import { freshPage, layOut } from './fresh.js';
import { measure } from './measure.js';
import { EVERYTHING, ROW } from './ours.js';
import { asciiExpression, unicodeExpression } from './peers.js';
import { glossaryOf, makeTerms } from './terms.js';

/**
 * @typedef {import('./in-page.js').Group} Group
 * @typedef {import('./measure.js').Way} Way
 */

/**
 * Where an expression matches: start and end, as in our table.
 * @param {string} text
 * @param {RegExp} expression
 */
function placesOf(text, expression) {
  const places = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) places.push(match.index, expression.lastIndex);
  return places;
}

/**
 * @param {{terms: number}} request
 * @returns {Promise<Group>}
 */
export async function measureMarks({ terms }) {
  await loadWasm();
  const html = await pageOf('large');
  const labels = makeTerms(terms);
  const engine = new LocalEngine(glossaryOf(labels));
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
  return { facts: factsOf(html), terms, results: await measure(ways, host()) };
}
