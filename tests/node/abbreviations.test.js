/** @file What a text says about its short forms, as `analyze` and `scan` tell it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Glossary } from '../../www/host/glossary.js';

const glossary = await Glossary.load({
  entries: [
    { id: 'nist', term: 'Computer Security Resource Center', aliases: ['CSRC'], definition: "NIST's site for cryptography and secure software." },
    { id: 'china', term: 'China Securities Regulatory Commission', aliases: ['CSRC'], definition: 'It supervises the stock exchanges and the companies listed there.' },
    { id: 'esg', term: 'ESG', definition: 'Environmental, social and governance: what investors look at beside profit.' },
  ],
});

test('what the article defines is linked to its entry, and other acronyms are listed', () => {
  const text = 'The IMF praised the China Securities Regulatory Commission (CSRC). The CSRC agreed.';
  const { abbreviations, acronyms, matches } = glossary.analyze(text);
  assert.deepEqual(abbreviations, [
    {
      short: { start: 60, end: 64, text: 'CSRC' },
      long: { start: 20, end: 58, text: 'China Securities Regulatory Commission' },
      sentence: { start: 0, end: 66, text: 'The IMF praised the China Securities Regulatory Commission (CSRC).' },
      entry: 'china',
    },
  ]);
  assert.deepEqual(acronyms, [{ start: 4, end: 7, text: 'IMF' }]);
  assert.deepEqual(
    matches.slice(1).map(({ entry, alternatives, score, reason }) => ({ entry, alternatives, score, reason })),
    [60, 71].map(() => ({ entry: 'china', alternatives: ['nist'], score: 1, reason: 'defined' })),
  );
});

test('what the glossary knows otherwise is not matched', () => {
  const { abbreviations, matches } = glossary.analyze('The Committee on Sustainable Rice Cultivation (CSRC) met. The CSRC left.');
  assert.deepEqual(matches, []);
  // It is defined here: with its sentence, and without an entry.
  assert.deepEqual(Object.keys(abbreviations[0] ?? {}), ['short', 'long', 'sentence']);
  assert.equal(abbreviations[0]?.sentence.text, 'The Committee on Sustainable Rice Cultivation (CSRC) met.');
});

test('on request, what the text defines and the glossary lacks has matches of an entry of its own', () => {
  const text = 'The Committee on Sustainable Rice Cultivation (CSRC) met. The CSRC left.';
  const options = { definitions: true };
  const defined = {
    short: { start: 47, end: 51, text: 'CSRC' },
    long: { start: 4, end: 45, text: 'Committee on Sustainable Rice Cultivation' },
  };
  const id = 'defined-here:CSRC:Committee on Sustainable Rice Cultivation';
  const match = { start: 62, end: 66, surface: 'CSRC', entry: id, alternatives: [], score: 1, reason: 'defined' };
  assert.deepEqual(glossary.scan(text, options), [{ ...match, defined }]);
  assert.deepEqual(glossary.scan(text), []);
  assert.equal(glossary.entry(id), undefined, 'it is no entry of the glossary');

  const { matches, terms, abbreviations } = glossary.analyze(text, options);
  const sentence = { start: 0, end: 57, text: 'The Committee on Sustainable Rice Cultivation (CSRC) met.' };
  assert.deepEqual(matches, [{ ...match, defined: { ...defined, sentence } }]);
  assert.deepEqual(terms, [{ entry: id, count: 1, first: 62, salience: 1 }]);
  assert.deepEqual(abbreviations, [{ ...defined, sentence, entry: id }]);
});

test('an abbreviation that is defined and never used again is no term', () => {
  const { matches, terms, abbreviations } = glossary.analyze('The World Trade Organization (WTO) met.', { definitions: true });
  assert.deepEqual([matches, terms, abbreviations.length], [[], [], 1]);
});

test('words of a definition choose: of a shared label, and of an entry that is only letters', () => {
  const [found] = glossary.scan('The CSRC warned companies that are listed.');
  assert.deepEqual([found?.entry, found?.alternatives, found?.reason], ['china', ['nist'], 'context']);
  assert.deepEqual(glossary.scan('Environmental, social and governance (ESG)').map(({ entry }) => entry), ['esg']);
  assert.deepEqual(glossary.scan('The Emergency Services Group (ESG)'), []);
});

test('where nothing speaks for either, the order of the glossary stands, and the match says so', () => {
  const [found] = glossary.scan('The CSRC did it.');
  assert.deepEqual([found?.entry, found?.score, found?.reason], ['nist', 0.5, 'priority']);
});
