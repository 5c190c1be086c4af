/** @file `watch()` on pages that go on: live blogs, endless lists, tabs, pages that come without loading, pages that fight back. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { pause } from '../support/page.js';
import { cardClosed, cardOpen, open } from './steps.js';

/** Longer than `watch()` waits for quiet (200 ms), on a busy machine. */
const WATCHED_MS = 700;

/**
 * @param {import('../support/page.js').Page} page
 * @param {Record<string, unknown>} options
 */
async function watched(page, options) {
  await open(page, 'blog.html');
  await page.evaluate(async (options) => {
    await t.enrich({ scope: 'article', sidebar: false, ...options });
    t.current().watch();
  }, options);
}

/** @param {import('../support/page.js').Page} page */
const readings = (page) => page.evaluate(() => t.seenEvents().filter(({ type }) => type === 'gloss-enriched').length);

/** @param {import('../support/page.js').Page} page @returns {Promise<[string, string | null][]>} the marks of now, and the element with an id that each is in */
const marked = (page) => page.evaluate(() => t.placesOf(t.current().enrichment.marks));

/**
 * @param {import('../support/page.js').Page} page
 * @param {[string, string][]} expected
 * @param {string} what
 */
async function becomes(page, expected, what) {
  const wanted = JSON.stringify(expected);
  await page.waitFor((/** @type {string} */ wanted) => JSON.stringify(t.placesOf(t.current().enrichment?.marks ?? [])) === wanted, { what, args: [wanted] }).catch(async () => {
    assert.deepEqual(await marked(page), expected, what);
  });
}

/** What the page does while the card is open, and whether its mark is there afterwards. @type {[name: string, change: () => void, stays: boolean][]} */
const changes = [
  ['a post comes above it', () => document.querySelector('#posts')?.insertAdjacentHTML('afterbegin', '<p>News, without a word of it.</p>'), true],
  ['a post comes below it that has the term too', () => document.querySelector('#blog')?.insertAdjacentHTML('beforeend', '<p>One more blockchain.</p>'), true],
  ['its paragraph is written anew, as it was', () => void (/** @type {Element} */ (document.querySelector('#posts')).innerHTML = '<p>An old post: a blockchain.</p>'), true],
  ['its paragraph goes', () => document.querySelector('#posts p')?.remove(), false],
];

for (const rendering of ['elements', 'highlights']) {
  for (const [name, change, stays] of changes) {
    eachEngine(`a card that is open (${rendering}): ${name}${stays ? ', and it stays' : ', and it closes'}`, async (page) => {
      await watched(page, { rendering, exclude: ['.tab'] });
      const middle = () => page.evaluate((isWrapped) => {
        const { x = 0, y = 0, width = 0, height = 0 } = document.querySelector('#posts gloss-term')?.getBoundingClientRect() ?? {};
        return isWrapped ? { x: x + width / 2, y: y + height / 2 } : t.middleOf('#posts p:last-of-type', 'blockchain');
      }, rendering === 'elements');
      await page.click(await middle());
      const { text } = await cardOpen(page);
      const host = await page.evaluate(() => t.cards()[0]?.id);
      const before = await readings(page);
      await page.evaluate(change);
      await page.waitFor((/** @type {number} */ before) => t.seenEvents().filter(({ type }) => type === 'gloss-enriched').length > before, { what: 'the new reading', args: [before] });
      if (!stays) return cardClosed(page);
      const after = await cardOpen(page);
      assert.equal(await page.evaluate(() => t.cards()[0]?.id), host, 'another card');
      assert.ok(after.text.startsWith(text.slice(0, 20)), after.text);
      assert.equal(/2 in this article/.test(after.text), name.includes('has the term too'), after.text);
      const word = await middle();
      const { box } = after;
      assert.ok(Math.min(Math.abs(box.top - word.y), Math.abs(box.bottom - word.y)) < 40 && box.left < word.x && word.x < box.right, `it stands at ${JSON.stringify(box)}, the word at ${JSON.stringify(word)}`);
      assert.equal(await page.evaluate(() => document.activeElement?.localName), 'gloss-card', 'the focus is no longer in it');
      await page.press('Escape');
      await cardClosed(page);
    });
  }
}

eachEngine('what has not changed is not touched: its marks are the same elements', async (page) => {
  await watched(page, { rendering: 'elements', occurrences: 'all' });
  const outcome = await page.evaluate(async () => {
    const elements = () => t.current().enrichment.marks.map((/** @type {import('../../www/host/types.js').Mark} */ { element }) => element);
    const before = elements();
    /** @type {MutationRecord[]} */
    const seen = [];
    const observer = new MutationObserver((records) => void seen.push(...records));
    const enriched = new Promise((resolve) => t.current().addEventListener('gloss-enriched', resolve, { once: true }));
    document.querySelector('#posts')?.insertAdjacentHTML('afterbegin', '<p id="new">News of a blockchain.</p>');
    observer.observe(document, { childList: true, characterData: true, subtree: true, attributes: true });
    await enriched;
    const after = elements();
    seen.push(...observer.takeRecords());
    observer.disconnect();
    return {
      kept: after.filter((/** @type {Element} */ element) => before.includes(element)).map((/** @type {Element} */ element) => element.closest('[id]')?.id),
      touched: [...new Set(seen.map(({ target }) => (target.nodeType === 1 ? /** @type {Element} */ (target) : target.parentElement)?.closest('[id]')?.id))],
    };
  });
  // The first of a term is a stop of the Tab key: that one has moved, so the old one is drawn anew.
  assert.deepEqual(outcome, { kept: ['tab-a'], touched: ['posts', 'new'] });
});

eachEngine('marks stay until an engine that answers later has answered', async (page) => {
  await open(page, 'blog.html');
  const counts = await page.evaluate(async () => {
    const { Glossary } = await import(/** @type {any} */ ('/host/index.js'));
    const { engine } = await Glossary.load('/pages/glossary.json');
    const slow = {
      entry: (/** @type {number} */ index) => engine.entry(index),
      entryById: (/** @type {string} */ id) => engine.entryById(id),
      read: async (/** @type {any[]} */ ...args) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        counts.push(t.drawn().length);
        return engine.read(...args);
      },
    };
    /** @type {number[]} */
    const counts = [];
    await t.create({ glossary: undefined, engine: slow, scope: 'article', sidebar: false, rendering: 'elements' });
    await t.again();
    counts.push(t.drawn().length);
    await t.again();
    counts.push(t.drawn().length);
    return counts;
  });
  assert.deepEqual(counts, [0, 2, 2, 2]);
});

eachEngine('what comes while an engine is still answering is marked afterwards', async (page) => {
  await open(page, 'blog.html');
  await page.evaluate(async () => {
    const { Glossary } = await import(/** @type {any} */ ('/host/index.js'));
    const { engine } = await Glossary.load('/pages/glossary.json');
    let isAsked = false;
    const slow = {
      entry: (/** @type {number} */ index) => engine.entry(index),
      entryById: (/** @type {string} */ id) => engine.entryById(id),
      read: async (/** @type {any[]} */ ...args) => {
        if (isAsked) document.querySelector('#posts')?.insertAdjacentHTML('beforeend', '<p id="late">The CSRC is late.</p>');
        isAsked = !isAsked;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return engine.read(...args);
      },
    };
    await t.create({ glossary: undefined, engine: slow, scope: 'article', sidebar: false, rendering: 'elements' });
    await t.again();
    t.current().watch();
    document.querySelector('#posts')?.insertAdjacentHTML('afterbegin', '<p id="new">News of VR.</p>');
  });
  await becomes(page, [['VR', 'new'], ['blockchain', 'posts'], ['CSRC', 'late'], ['Metaverse', 'tab-a']], 'both');
});

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`a live blog: the first occurrence is the first as posts come and go (${rendering})`, async (page) => {
    await watched(page, { rendering });
    await becomes(page, [['blockchain', 'posts'], ['Metaverse', 'tab-a']], 'at first');
    await page.evaluate(() => document.querySelector('#posts')?.insertAdjacentHTML('afterbegin', '<p id="new">News of a blockchain and of VR.</p>'));
    await becomes(page, [['blockchain', 'new'], ['VR', 'new'], ['Metaverse', 'tab-a']], 'a new post');
    await page.evaluate(() => document.querySelector('#new')?.remove());
    await becomes(page, [['blockchain', 'posts'], ['Metaverse', 'tab-a']], 'without it');
    await page.evaluate(() => {
      const text = document.createTreeWalker(/** @type {Element} */ (document.querySelector('#posts')), NodeFilter.SHOW_TEXT);
      while (text.nextNode()) if (text.currentNode.nodeValue?.startsWith('An old')) text.currentNode.nodeValue = 'No such thing, but the CSRC.';
    });
    await becomes(page, [['CSRC', 'posts'], ['Metaverse', 'tab-a']], 'a post that was rewritten');
    const count = await readings(page);
    await pause(WATCHED_MS);
    assert.equal(await readings(page), count, 'it rests');
  });

  eachEngine(`tabs, by a class and by \`hidden\` (${rendering})`, async (page) => {
    await watched(page, { rendering });
    await page.evaluate(() => {
      for (const tab of document.querySelectorAll('.tab')) tab.classList.toggle('away');
    });
    await becomes(page, [['blockchain', 'posts'], ['Metaverse', 'tab-b'], ['CSRC', 'tab-b']], 'the second tab');
    await page.evaluate(() => {
      for (const tab of document.querySelectorAll('.tab')) {
        /** @type {HTMLElement} */ (tab).hidden = tab.id === 'tab-b';
        tab.classList.remove('away');
      }
    });
    await becomes(page, [['blockchain', 'posts'], ['Metaverse', 'tab-a']], 'the first tab');
  });

  eachEngine(`what is opened for writing is free of marks until it is closed again (${rendering})`, async (page) => {
    await watched(page, { rendering });
    const before = /** @type {[string, string][]} */ (await marked(page));
    const write = (/** @type {string} */ value) => page.evaluate((value) => document.querySelector('#posts p')?.setAttribute('contenteditable', value), value);
    await write('plaintext-only');
    await page.waitFor(() => !t.placesOf(t.current().enrichment.marks).some(([, id]) => id === 'posts'), { what: 'no mark in it' });
    assert.equal(await page.evaluate(() => document.querySelectorAll('[contenteditable] gloss-term').length), 0);
    await write('false');
    await becomes(page, before, 'as before');
  });

  eachEngine(`a copy of marks that the page has kept, and puts back when they are gone (${rendering})`, async (page) => {
    await watched(page, { rendering });
    const before = /** @type {[string, string][]} */ (await marked(page));
    const kept = await page.evaluate(() => {
      const posts = /** @type {Element} */ (document.querySelector('#blog'));
      const html = posts.innerHTML;
      posts.textContent = 'Please wait';
      return html;
    });
    await becomes(page, [], 'nothing');
    await page.evaluate((html) => void (/** @type {Element} */ (document.querySelector('#blog')).innerHTML = html), kept);
    await becomes(page, before, 'as before');
    await page.evaluate(() => t.current().destroy());
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term').length), 0);
  });

  eachEngine(`an endless list: what comes is marked, what is there stays (${rendering})`, async (page) => {
    await watched(page, { rendering, occurrences: 'all' });
    for (let round = 1; round <= 3; round += 1) {
      await page.evaluate((/** @type {number} */ round) => {
        const more = document.createElement('section');
        more.id = `more-${round}`;
        for (let i = 0; i < 5; i += 1) more.append(Object.assign(document.createElement('p'), { textContent: `Item ${i} of the Metaverse.` }));
        document.querySelector('#blog')?.append(more);
      }, round);
      await page.waitFor((/** @type {number} */ round) => t.placesOf(t.current().enrichment.marks).filter(([, id]) => id === `more-${round}`).length === 5, { what: 'five more', args: [round] });
    }
    assert.equal((await marked(page)).length, 17);
    await page.evaluate(() => t.current().destroy());
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term').length), 0);
  });

  eachEngine(`two glossators that watch: no word is marked twice, and neither answers to the other (${rendering})`, async (page) => {
    await watched(page, { rendering, scope: 'main' });
    const outcome = await page.evaluate(async (rendering) => {
      const first = t.current();
      const second = await t.create({ rendering, scope: 'main', sidebar: false, glossary: { entries: [{ term: 'blockchain', definition: 'Also.' }, { term: 'post', definition: 'Ours only.' }] } });
      await second.enrich();
      second.watch();
      // as long as several rounds of watching would take
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const count = t.seenEvents().filter(({ type }) => type === 'gloss-enriched').length;
      const words = [first, second].map((one) => t.placesOf(one.enrichment.marks).map(([text]) => text));
      second.destroy();
      first.destroy();
      return { count, words, left: t.drawn().length, highlights: [...CSS.highlights.keys()] };
    }, rendering);
    assert.deepEqual(outcome, { count: 2, words: [['blockchain', 'Metaverse'], ['post']], left: 0, highlights: [] });
  });
}

eachEngine('the marks of another copy of the library, such as an extension has, are not taken for copies of our own', async (page) => {
  await open(page, 'clean.html');
  const states = await page.evaluate(async () => {
    const drawn = () => [...document.querySelectorAll('gloss-term')].map(({ textContent }) => textContent).join();
    const create = async (/** @type {string} */ address, /** @type {string} */ term) => {
      const { createGlossator } = await import(address);
      const glossator = await createGlossator({ scope: 'main', sidebar: false, tooltip: false, rendering: 'elements', glossary: { entries: [{ term, definition: 'x' }] } });
      await glossator.enrich();
      return glossator;
    };
    const one = await create('/host/index.js', 'Metaverse');
    const two = await create('/copy/index.js', 'CSRC');
    const states = [drawn()];
    document.querySelector('#one')?.append(' More.');
    await one.enrich();
    states.push(drawn());
    one.destroy();
    states.push(drawn());
    two.destroy();
    return [...states, drawn()];
  });
  assert.deepEqual(states, ['Metaverse,CSRC', 'Metaverse,CSRC', 'CSRC', '']);
});

eachEngine('a glossator that watches does not take the marks of another one for a text that was emptied', async (page) => {
  await open(page, 'clean.html');
  const outcome = await page.evaluate(async () => {
    const paragraph = /** @type {HTMLElement} */ (document.querySelector('#two'));
    paragraph.textContent = 'Watchers watch what others mark, and the Metaverse.';
    await t.enrich({ scope: 'main', sidebar: false });
    t.current().watch();
    const second = await t.create({ scope: 'main', sidebar: false, glossary: { entries: [{ term: 'Watchers', definition: 'At the very beginning.' }] } });
    await second.enrich();
    const { length } = second.enrichment.marks;
    // The records come behind the change.
    await new Promise((resolve) => setTimeout(resolve, 50));
    second.destroy();
    return [length, paragraph.textContent];
  });
  assert.deepEqual(outcome, [1, 'Watchers watch what others mark, and the Metaverse.']);
});

eachEngine('pages that come by the history API: the article of each is marked, and a page without one is not', async (page) => {
  await open(page, 'blog.html');
  await page.evaluate(async () => {
    const words = 'It goes on for a while, with a sentence and another one, so that everybody can see that this is what the page is about.';
    const views = /** @type {Record<string, string>} */ ({
      '/a': `<article id="a"><h1>A</h1><p>The Metaverse. ${words}</p><p>${words}</p></article>`,
      '/b': `<article id="b"><h1>B</h1><p>A blockchain. ${words}</p><p>${words}</p></article>`,
      '/home': '<ul><li><a href="/a">The Metaverse</a></li><li><a href="/b">A blockchain</a></li></ul>',
    });
    const show = () => (/** @type {Element} */ (document.querySelector('#view')).innerHTML = views[location.pathname] ?? '');
    Object.assign(globalThis, {
      go(/** @type {string} */ path) {
        history.pushState(null, '', path);
        show();
      },
    });
    addEventListener('popstate', show);
    /** @type {any} */ (globalThis).go('/a');
    await t.enrich({ scope: 'auto', sidebar: true });
    t.current().watch();
  });
  await becomes(page, [['Metaverse', 'a']], 'the first page');
  await page.evaluate('go("/b")');
  await becomes(page, [['blockchain', 'b']], 'the second page');
  await page.evaluate('go("/home")');
  await becomes(page, [], 'a page without an article');
  await page.evaluate('history.back()');
  await becomes(page, [['blockchain', 'b']], 'back');
  await page.evaluate(() => {
    // Firefox and WebKit may not have it: then it is the history API once more.
    const { navigation } = /** @type {any} */ (globalThis);
    if (!navigation) return void history.pushState(null, '', '/a');
    navigation.addEventListener('navigate', (/** @type {any} */ event) => event.canIntercept && event.intercept({ handler: async () => undefined }));
    return void navigation.navigate('/a').finished;
  });
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await becomes(page, [['Metaverse', 'a']], 'by the Navigation API');
  await page.evaluate(() => t.current().destroy());
  assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term, gloss-sidebar, gloss-card').length), 0);
});

eachEngine('a page that writes over the marks gets painted ones, and that ends it', async (page) => {
  await open(page, 'blog.html');
  await page.evaluate(async () => {
    const posts = /** @type {Element} */ (document.querySelector('#posts'));
    const html = posts.innerHTML;
    let rounds = 0;
    new MutationObserver(() => {
      if (posts.innerHTML === html) return;
      rounds += 1;
      posts.innerHTML = html;
    }).observe(posts, { childList: true, subtree: true, characterData: true });
    Object.defineProperty(globalThis, 'rounds', { get: () => rounds });
    await t.enrich({ scope: '#posts', sidebar: false });
    t.current().watch();
    // A frame later than `watch()`, so that it sees the first blow.
    await new Promise((resolve) => setTimeout(resolve, 20));
    posts.append(' ');
  });
  await page.waitFor(() => CSS.highlights.has('glossator') && t.drawn().length === 0, { what: 'painted marks' });
  const rounds = await page.evaluate('rounds');
  const count = await readings(page);
  await pause(2 * WATCHED_MS);
  assert.deepEqual([await page.evaluate('rounds'), await readings(page)], [rounds, count], 'nobody moves any more');
  assert.ok(Number(rounds) < 8, `${rounds} rounds`);
  assert.deepEqual(await marked(page), [['blockchain', 'posts']]);
  await page.evaluate(() => t.current().destroy());
  assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), []);
});

eachEngine('while the page is hidden, nothing is read; when the reader is back, it is', async (page) => {
  await watched(page, {});
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.querySelector('#posts')?.append(' The CSRC.');
  });
  const count = await readings(page);
  await pause(2 * WATCHED_MS);
  assert.equal(await readings(page), count);
  await page.evaluate(() => {
    delete (/** @type {any} */ (document).hidden);
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await becomes(page, [['blockchain', 'posts'], ['CSRC', 'posts'], ['Metaverse', 'tab-a']], 'what came meanwhile');
});

eachEngine('`destroy()` while the page is hidden leaves nothing that waits', async (page) => {
  await open(page, 'blog.html');
  const left = await page.evaluate(async () => {
    t.watchListeners();
    await t.enrich({ scope: 'article', sidebar: false });
    t.current().watch();
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.querySelector('#posts')?.append(' The CSRC.');
    await new Promise((resolve) => setTimeout(resolve, 500));
    t.current().destroy();
    delete (/** @type {any} */ (document).hidden);
    return t.leftListeners();
  });
  assert.deepEqual(left, []);
});
