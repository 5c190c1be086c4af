/**
 * @file Lighthouse gives the demo full marks for accessibility, as a reader has it at a desk and on a telephone.
 *
 * Lighthouse has 170 MB: it is no dependency of the project, but fetched into `target/lighthouse` the first time.
 * `cargo xtask test --only lighthouse`, or with everything else that takes long, `cargo xtask test --all`.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { demoMounts, root, serve } from '../../xtask/js/serve.js';
import { npm, run } from '../packages/packed.js';
import { launchOptions } from '../support/playwright.js';

/** The audits of another version are others: a new one is looked at before it is taken. */
const VERSION = '13.5.0';

const folder = path.join(root, 'target/lighthouse');
const program = path.join(folder, 'node_modules/lighthouse/cli/index.js');
const chromium = launchOptions('chromium');

/** @type {[string, string[]][]} */
const devices = [
  ['at a desk', ['--preset=desktop']],
  ['on a telephone', []],
];

describe('Lighthouse', { skip: chromium === undefined && 'chromium is not on this machine' }, () => {
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => {
    server = await serve({ mounts: demoMounts });
    if (existsSync(program)) return;
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
    await npm(['install', '--prefer-offline', `lighthouse@${VERSION}`], folder);
  });
  after(() => server?.close());

  for (const [name, options] of devices) {
    test(`accessibility 100 ${name}`, async () => {
      const flags = ['--headless=new', ...(chromium?.args ?? [])].join(' ');
      const parameters = [`${server.origin}/demo/`, '--only-categories=accessibility', '--output=json', '--quiet', '--no-enable-error-reporting', `--chrome-flags=${flags}`, ...options];
      const env = { ...process.env, ...(chromium?.executablePath && { CHROME_PATH: chromium.executablePath }) };
      const report = JSON.parse(await run(process.execPath, [program, ...parameters], { cwd: folder, env }));
      /** @type {Record<string, {id: string, title: string, score: number | null, details?: {items?: {node?: {snippet?: string}}[]}}>} */
      const audits = report.audits;
      const failed = Object.values(audits)
        .filter(({ score }) => score !== null && score < 1)
        .map(({ id, title, details }) => `${id}: ${title} ${details?.items?.map(({ node }) => node?.snippet).join(' ')}`);
      assert.deepEqual(failed, []);
      assert.equal(report.categories.accessibility.score, 1);
      // An audit of a page without marks and cards would say nothing.
      assert.ok(Object.values(audits).filter(({ score }) => score === 1).length >= 15, 'it has looked at the page');
    });
  }
});
