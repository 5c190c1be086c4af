/** @file Marking while a site is built: `www/host/rehype.js`. What the browser does with it is in tests/packages. */
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { Glossary } from '../../www/host/glossary.js';
import { readTree } from '../../www/host/hast.js';
import rehypeGlossator from '../../www/host/rehype.js';

const data = {
  entries: [
    { id: 'csrc', term: 'China Securities Regulatory Commission', aliases: ['CSRC'], category: 'Regulator', definition: 'It regulates <b>markets</b>.', url: 'https://www.csrc.gov.cn', source: 'CSRC', related: ['yuan', 'bund'] },
    { id: 'yuan', term: 'digital yuan', definition: 'Money.', source: 'PBOC' },
    { id: 'bund', term: 'Bund', definition: 'A bond.' },
  ],
};

/**
 * @param {string} html
 * @param {Partial<import('../../www/host/rehype.js').RehypeOptions>} [options]
 * @param {boolean} [fragment]
 */
const process = async (html, options, fragment = true) =>
  String(await unified().use(rehypeParse, { fragment }).use(rehypeGlossator, { glossary: data, ...options }).use(rehypeStringify).process(html));

/** The article alone. @param {Parameters<typeof process>} parameters */
const marked = async (...parameters) => (await process(...parameters)).replace(/<section class="gloss-section".*<\/section>/s, '');

/** @param {string} id @param {string} text */
const a = (id, text) => `<a href="#gloss-${id}" class="gloss-link" data-gloss="${id}">${text}</a>`;

describe('links', () => {
  const rows = /** @type {[name: string, html: string, expected: string, options?: object][]} */ ([
    ['the first occurrence of an entry', '<p>The CSRC and the CSRC.</p>', `<p>The ${a('csrc', 'CSRC')} and the CSRC.</p>`],
    ['every occurrence where that is asked for', '<p>The CSRC and the CSRC.</p>', `<p>The ${a('csrc', 'CSRC')} and the ${a('csrc', 'CSRC')}.</p>`, { occurrences: 'all' }],
    ['not in links, code and headings', '<h2>CSRC</h2><p><a href="/x">CSRC</a> <code>CSRC</code> CSRC</p>', `<h2>CSRC</h2><p><a href="/x">CSRC</a> <code>CSRC</code> ${a('csrc', 'CSRC')}</p>`],
    ['not across blocks', '<p>digital</p><p>yuan</p>', '<p>digital</p><p>yuan</p>'],
    ['across inline elements, in pieces', '<p>the <em>digital</em> yuan</p>', `<p>the <em>${a('yuan', 'digital')}</em>${a('yuan', ' yuan')}</p>`],
    ['not across a picture', '<p>digital <img src="x" alt=""> yuan</p>', '<p>digital <img src="x" alt=""> yuan</p>'],
    ['not what is hidden or not to be translated', '<p hidden>CSRC</p><p translate="no">CSRC</p><p class="big noglossary">CSRC</p>', '<p hidden>CSRC</p><p translate="no">CSRC</p><p class="big noglossary">CSRC</p>'],
    ['not in the signature of a function', '<div class="member-signature">CSRC</div><dl><dt class="sig sig-object">CSRC</dt></dl>', '<div class="member-signature">CSRC</div><dl><dt class="sig sig-object">CSRC</dt></dl>'],
    ['as many as wanted', '<p>CSRC, Bund, digital yuan</p>', '<p>CSRC, Bund, digital yuan</p>', { maxMarks: 0 }],
    ['several in one text', '<p>Bund and CSRC</p>', `<p>${a('bund', 'Bund')} and ${a('csrc', 'CSRC')}</p>`],
    ['what is special in HTML stays text', '<p>&lt;b> CSRC &amp; co</p>', `<p>&#x3C;b> ${a('csrc', 'CSRC')} &#x26; co</p>`],
  ]);
  for (const [name, html, expected, options] of rows) {
    test(name, async () => assert.equal(await marked(html, options), expected));
  }
});

describe('the section', () => {
  test('explains what was found, in the order of the alphabet, and nothing else', async () => {
    const html = await process('<p>The digital yuan and the CSRC.</p>');
    assert.match(html, /<section class="gloss-section" data-glossator="off"><h2>Glossary<\/h2><dl><dt><dfn id="gloss-csrc".*<dt><dfn id="gloss-yuan".*<\/dl><\/section>$/s);
    assert.ok(!html.includes('gloss-bund'));
  });

  test('has what a card shows, as text', async () => {
    const html = await process('<p>The digital yuan and the CSRC.</p>');
    assert.ok(html.includes('<dfn id="gloss-csrc" data-gloss-entry="csrc" data-category="Regulator" data-related="yuan">China Securities Regulatory Commission</dfn>'), html);
    assert.ok(html.includes('<dd><span>It regulates &#x3C;b>markets&#x3C;/b>.</span> <a href="https://www.csrc.gov.cn" rel="external">CSRC</a></dd>'), html);
    assert.ok(html.includes('<dd><span>Money.</span> <cite>PBOC</cite></dd>'), html);
  });

  test('stands in the scope, with the title that is wanted', async () => {
    const html = await process('<nav>Bund</nav><article><p>CSRC</p></article><footer>Bund</footer>', { scope: 'article', title: 'Words' });
    assert.match(html, /^<nav>Bund<\/nav><article>.*<h2>Words<\/h2>.*<\/section><\/article><footer>Bund<\/footer>$/s);
  });

  test('stands in the body of a whole document, whose title is not read', async () => {
    const html = await process('<!doctype html><title>CSRC</title><p>The CSRC.', {}, false);
    assert.ok(html.includes('<title>CSRC</title>'));
    assert.match(html, /<\/section><\/body><\/html>$/);
  });

  test('is not there where nothing was found', async () => {
    assert.equal(await process('<p>Nothing.</p>'), '<p>Nothing.</p>');
  });
});

describe('what the page defines itself', () => {
  const html = '<p>It has a low temperature sensor unit (<b>LTSU</b>). It is new.</p><p>The LTSU is cold.</p>';
  const id = 'gloss-defined-here:LTSU:low-temperature-sensor-unit';

  test('is a link to an explanation, and that one to the definition', async () => {
    const processed = await process(html);
    const to = (/** @type {string} */ id) => `#${encodeURIComponent(id)}`;
    assert.ok(processed.includes(`(<b><span id="${id}-place">LTSU</span></b>)`), processed);
    assert.ok(processed.includes(`<p>The <a href="${to(id)}" class="gloss-link" data-gloss="defined-here:LTSU:low temperature sensor unit">LTSU</a> is cold.</p>`), processed);
    assert.ok(processed.includes(`<dt><dfn id="${id}" data-gloss-entry="defined-here:LTSU:low temperature sensor unit">LTSU</dfn></dt>`), processed);
    assert.ok(processed.includes(`<dd><span>low temperature sensor unit</span> <q><a href="${to(`${id}-place`)}">It has a low temperature sensor unit (LTSU).</a></q></dd>`), processed);
  });

  test('is left alone where that is not wanted', async () => assert.equal(await process(html, { definitions: false }), html));

  test('is one entry, however often it is linked', async () => {
    const processed = await process(`${html}<p>The LTSU.</p>`, { occurrences: 'all' });
    assert.equal(processed.match(/<a [^>]*data-gloss=/g)?.length, 2);
    assert.equal(processed.match(/<dfn /g)?.length, 1);
    assert.equal(processed.match(/-place"/g)?.length, 2);
  });
});

test('every link leads somewhere, also with an id that is no word', async () => {
  const glossary = { entries: [{ id: 'a b"<ü>', term: 'Bund', definition: 'x' }] };
  const html = await process('<p>The Bund.</p>', { glossary });
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html);
  /** @type {string[]} */ const ids = [];
  /** @type {string[]} */ const targets = [];
  const walk = (/** @type {any} */ node) => {
    if (node.properties?.id) ids.push(node.properties.id);
    if (node.properties?.href) targets.push(decodeURIComponent(node.properties.href.slice(1)));
    node.children?.forEach(walk);
  };
  walk(tree);
  assert.deepEqual(ids, targets);
  assert.equal(ids.length, 1);
  assert.doesNotMatch(ids[0] ?? '', /\s/);
});

test('the text of the page stays as it was', async () => {
  const html = '<h1>CSRC</h1><p>The CSRC, <b>the</b> digital <i>yuan</i> and a Bund; CSRC.</p><ul><li>Bund</li></ul>';
  const tree = (/** @type {string} */ text) => readTree(/** @type {any} */ (unified().use(rehypeParse, { fragment: true }).parse(text))).text;
  assert.equal(tree(await marked(html, { occurrences: 'all' })), tree(html));
});

test('MDX: components are left alone, and what they hold is read', async () => {
  const text = (/** @type {string} */ value) => ({ type: 'text', value });
  /** @type {any} */
  const root = {
    type: 'root',
    children: [
      { type: 'mdxJsxFlowElement', name: 'Note', attributes: [], children: [{ type: 'element', tagName: 'p', properties: {}, children: [text('The CSRC.')] }] },
      { type: 'mdxFlowExpression', value: 'CSRC' },
      { type: 'mdxJsxTextElement', name: 'a', attributes: [], children: [text('Bund')] },
    ],
  };
  await rehypeGlossator({ glossary: data })(root);
  assert.equal(root.children[0].children[0].children[1].properties.dataGloss, 'csrc');
  assert.equal(root.children[2].children.length, 1);
});

test('a loaded glossary serves, and what is wrong is said', async () => {
  const glossary = await Glossary.load(data);
  assert.equal(await marked('<p>Bund</p>', { glossary }), `<p>${a('bund', 'Bund')}</p>`);
  assert.throws(() => rehypeGlossator(/** @type {any} */ ({ glossary: data, occurences: 'all' })), { code: 'option-invalid', path: 'occurences' });
  assert.throws(() => rehypeGlossator(/** @type {any} */ ({ glossary: data, sidebar: false })), { code: 'option-invalid', path: 'sidebar' });
  assert.throws(() => rehypeGlossator({ glossary: data, maxMarks: -1 }), { code: 'option-invalid', path: 'maxMarks' });
  await assert.rejects(process('<p>Bund</p>', { glossary: '{"entries": 5}' }), { code: 'glossary-invalid' });
});

describe('an option that cannot be is refused by its name', () => {
  /** @type {[string, any, string | undefined, RegExp][]} */
  const rows = [
    ['no options', undefined, 'glossary', /"glossary" is missing/],
    ['null', null, undefined, /the options are null; expected an object/],
    ['a path for a URL', { glossary: './glossary.json' }, 'glossary', /"glossary" is "\.\/glossary\.json", which is no full address; expected new URL\("\.\/glossary\.json", import\.meta\.url\)/],
    ['a selector for the name of an element', { glossary: data, scope: '.post' }, 'scope', /is "\.post"; expected the name of an element/],
    ['a number for it', { glossary: data, scope: 5 }, 'scope', /is 5/],
    ['a node as the title', { glossary: data, title: { type: 'text', value: 'Words' } }, 'title', /an object \(Object\); expected a text/],
    ['no title', { glossary: data, title: ' ' }, 'title', /expected a text/],
    ['a number as the Wasm file', { glossary: data, wasm: 5 }, 'wasm', /is 5; expected a URL/],
    ['what only a page has', { glossary: data, tooltip: false }, 'tooltip', /unknown option "tooltip"; the options are .*scope, title/],
  ];
  for (const [name, options, path, message] of rows) {
    test(name, () => assert.throws(() => rehypeGlossator(options), { name: 'GlossatorError', code: 'option-invalid', path, message }));
  }
});

test('undefined is the default', async () => {
  assert.match(await process('<p>Bund</p>', { glossary: data, scope: undefined, title: undefined, wasm: undefined }), /<h2>Glossary<\/h2>/);
});

test('a glossary that was mended is found by the next page', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'glossator-')), 'glossary.json');
  const plugin = rehypeGlossator({ glossary: pathToFileURL(file) });
  const page = () => ({ type: 'root', children: [{ type: 'text', value: 'Bund' }] });
  await assert.rejects(plugin(page()), { code: 'network' });
  await writeFile(file, '{"entries": [{"term": "Bund"}]}');
  await assert.rejects(plugin(page()), { code: 'glossary-invalid' });
  await writeFile(file, JSON.stringify(data));
  const tree = page();
  await plugin(tree);
  assert.equal(tree.children.length, 2, 'the link and the section');
});
