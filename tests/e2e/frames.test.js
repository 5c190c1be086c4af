/** @file Frames of the same origin, read by option: marks, a card in the frame, changes, navigation, undo. Frames of other origins are left alone. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

const INNER = '<!doctype html><html lang="en"><body><p id="inner">In here, a blockchain and the CSRC.</p><iframe id="deep" srcdoc="<p>VR, deeper.</p>"></iframe></body></html>';

/**
 * A page whose article holds frames, all of them loaded.
 * @param {import('../support/page.js').Page} page
 */
const build = async (page) => {
  await open(page, 'clean.html');
  await page.evaluate(async (inner) => {
    document.body.innerHTML = '<main><article id="article"><p id="light">A blockchain.</p></article></main>';
    const add = (/** @type {Record<string, string>} */ attributes) => {
      const frame = document.createElement('iframe');
      for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.querySelector('#article')?.append(frame);
      return loaded;
    };
    await Promise.all([
      add({ id: 'near', srcdoc: inner, style: 'width: 600px; height: 400px' }),
      add({ id: 'other', srcdoc: '<p>A blockchain of another origin.</p>', sandbox: '' }),
      add({ id: 'off', srcdoc: '<p>A blockchain.</p>', class: 'noglossary' }),
      add({ id: 'unseen', srcdoc: '<p>A blockchain.</p>', style: 'display: none' }),
    ]);
  }, INNER);
  await page.waitFor(() => {
    const near = /** @type {HTMLIFrameElement | null} */ (document.querySelector('#near'))?.contentDocument;
    return /** @type {HTMLIFrameElement | null | undefined} */ (near?.querySelector('#deep'))?.contentDocument?.querySelector('p');
  }, { what: 'the frame in the frame' });
  await page.evaluate(() => {
    const frameOf = (/** @type {string} */ id) => /** @type {HTMLIFrameElement} */ (document.getElementById(id));
    const inside = (/** @type {string} */ id) => /** @type {Document} */ (frameOf(id).contentDocument);
    const deep = () => /** @type {Document} */ (/** @type {HTMLIFrameElement} */ (inside('near').querySelector('#deep')).contentDocument);
    const marked = (/** @type {import('../../www/host/types.js').Enrichment | null} */ found) => found?.marks.map((mark) => mark.range()?.toString());
    Object.assign(globalThis, {
      frameOf, inside,
      documents: () => [document, inside('near'), deep(), inside('off'), inside('unseen')],
      /** Of the page, and of each frame in turn. */
      found: () => {
        const { enrichment } = t.current();
        const [near] = enrichment?.frames ?? [];
        return [marked(enrichment), (enrichment?.frames ?? []).map(marked), (near?.frames ?? []).map(marked)];
      },
    });
  });
};

/** What the tests put into the page. @typedef {{inside: (id: string) => Document, frameOf: (id: string) => HTMLIFrameElement, documents: () => Document[], found: () => unknown[]}} There */

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`frames are marked, each for itself, and left as they were (${rendering})`, async (page) => {
    await build(page);
    const outcome = await page.evaluate(async (rendering) => {
      const { documents, found, inside } = /** @type {There} */ (/** @type {unknown} */ (globalThis));
      const state = () => documents().map((document) => [document.documentElement.outerHTML, document.adoptedStyleSheets.length, /** @type {any} */ (document.defaultView).CSS.highlights.size]);
      const before = state();
      await t.enrich({ rendering, frames: true, scope: 'article', sidebar: true });
      const marks = found();
      const [elements, sidebars] = ['gloss-term', 'gloss-sidebar'].map((name) => documents().map((document) => document.querySelectorAll(name).length));
      t.current().clear();
      const cleared = state().map(([html]) => html);
      await t.again();
      const again = found();
      t.current().destroy();
      return { marks, again, elements, sidebars, before, after: state(), cleared, sandboxed: inside('other') };
    }, rendering);
    const expected = [['blockchain'], [['blockchain', 'CSRC']], [['VR']]];
    assert.deepEqual(outcome.marks, expected);
    assert.deepEqual(outcome.again, expected);
    assert.deepEqual(outcome.elements, rendering === 'elements' ? [1, 2, 1, 0, 0] : [0, 0, 0, 0, 0]);
    assert.deepEqual(outcome.sidebars, [1, 0, 0, 0, 0], 'one sidebar, in the page');
    assert.deepEqual(outcome.after, outcome.before);
    assert.deepEqual(outcome.cleared, outcome.before.map(([html]) => html));
    assert.equal(outcome.sandboxed, null, 'the test has a frame that is closed to scripts');
  });

  eachEngine(`what changes in a frame, and a frame that goes elsewhere, are followed (${rendering})`, async (page) => {
    await build(page);
    const foundIs = (/** @type {unknown} */ wanted, /** @type {string} */ what) =>
      page.waitFor((/** @type {string} */ wanted) => JSON.stringify(/** @type {There} */ (/** @type {unknown} */ (globalThis)).found()) === wanted, { what, args: [JSON.stringify(wanted)] });
    await page.evaluate(async (rendering) => {
      const { inside } = /** @type {There} */ (/** @type {unknown} */ (globalThis));
      await t.enrich({ rendering, frames: true, scope: 'article', sidebar: false });
      t.current().watch();
      Object.assign(globalThis, { changed: inside('near') });
      /** @type {Element} */ (inside('near').querySelector('#inner')).textContent = 'The Metaverse came in.';
    }, rendering);
    await page.waitFor(() => {
      const { inside } = /** @type {There} */ (/** @type {unknown} */ (globalThis));
      const near = inside('near');
      const painted = /** @type {any} */ (near.defaultView).CSS.highlights.get('glossator');
      const texts = painted ? [...painted].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)) : [];
      return [...texts, ...[...near.querySelectorAll('gloss-term')].map(({ textContent }) => textContent)].join() === 'Metaverse';
    }, { what: 'the new text of the frame' });
    await page.evaluate(() => {
      const { frameOf } = /** @type {There} */ (/** @type {unknown} */ (globalThis));
      frameOf('near').srcdoc = '<p>Elsewhere, VR.</p>';
    });
    await foundIs([['blockchain'], [['VR']], []], 'the new document of the frame');
    await page.evaluate(() => {
      const { frameOf } = /** @type {There} */ (/** @type {unknown} */ (globalThis));
      frameOf('near').remove();
      return t.again();
    });
    await foundIs([['blockchain'], [], []], 'nothing of a frame that is gone');
    const after = await page.evaluate(() => {
      t.current().destroy();
      return document.querySelectorAll('gloss-term').length;
    });
    assert.equal(after, 0);
  });
}

eachEngine('a mark in a frame has its card in the frame', async (page) => {
  await build(page);
  const at = await page.evaluate(async () => {
    const { frameOf, inside } = /** @type {There} */ (/** @type {unknown} */ (globalThis));
    await t.enrich({ rendering: 'elements', frames: true, scope: 'article', sidebar: false });
    const frame = frameOf('near');
    frame.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [outer, inner] = [frame.getBoundingClientRect(), /** @type {Element} */ (inside('near').querySelector('gloss-term')).getBoundingClientRect()];
    return { x: outer.left + frame.clientLeft + inner.left + inner.width / 2, y: outer.top + frame.clientTop + inner.top + inner.height / 2 };
  });
  await page.hover(at);
  await page.waitFor(() => {
    const { inside } = /** @type {There} */ (/** @type {unknown} */ (globalThis));
    const card = inside('near').querySelector('gloss-card[open]')?.shadowRoot?.querySelector('.card')?.getBoundingClientRect();
    const { clientWidth, clientHeight } = inside('near').documentElement;
    return card && card.width > 0 && card.left >= 0 && card.top >= 0 && card.right <= clientWidth && card.bottom <= clientHeight;
  }, { what: 'the card, within the frame' });
  assert.equal(await page.evaluate(() => document.querySelector('gloss-card')), null, 'none in the page around');
});

eachEngine('without the option, frames are left alone', async (page) => {
  await build(page);
  const [marks, frames, inside] = await page.evaluate(async () => {
    const { documents } = /** @type {There} */ (/** @type {unknown} */ (globalThis));
    await t.enrich({ rendering: 'elements', scope: 'article', sidebar: false });
    const { enrichment } = t.current();
    return [enrichment.marks.length, enrichment.frames ?? null, documents().slice(1).flatMap((document) => [...document.querySelectorAll('gloss-term')]).length];
  });
  assert.deepEqual([marks, frames, inside], [1, null, 0]);
});

eachEngine('where the page around has no article, a frame is asked for one', async (page) => {
  await open(page, 'clean.html');
  const found = await page.evaluate(async () => {
    const prose = 'The city has moved its records to a blockchain, and the people who work with them say that little has changed for them since. '.repeat(4);
    document.body.innerHTML = '<nav><a href="/">Home</a></nav>';
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.srcdoc = `<article><h1>Records</h1><p>${prose}</p><p>${prose}</p></article>`;
    document.body.append(frame);
    await loaded;
    await t.enrich({ frames: true, scope: 'auto', sidebar: false });
    const { marks, frames } = t.current().enrichment;
    return [marks.length, frames.map((/** @type {any} */ { marks, title }) => [marks.length, title])];
  });
  assert.deepEqual(found, [0, [[1, 'Records']]]);
});
