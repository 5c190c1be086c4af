/**
 * @file What strangers bring to the built extension: files of spreadsheets in their encodings, large ones, broken ones, and things that happen meanwhile. In Chromium.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { listen } from '../../xtask/js/serve.js';
import { isPresent } from '../support/extension-built.js';
import { about, chooseFile, chooseServed, entries, importClosed, names, paste, previewShown, startReader } from '../support/extension-reader.js';

/** A test that takes longer than this hangs. */
const TEST_MS = 90_000;

/** The same two entries in each file. */
const TABLE = 'Begriff;Erklärung\nGroßhandel;Handel im Großen – für Händler\nÜberweisung;„Geld“ von A nach B\n';
const EXPECTED = ['Großhandel: Handel im Großen – für Händler', 'Überweisung: „Geld“ von A nach B'];

/** Of Windows-1252, what Latin-1 has not. */
const WINDOWS = new Map([['–', 0x96], ['„', 0x84], ['“', 0x93]]);
const windows1252 = (/** @type {string} */ text) => Buffer.from([...text].map((letter) => WINDOWS.get(letter) ?? letter.charCodeAt(0)));
const bigEndian = (/** @type {string} */ text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

describe('imports', { skip: !isPresent('chromium') }, () => {
  /** @type {import('../support/extension-reader.js').Reader} */
  let reader;

  before(async () => {
    reader = await startReader();
  }, { timeout: TEST_MS });

  after(() => reader?.close());

  /** @param {string} name @param {Buffer} bytes */
  const startFile = async (name, bytes) => {
    await reader.startImport(chooseFile, name, bytes.toString('base64'));
    return reader.options.waitFor(previewShown, { what: 'the preview' });
  };

  for (const [what, bytes] of /** @type {[string, Buffer][]} */ ([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TABLE}`)],
    ['Windows-1252', windows1252(TABLE)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['UTF-16, big end first', bigEndian(TABLE)],
    ['UTF-16 without a mark', Buffer.from(TABLE, 'utf16le')],
    ['tabs', Buffer.from(TABLE.replaceAll(';', '\t'))],
    ['commas, with quotes', Buffer.from(TABLE.replaceAll(';', ',').replace('Handel im Großen – für Händler', '"Handel im Großen – für Händler"'))],
    ['bars', Buffer.from(TABLE.replaceAll(';', '|'))],
    ['line ends of Windows', Buffer.from(TABLE.replaceAll('\n', '\r\n'))],
    ['line ends of old Macs', Buffer.from(TABLE.replaceAll('\n', '\r'))],
    ['a line that says what separates', Buffer.from(`sep=;\n${TABLE}`)],
  ])) {
    test(`a table: ${what}`, { timeout: TEST_MS }, async () => {
      assert.equal(await startFile('liste.csv', bytes), true);
      await reader.finishImport();
      await reader.shows(entries, EXPECTED);
      await reader.remove();
      await reader.shows(names, ['Fintech & policy']);
    });
  }

  const office = (/** @type {Record<string, string>} */ parts) => Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
  for (const [name, bytes] of /** @type {[string, Buffer][]} */ ([
    ['words.xlsx', office({
      'xl/workbook.xml': '<workbook><sheets><sheet name="Words" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${TABLE.trim().split('\n').map((line) => `<row>${line.split(';').map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`,
    })],
    ['words.docx', office({ 'word/document.xml': `<w:document>${EXPECTED.map((line) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${line.split(': ')[0]}</w:t></w:r><w:r><w:t>: ${line.split(': ')[1]}</w:t></w:r></w:p>`).join('')}</w:document>` })],
    ['words.md', Buffer.from(`# Begriffe\n\n${EXPECTED.map((line) => `- **${line.replace(': ', '**: ')}`).join('\n')}\n`)],
    ['words.html', Buffer.from(`<!doctype html><title>Begriffe</title><dl>${EXPECTED.map((line) => `<dt>${line.replace(': ', '<dd>')}`).join('')}</dl>`)],
    ['words.yml', Buffer.from(EXPECTED.map((line) => `- term: ${line.replace(': ', '\n  definition: ')}`).join('\n'))],
  ])) {
    test(`a list in another format: ${name}`, { timeout: TEST_MS }, async () => {
      assert.equal(await startFile(name, bytes), true);
      await reader.finishImport();
      await reader.shows(entries, EXPECTED);
      await reader.remove();
      await reader.shows(names, ['Fintech & policy']);
    });
  }

  const good = [{ term: 'a', definition: 'b' }];
  for (const [what, text, problem] of /** @type {[string, string, RegExp][]} */ ([
    ['JSON that is cut off', JSON.stringify({ entries: good }).slice(0, -2), /JSON: line 1, column 42/],
    ['JSON with a comma too many', '{"entries": [\n {"term": "a", "definition": "b"},\n]}', /JSON: line 3, column 1/],
    ['JSON that is no glossary', '{"words": []}', /no list "entries"/],
    ['a number for a definition', JSON.stringify({ entries: [...good, { term: 'c', definition: 5 }] }), /entries\[1\].*definition/],
    ['no term', JSON.stringify({ entries: [...good, { definition: 'x' }] }), /entries\[1\].*term/],
    ['an entry that is none', JSON.stringify({ entries: [...good, null] }), /entries\[1\]/],
    ['equal ids', JSON.stringify({ entries: [{ id: 'x', term: 'a', definition: 'b' }, { id: 'x', term: 'c', definition: 'd' }] }), /entries\[1\]\.id.*"x" is taken/],
    ['an address that would run', JSON.stringify({ entries: [{ term: 'a', definition: 'b', url: 'javascript:alert(1)' }] }), /entries\[0\].*url/],
    ['one that is wrong far behind', JSON.stringify({ entries: [...Array.from({ length: 9000 }, (_, n) => ({ term: `word ${n}`, definition: 'd' })), { term: '', definition: 'd' }] }), /entries\[9000\]/],
    ['a web page', '<!doctype html><title>Not found</title>', /web page/],
    ['words without definitions', 'bond\nshare\nnote\n', /no list of terms/],
    ['nothing', '  \n ', /./],
  ])) {
    test(`refused with the place: ${what}`, { timeout: TEST_MS }, async () => {
      const before = await reader.options.evaluate(names);
      await reader.startImport(paste, text);
      let said = await reader.options.waitFor(previewShown, { what: 'the preview' });
      if (said === true) {
        await reader.options.click('#import-dialog [value="next"]');
        said = await reader.options.waitFor(importClosed, { what: 'the refusal', timeout: 20_000 });
      }
      assert.match(String(said), problem);
      await reader.options.press('Escape');
      assert.deepEqual(await reader.options.evaluate(names), before);
    });
  }

  test('equal terms without ids are senses of one word', { timeout: TEST_MS }, async () => {
    await reader.importText('term,definition\nbank,Where money is.\nbank,Where a river ends.\n');
    await reader.shows(entries, ['bank: Where money is.', 'bank: Where a river ends.']);
    await reader.remove();
  });

  test('JSON of 30 MB', { timeout: TEST_MS }, async (context) => {
    const definition = 'What it means, said at length. '.repeat(10).trim();
    const json = JSON.stringify({ name: 'Large', entries: Array.from({ length: 87_000 }, (_, n) => ({ term: `large word ${n.toString(36)}`, definition })) });
    assert.ok(json.length > 30e6, String(json.length));
    const server = await listen(createServer((_, response) => void response.writeHead(200, { 'access-control-allow-origin': '*' }).end(json)));
    try {
      const begin = Date.now();
      await reader.startImport(chooseServed, 'large.json', `${server.origin}/large.json`);
      assert.equal(await reader.options.waitFor(previewShown, { what: 'the preview', timeout: 60_000 }), true);
      await reader.finishImport({ timeout: 80_000 });
      context.diagnostic(`${(json.length / 1e6).toFixed(0)} MB: ${Date.now() - begin} ms`);
      await reader.choose('Large');
      assert.match(await reader.options.evaluate(about), /^87,000 entries/);
      await reader.remove();
    } finally {
      await server.close();
    }
  });

  test('a glossary that is deleted while somebody imports into it: the import says so, or makes it anew, and nothing is half', { timeout: TEST_MS }, async () => {
    await reader.importText('abacus,A frame with beads.');
    await reader.shows(names, ['Fintech & policy', 'My glossary']);
    await reader.startImport(paste, 'zyzzyva,A weevil.');
    assert.equal(await reader.options.waitFor(previewShown), true);
    await reader.type('[name="into"]', await reader.options.evaluate(() => /** @type {HTMLOptionElement} */ (document.querySelector('[name="into"] option:last-child')).value));
    const other = await reader.openOptions();
    await other.click('#list li:last-child .open');
    await other.waitFor(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#name'))?.value === 'My glossary');
    await other.click('#delete');
    await other.waitFor(() => document.querySelector('#confirm-dialog[open]') !== null);
    await other.click('#confirm-dialog [value="yes"]');
    await other.waitFor(() => document.querySelectorAll('#list li').length === 1);
    await other.close();
    await reader.browser.front(reader.options);
    await reader.options.click('#import-dialog [value="next"]');
    assert.match(String(await reader.options.waitFor(importClosed, { timeout: 20_000 })), /deleted meanwhile/);
    await reader.options.press('Escape');
    await reader.options.goto('/options.html');
    await reader.shows(names, ['Fintech & policy']);
  });
});
