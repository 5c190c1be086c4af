/**
 * @file The own tests of applications (tests/e2e/apps/notes.js), written with each framework's own means, pass with Glossator on the page as they do without it: it marks what they show
 * between any two of their steps, and watches.
 */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

/** Lit's application is in a shadow root. @type {[framework: string, options: object][]} */
const FRAMEWORKS = [['react', {}], ['vue', {}], ['svelte', {}], ['lit', { shadow: true }]];

for (const [framework, options] of FRAMEWORKS) {
  eachEngine(`${framework}: the application's own tests pass with Glossator on`, async (page) => {
    await open(page, 'clean.html');
    const outcome = await page.evaluate(async (framework, options) => {
      document.body.replaceChildren();
      /** @type {string[]} */
      const said = [];
      for (const kind of /** @type {const} */ (['error', 'warn'])) {
        const { [kind]: say } = console;
        console[kind] = (...words) => {
          said.push(words.map(String).join(' '));
          say(...words);
        };
      }
      await import(/** @type {any} */ (`/apps/notes-${framework}.development.js`));
      const { runSuite } = /** @type {any} */ (globalThis);
      const without = await runSuite(() => {});
      // What a framework says to developers anyway.
      const saidWithout = said.splice(0);
      await t.enrich({ ...options, scope: 'all', occurrences: 'all', maxMarks: 1000, sidebar: false });
      const glossator = t.current();
      glossator.watch();
      let marks = 0;
      let steps = 0;
      const withIt = await runSuite(async () => {
        const enrichment = await glossator.enrich();
        steps += 1;
        marks += enrichment.marks.length;
      });
      glossator.destroy();
      return { without, withIt, marks, steps, said: said.filter((line) => !saidWithout.includes(line)), left: [...document.body.children].map(({ localName }) => localName) };
    }, framework, options);
    const names = Object.keys(outcome.without);
    assert.ok(names.length >= 9);
    assert.deepEqual(outcome.without, Object.fromEntries(names.map((name) => [name, ''])), 'without Glossator');
    assert.deepEqual(outcome.withIt, outcome.without, 'with Glossator');
    // On most steps; the last ones of some tests have no notes left.
    assert.ok(outcome.marks >= 2 * outcome.steps, `${outcome.marks} marks in ${outcome.steps} steps`);
    assert.deepEqual(outcome.said, []);
    assert.deepEqual(outcome.left, []);
  });
}
