/** @file What the card offers beside term and definition: other meanings, a picture, copying, hiding a term, the site's own content. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardClosed, cardOpen, enriched, open } from './steps.js';

const plain = { sidebar: false };
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** @param {string} selector */
const press = (selector) => {
  const found = t.cards()[0]?.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`the card has no ${selector}`);
  /** @type {HTMLElement} */ (found).click();
};

eachEngine('two entries with one label: the card has one, and the way to the other and back', async (page) => {
  await open(page, 'clean.html');
  await page.evaluate((options) => t.enrich(options), {
    ...plain,
    glossary: {
      entries: [
        { id: 'world', term: 'Metaverse', definition: 'A shared virtual world.', priority: 1 },
        { id: 'magazine', term: 'Metaverse Monthly', aliases: ['Metaverse'], definition: 'A magazine.', related: ['world'] },
      ],
    },
  });
  await page.click('gloss-term[entry="world"]');
  assert.match((await cardOpen(page)).text, /A shared virtual world\.[^]*Other meanings\s+Metaverse Monthly/);
  await page.evaluate(press, '[part="senses"] button');
  const { text } = await cardOpen(page);
  assert.match(text, /A magazine\./);
  assert.ok(!text.includes('Other meanings'), text);
  await page.evaluate(press, '[data-do="back"]');
  assert.match((await cardOpen(page)).text, /A shared virtual world\./);
});

eachEngine('senses with the same term are told apart by their definitions', async (page) => {
  await open(page, 'clean.html');
  const long = 'A company that builds headsets and the software for them, in three countries and with many partners.';
  await page.evaluate((options) => t.enrich(options), {
    ...plain,
    glossary: {
      entries: [
        { id: 'world', term: 'Metaverse', definition: 'A shared virtual world.', priority: 2 },
        { id: 'novel', term: 'Metaverse', definition: 'A novel of 1992.', priority: 1 },
        { id: 'company', term: 'Metaverse', definition: long },
      ],
    },
  });
  await page.click('gloss-term');
  await cardOpen(page);
  const names = await page.evaluate(() => [...(t.cards()[0]?.shadowRoot?.querySelectorAll('[part="senses"] button') ?? [])].map((button) => button.textContent ?? ''));
  assert.equal(names[0], 'A novel of 1992.');
  assert.match(names[1] ?? '', /^A company that builds headsets and the\b.*…$/);
  assert.ok((names[1] ?? '').length < 50, names[1]);
});

eachEngine('Glossator’s own words keep their direction in a card of another', async (page) => {
  await open(page, 'rtl.html');
  await page.evaluate((options) => t.enrich(options), {
    ...plain, locale: 'en',
    glossary: { entries: [{ term: 'سلسلة', definition: 'سجلّ من القيود.' }] },
  });
  await page.evaluate(() => document.querySelector('p')?.after(Object.assign(document.createElement('p'), { textContent: 'سلسلة أخرى.' })));
  await page.evaluate(() => t.again());
  await page.click('gloss-term');
  await cardOpen(page);
  const place = await page.evaluate(() => {
    const text = t.cards()[0]?.shadowRoot?.querySelector('.place span')?.firstChild;
    const xOf = (/** @type {number} */ index) => {
      const range = document.createRange();
      range.setStart(/** @type {Node} */ (text), index);
      range.setEnd(/** @type {Node} */ (text), index + 1);
      return range.getBoundingClientRect().left;
    };
    const words = text?.nodeValue ?? '';
    return { words, isInOrder: xOf(0) < xOf(2) && xOf(2) < xOf(words.length - 1) };
  });
  assert.deepEqual(place, { words: '1 of 2 in this article', isInOrder: true });
});

eachEngine('where nothing in the article says which of two entries is meant, the card says so and offers both', async (page) => {
  await open(page, 'clean.html');
  await page.evaluate((options) => t.enrich(options), {
    ...plain,
    glossary: {
      entries: [
        { id: 'band', term: 'Metaverse', definition: 'Four singers from Oslo.' },
        { id: 'horse', term: 'Metaverse (mare)', aliases: ['Metaverse'], definition: 'Winner of the Derby.' },
      ],
    },
  });
  await page.click('gloss-term[entry="band"]');
  assert.match((await cardOpen(page)).text, /Four singers from Oslo\.[^]*Unclear from the text; it may also mean\s+Metaverse \(mare\)/);
  await page.evaluate(press, '[part="senses"] button');
  assert.match((await cardOpen(page)).text, /Winner of the Derby\./);
});

eachEngine('pronunciation and a picture; one that cannot be fetched leaves no gap', async (page) => {
  await open(page, 'clean.html');
  const entry = { term: 'Metaverse', definition: 'A world.', pronunciation: '/ˈmɛtəvɜːs/', image: '/pages/clean.html' };
  await page.evaluate((options) => t.enrich(options), { ...plain, glossary: { entries: [entry] } });
  await page.click('gloss-term');
  assert.match((await cardOpen(page)).text, /\/ˈmɛtəvɜːs\//);
  await page.waitFor(() => t.cards()[0]?.shadowRoot?.querySelector('img') === null, { what: 'no picture' });
  const wrong = await page.evaluate((image) => {
    t.current().destroy();
    return t
      .enrich({ glossary: { entries: [{ term: 'Metaverse', definition: 'A world.', image }] } })
      .then(() => null, (error) => ({ code: error.code, path: error.path }));
  }, PIXEL);
  assert.deepEqual(wrong, { code: 'glossary-invalid', path: 'entries[0].image' });
});

eachEngine('a hidden term is marked no more, here and after a reload, until the sidebar shows it again', async (page) => {
  await enriched(page, 'clean.html', { sidebar: { open: true } });
  const all = await page.evaluate(() => t.drawn().map(([, id]) => id));
  assert.ok(all.includes('metaverse'));
  await page.click('gloss-term[entry="metaverse"]');
  await cardOpen(page);
  await page.evaluate(press, '[data-do="hide"]');
  await cardClosed(page);
  await page.waitFor(() => !t.drawn().some(([, id]) => id === 'metaverse'), { what: 'no mark of it' });
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'one', 'the focus is not where the mark was');
  await page.press('Tab');
  assert.equal(await page.evaluate(() => document.querySelector('#one')?.hasAttribute('tabindex')), false);

  await enriched(page, 'clean.html', { sidebar: { open: true } });
  assert.deepEqual(await page.evaluate(() => t.drawn().map(([, id]) => id)), all.filter((id) => id !== 'metaverse'));
  await page.waitFor(() => t.inSidebar('.known').some(t.isShown), { what: 'the way back' });
  assert.match(await page.evaluate(() => t.inSidebar('.known')[0]?.innerText ?? ''), /1 term hidden/);
  assert.ok(await page.evaluate(() => t.inSidebar('li').some((row) => /Metaverse/.test(row.textContent ?? ''))), 'it is still listed');
  await page.evaluate(() => t.inSidebar('.known button')[0]?.click());
  await page.waitFor(() => t.drawn().some(([, id]) => id === 'metaverse'), { what: 'its mark' });
  await page.waitFor(() => !t.inSidebar('.known').some(t.isShown), { what: 'nothing to show again' });
  assert.equal(await page.evaluate(() => localStorage.getItem('glossator:known')), null);
});

eachEngine('a site shows what it wants in place of the definition, with its own styles; its mistakes hurt nobody', async (page) => {
  await open(page, 'clean.html');
  const seen = await page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.mine { color: rgb(1, 2, 3) }');
    document.adoptedStyleSheets = [sheet];
    const errors = /** @type {string[]} */ ([]);
    globalThis.reportError = (error) => void errors.push(String(error));
    await t.enrich({
      sidebar: false,
      tooltip: {
        /** @param {{id: string, term: string}} entry @param {{surface: string, document: Document}} about */
        render({ id, term }, { surface, document }) {
          if (id === 'blockchain') throw new Error('mine');
          if (id !== 'metaverse') return null;
          const own = document.createElement('p');
          own.className = 'mine';
          own.textContent = `Our ${term}, found as ${surface}`;
          return own;
        },
      },
    });
    const look = async (/** @type {string} */ id) => {
      /** @type {HTMLElement} */ (document.querySelector(`gloss-term[entry="${id}"]`)).click();
      while (!t.cards().length) await new Promise((done) => setTimeout(done, 10));
      const [card] = t.cards();
      const own = card?.querySelector('.mine');
      return [own?.textContent ?? null, own ? getComputedStyle(own).color : null, /definition/.test(card?.shadowRoot?.querySelector('.definition')?.className ?? '') && !own];
    };
    return { metaverse: await look('metaverse'), blockchain: await look('blockchain'), errors: errors.length };
  });
  assert.deepEqual(seen, {
    metaverse: ['Our Metaverse, found as Metaverse', 'rgb(1, 2, 3)', false],
    blockchain: [null, null, true],
    errors: 1,
  });
});

for (const [tabStops, expected] of /** @type {const} */ ([['first', [true, false, false]], ['all', [true, true, true]], ['none', [false, false, false]]])) {
  eachEngine(`\`tabStops: '${tabStops}'\``, async (page) => {
    await open(page, 'clean.html');
    const stops = await page.evaluate(
      async (tabStops) => {
        document.body.innerHTML = '<main><p>A blockchain, a blockchain and a blockchain.</p></main>';
        await t.enrich({ occurrences: 'all', sidebar: false, tooltip: { tabStops } });
        return [...document.querySelectorAll('gloss-term')].map((mark) => /** @type {HTMLElement} */ (mark).tabIndex >= 0);
      },
      tabStops,
    );
    assert.deepEqual(stops, expected);
  });
}

eachEngine('from one place of a term to the next, where only the first has a mark too; closing gives the focus back', async (page) => {
  await open(page, 'clean.html');
  const html = await page.evaluate(() => {
    const last = document.querySelector('p:last-of-type');
    last?.insertAdjacentHTML('afterend', '<p style="margin-top: 150vh">The <i>Metaverse</i> again.</p><p hidden>No Metaverse.</p><p>And the <a href="#x">metaverse</a>.</p>');
    return document.documentElement.outerHTML;
  });
  await page.evaluate((options) => t.enrich(options), { ...plain, glossary: { entries: [{ id: 'world', term: 'Metaverse', definition: 'A world.' }] } });
  assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term').length), 1);
  const steps = () => page.evaluate(() => {
    const root = t.cards()[0]?.shadowRoot;
    const enabled = (/** @type {string} */ name) => root?.querySelector(`[data-do="${name}"]`)?.matches(':enabled') ?? null;
    const range = [...(CSS.highlights.get('glossator-open') ?? [])][0];
    return { text: root?.querySelector('.place')?.textContent, previous: enabled('previous'), next: enabled('next'), at: range ? String(range) : '' };
  });
  await page.click('gloss-term');
  await cardOpen(page);
  assert.deepEqual(await steps(), { text: '1 of 3 in this article', previous: false, next: true, at: '' });
  await page.evaluate(press, '[data-do="next"]');
  assert.deepEqual(await steps(), { text: '2 of 3 in this article', previous: true, next: true, at: 'Metaverse' });
  const card = await cardOpen(page);
  const isInView = await page.evaluate(() => {
    const { top, bottom } = /** @type {Element} */ (document.querySelector('p > i')).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(isInView, `the place is not in view (the card: ${JSON.stringify(card.box)})`);
  await page.evaluate(press, '[data-do="next"]');
  assert.deepEqual(await steps(), { text: '3 of 3 in this article', previous: true, next: false, at: 'metaverse' });
  await page.press('Escape');
  await cardClosed(page);
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'gloss-term');
  assert.equal(await page.evaluate(() => CSS.highlights.has('glossator-open')), false);
  assert.equal(await page.evaluate(() => (t.current().destroy(), document.documentElement.outerHTML)), html);
});
