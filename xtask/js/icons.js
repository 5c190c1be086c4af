/**
 * @file Draws the extension's icons from `www/extension/icons/icon.svg`: `node xtask/js/icons.js`. The PNGs are committed, so
 * that building the extension needs no browser; run it after a change of the drawing.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { launchOptions } from '../../tests/support/playwright.js';
import { root } from './serve.js';

/** CSS px: what the browsers' stores, menus and toolbars ask for. */
const SIZES = [16, 32, 48, 128];

const folder = path.join(root, 'www/extension/icons');
const svg = await readFile(path.join(folder, 'icon.svg'), 'base64');
const options = launchOptions('chromium');
if (!options) throw new Error('There is no Chromium: `cargo xtask test` installs one.');
const browser = await chromium.launch(options);
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>* { margin: 0 } img { display: block }</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`);
    const file = path.join(folder, `${size}.png`);
    await page.screenshot({ path: file, omitBackground: true });
    console.log(path.relative(root, file));
  }
} finally {
  await browser.close();
}
