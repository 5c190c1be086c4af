/**
 * @file Takes the pictures that the browsers' stores show, 1280 × 800, from the real extension in Chromium: `npm run store-pictures`, after `cargo xtask wasm`.
 * They lie in `docs/images/store`; `docs/store.md` has the words.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchWithExtension } from '../../tests/support/extension.js';
import { pause } from '../../tests/support/page.js';
import { buildExtension } from './dist-extension.js';
import { root } from './serve.js';

/** CSS px, as the stores ask for. */
const SIZE = /** @type {const} */ ([1280, 800]);

/** ms. Beyond every transition. */
const SETTLED = 1000;

/** What a reader's own glossary looks like. */
const OWN = `term,definition,aliases,category
prudential supervision,"Watching over banks so that they can meet their obligations, whatever happens.",,Regulation
green bond,A bond whose proceeds are spent on projects that are good for the climate.,climate bond,Instruments
settlement,The moment at which securities and money change hands for good.,,Markets
shadow banking,Lending by those who are no banks and are not watched as banks are.,,Regulation
yield curve,What bonds of one issuer pay by the time until they are repaid.,term structure,Markets
`;

const folder = path.join(root, 'docs/images/store');
await mkdir(folder, { recursive: true });
await buildExtension();
const browser = await launchWithExtension(path.join(root, 'dist/extension/chrome'));
try {
  const { page } = browser;
  /** @param {string} name @param {import('../../tests/support/page.js').Page} of */
  const take = async (name, of) => {
    await pause(SETTLED);
    await writeFile(path.join(folder, `${name}.png`), await of.screenshot());
    console.log(path.relative(root, path.join(folder, `${name}.png`)));
  };

  await page.setViewport(...SIZE);
  await page.goto('/demo/?csp=noscript');
  const popup = await browser.openPopup();
  await page.waitFor(() => document.querySelectorAll('gloss-term').length > 5 && document.querySelector('gloss-sidebar') !== null, { what: 'marks and a summary' });
  await pause(SETTLED);
  await writeFile(path.join(folder, 'popup.png'), await popup.screenshot());
  await popup.close();
  // What opens it by a script thinks of a keyboard, and shows where the focus is.
  await page.evaluate(() => {
    const root = document.querySelector('gloss-sidebar')?.shadowRoot;
    root?.querySelector('button')?.click();
    setTimeout(() => /** @type {HTMLElement | null} */ (root?.activeElement ?? null)?.blur(), 300);
  });
  await pause(SETTLED);
  await page.hover('gloss-term[entry="blockchain"]');
  await page.waitFor(() => document.querySelector('gloss-card')?.shadowRoot?.textContent, { what: 'the card' });
  await take('article', page);

  const options = await browser.openOwn('options.html');
  await options.setViewport(...SIZE);
  await options.click('#import');
  await options.waitFor(() => document.querySelector('#import-dialog[open]') !== null);
  await options.evaluate(
    /** @type {any} */ ((/** @type {string} */ text) => {
      /** @type {HTMLTextAreaElement} */ (document.querySelector('[name="paste"]')).value = text;
    }),
    OWN,
  );
  await options.click('#import-dialog [value="next"]');
  await options.waitFor(() => !(/** @type {HTMLElement} */ (document.querySelector('[data-step="preview"]')).hidden), { what: 'the preview' });
  await take('import', options);
  await options.click('#import-dialog [value="next"]');
  await options.waitFor(() => document.querySelectorAll('#entries li').length === 5, { what: 'five entries' });
  await take('glossaries', options);

  const first = await browser.openOwn('welcome.html');
  await first.setViewport(...SIZE);
  await first.waitFor(() => document.querySelectorAll('#sample gloss-term').length >= 5, { what: 'five marks' });
  await take('first-page', first);
} finally {
  await browser.close();
}
