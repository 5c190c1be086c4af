/** @file Places where a card is easily wrong: vertical text, full screen, popovers, frames; and pointers that want no card. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { pause } from '../support/page.js';
import { assertWellPlaced, cardClosed, cardOpen, enriched, open, openSidebar, staysAt } from './steps.js';

const plain = { sidebar: false };

for (const id of ['down-right', 'down-left']) {
  eachEngine(`vertical text: ${id}`, async (page) => {
    await enriched(page, 'places.html', plain);
    await page.hover(`#${id} gloss-term`);
    await assertWellPlaced(page, `#${id} gloss-term`);
    const { box } = await cardOpen(page);
    const mark = await page.evaluate((id) => /** @type {Element} */ (document.querySelector(`#${id} gloss-term`)).getBoundingClientRect().toJSON(), id);
    // beside the line and not over it: the lines before and after it run down the page
    assert.ok(box.left >= mark.right - 1 || box.right <= mark.left + 1, JSON.stringify({ box, mark }));
  });
}

eachEngine('in an element that fills the screen', async (page) => {
  await open(page, 'places.html');
  await page.evaluate(() => {
    document.querySelector('#fill')?.addEventListener('click', () => void document.querySelector('#full')?.requestFullscreen());
  });
  await page.click('#fill');
  await page.waitFor(() => document.fullscreenElement !== null, { what: 'the full screen' });
  await page.evaluate((options) => t.enrich(options), plain);
  // Firefox has the element before the window has grown: what is clicked at is where it stood then.
  let last = '';
  for (let now = '-'; now !== last; await pause(150)) {
    [last, now] = [now, await page.evaluate(() => JSON.stringify([innerWidth, innerHeight, document.querySelector('#in-full gloss-term')?.getBoundingClientRect()]))];
  }
  await page.click('#in-full gloss-term');
  const { text, box } = await cardOpen(page);
  assert.match(text, /supervises the securities market/);
  const hit = await page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
  assert.equal(hit, 'gloss-card', 'above what fills the screen');
  await page.evaluate(() => document.exitFullscreen());
  await page.waitFor(() => document.fullscreenElement === null, { what: 'the window again' });
});

eachEngine('in a popover of the page, which stays open', async (page) => {
  await open(page, 'places.html');
  await page.evaluate(async (options) => {
    /** @type {HTMLElement | null} */ (document.querySelector('#pop'))?.showPopover();
    await t.enrich({ ...options, root: '#pop' });
  }, plain);
  await page.click('#in-pop gloss-term');
  await assertWellPlaced(page, '#in-pop gloss-term');
  const { box } = await cardOpen(page);
  assert.equal(await page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName, box.left + 20, box.bottom - 8), 'gloss-card');
  await page.press('Escape');
  await cardClosed(page);
  assert.equal(await page.evaluate(() => document.querySelector('#pop')?.matches(':popover-open')), true);
});

eachEngine('in a frame of the page: the card is in the frame', async (page) => {
  await open(page, 'places.html');
  await page.evaluate(async (options) => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('#frame'));
    frame.scrollIntoView({ block: 'center' });
    const { createGlossator } = await import('/host/index.js');
    const glossator = await createGlossator({ glossary: '/pages/glossary.json', scope: 'all', root: /** @type {Document} */ (frame.contentDocument).body, ...options });
    await glossator.enrich();
  }, plain);
  const at = await page.evaluate(() => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('#frame'));
    const [outer, inner] = [frame.getBoundingClientRect(), frame.contentDocument?.querySelector('gloss-term')?.getBoundingClientRect()];
    if (!inner) throw new Error('no mark in the frame');
    return { x: outer.left + frame.clientLeft + inner.left + inner.width / 2, y: outer.top + frame.clientTop + inner.top + inner.height / 2 };
  });
  await page.hover(at);
  const box = /** @type {Record<'left' | 'top' | 'right' | 'bottom' | 'width' | 'height', number>} */ (await page.waitFor(() => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('#frame'));
    const card = frame.contentDocument?.querySelector('gloss-card[open]')?.shadowRoot?.querySelector('.card');
    return card && { ...card.getBoundingClientRect().toJSON(), width: frame.clientWidth, height: frame.clientHeight };
  }, { what: 'the card in the frame' }));
  assert.ok(box.left >= 0 && box.top >= 0 && box.right <= box.width && box.bottom <= box.height, JSON.stringify(box));
});

eachEngine('going to a mark keeps clear of a bar, as the page asks by its scroll padding', async (page) => {
  await enriched(page, 'places.html', { sidebar: { open: true } });
  await openSidebar(page);
  await page.evaluate(() => {
    const row = t.inSidebar('li.term').find((row) => row.querySelector('.word')?.textContent === 'virtual reality');
    /** @type {HTMLElement | null | undefined} */ (row?.querySelector('.go'))?.click();
  });
  await page.waitFor(() => {
    const box = document.querySelector('#far gloss-term')?.getBoundingClientRect();
    return box && box.top >= 100 && box.bottom <= innerHeight;
  }, { what: 'the mark below the bar' });
});

eachEngine('the first card waits for the pointer to rest, a neighbour then opens at once', async (page) => {
  await enriched(page, 'clean.html', plain);
  // not how long, but whether it opened while the pointer's own event was being handled: that is the same on a busy machine
  await page.evaluate(() => {
    const within = /** @type {boolean[]} */ ([]);
    Object.defineProperty(globalThis, 'within', { value: within });
    let isHandled = false;
    for (const type of ['pointerover', 'pointermove']) {
      addEventListener(type, () => (isHandled = true), true);
      addEventListener(type, () => (isHandled = false));
    }
    document.addEventListener('gloss-open', () => within.push(isHandled));
  });
  await page.hover('gloss-term[entry="blockchain"]');
  await cardOpen(page);
  // on the same line, so not on the way to the card
  await page.hover('gloss-term[entry="csrc"]');
  await page.waitFor(() => t.card()?.text.includes('supervises'), { what: 'the card of the neighbour' });
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).within), [false, true], 'the first by a timer, the second at once');
});

eachEngine('a drag over a mark selects text and opens nothing', async (page) => {
  await enriched(page, 'clean.html', plain);
  const box = await page.evaluate(() => /** @type {Element} */ (document.querySelector('gloss-term')).getBoundingClientRect().toJSON());
  const y = box.top + box.height / 2;
  await page.move({ x: box.left - 60, y });
  await page.button('down');
  await page.move({ x: box.left + box.width / 2, y }, { steps: 6 });
  await staysAt(page, 0);
  await page.move({ x: box.right + 40, y }, { steps: 4 });
  await page.button('up');
  await staysAt(page, 0);
  assert.match(await page.evaluate(() => String(getSelection())), /Metaverse/);
  // nor does resting on what is selected: the reader is about to copy it
  await page.move({ x: box.left + 10, y }, { steps: 3 });
  await staysAt(page, 0);
});

eachEngine('from the mark to the far corner of the card, with a rest on the way', async (page) => {
  await enriched(page, 'clean.html', plain);
  await page.hover('gloss-term[entry="metaverse"]');
  const { box } = await cardOpen(page);
  await page.move({ x: box.right - 12, y: box.bottom - 12 }, { steps: 25 });
  await staysAt(page, 1);
});
