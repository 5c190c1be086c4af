/** @file What has changed within blocks is read anew, the rest is kept: the outcome is that of reading all, and so few elements are looked at. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

const PAGE = `<article id="article">
  <h1 id="title">A <em>title</em></h1>
  <p id="one">One <b>bold</b>, a <a href="/x">link</a> and a picture <img alt=""></p>
  <aside id="aside"><p id="beside">Beside it.</p></aside>
  <table><tr><td id="cell">In a cell</td><td id="next">and the next</td></tr></table>
  <details id="details"><summary>More</summary><p id="closed">Closed <i>text</i>.</p></details>
  <ul><li id="item">An item <ul><li id="inner">in an item</li></ul> goes on</li></ul>
  <p id="empty"></p><p id="hidden" hidden>Hidden</p>
  <p id="last">The last one<sup>2</sup></p>
</article>`;

/** What the page does within blocks; the code runs with \`at\`, which finds an element by its id. @type {[name: string, code: string, isKept: boolean][]} */
const CHANGES = [
  ['a text is written', "at('one').firstChild.data = 'Written'", true],
  ['a text is emptied', "at('one').firstChild.data = ''", true],
  ['all text is replaced', "at('one').textContent = 'Replaced'", true],
  ['markup is replaced', "at('one').innerHTML = 'Re<b>pla</b>ced <a href=\"/y\">too</a>'", true],
  ['a heading', "at('title').append(' and more')", true],
  ['what is beside', "at('beside').prepend('Right ')", true],
  ['a cell', "at('cell').textContent = 'Another'", true],
  ['what is closed', "at('closed').querySelector('i').remove()", true],
  ['an item with one in it', "at('item').prepend('Oh, ')", true],
  ['an item in an item', "at('inner').textContent = 'within'", true],
  ['a block within a block', "at('item').append(Object.assign(document.createElement('p'), { textContent: 'new' }))", true],
  ['text is cut and joined', "at('one').firstChild.splitText(2); at('title').normalize()", true],
  ['several blocks', "at('one').textContent = 'x'; at('cell').textContent = 'y'; at('next').textContent = 'z'; at('last').append('w')", false],
  ['several blocks apart', "at('one').append('x'); at('cell').append('y'); at('last').append('w')", true],
  ['a text moves from block to block', "at('last').append(at('one').firstChild)", true],
  ['a block is emptied', "at('one').textContent = ''", false],
  ['an empty block is filled', "at('empty').textContent = 'Filled'", false],
  ['a hidden block', "at('hidden').textContent = 'Still hidden'", false],
];

eachEngine('read by blocks, a page is what it is when all of it is read', async (page) => {
  await open(page, 'clean.html');
  const outcomes = await page.evaluate(async (html, changes) => {
    const [{ readPage }, { blockOf }, { readBlocks }] = await Promise.all(['reader', 'watch', 'reread'].map((name) => import(/** @type {any} */ (`/host/${name}.js`))));
    const plain = (/** @type {any} */ { text, blocks, nodes, edges }, /** @type {any} */ all) => ({ text, blocks: [...blocks], edges: [...edges], isSameNodes: nodes.length === all.nodes.length && nodes.every((/** @type {Text} */ node, /** @type {number} */ i) => node === all.nodes[i]) });
    return changes.map(([, code]) => {
      document.body.innerHTML = html;
      const article = /** @type {Element} */ (document.querySelector('#article'));
      const before = readPage(article);
      const observer = new MutationObserver(() => {});
      observer.observe(article, { childList: true, characterData: true, subtree: true });
      new Function('at', String(code))((/** @type {string} */ id) => document.getElementById(id));
      const blocks = new Set(observer.takeRecords().map(({ target }) => blockOf(target, article)));
      observer.disconnect();
      const all = readPage(article);
      const kept = blocks.has(null) ? null : readBlocks(before, blocks, {});
      return { isKept: kept !== null, all: plain(all, all), kept: kept && plain(kept, all) };
    });
  }, PAGE, CHANGES);
  for (const [i, [name, , isKept]] of CHANGES.entries()) {
    const outcome = outcomes[i];
    assert.equal(outcome?.isKept, isKept, name);
    if (isKept) assert.deepEqual(outcome?.kept, outcome?.all, name);
  }
});

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`watching, only the block that has changed is read, and the first occurrence is right (${rendering})`, async (page) => {
    await open(page, 'clean.html');
    await page.evaluate(async (rendering) => {
      const paragraphs = Array.from({ length: 300 }, (_, i) => `<p id="p${i}">Paragraph <b>${i}</b> of a <i>long</i> page${i === 200 ? ', with a blockchain' : ''}.</p>`);
      document.body.innerHTML = `<article id="article">${paragraphs.join('')}</article>`;
      await t.enrich({ rendering, scope: 'article', sidebar: false });
      t.current().watch();
      // The reader asks this of each element that it comes by.
      const { hasAttributes } = Element.prototype;
      Object.assign(globalThis, { asked: 0 });
      Element.prototype.hasAttributes = function () {
        /** @type {any} */ (globalThis).asked += 1;
        return hasAttributes.call(this);
      };
    }, rendering);
    const change = (/** @type {string} */ id, /** @type {string} */ text) =>
      page.evaluate((id, text) => {
        /** @type {any} */ (globalThis).asked = 0;
        /** @type {Element} */ (document.getElementById(id)).innerHTML = text;
      }, id, text);
    const places = (/** @type {[string, string][]} */ wanted) =>
      page.waitFor((/** @type {string} */ wanted) => JSON.stringify(t.placesOf(t.current().enrichment.marks)) === wanted, { what: JSON.stringify(wanted), args: [JSON.stringify(wanted)] });
    const asked = () => page.evaluate(() => /** @type {any} */ (globalThis).asked);

    await change('p20', 'Here is a <b>blockchain</b> before.');
    await places([['blockchain', 'p20']]);
    assert.ok((await asked()) < 10, `${await asked()} elements were looked at`);

    await change('p20', 'It is gone, but here is the <b>Metaverse</b>.');
    await places([['Metaverse', 'p20'], ['blockchain', 'p200']]);
    assert.ok((await asked()) < 10, `${await asked()} elements were looked at`);

    await page.evaluate(() => {
      /** @type {any} */ (globalThis).asked = 0;
      document.querySelector('#article')?.prepend(Object.assign(document.createElement('p'), { id: 'new', textContent: 'A blockchain, first of all.' }));
    });
    await places([['blockchain', 'new'], ['Metaverse', 'p20']]);
    assert.ok((await asked()) > 600, 'a block more: all is read');

    await page.evaluate(() => t.current().destroy());
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term').length), 0);
  });
}
