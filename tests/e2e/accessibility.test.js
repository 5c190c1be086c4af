/** @file axe-core finds nothing, in every state. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { eachEngine } from '../support/browsers.js';
import { pause } from '../support/page.js';
import { cardOpen, enriched, openSidebar } from './steps.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param {import('../support/page.js').Page} page
 * @param {string} state
 */
async function assertNoViolations(page, state) {
  await page.evaluate(`(() => { ${axe}; return true; })()`);
  const violations = await page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap((/** @type {any} */ rule) =>
      rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`),
    );
  });
  assert.deepEqual(violations, [], state);
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  eachEngine(
    `axe: marks, card and sidebar, ${colorScheme}`,
    async (page) => {
      await page.emulate({ colorScheme, reducedMotion: 'reduce' });
      await enriched(page, colorScheme === 'dark' ? 'long-dark.html' : 'long.html', { occurrences: 'all', sidebar: true });
      await assertNoViolations(page, 'marks');
      await page.hover('gloss-term');
      await cardOpen(page);
      await pause(300);
      await assertNoViolations(page, 'card open');
      await page.press('Escape');
      await openSidebar(page);
      await pause(300);
      await assertNoViolations(page, 'sidebar open');
    },
    { only: ['chromium'] },
  );
}
