/**
 * @file What is said of a real article, checked against what a careful reader of it would say.
 *
 * The article is not part of the project; its paragraphs are taken from the page as it is.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { sharedFolder } from '../support/server.js';

const file = path.join(sharedFolder, 'pages/seed-article.html');
const wasm = new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url);
const skip = !existsSync(file) ? `${file} is not on this machine` : existsSync(wasm) ? false : 'the engine is not built: run `cargo xtask wasm`';

/** @type {import('../../www/host/glossary.js').Analysis} */
let analysis;

before(async () => {
  if (skip) return;
  const { Glossary } = await import('../../www/host/glossary.js');
  const body = readFileSync(file, 'utf8').split('<body')[1] ?? '';
  const paragraphs = [...body.matchAll(/<(p|h1)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , inner = '']) => inner.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&').trim());
  const glossary = await Glossary.load(new URL('../../glossary/fintech-policy.json', import.meta.url));
  analysis = glossary.analyze(paragraphs.filter(Boolean).join('\n\n'), { date: '2021-12-30' });
});

test('the three sentences that an editor would choose are among the key sentences', { skip }, () => {
  // What was said on the first day; what the notice brings; what the other city has reached.
  for (const words of ['December 21', 'The notice stated', '352.1 billion yuan']) {
    assert.ok(analysis.summary.some(({ text }) => text.includes(words)), `${words}: ${analysis.summary.map(({ text }) => text).join('\n')}`);
  }
  assert.ok(analysis.summary.length <= 4);
});

test('the days have the year of the page', { skip }, () => {
  const days = analysis.dates.map(({ text, iso }) => `${text} = ${iso}`);
  for (const day of ['December 21 = 2021-12-21', 'December 30 = 2021-12-30']) assert.ok(days.includes(day), `${day}: ${days.join(', ')}`);
});

test('the amount and the rank are figures', { skip }, () => {
  const figures = analysis.figures.map(({ text, value, unit }) => [text, value, unit]);
  assert.deepEqual(figures, [['352.1 billion yuan', 352_100_000_000, 'CNY'], ['ranked fourth', 4, 'rank']]);
});

test('people are not taken for terms', { skip }, () => {
  const names = analysis.suggestions.map(({ text }) => text);
  assert.ok(names.length > 0);
  for (const name of ['Zou', 'Jun', 'Fu', 'Rao']) assert.ok(!names.some((text) => text.split(' ').includes(name)), names.join(', '));
});
