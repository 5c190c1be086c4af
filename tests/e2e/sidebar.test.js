/** @file The summary beside the article. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { enriched, open as openPage, openSidebar } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */

const options = { sidebar: true, occurrences: 'all' };

/** @param {Page} page */
async function opened(page) {
  const found = await enriched(page, 'long.html', options);
  await openSidebar(page);
  return found;
}

/** @param {Page} page @param {string} selector */
const texts = (page, selector) =>
  page.evaluate((selector) => t.inSidebar(selector).filter((element) => t.isShown(element)).map((element) => element.innerText.trim()), selector);

eachEngine('it shows the title, key sentences of the article and every term with its count', async (page) => {
  const found = await opened(page);
  assert.equal(found.title, 'Cities race to build the Metaverse');
  assert.deepEqual(await texts(page, 'h2.title'), ['Cities race to build the Metaverse']);

  const sentences = await texts(page, '.sentence');
  assert.ok(sentences.length >= 2 && sentences.length <= 4, `${sentences.length} sentences`);
  assert.deepEqual(sentences, found.summary.map((text) => text.replace(/\s+/g, ' ').trim()));
  const paragraphs = await page.evaluate(() => [...document.querySelectorAll('p')].map((p) => p.textContent));
  for (const sentence of sentences) {
    assert.ok(paragraphs.some((paragraph) => paragraph?.includes(sentence)), `not in the article: ${sentence}`);
    assert.match(sentence, /[.!?]$/);
  }

  const rows = await page.evaluate(() =>
    t.inSidebar('li.term').map((row) => [
      row.querySelector('.word')?.textContent,
      Number(row.querySelector('.go')?.textContent?.trim()),
    ]),
  );
  assert.deepEqual(Object.fromEntries(rows), {
    Metaverse: 4,
    blockchain: 3,
    'China Securities Regulatory Commission': 2,
    'virtual reality': 2,
    'cloud computing': 2,
    cryptocurrency: 1,
    "People's Bank of China": 1,
  });
});

eachEngine('an option of it that is undefined is as if it were left out: where nothing was found it stays closed', async (page) => {
  const glossary = { entries: [{ term: 'Zweckbindung', definition: 'It is in no text here.' }] };
  for (const open of ['auto', undefined]) {
    await openPage(page, 'bare.html');
    const isOpen = await page.evaluate(async (/** @type {any} */ { glossary, open }) => {
      await t.enrich({ glossary, scope: 'all', definitions: false, sidebar: { open: open ?? undefined } });
      return [t.inSidebar('.tab').some((tab) => t.isShown(tab)), t.inSidebar('.panel').some((panel) => t.isShown(panel))];
    }, { glossary, open: open ?? null });
    assert.deepEqual(isOpen, [true, false], `${open}`);
  }
});

eachEngine('what it shows is fetched when it is shown', async (page) => {
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\/sidebar-contents/.test(name)).length);
  await enriched(page, 'long.html', { ...options, sidebar: { open: false } });
  await page.waitFor(() => t.inSidebar('.tab').some((tab) => t.isShown(tab)), { what: 'the tab' });
  assert.equal(await fetched(), 0);
  await openSidebar(page);
  assert.ok((await fetched()) > 0);
  assert.deepEqual(await texts(page, 'h2.title'), ['Cities race to build the Metaverse']);
  const focused = await page.evaluate(() => document.querySelector('gloss-sidebar')?.shadowRoot?.activeElement?.className);
  assert.equal(focused, 'title');
});

eachEngine(
  'where that cannot be fetched, an event says so, and the tab stays',
  async (page) => {
    await enriched(page, 'no-contents.html', { sidebar: { open: true } });
    await page.waitFor(() => t.seenEvents().some(({ type, detail }) => type === 'gloss-error' && detail === 'network'), { what: 'gloss-error' });
    assert.deepEqual(await page.evaluate(() => t.inSidebar('.tab').map((tab) => t.isShown(tab))), [true]);
    assert.deepEqual(await page.evaluate(() => t.drawn()), [['blockchain', 'blockchain']]);
  },
  { errors: [/Failed to load resource|absent\.js|could not load|MIME|Loading module|404|importing a module/i] },
);

eachEngine('a definition is there on demand', async (page) => {
  await opened(page);
  assert.deepEqual(await texts(page, '.definition'), []);
  await page.evaluate(() => t.inSidebar('li.term button[aria-expanded="false"]')[0]?.click());
  const [definition] = await texts(page, '.definition');
  assert.ok((definition ?? '').length > 30, definition);
});

eachEngine('a click on a term goes to its mark', async (page) => {
  await opened(page);
  await page.evaluate(() => {
    const row = t.inSidebar('li.term').find((row) => row.querySelector('.word')?.textContent === 'cryptocurrency');
    /** @type {HTMLElement | undefined | null} */ (row?.querySelector('.go'))?.click();
  });
  await page.waitFor(
    () => {
      const box = document.querySelector('gloss-term[entry="cryptocurrency"]')?.getBoundingClientRect();
      return box && box.top >= 0 && box.bottom <= innerHeight;
    },
    { what: 'the mark on the screen' },
  );
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('entry')), 'cryptocurrency');
});

eachEngine('a click on a key sentence goes to its place', async (page) => {
  const { summary } = await opened(page);
  await page.evaluate(() => t.inSidebar('.sentence').at(-1)?.click());
  await page.waitFor(
    (/** @type {string} */ sentence) => {
      const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(sentence));
      const box = paragraph?.getBoundingClientRect();
      return box && box.bottom > 0 && box.top < innerHeight;
    },
    { what: 'the sentence on the screen', args: [summary.at(-1) ?? '?'] },
  );
});

eachEngine('closed, it is out of the accessibility tree; the button that opens it is not', async (page) => {
  await opened(page);
  const ofSidebar = async () => (await page.accessibleNames()).filter((name) => /^Regulator$|Go to mention/i.test(name));
  if (page.canReadTree) assert.ok((await ofSidebar()).length >= 4, 'open, it is in the tree');
  await page.evaluate(() => t.inSidebar('button.close')[0]?.click());
  await page.waitFor(() => !t.inSidebar('.terms').some((list) => t.isShown(list)), { what: 'the closed sidebar' });
  const reachable = await page.evaluate(() =>
    t
      .inSidebar('button, a, input')
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]'))
      .map((element) => element.getAttribute('aria-label') ?? element.textContent),
  );
  assert.equal(reachable.length, 1, JSON.stringify(reachable));
  if (page.canReadTree) {
    assert.deepEqual(await ofSidebar(), []);
  }
});

eachEngine('where there is no room beside the text, it stays closed until it is asked for', async (page) => {
  await page.setViewport(760, 700);
  await enriched(page, 'long.html', options);
  await page.waitFor(() => document.querySelector('gloss-sidebar') !== null, { what: 'the sidebar' });
  assert.deepEqual(await texts(page, 'li.term'), []);
  await openSidebar(page);
  assert.equal((await texts(page, 'li.term')).length, 7);
  await page.press('Escape');
  await page.waitFor(() => !t.inSidebar('.terms').some((list) => t.isShown(list)), { what: 'the closed sidebar' });
});

eachEngine('`sidebar: false` adds none', async (page) => {
  await enriched(page, 'long.html', { sidebar: false });
  assert.equal(await page.evaluate(() => document.querySelector('gloss-sidebar')), null);
});
