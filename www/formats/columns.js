/**
 * @file Which column of a table is what, and the entries that follow from it. Every format but the product's own JSON becomes a table first, whose first row has the names of its
 * columns or fields, so that there is one place where such names are known and one form in which a reader can correct a guess. Pure.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 */

import { areBracketsNames, tidyTerm } from './tidy.js';

/** What a column can be, in the order in which they are offered. */
export const FIELDS = /** @type {const} */ (['term', 'definition', 'aliases', 'category', 'pronunciation', 'url', 'source', 'context']);

/** @typedef {(typeof FIELDS)[number]} Field */

/**
 * Which column is what: numbers from 0, -1 for none.
 * @typedef {{heading: boolean, columns: Record<Field, number>}} Mapping
 */

/**
 * What columns are called, in the languages of people who keep glossaries; compared in small letters, without the name of a language beside it.
 * @type {Record<Field, Set<string>>}
 */
const NAMES = {
  term: set(`term|terms|word|name|title|headword|label|expression|phrase|concept|entry|lemma|keyword|key|front|preflabel|pref label|preferred label|preferred term|acronym|abbreviation|
    begriff|wort|bezeichnung|fachbegriff|benennung|stichwort|terme|termes|mot|libelle|libellé|intitulé|notion|término|termino|palabra|concepto|termine|parola|voce|termo|palavra|conceito|verbete|
    woord|begrip|ord|begrepp|begreb|begrep|termin|hasło|pojęcie|słowo|pojem|výraz|термин|понятие|слово|термін|поняття|terim|kelime|sözcük|kavram|istilah|kata|thuật ngữ|từ|từ ngữ|
    คำศัพท์|คำ|ศัพท์|शब्द|मराठी शब्द|מונח|מילה|ערך|مصطلح|المصطلح|كلمة|اصطلاح|واژه|用語|用语|术语|術語|词|詞|词语|詞語|词条|詞條|名称|名稱|単語|言葉|見出し|見出し語|용어|단어|어휘|표제어`),
  definition: set(`definition|definitions|def|description|desc|meaning|explanation|explain|gloss|back|text|details|detail|comment|significance|answer|summary|content|body|information|scope note|scopenote|
    erklärung|beschreibung|bedeutung|erläuterung|définition|explication|signification|sens|definición|definicion|descripción|descripcion|significado|explicación|definizione|significato|descrizione|
    spiegazione|definição|definicao|descrição|explicação|definitie|betekenis|omschrijving|uitleg|betydelse|förklaring|betydning|forklaring|beskrivning|definicja|znaczenie|opis|wyjaśnienie|definice|význam|
    определение|значение|описание|толкование|пояснение|визначення|значення|опис|tanım|tanımı|açıklama|anlam|anlamı|definisi|arti|penjelasan|keterangan|định nghĩa|nghĩa|giải thích|ý nghĩa|
    ความหมาย|คำอธิบาย|นิยาม|परिभाषा|अर्थ|विवरण|הגדרה|פירוש|הסבר|تعريف|التعريف|شرح|الشرح|المعنى|معنى|تعریف|توضیح|معنی|定义|定義|解释|解釋|说明|說明|释义|釋義|意味|説明|解説|정의|설명|뜻|의미|해설`),
  aliases: set(`aliases|alias|synonyms|synonym|abbreviation|abbreviations|abbr|acronym|acronyms|also|also known as|aka|variants|variant|alternative|alternatives|alternate names|alt names|altnames|altlabel|alt label|alternative label|
    other names|short form|short|hiddenlabel|hidden label|synonyme|abkürzung|kürzel|abréviation|sigle|acronyme|sinónimos|sinonimos|abreviatura|siglas|sinonimi|sinônimos|sigla|synoniemen|afkorting|synonymer|förkortning|synonimy|skrót|
    синонимы|синоним|сокращение|аббревиатура|синоніми|скорочення|eş anlamlı|eş anlamlılar|kısaltma|sinonim|singkatan|từ đồng nghĩa|viết tắt|คำย่อ|पर्यायवाची|מילים נרדפות|קיצור|
    مرادفات|اختصار|مترادف|别名|別名|同义词|同義詞|缩写|縮寫|同義語|類義語|略語|略称|동의어|약어|유의어`),
  category: set(`category|categories|type|group|topic|subject|subject field|domain|field|area|theme|tags|tag|section|kategorie|thema|gruppe|bereich|fachgebiet|catégorie|thème|domaine|categoría|tema|área|categoria|ámbito|categorie|
    kategori|kategoria|dziedzina|категория|раздел|тема|категорія|kategorisi|alan|danh mục|lĩnh vực|หมวด|หมวดหมู่|श्रेणी|קטגוריה|תחום|נושא|فئة|الفئة|تصنيف|دسته|حوزه|类别|類別|分类|分類|主题|主題|カテゴリ|カテゴリー|분류|분야|카테고리`),
  pronunciation: set(`pronunciation|ipa|reading|pinyin|aussprache|prononciation|pronunciación|pronuncia|pronúncia|произношение|telaffuz|phiên âm|发音|發音|读音|讀音|拼音|読み|読み方|ふりがな|よみ|발음|نطق|הגייה`),
  url: set('url|uri|link|links|address|website|web|href|see also url|reference url|read more|more|adresse|lien|enlace|link externo|ссылка|посилання|bağlantı|liên kết|链接|連結|网址|リンク|링크|رابط|קישור'),
  source: set('source|sources|reference|references|publisher|citation|quelle|quellen|référence|fuente|fuentes|fonte|bron|källa|źródło|источник|джерело|kaynak|nguồn|ที่มา|स्रोत|מקור|来源|來源|出处|出處|出典|출처|المصدر|مصدر|منبع'),
  context: set('context|context words|kontext|contexte|contexto|上下文|语境|سياق'),
};

/** What a second language's column is called where it is all that explains a word. */
const TRANSLATIONS = set('translation|translations|target|übersetzung|traduction|traducción|traduzione|tradução|vertaling|перевод|переклад|çeviri|dịch|译文|翻译|翻譯|訳|訳語|번역|번역문|ترجمة|ترجمه|תרגום');

/** Codes and names of languages, in English and in their own words. */
const LANGUAGES = new Map(
  Object.entries({
    en: 'english|englisch|anglais|inglés|ingles|inglese|inglês|angielski|английский|ingilizce|英語|英语|英文|영어|الإنجليزية',
    de: 'german|deutsch|allemand|alemán', fr: 'french|français|francais|französisch|francés', es: 'spanish|español|espanol|spanisch|espagnol', it: 'italian|italiano', pt: 'portuguese|português',
    nl: 'dutch|nederlands', sv: 'swedish|svenska', da: 'danish|dansk', nb: 'norwegian|norsk', fi: 'finnish|suomi', pl: 'polish|polski', cs: 'czech|čeština', hu: 'hungarian|magyar', ro: 'romanian|română',
    el: 'greek|ελληνικά', ru: 'russian|русский', uk: 'ukrainian|українська', bg: 'bulgarian|български', tr: 'turkish|türkçe', ar: 'arabic|العربية', he: 'hebrew|עברית', fa: 'persian|farsi|فارسی', hi: 'hindi|हिन्दी|हिंदी',
    bn: 'bengali|বাংলা', ta: 'tamil', th: 'thai|ไทย', vi: 'vietnamese|tiếng việt', ms: 'malay', ja: 'japanese|日本語', ko: 'korean|한국어', zh: 'chinese|中文|汉语|简体中文|繁體中文|繁体中文|cn', ca: 'catalan', hr: 'croatian', sr: 'serbian',
    af: 'afrikaans', sw: 'swahili', hy: 'armenian', ur: 'urdu',
  }).flatMap(([code, names]) => [code, ...names.split('|')].map((name) => /** @type {[string, string]} */ ([name, code]))),
);
// Not by their codes, which are "number" and "identifier" in most tables.
LANGUAGES.set('indonesian', 'id').set('norwegian', 'no').set('norsk', 'no').delete('nb');

const LISTS = new Set(['aliases', 'context']);

/** Between several things in one cell. */
const SEPARATORS = /\s*[;|\n、]\s*/;

/** A label that the engine takes, in bytes. */
const LONGEST_LABEL = 1000;

/** Rows in which the names of the columns are looked for: above them there may be a title, or what is said of the whole. */
const LOOKED_AT = 100;

/** @param {string} names */
function set(names) {
  return new Set(names.split('|').map((name) => name.trim()));
}

/**
 * The name of a column without what stands around it, and the language that it names.
 * @param {string} cell
 * @returns {{name: string, language: string}}
 */
function readHead(cell) {
  const words = cell
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  let language = '';
  const rest = words.filter((word, at) => {
    // "pt br", "zh hans"
    const isRegion = language && at > 0 && words[at - 1]?.length === 2 && /^(?:[a-z]{2}|hans|hant|latn|cyrl)$/.test(word);
    const code = LANGUAGES.get(word) ?? (isRegion ? language : undefined);
    if (code === undefined) return true;
    language = code;
    return false;
  });
  return { name: rest.join(' '), language };
}

/** @typedef {{column: number, name: string, whole: string, language: string, filled: number, length: number, isText: boolean}} Head */

/** How well a head fits a field, best first: it is called that; one of several names it has is that; a word in it is. @type {((head: Head, names: Set<string>) => boolean)[]} */
const FITS = [
  ({ whole }, names) => names.has(whole),
  ({ name }, names) => names.has(name) || names.has(name.replace(/s$/, '')),
  ({ whole, name }, names) => [whole, name].some((text) => names.has(text.replace(/^(?:the|skos|rdfs|schema|dct|dc)\s|\s(?:name|text|en)$/g, ''))),
  ({ name }, names) => name.split(' ').length <= 3 && name.split(' ').some((word) => names.has(word)),
];

/** Of the cells that the fullest column has. */
const FILLED = 0.8;

/** @param {number[]} a @param {number[]} b */
function compare(a, b) {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Fields that a word within a longer name is enough for. */
const LOOSE = new Set(['term', 'definition']);

/** An address explains nothing. */
export const ADDRESS = /^\s*(?:https?:|www\.|mailto:)\S*\s*$/i;

/**
 * @param {string[][]} rows
 * @param {number} at  of the row with the names
 * @returns {Head[]}
 */
function headsOf(rows, at) {
  const some = rows.slice(at + 1, at + 200);
  return (rows[at] ?? []).map((cell, column) => {
    const cells = some.map((row) => (row[column] ?? '').trim()).filter(Boolean);
    const whole = cell.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
    return { column, whole, ...readHead(cell), filled: cells.length, length: cells.reduce((sum, text) => sum + text.length, 0) / Math.max(1, cells.length), isText: !cells.length || cells.filter((text) => /\p{L}/u.test(text) && !ADDRESS.test(text)).length * 2 > cells.length };
  });
}

/**
 * @param {Head[]} heads
 * @param {number} [ranks]  of `FITS`, that count
 * @returns {Map<Field, Head>}
 */
function assign(heads, ranks = FITS.length) {
  /** @type {Map<Field, Head>} */
  const found = new Map();
  /** @type {Set<Head>} */
  const taken = new Set();
  // What is called so, and what is called so in a language, are one rank: of two such columns the one that is filled counts.
  for (const steps of [[0, 1], [2], [3]]) {
    for (const field of FIELDS) {
      if (found.has(field) || (steps[0] ?? 0) >= ranks || (steps[0] === FITS.length - 1 && !LOOSE.has(field))) continue;
      const rankOf = (/** @type {Head} */ head) => steps.find((step) => FITS[step]?.(head, NAMES[field])) ?? -1;
      const fitting = heads.filter((head) => !taken.has(head) && rankOf(head) >= 0);
      const most = Math.max(...fitting.map(({ filled }) => filled));
      const language = found.get('term')?.language;
      const order = (/** @type {Head} */ head) => [
        // A definition is wanted in the language of the terms, and the terms in the one that has most of them.
        field !== 'term' && head.language === language && head.filled ? 0 : 1,
        head.filled >= most * FILLED ? 0 : 1,
        rankOf(head),
        head.column,
      ];
      const [best] = fitting.sort((a, b) => compare(order(a), order(b)));
      if (!best) continue;
      found.set(field, best);
      taken.add(best);
    }
  }
  return found;
}

/**
 * A row of names, wherever it is: it names a term and a definition. In the first row one known name, or nothing but languages, is enough.
 * @param {string[][]} rows
 * @returns {number}  -1 for none
 */
export function headingAt(rows) {
  for (let at = 0; at < Math.min(LOOKED_AT, rows.length); at += 1) {
    // A row of entries may have such words in it by chance.
    const known = assign(headsOf(rows, at), at ? 2 : FITS.length);
    if (known.has('term') && known.has('definition')) return at;
  }
  const heads = headsOf(rows, 0);
  const isNamed = assign(heads).size > 0 || heads.some(({ name }) => TRANSLATIONS.has(name));
  const isLanguages = heads.length > 1 && heads.every(({ name, language }) => language && !name);
  return isNamed || isLanguages ? 0 : -1;
}

/**
 * @param {string[][]} rows  the first of which has the names, where there are names
 * @returns {Mapping}
 */
export function guessMapping(rows) {
  const heading = headingAt(rows) === 0;
  const heads = headsOf(rows, 0);
  const found = heading ? assign(heads) : new Map();
  /** @type {Record<string, number>} */
  const columns = {};
  for (const field of FIELDS) columns[field] = found.get(field)?.column ?? -1;
  const free = heads.filter(({ column }) => !Object.values(columns).includes(column)).sort((a, b) => Number(b.isText) - Number(a.isText) || a.column - b.column);
  // Most lists are a word and what it means; numbers and addresses in front are neither.
  if (columns['term'] === -1) columns['term'] = free.shift()?.column ?? -1;
  if (columns['definition'] === -1) {
    const language = heads[columns['term'] ?? -1]?.language;
    // What a word is called in another language explains it where nothing else does; else what is longest is likelier to explain than what is first.
    const second =
      free.find(({ name }) => heading && TRANSLATIONS.has(name)) ??
      free.find((head) => heading && head.language !== language && (!head.name || NAMES.term.has(head.name))) ??
      (heading ? [...free].sort((a, b) => b.length - a.length || a.column - b.column)[0] : free[0]);
    columns['definition'] = second?.column ?? -1;
  }
  return { heading, columns: /** @type {Record<Field, number>} */ (columns) };
}

/** How much of what an entry needs do the names of the columns tell? From 0 to 1. @param {string[][]} rows */
export function certainty(rows) {
  const known = assign(headsOf(rows, 0));
  return known.has('term') ? (known.has('definition') ? 1 : 0.9) : 0.5;
}

/** Is a key the name of a field, and no term? @param {string} key */
export function isFieldName(key) {
  const { name } = readHead(key);
  return key.startsWith('@') || FIELDS.some((field) => NAMES[field].has(name));
}

/** The language that a column names, or nothing. @param {string[][]} rows @param {Mapping} mapping @returns {string} */
export const languageOf = (rows, { heading, columns }) => (heading ? readHead(rows[0]?.[columns.term] ?? '').language : '');

/**
 * @param {string[][]} rows
 * @param {Mapping} mapping
 * @returns {{items: Partial<Entry>[], leftOut: number}}  without the rows that have no term or no definition
 */
export function tableItems(rows, { heading, columns }) {
  const used = heading ? rows.slice(1) : rows;
  const terms = used.map((row) => row[columns.term] ?? '');
  const isNumbered = areNumbered(terms);
  const isNamed = areBracketsNames(terms);
  /** @type {Partial<Entry>[]} */
  const items = [];
  let leftOut = 0;
  for (const row of used) {
    /** @type {Record<string, any>} */
    const item = {};
    for (const field of FIELDS) {
      const cell = (row[columns[field]] ?? '').trim();
      if (!cell) continue;
      if (LISTS.has(field)) item[field] = cell.split(SEPARATORS).filter((text) => text && bytes(text) <= LONGEST_LABEL);
      // An address that is none is rather a remark than a reason to refuse a row.
      else if (field !== 'url' || /^https?:\/\//i.test(cell)) item[field] = cell;
    }
    if (item['term']) {
      const { term, aliases } = tidyTerm(isNumbered ? item['term'].replace(NUMBER, '') : item['term'], isNamed);
      item['term'] = term;
      const all = [...new Set([...aliases, ...(item['aliases'] ?? [])])].filter((alias) => alias !== term);
      if (all.length) item['aliases'] = all;
      else delete item['aliases'];
    }
    const isEntry = item['term'] && item['definition'] && bytes(item['term']) <= LONGEST_LABEL;
    if (isEntry) items.push(item);
    else leftOut += 1;
  }
  return { items: withoutReferences(asDefined(items)), leftOut };
}

/** The share of the definitions that have to begin with their term, so that the terms are taken for keys. */
const REPEATED = 0.8;

/**
 * The index of a dictionary program has its words in small letters, and each article begins with the word as it is written: "was", "WAS Websphere Application Server". That is the
 * term, or the verb would be found for it. A capital inside tells it from the capital of a sentence ("Bond is a debt …").
 * @param {Partial<Entry>[]} items
 * @returns {Partial<Entry>[]}
 */
function asDefined(items) {
  const begins = ({ term = '', definition = '' }) => definition.length > term.length + 1 && definition.slice(0, term.length).toLowerCase() === term && definition[term.length] === ' ';
  const repeated = items.filter((item) => begins(item));
  const capitals = repeated.filter(({ definition = '', term = '' }) => definition.slice(1, term.length) !== term.slice(1));
  if (repeated.length <= items.length * REPEATED || capitals.length <= repeated.length / 2) return items;
  return items.map((item) => {
    const { term = '', definition = '' } = item;
    return begins(item) ? { ...item, term: definition.slice(0, term.length), definition: definition.slice(term.length).trim() } : item;
  });
}

/**
 * Entries of several lists, as those of one: see `areBracketsNames`.
 * @template {Partial<Entry>} Item
 * @param {Item[]} items
 * @returns {Item[]}
 */
export function tidyTogether(items) {
  // Those that were told apart one by one count as well.
  const asWritten = items.map(({ term, aliases }) => (aliases?.length === 1 && !term?.endsWith(')') ? `${term} (${aliases[0]})` : term ?? ''));
  if (!areBracketsNames(asWritten)) return items;
  return items.map((item) => {
    const { term, aliases } = tidyTerm(item.term ?? '', true);
    return aliases.length ? { ...item, term, aliases: [...new Set([...aliases, ...(item.aliases ?? [])])] } : item;
  });
}

/** In front of a term: "1. ", "(2) ", "a) ". */
const NUMBER = /^\s*[([]?\d+(?:\.\d+)*[.)\]:]?\s+/;

/** Are nearly all of them numbered? A single "3D printing" or "5 Whys" is not. @param {string[]} terms */
const areNumbered = (terms) => terms.length > 3 && terms.filter((term) => /^\s*[([]?\d+(?:\.\d+)*[.)\]:]\s+\S/.test(term)).length > terms.length * 0.8;

/** A definition that only sends the reader to another entry. */
const REFERENCE = /^(?:→|⇒|=>|->|(?:please )?(?:see(?: also| under)?|siehe(?: auch| unter)?|s\.|vgl\.|voir(?: aussi)?|v\.|véase|ver|vedi|vide|zie|se|zob\.|см\.|див\.|bkz\.|xem|参见|參見|见|→を見よ|انظر|ראה)(?=[\s:]))[\s:]*["“«„]?(.{1,80}?)["”»]?(?:\s+(?:above|below|entry))?\s*\.?$/iu;

/**
 * An entry that says no more than "see X" becomes another name of X. Where there is no X, it stays as it is.
 * @param {Partial<Entry>[]} items
 */
function withoutReferences(items) {
  /** @type {Map<string, Partial<Entry>[]> | undefined} made only where there is a reference */
  let byName;
  const gone = new Set();
  for (const item of items) {
    const to = REFERENCE.exec(item.definition ?? '')?.[1];
    if (!to) continue;
    byName ??= namesOf(items);
    const target = byName.get(key(to))?.find((other) => other !== item && !REFERENCE.test(other.definition ?? ''));
    if (!target) continue;
    target.aliases = [...new Set([...(target.aliases ?? []), item.term ?? '', ...(item.aliases ?? [])])];
    gone.add(item);
  }
  return gone.size ? items.filter((item) => !gone.has(item)) : items;
}

/** @param {string} text */
const key = (text) => text.normalize().toLowerCase().trim();

/** Entries by each of their names, of "Cyber Kill Chain (CKC)" also by either. @param {Partial<Entry>[]} items */
function namesOf(items) {
  /** @type {Map<string, Partial<Entry>[]>} */
  const found = new Map();
  for (const item of items) {
    for (const name of [item.term ?? '', ...(item.term ?? '').split(/\s*[()]\s*/), ...(item.aliases ?? [])]) {
      if (typeof name !== 'string' || !name) continue;
      const same = found.get(key(name)) ?? [];
      found.set(key(name), same);
      same.push(item);
    }
  }
  return found;
}

/** At most three bytes for a code unit, so most need no counting. @param {string} text */
const bytes = (text) => (text.length * 3 <= LONGEST_LABEL ? text.length : new TextEncoder().encode(text).length);
