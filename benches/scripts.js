/**
 * @file The scan in other scripts, beside the same in English.
 */
import { loadWasm } from '../www/host/engine.js';
import { factsOf, host } from './facts.js';
import { measure } from './measure.js';
import { inWasm } from './ours.js';
import { glossaryOf } from './terms.js';
import { corpora } from './tongues.js';

/**
 * @typedef {import('./facts.js').Facts} Facts
 * @typedef {import('./measure.js').Result} Result
 * @typedef {{name: string, facts: Facts, result: Result}} Script
 */

/**
 * @param {{terms: number}} request
 * @returns {Promise<{terms: number, scripts: Script[]}>}
 */
export async function measureScripts({ terms }) {
  await loadWasm();
  const sources = await Promise.all(
    corpora.map(async ({ name, language, page, terms: list }) => {
      const html = page();
      const ways = (await inWasm(html, host(), glossaryOf(list(terms), language))).slice(0, 1);
      return { name, facts: factsOf(html), ways: ways.map((way) => ({ ...way, name: `${way.name}, ${name}` })) };
    }),
  );
  const results = await measure(sources.flatMap(({ ways }) => ways), host());
  const scripts = sources.flatMap(({ name, facts }, index) => {
    const result = results[index];
    return result ? [{ name, facts, result }] : [];
  });
  return { terms, scripts };
}
