/** @file Open shadow roots, read by option: text as it is shown, marks, cards, changes, undo. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

/** @param {import('../support/page.js').Page} page */
const build = async (page) => {
  await open(page, 'clean.html');
  await page.evaluate(() => {
    document.body.innerHTML = `<main id="main"><p id="light">A blockchain.</p><x-story id="story"><p id="slotted" slot="body">The Metaverse.</p><p id="nowhere">The CSRC is shown nowhere.</p></x-story>
      <x-closed id="closed"><p>nothing</p></x-closed></main>`;
    const story = /** @type {Element} */ (document.querySelector('#story')).attachShadow({ mode: 'open' });
    story.innerHTML = '<article id="inner"><p id="first">In here, another blockchain, and VR.</p><slot name="body"></slot><p id="last">Meta<b>verse</b> again.</p></article>';
    /** @type {Element} */ (document.querySelector('#closed')).attachShadow({ mode: 'closed' }).innerHTML = '<p>A blockchain behind a closed door.</p>';
  });
};

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`text of open shadow roots is read where it is shown (${rendering})`, async (page) => {
    await build(page);
    const outcome = await page.evaluate(async (rendering) => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('#story')?.shadowRoot);
      const state = () => [document.documentElement.outerHTML, root.innerHTML, root.adoptedStyleSheets.length, document.adoptedStyleSheets.length];
      const before = state();
      await t.enrich({ rendering, shadow: true, occurrences: 'all', sidebar: false });
      const places = t.places();
      const inside = root.querySelectorAll('gloss-term').length;
      const sheets = root.adoptedStyleSheets.length;
      t.current().destroy();
      return { places, inside, sheets, before, after: state() };
    }, rendering);
    assert.deepEqual(outcome.places, [['blockchain', 'light'], ['blockchain', 'first'], ['VR', 'first'], ['Metaverse', 'slotted'], ['Metaverse', 'last']]);
    assert.equal(outcome.inside, rendering === 'elements' ? 4 : 0);
    assert.equal(outcome.sheets, 1);
    assert.deepEqual(outcome.after, outcome.before);
  });
}

eachEngine('without the option, shadow roots are left alone', async (page) => {
  await build(page);
  const [inside, sheets] = await page.evaluate(async () => {
    await t.enrich({ occurrences: 'all', sidebar: false, rendering: 'elements' });
    const root = document.querySelector('#story')?.shadowRoot;
    return [root?.querySelectorAll('gloss-term').length, root?.adoptedStyleSheets.length];
  });
  assert.deepEqual([inside, sheets], [0, 0]);
});

eachEngine('in a shadow root, a mark opens its card by keyboard', async (page) => {
  await build(page);
  await page.evaluate(async () => {
    await t.enrich({ shadow: true, sidebar: false, rendering: 'elements', occurrences: 'all' });
    const mark = /** @type {HTMLElement} */ (document.querySelector('#story')?.shadowRoot?.querySelector('gloss-term'));
    mark.focus();
    mark.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
  });
  await page.waitFor(() => document.querySelector('gloss-card')?.hasAttribute('open'), { what: 'the card' });
});

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`what changes in a shadow root is followed (${rendering})`, async (page) => {
    await build(page);
    await page.evaluate(async (rendering) => {
      await t.enrich({ shadow: true, sidebar: false, rendering });
      t.current().watch();
      const root = /** @type {ShadowRoot} */ (document.querySelector('#story')?.shadowRoot);
      /** @type {Element} */ (root.querySelector('#first')).textContent = 'The CSRC came in.';
    }, rendering);
    const wanted = JSON.stringify([['blockchain', 'light'], ['CSRC', 'first'], ['Metaverse', 'slotted']]);
    await page.waitFor((/** @type {string} */ wanted) => JSON.stringify(t.placesOf(t.current().enrichment.marks)) === wanted, { what: 'the new text', args: [wanted] });
  });
}

eachEngine('links, which have a `host` too, are walked out of, and taken away, without an error', async (page) => {
  await build(page);
  const places = await page.evaluate(async () => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('#story')?.shadowRoot);
    /** @type {Element} */ (root.querySelector('#first')).innerHTML = '<a href="https://example.com/">A link</a> and VR behind it.';
    await t.enrich({ shadow: true, sidebar: false, occurrences: 'all' });
    t.current().watch();
    const link = /** @type {Element} */ (document.querySelector('#light')).appendChild(Object.assign(document.createElement('a'), { href: 'https://example.com/', textContent: 'x' }));
    link.textContent = 'y';
    link.remove();
    link.textContent = 'z';
    await t.again();
    return t.places();
  });
  assert.deepEqual(places, [['blockchain', 'light'], ['VR', 'first'], ['Metaverse', 'slotted'], ['Metaverse', 'last']]);
});
