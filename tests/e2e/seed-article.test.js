/**
 * @file A real article, and every term of the built-in glossary in it.
 *
 * The list was written by reading the article with the glossary beside it, paragraph by paragraph; it is what a careful
 * editor would mark and is not made from what the program finds.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { eachEngine } from '../support/browsers.js';
import { sharedFolder } from '../support/server.js';
import { open } from './steps.js';

const file = path.join(sharedFolder, 'pages/seed-article.html');
const skip = existsSync(file) ? false : `${file} is not on this machine`;

/** @type {[string, string][]} */
const heading = [
  ['blockchain', 'blockchain'],
  ['Metaverse', 'metaverse'],
];

/** @type {[string, string][][]} */
const paragraphs = [
  [
    ['Metaverse', 'metaverse'],
    ['blockchain technology', 'blockchain'],
  ],
  [
    ['Municipal Party Committee', 'municipal-party-committee'],
    ['virtual world', 'virtual-world'],
    ['blockchain', 'blockchain'],
    ['Metaverse', 'metaverse'],
    ['Fintech', 'fintech'],
    ['Capital Market', 'capital-market'],
    ['China Securities Regulatory Commission', 'csrc'],
    ['financial technology', 'fintech'],
    ['capital market', 'capital-market'],
    ['capital market', 'capital-market'],
    ['big data', 'big-data'],
    ['cloud computing', 'cloud-computing'],
    ['artificial intelligence', 'artificial-intelligence'],
    ['blockchain', 'blockchain'],
    ['real economy', 'real-economy'],
    ['compliance', 'compliance'],
    ['risk control', 'risk-control'],
    ['capital market', 'capital-market'],
  ],
  [
    ['Shanghai Municipal Commission of Economy and Information Technology', 'shanghai-economy-commission'],
    ['Fourteenth Five-Year Plan', 'fourteenth-five-year-plan'],
    ['Metaverse', 'metaverse'],
  ],
  [
    ['blockchain', 'blockchain'],
    ['metauniverse', 'metaverse'],
    ['blockchain', 'blockchain'],
    ['metauniverse', 'metaverse'],
  ],
  [
    ['Hangzhou Municipal Bureau of Economy and Information Technology', 'hangzhou-economy-bureau'],
    ['digital economy', 'digital-economy'],
    ['added value', 'value-added'],
    ['yuan', 'renminbi'], // the article has no space after this sentence
    ['artificial intelligence', 'artificial-intelligence'],
    ['blockchain', 'blockchain'],
    ['virtual reality', 'virtual-reality'],
    ['Metaverse', 'metaverse'],
    ['blockchain', 'blockchain'],
    ['Blockchain', 'blockchain'],
  ],
  [
    ['blockchain', 'blockchain'],
    ['mainland China', 'mainland-china'],
    ['digital collections', 'digital-collectible'],
    ['Metaverse', 'metaverse'],
    ['blockchain technology', 'blockchain'],
    ['cryptocurrencies', 'cryptocurrency'],
    ['Metaverse', 'metaverse'],
    ['Metaverse', 'metaverse'],
    ['Metaverse', 'metaverse'],
    ['computing power', 'computing-power'],
  ],
  [
    ['KPMG China', 'kpmg-china'],
    ['KPMG Huazhen', 'kpmg-huazhen'],
    ['Special General Partnership', 'special-general-partnership'],
    ['Metaverse', 'metaverse'],
    ['financial technology', 'fintech'],
  ],
];

for (const rendering of ['elements', 'highlights']) {
  for (const headings of [false, true]) {
    eachEngine(
      `the real article: every term and nothing else (${rendering}, headings ${headings ? 'on' : 'off'})`,
      async (page) => {
        await open(page, '/shared/pages/seed-article.html');
        const { marks, blocks, outside, during, after } = await page.evaluate(
          async (options) => {
            t.remember();
            const nav = document.querySelector('nav')?.outerHTML;
            const footer = document.querySelector('footer')?.outerHTML;
            const { marks } = await t.enrich(options);
            const during = t.textChanges();
            const outside = [
              nav === document.querySelector('nav')?.outerHTML,
              footer === document.querySelector('footer')?.outerHTML,
            ];
            const blocks = t.blockOfMarks('article > *');
            t.current().destroy();
            return { marks, blocks, outside, during, after: t.changes() };
          },
          // The title is not part of the article that `auto` finds.
          { glossary: '/glossary/fintech-policy.json', scope: headings ? 'article' : 'auto', occurrences: 'all', rendering, headings, sidebar: true },
        );
        const expected = [headings ? heading : [], ...paragraphs];
        assert.deepEqual(marks, expected.flat());
        assert.deepEqual(blocks, expected.flatMap((terms, index) => terms.map(() => index)));
        assert.deepEqual(outside, [true, true], 'navigation and footer');
        assert.deepEqual(during, {});
        assert.deepEqual(after, {});
      },
      { skip },
    );
  }
}
