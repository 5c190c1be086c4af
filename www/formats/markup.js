/**
 * @file HTML and XML as a stream of pieces. A worker has no `DOMParser`, and nothing here needs a document: who reads a glossary wants to know where elements begin and end, and
 * the text between them. It never fails: what is no markup is text. Pure.
 */

/** Those that texts of people have; all others are in HTML's table of 2,231. */
const ENTITIES = new Map(
  Object.entries({
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '\u00ad', ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', para: '¶', sect: '§',
    lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›', iexcl: '¡', iquest: '¿', copy: '©', reg: '®', trade: '™', deg: '°', plusmn: '±',
    times: '×', divide: '÷', frac12: '½', frac14: '¼', sup2: '²', sup3: '³', micro: 'µ', euro: '€', pound: '£', yen: '¥', cent: '¢', larr: '←', rarr: '→', uarr: '↑', darr: '↓', harr: '↔', le: '≤', ge: '≥', ne: '≠',
    minus: '−', infin: '∞', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', omega: 'ω', szlig: 'ß', oslash: 'ø', Oslash: 'Ø', aelig: 'æ', AElig: 'Æ', aring: 'å', Aring: 'Å',
    oelig: 'œ', OElig: 'Œ', eth: 'ð', thorn: 'þ', ordf: 'ª', ordm: 'º', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f',
  }),
);

/** Letters with a mark: the letter, and the mark as it is written behind it. */
const MARKS = new Map(Object.entries({ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327', caron: '\u030c' }));

/** @param {string} text */
export function decodeEntities(text) {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+\d*));/gi, (all, decimal, hex, name) => {
    if (name) {
      const mark = MARKS.get(name.slice(1));
      return ENTITIES.get(name) ?? (mark ? `${name[0]}${mark}`.normalize() : all);
    }
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all;
  });
}

/**
 * A piece of markup: a text, or where an element begins or ends.
 * @typedef {{kind: 'text', text: string} | {kind: 'open' | 'close', name: string, attributes: string, isEmpty: boolean}} Piece
 */

const PIECE = /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<[!?][^>]*>|<(\/?)([a-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/gi;

/** Elements whose content is no text. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'select', 'button', 'textarea']);

/**
 * @param {string} source
 * @param {{isXml?: boolean}} [how]  in XML names keep their capitals, and every element is heard
 * @returns {Piece[]}
 */
export function pieces(source, { isXml = false } = {}) {
  /** @type {Piece[]} */
  const found = [];
  let silent = '';
  let at = 0;
  const say = (/** @type {string} */ text) => {
    if (text && !silent) found.push({ kind: 'text', text: decodeEntities(text) });
  };
  for (const match of source.matchAll(PIECE)) {
    const [all, data, slash, written, attributes = ''] = match;
    if (match.index < at) continue;
    say(source.slice(at, match.index));
    at = match.index + all.length;
    if (data !== undefined && !silent) found.push({ kind: 'text', text: data });
    if (!written) continue;
    const name = isXml ? written : written.toLowerCase();
    if (silent) {
      if (slash && name === silent) silent = '';
      continue;
    }
    const isEmpty = attributes.endsWith('/');
    if (!isXml && !slash && !isEmpty && SILENT.has(name)) silent = name;
    else found.push({ kind: slash ? 'close' : 'open', name, attributes, isEmpty });
  }
  say(source.slice(at));
  return found;
}

/** @param {string} attributes @param {string} name @returns {string}  empty where there is none */
export function attributeOf(attributes, name) {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
}

/**
 * An element of XML.
 * @typedef {{name: string, attributes: string, children: (Element | string)[]}} Element
 */

/** @param {string} source @returns {Element}  that holds the whole */
export function parseXml(source) {
  /** @type {Element} */
  const root = { name: '', attributes: '', children: [] };
  const open = [root];
  for (const piece of pieces(source, { isXml: true })) {
    const top = /** @type {Element} */ (open.at(-1));
    if (piece.kind === 'text') top.children.push(piece.text);
    else if (piece.kind === 'open') {
      const element = { name: piece.name, attributes: piece.attributes, children: [] };
      top.children.push(element);
      if (!piece.isEmpty) open.push(element);
    } else {
      const begin = open.findLastIndex(({ name }) => name === piece.name);
      if (begin > 0) open.length = begin;
    }
  }
  return root;
}

/** @param {Element | string} node @returns {string} */
export function textIn(node) {
  return typeof node === 'string' ? node : node.children.map(textIn).join('');
}

/** All elements inside with one of these names, whatever the prefix. @param {Element} root @param {...string} names @returns {Element[]} */
export function elementsIn(root, ...names) {
  /** @type {Element[]} */
  const found = [];
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    if (names.includes(element.name.replace(/^.*:/, ''))) found.push(element);
    for (const child of element.children.toReversed()) if (typeof child !== 'string') open.push(child);
  }
  return found;
}
