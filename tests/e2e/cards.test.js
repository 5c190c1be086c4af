/** @file Cards on links that were made when the site was built: `glossator/cards`. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardClosed, cardOpen, open, staysAt } from './steps.js';

const METAVERSE = 'a[data-gloss="metaverse"]';
const BLOCKCHAIN = 'a[data-gloss="blockchain"]';

/** @param {import('../support/page.js').Page} page @param {Record<string, unknown>} [options] */
async function attached(page, options = {}) {
  await open(page, 'marked.html');
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const count = await page.evaluate(async (options) => {
    const { attachCards } = await import('/host/cards.js');
    const cards = attachCards(options);
    Object.assign(globalThis, { cards });
    return cards.marks.length;
  }, options);
  assert.equal(count, 4, 'links that are explained');
  return before;
}

/** @type {[string, string, string | undefined, RegExp][]} */
const refused = [
  ['null', 'null', undefined, /the options are null; expected an object/],
  ['a selector for the root', "{ root: 'article' }", 'root', /"root" is "article"; expected an element/],
  ['a document for the root', '{ root: document }', 'root', /expected an element/],
  ['an unknown option', '{ tooltips: {} }', 'tooltips', /unknown option "tooltips"; the options are root, tooltip, locale, signal/],
  ['no cards', '{ tooltip: false }', 'tooltip', /"tooltip" is false; expected an object with theme/],
  ['a wrong value inside', "{ tooltip: { openDelay: 'soon' } }", 'tooltip.openDelay', /is "soon"; expected a number of milliseconds/],
  ['no language', "{ locale: 'not a locale' }", 'locale', /is "not a locale"; expected a language tag/],
  ['a controller for its signal', '{ signal: new AbortController() }', 'signal', /expected an AbortSignal/],
];

eachEngine('an option that cannot be is refused by its name, and nothing is left', async (page) => {
  await open(page, 'marked.html');
  for (const [name, options, path, message] of refused) {
    const { error, isSame } = await page.evaluate(async (/** @type {string} */ options) => {
      const before = document.documentElement.outerHTML;
      const { attachCards } = await import('/host/cards.js');
      /** @type {any} */
      let error = null;
      try {
        attachCards(new Function(`return ${options}`)());
      } catch (thrown) {
        error = { ...Object(thrown), name: Object(thrown).name, message: Object(thrown).message };
      }
      return { error, isSame: document.documentElement.outerHTML === before };
    }, options);
    assert.deepEqual([error?.name, error?.code, error?.path], ['GlossatorError', 'option-invalid', path], name);
    assert.match(error.message, message, name);
    assert.ok(isSame, name);
  }
});

/** @param {import('../support/page.js').Page} page @returns {Promise<string>} what the card says */
const said = async (page) => {
  await cardOpen(page);
  return page.evaluate(() => document.querySelector('gloss-card')?.shadowRoot?.textContent ?? '');
};

eachEngine('the card says what the section says', async (page) => {
  await attached(page);
  await page.hover(BLOCKCHAIN);
  const text = await said(page);
  for (const part of ['blockchain', 'Technology', 'A ledger that <many> keep.', 'Example']) assert.ok(text.includes(part), `${part} in ${text}`);
  await page.press('Escape');
  await cardClosed(page);
});

eachEngine('what the article defines says so, and leads to where it does', async (page) => {
  await attached(page);
  await page.click('a[data-gloss^="defined-here:"]');
  const text = await said(page);
  for (const part of ['LTSU', 'Defined here', 'low temperature sensor unit', 'It has a low temperature sensor unit (LTSU).']) assert.ok(text.includes(part), `${part} in ${text}`);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('gloss-card')?.shadowRoot?.querySelector('[data-do="define"]')).click());
  await cardClosed(page);
  await page.waitFor(() => document.activeElement?.id === 'gloss-defined-here:LTSU:low-temperature-sensor-unit-place');
});

eachEngine('a click opens the card and does not jump; other links are links', async (page) => {
  await attached(page);
  await page.click(METAVERSE);
  assert.ok((await said(page)).includes('A place that is not there.'));
  assert.equal(await page.evaluate(() => location.hash), '');
  await page.press('Escape');
  await cardClosed(page);
  for (const id of ['other', 'lost']) {
    await page.click(`#${id}`);
    assert.equal(await page.evaluate(() => location.hash), `#${id}`);
    await staysAt(page, 0);
  }
});

eachEngine('by keyboard: Enter opens, Escape gives the focus back to a link that is still a tab stop', async (page) => {
  await attached(page);
  await page.focus(METAVERSE);
  await page.press('Enter');
  await cardOpen(page);
  assert.equal(await page.evaluate((link) => document.querySelector(link)?.getAttribute('aria-expanded'), METAVERSE), 'true');
  await page.press('Escape');
  await cardClosed(page);
  assert.deepEqual(
    await page.evaluate(() => [document.activeElement?.getAttribute('data-gloss'), /** @type {HTMLElement} */ (document.activeElement).tabIndex]),
    ['metaverse', 0],
  );
});

eachEngine('destroy leaves the page as it was', async (page) => {
  const before = await attached(page);
  await page.hover(METAVERSE);
  await cardOpen(page);
  await page.evaluate(() => /** @type {any} */ (globalThis).cards.destroy());
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
  await page.hover(BLOCKCHAIN);
  await staysAt(page, 0);
  await page.click(METAVERSE);
  assert.equal(await page.evaluate(() => location.hash), '#gloss-metaverse');
});
