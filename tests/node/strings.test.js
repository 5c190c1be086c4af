import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { LANGUAGES, stringsFor } from '../../www/host/strings.js';

/** Words that are the same as in English. Everything else that is the same was forgotten. */
const SAME = new Set(['de sidebar.byName', 'fr sidebar.byName', 'es sidebar.byName', 'zh sidebar.byName']);

const english = stringsFor('en');

/**
 * @param {string} language
 * @returns {[string, string | Record<string, string>][]}  every text by its path
 */
function texts(language) {
  const { card, sidebar } = stringsFor(language);
  return Object.entries({ card, sidebar }).flatMap(([part, table]) =>
    Object.entries(table).map(([key, text]) => /** @type {[string, string | Record<string, string>]} */ ([`${part}.${key}`, text])));
}

/** @param {string} text */
const slots = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();

describe('every language', () => {
  test('is there', () => assert.deepEqual([...LANGUAGES].sort(), ['ar', 'de', 'en', 'es', 'fr', 'zh']));

  const originals = new Map(texts('en'));
  for (const language of LANGUAGES) {
    test(`${language}: no text is missing, empty or stray`, () => {
      const all = texts(language);
      assert.deepEqual(all.map(([path]) => path), [...originals.keys()]);
      for (const [path, text] of all) {
        for (const form of typeof text === 'string' ? [text] : Object.values(text)) assert.ok(form.trim(), `${path} is empty`);
        if (language !== 'en' && !SAME.has(`${language} ${path}`)) {
          assert.notEqual(text, originals.get(path), `${path} is still English`);
        }
      }
    });

    test(`${language}: has the slots of the English text`, () => {
      for (const [path, text] of texts(language)) {
        const original = /** @type {string | Record<string, string>} */ (originals.get(path));
        assert.equal(typeof text, typeof original, path);
        if (typeof text === 'string') assert.equal(slots(text), slots(String(original)), path);
        // "one" and "two" may be words; the form for all other numbers must show the number.
        else assert.equal(slots(String(text['other'])), slots(String(/** @type {Record<string, string>} */ (original)['other'])), path);
      }
    });

    test(`${language}: knows no plural form that the language does not have`, () => {
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [path, text] of texts(language)) {
        if (typeof text === 'object') for (const form of Object.keys(text)) assert.ok(/** @type {string[]} */ (categories).includes(form), `${path}: ${form}`);
      }
    });
  }
});

describe('stringsFor', () => {
  /** @type {[string | undefined, string, 'ltr' | 'rtl'][]} */
  const locales = [
    [undefined, 'en', 'ltr'], ['de', 'de', 'ltr'], ['de-AT', 'de', 'ltr'], ['DE_ch', 'de', 'ltr'], ['zh-Hans-CN', 'zh', 'ltr'],
    ['ar-EG', 'ar', 'rtl'], ['th', 'en', 'ltr'], ['', 'en', 'ltr'], ['no such locale', 'en', 'ltr'], ['de-$$', 'de', 'ltr'],
    ['constructor', 'en', 'ltr'], ['__proto__', 'en', 'ltr'],
  ];
  for (const [locale, lang, dir] of locales) {
    test(`${locale} → ${lang}, ${dir}`, () => {
      const strings = stringsFor(locale);
      assert.equal(strings.lang, lang);
      assert.equal(strings.dir, dir);
      assert.ok(strings.card.close);
    });
  }

  test('plural forms', () => {
    const { fill, sidebar } = english;
    assert.equal(fill(sidebar.mentions, { n: 1 }), '1 mention');
    assert.equal(fill(sidebar.mentions, { n: 1234 }), '1,234 mentions');
  });

  test('Arabic has words for one and two, and forms for few and many', () => {
    const { fill, sidebar } = stringsFor('ar');
    const forms = [0, 1, 2, 3, 11, 100].map((n) => fill(sidebar.terms, { n }));
    assert.equal(new Set(forms).size, 6);
    assert.doesNotMatch(forms[1] ?? '', /\d/);
  });

  test('numbers are the locale’s', () => {
    assert.equal(stringsFor('de').number(12345), '12.345');
    assert.notEqual(stringsFor('de-CH').number(12345), '12.345'); // an apostrophe, which one depends on the ICU version
    assert.equal(stringsFor('ar-EG').fill('{n}', { n: 12 }), '١٢');
  });

  test('what is filled in is not filled in again, and unknown slots stay', () => {
    assert.equal(english.fill(english.sidebar.noMatch, { name: '{n} $& $1' }), 'No term matches “{n} $& $1”.');
    assert.equal(english.fill('{other}', { n: 1 }), '{other}');
  });
});
