/**
 * @file Pages of the corpora, marked with a large glossary in both renderings: its text stays what it was, nothing moves, and undo leaves
 * nothing. Chromium also tells of shifts and long tasks.
 */
import assert from 'node:assert/strict';
import { corpusPages, missingCorpus } from '../support/corpus.js';
import { eachEngine } from '../support/browsers.js';

/** The last is for the text only: nobody has so many marks. */
const ROUNDS = /** @type {const} */ ([['elements', 'large'], ['highlights', 'large'], ['elements', 'dense']]);

/** What a page misses by itself, and is refused by the policy that it is shown under. */
const OF_THE_PAGE = /^(?:Loading the|Failed to load resource|Refused to|Content[- ]Security[- ]Policy|\S+-src\S* blocked)/i;

/** ms: a task that a reader notices. Printed and not asserted: a busy machine has them too. */
const LONG_TASK = 50;

/** Pages that are seen in the other engines; Chromium sees all, unless `GLOSSATOR_PAGES` says how many. */
const SAMPLE = 20;

const skip = missingCorpus() ?? false;

/** @typedef {Awaited<ReturnType<typeof import('../support/in-page/walk.js').walk>>} Walk */

/**
 * @param {import('../support/page.js').Page} page
 * @param {string} path
 */
async function look(page, path) {
  await page.goto(path);
  await page.evaluate(async () => {
    // A page's <base> would lead elsewhere.
    const drive = await import(/** @type {any} */ (`${location.origin}/support/walk.js`));
    Object.defineProperty(globalThis, 'w', { value: drive, configurable: true });
  });
  await page.consoleErrors();
}

/** @param {Walk} walk @param {string[]} errors */
function failuresOf({ wrong, during, after, shift }, errors) {
  return [
    ...Object.entries(during).map(([what, how]) => `while marked, ${what} ${how}`),
    ...Object.entries(after).map(([what, how]) => `after undo, ${what} ${how}`),
    ...(wrong ? [`${wrong} marks without text`] : []),
    ...(shift ? [`moved by ${shift}`] : []),
    ...errors.map((text) => `console: ${text}`),
  ].map((text) => text.slice(0, 300));
}

/**
 * @param {import('../support/page.js').Page} page
 * @param {string} engine
 * @param {string[]} paths
 */
async function walkAll(page, engine, paths) {
  /** @type {string[]} */
  const failed = [];
  const sums = ROUNDS.map(() => ({ marks: 0, failures: 0, slowest: 0, own: 0, at: '' }));
  for (const path of paths) {
    await look(page, path);
    for (const [index, [rendering, glossary]] of ROUNDS.entries()) {
      const walk = /** @type {Walk} */ (await page.evaluate(`w.walk('${rendering}', '${glossary}')`));
      const sum = /** @type {typeof sums[number]} */ (sums[index]);
      const found = failuresOf(walk, (await page.consoleErrors()).filter((text) => !OF_THE_PAGE.test(text) || text.includes('/host/')));
      sum.marks += walk.marks;
      if (found.length) sum.failures += 1;
      failed.push(...found.map((text) => `${engine} ${rendering} ${glossary} ${path}: ${text}`));
      const longest = Math.max(0, ...walk.tasks, ...walk.undoTasks);
      if (longest > sum.slowest) Object.assign(sum, { slowest: longest, own: walk.own, at: path });
    }
  }
  const lines = ROUNDS.map(([rendering, glossary], index) => {
    const { marks, failures, slowest, own, at } = /** @type {typeof sums[number]} */ (sums[index]);
    const told = glossary === 'dense' ? '' : slowest ? `${slowest} ms (the page's own: ${own} ms) ${at}` : `none over ${LONG_TASK} ms`;
    return `${engine.padEnd(9)} ${rendering.padEnd(11)} ${glossary.padEnd(9)} ${String(paths.length).padStart(5)} ${String(marks).padStart(7)} ${String(failures).padStart(9)}  ${told}`;
  });
  console.log(['engine    rendering   glossary  pages   marks  failures  longest task', ...lines].join('\n'));
  assert.deepEqual(failed, []);
}

eachEngine(
  'pages that others wrote stay what they are',
  (page, engine) => {
    const all = [...corpusPages().keys()];
    const wanted = Number(process.env['GLOSSATOR_PAGES'] ?? (engine === 'chromium' ? all.length : SAMPLE));
    const count = Math.min(wanted, all.length);
    return walkAll(page, engine, Array.from({ length: count }, (_, i) => /** @type {string} */ (all[Math.floor(((i + 0.5) * all.length) / count)])));
  },
  { skip, timeout: 900_000 },
);
