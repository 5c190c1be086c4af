/** @file The sidebar with a reader in the text: it follows, it leads to places, it takes no room from the text, it remembers. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { enriched, open, openSidebar } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */

const options = { occurrences: 'all', sidebar: { open: true } };
const news = { ...options, glossary: '/pages/news.json' };

/** In the page: the terms whose rows say that they are on screen. */
const inView = () => t.inSidebar('.in-view .word').map((word) => word.textContent).sort();

/** In the page: the part of the window's height that a place is at; nothing while it is off screen. @param {string} selector */
const isOnScreen = (selector) => {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
};

eachEngine('the list follows what is read', async (page) => {
  // So low that no row is seen below the summary.
  await page.setViewport(1200, 360);
  await enriched(page, 'long.html', options);
  await openSidebar(page);
  const place = await page.evaluate(() => {
    const order = t.inSidebar('.orders [value="mention"]')[0];
    order?.scrollIntoView({ block: 'center' });
    const { x = 0, y = 0, width = 0, height = 0 } = order?.getBoundingClientRect() ?? {};
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.click(place);
  await page.waitFor(() => /** @type {HTMLInputElement | undefined} */ (t.inSidebar('.orders [value="mention"]')[0])?.checked, { what: 'the order of the text' });
  await page.move({ x: 300, y: 300 });
  const isFirstListed = () => {
    const [body, row] = [t.inSidebar('.body')[0], t.inSidebar('.in-view')[0]].map((part) => part?.getBoundingClientRect());
    return Boolean(body && row && row.top >= body.top && row.top < body.bottom);
  };
  await page.evaluate(() => void (/** @type {HTMLElement} */ (t.inSidebar('.body')[0]).scrollTop = 0));
  assert.equal(await page.evaluate(isFirstListed), false, 'rows are seen below the summary');
  const top = await page.evaluate(inView);
  assert.ok(top.includes('China Securities Regulatory Commission') && !top.includes('cloud computing'), top.join());
  await page.evaluate(() => document.querySelector('#five')?.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.waitFor(() => t.inSidebar('.in-view .word').some((word) => word.textContent === 'cloud computing'), { what: 'the terms of the fifth paragraph' });
  await page.waitFor(isFirstListed, { what: 'the row of what is read' });
  const later = await page.evaluate(inView);
  assert.ok(!later.includes('cryptocurrency') && !later.includes('China Securities Regulatory Commission'), later.join());
});

eachEngine('a click on a tick goes to that mention; previous and next go round', async (page) => {
  await enriched(page, 'long.html', options);
  await openSidebar(page);
  const strip = await page.evaluate(async () => {
    const row = t.inSidebar('li.term').find((row) => row.querySelector('.word')?.textContent === 'cloud computing');
    /** @type {HTMLElement | null | undefined} */ (row?.querySelector('.name'))?.click();
    row?.scrollIntoView({ block: 'center' });
    // it is measured where it has come to stand: the panel gets higher with what was opened
    for (let i = 0; i < 3; i += 1) await new Promise((next) => requestAnimationFrame(next));
    return row?.querySelector('.strip')?.getBoundingClientRect().toJSON();
  });
  // right of the last tick, and clear of a scroll bar that is drawn over the edge
  await page.click({ x: strip.left + 0.9 * strip.width, y: strip.bottom - 4 });
  await page.waitFor(isOnScreen, { what: 'the last mention', args: ['#five gloss-term[entry="cloud-computing"]'] });
  const at = () => t.inSidebar('li.term').find((row) => row.querySelector('.word')?.textContent === 'cloud computing')?.querySelector('.at')?.textContent;
  assert.equal(await page.evaluate(at), '2 of 2');
  const step = (/** @type {string} */ name) => t.inSidebar(`[data-do="${name}"]`).find((button) => t.isShown(button))?.click();
  await page.evaluate(step, 'next');
  assert.equal(await page.evaluate(at), '1 of 2');
  await page.waitFor(isOnScreen, { what: 'the first mention', args: ['#four gloss-term[entry="cloud-computing"]'] });
  await page.evaluate(step, 'previous');
  assert.equal(await page.evaluate(at), '2 of 2');
});

eachEngine('people and bodies, the dates as a plot and a list, figures: each leads to its place', async (page) => {
  await enriched(page, 'news.html', { ...news, locale: 'en-US' });
  await openSidebar(page);
  const texts = (/** @type {string} */ selector) => page.evaluate((selector) => t.inSidebar(selector).map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()), selector);
  assert.deepEqual(await texts('.actors .pill'), ['International Maritime Organization 3', 'European Investment Bank', 'NYK Line', 'Mærsk']);
  assert.deepEqual(await texts('.ends span'), ['2013', '2050']);
  assert.equal((await texts('.dates li')).length, 5);
  await page.evaluate(() => t.inSidebar('.show-all')[0]?.click());
  const dates = await texts('.dates .what');
  assert.deepEqual(dates, ['2013', 'July 2023', 'March 14, 2024', 'December 2025', 'May 2026', '2030', '2050']);
  // That the page is of March 14 is no event, though its byline says so; that the towns agreed on that Thursday is one.
  assert.match((await texts('.dates .fact'))[2] ?? '', /^March 14, 2024 .*build a shared terminal/);
  assert.ok(!(await texts('.dates .fact')).some((fact) => fact.includes('Ida Solberg')));
  assert.deepEqual((await texts('.figures .what')).slice(0, 2), ['€410 million', '120 MW']);

  await page.setViewport(1200, 420);
  for (const [what, selector, place] of /** @type {const} */ ([['a body', '.actors .pill', '#three'], ['a date', '.dates .fact', '#five'], ['a figure', '.figures .fact', '#one']])) {
    await page.evaluate((selector) => t.inSidebar(selector)[0]?.click(), selector);
    await page.waitFor((/** @type {string} */ place) => {
      const box = document.querySelector(place)?.getBoundingClientRect();
      return box && box.bottom > 0 && box.top < innerHeight;
    }, { what: `${what} in ${place}`, args: [place] });
  }
});

for (const [name, locale, date] of /** @type {const} */ ([
  ['the reader’s own, in the language of the page', undefined, '14 March 2024'],
  ['the page’s, where it says one', 'en-US', 'March 14, 2024'],
])) {
  eachEngine(`dates are written as in a country: ${name}`, async (page) => {
    await open(page, 'news.html');
    await page.evaluate(() => void Object.defineProperty(navigator, 'language', { configurable: true, value: 'en-GB' }));
    await page.evaluate((options) => t.enrich(options), { ...news, ...(locale && { locale }) });
    await openSidebar(page);
    await page.waitFor((/** @type {string} */ date) => t.inSidebar('.dates .what').some(({ textContent }) => textContent === date), { what: date, args: [date] });
  });
}

eachEngine('abbreviations that the article defines lead to where it does; what the glossary lacks is shown to those who ask', async (page) => {
  const texts = (/** @type {string} */ selector) => page.evaluate((selector) => t.inSidebar(selector).map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()), selector);
  await enriched(page, 'news.html', news);
  await openSidebar(page);
  assert.deepEqual(await texts('.abbreviations .fact'), ['IMO International Maritime Organization']);
  assert.deepEqual(await texts('.suggestions'), [], 'nobody asked');
  await page.setViewport(1200, 420);
  await page.evaluate(() => t.inSidebar('.abbreviations .fact')[0]?.click());
  const isInView = (/** @type {string} */ words) => {
    const p = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(words));
    const box = p?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < innerHeight;
  };
  await page.waitFor(isInView, { what: 'the definition', args: ['(IMO)'] });
  await page.waitFor(() => CSS.highlights.has('glossator-flash'), { what: 'it is shown for a moment' });
  assert.match(await page.evaluate(() => [...(CSS.highlights.get('glossator-flash') ?? [])].join()), /^International Maritime Organization \(IMO/);

  await page.setViewport(1200, 800);
  await enriched(page, 'news.html', { ...news, sidebar: { open: true, suggestions: true } });
  await openSidebar(page);
  const names = await texts('.suggestions .pill');
  assert.ok(names.length > 2, names.join());
  const found = await page.evaluate(() => t.current().enrichment.suggestions.map((/** @type {{text: string}} */ { text }) => text));
  assert.ok(names.every((name, i) => name.startsWith(found[i])), `${names} are not ${found}, best first`);
  const known = await page.evaluate(() => t.current().enrichment.terms.map((/** @type {{entry: {term: string}}} */ { entry }) => entry.term.toLowerCase()));
  assert.deepEqual(found.filter((/** @type {string} */ name) => known.includes(name.toLowerCase())), [], 'the glossary has them');
  const text = await page.evaluate(() => document.body.textContent ?? '');
  assert.deepEqual(found.filter((/** @type {string} */ name) => !text.replace(/\s+/g, ' ').includes(name)), [], 'not in the article');
});

eachEngine('beside the text it never stands over it, however wide the window; 480 px stay for the text', async (page) => {
  await enriched(page, 'news.html', news);
  await openSidebar(page);
  const modes = new Set();
  for (const width of [1400, 1200, 1100, 1020, 980, 900, 760]) {
    await page.setViewport(width, 700);
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    const found = await page.evaluate(() => {
      const mode = document.querySelector('gloss-sidebar')?.getAttribute('mode');
      const panel = t.inSidebar('.panel').filter(t.isShown)[0]?.getBoundingClientRect();
      const text = [...document.querySelectorAll('p')].map((p) => p.getBoundingClientRect());
      const isOver = panel !== undefined && text.some((box) => box.right > panel.left && box.left < panel.right);
      return { mode, isOver, isOpen: panel !== undefined, textWidth: Math.max(...text.map((box) => box.width)) };
    });
    modes.add(found.mode);
    if (found.mode === 'beside') assert.ok(found.isOpen && !found.isOver && found.textWidth >= 480, JSON.stringify({ width, ...found }));
    else assert.equal(found.isOpen, false, `${width}: over the text by itself`);
  }
  assert.deepEqual([...modes].sort(), ['beside', 'drawer']);
});

eachEngine('a word that sticks out of its paragraph is text too: it does not stand over that', async (page) => {
  await open(page, 'news.html');
  await page.evaluate(async (options) => {
    document.querySelector('#one')?.prepend(`${'Longword'.repeat(14)} `);
    await t.enrich(options);
  }, { ...news, sidebar: { open: true } });
  await page.waitFor(() => t.inSidebar('.panel, .tab').some(t.isShown), { what: 'the sidebar' });
  const isOver = await page.evaluate(() => {
    const word = document.createRange();
    word.selectNodeContents(/** @type {Node} */ (document.querySelector('#one')?.firstChild));
    const column = document.querySelector('#one')?.getBoundingClientRect().right ?? 0;
    const panel = t.inSidebar('.panel').filter(t.isShown)[0]?.getBoundingClientRect();
    const boxes = [...word.getClientRects()];
    if (!boxes.some((box) => box.right > column + 50)) throw new Error('the word does not stick out');
    return document.querySelector('gloss-sidebar')?.getAttribute('mode') === 'beside' && boxes.some((box) => panel && box.right > panel.left && box.left < panel.right);
  });
  assert.equal(isOver, false);
});

for (const [name, footer, isLong] of /** @type {const} */ ([
  ['where nothing comes after it, it has the height of the window', '', true],
  ['it ends before what comes after it', '<footer id="after" style="height: 300px; background: #eee">Footer</footer>', false],
])) {
  eachEngine(`beside a short article: ${name}`, async (page) => {
    await open(page, 'news.html');
    await page.evaluate(async (options, footer) => {
      for (const p of document.querySelectorAll('article > :is(h2, #four, #five, #six)')) p.remove();
      document.querySelector('article')?.insertAdjacentHTML('afterend', footer);
      await t.enrich(options);
    }, { ...news, scope: 'article', sidebar: { open: true } }, footer);
    await openSidebar(page);
    assert.equal(await page.evaluate(() => document.querySelector('gloss-sidebar')?.getAttribute('mode')), 'beside');
    const { panel, article, after } = await page.evaluate(() => ({
      panel: t.inSidebar('.panel')[0]?.getBoundingClientRect().bottom ?? 0,
      article: document.querySelector('article')?.getBoundingClientRect().bottom ?? 0,
      after: document.querySelector('#after')?.getBoundingClientRect().top ?? 9999,
    }));
    assert.ok(article < 650, `the article is not short: ${article}`);
    assert.equal(panel > article + 40, isLong, `the panel ends at ${panel}, the article at ${article}`);
    assert.ok(panel <= after, `the panel ends at ${panel}, over what begins at ${after}`);
  });
}

for (const [name, style] of /** @type {const} */ ([
  ['a bar that asks about cookies', 'left: 0; right: 0; bottom: 0; height: 120px'],
  ['a button of the page in the same corner', 'right: 20px; bottom: 20px; width: 56px; height: 56px; border-radius: 50%'],
])) {
  eachEngine(`the tab keeps off ${name}, which comes late and goes again`, async (page) => {
    await page.setViewport(800, 600);
    await enriched(page, 'news.html', { ...news, sidebar: true });
    const bottom = () => page.evaluate(() => t.inSidebar('.tab').filter(t.isShown)[0]?.getBoundingClientRect().bottom ?? 0);
    await page.waitFor(() => t.inSidebar('.tab').some(t.isShown), { what: 'the tab' });
    const before = await bottom();
    const isClear = () => {
      const [tab] = t.inSidebar('.tab');
      const box = document.querySelector('#bar')?.getBoundingClientRect();
      const own = tab?.getBoundingClientRect();
      return own && box && own.bottom <= box.top;
    };
    await page.evaluate((style) => document.body.insertAdjacentHTML('beforeend', `<div id="bar" style="position: fixed; background: gold; z-index: 2147483647; ${style}"></div>`), style);
    await page.waitFor(isClear, { what: 'the tab above it' });
    await page.evaluate(() => document.querySelector('#bar')?.remove());
    await page.waitFor((/** @type {number} */ before) => t.inSidebar('.tab')[0]?.getBoundingClientRect().bottom === before, { what: 'the tab where it was', args: [before] });
  });
}

eachEngine('closed, it stays closed on this site, and nothing on the page moves', async (page, engine) => {
  await enriched(page, 'news.html', news);
  await openSidebar(page);
  await page.evaluate(() => t.inSidebar('.close')[0]?.click());
  assert.equal(await page.evaluate(() => localStorage.getItem('glossator:sidebar')), 'closed');

  await open(page, 'news.html');
  const places = () => [...document.querySelectorAll('h1, h2, p')].map((node) => node.getBoundingClientRect().top);
  const before = await page.evaluate(places);
  await page.evaluate((options) => t.enrich(options), { ...news, sidebar: true });
  await page.waitFor(() => t.inSidebar('.tab').some(t.isShown), { what: 'its tab' });
  assert.equal(await page.evaluate(() => t.inSidebar('.panel').some(t.isShown)), false);
  assert.deepEqual(await page.evaluate(places), before);
  if (engine === 'chromium') {
    const shift = await page.evaluate(() => new Promise((done) => {
      let sum = 0;
      const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += /** @type {any} */ (entry).value)));
      observer.observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 200);
    }));
    assert.equal(shift, 0);
  }
});

eachEngine('`mount` puts it into a container of the site’s own', async (page) => {
  await open(page, 'news.html');
  await page.evaluate(async (options) => {
    const own = document.createElement('aside');
    own.id = 'own';
    document.body.append(own);
    await t.enrich({ ...options, sidebar: { mount: '#own' } });
  }, news);
  const found = await page.evaluate(() => {
    const panel = /** @type {Element} */ (t.inSidebar('.panel')[0]);
    const own = document.querySelector('#own');
    return {
      inside: own?.firstElementChild?.localName,
      position: getComputedStyle(panel).position,
      isShown: t.isShown(panel),
      tab: t.inSidebar('.tab, .close').some(t.isShown),
      grows: (own?.getBoundingClientRect().height ?? 0) > 300,
    };
  });
  assert.deepEqual(found, { inside: 'gloss-sidebar', position: 'static', isShown: true, tab: false, grows: true });
  await page.evaluate(() => t.current().destroy());
  assert.equal(await page.evaluate(() => document.querySelector('#own')?.childNodes.length), 0);
});

eachEngine('the terms are copied as Markdown, and saved as CSV and as cards', async (page) => {
  await enriched(page, 'news.html', news);
  await openSidebar(page);
  const taken = await page.evaluate(async () => {
    const taken = /** @type {string[]} */ ([]);
    const blobs = /** @type {Blob[]} */ ([]);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (/** @type {string} */ text) => void taken.push(text) } });
    URL.createObjectURL = (blob) => (blobs.push(/** @type {Blob} */ (blob)), '#saved');
    URL.revokeObjectURL = () => {};
    for (const button of t.inSidebar('.foot > button').slice(0, 3)) button.click();
    await new Promise((next) => setTimeout(next, 20));
    for (const blob of blobs) taken.push(await blob.text());
    return [...taken, t.inSidebar('.foot button')[0]?.textContent];
  });
  assert.match(taken[0] ?? '', /^# Harbour towns bet on green ammonia\n\n- \*\*green ammonia\*\* \(Fuel\): Ammonia whose/);
  assert.match(taken[1] ?? '', /^\uFEFF?term,category,mentions,definition,source,link\r\ngreen ammonia,Fuel,4,/);
  assert.match(taken[2] ?? '', /^#separator:tab\n/);
  assert.equal(taken[3], 'Copied');
});

/** What WCAG 2.2, 1.4.12 has a reader set. */
const SPACED = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

for (const [name, width, css] of /** @type {const} */ ([['320 px wide', 320, ''], ['with wider spacing of the text', 1200, SPACED], ['both', 320, SPACED]])) {
  eachEngine(`nothing is cut off: ${name}`, async (page) => {
    await page.setViewport(width, 640);
    await enriched(page, 'news.html', news);
    await openSidebar(page);
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      const { shadowRoot } = /** @type {Element} */ (document.querySelector('gloss-sidebar'));
      if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
      t.inSidebar('.name, .show-all').forEach((button) => button.click());
    }, css);
    const cut = await page.evaluate(() => {
      const panel = /** @type {DOMRect} */ (t.inSidebar('.panel')[0]?.getBoundingClientRect());
      const wide = t.inSidebar('.body').filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => `${part.className} scrolls sideways`);
      const out = t.inSidebar('.word, .category, .definition, .sentence, .fact, .pill, .orders span, .foot button, h3').filter(t.isShown).filter((part) => {
        const box = part.getBoundingClientRect();
        return box.left < panel.left - 1 || box.right > panel.right + 1 || part.scrollHeight > part.clientHeight + 2 && getComputedStyle(part).overflowY === 'hidden';
      });
      return [...wide, ...out.map((part) => `${part.className}: ${part.textContent}`), ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])];
    });
    assert.deepEqual(cut, []);
  }, { only: width === 320 ? ['chromium', 'firefox'] : ['chromium', 'firefox', 'webkit'] });
}
