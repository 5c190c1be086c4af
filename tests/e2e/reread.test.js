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
  <section id="out"><p>Left out</p></section>
  <p id="last">The last one<sup>2</sup></p>
</article>`;

/** What the page does; the code runs with \`at\`, which finds an element by its id, and \`make\`, which makes elements of HTML. @type {[name: string, code: string, isKept?: boolean][]} */
const CHANGES = [
  ['a text is written', "at('one').firstChild.data = 'Written'"],
  ['a text is emptied', "at('one').firstChild.data = ''"],
  ['all text is replaced', "at('one').textContent = 'Replaced'"],
  ['markup is replaced', "at('one').innerHTML = 'Re<b>pla</b>ced <a href=\"/y\">too</a>'"],
  ['a heading', "at('title').append(' and more')"],
  ['what is beside', "at('beside').prepend('Right ')"],
  ['a cell', "at('cell').textContent = 'Another'"],
  ['what is closed', "at('closed').querySelector('i').remove()"],
  ['an item with one in it', "at('item').prepend('Oh, ')"],
  ['an item in an item', "at('inner').textContent = 'within'"],
  ['a block within a block', "at('item').append(...make('<p>new</p>'))"],
  ['text is cut and joined', "at('one').firstChild.splitText(2); at('title').normalize()"],
  ['several blocks', "at('one').textContent = 'x'; at('cell').textContent = 'y'; at('next').textContent = 'z'; at('last').append('w')"],
  ['several blocks apart', "at('one').append('x'); at('cell').append('y'); at('last').append('w')"],
  ['a text moves from block to block', "at('last').append(at('one').firstChild)"],
  ['a block is emptied', "at('one').textContent = ''"],
  ['an empty block is filled', "at('empty').textContent = 'Filled'"],
  ['a hidden block', "at('hidden').textContent = 'Still hidden'"],
  ['a hidden block is shown', "at('hidden').hidden = false"],
  ['a block is hidden', "at('one').hidden = true"],
  ['a block is opened for writing', "at('one').setAttribute('contenteditable', '')"],
  ['a block comes at the end', "at('article').append(...make('<p>One <b>more</b>.</p>'))"],
  ['blocks come at the end, with space between them', "at('article').append(...make('<p>One.</p> <p>Two, <a href=\"/x\">two</a>.</p> <!-- nothing --> <h2>Three</h2>'))"],
  ['blocks come at the beginning', "at('article').prepend(...make('<p>One.</p><ul><li>Two</li><li>Three</li></ul>'))"],
  ['blocks come in several places', "at('title').after(...make('<p>a</p>')); at('last').before(...make('<p>b</p><p>c</p>')); at('cell').before(...make('<td>d</td>'))"],
  ['a block comes with hidden ones', "at('article').append(...make('<div><p>a</p><p hidden>b</p><nav>c</nav></div>'))"],
  ['a block goes', "at('one').remove()"],
  ['the first block goes', "at('title').remove()"],
  ['the last block goes', "at('last').remove()"],
  ['blocks go, and others change', "at('one').remove(); at('last').append('!'); at('inner').remove()", false],
  ['a list goes', "at('item').parentElement.remove()"],
  ['all blocks go', "at('article').replaceChildren()"],
  ['all blocks give way to others', "at('article').replaceChildren(...make('<p>a</p><p>b</p>'))"],
  ['a block moves', "at('title').before(at('last'))"],
  ['blocks change places', "at('article').append(at('one'), at('title'))"],
  ['a block comes and changes', "at('article').append(...make('<p id=\"come\">a</p>')); at('come').append(' and b')"],
  ['a block comes and goes', "at('article').append(...make('<p id=\"come\">a</p>')); at('come').remove()"],
  ['what is left out comes back', "at('out').prepend('Still '); at('out').append(...make('<p>out</p>'))"],
  ['a block is wrapped', "const box = document.createElement('section'); at('one').before(box); box.append(at('one'))"],
  ['text that a block kept apart', "at('inner').parentElement.remove()", false],
  ['a block in the midst of a text', "at('one').insertBefore(make('<div>so</div>')[0], at('one').childNodes[2])", false],
  ['text in no block', "at('article').append('Text')", false],
  ['a block that a style hides', "at('article').append(...make('<div style=\"display: none\"><p>a</p></div>'))", false],
];

/** The same in shadow roots. @type {typeof CHANGES} */
const SHADOWED = [
  ['a text in a root', "at('host').shadowRoot.querySelector('p').append(' more')"],
  ['a text in a slot', "at('slotted').append(' more')"],
  ['a block comes in a root', "at('host').shadowRoot.append(...make('<p>behind</p>'))"],
  ['a block comes for a slot', "at('host').append(...make('<p>second</p>'))"],
  ['a block comes for no slot', "at('host').append(...make('<p slot=\"none\">nowhere</p>'))", false],
  ['a block with a root goes', "at('host').remove()"],
  ['a block behind it', "at('last').textContent = 'Behind'"],
  ['a block before it', "at('host').before(...make('<p>before</p>'))"],
];

const SHADOW = `<article id="article"><h1 id="title">A title</h1><div id="host"><p id="slotted">In a slot</p></div><p id="last">The last</p></article>`;

eachEngine('read by blocks, a page is what it is when all of it is read', async (page) => {
  await open(page, 'clean.html');
  for (const [html, changes, shadow] of /** @type {[string, typeof CHANGES, boolean][]} */ ([[PAGE, CHANGES, false], [SHADOW, SHADOWED, true]])) {
    const outcomes = await page.evaluate(async (html, changes, shadow) => {
      const [{ readPage }, { blocksOf }, { readBlocks }, { parentOf }] = await Promise.all(['reader', 'watch', 'reread', 'shadow'].map((name) => import(/** @type {any} */ (`/host/${name}.js`))));
      const plain = (/** @type {any} */ { text, blocks, nodes, edges, roots }, /** @type {any} */ all) => ({ text, blocks: [...blocks], edges: [...edges], roots: roots.length, isSameNodes: nodes.length === all.nodes.length && nodes.every((/** @type {Text} */ node, /** @type {number} */ i) => node === all.nodes[i]) });
      const make = (/** @type {string} */ markup) => [...Object.assign(document.createElement('template'), { innerHTML: markup }).content.childNodes];
      return changes.map(([, code]) => {
        document.body.innerHTML = html;
        const article = /** @type {Element} */ (document.querySelector('#article'));
        const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
        if (root) root.innerHTML = '<p>In the root</p><aside><slot></slot></aside><p>after the slot</p>';
        const options = { shadow, leftOut: [...document.querySelectorAll('#out')] };
        const before = readPage(article, options);
        const observer = new MutationObserver(() => {});
        for (const node of [article, ...(root ? [root] : [])]) observer.observe(node, { childList: true, characterData: true, subtree: true, attributeFilter: ['hidden', 'contenteditable'] });
        new Function('at', 'make', String(code))((/** @type {string} */ id) => document.getElementById(id), make);
        const blocks = observer.takeRecords().map((record) => blocksOf(record, article, shadow ? parentOf : undefined));
        observer.disconnect();
        const all = readPage(article, options);
        const kept = blocks.includes(null) ? null : readBlocks(before, new Set(blocks.flat()), options);
        return { isKept: kept !== null, all: plain(all, all), kept: kept && plain(kept, all) };
      });
    }, html, changes, shadow);
    for (const [i, [name, , isKept = true]] of changes.entries()) {
      const outcome = outcomes[i];
      assert.equal(outcome?.isKept, isKept, name);
      if (isKept) assert.deepEqual(outcome?.kept, outcome?.all, name);
    }
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
    assert.ok((await asked()) < 10, `a block more: ${await asked()} elements were looked at`);

    await page.evaluate(() => {
      /** @type {any} */ (globalThis).asked = 0;
      document.querySelector('#p20')?.remove();
      const more = Array.from({ length: 20 }, (_, i) => Object.assign(document.createElement('p'), { id: `more${i}`, innerHTML: `More to <b>read</b>${i === 7 ? ' about the Metaverse' : ''}.` }));
      document.querySelector('#article')?.append(...more);
    });
    await places([['blockchain', 'new'], ['Metaverse', 'more7']]);
    assert.ok((await asked()) < 60, `one block less and twenty more: ${await asked()} elements were looked at`);

    await page.evaluate(() => t.current().destroy());
    assert.equal(await page.evaluate(() => document.querySelectorAll('gloss-term').length), 0);
  });
}
