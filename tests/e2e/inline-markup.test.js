/**
 * @file The same text with other inline markup has the same marks: random texts, each as one text node and with random elements, comments and
 * `<wbr>` at random places, also inside words.
 *
 * All texts are paragraphs of one page, so that it is read once for each rendering. Links are left out: what is in them is not marked.
 * `GLOSSATOR_SEED` makes other texts than the usual ones.
 */
import assert from 'node:assert/strict';
import { pick, randomFrom } from '../../benches/random.js';
import { eachEngine } from '../support/browsers.js';
import { open } from './steps.js';

const TEXTS = 200;
/** Of each text, with markup. The one without comes before them. */
const VARIANTS = 3;
/** Fewer marks than this would mean that hardly anything was compared. */
const FEWEST_MARKS = 300;

const seed = Number(process.env.GLOSSATOR_SEED ?? 20261);

const glossary = {
  entries: [
    { id: 'blockchain', term: 'blockchain', definition: 'd', not: ['private blockchain'] },
    { id: 'plan', term: 'Five-Year Plan', definition: 'd' },
    { id: 'csrc', term: 'China Securities Regulatory Commission', aliases: ['CSRC'], definition: 'd' },
    { id: 'bank', term: 'central bank', aliases: ['bank'], definition: 'd' },
    { id: 'pboc', term: 'People’s Bank of China', definition: 'd' },
    { id: 'defi', term: 'DeFi', definition: 'd' },
    { id: 'token', term: 'non-fungible token', aliases: ['NFT'], definition: 'd' },
    { id: 'chain', term: '区块链', aliases: ['区块'], definition: 'd' },
    { id: 'index', term: 'S&P 500', aliases: ['stock index'], definition: 'd' },
    { id: 'ai', term: 'AI', definition: 'd' },
    { id: 'idea', term: '💡 idea', definition: 'd' },
  ],
};

/** What is a term, what looks like one, and what stands between. */
const WORDS = [
  'blockchain', 'Blockchains', 'private blockchain', 'blockchain-based', 'Five-Year Plan', 'Five‑Year\u00a0Plan', 'five year plans', 'CSRC', 'csrc',
  'China Securities Regulatory Commission', 'central bank', 'banks', 'bankrupt', 'People’s Bank of China', "People's Bank of China’s", 'DeFi', 'defi',
  'non-fungible tokens', 'NFTs', '区块链技术', '区块', 'AI技术', 'S&P 500', 'stock indices', 'AI', 'AI-powered', '💡 idea', 'the', 'of', 'a', 'and', 'Straße',
  'résumé', 'e\u0301', 'kpmg.com/blockchain', '@blockchain', '#blockchain', 'https://example.org/AI', '😀', '𝒳', '👩‍💻',
];
const BETWEEN = [' ', ' ', ' ', ' ', ' ', '\u00a0', '-', '\u2011', '—', ' – ', ', ', '. ', '\n  ', '/', '’s ', '” “', '', '\u00ad', '\u200b', ' (', ') '];
/** Inline, and nothing else: what some of them are depends on attributes that are not set here. */
const ELEMENTS = ['b', 'i', 'em', 'span', 'strong', 'u', 'mark', 'small', 'font', 'cite', 'q', 'a', 'abbr', 'x-own'];
/** Without text of their own. */
const EMPTY = ['<!-- bank -->', '<!---->', '<wbr>', '<b></b>', '<span><i></i></span>', '<a id="here"></a>'];

/** @typedef {{text: string, variants: string[]}} Sample  `variants`: HTML, the plain one first */

/** @param {() => number} random */
function textFrom(random) {
  let text = '';
  for (let left = 1 + Math.floor(random() * 12); left > 0; left -= 1) {
    // Soft hyphens and the like stand inside words too.
    const word = pick(WORDS, random);
    const at = Math.floor(random() * word.length);
    const isSplit = random() < 0.15 && !isInPair(word, at);
    text += (isSplit ? word.slice(0, at) + pick(['\u00ad', '\u200b', '\u2060', '-'], random) + word.slice(at) : word) + pick(BETWEEN, random);
  }
  return text;
}

/** @param {string} text @param {number} at */
const isInPair = (text, at) => /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');

/** @param {string} text */
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * The text as HTML, with elements around random parts of it, one in the other.
 * @param {string} text
 * @param {() => number} random
 * @returns {string}
 */
function withMarkup(text, random, depth = 0) {
  let html = '';
  let at = 0;
  while (at < text.length) {
    let to = Math.min(text.length, at + 1 + Math.floor(random() ** 2 * 24));
    if (isInPair(text, to)) to += 1;
    const part = text.slice(at, to);
    const element = pick(ELEMENTS, random);
    if (random() < 0.5) html += escape(part);
    else html += `<${element}>${depth < 3 ? withMarkup(part, random, depth + 1) : escape(part)}</${element}>`;
    if (random() < 0.25) html += pick(EMPTY, random);
    at = to;
  }
  return html;
}

/** @returns {Sample[]} */
function samples() {
  const random = randomFrom(seed);
  return Array.from({ length: TEXTS }, () => {
    const text = textFrom(random);
    const marked = Array.from({ length: VARIANTS }, () => withMarkup(text, random));
    return { text, variants: [escape(text), ...marked] };
  });
}

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`inline markup changes no mark, and comes back as it was (${rendering})`, async (page) => {
    await open(page, 'clean.html');
    const all = samples();
    const { marks, texts, during, cleared, after } = await page.evaluate(
      async (html, options) => {
        const paragraphs = html.map((inner) => {
          const paragraph = document.createElement('p');
          paragraph.innerHTML = inner;
          return paragraph;
        });
        document.body.replaceChildren(...paragraphs);
        const texts = paragraphs.map((paragraph) => paragraph.textContent);
        const state = () => paragraphs.map((paragraph) => paragraph.innerHTML);
        const before = state();
        const changed = () => state().flatMap((inner, index) => (inner === before[index] ? [] : [index]));
        t.remember();
        const glossator = await t.create(options);
        const { marks: found } = await glossator.enrich();
        const during = paragraphs.flatMap((paragraph, index) => (paragraph.textContent === texts[index] ? [] : [index]));
        /** Of each paragraph, in order: where each mark starts, its text and its entry. @type {[number, string, string][][]} */
        const marks = paragraphs.map(() => []);
        const indexOf = new Map(paragraphs.map((paragraph, index) => [paragraph, index]));
        for (const mark of found) {
          const range = /** @type {Range} */ (mark.range());
          const element = range.startContainer.parentElement;
          const paragraph = /** @type {HTMLParagraphElement} */ (element?.closest('p'));
          const start = document.createRange();
          start.setStart(paragraph, 0);
          start.setEnd(range.startContainer, range.startOffset);
          marks[indexOf.get(paragraph) ?? -1]?.push([start.toString().length, range.toString(), mark.id]);
        }
        glossator.clear();
        const cleared = changed();
        await glossator.enrich();
        glossator.destroy();
        return { marks, texts, during, cleared, after: { paragraphs: changed(), ...t.changes() } };
      },
      all.flatMap(({ variants }) => variants),
      { glossary, rendering, occurrences: 'all', maxMarks: 1e6, sidebar: false },
    );
    const about = (/** @type {number} */ index) => {
      const { text, variants } = /** @type {Sample} */ (all[Math.floor(index / (VARIANTS + 1))]);
      return `GLOSSATOR_SEED=${seed}, text ${JSON.stringify(text)}\n${variants[0]}\n${variants[index % (VARIANTS + 1)]}`;
    };
    let count = 0;
    for (const [index, { text }] of all.entries()) {
      const first = index * (VARIANTS + 1);
      const plain = marks[first] ?? [];
      count += plain.length;
      for (const [start, surface] of plain) assert.equal(text.slice(start, start + surface.length), surface, about(first));
      for (let other = first + 1; other <= first + VARIANTS; other += 1) {
        assert.equal(texts[other], text, about(other));
        assert.deepEqual(marks[other], plain, about(other));
      }
    }
    assert.ok(count >= FEWEST_MARKS, `only ${count} marks in ${TEXTS} texts`);
    assert.deepEqual(during.map(about), [], 'text that changed while it was marked');
    assert.deepEqual(cleared.map(about), [], 'after clear()');
    assert.deepEqual({ ...after, paragraphs: after.paragraphs.map(about) }, { paragraphs: [] }, 'after destroy()');
  });
}
