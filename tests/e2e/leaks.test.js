/** @file A hundred rounds leave no more behind than one. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardOpen, open } from './steps.js';

const ROUNDS = 100;

/** What may be left over from a hundred rounds: a cache of the browser's own, not something of each round. */
const SLACK = 20;

for (const rendering of ['elements', 'highlights']) {
  eachEngine(
    `${ROUNDS} rounds leave nodes and listeners where they were (${rendering})`,
    async (page) => {
      await open(page, 'integrity.html');
      const run = (/** @type {number} */ rounds) =>
        page.evaluate(
          async (rendering, rounds) => {
            const { createGlossator, Glossary } = await import(/** @type {any} */ ('/host/index.js'));
            const glossary = await Glossary.load('/pages/glossary.json');
            for (let i = 0; i < rounds; i += 1) {
              const glossator = await createGlossator({ glossary, rendering, scope: 'all', occurrences: 'all' });
              const { marks } = await glossator.enrich();
              glossator.watch();
              // Every other round with a card that was open.
              if (i % 2) marks[0].element?.click();
              document.querySelector('#one')?.append(i % 2 ? ' a blockchain' : '');
              glossator.destroy();
            }
            document.querySelector('#one')?.lastChild?.remove();
            glossary.free();
            await new Promise((resolve) => setTimeout(resolve, 100));
          },
          rendering,
          rounds,
        );
      await run(5);
      // Text that the rounds themselves add: the paragraph is given its first state.
      const reset = () => page.evaluate(() => (/** @type {Element} */ (document.querySelector('#one')).textContent = 'The end.'));
      await reset();
      const before = await page.domCounters();
      await run(ROUNDS);
      await reset();
      const after = await page.domCounters();
      const told = JSON.stringify({ before, after });
      assert.ok(after.nodes <= before.nodes + SLACK, told);
      assert.ok(after.listeners <= before.listeners + SLACK, told);
    },
    { only: ['chromium'] },
  );
}

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`no timer waits and no observer observes after \`destroy()\`, whatever was under way (${rendering})`, async (page) => {
    await open(page, 'integrity.html');
    const box = await page.evaluate(async (rendering) => {
      t.watchTimers();
      t.watchListeners();
      t.remember();
      await t.enrich({ rendering, occurrences: 'all', sidebar: { open: true } });
      t.current().watch();
      const word = document.createRange();
      word.selectNodeContents(/** @type {Element} */ (document.querySelector('#three')));
      const { left, top, width, height } = word.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, rendering);
    await page.hover(box);
    await cardOpen(page);
    const outcome = await page.evaluate(async () => {
      const glossator = t.current();
      const { terms } = glossator.enrichment;
      // A flash, a change that is waited out, and a reading under way.
      glossator.goTo(terms[0].places[0]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const note = document.createComment('x');
      document.querySelector('#one')?.append(note, ' ');
      await new Promise((resolve) => setTimeout(resolve, 20));
      const seen = t.stillWaiting().length;
      void glossator.enrich();
      glossator.destroy();
      note.nextSibling?.remove();
      note.remove();
      const waiting = t.stillWaiting();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { seen, waiting, later: t.stillWaiting(), listeners: t.leftListeners(), changes: t.changes(), highlights: [...CSS.highlights.keys()] };
    });
    const { seen, ...left } = outcome;
    assert.ok(seen > 1, 'something was under way');
    assert.deepEqual(left, { waiting: [], later: [], listeners: [], changes: {}, highlights: [] });
  });
}

eachEngine('the memory of Wasm stops growing: glossaries that come and go, and pages that are read again', async (page) => {
  await open(page, 'integrity.html');
  const sizes = await page.evaluate(async (rounds) => {
    // Before the engine is loaded: the glue keeps its memory to itself.
    const { Instance } = WebAssembly;
    /** @type {WebAssembly.Memory[]} */
    const memories = [];
    WebAssembly.Instance = /** @type {any} */ (
      new Proxy(Instance, {
        construct(target, args) {
          const instance = Reflect.construct(target, args);
          for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memories.push(value);
          return instance;
        },
      })
    );
    const { createGlossator, Glossary } = await import(/** @type {any} */ ('/host/index.js'));
    const data = await (await fetch('/glossary/fintech-policy.json')).json();
    const size = () => Math.max(0, ...memories.map(({ buffer }) => buffer.byteLength));
    const sizes = [];
    for (let i = 0; i < rounds; i += 1) {
      const glossary = await Glossary.load(data);
      const glossator = await createGlossator({ glossary, scope: 'all', sidebar: false });
      await glossator.enrich();
      await glossator.enrich();
      glossator.destroy();
      glossary.free();
      if (i === 4) sizes.push(size());
    }
    return [...sizes, size()];
  }, ROUNDS);
  assert.ok(Number(sizes[0]) > 0, 'the memory was found');
  assert.equal(sizes[1], sizes[0]);
});
