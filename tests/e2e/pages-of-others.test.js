/**
 * @file Every page of the corpora, marked with a large glossary in both renderings: its text stays what it was, nothing moves, and undo leaves
 * nothing. The whole in Chromium, which also tells of shifts and long tasks; a sample in the others.
 */
import assert from 'node:assert/strict';
import { corpusPages, missingCorpus } from '../support/corpus.js';
import { eachEngine } from '../support/browsers.js';

const RENDERINGS = /** @type {const} */ (['elements', 'highlights']);

/** ms: a task that a reader notices. */
const LONG_TASK = 50;

/** A page is looked at so often before a long task counts: on a busy machine a task is long for other reasons. */
const TRIES = 4;

/** Pages that the slower engines see. */
const SAMPLE = 20;

const skip = missingCorpus() ?? false;

/** @typedef {Awaited<ReturnType<typeof import('../support/in-page/walk.js').walk>>} Walk */

/**
 * @param {import('../support/page.js').Page} page
 * @param {string} path
 * @param {typeof RENDERINGS[number]} rendering
 * @returns {Promise<Walk>}
 */
async function look(page, path, rendering) {
  await page.goto(path);
  await page.evaluate(async () => {
    // A page's <base> would lead elsewhere.
    const drive = await import(/** @type {any} */ (`${location.origin}/support/walk.js`));
    Object.defineProperty(globalThis, 'w', { value: drive, configurable: true });
  });
  // What the page itself is refused and misses is no matter here.
  await page.consoleErrors();
  return page.evaluate(`w.walk(${JSON.stringify(rendering)})`);
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
  const lines = [];
  /** @type {string[]} */
  const failed = [];
  for (const rendering of RENDERINGS) {
    let marks = 0;
    let failures = 0;
    let slowest = { ms: 0, path: '' };
    for (const path of paths) {
      let best = Infinity;
      for (let tried = 0; tried < TRIES && best > LONG_TASK; tried += 1) {
        const walk = await look(page, path, rendering);
        if (tried === 0) {
          marks += walk.marks;
          const found = failuresOf(walk, await page.consoleErrors());
          if (found.length) failures += 1;
          failed.push(...found.map((text) => `${engine} ${rendering} ${path}: ${text}`));
        } else await page.consoleErrors();
        best = Math.min(best, Math.max(0, ...walk.tasks, ...walk.undoTasks));
      }
      if (best > slowest.ms) slowest = { ms: best, path };
      if (best > LONG_TASK) failed.push(`${engine} ${rendering} ${path}: a task of ${best} ms`);
    }
    lines.push(`${engine.padEnd(9)} ${rendering.padEnd(11)} ${String(paths.length).padStart(5)} ${String(marks).padStart(7)} ${String(failures).padStart(9)}  ${slowest.ms ? `${slowest.ms} ms ${slowest.path}` : `none over ${LONG_TASK} ms`}`);
  }
  console.log(['engine    rendering   pages   marks  failures  longest task', ...lines].join('\n'));
  assert.deepEqual(failed, []);
}

eachEngine('all pages of the corpora stay what they are', (page, engine) => walkAll(page, engine, [...corpusPages().keys()]), { only: ['chromium'], skip, timeout: 900_000 });

eachEngine(
  'a sample of the corpora stays what it is',
  (page, engine) => {
    const all = [...corpusPages().keys()];
    const step = all.length / SAMPLE;
    return walkAll(page, engine, Array.from({ length: SAMPLE }, (_, i) => /** @type {string} */ (all[Math.floor((i + 0.5) * step)])));
  },
  { only: ['firefox', 'webkit'], skip, timeout: 300_000 },
);
