/** @file The demo page, as a visitor finds it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { eachEngine } from '../support/browsers.js';
import { cardOpen, open } from './steps.js';

const skip = existsSync(new URL('../../www/demo/index.html', import.meta.url)) ? false : 'there is no demo page';

eachEngine(
  'the demo page enriches itself',
  async (page) => {
    await open(page, '/demo/');
    await page.waitFor(() => document.querySelectorAll('gloss-term').length >= 10, { what: 'ten marks', timeout: 15_000 });
    await page.waitFor(() => document.querySelector('gloss-sidebar') !== null, { what: 'the sidebar' });
    const inArticle = await page.evaluate(() => {
      const marks = [...document.querySelectorAll('gloss-term')];
      return { all: marks.length, inside: marks.filter((mark) => mark.closest('article')).length };
    });
    assert.equal(inArticle.inside, inArticle.all, 'nothing outside of the article is marked');
    await page.hover('article gloss-term');
    const { text } = await cardOpen(page);
    assert.ok(text.length > 60, text);
  },
  { skip },
);
