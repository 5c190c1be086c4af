/** @file Properties that hold for all documents: marking keeps the text, undo gives everything back, whatever the page did in between. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

/** Seeds in one go; a failure names its own. */
const SEEDS = 150;

for (const rendering of ['elements', 'highlights']) {
  for (const deeds of [0, 1, 6]) {
    eachEngine(`random documents, ${deeds} changes in between (${rendering})`, async (page) => {
      await open(page, 'clean.html');
      const { marks, errors } = await page.evaluate(
        async (rendering, deeds, seeds) => {
          const { check } = await import(/** @type {any} */ ('/support/random-dom.js'));
          const { Glossary } = await import(/** @type {any} */ ('/host/index.js'));
          const glossary = await Glossary.load('/pages/glossary.json');
          let marks = 0;
          /** @type {string[]} */
          const errors = [];
          for (let seed = 1; seed <= seeds && errors.length < 5; seed += 1) {
            const outcome = await check(glossary, seed * 13 + deeds, rendering, deeds);
            marks += outcome.marks;
            if (outcome.error) errors.push(outcome.error);
          }
          return { marks, errors };
        },
        rendering,
        deeds,
        SEEDS,
      );
      assert.deepEqual(errors, []);
      assert.ok(marks > SEEDS, `only ${marks} marks`);
    });
  }
}
