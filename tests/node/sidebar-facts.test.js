import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isActor, snippetOf } from '../../www/host/sidebar-facts.js';

/** @type {[string, string, string, string][]} name, text, the place in it, what is shown beside it */
const rows = [
  ['what follows in the sentence', 'On December 21, the council met in Oslo. It was cold.', 'December 21', 'the council met in Oslo'],
  ['what stands before, where nothing follows', 'It was cold. The council met in Oslo on December 21. It adjourned.', 'December 21', 'The council met in Oslo on\u00a0…'],
  ['a sentence that ends without a space', 'It reached a value of 352.1 billion yuan.With this, the city grew.', '352.1 billion yuan', 'It reached a value of\u00a0…'],
  ['a long sentence is cut between words', `In 2019 ${'one word after another '.repeat(9)}.`, '2019', 'one word after another one word after another one word after\u00a0…'],
  ['and so before', `${'One word after another '.repeat(9)}until 2019.`, '2019', '…\u00a0another One word after another One word after another until\u00a0…'],
  ['a script without spaces, behind a name with one', `2021年，毕马威 KPMG ${'会计师事务所发布了报告'.repeat(9)}。`, '2021年', `毕马威 KPMG ${'会计师事务所发布了报告'.repeat(9).slice(0, 55)}\u00a0…`],
  ['and before', `${'会计师事务所发布了报告'.repeat(9)} KPMG 于2021年。`, '2021年', `…\u00a0${'会计师事务所发布了报告'.repeat(9).slice(-57)} KPMG 于\u00a0…`],
  ['no character is halved', `2021年，${'𠮷'.repeat(60)}a${'𠮷'.repeat(60)}。`, '2021年', `${'𠮷'.repeat(32)}\u00a0…`],
  ['not where the cut is between its halves', `2021年，a${'𠮷'.repeat(60)}。`, '2021年', `a${'𠮷'.repeat(31)}\u00a0…`],
  ['nor before', `${'𠮷'.repeat(60)}a于2021年。`, '2021年', `…\u00a0${'𠮷'.repeat(31)}a于\u00a0…`],
  ['a line ends', 'Since 2019\nAnother paragraph.', '2019', 'Since\u00a0…'],
  ['a line with an author: no sign is left over', 'By Ida Solberg · 14 March 2024', '14 March 2024', 'By Ida Solberg\u00a0…'],
  ['nothing there', '2019', '2019', ''],
];

for (const [name, text, place, expected] of rows) {
  test(`beside a date or figure: ${name}`, () => {
    const start = text.indexOf(place);
    assert.equal(snippetOf(text, { start, end: start + place.length }), expected);
  });
}

/** @type {[string, boolean][]} */
const categories = [
  ['Regulator', true],
  ['companies', true],
  ['Central bank', true],
  ['Behörde', true],
  ['Société', true],
  ['Organización', true],
  ['监管机构', true],
  ['منظمة', true],
  [' Institution ', true],
  ['Central bank money', false],
  ['Regulation', false],
  ['Capital markets', false],
  ['', false],
];

for (const [category, expected] of categories) {
  test(`people and bodies: ${category || 'no category'}`, () => {
    /** @type {import('../../www/host/types.js').FoundTerm} */
    const found = { entry: { id: 'x', term: 'x', definition: 'x', category }, index: 0, count: 1, salience: 1, places: [{ start: 0, end: 1 }] };
    assert.equal(isActor(found), expected);
    assert.equal(isActor({ ...found, places: [] }), false, 'nowhere to go');
  });
}
