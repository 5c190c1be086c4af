/** @file What styles make of elements: where a block begins although no name says so, and what is not there for a reader. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

const TERMS = [
  ['cloud computing', 'computing', 'data', 'big data'],
  ['virtual reality', 'virtual', 'reality'],
  ['Metaverse'],
  ['capital market', 'capital', 'market'],
  ['cryptocurrency', 'currency'],
  ['blockchain', 'chain'],
  ['smart contract', 'contract'],
  ['compliance'],
  ['KPMG'],
  ['NFT'],
  ['artificial intelligence', 'intelligence'],
  ['fintech'],
  ['real economy'],
  ['区块链'],
  ['Bitcoin'],
  ['Ethereum'],
  ['digital currency'],
  ['CSRC'],
  ['regulatory sandbox'],
  ['risk control'],
].map(([term, ...aliases]) => ({ term, aliases, definition: 'd' }));

/** What a reader sees in each element of the page, by its id. @type {Record<string, string[]>} */
const EXPECTED = {
  lines: ['computing', 'data'],
  row: ['virtual', 'reality'],
  items: ['Metaverse'],
  cells: ['capital', 'market'],
  pill: ['cryptocurrency'],
  plain: ['blockchain'],
  'inline-style': ['contract'],
  // The range goes across what is hidden, and across the reading aids.
  again: ['meta-verse'],
  badge: ['intelligence'],
  cap: ['Fintech'],
  contents: ['Real economy'],
  ruby: ['区qū块kuài链'],
  note: ['Bitcoin', 'Ethereum'],
  wbr: ['digital currency'],
  closed: ['CSRC', 'regulatory sandbox'],
  open: ['CSRC'],
};

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`the text is what a reader sees, whatever the names of the elements (${rendering})`, async (page) => {
    await open(page, 'boxes.html');
    const places = await page.evaluate(
      async (options) => {
        await t.enrich(options);
        return t.places();
      },
      { glossary: { entries: TERMS }, rendering, scope: 'all', occurrences: 'all', sidebar: false },
    );
    /** @type {Record<string, string[]>} */
    const found = {};
    for (const [surface, id] of places) (found[id ?? 'nowhere'] ??= []).push(surface);
    assert.deepEqual(found, EXPECTED);
  });
}

eachEngine('the first occurrence is one that is shown; what stands in a closed <details> alone is found there', async (page) => {
  await open(page, 'boxes.html');
  const places = await page.evaluate(
    async (options) => {
      await t.enrich(options);
      return t.places();
    },
    { glossary: { entries: TERMS }, scope: 'all', sidebar: false },
  );
  const late = places.filter(([, id]) => id === 'closed' || id === 'open');
  assert.deepEqual(late, [['regulatory sandbox', 'closed'], ['CSRC', 'open']]);
});
