/** @file The real Wasm module in Node: glossaries, texts, and what is said when something is wrong. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { GlossatorError } from '../../www/host/errors.js';

const wasm = new URL('../../www/host/wasm/glossator_bg.wasm', import.meta.url);
const skip = existsSync(wasm) ? false : 'the Wasm module is not built: run `cargo xtask wasm`';
/** @returns {Promise<typeof import('../../www/host/glossary.js')>} */
const host = () => import('../../www/host/glossary.js');

const data = {
  name: 'Two worlds',
  entries: [
    { term: 'Metaverse', aliases: ['metauniverse'], definition: 'A shared virtual world.' },
    { id: 'csrc', term: 'China Securities Regulatory Commission', aliases: ['CSRC'], definition: 'A regulator.' },
  ],
};

test('a glossary reads texts without a document', { skip }, async () => {
  const { Glossary } = await host();
  const glossary = await Glossary.load(data);
  assert.deepEqual([glossary.name, glossary.language, glossary.size], ['Two worlds', 'en', 2]);
  assert.equal(glossary.entry('metaverse')?.definition, 'A shared virtual world.');
  assert.equal(glossary.entry('nothing'), undefined);
  assert.equal('id' in (data.entries[0] ?? {}), false, 'the given object is not changed');
  const text = '𝒳 The Metaverse, or metauniverse; \ud835 the CSRC.';
  const matches = glossary.scan(text);
  assert.deepEqual(matches.map(({ surface, entry, alternatives }) => [surface, entry, alternatives]), [
    ['Metaverse', 'metaverse', []],
    ['metauniverse', 'metaverse', []],
    ['CSRC', 'csrc', []],
  ]);
  for (const { start, end, surface } of matches) assert.equal(text.slice(start, end), surface);
  glossary.free();
  glossary.free();
  assert.throws(() => glossary.scan(text), { name: 'GlossatorError', code: 'engine-dead' });
  assert.equal(glossary.entry('csrc')?.term, 'China Securities Regulatory Commission', 'entries stay');
});

test('paragraphs end at empty lines, and only there', { skip }, async () => {
  const { Glossary } = await host();
  const glossary = await Glossary.load(data);
  const surfaces = (/** @type {string} */ text) => glossary.scan(text).map(({ surface }) => surface);
  assert.deepEqual(surfaces('The China Securities\nRegulatory Commission\n\nsays so.'), ['China Securities\nRegulatory Commission']);
  assert.deepEqual(surfaces('The China Securities\n\nRegulatory Commission'), []);
  assert.deepEqual(surfaces('the China Securities\nRegulatory Commission'), ['China Securities\nRegulatory Commission']);
  assert.deepEqual(surfaces('the China Securities\r\nRegulatory Commission'), ['China Securities\r\nRegulatory Commission']);
  assert.deepEqual(surfaces('the China Securities\u2029Regulatory Commission'), []);
  assert.deepEqual(surfaces('CSRC\r\n \r\nCSRC\n\n\n\nCSRC\n\n'), ['CSRC', 'CSRC', 'CSRC']);
  assert.deepEqual(surfaces(''), []);
});

test('an analysis ranks terms and cuts sentences', { skip }, async () => {
  const { Glossary } = await host();
  const glossary = await Glossary.load(data);
  const text = 'The Metaverse is near. The CSRC watches the Metaverse.\n\nNobody else does.';
  const { matches, terms, sentences } = glossary.analyze(text, { title: 'The Metaverse' });
  assert.deepEqual(matches, glossary.scan(text));
  assert.deepEqual(terms.map(({ entry, count, first }) => [entry, count, first]), [['metaverse', 2, 4], ['csrc', 1, 27]]);
  for (const { salience } of terms) assert.ok(salience > 0 && salience <= 1);
  assert.deepEqual(sentences.map((span) => span.text.trim()), ['The Metaverse is near.', 'The CSRC watches the Metaverse.', 'Nobody else does.']);
  for (const { start, end, text: cut } of sentences) assert.equal(text.slice(start, end), cut);
  const { abbreviations, dates, figures } = glossary.analyze(text);
  assert.deepEqual({ abbreviations, dates, figures }, { abbreviations: [], dates: [], figures: [] });
});

test('an analysis has dates, figures and what the glossary lacks', { skip }, async () => {
  const { Glossary } = await host();
  const glossary = await Glossary.load(data);
  const text = 'On December 21 the bank moved 352.1 billion yuan, 3.5 % more than in 2019.\n\n5,000 clients of the Metaverse use stablecoins 😀; a stablecoin is no ECB money.';
  const pick = (/** @type {{text: string}[]} */ list, /** @type {string[]} */ keys) => list.map((found) => [found.text, ...keys.map((key) => Reflect.get(found, key))]);
  const { dates, figures, suggestions } = glossary.analyze(text, { date: '2021-12-30T09:12:00+08:00', language: 'en' });
  assert.deepEqual(pick(dates, ['iso']), [['December 21', '2021-12-21'], ['2019', '2019']]);
  const amounts = [['352.1 billion yuan', 352_100_000_000, 'CNY'], ['3.5 %', 3.5, '%'], ['5,000 clients', 5000, 'clients']];
  assert.deepEqual(pick(figures, ['value', 'unit']), amounts);
  assert.deepEqual(pick(suggestions, ['count']).slice(0, 2), [['stablecoins', 2], ['clients', 1]]);
  assert.ok(suggestions.some((suggestion) => suggestion.text === 'ECB'));
  assert.equal(suggestions[0]?.sentence.text, text.slice(text.indexOf('5,000')));
  for (const { start, end, text: cut } of [...dates, ...figures, ...suggestions.map(({ sentence }) => sentence)]) assert.equal(text.slice(start, end), cut);
  assert.ok((suggestions[0]?.score ?? 0) > (suggestions[1]?.score ?? 0));
  // The day of the page, however it is given; without it, or with what is none, there is no year.
  for (const [date, expected] of /** @type {const} */ ([[new Date('2021-12-30'), 2], ['2021-12-30', 2], [undefined, 1], ['yesterday', 1], [new Date('x'), 1], ['2021-02-31', 1]])) {
    assert.equal(glossary.analyze(text, { ...(date && { date }) }).dates.length, expected, String(date));
  }
  // The text's own language where none is stated.
  assert.deepEqual(pick(glossary.analyze('Der Umsatz stieg auf 1.234 Euro.').figures, ['value']), [['1.234 Euro', 1234]]);
  assert.deepEqual(pick(glossary.analyze('On 03/04/2021.', { language: 'en-GB' }).dates, ['iso']), [['03/04/2021', '2021-04-03']]);
});

test('fields that are null are fields that are not there', { skip }, async () => {
  const { Glossary } = await host();
  const nothing = { aliases: null, category: null, url: null, source: null, related: null, id: null };
  const entry = /** @type {any} */ ({ ...nothing, term: 'Metaverse', definition: 'A world.' });
  const glossary = await Glossary.load(/** @type {any} */ ({ name: null, language: null, entries: [entry] }));
  assert.deepEqual(glossary.entry('metaverse'), { term: 'Metaverse', definition: 'A world.', id: 'metaverse' });
  assert.deepEqual([glossary.name, glossary.language], [undefined, 'en']);
  assert.equal(entry.aliases, null, 'the given object is not changed');
});

test('the engine is asked for no more than is used', { skip }, async () => {
  const { Glossary } = await host();
  const { LocalEngine } = await import('../../www/host/engine.js');
  const { analyse } = LocalEngine.prototype;
  /** @type {unknown[]} */
  const asked = [];
  LocalEngine.prototype.analyse = function (text, ...others) {
    asked.push(text);
    return analyse.call(this, text, ...others);
  };
  try {
    const glossary = await Glossary.load(data);
    glossary.scan('scanned');
    glossary.analyze('analysed');
  } finally {
    LocalEngine.prototype.analyse = analyse;
  }
  assert.deepEqual(asked, ['analysed']);
});

test('a glossary comes as an object, JSON text, bytes or a file', { skip }, async () => {
  const { Glossary } = await host();
  const text = JSON.stringify(data);
  const bytes = new TextEncoder().encode(`\ufeff${text}`);
  for (const source of [data, ` \n${text}`, `\ufeff${text}`, bytes, bytes.buffer]) assert.equal((await Glossary.load(source)).size, 2);
  const file = new URL('../e2e/pages/glossary.json', import.meta.url);
  assert.equal((await Glossary.load(file)).size, JSON.parse(await readFile(file, 'utf8')).entries.length);
});

/** @type {[string, unknown, {code: string, path?: string, message: RegExp}][]} */
const broken = [
  ['cut off', '{"entries": [', { code: 'glossary-invalid', message: /not JSON/ }],
  ['with the place of the mistake', '{"entries":\n [,]}', { code: 'glossary-invalid', message: /not JSON/ }],
  ['empty', new Uint8Array(0), { code: 'glossary-invalid', message: /empty/ }],
  ['ten megabytes of nothing', new Uint8Array(10_000_000).fill(32), { code: 'glossary-invalid', message: /empty \(10000000 characters\)/ }],
  ['blank text', ' '.repeat(10_000_000), { code: 'glossary-invalid', message: /empty \(10000000 characters\)/ }],
  ['no text at all', '', { code: 'glossary-invalid', message: /empty/ }],
  ['text of an array', '[]', { code: 'glossary-invalid', message: /is an array; expected an object/ }],
  ['text of a text', '"/glossary.json"', { code: 'glossary-invalid', message: /is a string; expected an object/ }],
  ['text of another kind', 'name: Two worlds\nentries: []', { code: 'glossary-invalid', message: /not JSON/ }],
  ['a text that is too long', '{'.padEnd(2 ** 27 + 1), { code: 'glossary-invalid', message: /a size of 134217729 bytes/ }],
  ['at a long address', `http://127.0.0.1:9/${'g'.repeat(5000)}`, { code: 'network', message: /^.{0,300}$/ }],
  ['HTML', new TextEncoder().encode('<!doctype html>'), { code: 'glossary-invalid', message: /looks like HTML/ }],
  ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0xfe), { code: 'glossary-invalid', message: /not UTF-8/ }],
  ['an array', new TextEncoder().encode('[]'), { code: 'glossary-invalid', message: /is an array; expected an object/ }],
  ['without entries', {}, { code: 'glossary-invalid', path: 'entries', message: /entries/ }],
  ['a missing definition', { entries: [{ term: 'x' }] }, { code: 'glossary-invalid', path: 'entries[0].definition', message: /"x"/ }],
  ['at an address that is none', 'https://', { code: 'network', message: /https:\/\// }],
  ['at an address nobody answers', 'http://127.0.0.1:9/g.json', { code: 'network', message: /127\.0\.0\.1:9\/g\.json/ }],
  ['in a file that is not there', new URL('absent.json', import.meta.url), { code: 'network', message: /absent\.json cannot be fetched/ }],
];

for (const [name, source, { code, path, message }] of broken) {
  test(`a broken glossary: ${name}`, { skip }, async () => {
    const { Glossary } = await host();
    await assert.rejects(Glossary.load(/** @type {any} */ (source)), (error) => {
      assert.ok(error instanceof GlossatorError);
      assert.equal(error.code, code);
      if (path) assert.equal(error.path, path);
      assert.match(error.message, message);
      return true;
    });
  });
}

test('JSON errors name line and column', { skip }, async () => {
  const { Glossary } = await host();
  await assert.rejects(Glossary.load('{\n "entries" 1}'), { message: /line 2 column 12/ });
});

test('a signal that is aborted ends the loading with its reason', { skip }, async () => {
  const { Glossary } = await host();
  const reason = new Error('enough');
  await assert.rejects(Glossary.load(data, { signal: AbortSignal.abort(reason) }), reason);
});

test('what is no text is refused', { skip }, async () => {
  const { Glossary } = await host();
  const glossary = await Glossary.load(data);
  for (const text of [undefined, null, 5, {}]) assert.throws(() => glossary.scan(/** @type {any} */ (text)), TypeError);
});

test('importing the library touches nothing and needs no document', { skip }, async () => {
  const before = Object.getOwnPropertyNames(globalThis).sort();
  const { createGlossator, Glossary } = await import('../../www/host/index.js');
  const { GlossPage } = await import('../../www/host/define.js');
  assert.deepEqual(Object.getOwnPropertyNames(globalThis).sort(), before);
  assert.equal(typeof GlossPage, 'function');
  assert.equal((await host()).Glossary, Glossary);
  await assert.rejects(createGlossator({ glossary: data }), { code: 'option-invalid', path: 'root' });
});
