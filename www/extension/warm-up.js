/**
 * @file Translates the engine before it is needed. Browsers translate each function of a Wasm module when it is called first, which is half of the time of a first answer; while the background
 * waits for its database it has nothing else to do. So it reads a few made-up sentences, in steps, for whatever else has come may go first in between.
 */

import { BLOCK, HEADING } from '../host/tables.js';
import { hashesOf, readerOf } from './part-engine.js';

/** With something of each kind that the engine looks for: a term, another form and another sense of one, an abbreviation that the text defines, a heading, a date, a figure, a quotation. */
const TEXT =
  'The Office of Warm Water\nThe Office of Warm Water (OWW) said on 5 March 2021 that kettles use 3.5 million kilowatt-hours a year, 12% more than in 2019. “A kettle is no boiler,” the OWW’s director, Dr. ' +
  'Ada Teapot, wrote. Its rules for kettles, boilers and cafés have been in force since January; a boiler may cost $1,200.\nWhoever heats water pays for it. The Office of Warm Water expects that the price of heat will fall by 4.5 per cent.';

/** @type {import('../host/types.js').Entry[]} */
const ENTRIES = [
  { id: 'oww', term: 'Office of Warm Water', aliases: ['OWW'], definition: 'An office.', context: ['water'] },
  { id: 'kettle', term: 'kettle', definition: 'Heats water.', related: ['boiler'] },
  { id: 'boiler', term: 'boiler', definition: 'Heats a house.', context: ['house'] },
  { id: 'boiler-2', term: 'boiler', definition: 'Heats water.', context: ['water', 'heat'] },
];

/** @type {import('../host/types.js').ReadOptions} */
const OPTIONS = { occurrences: 'first', maxMarks: 500, density: 0, headings: false, title: 'Warm water', language: 'en' };

/** Lets whatever has come go first. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/**
 * `loadWasm()` and `loadAnalysis()` have to be done before.
 * @param {AbortSignal} signal  when somebody needs the engine themselves
 */
export async function warmUp(signal) {
  const starts = [0, ...[...TEXT.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const blocks = Uint32Array.from(starts.flatMap((start) => [start, start ? BLOCK : BLOCK | HEADING]));
  hashesOf(TEXT, blocks);
  await breathe();
  if (signal.aborted) return;
  const engine = readerOf(ENTRIES);
  try {
    await breathe();
    if (signal.aborted) return;
    const reading = engine.read(TEXT, blocks, OPTIONS);
    await breathe();
    if (!signal.aborted) await engine.analyse(TEXT, blocks, reading, OPTIONS);
  } finally {
    engine.free();
  }
}
