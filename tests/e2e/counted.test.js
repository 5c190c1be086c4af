/** @file What of a page is read, and what of that is marked: each row is an element with the word in it. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

const MARKED = { count: 1, marks: 1 };
const COUNTED = { count: 1, marks: 0 };
const UNREAD = { count: 0, marks: 0 };

/** @type {[name: string, html: string, is: {count: number, marks: number}][]} */
const ROWS = [
  ['plain text', '<p>A blockchain.</p>', MARKED],
  ['text of an element that nobody knows', '<x-y>A blockchain.</x-y>', MARKED],
  ['what can be written in no longer', '<p contenteditable="false">A blockchain.</p>', MARKED],
  ['a term in several elements', '<p>A <b>block</b><i>chain</i>.</p>', MARKED],
  ['a word with a place to break it', '<p>A block<wbr>chain.</p>', MARKED],
  ['a link', '<p><a href="#x">blockchain</a></p>', COUNTED],
  ['an anchor that leads nowhere', '<p><a id="x">blockchain</a></p>', MARKED],
  ['a term that is half a link', '<p>block<a href="#x">chain</a></p>', COUNTED],
  ['a button', '<p><button>blockchain</button></p>', COUNTED],
  ['what plays a button', '<p><span role="button">blockchain</span></p>', COUNTED],
  ['a label', '<p><label>blockchain</label></p>', COUNTED],
  ['code', '<p><code>blockchain</code></p>', COUNTED],
  ['a key', '<p><kbd>blockchain</kbd></p>', COUNTED],
  ['what a program says', '<p><samp>blockchain</samp></p>', COUNTED],
  ['a listing', '<pre>blockchain</pre>', COUNTED],
  ['the signature of a function', '<div class="member-signature"><span class="return-type">blockchain</span> f()</div>', COUNTED],
  ['the signature of a function, under several names', '<dl><dt class="sig sig-object py"><em>blockchain</em></dt></dl>', COUNTED],
  ['the signature of a function, in a table', '<table><tr><td class="memItemRight">blockchain()</td></tr></table>', COUNTED],
  ['the type of a parameter', '<ul><li><span class="param-type">blockchain</span></li></ul>', COUNTED],
  ['what stands among signatures', '<ul class="tsd-signatures"><li class="tsd-description">A blockchain.</li></ul>', MARKED],
  ['a word that the page defines', '<p><dfn>blockchain</dfn></p>', COUNTED],
  ['a word that the page explains', '<p><abbr title="a ledger">blockchain</abbr></p>', COUNTED],
  ['an abbreviation without explanation', '<p><abbr>blockchain</abbr></p>', MARKED],
  ['not to be translated', '<p translate="no">blockchain</p>', COUNTED],
  ['switched off by class', '<div class="noglossary"><p>blockchain</p></div>', COUNTED],
  ['switched off by attribute', '<div data-glossator="off"><p>blockchain</p></div>', COUNTED],
  ['excluded by option', '<div class="mine"><p>blockchain</p></div>', COUNTED],
  ['a field', '<p><textarea>blockchain</textarea></p>', UNREAD],
  ['a choice', '<p><select><option>blockchain</option></select></p>', UNREAD],
  ['what is written in', '<p contenteditable>blockchain</p>', UNREAD],
  ['a script', '<script type="text/plain">blockchain</script>', UNREAD],
  ['a style', '<style>blockchain {}</style>', UNREAD],
  ['a template', '<template>blockchain</template>', UNREAD],
  ['for those without scripts', '<noscript>blockchain</noscript>', UNREAD],
  ['a drawing', '<p><svg><text>blockchain</text></svg></p>', UNREAD],
  ['a formula', '<p><math><mtext>blockchain</mtext></math></p>', UNREAD],
  ['hidden', '<p hidden>blockchain</p>', UNREAD],
  ['hidden from screen readers', '<ul aria-hidden="true"><li>blockchain</li></ul>', UNREAD],
  ['hidden by a style', '<p style="display: none">blockchain</p>', UNREAD],
  ['invisible by a style', '<p style="visibility: hidden">blockchain</p>', UNREAD],
  ['a dialog that is closed', '<dialog>blockchain</dialog>', UNREAD],
  ['how a character is read', '<p><ruby>漢<rt>blockchain</rt></ruby></p>', UNREAD],
  ['the sign of a footnote', '<p>x<sup><a href="#n">1</a></sup> blockchain</p>', MARKED],
  ['a closed <details>', '<details><summary>More</summary><p>blockchain</p></details>', MARKED],
];

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`what is read, counted and marked (${rendering})`, async (page) => {
    await open(page, 'clean.html');
    const found = await page.evaluate(
      async (rows, rendering) => {
        const { createGlossator, Glossary } = await import(/** @type {any} */ ('/host/index.js'));
        const glossary = await Glossary.load('/pages/glossary.json');
        const found = [];
        for (const html of rows) {
          document.body.innerHTML = `<main>${html}</main>`;
          const glossator = await createGlossator({ glossary, rendering, root: document.body, scope: 'main', exclude: '.mine', occurrences: 'all', sidebar: false, tooltip: false });
          const { marks, terms } = await glossator.enrich();
          glossator.destroy();
          found.push({ count: terms[0]?.count ?? 0, marks: marks.length });
        }
        return found;
      },
      ROWS.map(([, html]) => html),
      rendering,
    );
    assert.deepEqual(ROWS.map(([name], i) => [name, { count: found[i]?.count, marks: found[i]?.marks }]), ROWS.map(([name, , is]) => [name, is]));
  });
}

eachEngine('a closed <details> does not take the first mark from what is shown', async (page) => {
  await open(page, 'clean.html');
  const places = await page.evaluate(async () => {
    document.body.innerHTML = '<details><summary>More</summary><p id="closed">A blockchain and VR.</p></details><p id="shown">A blockchain.</p>';
    await t.enrich({ sidebar: false });
    return t.places();
  });
  assert.deepEqual(places.sort(), [['VR', 'closed'], ['blockchain', 'shown']]);
});
