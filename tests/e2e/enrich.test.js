/** @file Which terms are marked, and where nothing ever is. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { enriched, open } from './steps.js';

const firstOnly = [
  ['Metaverse', 'metaverse'],
  ['Blockchain', 'blockchain'],
  ['CSRC', 'csrc'],
  ['VR', 'virtual-reality'],
  ['cloud computing', 'cloud-computing'],
];

const every = [
  ['Metaverse', 'metaverse'],
  ['Blockchain', 'blockchain'],
  ['metaverse', 'metaverse'],
  ['CSRC', 'csrc'],
  ['China Securities Regulatory Commission', 'csrc'],
  ['metauniverses', 'metaverse'],
  ['Blockchains', 'blockchain'],
  ['VR', 'virtual-reality'],
  ['blockchain', 'blockchain'],
  ['cloud computing', 'cloud-computing'],
];

eachEngine('the first occurrence of each entry is marked by default', async (page) => {
  const { marks } = await enriched(page, 'basics.html');
  assert.deepEqual(marks, firstOnly);
  assert.deepEqual(await page.evaluate(() => t.drawn()), firstOnly);
});

eachEngine('`occurrences: all` marks every occurrence, whole words only', async (page) => {
  const { marks, terms } = await enriched(page, 'basics.html', { occurrences: 'all' });
  assert.deepEqual(marks, every);
  // what is in headings and links is counted although it may not be marked
  assert.deepEqual(Object.fromEntries(/** @type {[string, number][]} */ (terms)), {
    metaverse: 5,
    blockchain: 3,
    csrc: 2,
    'virtual-reality': 3,
    'cloud-computing': 1,
  });
});

eachEngine('`occurrences: section` starts anew under each heading', async (page) => {
  const { marks } = await enriched(page, 'basics.html', { occurrences: 'section' });
  assert.deepEqual(marks, [
    ['Metaverse', 'metaverse'],
    ['Blockchain', 'blockchain'],
    ['CSRC', 'csrc'],
    ['Blockchains', 'blockchain'],
    ['VR', 'virtual-reality'],
    ['cloud computing', 'cloud-computing'],
  ]);
});

eachEngine('headings are marked only where `headings` says so', async (page) => {
  const { marks } = await enriched(page, 'basics.html', { occurrences: 'all', headings: true });
  assert.deepEqual(marks, [
    ['Metaverse', 'metaverse'],
    ...every.slice(0, 6),
    ['Virtual reality', 'virtual-reality'],
    ['virtual realities', 'virtual-reality'],
    ...every.slice(6),
  ]);
});

eachEngine('`maxMarks` ends the marking and says so', async (page) => {
  const { marks, truncated } = await enriched(page, 'basics.html', { occurrences: 'all', maxMarks: 3 });
  assert.equal(marks.length, 3);
  assert.equal(truncated, true);
});

eachEngine('`scope` keeps to what a selector names, and `auto` finds the article', async (page) => {
  const one = await enriched(page, 'basics.html', { occurrences: 'all', scope: '#one' });
  assert.deepEqual(one.marks, every.slice(0, 3));
  const auto = await enriched(page, 'basics.html', { occurrences: 'all', scope: 'auto' });
  assert.deepEqual(auto.marks, every);
  assert.deepEqual(Object.fromEntries(/** @type {[string, number][]} */ (auto.terms)).metaverse, 3, 'neither the title nor the navigation is in the article');
});

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`terms are found across inline elements (${rendering})`, async (page) => {
    const { marks } = await enriched(page, 'inline.html', { occurrences: 'all', rendering });
    assert.deepEqual(marks, [
      ['Metaverse', 'metaverse'],
      ['China Securities Regulatory Commission', 'csrc'],
      ['blockchain', 'blockchain'],
      ['Virtual reality', 'virtual-reality'],
    ]);
  });

  eachEngine(`links, controls, code, fields, editable text and drawings are never marked (${rendering})`, async (page) => {
    const { marks } = await enriched(page, 'never.html', { occurrences: 'all', rendering, exclude: ['.mine'] });
    assert.deepEqual(marks, [['blockchain', 'blockchain']]);
    assert.deepEqual(await page.evaluate(() => t.places()), [['blockchain', 'only']]);
  });

  eachEngine(`entities, soft hyphens, no-break spaces, curly quotes, line breaks (${rendering})`, async (page) => {
    await enriched(page, 'characters.html', { occurrences: 'all', rendering });
    assert.deepEqual(await page.evaluate(() => t.places()), [
      ['R&D', 'entity'],
      ['cloud\u00a0computing', 'nbsp'],
      ['block\u00adchain', 'soft'],
      ['People’s Bank of China', 'curly'],
      ['Metaverse', 'quoted'],
      ['CSRC', 'quoted'],
      ['China Securities\n    Regulatory\nCommission', 'lines'],
      ['Fourteenth Five‑Year Plan', 'hyphen'],
      ['virtual reality', 'emoji'],
    ]);
  });
}

eachEngine('a mark is a button to assistive technology, and the first of each entry takes a tab stop', async (page) => {
  await enriched(page, 'basics.html', { occurrences: 'all' });
  const marks = await page.evaluate(() =>
    [...document.querySelectorAll('gloss-term')].map((mark) => [
      mark.getAttribute('entry'),
      mark.getAttribute('role'),
      /** @type {HTMLElement} */ (mark).tabIndex >= 0,
    ]),
  );
  const met = new Set();
  assert.deepEqual(
    marks,
    every.map(([, id]) => [id, 'button', !met.has(id) && Boolean(met.add(id))]),
  );
});

eachEngine('events reach the document: enriched', async (page) => {
  await enriched(page, 'basics.html');
  const events = await page.evaluate(() => t.seenEvents().map(({ type }) => type));
  assert.deepEqual(events, ['gloss-enriched']);
});

eachEngine('an option that does not exist, or of the wrong type, is named', async (page) => {
  await open(page, 'basics.html');
  for (const [option, value] of /** @type {const} */ ([
    ['occurences', 'all'],
    ['maxMarks', 'many'],
    ['rendering', 'paint'],
  ])) {
    const error = await page.evaluate(
      async (/** @type {string} */ option, /** @type {string} */ value) =>
        t.create({ [option]: value }).then(
          () => null,
          (error) => ({ code: error.code, message: error.message }),
        ),
      option,
      value,
    );
    assert.ok(error !== null, `${option}: no error`);
    assert.equal(error.code, 'option-invalid', error.message);
    assert.ok(error.message.includes(option), error.message);
  }
});

eachEngine('painted, all marks are static ranges of one highlight, and the document has no node more', async (page) => {
  await open(page, 'clean.html');
  const outcome = await page.evaluate(async () => {
    const html = document.body.innerHTML;
    const { marks } = await t.enrich({ rendering: 'highlights', occurrences: 'all', sidebar: false, tooltip: false });
    const names = [...CSS.highlights.keys()];
    const ranges = names.flatMap((name) => [.../** @type {Highlight} */ (CSS.highlights.get(name))]);
    return { names, marks: marks.length, ranges: ranges.length, areStatic: ranges.every((range) => range instanceof StaticRange), isSame: document.body.innerHTML === html };
  });
  assert.ok(outcome.marks > 3);
  assert.deepEqual(outcome, { names: ['glossator'], marks: outcome.marks, ranges: outcome.marks, areStatic: true, isSame: true });
});

eachEngine('painted marks: one highlight of static ranges, whatever the number of marks, and no node of the page is another one', async (page) => {
  await open(page, 'clean.html');
  const outcome = await page.evaluate(async () => {
    document.body.innerHTML = `<article>${'<p>The blockchain of the <b>CSRC</b> and the Meta<i>verse</i>.</p>'.repeat(200)}</article>`;
    const nodes = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
      const all = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) all.push(node);
      return all;
    };
    const before = nodes();
    await t.enrich({ rendering: 'highlights', scope: 'article', occurrences: 'all', maxMarks: 1000, sidebar: false, tooltip: false });
    const { marks } = t.current().enrichment;
    const all = [...CSS.highlights].map(([name, highlight]) => ({ name, ranges: highlight.size, areStatic: [...highlight].every((range) => range instanceof StaticRange) }));
    const after = nodes();
    const isSame = before.length === after.length && before.every((node, i) => node === after[i]);
    t.current().destroy();
    return { marks: marks.length, all, isSame, left: CSS.highlights.size };
  });
  assert.equal(outcome.marks, 600);
  // A word that goes on in another element has a range in each.
  assert.deepEqual(outcome.all, [{ name: 'glossator', ranges: 800, areStatic: true }]);
  assert.ok(outcome.isSame);
  assert.equal(outcome.left, 0);
});
