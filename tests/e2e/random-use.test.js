/** @file Properties that hold for whatever is done with a glossator, in whatever order: nothing fails, nothing is left behind, no text is lost. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

/** Runs; a failure names its seed and tells what was done. `GLOSSATOR_SEEDS=from-to` tries others. */
const [FIRST = 1, LAST = 60] = (process.env['GLOSSATOR_SEEDS'] ?? '1-60').split('-').map(Number);

/** Runs in one test. */
const STEP = 60;

for (let first = FIRST; first <= LAST; first += STEP) {
  eachEngine(`random use, from seed ${first} on`, async (page) => {
    await open(page, 'clean.html');
    const { marks, failures } = await page.evaluate(
      async (first, last) => {
        const { use } = await import(/** @type {any} */ ('/support/random-use.js'));
        const { Glossary } = await import(/** @type {any} */ ('/host/index.js'));
        const glossary = await Glossary.load('/pages/glossary.json');
        let marks = 0;
        /** @type {string[]} */
        const failures = [];
        for (let seed = first; seed <= last && failures.length < 3; seed += 1) {
          const outcome = await use(glossary, seed);
          marks += outcome.marks;
          if (outcome.errors.length) failures.push([`seed ${seed}`, ...outcome.errors, ...outcome.log].join('\n'));
        }
        return { marks, failures };
      },
      first,
      Math.min(LAST, first + STEP - 1),
    );
    assert.deepEqual(failures, []);
    assert.ok(marks > Math.min(STEP, LAST - FIRST), `only ${marks} marks`);
  });
}
