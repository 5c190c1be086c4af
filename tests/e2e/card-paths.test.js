/** @file The ways of a pointer from a mark to its card: moved step by step, as a hand does, and looked at after each. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardOpen, enriched, staysAt } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Edges */
/** @typedef {{x: number, y: number}} Point */

const plain = { sidebar: false };
const metaverse = 'gloss-term[entry="metaverse"]';

/** @param {Page} page @returns {Promise<string | null>} the entry whose card is open */
const shown = (page) => page.evaluate(() => (t.cards().length ? (document.querySelector('gloss-term[open]')?.getAttribute('entry') ?? '?') : null));

/**
 * Moves from point to point; which marks were on the way, and whose card was open at each step.
 * @param {Page} page
 * @param {Point[]} points
 * @param {number} steps
 */
async function walk(page, points, steps) {
  /** @type {Set<string | null>} */
  const open = new Set();
  /** @type {Set<string>} */
  const crossed = new Set();
  let from = /** @type {Point} */ (points[0]);
  await page.move(from);
  for (const to of points.slice(1)) {
    for (let step = 1; step <= steps; step += 1) {
      const at = { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps };
      await page.move(at);
      const under = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest('gloss-term')?.getAttribute('entry'), at);
      if (under) crossed.add(under);
      open.add(await shown(page));
    }
    from = to;
  }
  return { open: [...open], crossed: [...crossed] };
}

/** @type {[name: string, where: (card: Edges) => Point][]} */
const corners = [
  ['near left', ({ left, bottom }) => ({ x: left + 10, y: bottom - 10 })],
  ['near right', ({ right, bottom }) => ({ x: right - 10, y: bottom - 10 })],
  ['far left', ({ left, top }) => ({ x: left + 10, y: top + 10 })],
  ['far right', ({ right, top }) => ({ x: right - 10, y: top + 10 })],
];

for (const [name, where] of corners) {
  eachEngine(`across the gap to the card’s ${name} corner and back to the mark: it stays`, async (page) => {
    await enriched(page, 'crossing.html', plain);
    await page.hover(metaverse);
    const { box } = await cardOpen(page);
    const mark = await page.evaluate((s) => /** @type {Element} */ (document.querySelector(s)).getBoundingClientRect().toJSON(), metaverse);
    const middle = { x: (mark.left + mark.right) / 2, y: (mark.top + mark.bottom) / 2 };
    const { open } = await walk(page, [middle, where(box), middle], 15);
    assert.deepEqual(open, ['metaverse']);
    await staysAt(page, 1);
  });
}

/** @param {Page} page */
async function besideAnother(page) {
  await enriched(page, 'crossing.html', plain);
  await page.hover(metaverse);
  const { box } = await cardOpen(page);
  const [mark, other] = await page.evaluate(
    (...selectors) => selectors.map((selector) => /** @type {Element} */ (document.querySelector(selector)).getBoundingClientRect().toJSON()),
    metaverse, 'gloss-term[entry="blockchain"]',
  );
  assert.ok(box.left < other.left && box.bottom < other.top, `the other mark is not below the card: ${JSON.stringify({ box, other })}`);
  return { box, mark, other };
}

eachEngine('over another mark on the way to the card: the first card stays, and is reached', async (page) => {
  const { box, mark, other } = await besideAnother(page);
  // Flat, along the line and up: through the upper part of the other mark, and into the card behind it.
  const start = { x: mark.left + 4, y: mark.top + mark.height / 3 };
  const over = { x: (other.left + other.right) / 2, y: other.top + 3 };
  const { open, crossed } = await walk(page, [start, over, { x: other.left + 5, y: box.bottom - 12 }], 12);
  assert.ok(crossed.includes('blockchain'), `the way led over ${crossed.join()} only`);
  assert.deepEqual(open, ['metaverse']);
  await staysAt(page, 1);
  assert.equal(await shown(page), 'metaverse');
});

eachEngine('who stops on that mark means it: its card opens', async (page) => {
  const { mark, other } = await besideAnother(page);
  await walk(page, [{ x: mark.left + 4, y: mark.top + mark.height / 3 }, { x: (other.left + other.right) / 2, y: other.top + 3 }], 12);
  await page.waitFor(() => document.querySelector('gloss-term[open]')?.getAttribute('entry') === 'blockchain', { what: 'the card of the other mark' });
});

eachEngine('away from the card, along the line, the other mark’s card opens at once', async (page) => {
  const { mark, other } = await besideAnother(page);
  const y = mark.bottom - 2;
  const { open } = await walk(page, [{ x: mark.left + 4, y }, { x: (other.left + other.right) / 2, y }], 12);
  assert.deepEqual(open, ['metaverse', 'blockchain']);
});
