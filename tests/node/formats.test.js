/** @file Glossaries as people have them: what `www/formats` makes of each. A row is a text, and the entries that it holds, as `term + alias: definition`. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { textOfFile } from '../../www/formats/bytes.js';
import { guessMapping, tableItems } from '../../www/formats/columns.js';
import { readText } from '../../www/formats/read.js';
import { plainText, tidyTerm } from '../../www/formats/tidy.js';
import { parseYaml } from '../../www/formats/yaml.js';

/** @typedef {[name: string, text: string, entries: string[]]} Row */

const BOND = 'bond: A debt that is traded.';
const SHARE = 'share: A part of a company.';
const BOTH = [BOND, SHARE];

/** @param {string} text */
function entriesOf(text) {
  const { kind, items, rows, mapping } = readText(text);
  const found = kind === 'json' ? items : tableItems(rows, mapping).items;
  return found.map(({ term, aliases, definition }) => `${[term, ...(aliases ?? [])].join(' + ')}: ${definition}`);
}

/** @param {Row[]} rows */
const check = (rows) => {
  for (const [name, text, entries] of rows) test(name, () => assert.deepEqual(entriesOf(text), entries));
};

const [bond, share] = [{ term: 'bond', definition: 'A debt that is traded.' }, { term: 'share', definition: 'A part of a company.' }];

describe('JSON in other shapes', () => {
  check([
    ['a list by another name', JSON.stringify({ terms: [bond, share] }), BOTH],
    ['a list deep inside', JSON.stringify({ version: 1, data: { glossary: { items: [bond, share] } } }), BOTH],
    ['a map from terms to definitions', '{"bond": "A debt that is traded.", "share": "A part of a company."}', BOTH],
    ['a map from terms to what is known', '{"bond": {"definition": "A debt that is traded.", "example": "Buy one."}, "share": {"definition": "A part of a company.", "example": "Sell one."}}', BOTH],
    ['a map from numbers to entries', JSON.stringify({ k1: bond, k2: share }), BOTH],
    ['lists by letter', JSON.stringify({ B: [bond], S: [share] }), BOTH],
    ['maps by subject', '{"Debts": {"bond": "A debt that is traded."}, "Parts": {"share": "A part of a company."}}', BOTH],
    ['pairs', '[["bond", "A debt that is traded."], ["share", "A part of a company."]]', BOTH],
    ['fields by other names', '[{"Libellé": "bond", "Sens": "A debt that is traded.", "Id": "7"}, {"Libellé": "share", "Sens": "A part of a company.", "Id": "8"}]', BOTH],
    ['fields in Persian', '[{"واحد": "x", "اصطلاح": "bond", "تعریف": "A debt that is traded."}]', [BOND]],
    ['`entries`, but a definition by another name', '{"entries": [{"term": "bond", "gloss": "A debt that is traded."}]}', [BOND]],
    ['aliases by another name, some of them null', '[{"name": "bond", "altNames": ["note", "IOU"], "definition": "A debt that is traded."}, {"name": "share", "altNames": null, "definition": "A part of a company."}]', ['bond + note + IOU: A debt that is traded.', SHARE]],
    ['things that are no entries in between', JSON.stringify([{ Term: 'bond', Meaning: 'A debt that is traded.' }, false, null, { Term: 'x' }]), [BOND]],
    ['languages inside', '[{"en": {"term": "bond", "def": "A debt that is traded."}, "de": {"term": "Anleihe", "def": "Eine Schuld."}}, {"en": {"term": "share", "def": "A part of a company."}}]', BOTH],
    ['fields with languages', '[{"term": {"en": "bond", "de": "Anleihe"}, "definition": {"en": "A debt that is traded.", "de": "Eine Schuld."}}]', [BOND]],
    ['an object a line', '{"word": "bond", "meaning": "A debt that is traded."}\n{"word": "share", "meaning": "A part of a company."}\n', BOTH],
    ['a dictionary for readers of Japanese', '[["債券", "さいけん", "n", "", 0, ["bond", "debt security"], 1, ""]]', ['債券: bond\ndebt security']],
    ['JSON-LD', '{"@graph": [{"@id": "x:1", "@type": "skos:Concept", "skos:prefLabel": [{"@value": "bond", "@language": "en"}], "skos:altLabel": [{"@value": "note", "@language": "en"}], "skos:definition": [{"@value": "A debt that is traded.", "@language": "en"}]}]}', ['bond + note: A debt that is traded.']],
    ['JSON-LD with whole addresses', '[{"@id": "x:1", "http://www.w3.org/2004/02/skos/core#prefLabel": [{"@value": "bond", "@language": "en"}], "http://www.w3.org/2004/02/skos/core#definition": [{"@value": "A debt that is traded.", "@language": "en"}]}]', [BOND]],
    ['the terms of schema.org', '{"@type": "DefinedTermSet", "name": "Money", "hasDefinedTerm": [{"@type": "DefinedTerm", "name": "bond", "description": "A debt that is traded."}]}', [BOND]],
    ['markup in definitions', '[{"title": "bond", "description": "<p>A <em>debt</em> that&nbsp;is traded.</p>"}]', ['bond: A debt that\u00a0is traded.']],
  ]);
});

describe('tables with odd heads', () => {
  check([
    ['keys of a dictionary, and the words behind them', 'gnu\tGNU GNU is Not Unix\nthe\tTHE The Hessling Editor\nxds\txDS any Digital Service\n', ['GNU: GNU is Not Unix', 'THE: The Hessling Editor', 'xDS: any Digital Service']],
    ['definitions that are sentences about their term', 'bond\tBond is a debt.\nshare\tShare is a part.\nip\tIP is a protocol.\n', ['bond: Bond is a debt.', 'share: Share is a part.', 'ip: IP is a protocol.']],
    ['a title above the names', 'Our words,,\n\nNo,Term,Definition\n1,bond,A debt that is traded.\n', [BOND]],
    ['letters above the names', 'A列,B列,C列\nid,用語,定義\n1,債券,売買される負債。\n', ['債券: 売買される負債。']],
    ['a hundred rows less one of what is said of the whole above the names', `${'prefix skos,https://example.org/\n'.repeat(98)}\nterm,definition\nbond,A debt that is traded.\n`, [BOND]],
    ['lines of notes', `${'Words of our house\n'.repeat(12)}\nterm,definition\nbond,A debt that is traded.\n`, [BOND]],
    ['lines of notes behind a sign', `${'# exported, 3 May\n'.repeat(12)}term,definition\nbond,A debt that is traded.\n`, [BOND]],
    ['a language in the names', 'id,name_fr,name_en,def_fr,def_en\n1,obligation,bond,,A debt that is traded.\n2,action,share,,A part of a company.\n', ['obligation: A debt that is traded.', 'action: A part of a company.']],
    ['names with capitals inside', 'termId,termName,shortDefinition\n1,bond,A debt that is traded.\n', [BOND]],
    ['bold names', '**Term**,**Definition**\nbond,A debt that is traded.\n', [BOND]],
    ['two languages and no definition', 'English Term,Part of Speech,Spanish Term,Notes\nbond,n.,bono,\nshare,n.,acción,\n', ['bond: bono', 'share: acción']],
    ['languages alone', 'en,ko\nbond,채권\n', ['bond: 채권']],
    ['a language and a translation', '영어,번역문\nbond,채권\n', ['bond: 채권']],
    ['numbers in front, no names', '1,bond,A debt that is traded.\n2,share,A part of a company.\n', BOTH],
    ['Russian', 'Термин;Определение\nоблигация;Долг, который продают.\n', ['облигация: Долг, который продают.']],
    ['Turkish', 'Terim\tTanım\ntahvil\tAlınıp satılan borç.\n', ['tahvil: Alınıp satılan borç.']],
    ['Hebrew', 'מונח,הגדרה\nאיגרת חוב,חוב סחיר\n', ['איגרת חוב: חוב סחיר']],
    ['Hindi', 'शब्द,परिभाषा\nबंधपत्र,एक ऋण\n', ['बंधपत्र: एक ऋण']],
    ['notes of Anki', '#separator:tab\n#html:true\n#tags column:3\nbond\tA <b>debt</b> that is traded.\tmoney\nshare\tA part of a&nbsp;company.\tmoney\n', ['bond: A debt that is traded.', 'share: A part of a\u00a0company.']],
    ['notes of Anki with semicolons', '#separator:Semicolon\n#columns:Front;Back\nbond;A debt, one that is traded.\n', ['bond: A debt, one that is traded.']],
  ]);
  test('a word in a row of entries is no name of a column', () => {
    assert.deepEqual(entriesOf('bond,A debt.\nterm,A word of a field.\nkey,What opens.\n').length, 3);
  });
  test('the language that the terms are in', () => {
    assert.equal(readText('Deutsch;Englisch;Bedeutung\nAnleihe;bond;Eine Schuld.\n').language, 'de');
    assert.equal(readText('name_en,name_fr,def_en\nbond,obligation,A debt.\n').language, 'en');
  });
  for (const [language, text] of [
    ['en', 'bond: A debt that is traded on a market.\nshare: A part of a company, with a right to some of the profit.\n'],
    ['de', 'Anleihe: Eine Schuld, die an der Börse gehandelt wird.\nAktie: Ein Anteil an einem Unternehmen und an dem Gewinn.\n'],
    ['fr', 'obligation : Une dette qui est négociée sur un marché.\naction : Une part dans une entreprise et les droits qui vont avec.\n'],
    ['ja', '債券,市場で売買される負債。\n株式,会社の一部。\n'],
    ['zh', '债券,在市场上交易的债务。\n股票,公司的一部分。\n'],
    ['ko', '채권,시장에서 거래되는 빚.\n주식,회사의 일부.\n'],
    ['ru', 'облигация,Долг, который продают.\nакция,Часть компании.\n'],
    ['he', 'איגרת חוב,חוב סחיר\nמניה,חלק בחברה\n'],
    ['fa', 'اوراق قرضه,بدهی قابل معامله\nسهم,بخشی از یک شرکت\n'],
    ['en', 'bond,A debt that you sell\nshare,A part\n'],
    // One small word is one of several languages, or a letter: "z. B."
    ['', 'Zins,Preis z. B. in %\nAnteil,Teil z. B. davon\n'],
    ['', 'bond,a debt\nshare,a part\n'],
    // The terms are not in the language that explains them.
    ['', 'bond,채권\nshare,주식\n'],
    ['', 'bond,Anleihe\nshare,Aktie\n'],
  ]) {
    test(`the language of what does not say it: ${language || 'not plain'}`, () => assert.equal(readText(text ?? '').language, language));
  }
  test('a pronunciation, a category, a link and a source have their columns', () => {
    const { columns } = guessMapping([['用語', '読み方', '説明', '分類', 'リンク', '出典', '同義語']]);
    assert.deepEqual(columns, { term: 0, definition: 2, aliases: 6, category: 3, pronunciation: 1, url: 4, source: 5, context: -1 });
  });
});

describe('Markdown and its kin', () => {
  check([
    ['a table', '# Words\n\n| **Term** | Definition |\n|---|---|\n| **bond** | A [debt](x.md) that is traded. |\n| share | A part of a `company`. |\n', BOTH],
    ['several tables with the same columns', '## B\n\nTerm | Definition\n--- | ---\nbond | A debt that is traded.\n\n## S\n\nTerm | Definition\n--- | ---\nshare | A part of a company.\n', BOTH],
    ['a table whose head is not known', '| Debt or part | What we mean by it |\n|---|---|\n| bond | A debt that is traded. |\n', [BOND]],
    ['a bar in a cell', '| Term | Definition |\n|---|---|\n| bond | A debt \\| that is traded. |\n', ['bond: A debt | that is traded.']],
    ['letters in the rows', '| Term | Definition |\n|---|---|\n| **B** | |\n| bond | A debt that is traded. |\n', [BOND]],
    ['headings', '# Glossary\n\nWhat we say.\n\n## B\n\n### Bond\n\nA debt that is traded.\n\n---\n\n## S\n\n### Share\nA part of a company.\n', ['Bond: A debt that is traded.', 'Share: A part of a company.']],
    ['headings that are underlined', 'Words\n=====\n\nbond\n----\nA debt that is traded.\n\nshare\n-----\nA part of a company.\n', BOTH],
    ['items that begin in bold', '# Glossary\n\n- **bond**: A debt that is traded.\n- **share** – A part of a company.\n', BOTH],
    ['a colon inside of the bold', '* **bond:** A debt that is traded.\n* **share:** A part of a company.\n', BOTH],
    ['paragraphs that begin in bold', '**bond**\nA debt that is traded.\n\n**share**\nA part of a company.\n', BOTH],
    ['a definition list', 'bond\n: A debt that is traded.\n\nshare\n: A part\n  of a company.\n', BOTH],
    ['a definition list with two names', 'bond\nnote\n:   A debt that is traded.\n', ['bond + note: A debt that is traded.']],
    ['items with colons', '- bond: A debt that is traded.\n- share: A part of a company.\n', BOTH],
    ['front matter and a list', '---\ntitle: Glossary\n---\n\n## bond\n\nA debt that is traded.\n\n## share\n\nA part of a company.\n', BOTH],
    ['a page that is one entry', '---\ntitle: bond\ntags: [debt]\n---\n\nA debt that is traded.\n\n## Why\n\nBecause.\n\n## How\n\nAt a bank.\n', [BOND]],
    ['… with capitals in its names', '---\nTitle: bond\nStatus: Done\n---\n\nA debt that is traded.\n\n## Why\n\nBecause.\n', [BOND]],
    ['shortcodes', '---\ntitle: Glossary\n---\n{{< def id="b" name="bond" abbr="BND" >}}A debt that is traded.{{< /def >}}\n\n{{< def name="share" >}}A part of a company.{{< /def >}}\n', ['bond + BND: A debt that is traded.', SHARE]],
    ['components', '# Glossary\n\n<Term name="bond">A debt that is traded.</Term>\n<Term name="share">A part of a company.</Term>\n', BOTH],
    ['reStructuredText', 'Glossary\n========\n\n.. glossary::\n   :sorted:\n\n   bond\n   note\n      A :term:`debt` that\n      is traded.\n\n   share\n      A part of a company.\n', ['bond + note: A debt that is traded.', SHARE]],
    ['a table of reStructuredText', '.. list-table::\n   :header-rows: 1\n\n   * - Term\n     - Meaning\n   * - bond\n     - A debt that\n       is traded.\n', [BOND]],
    ['AsciiDoc', '= Glossary\n\nbond:: A debt that is traded.\nshare::\n  A part of a company.\n', BOTH],
    ['AsciiDoc that begins with what the list is', '[glossary]\nbond:: A debt that is traded.\nshare:: A part of a company.\n', BOTH],
    ['MediaWiki', '== Words ==\n; bond : A debt that is traded.\n; share\n: A part of a company.\n', BOTH],
    ['lines with colons', 'bond: A debt that is traded.\nshare: A part of a company.\n', BOTH],
    ['lines with dashes', 'bond – A debt that is traded.\nshare – A part of a company.\n', BOTH],
    ['years in bold are no terms', '- **bond**: A debt that is traded.\n- **share**: A part of a company.\n- **1999**: A year.\n', BOTH],
    ['a link and a footnote', '**bond**: A [debt][1] that is traded.[^2]\n\n**share**: A part of a company. [[3]](#x)\n\n[1]: https://x.example\n', BOTH],
  ]);
});

describe('pages', () => {
  check([
    ['a definition list', '<!doctype html><title>Words</title><nav><dl><dt>Home<dd>Here</dl></nav><dl><dt>bond</dt><dd>A <i>debt</i> that is&#32;traded.</dd><dt><dfn>share</dfn><dd>A part of a company.</dl>', BOTH],
    ['two names of one thing', '<dl><dt>bond<dt>note<dd>A debt that is traded.</dl>', ['bond + note: A debt that is traded.']],
    ['a table', '<html><table><thead><tr><th>Term<th>Definition<tbody><tr><td>bond<td>A debt that is traded.<tr><td>share<td>A part of a company.</table>', BOTH],
    ['headings', '<html><h1>Glossary</h1><h3>bond</h3><p>A debt that is traded.</p><h3>share</h3><div><p>A part of a company.</p></div>', BOTH],
    ['paragraphs that begin in bold', '<html><p><strong>bond</strong>: A debt that is traded.</p><p><b>share</b> – A part of a company.</p>', BOTH],
    ['scripts are no text', '<!doctype html><script>document.write("<dl><dt>x<dd>y</dl>")</script><dl><dt>bond<dd>A debt that is traded.</dl>', [BOND]],
    ['an element in front of Markdown', '<p align="center"><img src="x.png"></p>\n\n## bond\n\nA debt that is traded.\n\n## share\n\nA part of a company.\n', BOTH],
  ]);
});

describe('YAML', () => {
  check([
    ['a list', '# words\n- term: bond\n  definition: A debt that is traded.\n- term: "share"\n  definition: >\n    A part\n    of a company.\n', BOTH],
    ['a list that begins with a line', '---\n- title: bond\n  acronym: \'\'\n  description: \'A debt that\n    is traded. \'\n', [BOND]],
    ['a list by a name', 'terms:\n- term: bond\n  def: |\n    A debt that is traded.\n  synonyms: [note, "IOU"]\n', ['bond + note + IOU: A debt that is traded.']],
    ['a map', 'bond: A debt that is traded.\nshare:\n  A part of a company.\n', BOTH],
    ['languages', '- slug: b\n  de:\n    term: Anleihe\n    def: Eine Schuld.\n  en:\n    term: bond\n    def: A debt that is traded.\n- slug: s\n  en:\n    term: share\n    def: A part of a company.\n', BOTH],
  ]);
  for (const [name, text, value] of /** @type {[string, string, unknown][]} */ ([
    ['an apostrophe in quotes', "- 'the debtor''s\n  promise'\n- b", ["the debtor's promise", 'b']],
    ['an escape', 'a: "x\\n\\u00e9"', { a: 'x\né' }],
    ['a colon in a plain text', 'a: b: c', { a: 'b: c' }],
    ['a comment', 'a: b # c\n# d\ne: "#f"', { a: 'b', e: '#f' }],
    ['in brackets', 'a: [b, {c: d}]\ne: {f: g}', { a: ['b', { c: 'd' }], e: { f: 'g' } }],
    ['empty lines in a folded text', 'a: >-\n  b\n  c\n\n  d\ne: f', { a: 'b c\n\nd', e: 'f' }],
    ['a sentence is none', 'A debt that is traded.', undefined],
    ['nested too deep', `${'- '.repeat(500)}x`, undefined],
  ])) {
    test(name, () => assert.deepEqual(parseYaml(text), value));
  }
});

describe('vocabularies', () => {
  const skos = (/** @type {string} */ inside) => `<?xml version="1.0"?><rdf:RDF xmlns:skos="x" xmlns:rdf="y">${inside}</rdf:RDF>`;
  check([
    ['TBX', '<?xml version="1.0"?><tbx xmlns="x"><text><body><conceptEntry id="1"><langSec xml:lang="en"><descrip type="definition">A debt that is traded.</descrip><termSec><term>bond</term></termSec><termSec><term>note</term></termSec></langSec><langSec xml:lang="de"><termSec><term>Anleihe</term></termSec></langSec></conceptEntry></body></text></tbx>', ['bond + note: A debt that is traded.']],
    ['the older TBX', '<?xml version="1.0"?><martif type="TBX"><text><body><termEntry><descripGrp><descrip type="definition">A debt that is traded.</descrip></descripGrp><langSet xml:lang="en"><ntig><termGrp><term>bond</term></termGrp></ntig></langSet></termEntry></body></text></martif>', [BOND]],
    ['SKOS as XML', skos('<skos:Concept rdf:about="b"><skos:prefLabel xml:lang="en">bond</skos:prefLabel><skos:altLabel xml:lang="en">note</skos:altLabel><skos:prefLabel xml:lang="de">Anleihe</skos:prefLabel><skos:definition xml:lang="en">A debt\n  that is traded.</skos:definition></skos:Concept>'), ['bond + note: A debt that is traded.']],
    ['SKOS as Turtle', '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n# words\n<b> a skos:Concept ; skos:prefLabel "bond"@en, "Anleihe"@de ;\n  skos:broader [ a skos:X ; skos:prefLabel "no"@en ] ; skos:definition """A debt that is "traded"."""@en .\nskos:s a skos:Concept; skos:prefLabel "share"@en; skos:definition "A part of a company."@en.\n', ['bond: A debt that is "traded".', SHARE]],
  ]);
});

describe('what is around a term', () => {
  for (const [cell, ...names] of [
    ['bond:', 'bond'],
    ['“bond”', 'bond'],
    ['• bond', 'bond'],
    ['bond (noun)', 'bond'],
    ['bond (n.)', 'bond'],
    ['bond / note', 'bond', 'note'],
    ['bond; note', 'bond', 'note'],
    ['bond aka note', 'bond', 'note'],
    ['bond (also known as note, IOU)', 'bond', 'note', 'IOU'],
    ['bond (auch: Anleihe)', 'bond', 'Anleihe'],
    ['Anleihe (debt security, DS)', 'Anleihe', 'debt security', 'DS'],
    ['債券（bond）', '債券', 'bond'],
    ['기계 학습(Machine Learning)', '기계 학습', 'Machine Learning'],
    ['機械学習（ML / Machine Learning）', '機械学習', 'ML', 'Machine Learning'],
    ['可観測性（オブザーバビリティ）', '可観測性', 'オブザーバビリティ'],
    ['Çalışma zamanı (Runtime)', 'Çalışma zamanı', 'Runtime'],
    ['Größe (Physik)', 'Größe (Physik)'],
    ['época (geología)', 'época (geología)'],
    ['lãi suất (interest rate - IR)', 'lãi suất', 'interest rate', 'IR'],
    ['облигация (bond)', 'облигация', 'bond'],
    ['bond, convertible', 'bond, convertible', 'convertible bond'],
    ['bonds, shares and notes', 'bonds, shares and notes'],
    // The engine reads these as they are.
    ['Consumer Price Index (CPI)', 'Consumer Price Index (CPI)'],
    ['Mercury (planet)', 'Mercury (planet)'],
    ['TCP/IP', 'TCP/IP'],
    ['C#', 'C#'],
    ['.NET', '.NET'],
    ['my_token', 'my_token'],
    ['#[derive(Debug)]', '#[derive(Debug)]'],
    ['X (Y / Z)', 'X (Y / Z)'],
  ]) {
    const [term, ...aliases] = names;
    test(cell ?? '', () => assert.deepEqual(tidyTerm(cell ?? ''), { term, aliases }));
  }

  check([
    ['numbers in front of all', 'term,definition\n1. bond,A debt.\n2. share,A part.\n3. note,A promise.\n4. 3D printing,A craft.\n', ['bond: A debt.', 'share: A part.', 'note: A promise.', '3D printing: A craft.']],
    ['a number in front of one', 'term,definition\n5 Whys,A method.\nbond,A debt.\nshare,A part.\nnote,A promise.\n', ['5 Whys: A method.', 'bond: A debt.', 'share: A part.', 'note: A promise.']],
    ['other names in the brackets of the whole list', 'term,definition\nTự động (Autoscaling),1.\nĐám mây (Cloud),2.\nThùng (Container),3.\nGiao diện (API),4.\nDịch vụ (Service),5.\nCụm (Cluster),6.\nNhãn (Labels),7.\n', ['Tự động + Autoscaling: 1.', 'Đám mây + Cloud: 2.', 'Thùng + Container: 3.', 'Giao diện (API): 4.', 'Dịch vụ + Service: 5.', 'Cụm + Cluster: 6.', 'Nhãn + Labels: 7.']],
    ['… that tell meanings apart', 'term,definition\nMercury (planet),1.\nVenus (planet),2.\nMercury (element),3.\nVenus (goddess),4.\nMars (planet),5.\nMars (goddess),6.\n', ['Mercury (planet): 1.', 'Venus (planet): 2.', 'Mercury (element): 3.', 'Venus (goddess): 4.', 'Mars (planet): 5.', 'Mars (goddess): 6.']],
    ['an entry that sends to another', 'term,definition\nnote,See bond.\nbond,A debt.\nIOU,→ bond\n', ['bond + note + IOU: A debt.']],
    ['… to one with a short form', 'term,definition\nCPI,see Consumer Price Index\nConsumer Price Index (CPI),What a basket of goods costs.\n', ['Consumer Price Index (CPI) + CPI: What a basket of goods costs.']],
    ['… to nothing', 'term,definition\nnote,See paper.\nbond,A debt.\n', ['note: See paper.', 'bond: A debt.']],
    ['… and back', 'term,definition\na,See b.\nb,See a.\n', ['a: See b.', 'b: See a.']],
  ]);
});

describe('text without markup', () => {
  for (const [name, text, plain] of [
    ['elements', 'A <b>debt</b><br>that is <a href="x">traded</a>', 'A debt\nthat is traded'],
    ['less and greater are text', 'a < b and c > d, Vec<T>', 'a < b and c > d, Vec<T>'],
    ['entities', 'R&amp;D &ndash; caf&eacute; &#8364; &#x20AC; &nosuch;', 'R&D – café € € &nosuch;'],
    ['bold, italics, code', '**A** *debt* that _is_ `traded` ***now***', 'A debt that is traded now'],
    ['a product is no italics', '2 * 3 * 4 = 24, snake_case_name', '2 * 3 * 4 = 24, snake_case_name'],
    ['links', 'a [debt](https://x.example/a_(b)) and [[Bond|bonds]] ![x](y.png)', 'a debt and bonds'],
    ['a letter of mathematics', '$n$-tuple', 'n-tuple'],
    ['scripts', 'a<script>alert(1)</script>b', 'ab'],
  ]) {
    test(name ?? '', () => assert.equal(plainText(text ?? ''), plain));
  }
});

describe('what writers of manuals and papers use', () => {
  check([
    ['LaTeX: `glossaries`', '% words\n\\usepackage{glossaries}\n\\newglossaryentry{b}{\n  name={bond},\n  description={A \\emph{debt} that\n    is~traded\\cite{x}.}\n}\n\\newglossaryentry{s}\n{ description=A part of a company., name=share }\n\\newacronym[longplural={x}]{gdp}{GDP}{Gross \\textbf{domestic} product}\n', [...BOTH, 'GDP: Gross domestic product']],
    ['LaTeX: a longer description', '\\longnewglossaryentry*{b}{name=bond}{A debt {that} is traded.}\n', [BOND]],
    ['LaTeX: the package `acronym`', '\\begin{acronym}[GDP]\n  \\acro{GDP}{Gross domestic product}\n  \\acro{M\\"uV}[x]{50\\,\\% \\& more}\n\\end{acronym}\n', ['GDP: Gross domestic product', 'MüV: 50 % & more']],
    ['LaTeX: a list', '\\begin{description}\n\\item[bond] A debt that is traded.\n\\item[share] A part\n  of a company.\n\\end{description}\n', BOTH],
    ['Org mode: a list', '#+TITLE: Words\n#+AUTHOR: Me\n\n* Glossary\n- bond :: A /debt/ that\n  is =traded=.\n- share :: A part of a [[https://x.example/][company]].\n', BOTH],
    ['Org mode: headings', '#+TITLE: Words\n* Glossary\n** bond\n:PROPERTIES:\n:ID: 12\n:END:\nA debt that is traded.\n** TODO share  :work:\nA part of a company.\n', BOTH],
    ['Org mode: a table', '#+TITLE: Words\n| Term | Definition |\n|------+------------|\n| bond | A debt that is traded. |\n', [BOND]],
    ['AsciiDoc: anchors, references, comments, a second paragraph', '= Words\n:toc:\n\n[glossary]\n[[b]]bond::\n  A debt that\n+\nis traded.\n// no word\n[#s]\nshare:: A part of a <<c,company>>.\n', BOTH],
    ['MediaWiki: a footnote', "; [[bond]] : A ''debt'' that is traded.<ref name=\"a\">Someone</ref>\n; share\n: A part of a company.<ref name=\"a\"/>\n", BOTH],
    ['DocBook', '<?xml version="1.0"?><glossary xmlns="x"><title>Words</title><glossentry><glossterm>bond</glossterm><acronym>BND</acronym><glossdef><para>A <emphasis>debt</emphasis> that is traded.</para><glossseealso otherterm="s"/></glossdef></glossentry><glossentry><glossterm>note</glossterm><glosssee otherterm="b">bond</glosssee></glossentry></glossary>', ['bond + BND + note: A debt that is traded.']],
    ['DITA', '<!DOCTYPE glossgroup PUBLIC "-//OASIS//DTD DITA Glossary Group//EN" "x.dtd"><glossgroup><title>Words</title><glossentry id="b"><glossterm>bond</glossterm><glossdef>A <ph>debt</ph> that is traded.</glossdef><glossBody><glossAlt><glossAcronym>BND</glossAcronym></glossAlt></glossBody></glossentry></glossgroup>', ['bond + BND: A debt that is traded.']],
    ['TEI', '<?xml version="1.0"?><TEI xmlns="x"><text><body><entry><form><orth>bond</orth><orth>bonde</orth></form><gramGrp><pos>n</pos></gramGrp><sense n="1"><def>A debt that is traded.</def></sense><sense n="2"><def>A tie.</def></sense></entry></body></text></TEI>', ['bond + bonde: A debt that is traded.\nA tie.']],
    ['TMX', '<?xml version="1.0"?><tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>bond</seg></tuv><tuv xml:lang="de"><seg>Anleihe</seg></tuv></tu></body></tmx>', ['bond: Anleihe']],
    ['the signs that Sphinx puts behind its terms', '<!doctype html><dl><dt>bond<a class="headerlink" href="#b">¶</a></dt><dd>A debt that is traded.</dd><dt>share <a href="#s">#</a></dt><dd>A part of a company.</dd></dl>', BOTH],
    ['Anki: its own columns, and gaps', '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\nx1\tBasic\tMoney\t<b>bond</b>\tA debt that is traded.\tdebt\nx2\tBasic\tMoney\tshare\t<div>A part of a company.</div>\t\n', BOTH],
    ['Anki: sentences with gaps', '#separator:tab\n#html:true\n#tags column:3\nA {{c1::bond}} is a debt.\t\tmoney\nA {{c1::share::part}} is a part.\tMore\tmoney\n', ['bond: A bond is a debt.', 'share: A share is a part.']],
  ]);
  test('what a thing is in linked data is no category', () => {
    const { rows, mapping } = readText('{"@graph": [{"@id": "x:1", "@type": "skos:Concept", "skos:prefLabel": "bond", "skos:definition": "A debt."}]}');
    assert.deepEqual(tableItems(rows, mapping).items, [{ term: 'bond', definition: 'A debt.' }]);
  });
  test('the signs of Windows, in every Node', async () => {
    const bytes = Uint8Array.from(Buffer.from('bond;Debt \x96 of \x84M\xfcnzen\x93, in \x80\nshare;A part.\n', 'latin1'));
    assert.deepEqual(entriesOf(await textOfFile(bytes)), ['bond: Debt – of „Münzen“, in €', 'share: A part.']);
  });
});

describe('what is no glossary is told so', () => {
  for (const [name, text, message] of /** @type {[string, string, RegExp][]} */ ([
    ['a page', '<!doctype html><title>Not found</title><p>Nothing here.', /web page.*no list of terms/],
    ['XML', '<?xml version="1.0"?><svg><path d="M0 0"/></svg>', /XML.*no list of terms/],
    ['a vocabulary without definitions', '@prefix skos: <x#> .\n<b> skos:prefLabel "bond"@en .\n<s> skos:prefLabel "share"@en .\n', /vocabulary.*no list of terms/],
    ['a story', 'It was late.\n\nNobody came, and the door stayed shut, as it had for years.\n', /no list of terms/],
    ['a page without a text', '---\ntitle: Search\nlayout: search\n---\n', /no list of terms/],
    ['settings', '{"name": "x", "version": "1.0", "private": true}', /no list "entries"/],
    ['addresses', '{"bond": "https://x.example/1", "share": "https://x.example/2"}', /no list "entries"/],
    ['words alone', 'bond\nshare\nnote\n', /no list of terms/],
  ])) {
    test(name, () => assert.throws(() => entriesOf(text), { code: 'glossary-invalid', message }));
  }
});

describe('files of offices', () => {
  const file = (/** @type {Record<string, string>} */ parts) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
  const workbook = '<workbook xmlns:r="r"><sheets><sheet name="About" r:id="rId1"/><sheet name="Words" r:id="rId2"/></sheets></workbook>';
  const relations = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>';
  const strings = '<sst><si><t>Term</t></si><si><t>Definition</t></si><si><r><t>bo</t></r><r><t>nd</t></r><rPh><t>x</t></rPh></si><si><t>A "debt", that &amp; is traded.</t></si></sst>';
  const sheet = '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row><c r="A2" t="s"><v>2</v></c><c r="B2"><v>7</v></c><c r="C2" t="s"><v>3</v></c></row><row><c r="A3" t="inlineStr"><is><t>share</t></is></c><c r="C3" t="str"><v>A part of a company.</v></c></row></sheetData></worksheet>';
  const text = (/** @type {string} */ inside) => `<w:document><w:body>${inside}</w:body></w:document>`;
  const bold = (/** @type {string} */ term, /** @type {string} */ rest) => `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>${term}</w:t></w:r><w:r><w:t xml:space="preserve"> – ${rest}</w:t></w:r></w:p>`;
  const cell = (/** @type {string} */ inside) => `<w:tc><w:p><w:r><w:t>${inside}</w:t></w:r></w:p></w:tc>`;
  for (const [name, parts, entries] of /** @type {[string, Record<string, string>, string[]][]} */ ([
    ['.xlsx', { 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': relations, 'xl/sharedStrings.xml': strings, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>', 'xl/worksheets/sheet2.xml': sheet }, ['bond: A "debt", that & is traded.', SHARE]],
    ['.ods', { 'content.xml': '<office:document-content><office:body><office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>Term</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Definition</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row><table:table-cell><text:p>bond</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>A debt that is traded.</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>' }, [BOND]],
    ['.docx, bold', { 'word/document.xml': text(bold('bond', 'A debt that is traded.') + bold('share', 'A part of a company.')) }, BOTH],
    ['.docx, a table', { 'word/document.xml': text(`<w:tbl><w:tr>${cell('Term')}${cell('Definition')}</w:tr><w:tr>${cell('bond')}${cell('A debt that is traded.')}</w:tr></w:tbl>`) }, [BOND]],
    ['.docx, headings', { 'word/document.xml': text('<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>bond</w:t></w:r></w:p><w:p><w:r><w:t>A debt that </w:t></w:r><w:r><w:t>is traded.</w:t></w:r></w:p>') }, [BOND]],
    ['.odt', { 'content.xml': '<office:document-content><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text><text:p><text:span text:style-name="T1">bond</text:span>: A debt that is traded.</text:p><text:p><text:span text:style-name="T1">share</text:span>: A part of a company.</text:p></office:text></office:body></office:document-content>' }, BOTH],
  ])) {
    test(name, async () => assert.deepEqual(entriesOf(await textOfFile(file(parts))), entries));
  }
  for (const [name, bytes, message] of /** @type {[string, Uint8Array, RegExp][]} */ ([
    ['an archive of anything else', file({ 'collection.anki2': 'x' }), /an archive.*Anki/],
    ['RTF', strToU8('{\\rtf1\\ansi bond}'), /RTF.*save it as/],
    ['a PDF', strToU8('%PDF-1.7'), /a PDF.*paste/],
    ['an old office file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /save it as/],
  ])) {
    test(`told: ${name}`, () => assert.rejects(textOfFile(bytes), { code: 'glossary-invalid', message }));
  }
  test('told: a part that is larger than it says', async () => {
    const bytes = file({ 'word/document.xml': text('<w:p/>'.repeat(1000)) });
    // Its length unpacked, in the directory at the end.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = bytes.length - 4; at > 0; at -= 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    await assert.rejects(textOfFile(bytes), /damaged/);
  });
});

/** A text of this length is read in a second at most, unless reading it takes time that grows with its square: then it takes half a minute. */
const LONG = 200_000;

describe('long texts of nothing but signs', () => {
  for (const sign of ['<', '[', '**', '&', '`', 'a: ', '- ', '|', '<a ', '<a> ', '"', '\\"', '_a ', '{{< a ', '(', 'a (', '$', '# ', '\n', '\n: ', '\\', '<!--', '<![CDATA[']) {
    test(JSON.stringify(sign), { timeout: 60_000 }, () => {
      for (const start of ['x ', 'Term,Definition\n', `${BOND}\n${SHARE}\n`, '- term: a\n  definition: ', '@prefix skos: <urn:x#> .\n']) {
        const text = start + sign.repeat(LONG / sign.length);
        plainText(text);
        try {
          entriesOf(text);
        } catch (error) {
          assert.equal(/** @type {{code?: string}} */ (error).code, 'glossary-invalid', start);
        }
      }
    });
  }
});
