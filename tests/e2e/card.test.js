/** @file The tooltip: when it opens and closes, where it stands, what it says. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { assertWellPlaced, cardClosed, cardOpen, enriched, open, staysAt } from './steps.js';

const metaverse = 'gloss-term[entry="metaverse"]';
const csrc = 'gloss-term[entry="csrc"]';
const plain = { sidebar: false };
/** `OPEN_DELAY` of `triggers.js`. */
const OPEN_DELAY_MS = 300;
/** A corner of the test pages where no mark is. */
const nowhere = { x: 1100, y: 780 };

eachEngine('the card opens where the pointer rests and says what the entry says', async (page) => {
  await enriched(page, 'clean.html', plain);
  const before = Date.now();
  await page.hover(metaverse);
  const atOnce = await page.evaluate(() => t.cards().length);
  // On a machine that is too busy to look within the delay, there is nothing to say about it.
  if (Date.now() - before < OPEN_DELAY_MS) assert.equal(atOnce, 0, 'not at once');
  const card = await cardOpen(page);
  for (const text of ['Metaverse', 'Technology', 'A shared virtual world in which people meet, trade and build things.', 'Example Encyclopedia']) {
    assert.ok(card.text.toLowerCase().includes(text.toLowerCase()), `${text} is not in ${card.text}`);
  }
  const link = card.links.find(({ href }) => href === 'https://example.com/metaverse');
  assert.ok(link, JSON.stringify(card.links));
  assert.match(link.rel, /\bnoopener\b/);
  await assertWellPlaced(page, metaverse);
  assert.deepEqual(
    (await page.evaluate(() => t.seenEvents())).map(({ type, on }) => [type, on]).slice(1),
    [['gloss-open', 'gloss-term']],
  );
  await page.move(nowhere);
  await cardClosed(page);
  assert.equal((await page.evaluate(() => t.seenEvents())).at(-1)?.type, 'gloss-close');
});

for (const [name, type, pinned] of /** @type {const} */ ([['hover', 'pointermove', false], ['click', 'click', true], ['Enter', 'keydown', true]])) {
  eachEngine(`a ${name} before the code of the card is there is not lost`, async (page) => {
    await open(page, 'clean.html');
    await page.evaluate(async (type, options) => {
      // fired as soon as the marks are drawn and the card is being fetched
      document.addEventListener('gloss-enriched', async () => {
        await null;
        const mark = document.querySelector('gloss-term[entry="metaverse"]');
        const { left, top } = /** @type {Element} */ (mark).getBoundingClientRect();
        const about = { bubbles: true, composed: true, cancelable: true };
        mark?.dispatchEvent(type === 'keydown' ? new KeyboardEvent(type, { ...about, key: 'Enter' }) : new PointerEvent(type, { ...about, clientX: left + 5, clientY: top + 5, detail: 1 }));
      }, { once: true });
      await t.enrich(options);
    }, type, plain);
    const { text } = await cardOpen(page);
    assert.match(text, /A shared virtual world/);
    assert.equal(await page.evaluate(() => t.cards()[0]?.hasAttribute('pinned')), pinned);
  });
}

eachEngine('a pointer that has left again before that opens nothing', async (page) => {
  await open(page, 'clean.html');
  await page.evaluate(async (options) => {
    document.addEventListener('gloss-enriched', async () => {
      await null;
      const move = () => new PointerEvent('pointermove', { bubbles: true, composed: true, clientX: 5, clientY: 5 });
      document.querySelector('gloss-term[entry="metaverse"]')?.dispatchEvent(move());
      document.querySelector('h1')?.dispatchEvent(move());
    }, { once: true });
    await t.enrich(options);
  }, plain);
  await staysAt(page, 0);
});

eachEngine('a pointer that only passes opens nothing', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.hover(metaverse);
  await page.move(nowhere);
  await staysAt(page, 0);
});

eachEngine('scrolling a mark under a pointer that lies still opens nothing, a move then does', async (page) => {
  await enriched(page, 'long.html', plain);
  const point = await page.evaluate(() => {
    const mark = document.querySelector('gloss-term[entry="virtual-reality"]')?.getBoundingClientRect();
    if (!mark) throw new Error('no mark');
    return { x: mark.left + mark.width / 2, y: 400, by: mark.top + mark.height / 2 - 400 };
  });
  await page.move({ x: point.x, y: point.y });
  await page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), point.by);
  const under = await page.evaluate((x, y) => document.elementFromPoint(x, y)?.closest('gloss-term')?.getAttribute('entry'), point.x, point.y);
  assert.equal(under, 'virtual-reality');
  await staysAt(page, 0);
  await page.hover({ x: point.x + 2, y: point.y });
  await cardOpen(page);
});

eachEngine('moving over to the card keeps it', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.hover(metaverse);
  const { box } = await cardOpen(page);
  await page.move({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, { steps: 12 });
  await staysAt(page, 1);
  await page.move(nowhere);
  await cardClosed(page);
});

eachEngine('Escape closes, and the pointer need not move', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.hover(metaverse);
  await cardOpen(page);
  await page.press('Escape');
  await cardClosed(page);
  await staysAt(page, 0);
});

eachEngine('Enter opens at the focused mark, Escape gives the focus back', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.focus(metaverse);
  await page.press('Enter');
  await cardOpen(page);
  assert.equal(await page.evaluate((s) => document.querySelector(s)?.getAttribute('aria-expanded'), metaverse), 'true');
  await page.press('Escape');
  await cardClosed(page);
  assert.equal(await page.evaluate((s) => document.activeElement === document.querySelector(s), metaverse), true);
  assert.notEqual(await page.evaluate((s) => document.querySelector(s)?.getAttribute('aria-expanded'), metaverse), 'true');
  await page.press('Space');
  await cardOpen(page);
});

eachEngine('a click pins, a click outside closes', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.click(metaverse);
  await cardOpen(page);
  await page.move(nowhere);
  await staysAt(page, 1);
  await page.click(nowhere);
  await cardClosed(page);
});

eachEngine('a pinned card survives a click on itself', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.click(metaverse);
  const { box } = await cardOpen(page);
  await page.click({ x: box.left + 8, y: (box.top + box.bottom) / 2 });
  await staysAt(page, 1);
});

eachEngine('one card at a time', async (page) => {
  await enriched(page, 'pair.html', plain);
  await page.hover(metaverse);
  await cardOpen(page);
  await page.hover(csrc);
  await page.waitFor(() => t.card()?.text.includes('supervises'), { what: 'the card of the other mark' });
  assert.equal(await page.evaluate(() => t.cards().length), 1);
  await assertWellPlaced(page, csrc);
  await page.click(metaverse);
  await page.waitFor(() => t.card()?.text.includes('virtual world'), { what: 'the card of the first mark' });
  assert.equal(await page.evaluate(() => t.cards().length), 1);
});

eachEngine('a tap opens, the next tap outside closes', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.tap(metaverse);
  await cardOpen(page);
  await page.tap(nowhere);
  await cardClosed(page);
});

eachEngine('never off screen at the edges', async (page) => {
  await enriched(page, 'edges.html', { ...plain, occurrences: 'all' });
  for (const corner of ['top-left', 'top', 'top-right', 'left', 'right', 'bottom-left', 'bottom', 'bottom-right']) {
    const mark = `#${corner} gloss-term`;
    await page.hover(mark);
    await assertWellPlaced(page, mark);
    await page.press('Escape');
    await cardClosed(page);
  }
});

eachEngine('right to left', async (page) => {
  await enriched(page, 'rtl.html', plain);
  for (const mark of [metaverse, csrc]) {
    await page.hover(mark);
    await assertWellPlaced(page, mark);
    await page.press('Escape');
    await cardClosed(page);
  }
});

eachEngine('in a transformed parent, in a scroller, over two lines', async (page) => {
  await enriched(page, 'nested.html', plain);
  for (const mark of ['#transformed gloss-term', '#scrolled gloss-term', '#wrapped gloss-term']) {
    await page.hover(mark);
    await assertWellPlaced(page, mark);
    await page.press('Escape');
    await cardClosed(page);
  }
});

eachEngine('in a modal dialog; Escape closes the card and not the dialog', async (page) => {
  await open(page, 'nested.html');
  await page.evaluate(async () => {
    /** @type {HTMLDialogElement | null} */ (document.querySelector('#dialog'))?.showModal();
    await t.enrich({ sidebar: false, occurrences: 'all' });
  });
  await page.hover('#dialog gloss-term');
  await assertWellPlaced(page, '#dialog gloss-term');
  const { box } = await cardOpen(page);
  // on top, and operable in spite of the modal dialog
  const hit = await page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
  assert.match(hit ?? '', /^gloss-/);
  await page.press('Escape');
  await cardClosed(page);
  const isOpen = () => page.evaluate(() => /** @type {HTMLDialogElement | null} */ (document.querySelector('#dialog'))?.open);
  assert.equal(await isOpen(), true);
  await page.press('Escape');
  assert.equal(await isOpen(), false);
});

eachEngine('a page with hostile CSS', async (page) => {
  await enriched(page, 'hostile.html', plain);
  await page.hover(metaverse);
  await assertWellPlaced(page, metaverse);
  const { text, box } = await cardOpen(page);
  assert.ok(text.includes('A shared virtual world'), text);
  const width = box.right - box.left;
  assert.ok(width >= 200 && width <= 480, `${width} px wide`);
  // the page's rules reach none of the card's text
  const styles = await page.evaluate(() => {
    const [card] = t.cards();
    const parts = [...(card?.shadowRoot ?? card ?? document).querySelectorAll('*')].filter((part) => part.textContent?.includes('A shared virtual world'));
    return [card, ...parts].map((part) => {
      const style = getComputedStyle(/** @type {Element} */ (part));
      return [style.opacity, style.color === 'rgb(255, 0, 0)'];
    });
  });
  for (const style of styles) assert.deepEqual(style, ['1', false]);
});

eachEngine('highlights: the card opens by pointer although nothing was put into the page', async (page) => {
  await enriched(page, 'clean.html', { ...plain, rendering: 'highlights' });
  assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term').length), 0);
  const point = await page.evaluate(() => t.middleOf('#one', 'Metaverse'));
  await page.hover(point);
  const card = await cardOpen(page);
  assert.ok(card.text.includes('A shared virtual world'), card.text);
  await page.press('Escape');
  await cardClosed(page);
  await page.hover({ x: point.x + 200, y: point.y }); // the same line, past the word
  await staysAt(page, 0);
});

eachEngine('what a glossary says is text: no markup, no script, no link but http(s)', async (page) => {
  await open(page, 'clean.html');
  await page.evaluate(async () => {
    const markup = '<img src=x onerror="console.error(1)"><b>bold</b>';
    await t.enrich({
      sidebar: false,
      glossary: { entries: [{ id: 'm', term: 'Metaverse', definition: `Definition ${markup}`, category: markup, source: markup, url: '/relative' }] },
    });
  });
  await page.hover('gloss-term');
  const { text, links } = await cardOpen(page);
  assert.ok(text.includes('<b>bold</b>'), text);
  assert.ok(links.length > 0);
  assert.equal(await page.evaluate(() => t.cards()[0]?.shadowRoot?.querySelectorAll('img, b').length), 0);
  const outcome = await page.evaluate(async () => {
    t.current().destroy();
    return t
      .enrich({ sidebar: false, glossary: { entries: [{ term: 'Metaverse', definition: 'A world.', url: 'javascript:alert(1)' }] } })
      .then(() => null, (error) => ({ code: error.code, path: error.path }));
  });
  assert.deepEqual(outcome, { code: 'glossary-invalid', path: 'entries[0].url' });
});

eachEngine('`tooltip: false` draws marks and no card', async (page) => {
  await enriched(page, 'clean.html', { ...plain, tooltip: false });
  await page.hover(metaverse);
  await staysAt(page, 0);
});
