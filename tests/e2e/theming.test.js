/** @file Every custom property and every part that `docs/theming.md` names does what it says: the names are read from the page itself, so none is forgotten. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { eachEngine } from '../support/browsers.js';
import { pause } from '../support/page.js';
import { cardOpen, enriched, openSidebar } from './steps.js';

/** @typedef {import('../support/page.js').Page} Page */
/** @typedef {'mark' | 'card' | 'own card' | 'sidebar' | 'tab'} Where  `own card`: of what the article itself defines */

/** Longer than any transition, on a busy machine too; and between two looks. */
const [LONGEST_MS, POLL_MS] = [3000, 25];

const docs = readFileSync(new URL('../../docs/theming.md', import.meta.url), 'utf8');

const entries = [
  { id: 'fuel', term: 'green ammonia', category: 'Fuel', pronunciation: '/ɡriːn/', image: '/demo/lighthouse.svg', definition: 'A fuel.', url: 'https://example.com/', priority: 1, related: ['gas'] },
  { id: 'firm', term: 'Green Ammonia Ltd', aliases: ['green ammonia'], definition: 'A company.' },
  { id: 'gas', term: 'carbon dioxide', category: 'Gas', definition: 'A gas.' },
];
const options = { glossary: { entries }, occurrences: 'all', sidebar: { open: true } };

/**
 * Property, a value for it, and what then is that value: where, of what, which property of CSS.
 * @type {[name: string, value: string, where: Where, selector: string, property: string][]}
 */
const properties = [
  ['--gloss-underline', 'rgb(1, 2, 3)', 'mark', ':not([open])', 'text-decoration-color'],
  ['--gloss-underline-thickness', '5px', 'mark', ':not([open])', 'text-decoration-thickness'],
  ['--gloss-underline-offset', '7px', 'mark', ':not([open])', 'text-underline-offset'],
  ['--gloss-mark', 'rgb(1, 2, 3)', 'mark', '[open]', 'background-color'],
  ['--gloss-focus', 'rgb(1, 2, 3)', 'mark', ':focus', 'outline-color'],
  ['--gloss-flash', 'rgb(1, 2, 3)', 'mark', '::highlight', 'background-color'],
  ['--gloss-background', 'rgb(1, 2, 3)', 'card', '.card', 'background-color'],
  ['--gloss-background', 'rgb(1, 2, 3)', 'tab', '.tab', 'background-color'],
  ['--gloss-text', 'rgb(1, 2, 3)', 'card', '.card', 'color'],
  ['--gloss-text', 'rgb(1, 2, 3)', 'sidebar', '.panel', 'color'],
  ['--gloss-muted', 'rgb(1, 2, 3)', 'card', '.foot', 'color'],
  ['--gloss-muted', 'rgb(1, 2, 3)', 'sidebar', '.tally', 'color'],
  ['--gloss-border', 'rgb(1, 2, 3)', 'card', '.card', 'border-top-color'],
  ['--gloss-border', 'rgb(1, 2, 3)', 'sidebar', '.top', 'border-bottom-color'],
  ['--gloss-accent', 'rgb(1, 2, 3)', 'card', 'a', 'color'],
  ['--gloss-accent', 'rgb(1, 2, 3)', 'sidebar', '.edge', '::after background-color'],
  ['--gloss-font', 'Courier', 'card', '.card', 'font-family'],
  ['--gloss-font', 'Courier', 'sidebar', '.panel', 'font-family'],
  ['--gloss-font-size', '21px', 'card', '.card', 'font-size'],
  ['--gloss-radius', '3px', 'card', '.card', 'border-top-left-radius'],
  ['--gloss-shadow', 'rgb(1, 2, 3) 4px 4px 4px 0px', 'card', '.card', 'box-shadow'],
  ['--gloss-width', '222px', 'card', '.card', 'width'],
];

/** @type {[part: string, where: Where][]} */
const parts = [
  ...['card', 'category', 'title', 'pronunciation', 'image', 'definition', 'senses', 'related', 'source'].map((part) => /** @type {[string, Where]} */ ([part, 'card'])),
  ['sentence', 'own card'],
  ...['panel', 'edge', 'title', 'summary', 'terms', 'facts', 'foot'].map((part) => /** @type {[string, Where]} */ ([part, 'sidebar'])),
  ['tab', 'tab'],
];

test('the tables here name what docs/theming.md names, and no more', () => {
  const named = new Set([...docs.matchAll(/^\| (`--gloss-[^|]*) \|/gm)].flatMap(([, cell]) => [...String(cell).matchAll(/`(--gloss-[\w-]+)`/g)].map(([, name]) => name)));
  assert.deepEqual([...new Set(properties.map(([name]) => name))].sort(), [...named].sort());
  for (const element of ['card', 'sidebar']) {
    const [, list = ''] = new RegExp(`\`gloss-${element}\`: ([^.]*)\\.`).exec(docs) ?? [];
    const named = [...list.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
    assert.deepEqual(parts.filter(([, where]) => where.endsWith('card') === (element === 'card')).map(([part]) => part).sort(), named.sort());
  }
});

/**
 * Opens the page so that what is asked for can be seen.
 * @param {Page} page
 * @param {Where} where
 * @param {string} [selector]
 */
async function show(page, where, selector = '') {
  await enriched(page, where === 'own card' ? 'defined.html' : 'news.html', options);
  await openSidebar(page);
  if (where === 'own card') {
    await page.click('#three gloss-term');
    await page.waitFor(() => t.cards()[0]?.shadowRoot?.querySelector('[part="sentence"]') != null, { what: 'the sentence' });
  } else if (where === 'tab') {
    await page.evaluate(() => t.inSidebar('.close')[0]?.click());
    await page.waitFor(() => t.inSidebar('.tab').some(t.isShown), { what: 'the tab' });
  } else if (selector === ':focus') await page.press('Tab');
  else if (selector === '::highlight') {
    await page.evaluate(() => t.inSidebar('.go')[0]?.click());
    await page.waitFor(() => CSS.highlights.has('glossator-flash'), { what: 'the flash' });
  } else if (where !== 'sidebar') {
    await page.click('gloss-term[entry="fuel"]');
    await cardOpen(page);
  }
}

/** In the page: the computed value. @param {Where} where @param {string} selector @param {string} property */
const valueOf = (where, selector, property) => {
  const root = where.endsWith('card') ? t.cards()[0]?.shadowRoot : where === 'mark' ? document : document.querySelector('gloss-sidebar')?.shadowRoot;
  const isPainted = selector === '::highlight';
  const element = root?.querySelector(where === 'mark' ? `gloss-term${isPainted ? '' : selector}` : selector);
  if (!element) throw new Error(`there is no ${selector}`);
  const [pseudo, name] = isPainted ? ['::highlight(glossator-flash)', property] : property.startsWith('::') ? property.split(' ') : [undefined, property];
  return getComputedStyle(element, pseudo).getPropertyValue(String(name));
};

/** In the page: a rule as a site would write it. @param {string} css */
const style = async (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
  for (let i = 0; i < 2; i += 1) await new Promise((next) => requestAnimationFrame(next));
};

for (const [name, value, where, selector, property] of properties) {
  eachEngine(`\`${name}\`: ${property} of the ${where}${where === 'mark' ? '' : ` ${selector}`}`, async (page) => {
    await show(page, where, selector);
    const before = await page.evaluate(valueOf, where, selector, property);
    assert.notEqual(before, value);
    await page.evaluate(style, `:root { ${name}: ${value} }`);
    let now = before;
    // A colour may take its time where it has a transition.
    for (const end = Date.now() + LONGEST_MS; now !== value && Date.now() < end; await pause(POLL_MS)) now = await page.evaluate(valueOf, where, selector, property);
    assert.equal(now, value, `it was ${before}`);
  });
}

for (const [part, where] of parts) {
  const host = where.endsWith('card') ? 'gloss-card' : 'gloss-sidebar';
  eachEngine(`${host}::part(${part})`, async (page) => {
    await show(page, where);
    await page.evaluate(style, `${host}::part(${part}) { text-indent: 7px }`);
    assert.equal(await page.evaluate(valueOf, where, `[part="${part}"]`, 'text-indent'), '7px');
  });
}
