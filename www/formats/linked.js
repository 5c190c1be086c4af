/**
 * @file Vocabularies as libraries, writers and translators keep them: TBX (in its two styles and the older Martif), TMX, SKOS in RDF/XML and in Turtle, glossaries of DocBook and DITA,
 * dictionaries of TEI. From each to the rows of a table. Pure.
 */

import { attributeOf, elementsIn, parseXml, textIn } from './markup.js';
import { tableOf } from './records.js';

/** What of SKOS, RDFS, Dublin Core and schema.org says something to readers. */
const SAYS = /^(?:prefLabel|altLabel|hiddenLabel|definition|scopeNote|label|comment|description|title|name|source|notation|abstract)$/;

/** @param {Element} element */
const languageOf = (element) => attributeOf(element.attributes, 'xml:lang') || attributeOf(element.attributes, 'lang');

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** @typedef {import('./markup.js').Element} Element */

/**
 * @param {string} source
 * @returns {string[][]}  empty where it is no vocabulary
 */
export function rowsOfXml(source) {
  const root = parseXml(source);
  const concepts = elementsIn(root, 'conceptEntry', 'termEntry');
  if (concepts.length) return tableOf(concepts.map(ofTbx));
  // Others have entries, too: feeds.
  const entries = elementsIn(root, 'glossentry', 'entry', 'tu').map(ofEntry).filter(({ size }) => size);
  if (entries.length) return tableOf(entries);
  /** @type {Map<string, string>[]} */
  const records = [];
  for (const element of elementsIn(root, 'Concept', 'Description', 'Class', 'NamedIndividual', 'DefinedTerm')) {
    const record = new Map();
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const name = child.name.replace(/^.*:/, '');
      if (SAYS.test(name)) put(record, name, languageOf(child), textIn(child));
    }
    if (record.size) records.push(record);
  }
  return records.length ? tableOf(records) : [];
}

/** @param {Map<string, string>} record @param {string} name @param {string} language @param {string} text */
function put(record, name, language, text) {
  const key = language ? `${name} ${language}` : name;
  const said = oneLine(text);
  const before = record.get(key);
  if (said) record.set(key, before ? `${before}\n${said}` : said);
}

/** What the parts of an entry are called in DocBook and DITA, in TEI, and in TMX, where a language explains the other. @type {Record<string, string>} */
const PARTS = {
  glossterm: 'term', glossdef: 'definition', acronym: 'aliases', abbrev: 'aliases', glossAcronym: 'aliases', glossAbbreviation: 'aliases', glossSynonym: 'aliases', glossShortForm: 'aliases',
  orth: 'term', def: 'definition', pron: 'pronunciation', seg: 'term',
};

/** @param {Element} entry */
function ofEntry(entry) {
  const record = new Map();
  const open = [{ element: entry, language: '' }];
  for (let top = open.pop(); top; top = open.pop()) {
    const { element, language } = top;
    const name = element.name.replace(/^.*:/, '');
    const part = PARTS[name];
    // A second spelling is another name; a reference instead of a definition is one.
    if (part === 'term') put(record, record.has('term') && name === 'orth' ? 'aliases' : 'term', name === 'seg' ? language : '', textIn(element));
    else if (part) put(record, part, '', textIn(element));
    else if (name === 'glosssee') put(record, 'definition', '', `See ${textIn(element) || attributeOf(element.attributes, 'otherterm')}`);
    else if (name !== 'glossseealso') for (const child of element.children.toReversed()) if (typeof child !== 'string') open.push({ element: child, language: languageOf(child) || language });
  }
  return record;
}

/** Languages are sections, each with its terms; the definition is in one of them or above all. @param {Element} concept */
function ofTbx(concept) {
  const record = new Map();
  const take = (/** @type {Element} */ element, /** @type {string} */ language) => {
    for (const descrip of elementsIn(element, 'descrip', 'definition', 'subjectField', 'source', 'admin')) {
      const type = attributeOf(descrip.attributes, 'type') || descrip.name.replace(/^.*:/, '');
      if (type === 'definition') put(record, 'definition', language, textIn(descrip));
      if (type === 'subjectField') put(record, 'category', '', textIn(descrip));
    }
  };
  for (const section of elementsIn(concept, 'langSec', 'langSet')) {
    const language = languageOf(section);
    elementsIn(section, 'term').forEach((term, at) => put(record, at ? 'aliases' : 'term', language, textIn(term)));
    take(section, language);
  }
  const own = { ...concept, children: concept.children.filter((child) => typeof child === 'string' || !/(?:langSec|langSet)$/.test(child.name)) };
  take(own, '');
  return record;
}

/** A token of Turtle: a comment, a text in its quotes with its language, an address, a name or a sign. A text that nothing closes goes on to the end. */
const TOKEN = /\s+|#[^\n]*|("""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*(?:"|$|(?=\n))|'(?:[^'\\\n]|\\.)*(?:'|$|(?=\n)))(?:@([\w-]+)|\^\^\S+)?|(<[^<>\s]*>)|([;,.[\]()])|((?:[^\s;,[\]()"'<>.]|\.(?=[^\s;,[\]()"'<>.]))+)|[^]/gu;

/** @param {string} source @returns {string[][]} */
export function rowsOfTurtle(source) {
  /** @type {Map<string, Map<string, string>>} */
  const records = new Map();
  let subject = '';
  let property = '';
  let depth = 0;
  for (const [, literal, language, address, sign, name] of source.matchAll(TOKEN)) {
    const word = address ?? name;
    if (sign === '[' || sign === '(') depth += 1;
    else if (sign === ']' || sign === ')') depth -= 1;
    else if (depth > 0) continue;
    else if (sign === '.') subject = property = '';
    else if (sign === ';') property = '';
    else if (word && /^@?(?:prefix|base)$/i.test(word)) subject = property = '@';
    else if (word && !subject) subject = word;
    else if (word && !property) property = word.replace(/^<.*[#/]|>$/g, '').replace(/^.*:/, '');
    else if (literal && SAYS.test(property)) {
      const record = records.get(subject) ?? new Map();
      records.set(subject, record);
      put(record, property, language ?? '', unquoted(literal));
    }
  }
  return records.size ? tableOf([...records.values()]) : [];
}

/** @param {string} literal */
function unquoted(literal) {
  const inside = literal.slice(/^(?:"""|''')/.test(literal) ? 3 : 1, /^(?:"""|''')/.test(literal) ? -3 : -1);
  return inside.replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/gs, (_, four, eight, one) => (four || eight ? String.fromCodePoint(Number.parseInt(four ?? eight, 16)) : one === 'n' || one === 't' ? ' ' : one));
}
