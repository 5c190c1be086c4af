/** @file Calls that come at a bad moment: from handlers, while another runs, after the page has gone on by itself. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { pause } from '../support/page.js';
import { cardOpen, enriched, open } from './steps.js';

/** Longer than `watch()` waits for quiet (200 ms). */
const WATCHED_MS = 700;

eachEngine('`clear()` in a handler of `gloss-enriched` is the last word', async (page) => {
  await open(page, 'clean.html');
  const { after, marks } = await page.evaluate(async () => {
    t.remember();
    const glossator = await t.create({ sidebar: true });
    glossator.addEventListener('gloss-enriched', () => glossator.clear());
    const { marks } = await glossator.enrich();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { after: t.changes(), marks: marks.length };
  });
  assert.deepEqual(after, {});
  assert.equal(marks, 0);
});

eachEngine('`enrich()` in a handler of `gloss-enriched`: one tooltip, and nothing left after `destroy()`', async (page) => {
  await open(page, 'clean.html');
  await page.evaluate(async () => {
    /** @type {Promise<unknown> | undefined} */
    let inner;
    document.addEventListener('gloss-enriched', () => (inner ??= t.current().enrich()));
    t.watchListeners();
    t.remember();
    const glossator = await t.create({ sidebar: true });
    const outer = await glossator.enrich();
    if (outer !== (await inner)) throw new Error('the older call has another answer');
  });
  await page.hover('gloss-term');
  await cardOpen(page);
  assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-card').length), 1);
  assert.equal(await page.evaluate(() => t.seenEvents().filter(({ type }) => type === 'gloss-open').length), 1);
  await page.evaluate(() => t.current().destroy());
  assert.deepEqual(await page.evaluate(() => t.changes()), {});
  assert.deepEqual(await page.evaluate(() => t.leftListeners()), []);
});

eachEngine('marks are there before the summary is, and stay where it fails', async (page) => {
  await open(page, 'clean.html');
  const outcome = await page.evaluate(async () => {
    const { createGlossator, Glossary } = await import('/host/index.js');
    const { engine } = await Glossary.load('/pages/glossary.json');
    /** @type {number[]} */
    const drawn = [];
    let fails = false;
    const ours = {
      read: (/** @type {[any, any, any]} */ ...args) => engine.read(...args),
      analyse: async (/** @type {[any, any, any, any]} */ ...args) => {
        drawn.push(document.querySelectorAll('gloss-term').length);
        if (fails) throw new Error('mine');
        return engine.analyse?.(...args) ?? {};
      },
      entry: (/** @type {number} */ index) => engine.entry(index),
      entryById: (/** @type {string} */ id) => engine.entryById(id),
    };
    const glossator = await createGlossator({ engine: ours, scope: 'all', sidebar: false });
    /** @type {unknown[]} */
    const told = [];
    glossator.addEventListener('gloss-error', (event) => told.push(/** @type {CustomEvent} */ (event).detail.code));
    const whole = await glossator.enrich();
    fails = true;
    const marked = await glossator.enrich();
    glossator.destroy();
    return { drawn, told, marks: [whole.marks.length, marked.marks.length], sentences: [whole.summary.length > 0, marked.summary.length] };
  });
  const [count = 0] = outcome.marks;
  assert.ok(count > 0);
  assert.deepEqual(outcome, { drawn: [count, count], told: ['engine-dead'], marks: [count, count], sentences: [true, 0] });
});

eachEngine('`clear()`, `enrich()`, `destroy()` and an abort while an asynchronous engine reads', async (page) => {
  await open(page, 'clean.html');
  const outcome = await page.evaluate(async () => {
    const { createGlossator, Glossary } = await import('/host/index.js');
    const { engine } = await Glossary.load('/pages/glossary.json');
    /** @type {(() => void)[]} */
    const waiting = [];
    const slow = {
      read: async (/** @type {[any, any, any]} */ ...args) => {
        await new Promise((resolve) => waiting.push(/** @type {() => void} */ (resolve)));
        return engine.read(...args);
      },
      entry: (/** @type {number} */ index) => engine.entry(index),
      entryById: (/** @type {string} */ id) => engine.entryById(id),
    };
    const controller = new AbortController();
    t.watchListeners();
    t.remember();
    const glossator = await createGlossator({ engine: slow, scope: 'all', signal: controller.signal });
    const answer = () => waiting.splice(0).forEach((go) => go());

    const cleared = glossator.enrich();
    glossator.clear();
    answer();
    const afterClear = { marks: (await cleared).marks.length, changes: t.changes() };

    const both = [glossator.enrich(), glossator.refresh()];
    answer();
    const [first, second] = await Promise.all(both);
    const same = first === second;
    const drawn = t.drawn().length;

    const reason = new Error('enough');
    const aborted = glossator.enrich().catch((error) => error);
    controller.abort(reason);
    answer();
    const isReason = (await aborted) === reason;
    const later = await glossator.enrich().catch((error) => error === reason);

    const other = await createGlossator({ engine: slow, scope: 'all' });
    const destroyed = other.enrich();
    other.destroy();
    answer();
    const afterDestroy = (await destroyed).marks.length;
    return { afterClear, same, drawn, isReason, later, afterDestroy, changes: t.changes(), left: t.leftListeners(), events: t.seenEvents().map(({ type }) => type) };
  });
  assert.deepEqual(outcome, {
    afterClear: { marks: 0, changes: {} },
    same: true,
    drawn: 4,
    isReason: true,
    later: true,
    afterDestroy: 0,
    changes: {},
    left: [],
    events: ['gloss-enriched'],
  });
});

eachEngine('a glossary that another copy of the library has loaded is used as it is, and left to its owner', async (page) => {
  await open(page, 'clean.html');
  const outcome = await page.evaluate(async () => {
    const address = '/host/glossary.js?copy';
    const { Glossary } = await import(address);
    const glossary = await Glossary.load('/pages/glossary.json');
    const { marks } = await t.enrich({ glossary, sidebar: false });
    const isSame = t.current().glossary === glossary;
    t.current().destroy();
    return { marks: marks.length, isSame, after: glossary.scan('A blockchain.').length };
  });
  assert.deepEqual(outcome, { marks: 4, isSame: true, after: 1 });
});

eachEngine('an engine that fails is told from a page that cannot be marked, and what was thrown is kept', async (page) => {
  await open(page, 'clean.html');
  const errors = await page.evaluate(async () => {
    const { createGlossator } = await import('/host/index.js');
    const told = [];
    const engine = { read: () => Promise.reject(new Error('the line is dead')), entry: () => null, entryById: () => undefined };
    const glossator = await createGlossator({ engine: /** @type {any} */ (engine), scope: 'all' });
    told.push(await glossator.enrich().catch(({ code, message, cause }) => [code, message, cause.message]));
    const marker = await t.create();
    const { deleteData } = CharacterData.prototype;
    CharacterData.prototype.deleteData = () => {
      throw new TypeError('no');
    };
    told.push(await marker.enrich().catch((/** @type {any} */ { code, message, cause }) => [code, message, cause.message]));
    CharacterData.prototype.deleteData = deleteData;
    return told;
  });
  assert.deepEqual(errors, [
    ['engine-dead', 'the engine could not read the page: the line is dead', 'the line is dead'],
    ['engine-dead', 'the page could not be enriched: no', 'no'],
  ]);
});

eachEngine('a later `enrich()` that finds no scope takes marks and sidebar away', async (page) => {
  await open(page, 'clean.html');
  const { found, after } = await page.evaluate(async () => {
    await t.enrich({ scope: 'article', sidebar: true });
    const article = /** @type {Element} */ (document.querySelector('article'));
    article.remove();
    const { marks, terms } = await t.again();
    const after = document.querySelectorAll('gloss-term, gloss-card, gloss-sidebar').length;
    return { found: [marks, terms], after };
  });
  assert.deepEqual(found, [[], []]);
  assert.equal(after, 0);
});

eachEngine('`destroy()` ends everything also where the page makes it fail', async (page) => {
  await open(page, 'clean.html');
  const outcome = await page.evaluate(async () => {
    t.watchListeners();
    await t.enrich({ sidebar: true });
    const { glossary } = t.current();
    const { appendData } = CharacterData.prototype;
    CharacterData.prototype.appendData = () => {
      throw new TypeError('no');
    };
    let thrown = '';
    try {
      t.current().destroy();
    } catch (error) {
      thrown = String(error);
    }
    CharacterData.prototype.appendData = appendData;
    let freed = '';
    try {
      glossary.scan('x');
    } catch (error) {
      freed = /** @type {any} */ (error).code;
    }
    return { thrown, freed, left: t.leftListeners(), sidebar: document.querySelectorAll('gloss-sidebar').length };
  });
  assert.deepEqual(outcome, { thrown: 'TypeError: no', freed: 'engine-dead', left: [], sidebar: 0 });
});

eachEngine(
  'marks stay where the code of the card cannot be fetched',
  async (page) => {
    const { marks } = await enriched(page, 'no-card.html');
    assert.equal(marks.length, 1);
    assert.deepEqual(await page.evaluate(() => t.drawn()), [['blockchain', 'blockchain']]);
    await page.waitFor(() => t.seenEvents().length > 1, { what: 'the error' });
    assert.deepEqual(await page.evaluate(() => t.seenEvents().map(({ type, detail }) => [type, detail])), [['gloss-enriched', null], ['gloss-error', 'network']]);
  },
  { errors: [/Failed to load resource|absent\.js|could not load|MIME|Loading module|404|importing a module/i] },
);

eachEngine('an entry with fields that are null: card and sidebar show the others', async (page) => {
  const nothing = { aliases: null, category: null, url: null, source: null, related: null };
  await enriched(page, 'clean.html', { sidebar: { open: true }, glossary: { entries: [{ term: 'Metaverse', definition: 'A shared virtual world.', ...nothing }] } });
  await page.hover('gloss-term');
  assert.match((await cardOpen(page)).text, /A shared virtual world/);
  await page.waitFor(() => t.inSidebar('.name').length === 1, { what: 'the row' });
  await page.evaluate(() => t.inSidebar('.name')[0]?.click());
  await page.waitFor(() => t.inSidebar('.more')[0]?.textContent?.includes('A shared virtual world') ?? false, { what: 'the definition in the row' });
});

// ---------------------------------------------------------------- watch()

eachEngine('`watch()` reads again what the page has changed in the article, and nothing else', async (page) => {
  await enriched(page, 'clean.html', { scope: 'article', occurrences: 'all' });
  const count = () => page.evaluate(() => t.seenEvents().filter(({ type }) => type === 'gloss-enriched').length);
  await page.evaluate(() => t.current().watch());
  await page.hover('gloss-term');
  await page.click('gloss-term');
  await cardOpen(page);
  await page.evaluate(() => document.body.append(document.createElement('time'), 'a blockchain outside'));
  await pause(WATCHED_MS);
  assert.equal(await count(), 1, 'a change elsewhere');
  assert.equal(await page.evaluate(() => t.cards().length), 1, 'the card that was open');
  await page.evaluate(() => document.querySelector('#two')?.append(' Another Metaverse.'));
  await page.waitFor(() => document.querySelectorAll('#two gloss-term[entry="metaverse"]').length === 1, { what: 'the new mark' });
  // the event comes after the marks
  await page.waitFor(() => t.seenEvents().filter(({ type }) => type === 'gloss-enriched').length > 1, { what: 'its event' });
  await pause(WATCHED_MS);
  assert.equal(await count(), 2, 'our own changes');
});

eachEngine('`watch()` finds an article that takes the place of the old one', async (page) => {
  await enriched(page, 'clean.html', { scope: 'article' });
  await page.evaluate(() => {
    t.current().watch();
    const article = document.createElement('article');
    article.textContent = 'One blockchain.';
    document.querySelector('article')?.replaceWith(article);
  });
  await page.waitFor(() => t.drawn().length === 1, { what: 'the mark in the new article' });
});

eachEngine('`watch()` is not put off for ever by a page that never rests', async (page) => {
  await enriched(page, 'clean.html', { scope: 'article', occurrences: 'all' });
  await page.evaluate(() => {
    t.current().watch();
    const ticker = document.createElement('p');
    document.querySelector('article')?.append('A new Metaverse.', ticker);
    const timer = setInterval(() => (ticker.textContent = String(Math.random())), 50);
    setTimeout(() => clearInterval(timer), 6000);
  });
  await page.waitFor(() => document.querySelectorAll('article > gloss-term').length === 1, { what: 'the mark while the ticker runs', timeout: 4000 });
});

eachEngine('`watch()` rests after `clear()`, and goes on after `enrich()`', async (page) => {
  await enriched(page, 'clean.html', { scope: 'article', occurrences: 'all' });
  await page.evaluate(() => {
    t.current().watch();
    document.querySelector('#two')?.append(' A Metaverse.');
    t.current().clear();
    document.querySelector('#two')?.append(' Another Metaverse.');
  });
  await pause(WATCHED_MS);
  assert.equal(await page.evaluate(() => t.drawn().length), 0);
  const before = await page.evaluate(async () => (await t.again()).marks.length);
  await page.evaluate(() => document.querySelector('#two')?.append(' A third Metaverse.'));
  await page.waitFor((/** @type {number} */ before) => t.drawn().length === before + 1, { what: 'one mark more', args: [before] });
});

// ---------------------------------------------------------------- <gloss-page>

/** @param {import('../support/page.js').Page} page @param {string} html */
async function declare(page, html) {
  await open(page, 'clean.html');
  await page.evaluate(async (html) => {
    await import('/host/define.js');
    document.body.insertAdjacentHTML('beforeend', html);
  }, html);
}

eachEngine('<gloss-page> enriches what it is around, however short', async (page) => {
  await declare(page, '<gloss-page src="/pages/glossary.json" sidebar="false"><p>A blockchain.</p></gloss-page>');
  await page.waitFor(() => t.drawn().length > 0, { what: 'a mark' });
  assert.deepEqual(await page.evaluate(() => [t.drawn().length, document.querySelectorAll('gloss-page gloss-term').length]), [1, 1]);
});

eachEngine('<gloss-page> around bare text enriches that text only', async (page) => {
  await declare(page, '<gloss-page src="/pages/glossary.json" sidebar="false">A blockchain.</gloss-page>');
  await page.waitFor(() => t.drawn().length > 0, { what: 'a mark' });
  assert.deepEqual(await page.evaluate(() => [t.drawn().length, document.querySelectorAll('gloss-page gloss-term').length]), [1, 1]);
});

eachEngine('an empty <gloss-page> enriches its page; attributes are options; taken away, it takes all away', async (page) => {
  await open(page, 'clean.html');
  await page.evaluate(async () => {
    await import('/host/define.js');
    t.remember();
    document.body.insertAdjacentHTML('beforeend', '<gloss-page src="/pages/glossary.json" max-marks="2"> </gloss-page>');
  });
  await page.waitFor(() => t.drawn().length === 2 && document.querySelector('gloss-sidebar') !== null, { what: 'two marks and the sidebar' });
  await page.evaluate(() => document.querySelector('gloss-page')?.setAttribute('max-marks', '3'));
  await page.waitFor(() => t.drawn().length === 3, { what: 'three marks' });
  await page.evaluate(() => document.querySelector('gloss-page')?.remove());
  await page.waitFor(() => t.drawn().length === 0 && document.querySelector('gloss-sidebar') === null, { what: 'the page as it was' });
  assert.deepEqual(await page.evaluate(() => t.changes()), {});
});
