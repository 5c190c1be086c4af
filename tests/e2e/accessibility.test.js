/** @file axe-core finds nothing, in every state; assistive technology reads a paragraph with marks as it would without. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { eachEngine } from '../support/browsers.js';
import { cardClosed, cardOpen, enriched, open, openSidebar } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What fades in has another contrast meanwhile.
 * @param {Page} page
 */
const settled = (page) => page.waitFor(
  () => ['gloss-card', 'gloss-sidebar'].every((name) => [...(document.querySelector(name)?.shadowRoot?.querySelectorAll('*') ?? [])].every((part) => part.getAnimations().length === 0)),
  { what: 'the end of every motion' },
);

/**
 * @param {Page} page
 * @param {string} state
 */
async function assertNoViolations(page, state) {
  await settled(page);
  await page.evaluate(`globalThis.axe ? true : (() => { ${axe}; return true; })()`);
  const violations = await page.evaluate(async () => {
    // 24 px for what is pressed (WCAG 2.5.8) is not among the rules that run by themselves
    const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, options);
    return violations.flatMap((/** @type {any} */ rule) =>
      rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
    );
  });
  assert.deepEqual(violations, [], state);
}

/** In the page: presses something in the card's shadow. @param {string} selector */
const pressInCard = (selector) => /** @type {HTMLElement | null | undefined} */ (t.cards()[0]?.shadowRoot?.querySelector(selector))?.click();

/** In the page: presses something in the sidebar. @param {string} selector */
const pressInSidebar = (selector) => t.inSidebar(selector)[0]?.click();

/** In the page: what is written into the filter. @param {string} text */
const filterBy = (text) => {
  const field = /** @type {HTMLInputElement} */ (t.inSidebar('.filter')[0]);
  field.value = text;
  field.dispatchEvent(new Event('input'));
};

const news = { glossary: '/pages/news.json', occurrences: 'all', sidebar: { open: true } };
const twoSenses = {
  entries: [
    { id: 'fuel', term: 'green ammonia', category: 'Fuel', pronunciation: '/ɡriːn/', image: '/demo/lighthouse.svg', definition: 'A fuel.', source: 'A book', priority: 1, related: ['gas'] },
    { id: 'firm', term: 'Green Ammonia Ltd', aliases: ['green ammonia'], definition: 'A company. '.repeat(200) },
    { id: 'gas', term: 'carbon dioxide', definition: 'A gas.', url: 'https://example.com/' },
  ],
};
/** Enough terms for a filter, an index and rows that are not laid out. */
const manyTerms = Array.from({ length: 120 }, (_, i) => `${'bcdfghjklm'[i % 10]}ink${'aeiou'[i % 5]}${i}`);

/** By its own colours, where the driver cannot say that the system is dark. */
const OF_ITS_OWN = ':root { color-scheme: dark } body { background: #14171c !important; color: #e8eaee !important } h1, h2, p, .byline, a { color: inherit !important; background: none !important }';

/** @type {{name: string, media?: import('../support/page.js').Media, css?: string, only?: import('../support/browsers.js').EngineName[]}[]} */
const schemes = [
  { name: 'light' },
  { name: 'a dark page', css: OF_ITS_OWN },
  // The other drivers cannot emulate what follows.
  { name: 'dark', media: { colorScheme: 'dark' }, only: ['chromium'] },
  { name: 'forced colours', media: { forcedColors: 'active' }, only: ['chromium'] },
  { name: 'forced colours, dark', media: { forcedColors: 'active', colorScheme: 'dark' }, only: ['chromium'] },
];

for (const { name, media, css = '', only } of schemes) {
  /** @param {Page} page @param {string} path @param {Record<string, unknown>} options */
  const ready = async (page, path, options) => {
    if (page.canEmulate) await page.emulate({ colorScheme: 'light', ...media, reducedMotion: 'reduce' });
    await open(page, path);
    await page.evaluate(async (css, options) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      await t.enrich(options);
    }, css, options);
  };

  eachEngine(`axe: marks and card, ${name}`, async (page) => {
    await ready(page, 'news.html', { ...news, sidebar: false });
    await assertNoViolations(page, 'marks');
    await page.hover('gloss-term');
    await cardOpen(page);
    await assertNoViolations(page, 'card that goes with the pointer');
    await page.click('gloss-term');
    await page.waitFor(() => t.cards()[0]?.hasAttribute('pinned'), { what: 'the pinned card' });
    await assertNoViolations(page, 'pinned card');
    await page.evaluate(pressInCard, '[part="related"] button');
    await assertNoViolations(page, 'a related term, with the way back');
    await page.press('Escape');
    await cardClosed(page);

    await ready(page, 'news.html', { ...news, glossary: twoSenses, sidebar: false });
    await page.click('gloss-term[entry="fuel"]');
    await cardOpen(page);
    await assertNoViolations(page, 'picture, pronunciation, other meanings, source without a link');
    await page.evaluate(pressInCard, '[part="senses"] button');
    await assertNoViolations(page, 'a definition that scrolls');
  }, only && { only });

  eachEngine(`axe: sidebar, ${name}`, async (page, engine) => {
    await ready(page, 'news.html', news);
    await openSidebar(page);
    await assertNoViolations(page, 'beside the article');
    for (const order of ['mention', 'category', 'name']) {
      await page.evaluate(pressInSidebar, `.orders [value="${order}"]`);
      await assertNoViolations(page, `by ${order}`);
    }
    await page.evaluate(() => t.inSidebar('.name, .show-all').forEach((button) => button.click()));
    await assertNoViolations(page, 'every definition, all dates');
    await page.evaluate(pressInSidebar, '.close');
    await assertNoViolations(page, 'closed, with its tab');

    await page.setViewport(800, 700);
    await ready(page, 'news.html', { ...news, sidebar: true });
    await openSidebar(page);
    await assertNoViolations(page, 'over the page');
    // WebKit's window cannot be narrower than 450 px.
    await page.setViewport(engine === 'webkit' ? 460 : 320, 640);
    await page.waitFor(() => document.querySelector('gloss-sidebar')?.getAttribute('mode') === 'sheet', { what: 'the sheet' });
    await assertNoViolations(page, 'a sheet');
  }, only && { only });

  eachEngine(`axe: sidebar with 120 terms and with none, ${name}`, async (page) => {
    await ready(page, 'news.html', { ...news, sidebar: false });
    await page.evaluate(async (words, options) => {
      t.current().destroy();
      const p = document.querySelector('#one');
      if (p) p.textContent = words.map((word) => `A ${word} is here.`).join(' ');
      await t.enrich({ ...options, glossary: { entries: words.map((term, i) => ({ term, definition: 'A word.', category: ['Fuel', 'Ship'][i % 2] })) } });
    }, manyTerms, news);
    await openSidebar(page);
    await page.evaluate(pressInSidebar, '.orders [value="name"]');
    await assertNoViolations(page, 'an index of letters');
    await page.evaluate(filterBy, 'zzz');
    await assertNoViolations(page, 'a filter that nothing passes');
    await ready(page, 'news.html', { ...news, glossary: { entries: [{ term: 'unheard of', definition: 'Not in the text.' }] } });
    await page.evaluate(() => t.inSidebar('.tab').find((tab) => t.isShown(tab))?.click());
    await assertNoViolations(page, 'no term found');
  }, only && { only });

  eachEngine(`axe: right to left, ${name}`, async (page) => {
    await ready(page, 'news-ar.html', { ...news, glossary: '/pages/news-ar.json', locale: 'ar' });
    await openSidebar(page);
    await page.click('gloss-term');
    await cardOpen(page);
    await assertNoViolations(page, 'card and sidebar in Arabic');
  }, only && { only });
}

eachEngine('assistive technology reads a paragraph with marks as it would without', async (page) => {
  await open(page, 'clean.html');
  const plain = await page.accessibleParts('#two');
  const text = (/** @type {import('../support/page.js').AccessiblePart[]} */ parts) => parts.filter(({ role }) => role === 'StaticText').map(({ name }) => name).join('');
  const paragraph = await page.evaluate(() => document.querySelector('#two')?.textContent);
  assert.equal(text(plain), paragraph);

  await enriched(page, 'clean.html', { sidebar: false });
  const marked = await page.accessibleParts('#two');
  assert.equal(text(marked), paragraph, 'the text, no word more or less');
  assert.deepEqual(marked.filter(({ role }) => role !== 'StaticText').map(({ role, name, description, expanded }) => [role, name, description, expanded ?? null]), [
    ['paragraph', '', '', null],
    // a button each, named by its own text, with nothing else to say but that it opens something
    ['button', 'blockchain', '', false],
    ['button', 'CSRC', '', false],
    ['button', 'virtual reality', '', false],
  ]);
  await page.evaluate(() => t.current().destroy());
  assert.deepEqual(await page.accessibleParts('#two'), plain);
}, { only: ['chromium'] });
