/** @file The sidebar's filter, its strips, its landmark, the flash of a place, its words in each language. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardOpen, enriched, open, openSidebar } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */

const news = { glossary: '/pages/news.json', occurrences: 'all', sidebar: { open: true } };

/** @param {Page} page @param {string} selector */
const texts = (page, selector) => page.evaluate((selector) => t.inSidebar(selector).filter(t.isShown).map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()), selector);

eachEngine('the filter finds terms by their letters, names and category, whatever the accents, and says how many', async (page) => {
  await open(page, 'clean.html');
  await page.evaluate(async (options) => {
    const words = ['Zürich', 'Genève', ...'alder ash beech birch box cedar elm fig fir hazel oak pine'.split(' ')];
    document.body.innerHTML = `<main><p>${words.map((word) => `A ${word}.`).join(' ')}</p></main>`;
    const about = /** @type {Record<string, object>} */ ({ oak: { aliases: ['Quercus'] }, pine: { category: 'Conifer' }, fir: { category: 'Conifer' } });
    await t.enrich({ ...options, glossary: { entries: words.map((term) => ({ term, definition: 'd', ...about[term] })) } });
  }, news);
  await openSidebar(page);
  assert.deepEqual(await texts(page, '.tally'), ['14']);
  // What is live and has words as it comes is read out, though nobody asked.
  assert.deepEqual(await texts(page, '[aria-live], [role="status"], [role="alert"]'), []);
  await page.evaluate(() => t.inSidebar('.filter')[0]?.focus());
  /** @type {[string, string[]][]} */
  const rows = [['zuri', ['Zürich']], ['GENEVE', ['Genève']], ['querc', ['oak']], ['conif', ['fir', 'pine']], ['qqq', []]];
  for (const [typed, expected] of rows) {
    await page.evaluate(() => /** @type {HTMLInputElement} */ (t.inSidebar('.filter')[0]).select());
    await page.type(typed);
    assert.deepEqual((await texts(page, '.word')).sort(), expected, typed);
    assert.deepEqual(await texts(page, '.tally[aria-live]'), [`${expected.length} of 14`]);
    assert.deepEqual(await texts(page, '.none'), expected.length ? [] : [`No term matches “${typed}”.`]);
  }
});

eachEngine('in Arabic the empty filter goes from right to left, and what is typed goes its own way', async (page) => {
  await open(page, 'clean.html');
  await page.evaluate(async (options) => {
    const words = 'alder ash beech birch box cedar elm fig fir hazel oak pine rowan'.split(' ');
    document.documentElement.dir = 'rtl';
    document.body.innerHTML = `<main><p>${words.map((word) => `A ${word}.`).join(' ')}</p></main>`;
    await t.enrich({ ...options, locale: 'ar', glossary: { entries: words.map((term) => ({ term, definition: 'd' })) } });
  }, news);
  await openSidebar(page);
  const direction = () => page.evaluate(() => getComputedStyle(/** @type {Element} */ (t.inSidebar('.filter')[0])).direction);
  assert.equal(await direction(), 'rtl');
  await page.evaluate(() => t.inSidebar('.filter')[0]?.focus());
  await page.type('oak');
  assert.equal(await direction(), 'ltr');
});

eachEngine('a dispersion strip has a tick for each place, where it is in the article, and the reader’s position', async (page) => {
  await enriched(page, 'long.html', { occurrences: 'all', sidebar: { open: true } });
  await openSidebar(page);
  const strips = await page.evaluate(() => {
    const { terms } = t.current().enrichment;
    const rows = t.inSidebar('li.term');
    const ticks = rows.map((row) => [...(row.querySelector('.strip path')?.getAttribute('d') ?? '').matchAll(/M(\d+) /g)].map(([, x]) => Number(x)));
    return terms.map((/** @type {import('../../www/host/types.js').FoundTerm} */ { places }, /** @type {number} */ i) => ({ places: places.map(({ start }) => start), ticks: ticks[i] }));
  });
  /** How long the text is, as each tick has it. @type {number[]} */
  const lengths = [];
  for (const { places, ticks } of strips) {
    assert.equal(ticks.length, places.length);
    // 1000 wide, with an edge of 4 on both sides; near the text's begin, rounding says too little
    places.forEach((/** @type {number} */ start, /** @type {number} */ i) => start > 300 && lengths.push((start * 992) / (ticks[i] - 4)));
  }
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  assert.ok(lengths.length > 5 && longest / shortest < 1.02, `ticks of texts from ${shortest} to ${longest} characters`);
  assert.ok(shortest > Math.max(...strips.flatMap((/** @type {{places: number[]}} */ { places }) => places)) * 0.99);
  const position = () => page.evaluate(() => ['--from', '--to'].map((name) => parseFloat(/** @type {HTMLElement} */ (t.inSidebar('.terms')[0]).style.getPropertyValue(name))));
  const [from = NaN, to = NaN] = await position();
  assert.ok(from < 1 && to > from && to < 90, `${from} to ${to} %`);
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  await page.waitFor((/** @type {number} */ to) => parseFloat(/** @type {HTMLElement} */ (t.inSidebar('.terms')[0]).style.getPropertyValue('--to')) > to, { what: 'the position further down', args: [to] });
  assert.ok(((await position())[0] ?? 0) > from);
  assert.match(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (t.inSidebar('.strip')[0])).backgroundImage), /gradient/, 'it is painted');
});

eachEngine('one landmark with a name, headings and lists; closed, nothing of it can be reached but its tab', async (page) => {
  await enriched(page, 'news.html', news);
  await openSidebar(page);
  const what = () => page.evaluate(() => {
    const host = document.querySelector('gloss-sidebar');
    return {
      role: host?.getAttribute('role'),
      name: host?.getAttribute('aria-label'),
      headings: t.inSidebar('h2, h3').filter(t.isShown).length,
      // A section with a name would be a landmark too: whoever goes from one to the next would have five of ours.
      inner: t.inSidebar('section[aria-label], section[aria-labelledby], [role="region"]').length,
      lists: t.inSidebar('ol').filter(t.isShown).length,
      hidden: /** @type {HTMLElement | undefined} */ (t.inSidebar('.panel')[0])?.hidden,
      tab: t.inSidebar('.tab').filter(t.isShown).map((tab) => [tab.localName, tab.getAttribute('aria-expanded'), tab.getAttribute('aria-label')]),
    };
  });
  const opened = await what();
  assert.deepEqual([opened.role, opened.name, opened.hidden, opened.tab], ['complementary', 'About this article', false, []]);
  assert.equal(opened.inner, 0);
  assert.ok(opened.headings >= 5 && opened.lists >= 4, JSON.stringify(opened));
  await page.evaluate(() => t.inSidebar('.close')[0]?.click());
  const closed = await what();
  assert.deepEqual([closed.hidden, closed.headings, closed.lists], [true, 0, 0]);
  assert.deepEqual(closed.tab, [['button', 'false', 'In brief: Open article guide']]);
});

eachEngine('where it has gone to is shown for a moment, and then no more', async (page) => {
  await enriched(page, 'news.html', news);
  await openSidebar(page);
  await page.evaluate(() => t.inSidebar('.sentence').at(-1)?.click());
  const shown = () => CSS.highlights.has('glossator-flash');
  await page.waitFor(shown, { what: 'the flash' });
  const [text] = await page.evaluate(() => [...(CSS.highlights.get('glossator-flash') ?? [])].map((range) => String(range).replace(/\s+/g, ' ').trim()));
  assert.equal(text, (await texts(page, '.sentence')).at(-1));
  await page.waitFor(`!CSS.highlights.has('glossator-flash')`, { what: 'its end' });
});

eachEngine('where it has gone to, the keyboard goes on, also where there is no mark; nothing of that is left', async (page) => {
  await page.setViewport(800, 600);
  await open(page, 'news.html');
  const html = await page.evaluate(() => document.body.outerHTML);
  await page.evaluate((options) => t.enrich(options), news);
  await openSidebar(page);
  await page.evaluate(() => t.inSidebar('.sentence').at(-1)?.focus());
  const [text = ''] = (await texts(page, '.sentence')).slice(-1);
  await page.press('Enter');
  const at = () => document.activeElement?.textContent?.replace(/\s+/g, ' ') ?? '';
  await page.waitFor((/** @type {string} */ text) => document.activeElement?.localName === 'p' && document.activeElement.textContent?.replace(/\s+/g, ' ').includes(text), { what: 'the focus at the sentence', args: [text] });
  const paragraph = await page.evaluate(at);
  await page.press('Tab');
  await page.waitFor(() => document.activeElement?.localName !== 'p', { what: 'the focus further on' });
  assert.equal(await page.evaluate(() => document.querySelector('p[tabindex]') !== null), false, 'a paragraph can have the focus still');
  const isBehind = await page.evaluate((paragraph) => {
    const from = [...document.querySelectorAll('p')].find((p) => p.textContent?.replace(/\s+/g, ' ') === paragraph);
    return Boolean(from && document.activeElement && from.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING);
  }, paragraph);
  assert.ok(isBehind, 'Tab begins somewhere else');

  await openSidebar(page);
  await page.evaluate(() => t.inSidebar('.sentence').at(-1)?.click());
  await page.waitFor(() => document.activeElement?.localName === 'p', { what: 'the focus at the sentence' });
  assert.equal(await page.evaluate(() => (t.current().destroy(), document.body.outerHTML)), html);
});

/** @type {[locale: string, lang: string, dir: string, sidebar: string[], card: string][]} */
const languages = [
  ['en', 'en', 'ltr', ['In brief', 'Key terms', 'People and organisations', 'Abbreviations', 'Timeline', 'Figures'], '1 of 4 in this article'],
  ['de-AT', 'de', 'ltr', ['Kurz gefasst', 'Wichtige Begriffe', 'Personen und Organisationen', 'Abkürzungen', 'Zeitleiste', 'Zahlen'], 'Stelle 1 von 4'],
  ['fr', 'fr', 'ltr', ['En bref', 'Termes clés', 'Personnes et organisations', 'Sigles et abréviations', 'Chronologie', 'Chiffres'], 'Mention 1 sur 4'],
  ['es', 'es', 'ltr', ['En resumen', 'Términos clave', 'Personas y organizaciones', 'Siglas y abreviaturas', 'Cronología', 'Cifras'], 'Mención 1 de 4'],
  ['zh-Hans', 'zh', 'ltr', ['内容提要', '关键术语', '人物与机构', '缩写', '时间线', '数据'], '本文第 1 处，共 4 处'],
  ['ar', 'ar', 'rtl', ['باختصار', 'المصطلحات الأساسية', 'أشخاص وجهات', 'الاختصارات', 'التسلسل الزمني', 'أرقام'], 'الموضع 1 من 4'],
];

for (const [locale, lang, dir, headings, place] of languages) {
  eachEngine(`\`locale: '${locale}'\`: card and sidebar in that language`, async (page) => {
    await enriched(page, 'news.html', { ...news, headings: true, locale });
    await openSidebar(page);
    assert.deepEqual(await texts(page, 'h3'), headings);
    assert.deepEqual(await page.evaluate(() => [document.querySelector('gloss-sidebar')?.getAttribute('lang'), t.inSidebar('.panel')[0]?.dir]), [lang, dir]);
    await page.click('gloss-term');
    await cardOpen(page);
    const said = await page.evaluate(() => t.cards()[0]?.shadowRoot?.querySelector('.place')?.textContent ?? '');
    assert.equal(said.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)), place);
  });
}
