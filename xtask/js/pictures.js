/**
 * @file Takes the README's pictures and those of `docs/theming.md` from the real demo page: `npm run pictures`, after `cargo xtask wasm`. Named ones only:
 * `npm run pictures -- theming`.
 *
 * Each picture is one visit: the page is opened, enriched, and the card opened the way a reader would. A picture in
 * which something is missing is an error, so a broken page cannot get into the README.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from '../../tests/support/playwright.js';
import { demoMounts, root, serve } from './serve.js';

/** Bytes: 400 KB. A README with three of them still opens at once on a telephone. */
const LARGEST = 400 * 1024;

/** ms. Far beyond the card's hover delay and every transition: what is measured here is nobody's patience. */
const SETTLED = 1200;

/** ms until a picture is given up. */
const PATIENCE = 15_000;

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {{width: number, height: number}} viewport
 * @property {'light' | 'dark'} colorScheme
 * @property {string} term  id of the entry whose card is open
 * @property {boolean} touch
 * @property {number} scale  device pixels per CSS px
 * @property {number} at  where the mark stands in the window: 0 is its top, 1 its bottom
 * @property {boolean} sidebar  must it be visible?
 * @property {number} [rules]  how many of the style sheets in `docs/theming.md` are added to the page
 * @property {{x: number, y: number, width: number, height: number}} [clip]  CSS px
 */

/** The card, its mark and others below. */
const DETAIL = { x: 586, y: 196, width: 404, height: 538 };
/** @type {Omit<Picture, 'name'>} */
const theming = { viewport: { width: 1440, height: 900 }, colorScheme: 'light', term: 'csrc', touch: false, scale: 1, at: 0.72, sidebar: true, clip: DETAIL };

/** @type {Picture[]} */
const pictures = [
  { name: 'demo-light.png', viewport: { width: 1440, height: 900 }, colorScheme: 'light', term: 'blockchain', touch: false, scale: 1, at: 0.32, sidebar: true },
  { name: 'demo-dark.png', viewport: { width: 1440, height: 900 }, colorScheme: 'dark', term: 'csrc', touch: false, scale: 1, at: 0.45, sidebar: true },
  { name: 'demo-phone.png', viewport: { width: 390, height: 844 }, colorScheme: 'light', term: 'capital-market', touch: true, scale: 2, at: 0.3, sidebar: false },
  { ...theming, name: 'theming-plain.png' },
  { ...theming, name: 'theming-properties.png', rules: 1 },
  { ...theming, name: 'theming-parts.png', rules: 2 },
];

const sheets = [...(await readFile(path.join(root, 'docs/theming.md'), 'utf8')).matchAll(/^```css\n([^]*?)^```/gm)].map(([, css]) => String(css));

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {Picture} picture
 * @returns {Promise<Buffer>}
 */
async function take(browser, address, picture) {
  const { viewport, colorScheme, touch, scale } = picture;
  const context = await browser.newContext({ viewport, colorScheme, hasTouch: touch, deviceScaleFactor: scale, reducedMotion: 'reduce', locale: 'en-GB' });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });

  await page.goto(address);
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet(); // the demo's policy allows no others
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, sheets.slice(0, picture.rules ?? 0).join('\n'));
  const mark = page.locator(`gloss-term[entry="${picture.term}"]`).first();
  await mark.waitFor({ state: 'visible' });
  await mark.evaluate((element, at) => {
    const { top } = element.getBoundingClientRect();
    scrollTo({ top: scrollY + top - innerHeight * at, behavior: 'instant' });
  }, picture.at);
  await page.waitForTimeout(SETTLED);
  if (touch) await mark.tap();
  else await mark.hover();
  // What they hold, not they themselves: the elements may have no box of their own.
  await page.locator('gloss-card').getByText('in this article').or(page.locator('gloss-card a')).first().waitFor({ state: 'visible' });
  if (picture.sidebar) await page.locator('gloss-sidebar').getByRole('heading').first().waitFor({ state: 'visible' });
  await page.waitForTimeout(SETTLED);
  const bytes = await page.screenshot(picture.clip && { clip: picture.clip });
  await context.close();
  if (errors.length > 0) throw new Error(`${picture.name}: the page reported\n  ${errors.join('\n  ')}`);
  if (bytes.length > LARGEST) throw new Error(`${picture.name} has ${bytes.length} bytes, more than ${LARGEST}`);
  return bytes;
}

const options = launchOptions('chromium');
if (!options) throw new Error('There is no Chromium: `cargo xtask test` installs one.');
const folder = path.join(root, 'docs/images');
await mkdir(folder, { recursive: true });
const server = await serve({ mounts: demoMounts });
const browser = await chromium.launch(options);
try {
  const [only = ''] = process.argv.slice(2);
  for (const picture of pictures.filter(({ name }) => name.startsWith(only))) {
    const file = path.join(folder, picture.name);
    await writeFile(file, await take(browser, `${server.origin}/demo/`, picture));
    console.log(`${path.relative(root, file)}  ${picture.viewport.width}×${picture.viewport.height}  ${(await stat(file)).size} bytes`);
  }
} finally {
  await browser.close();
  await server.close();
}
