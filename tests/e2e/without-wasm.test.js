/** @file A page whose policy forbids Wasm, and a browser whose Wasm traps: the same engine in JavaScript, the same marks. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { eachEngine } from '../support/browsers.js';
import { enriched, open } from './steps.js';

/** What browsers write about the forbidden Wasm. */
const errors = [/Content.Security.Policy|CSP/i, /blocked/i, /WebAssembly/];

const noEmbed = existsSync(new URL('../../dist/embed/glossator.js', import.meta.url))
  ? false
  : 'dist/embed is not built: run `cargo xtask build`';

/** @param {import('../support/page.js').Page} page @returns {Promise<string[]>} the files it has fetched */
const loaded = (page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));

for (const options of [{}, { occurrences: 'all' }, { rendering: 'highlights' }]) {
  eachEngine(
    `the same marks: ${JSON.stringify(options)}`,
    async (page) => {
      const wanted = await enriched(page, 'basics.html', options);
      const { marks, terms } = await enriched(page, 'basics.html?csp=nowasm', options);
      assert.ok(marks.length > 0);
      assert.deepEqual({ marks, terms }, { marks: wanted.marks, terms: wanted.terms });
      const files = await loaded(page);
      assert.ok(files.includes('/host/fallback/fallback.js'), 'it is the one in JavaScript');
      assert.ok(!files.some((path) => path.endsWith('.wasm')), 'the module is not fetched in vain');
    },
    { errors },
  );
}

eachEngine(
  'the one tag',
  async (page) => {
    await open(page, 'embed.html?csp=nowasm');
    await page.waitFor(() => document.querySelector('gloss-term') !== null, { what: 'the first mark' });
    assert.equal((await page.evaluate(() => t.drawn())).length, 4);
  },
  { skip: noEmbed, errors },
);

eachEngine('a trap while the glossary is compiled: the same marks', async (page) => {
  const wanted = await enriched(page, 'basics.html');
  await open(page, 'basics.html');
  await page.evaluate(async () => {
    const { CompiledGlossary } = await import('/host/wasm/glossator.js');
    CompiledGlossary.prototype.ids = () => {
      throw new WebAssembly.RuntimeError('Out of bounds memory access');
    };
  });
  const { marks, terms, summary } = await page.evaluate(() => t.enrich());
  assert.ok(marks.length > 0);
  assert.deepEqual({ marks, terms, summary }, { marks: wanted.marks, terms: wanted.terms, summary: wanted.summary });
  assert.ok((await loaded(page)).includes('/host/fallback/fallback.js'), 'it is the one in JavaScript');
});
