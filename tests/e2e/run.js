/**
 * @file All end-to-end tests in one process, so that each browser starts once: `node --test tests/e2e/run.js`. A single
 * file runs the same way: `node --test tests/e2e/card.test.js`.
 */
import { readdirSync } from 'node:fs';

for (const name of readdirSync(new URL('.', import.meta.url)).sort()) {
  if (name.endsWith('.test.js')) await import(new URL(name, import.meta.url).href);
}
