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

/** A number of mentions, of hidden terms and of minutes: what each language says. @type {[string, number, string, string, string][]} */
const counts = [
  ['en', 1, '1 mention', '1 term hidden', '1 min read'],
  ['en', 2, '2 mentions', '2 terms hidden', '2 min read'],
  ['de', 1, '1 Erwähnung', '1 Begriff ausgeblendet', '1 Min. Lesezeit'],
  ['de', 2, '2 Erwähnungen', '2 Begriffe ausgeblendet', '2 Min. Lesezeit'],
  ['fr', 0, '0 mention', '0 terme masqué', '0 min de lecture'],
  ['fr', 1, '1 mention', '1 terme masqué', '1 min de lecture'],
  ['fr', 2, '2 mentions', '2 termes masqués', '2 min de lecture'],
  ['es', 1, '1 mención', '1 término oculto', '1 min de lectura'],
  ['es', 2, '2 menciones', '2 términos ocultos', '2 min de lectura'],
  ['zh', 1, '提及 1 次', '已隐藏 1 个术语', '阅读约需 1 分钟'],
  ['zh', 2, '提及 2 次', '已隐藏 2 个术语', '阅读约需 2 分钟'],
  ['ar', 1, 'ذُكر مرة واحدة', 'مصطلح مخفي واحد', 'مدة القراءة دقيقة واحدة'],
  ['ar', 2, 'ذُكر مرتين', 'مصطلحان مخفيان', 'مدة القراءة دقيقتان'],
  ['ar', 3, 'ذُكر 3 مرات', '3 مصطلحات مخفية', 'مدة القراءة 3 دقائق'],
  ['ar', 11, 'ذُكر 11 مرة', '11 مصطلحًا مخفيًا', 'مدة القراءة 11 دقيقة'],
  ['ar', 100, 'ذُكر 100 مرة', '100 مصطلح مخفي', 'مدة القراءة 100 دقيقة'],
];

describe('a number and its noun', () => {
  for (const [language, n, ...expected] of counts) {
    test(`${language}, ${n}`, () => {
      const { fill, sidebar } = stringsFor(language);
      const said = [sidebar.mentions, sidebar.hidden, sidebar.readingTime].map((text) => fill(text, { n }));
      // Arabic in general is written with either digits: which, the ICU version decides.
      const digits = said.map((text) => text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)));
      assert.deepEqual(digits, expected);
    });
  }
});

test('French: what belongs to a double sign stays with it on the line', () => {
  for (const [path, text] of texts('fr')) {
    for (const form of typeof text === 'string' ? [text] : Object.values(text)) assert.doesNotMatch(form, / [:;!?»]|« /, path);
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
    const forms = [0, 1, 2, 3, 11, 100].map((n) => fill(sidebar.hidden, { n }));
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
