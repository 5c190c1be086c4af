/**
 * @file Measures how long the extension's background needs for an answer, in Chromium: `cargo xtask bench extension [ENTRIES]`.
 *
 * A page of the extension sends a page's text as a content script does. *Cold*: the background was stopped before, as browsers do when it is idle. *Edited*: besides, an entry was
 * changed. *No index*: besides, the index of the glossaries is gone, as after an update of the extension that gives it another format. What is measured is the time until the answer, so the start of the background is part of it; the row
 * *built-in only* is what the browser and the engine need with hardly any glossary.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchWithExtension } from '../tests/support/extension.js';
import { buildExtension } from '../xtask/js/dist-extension.js';
import { root } from '../xtask/js/serve.js';

const ENTRIES = Number(process.argv[2] ?? 100_000);

/** Answers of each kind. */
const ROUNDS = 15;

/** @param {number[]} times */
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;

/** In a page of the extension: imports a list, as its worker does it for the options page. @param {number} count */
async function importMany(count) {
  const entries = Array.from({ length: count }, (_, n) => ({ term: `word${n.toString(36)} notion${n % 977}`, aliases: [`ABBR${n}`], definition: `What number ${n} means, in a sentence that is as long as such sentences are.` }));
  const worker = new Worker('importer.js', { type: 'module' });
  const ask = (/** @type {unknown} */ order, /** @type {string} */ answer) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.is === answer ? resolve(data) : data.is === 'error' ? reject(new Error(data.message)) : undefined);
      worker.postMessage(order);
    });
  const begin = performance.now();
  const { mapping } = /** @type {any} */ (await ask({ do: 'read', source: JSON.stringify({ entries }) }, 'read'));
  await ask({ do: 'write', mapping, how: 'both', about: { id: 'many', name: 'Many', language: 'en' } }, 'done');
  worker.terminate();
  return performance.now() - begin;
}

/** In a page of the extension: the answer to a text of some 600 words that names forty of the entries. */
async function answer() {
  const words = Array.from({ length: 40 }, (_, n) => `The word${(n * 2417).toString(36)} notion${(n * 2417) % 977} is a thing of which the blockchain of the CSRC says nothing at all.`);
  const start = performance.now();
  const { error, matches } = await /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: 'read', text: words.join(' '), blocks: [0, 1], options: {}, language: 'en' });
  if (error) throw new Error(error.message);
  return { ms: performance.now() - start, found: matches.length / 4 };
}

/** In a page of the extension: what is done with the database. @param {'forget' | 'edit' | 'measure'} what  drops the indexes, changes an entry as the form does, or counts bytes */
const inDatabase = (what) =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('glossator');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['glossaries', 'chunks', 'indexes', 'ids'], 'readwrite');
      const store = (/** @type {string} */ name) => transaction.objectStore(name);
      let bytes = 0;
      if (what === 'forget') for (const name of ['indexes', 'ids']) store(name).clear();
      if (what === 'measure') {
        store('indexes').getAll().onsuccess = ({ target }) => {
          const own = /** @type {IDBRequest} */ (target).result.map((/** @type {any} */ { forms }) => forms.hashes.byteLength + forms.codes.byteLength);
          bytes = Math.max(...own);
        };
      }
      if (what === 'edit') {
        store('glossaries').get('many').onsuccess = ({ target }) => {
          const { result } = /** @type {IDBRequest} */ (target);
          const revision = result.revision + 1;
          store('glossaries').put({ ...result, revision, touched: { ...result.touched, 7: revision } });
        };
      }
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(bytes);
      };
      transaction.onabort = reject;
    };
  });

const profile = await mkdtemp(path.join(os.tmpdir(), 'glossator-bench-'));
await buildExtension();
const browser = await launchWithExtension(path.join(root, 'dist/extension/chrome'), { profile });
try {
  const page = await browser.openOwn('options.html');
  /** @param {boolean} isCold @param {'forget' | 'edit'} [change] @param {number} [rounds] */
  const measure = async (isCold, change, rounds = ROUNDS) => {
    const times = [];
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      if (change) await page.evaluate(inDatabase, change);
      if (isCold) await browser.stopWorker();
      const one = await page.evaluate(answer);
      found = one.found;
      times.push(one.ms);
      // An index is stored after the answer.
      if (change === 'forget') await new Promise((resolve) => setTimeout(resolve, 1500));
    }
    return { ms: Math.round(median(times)), least: Math.round(times[0] ?? NaN), found };
  };
  await page.evaluate(answer);
  const alone = { cold: await measure(true), warm: await measure(false) };
  const importing = Math.round(await page.evaluate(importMany, ENTRIES));
  await page.evaluate(answer);
  const bytes = /** @type {number} */ (await page.evaluate(inDatabase, 'measure'));
  const many = { cold: await measure(true), edited: await measure(true, 'edit'), warm: await measure(false), bare: await measure(true, 'forget', 5) };
  console.log(`| answer of the background, ms: median (least) of ${ROUNDS} | cold | cold, edited | warm | cold, no index |`);
  console.log('| --- | --- | --- | --- | --- |');
  const cell = (/** @type {{ms: number, least: number}} */ { ms, least }) => `${ms} (${least})`;
  console.log(`| built-in only | ${cell(alone.cold)} | | ${cell(alone.warm)} | |`);
  console.log(`| and ${ENTRIES} entries more | ${cell(many.cold)} | ${cell(many.edited)} | ${cell(many.warm)} | ${cell(many.bare)} |`);
  console.log(`\nimport: ${importing} ms; index: ${(bytes / 2 ** 20).toFixed(1)} MB; ${many.cold.found} matches; load ${os.loadavg()[0]?.toFixed(1)}`);
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}
