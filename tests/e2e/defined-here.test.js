/**
 * @file What the article defines and the glossary lacks: marks, card, sidebar and list of terms, in both renderings, with a page that changes, and without Wasm.
 */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardClosed, cardOpen, enriched, open } from './steps.js';

const NTEC = 'defined-here:NTEC:Nordic Tidal Energy Council';
const CSRC = 'defined-here:CSRC:Committee on Sustainable Rice Cultivation';
const SENTENCE = 'The Nordic Tidal Energy Council (NTEC) met in Bergen on Monday, and its members from eleven coastal towns spoke about the price of power for two hours.';

/** @param {string} selector */
const press = (selector) => /** @type {HTMLElement} */ (t.cards()[0]?.shadowRoot?.querySelector(selector)).click();

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`${rendering}: later uses are marked, where the definition is far, and none that is never used again`, async (page) => {
    await open(page, 'defined.html');
    await page.evaluate(() => t.remember());
    const { marks, terms } = await page.evaluate((options) => t.enrich(options), { sidebar: false, rendering });
    // The glossary knows another CSRC.
    assert.deepEqual(marks, [['Metaverse', 'metaverse'], ['NTEC', NTEC], ['CSRC', CSRC], ['blockchain', 'blockchain']]);
    assert.deepEqual(await page.evaluate(() => t.places().map(([, id]) => id)), ['two', 'three', 'three', 'three']);
    assert.deepEqual(terms.filter(([id]) => String(id).startsWith('defined-here:')), [[NTEC, 2], [CSRC, 1]]);
    await page.evaluate(() => t.current().destroy());
    assert.deepEqual(await page.evaluate(() => t.changes()), {});
  });
}

eachEngine('the card says what it stands for, where that is said, and leads there; the events tell of it', async (page) => {
  await enriched(page, 'defined.html', { sidebar: false });
  await page.evaluate(() => t.current().addEventListener('gloss-open', (/** @type {CustomEvent} */ { detail }) => Object.assign(globalThis, { opened: detail.entry })));
  await page.click(`gloss-term[entry="${NTEC}"]`);
  const { text } = await cardOpen(page);
  assert.match(text, /Defined here[^]*NTEC[^]*Nordic Tidal Energy Council[^]*The Nordic Tidal Energy Council \(NTEC\) met in Bergen on Monday[^]*Go to the definition[^]*1 of 2 in this article/);
  const opened = await page.evaluate(() => /** @type {any} */ (globalThis).opened);
  assert.deepEqual([opened?.term, opened?.definition, opened?.defined.sentence.text], ['NTEC', 'Nordic Tidal Energy Council', SENTENCE]);
  await page.evaluate(() => scrollTo(0, 9999));
  await page.evaluate(press, '[data-do="define"]');
  await cardClosed(page);
  await page.waitFor(() => !CSS.highlights || [...(CSS.highlights.get('glossator-flash') ?? [])].join() === 'Nordic Tidal Energy Council (NTEC', { what: 'the definition to be shown' });
});

eachEngine('in the reader’s language', async (page) => {
  await enriched(page, 'defined.html', { sidebar: false, locale: 'de' });
  await page.click(`gloss-term[entry="${NTEC}"]`);
  assert.match((await cardOpen(page)).text, /Hier definiert[^]*Zur Definition/);
});

eachEngine('the sidebar lists it with its sentence, which leads to the definition', async (page) => {
  await enriched(page, 'defined.html', { sidebar: { open: true } });
  await page.waitFor(() => document.querySelector('gloss-sidebar')?.shadowRoot?.querySelector('.term') != null, { what: 'the list' });
  const row = await page.evaluate(() => {
    const rows = [...(document.querySelector('gloss-sidebar')?.shadowRoot?.querySelectorAll('.term') ?? [])];
    const own = rows.find((row) => row.querySelector('.word')?.textContent === 'NTEC');
    own?.querySelector('button')?.click();
    /** @type {HTMLElement | null | undefined} */ (own?.querySelector('.quote'))?.click();
    return ['.category', '.definition', '.quote'].map((part) => own?.querySelector(part)?.textContent);
  });
  assert.deepEqual(row, ['Defined here', 'Nordic Tidal Energy Council', SENTENCE]);
  await page.waitFor(() => !CSS.highlights || [...(CSS.highlights.get('glossator-flash') ?? [])].join() === 'Nordic Tidal Energy Council (NTEC', { what: 'the definition to be shown' });
});

eachEngine('the options count for it as for other terms, and one switches it off', async (page) => {
  const own = async (/** @type {Record<string, unknown>} */ options) => {
    const { marks } = await enriched(page, 'defined.html', { sidebar: false, tooltip: false, ...options });
    return marks.filter(([, id]) => id?.startsWith('defined-here:')).map(([surface]) => surface);
  };
  assert.deepEqual(await own({ occurrences: 'all' }), ['NTEC', 'CSRC', 'NTEC']);
  assert.deepEqual(await own({ maxMarks: 1 }), ['NTEC'], 'the most salient term');
  assert.deepEqual(await own({ exclude: '#three' }), ['NTEC']);
  assert.deepEqual(await own({ definitions: false }), []);
});

eachEngine('watch(): a definition that comes later, and one that goes', async (page) => {
  await enriched(page, 'defined.html', { sidebar: false });
  const own = () => t.drawn().filter(([, id]) => id?.startsWith('defined-here:')).map(([surface]) => surface).join();
  await page.evaluate(() => {
    t.current().watch();
    const paragraph = document.createElement('p');
    paragraph.textContent = 'The International Seaweed Fund (ISF) pays. '.padEnd(400, 'Nobody knows how long it will. ') + 'The ISF says nothing.';
    document.querySelector('#four')?.after(paragraph);
  });
  await page.waitFor(`(${own})() === 'NTEC,CSRC,ISF'`, { what: 'the new term' });
  await page.evaluate(() => {
    const first = /** @type {HTMLElement} */ (document.querySelector('#one'));
    first.textContent = 'Nobody met.';
  });
  await page.waitFor(`(${own})() === 'ISF'`, { what: 'the old ones to go' });
});

eachEngine(
  'without Wasm it is the same',
  async (page) => {
    const { marks } = await enriched(page, 'defined.html?csp=nowasm', { sidebar: false });
    // Not knowing the definitions the CSRC would be the glossary's.
    assert.deepEqual(marks.map(([, id]) => id), ['metaverse', NTEC, CSRC, 'blockchain']);
  },
  { errors: [/wasm/i] },
);

eachEngine('a reader who hides it is not shown it again', async (page) => {
  await enriched(page, 'defined.html', { sidebar: false });
  await page.click(`gloss-term[entry="${NTEC}"]`);
  await cardOpen(page);
  await page.evaluate(press, '[data-do="hide"]');
  await page.waitFor(() => t.drawn().every(([surface]) => surface !== 'NTEC'), { what: 'the mark to go' });
  const { marks } = await enriched(page, 'defined.html', { sidebar: false });
  assert.ok(!marks.some(([surface]) => surface === 'NTEC'));
});
