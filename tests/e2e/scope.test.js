/** @file What is read where the scope itself, or something around it, says that it may not be marked or not even read. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

const PROSE = '<p>A blockchain and the Metaverse.</p>';

/** The scope is `#x`. Read: are terms counted although nothing is marked? @type {[string, string, {read: boolean, exclude?: string}][]} */
const untouchable = [
  ['an editable article', `<article id="x" contenteditable>${PROSE}</article>`, { read: false }],
  ['an article in an editor', `<div contenteditable="true"><article id="x">${PROSE}</article></div>`, { read: false }],
  ['a paragraph in a link', '<a href="#y"><p id="x">A blockchain and the Metaverse.</p></a>', { read: true }],
  ['a link', '<a id="x" href="#y">A blockchain and the Metaverse.</a>', { read: true }],
  ['a heading', '<h2 id="x">A blockchain and the Metaverse.</h2>', { read: true }],
  ['preformatted text', '<pre id="x">A blockchain and the Metaverse.</pre>', { read: true }],
  ['something in a button', '<button><b id="x">A blockchain and the Metaverse.</b></button>', { read: true }],
  ['a text field', '<textarea id="x">A blockchain and the Metaverse.</textarea>', { read: false }],
  ['a style', '<style id="x">blockchain { color: red }</style>', { read: false }],
  ['something in what is hidden', `<section hidden><div id="x">${PROSE}</div></section>`, { read: false }],
  ['something in what is excluded', `<div class="mine"><div id="x">${PROSE}</div></div>`, { read: true, exclude: '.mine' }],
  ['something that is not translated', `<div translate="no"><div id="x">${PROSE}</div></div>`, { read: true }],
];

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`a scope that may not be marked is not (${rendering})`, async (page) => {
    await open(page, 'clean.html');
    for (const [name, html, { read, exclude = [] }] of untouchable) {
      const outcome = await page.evaluate(
        async (html, options) => {
          document.body.innerHTML = html;
          t.remember();
          const { marks, terms } = await t.enrich({ ...options, scope: '#x', sidebar: false });
          const during = t.changes();
          t.current().destroy();
          return { marks, terms: terms.length, during: 'html' in during };
        },
        html,
        { rendering, exclude },
      );
      assert.deepEqual(outcome, { marks: [], terms: read ? 2 : 0, during: false }, name);
    }
  });
}

eachEngine('a page in design mode is left alone', async (page) => {
  await open(page, 'clean.html');
  const marks = await page.evaluate(async () => {
    document.designMode = 'on';
    const { marks } = await t.enrich({ sidebar: false });
    document.designMode = 'off';
    return [marks.length, (await t.again()).marks.length];
  });
  assert.deepEqual(marks, [0, 4]);
});

eachEngine('what is around the scope does not make it a side note', async (page) => {
  await open(page, 'clean.html');
  const outcome = await page.evaluate(async () => {
    const cell = document.createElement('aside');
    const article = /** @type {Element} */ (document.querySelector('article'));
    article.replaceWith(cell);
    cell.append(article);
    const { marks, summary } = await t.enrich({ scope: 'article', sidebar: false });
    return { marks: marks.length, summary: summary.length > 0 };
  });
  assert.deepEqual(outcome, { marks: 4, summary: true });
});

eachEngine('a root that was named is read where `auto` finds no article in it; the page as a whole is not', async (page) => {
  await open(page, 'clean.html');
  const counts = await page.evaluate(async () => {
    document.body.innerHTML = '<div id="short"><p>A blockchain.</p></div><div id="bare">Only the Metaverse.</div>';
    const counts = [];
    for (const root of ['#short', '#bare', 'body']) {
      counts.push((await t.enrich({ root, scope: 'auto', sidebar: false })).marks.length);
      t.current().destroy();
    }
    return counts;
  });
  assert.deepEqual(counts, [1, 1, 0]);
});

for (const [name, make] of /** @type {const} */ ([
  ['not in the page', "document.createElement('article')"],
  ['in a document without a window', "new DOMParser().parseFromString('<p>x</p>', 'text/html').body"],
])) {
  eachEngine(`a root that is ${name} is named as the mistake`, async (page) => {
    await open(page, 'clean.html');
    const error = await page.evaluate(`(async () => {
      const glossator = await t.create();
      glossator.destroy();
      const { createGlossator } = await import('/host/index.js');
      const other = await createGlossator({ glossary: '/pages/glossary.json', root: ${make} });
      return other.enrich().then(() => null, ({ code, path, message }) => ({ code, path, message }));
    })()`);
    assert.ok(error);
    assert.deepEqual([error.code, error.path], ['option-invalid', 'root'], error.message);
  });
}

eachEngine('in a frame, marks open by keyboard and the sidebar works', async (page) => {
  await open(page, 'clean.html');
  await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.style.cssText = 'width: 900px; height: 500px';
    const inner = /** @type {Document} */ (frame.contentDocument);
    inner.body.innerHTML = '<p>A blockchain and the Metaverse.</p>';
    const { createGlossator } = await import('/host/index.js');
    const glossator = await createGlossator({ glossary: '/pages/glossary.json', root: inner.body, scope: 'all' });
    await glossator.enrich();
    const mark = /** @type {HTMLElement} */ (inner.querySelector('gloss-term'));
    mark.focus();
    const view = /** @type {any} */ (frame.contentWindow);
    mark.dispatchEvent(new view.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
  });
  const seen = () => page.evaluate(() => {
    const inner = document.querySelector('iframe')?.contentDocument;
    const card = inner?.querySelector('gloss-card');
    return { card: card?.hasAttribute('open') ?? false, text: card?.shadowRoot?.textContent ?? '', sidebar: Boolean(inner?.querySelector('gloss-sidebar')) };
  });
  const { card, text, sidebar } = await seen();
  assert.deepEqual([card, sidebar], [true, true]);
  assert.match(text, /blockchain/i);
});

eachEngine('what a style hides does not use up the first occurrence; a closed <details> and what has no box of its own are read', async (page) => {
  await open(page, 'clean.html');
  const places = await page.evaluate(async () => {
    document.body.innerHTML = `<p id="hidden" style="display: none">A blockchain.</p><p id="shown">A blockchain.</p>
      <div style="display: contents"><p id="inside">The Metaverse.</p></div><details><summary>More</summary><p id="closed">The CSRC.</p></details>`;
    await t.enrich({ sidebar: false });
    return t.places();
  });
  assert.deepEqual(places, [['blockchain', 'shown'], ['Metaverse', 'inside'], ['CSRC', 'closed']]);
});

eachEngine('a scope that is hidden as a whole is read all the same: the page may show it later', async (page) => {
  await open(page, 'clean.html');
  const marks = await page.evaluate(async () => {
    /** @type {HTMLElement} */ (document.querySelector('main')).style.display = 'none';
    return (await t.enrich({ scope: 'article', sidebar: false })).marks.length;
  });
  assert.equal(marks, 4);
});

/** @type {[string, string, string][]} */
const DATES = [
  ['of a comment and of the article', '<section class="comments"><time datetime="2020-01-01">then</time></section><time datetime="2024-05-06">now</time>', '2024-05-06'],
  ['of a quoted post alone', '<blockquote><time datetime="2020-01-01">then</time></blockquote>', ''],
  ['in the head, by another name', '<meta name="parsely-pub-date" content="2024-05-06"><time datetime="2020-01-01">then</time>', '2024-05-06'],
  ['in the structured data of a comment', '<ol class="comments"><li><time itemprop="datePublished" datetime="2020-01-01">then</time></li></ol><time datetime="2024-05-06">now</time>', '2024-05-06'],
  ['of a teaser that is an article too', '<article><time datetime="2020-01-01">then</time></article><p><time datetime="2024-05-06T10:00Z">now</time></p>', '2024-05-06T10:00Z'],
];
eachEngine('the date of an article is its own', async (page) => {
  await open(page, 'clean.html');
  for (const [name, html, expected] of DATES) {
    const date = await page.evaluate(async (html) => {
      const { findDate } = await import(/** @type {any} */ ('/host/scope.js'));
      document.body.innerHTML = `<main class="has-comments"><article id="it">${html}</article></main>`;
      return findDate(document.querySelector('#it'));
    }, html);
    assert.equal(date, expected, name);
  }
});

/** `it` is the article's element. What the page calls itself by, what is in it, and the title. @type {[string, string, string, string][]} */
const TITLES = [
  ['its own heading', 'A river rises – The Daily', '<h1>The Daily</h1><div id="it"><h1>When a river rises</h1></div>', 'When a river rises'],
  ['a heading that says it is the headline', 'Why rivers rise', '<h1 itemprop="headline">When a river rises</h1><div id="it"><p>Text.</p><h1>More on rivers</h1></div>', 'When a river rises'],
  ['a heading before it, and not that of the site', 'A river rises – The Daily Bugle', '<h1>The Daily Bugle</h1><h1>A river  rises</h1><div id="it"></div>', 'A river rises'],
  ['a heading of the second rank', 'A River Rises | The Daily', '<h1>The Daily</h1><h2>A river rises</h2><div id="it"></div>', 'A river rises'],
  ['a heading with quotation marks of another form', "It's a river | The Daily", '<h1>It’s a river</h1><div id="it"></div>', 'It’s a river'],
  ['no heading that is a word of it', 'A river rises | Rivers', '<h2>Rivers</h2><div id="it"></div>', 'A river rises | Rivers'],
  ['a heading with the sign of its link', '', '<div id="it"><h1>How rivers rise<a href="#rise">¶</a></h1></div>', 'How rivers rise'],
  ['the heading of comments', 'A river rises', `<div id="it"><p>${'It rose. '.repeat(20)}</p><h1>What readers say</h1></div>`, 'A river rises'],
  ['the only heading, late', '', `<div id="it"><p>${'It rose. '.repeat(20)}</p><h1>When a river rises</h1></div>`, 'When a river rises'],
  ['a heading in other words, behind a byline', 'A river rises', '<div id="it"><p>By A. Writer, 2 May</p><h1>When water comes</h1></div>', 'When water comes'],
  ['nothing', '', '<div id="it"></div>', ''],
];
eachEngine('the title of an article is the heading that is its own', async (page) => {
  await open(page, 'clean.html');
  for (const [name, title, html, expected] of TITLES) {
    const found = await page.evaluate(async (title, html) => {
      const { findTitle } = await import(/** @type {any} */ ('/host/scope.js'));
      document.title = title;
      document.body.innerHTML = html;
      return findTitle(document.querySelector('#it'));
    }, title, html);
    assert.equal(found, expected, name);
  }
});
