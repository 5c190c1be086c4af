import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { corpora, isMissing } from '../../benches/quality/corpora.js';
import { toAnki, toCsv, toMarkdown } from '../../www/host/sidebar-export.js';

const BASE = 'https://news.example/world/article';

/**
 * @param {Partial<import('../../www/host/types.js').Entry>} entry
 * @param {number} [count]
 * @returns {import('../../www/host/types.js').FoundTerm}
 */
const found = (entry, count = 1) => ({
  entry: { id: 'x', term: 'Term', definition: 'What it is.', ...entry },
  index: 0,
  count,
  salience: 1,
  places: [],
});

/** A second, independent reading of RFC 4180. @param {string} csv */
function parseCsv(csv) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (let match = field.exec(csv); match && field.lastIndex <= csv.length; match = field.exec(csv)) {
    const [, raw = '', end] = match;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end !== ',') rows.push(row.splice(0));
    if (field.lastIndex === csv.length) break;
  }
  return rows;
}

/** @param {Partial<import('../../www/host/types.js').Entry>} entry */
const csvRow = (entry) => parseCsv(toCsv({ title: '', terms: [found(entry, 3)] }, BASE).slice(1))[1];

for (const [name, text] of Object.entries({
  equals: '=HYPERLINK("https://example.com","x")',
  plus: '+1+1',
  minus: '-2+3',
  at: '@SUM(A1)',
  tab: '\t=1',
  'carriage return': '\r=1',
  'line feed': '\n=1',
  'leading spaces': '  =1',
  'full-width equals': '＝1+1',
})) {
  test(`CSV: a cell that starts with ${name} is text, not a formula`, () => {
    const row = csvRow({ term: text, definition: text, category: text, source: text });
    assert.deepEqual(row, [`'${text}`, `'${text}`, '3', `'${text}`, `'${text}`, '']);
  });
}

test('CSV: quotes, commas and line breaks survive', () => {
  const definition = 'Said "no", then\r\n"yes"; naïve 区块链';
  assert.deepEqual(csvRow({ term: 'A, B', definition, category: 'x=1' }), ['A, B', 'x=1', '3', definition, '', '']);
});

test('CSV: starts with the byte order mark and a heading row, and ends each row with CRLF', () => {
  const csv = toCsv({ title: 'Title', terms: [found({})] }, BASE);
  assert.equal(csv, '\uFEFFterm,category,mentions,definition,source,link\r\nTerm,,1,What it is.,,\r\n');
});

test('links: relative ones are made absolute, other schemes than http and https are left out', () => {
  assert.equal(csvRow({ url: '/csrc' })?.[5], 'https://news.example/csrc');
  for (const url of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'ftp://example.org/', 'http://', '']) {
    assert.equal(csvRow({ url })?.[5], '', url);
    assert.doesNotMatch(toMarkdown({ title: '', terms: [found({ url })] }, BASE), /\]\(/, url);
  }
});

test('Markdown: title, category, definition and source', () => {
  const terms = [found({ term: 'CSRC', category: 'Regulator', url: 'https://example.org/csrc', source: 'The CSRC' })];
  assert.equal(
    toMarkdown({ title: 'Plans', terms }, BASE),
    '# Plans\n\n- **CSRC** (Regulator): What it is. [The CSRC](https://example.org/csrc)\n',
  );
});

test('Markdown: a link without a source is named by its host; parentheses and backslashes cannot end it', () => {
  const terms = [found({ url: 'https://example.org/a_(b)?c=\\' })];
  assert.equal(toMarkdown({ title: '', terms }, BASE), '- **Term**: What it is. [example.org](https://example.org/a_%28b%29?c=%5C)\n');
});

test('Markdown: what a glossary says is never markup', () => {
  const terms = [found({ term: '*args', definition: '<img src=x>\n\n# [a](javascript:b) `c` &lt; d_e' })];
  assert.equal(
    toMarkdown({ title: 'A *b*\nc', terms }, BASE),
    '# A \\*b\\* c\n\n- **\\*args**: \\<img src=x\\> # \\[a\\](javascript:b) \\`c\\` \\&lt; d\\_e\n',
  );
});

test('cards for Anki: front, back and tag, and nothing that a glossary says is markup', () => {
  const file = toAnki({
    title: 'On paper',
    terms: [
      found({ term: 'bond', definition: 'A loan\tin\npaper.', category: 'Capital market', url: '/bond', source: 'A & B' }),
      found({ term: '<b>x</b>', definition: '"quoted" & <script>alert(1)</script>', url: 'javascript:alert(1)' }),
    ],
  }, BASE);
  assert.deepEqual(file.split('\n'), [
    '#separator:tab', '#html:true', '#tags column:3',
    'bond\tA loan in paper.<br><a href="https://news.example/bond">A &#38; B</a>\tCapital-market',
    '&#60;b&#62;x&#60;/b&#62;\t&#34;quoted&#34; &#38; &#60;script&#62;alert(1)&#60;/script&#62;\tOn-paper',
    '',
  ]);
});

/**
 * What spreadsheets run, and what any reader of HTML or Markdown might: strings of others where they are there (tests/README.md).
 * @returns {string[]}
 */
function payloads() {
  if (isMissing('adversarial')) return ['=1+1', '<script>alert(1)</script>', '[a](javascript:alert(1))'];
  const read = (/** @type {string} */ name) => readFileSync(path.join(corpora, 'adversarial', name), 'utf8');
  return [
    ...read('csv-payload.txt').split('\n'),
    ...JSON.parse(read('blns.json')),
    ...JSON.parse(read('dompurify-expect.json')).map((/** @type {{payload: string}} */ { payload }) => payload),
  ].filter((text) => text !== '');
}

test(`strings that are meant to do harm do none${isMissing('adversarial') ? ' (ours only)' : ''}`, () => {
  const texts = payloads();
  const terms = texts.map((text, i) => found({ id: String(i), term: text, definition: text, category: text, source: text, url: text }));
  const rows = parseCsv(toCsv({ title: '', terms }, BASE).slice(1)).slice(1);
  assert.equal(rows.length, texts.length);
  for (const [i, row] of rows.entries()) {
    assert.equal(row.length, 6, texts[i]);
    for (const cell of row) assert.doesNotMatch(cell, /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/, texts[i]);
    assert.match(row[5] ?? '', /^$|^https?:/);
    assert.ok(row[0] === texts[i] || row[0] === `'${texts[i]}`, texts[i]);
  }

  const cards = toAnki({ title: '', terms }, BASE).trimEnd().split('\n').slice(3);
  assert.equal(cards.length, texts.length);
  for (const [i, card] of cards.entries()) {
    const fields = card.split('\t');
    assert.equal(fields.length, 3, texts[i]);
    const own = fields.slice(0, 2).join().replace(/<br><a href="https?:[^"<>]*">[^<>"]*<\/a>/, '');
    assert.doesNotMatch(own, /[<>"]/, texts[i]);
  }

  const lines = toMarkdown({ title: '', terms }, BASE).trimEnd().split('\n');
  assert.equal(lines.length, texts.length);
  for (const [i, line] of lines.entries()) {
    // what is escaped, and the link of our own at the end, is left out: no sign of markup may be left
    const rest = line.replace(/\\[\\`*_[\]<>&~|]/g, '').replace(/^- \*\*/, '').replace('**', '').replace(/ \[[^\]]*\]\(https?:[^()\s]*\)$/, '');
    assert.doesNotMatch(rest, /[\\`*_[\]<>&~|]/, texts[i]);
  }
});
