/**
 * @file From a glossary and a page to the places of its terms, once: what a visitor pays. Nothing is warm, so one page can tell it for one way only; `run.js` opens
 * several. An expression is compiled when it is first used, and interpreted at first; the engine has to be compiled too, and so has its glossary.
 */
import { LocalEngine, loadWasm } from '../www/host/engine.js';
import { readPage } from '../www/host/reader.js';
import { freshPage, layOut } from './fresh.js';
import { host } from './facts.js';
import { textOf } from './floor.js';
import { placesOf } from './marks.js';
import { EVERYTHING, ROW } from './ours.js';
import { makePage } from './page.js';
import { asciiExpression, unicodeExpression } from './peers.js';
import { labelsOf } from './terms.js';

/** @typedef {import('../www/host/types.js').GlossaryData} GlossaryData */

/** An article: the length of a long read. */
const UNITS = 50_000;

/** @typedef {'ours' | 'ascii' | 'unicode'} Who */

/**
 * @param {{who: Who, data: GlossaryData}} request
 * @returns {Promise<{load: number, compile: number, marks: number, found: number}>}  milliseconds of the steps, one after the other
 */
export async function measureFirst({ who, data }) {
  const labels = labelsOf(data);
  const page = freshPage(host(), makePage({ units: UNITS, terms: labels }));
  layOut(page);
  const start = performance.now();
  if (who === 'ours') {
    await loadWasm();
    const loaded = performance.now();
    const engine = new LocalEngine(data);
    const compiled = performance.now();
    const { text, blocks } = readPage(page);
    const found = engine.read(text, blocks, EVERYTHING).matches.length / ROW;
    return { load: loaded - start, compile: compiled - loaded, marks: performance.now() - compiled, found };
  }
  const expression = who === 'ascii' ? asciiExpression(labels) : unicodeExpression(labels);
  const compiled = performance.now();
  const found = placesOf(textOf(page), expression).length / 2;
  return { load: 0, compile: compiled - start, marks: performance.now() - compiled, found };
}
