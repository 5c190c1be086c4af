/** @file What the extension makes of a text that the reader brings: tables, JSON, conflicts; several glossaries as one. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import { textOf } from '../../www/formats/encoding.js';
import { codeOf, hashOfId, indexOfIds, lookUp, placeOf } from '../../www/extension/hashes.js';
import { combine, compare, withIds } from '../../www/extension/intake.js';
import { mergeGlossaries, partAt } from '../../www/extension/merge.js';
import { appliesTo, hostOf, readSites } from '../../www/extension/site-rules.js';
import { guessMapping, tableItems } from '../../www/formats/columns.js';
import { placeOfError } from '../../www/formats/json-place.js';
import { readText } from '../../www/formats/read.js';
import { findDelimiter, parseTable } from '../../www/formats/table.js';
import { sharedFolder } from '../support/server.js';

describe('tables', () => {
  for (const [name, text, rows] of /** @type {[string, string, string[][]][]} */ ([
    ['plain', 'a,b\nc,d', [['a', 'b'], ['c', 'd']]],
    ['a line end at the end', 'a,b\n', [['a', 'b']]],
    ['CRLF', 'a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
    ['CR alone', 'a,b\rc,d', [['a', 'b'], ['c', 'd']]],
    ['an empty last cell', 'a,\nb,', [['a', ''], ['b', '']]],
    ['an empty last cell at the very end', 'a,b\nc,', [['a', 'b'], ['c', '']]],
    ['quotes', '"a,b","c ""d"""\n', [['a,b', 'c "d"']]],
    ['an empty cell in quotes', 'a,""\n"",b', [['a', ''], ['', 'b']]],
    ['line ends in quotes', '"a\r\nb",c', [['a\r\nb', 'c']]],
    ['a quote in the middle is text', 'a "b",5" disk', [['a "b"', '5" disk']]],
    ['text behind a closing quote stays', '"a"b,c', [['ab', 'c']]],
    ['a quote that is not closed', 'x,"a\nb,c', [['x', '"a'], ['b', 'c']]],
    ['empty lines', '\n\na,b\n\n\nc,d\n\n', [['a', 'b'], ['c', 'd']]],
    ['a byte order mark', '\ufeffa,b', [['a', 'b']]],
    ['nothing', '', []],
  ])) {
    test(name, () => assert.deepEqual(parseTable(text, ','), rows));
  }

  for (const [name, text, delimiter] of [
    ['comma', 'term,definition\nbond,"a debt, traded"\n', ','],
    ['semicolon, with commas in the sentences', 'term;definition\nbond;a debt, traded, mostly\nshare;a part, owned\n', ';'],
    ['tab', 'bond\ta debt, traded\nshare\ta part; owned', '\t'],
    ['bar', 'bond|a debt\nshare|a part', '|'],
    ['one column', 'bond\nshare', ','],
  ]) {
    test(`what stands between cells: ${name}`, () => assert.equal(findDelimiter(text ?? ''), delimiter));
  }

  test('what is written is read again, whatever is in it', () => {
    let seed = 7;
    const random = (/** @type {number} */ below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    const pieces = ['a', ' ', '"', '""', ',', '\n', '\r\n', '\r', 'é', '区', ';'];
    for (let round = 0; round < 500; round += 1) {
      const rows = Array.from({ length: 1 + random(4) }, () => Array.from({ length: 2 }, () => Array.from({ length: random(5) }, () => pieces[random(pieces.length)]).join('')));
      const csv = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      assert.deepEqual(parseTable(csv, ','), rows);
    }
  });
});

const spectrum = path.join(sharedFolder, 'corpora/adversarial/csv-spectrum');
/** The copy has lost its carriage returns, and a number differs between a table and what it should be read as: neither is about reading. */
const settled = (/** @type {object[]} */ rows) => JSON.stringify(rows).replaceAll('\\r\\n', '\\n').replaceAll('1234567890', '2095257564');

describe('csv-spectrum', { skip: existsSync(spectrum) ? false : `${spectrum} is not there` }, async () => {
  for (const file of existsSync(spectrum) ? await readdir(path.join(spectrum, 'csvs')) : []) {
    test(file, async () => {
      const text = await readFile(path.join(spectrum, 'csvs', file), 'utf8');
      const expected = JSON.parse(await readFile(path.join(spectrum, 'json', file.replace(/csv$/, 'json')), 'utf8'));
      const [heads = [], ...rows] = parseTable(text, ',');
      assert.equal(settled(rows.map((row) => Object.fromEntries(heads.map((head, column) => [head, row[column]])))), settled([expected].flat()));
    });
  }
});

describe('columns', () => {
  test('are known by their names', () => {
    const { heading, columns } = guessMapping([['Kategorie', 'Begriff', 'Erklärung', 'Synonyme', 'anderes']]);
    assert.equal(heading, true);
    assert.deepEqual([columns.category, columns.term, columns.definition, columns.aliases, columns.url], [0, 1, 2, 3, -1]);
  });
  test('without names: the term, then the definition', () => {
    const { heading, columns } = guessMapping([['bond', 'a debt']]);
    assert.deepEqual([heading, columns.term, columns.definition, columns.aliases], [false, 0, 1, -1]);
  });
  test('rows without a term or a definition are left out and counted', () => {
    const { rows, mapping } = readText('term,definition,aliases,url\nbond,a debt,note; IOU,javascript:1\n,x\nshare,\nstock,a part,,https://x.example/\n');
    assert.deepEqual(tableItems(rows, mapping), {
      items: [
        { term: 'bond', definition: 'a debt', aliases: ['note', 'IOU'] },
        { term: 'stock', definition: 'a part', url: 'https://x.example/' },
      ],
      leftOut: 2,
    });
  });
});

describe('JSON', () => {
  test('a glossary file, or the list alone', () => {
    assert.deepEqual(readText('\ufeff {"name": "N", "language": "de", "entries": [{"term": "a"}]}').items, [{ term: 'a' }]);
    assert.deepEqual(readText('[{"term": "a"}]').items, [{ term: 'a' }]);
  });
  for (const [name, text, message] of /** @type {[string, string, RegExp][]} */ ([
    ['broken', '{"entries": [', /not JSON/],
    ['something else', '{"a": 1}', /no list "entries"/],
    ['a web page', '<!DOCTYPE html><p>x,y</p>', /web page/],
    ['nothing', '  \n', /nothing in it/],
  ])) {
    test(name, () => assert.throws(() => readText(text), { code: 'glossary-invalid', message }));
  }
});

describe('ids', () => {
  test('are made where there are none, and never those of others', () => {
    const made = withIds([{ term: 'A b' }, { id: 'a-b-2', term: 'x' }, { term: 'a B' }, { term: '!' }, { id: 'old', term: 'y' }], ['old']);
    assert.deepEqual(made.map(({ id }) => id), ['a-b', 'a-b-2', 'a-b-3', 'entry', 'old-2']);
  });
});

describe('conflicts', () => {
  const old = [{ id: '1', term: 'Bond', definition: 'a debt' }, { id: '2', term: 'share', definition: 'a part' }];
  const items = [{ term: 'bond', definition: 'a promise' }, { term: 'share', definition: 'a part' }, { term: 'stock', definition: 'a share' }];
  test('are told', () => {
    assert.deepEqual(compare(old, items), { conflicts: [{ term: 'Bond', before: 'a debt', after: 'a promise' }], same: 1 });
  });
  for (const [how, expected] of /** @type {const} */ ([
    ['keep', ['1 a debt', '2 a part', 'stock a share']],
    ['replace', ['1 a promise', '2 a part', 'stock a share']],
    ['both', ['1 a debt', '2 a part', 'bond a promise', 'stock a share']],
  ])) {
    test(how, () => assert.deepEqual(combine(old, items, how).map(({ id, definition }) => `${id} ${definition}`), expected));
  }
});

describe('several glossaries', () => {
  const first = { id: 'a', language: 'en', entries: [{ id: 'x', term: 'x', definition: '1', related: ['y'], priority: 5000 }, { id: 'y', term: 'y', definition: '2' }] };
  const second = { id: 'b', language: 'de-AT', entries: [{ id: 'x', term: 'x', definition: '3', related: ['x'] }] };
  test('keep their ids apart and their order', () => {
    const { entries, language } = mergeGlossaries([first, second]);
    assert.equal(language, 'en');
    assert.deepEqual(entries.map(({ id, related, priority, inflect }) => [id, related, priority, inflect]), [
      ['0:x', ['0:y'], 2999, undefined],
      ['0:y', undefined, 2000, undefined],
      ['1:x', ['1:x'], 0, false],
    ]);
    assert.equal(first.entries[0]?.priority, 5000, 'nothing given is changed');
  });
  test('take the language of the page where one has it', () => {
    assert.equal(mergeGlossaries([first, second], 'de').language, 'de-AT');
    assert.equal(mergeGlossaries([first, second], 'fr').language, 'en');
    assert.deepEqual(mergeGlossaries([]), { language: 'en', entries: [] });
  });
  test('priorities stay in the engine’s range', () => {
    const many = Array.from({ length: 1200 }, (_, n) => ({ id: `g${n}`, language: 'en', entries: [{ id: 'x', term: 'x', definition: 'x', priority: 1e6 }] }));
    for (const { priority = 0 } of mergeGlossaries(many).entries) assert.ok(priority >= 0 && priority <= 1e6, String(priority));
  });
  test('an entry is found again', () => {
    assert.deepEqual([0, 1, 2, 3].map((index) => partAt([first, second], index)?.id), ['a', 'a', 'b', undefined]);
  });
});

describe('sites', () => {
  test('are the host and all below it', () => {
    assert.deepEqual(['x.example', 'a.x.example', 'ax.example', 'example', ''].map((host) => appliesTo(['x.example'], host)), [true, true, false, false, false]);
    assert.equal(appliesTo([], ''), true);
  });
  test('are read as people write them', () => {
    assert.deepEqual(readSites('https://News.Example/a?b, *.x.example\n y.example  y.example;localhost'), ['news.example', 'x.example', 'y.example', 'localhost']);
    assert.deepEqual(readSites(' , \n'), []);
  });
  test('only pages of the web have one', () => {
    assert.deepEqual(['https://a.example/b', 'file:///x', 'chrome://version', undefined, 'x'].map(hostOf), ['a.example', '', '', '', '']);
  });
});

describe('where a text stops being JSON', () => {
  for (const [text, line, column] of /** @type {[string, number, number][]} */ ([
    ['', 1, 1],
    ['{"a":1,}', 1, 8],
    ['[1,2', 1, 5],
    ['{"a" 1}', 1, 6],
    ['["a\nb"]', 1, 2],
    ['["a\\x"]', 1, 2],
    ['[1] x', 1, 5],
    ['{"entries": [\n {"term": "a"},\n]}', 3, 1],
    ['{"a":[{"b":[]}]}}', 1, 17],
    ['[01]', 1, 3],
    [`${'['.repeat(100_000)}1`, 1, 100_002],
  ])) {
    test(text.slice(0, 40), () => assert.deepEqual(placeOfError(text), { line, column }));
  }
});

describe('the encoding of a file', () => {
  const table = 'Begriff;Erklärung\nGröße – so\n';
  for (const [name, bytes, expected] of /** @type {[string, Uint8Array, string][]} */ ([
    ['UTF-8', Buffer.from(table), table],
    ['UTF-16, a mark', Buffer.from(`\ufeff${table}`, 'utf16le'), table],
    ['UTF-16, no mark', Buffer.from(table, 'utf16le'), table],
    ['UTF-16, the other end, no mark', Buffer.from(table, 'utf16le').swap16(), table],
    // Node takes the signs that Windows-1252 has beyond Latin-1 for control characters; browsers are asked in `tests/e2e/extension-import.test.js`.
    ['Windows-1252', Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65]), 'Größe'],
    ['Chinese in UTF-8', Buffer.from('术语,释义\n'), '术语,释义\n'],
    ['nothing', new Uint8Array(), ''],
  ])) {
    test(name, () => assert.equal(textOf(bytes), expected));
  }
});

describe('the index of a glossary', () => {
  test('hashes are looked up, and all of one', () => {
    const index = { hashes: Uint32Array.of(3, 7, 7, 7, 9, 2 ** 32 - 1), codes: Uint32Array.of(1, 2, 3, 4, 5, 6) };
    for (const [wanted, expected] of /** @type {[number[], number[]][]} */ ([[[], []], [[7], [2, 3, 4]], [[0, 3, 8, 2 ** 32 - 1], [1, 6]], [[9, 9], [5]]])) {
      assert.deepEqual([...lookUp(index, wanted)], expected, String(wanted));
    }
    assert.deepEqual([...lookUp({ hashes: new Uint32Array(), codes: new Uint32Array() }, [1])], []);
  });

  test('a code is a chunk and a place in it', () => {
    for (const [chunk, place] of /** @type {[number, number][]} */ ([[0, 0], [0, 127], [1, 0], [40_000, 24]])) assert.deepEqual(placeOf(codeOf(chunk, place)), [chunk, place]);
  });

  test('ids lead to their entries', () => {
    const index = indexOfIds([['a', 'b'], ['c']]);
    for (const [id, expected] of /** @type {[string, number[]][]} */ ([['a', [codeOf(0, 0)]], ['b', [codeOf(0, 1)]], ['c', [codeOf(1, 0)]], ['d', []]])) assert.deepEqual([...lookUp(index, [hashOfId(id)])], expected, id);
  });
});
