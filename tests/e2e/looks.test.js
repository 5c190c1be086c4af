/**
 * @file What a reader sees, as pictures: each state is compared with the one in `tests/e2e/looks/`.
 *
 * After a change that is meant, look at the new pictures before they are committed:
 *
 *     GLOSSATOR_RENEW=1 node --test tests/e2e/looks.test.js
 *
 * Chromium only, and the fonts of Debian's `fonts-noto-core`, which the pages name: on a machine without them the test is skipped and says so.
 */
import { describe, test } from 'node:test';
import { looksAs, whyNoLooks } from '../support/looks.js';
import { PHONE, ownBrowser } from '../support/own-browser.js';
import { cardOpen, enriched } from './steps.js';

/** The rule that catches everything, and what a page with it needs to be one. */
const HOSTILE = `
* { all: unset; position: relative !important; z-index: 2147483647 }
head, title { display: none }
article, h1, h2, p { display: block }
article { max-width: 36em; margin: 20px }
p { margin: 0 0 20px }
`;

/**
 * @typedef {object} Look
 * @property {string} name
 * @property {string} [like]  looks as that one does, so it has no picture of its own
 * @property {import('playwright-core').BrowserContextOptions} [browser]
 * @property {string} [page]
 * @property {Record<string, unknown>} [options]
 * @property {string} [css]  of the page, beside its own
 * @property {'card' | 'sidebar' | 'both'} [open]
 * @property {string} [at]  what of the sidebar is scrolled to
 */

/** CSS px. Room for the text, the card over it and the sidebar beside. */
const WINDOW = { width: 1120, height: 640 };
const arabic = { page: 'news-ar.html', options: { glossary: '/pages/news-ar.json', locale: 'ar' } };

/** @type {Look[]} */
const looks = [
  { name: 'light' },
  { name: 'dark', browser: { colorScheme: 'dark' } },
  { name: 'forced-colours', browser: { forcedColors: 'active' } },
  { name: 'right-to-left', ...arabic },
  { name: 'phone-card', browser: PHONE, open: 'card' },
  { name: 'phone-sidebar', browser: PHONE, open: 'sidebar' },
  { name: 'narrow-right-to-left', browser: { viewport: { width: 320, height: 560 }, hasTouch: true }, ...arabic, open: 'card' },
  { name: 'zoomed-card', browser: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, open: 'card' },
  { name: 'zoomed-sidebar', browser: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, open: 'sidebar' },
  { name: 'hostile', css: HOSTILE },
  { name: 'strict', like: 'light', page: 'news.html?csp=strict' },
  { name: 'facts', open: 'sidebar', at: '.facts section' },
  { name: 'facts-dark', open: 'sidebar', at: '.facts section', browser: { colorScheme: 'dark' } },
];

describe('looks', { skip: whyNoLooks }, () => {
  const inWindow = ownBrowser();

  for (const look of looks) {
    test(look.name, async () => {
      await looksAs(look.like ?? look.name, await take(look, inWindow), look.like === undefined);
    });
  }
});

/**
 * @param {Look} look
 * @param {ReturnType<typeof ownBrowser>} inWindow
 * @returns {Promise<Buffer>}
 */
const take = ({ browser: options, page: address = 'news.html', options: glossator, css, open = 'both', at }, inWindow) =>
  inWindow({ viewport: WINDOW, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC', ...options }, async (page, inside) => {
    if (css !== undefined) {
      await page.goto(`/pages/${address}`);
      await inside.addStyleTag({ content: css });
      await page.evaluate(async () => void Object.defineProperty(globalThis, 't', { value: await import('/support/drive.js') }));
      await page.evaluate((glossator) => t.enrich({ glossary: '/pages/news.json', occurrences: 'first', ...glossator }), glossator ?? {});
    } else await enriched(page, address, { glossary: '/pages/news.json', occurrences: 'first', ...glossator });
    const press = (/** @type {import('../support/page.js').Target} */ target) => (options?.hasTouch ? page.tap(target) : page.click(target));
    await page.waitFor(() => t.inSidebar('.tab, .terms').some((part) => t.isShown(part)), { what: 'the sidebar' });
    if (open !== 'card') {
      // as a reader opens it: after a tap no ring of focus is drawn
      const tab = await page.evaluate(() => t.inSidebar('.tab').filter(t.isShown).map((tab) => tab.getBoundingClientRect().toJSON())[0]);
      if (tab) await press({ x: tab.x + tab.width / 2, y: tab.y + tab.height / 2 });
      await page.waitFor(() => t.inSidebar('.terms').some((list) => t.isShown(list)), { what: 'the open sidebar' });
    }
    if (open !== 'sidebar') {
      await press('gloss-term');
      await cardOpen(page);
    }
    await page.evaluate(async (at) => {
      const [body] = t.inSidebar('.body');
      const [part] = at ? t.inSidebar(at) : [];
      if (body && part) body.scrollTop += part.getBoundingClientRect().top - body.getBoundingClientRect().top;
      await document.fonts.ready;
      // what follows a scroll is drawn with the frame after
      for (let i = 0; i < 3; i += 1) await new Promise((next) => requestAnimationFrame(next));
    }, at ?? '');
    return inside.screenshot({ animations: 'disabled', caret: 'hide' });
  });
