/**
 * @file The article of pages that nobody prepared is found, without what is around it. Chromium only: the decision is the engine's, and what it is
 * made from is the same everywhere.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMissing, newsPages } from '../../benches/quality/corpora.js';
import { measureScope, scopeTable } from '../../benches/quality/scope.js';
import { meanOf } from '../../benches/quality/score.js';
import { eachEngine, engines } from '../support/browsers.js';
import { open } from './steps.js';

/** Mean F1 by words over the pages. Readability.js has .954 on them (`cargo xtask bench quality`). */
const LEAST = 0.94;

const missing = isMissing('pages-aeb') ?? (engines.includes('chromium') ? undefined : 'Chromium is not among the engines of this run');

test('the article of 87 news pages and blogs', { skip: missing ?? false, timeout: 180_000 }, async () => {
  const results = await measureScope(newsPages(), { withPeer: false });
  console.log(scopeTable('pages-aeb', results, ['ours', 'everything']));
  assert.ok(results.length > 80);
  const { f1 } = meanOf(results.map(({ scores }) => scores.ours));
  assert.ok(f1 >= LEAST, `F1 is ${f1.toFixed(3)}`);
});

const LONG = 'The Metaverse and a blockchain are what this long paragraph is about, and it goes on for a while so that nobody takes it for a teaser.';
const TEASER = 'A blockchain in a few words, which is what a teaser has.';
const card = (/** @type {string} */ headline) => `<div class="box"><h3><a href="/x">${headline} of the day, read on</a></h3><p>${TEASER}</p></div>`;
const CARDS = ['One', 'Two', 'Three', 'Four'].map(card).join('');

/** What is read of a page: the first words of each block. @type {[string, string, string[]][]} */
const pages = [
  ['a home page', `<main>${CARDS}</main>`, []],
  ['search results', `<h1>Results</h1>${['One', 'Two', 'Three'].map((name) => `<div><div><a href="/y">${name}: a result that was found</a></div><span>${TEASER} ${TEASER}</span></div>`).join('')}`, []],
  ['a page to sign in', '<div><h1>Sign in</h1><form><p>Welcome back. Enter the address that you signed up with.</p><label>Address <input></label><button>Go on</button></form><p>No account yet? <a href="/join">Make one</a></p></div><footer><p>A blockchain and the Metaverse, all rights reserved, since many a long year, in this and every other country of the world, and so on.</p></footer>', []],
  ['a category', `<h1>Rivers</h1><ul>${'<li><a href="/r">A river that rose, and what people made of it</a> <time>today</time></li>'.repeat(9)}</ul>`, []],
  ['a home page with a hero', `<header><h1>The Metaverse</h1><p>${LONG}</p></header><section>${CARDS}</section>`, []],
  ['a page with a short note', '<p>A blockchain.</p>', []],
  ['an article', `<header><a href="/">Home</a></header><article><h1>Title</h1><p class="byline">By <a href="/a">A. Uthor</a></p><p>First. ${LONG}</p><h2>Heading</h2><p>Second. ${LONG}</p></article>`, ['First.', 'Heading', 'Second.']],
  ['boxes in the midst of an article', `<article><p>First. ${LONG}</p><div class="newsletter"><p>${LONG}</p></div><aside><p>${LONG}</p></aside><div id="relatedPosts"><p>${LONG}</p></div><p>Second. ${LONG}</p></article>`, ['First.', 'Second.']],
  ['an article among cards', `<section><p>First. ${LONG}</p><p>Second. ${LONG}</p></section><section>${CARDS}</section>`, ['First.', 'Second.']],
  ['the title stays out', `<main><div class="story"><h1>Title of it all, which is long enough to be taken for a paragraph of the article</h1><p>First. ${LONG}</p><p>Second. ${LONG}</p></div></main>`, ['First.', 'Second.']],
  ...[
    ['the byline stays out', '<p class="byline">By <a href="/a">A. Uthor</a>, who has written about this blockchain for many years</p>'],
    ['the byline stays out, by what it says of itself', '<div class="article-author">By A. Uthor, who has written about this blockchain for many years</div>'],
    ['related links stay out', `<div class="related-articles"><h3>Read on</h3><ul>${'<li><a href="/z">A blockchain of another kind, and more</a></li>'.repeat(4)}</ul></div>`],
    ['links stay out that do not say what they are', `<ul>${'<li><a href="/z">A blockchain of another kind, and what people think of it</a></li>'.repeat(4)}</ul>`],
    ...['sidebar', 'left_sidebar', 'page-sidebar', 'pageSidebar'].map((name) => [`what is called ${name} stays out`, `<div class="${name}"><a href="/z">Another blockchain</a><p>In ${'the Metaverse '.repeat(3)}</p></div>`]),
    ['what is not printed stays out', `<div class="no-print"><p>${LONG}</p></div>`],
    ['the way to other pages of a manual stays out', `<div class="navheader"><table><tr><th>Chapter of a manual about a blockchain and about the Metaverse</th></tr></table></div>`],
    ...['comments', 'Comments', 'userComments'].map((id) => [`comments stay out: #${id}`, `<section id="${id}"><h3>2 of them</h3><p>${LONG}</p><p>${LONG}</p></section>`]),
    ['a newsletter box stays out', `<div class="newsletter-signup"><h3>Our letter</h3><p>${LONG}</p><form><input name="m"><button>Sign up</button></form></div>`],
  ].map(([name, box]) => /** @type {[string, string, string[]]} */ ([String(name), `<main><div class="story"><p>First. ${LONG}</p>${box}<p>Second. ${LONG}</p><p>Third. ${LONG}</p></div></main>`, ['First.', 'Second.', 'Third.']])),
  ['what is written like an article, under a name that is not of one', `<div><p>First. ${LONG}</p></div><div id="read-more">${`<p>Second. ${LONG}</p>`.repeat(5)}</div>${`<p>Third. ${LONG}</p>`.repeat(8)}`, ['First.', ...Array(5).fill('Second.'), ...Array(8).fill('Third.')]],
  ['a caption', `<article><p>First. ${LONG}</p><figure><p class="caption-text">A blockchain in a picture, as it was taken.</p></figure><p>Second. ${LONG}</p></article>`, ['First.', 'Second.']],
  ['comments that are longer', `<div><p>First. ${LONG}</p><p>Second. ${LONG}</p></div><div class="comments">${`<p>${LONG}</p>`.repeat(9)}</div>`, ['First.', 'Second.']],
  ...[
    ['what an article has', 'has-paywall with-sidebar'],
    ['topics of a post', 'post-123 post type-post tag-video category-polls'],
    ['what became of a post', 'node node-12 node-promoted'],
    ['boxes of a site builder', 'elementor-widget-container'],
    ['what an article has, in one word', 'bodyContainer withSidebar'],
    ['text with a picture', 'body-text-image'],
    ['text with a video', 'detail__video-text'],
    ['what is behind a paywall', 'paywall'],
    ['what a generator of manuals calls the text of a comment in code', 'tsd-comment tsd-typography'],
    ['a path', 'tag/videos/operation'],
  ].map(([name, names]) => /** @type {[string, string, string[]]} */ ([`a name that does not say that it is beside: ${name}`, `<main><div class="${names}"><p>First. ${LONG}</p></div><div class="related"><p>${LONG}</p></div><div><p>Second. ${LONG}</p></div></main>`, ['First.', 'Second.']])),
  ['a section whose heading is about images', `<main><section id="image-viewer"><h2>Image viewer</h2><p>First. ${LONG}</p></section><section id="scaling"><h2>Scaling</h2><p>Second. ${LONG}</p></section></main>`, ['First.', 'Scaling', 'Second.']],
  ['a hint in a box, among code and tables', `<div><pre>let x = 1;</pre><p>First. ${LONG}</p><div class="sidebarblock"><p>Hint. ${LONG}</p></div><table>${['Chain of blocks', 'Metaverse of blocks', 'Ledger of all blocks'].map((name) => `<tr><td><a href="/x">${name}</a></td><td>Cell. ${LONG}</td></tr>`).join('')}</table></div>`, ['First.', 'Hint.', 'Cell.', 'Cell.', 'Cell.']],
  ['a page that shows itself when it is ready', `<style>body { visibility: hidden }</style><article><p>First. ${LONG}</p></article>`, ['First.']],
  ['what a style hides', `<div><p>First. ${LONG}</p></div><div style="display: none">${`<p>${LONG}</p>`.repeat(5)}</div>`, ['First.']],
];

eachEngine('what is read of a page that nobody prepared', async (page) => {
  await open(page, 'clean.html');
  for (const [name, html, expected] of pages) {
    const read = await page.evaluate(async (html) => {
      document.body.innerHTML = html;
      const { findScope } = await import('/host/scope.js');
      const { readPage } = await import('/host/reader.js');
      const { loadWasm, LocalEngine } = await import('/host/engine.js');
      await loadWasm();
      const before = document.body.innerHTML;
      const scope = await findScope(document.body, 'auto', new LocalEngine({ entries: [{ term: 'a', definition: 'd' }] }));
      if (document.body.innerHTML !== before) return ['the page was changed'];
      return scope ? readPage(scope.element, scope).text.split('\n').map((block) => block.split(' ')[0]) : [];
    }, html);
    assert.deepEqual(read, expected, name);
  }
});
