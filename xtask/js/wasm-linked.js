/**
 * @file `node xtask/js/wasm-linked.js LINKED MODULE PLAN`: which data and which places of the table only the later modules need.
 *
 * Code that uses a text or a table of numbers has its address in it, and an address is a number like any other. Only the linker knows which numbers are addresses; with `--emit-relocs` it
 * says so in sections of its own. From them comes a graph, of functions and of pieces of data, that is walked once for each module: from what it and those before it export. What only a later walk
 * reaches goes into PLAN, as addresses, because those are what no later tool changes. MODULE is LINKED without the linker's sections.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { bodiesOf, Cursor, dataOf, importedFunctions, SECTION, sectionsOf } from './wasm-bytes.js';

/** What the second module exports and what the third does, as rustc and wasm-bindgen name it, and how its types are described to wasm-bindgen; all else is the first's. */
const LATER = [/^(?:__wbindgen_describe_)?analyse_/, /^(?:__wbindgen_describe_)?survey_/];

/**
 * @typedef {object} Part  what a module needs, and none before it
 * @property {[from: number, to: number][]} data  addresses of what it reads
 * @property {number[]} slots  places of the table that it calls
 */

const SYMBOLS = 8;
const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;

/** Kinds of symbols. */
const [FUNCTION, DATA, , SECTION_SYMBOL] = [0, 1, 2, 3];

/** Kinds of relocations: what they point to. Those without a place here point to types, globals or debugging information. */
const TO_FUNCTION = [0, 1, 2, 12, 26];
const TO_TABLE = [1, 2, 12];
const TO_DATA = [3, 4, 5, 11];
/** With a number behind the symbol. */
const WITH_ADDEND = [3, 4, 5, 8, 9, 11];

/** @typedef {{kind: number, index: number, offset: number, size: number}} Symbol */

/** @param {Buffer} bytes @returns {Symbol[]} */
function symbolsOf(bytes) {
  const section = sectionsOf(bytes).find(({ name }) => name === 'linking');
  if (!section) throw new Error('no section of the linker: is the module linked with --emit-relocs?');
  const cursor = new Cursor(bytes, section.start);
  cursor.number();
  while (cursor.at < section.end) {
    const kind = cursor.byte();
    const size = cursor.number();
    const end = cursor.at + size;
    if (kind === SYMBOLS) return cursor.list(() => symbol(cursor));
    cursor.at = end;
  }
  throw new Error('no table of symbols');
}

/** @param {Cursor} cursor @returns {Symbol} */
function symbol(cursor) {
  const kind = cursor.byte();
  const flags = cursor.number();
  const isDefined = !(flags & UNDEFINED);
  const none = { kind, index: -1, offset: 0, size: 0 };
  if (kind === DATA) {
    cursor.text();
    return isDefined ? { kind, index: cursor.number(), offset: cursor.number(), size: cursor.number() } : none;
  }
  const index = cursor.number();
  if (kind !== SECTION_SYMBOL && (isDefined || flags & EXPLICIT_NAME)) cursor.text();
  return { ...none, index };
}

/** @typedef {{type: number, at: number, symbol: number}} Relocation  `at` is a place in the file */

/** @param {Buffer} bytes @param {number} id  the section whose bytes they change @returns {Relocation[]} */
function relocationsOf(bytes, id) {
  const sections = sectionsOf(bytes);
  for (const { name, start } of sections.filter(({ name }) => name.startsWith('reloc.'))) {
    const cursor = new Cursor(bytes, start);
    const target = sections[cursor.number()];
    if (target?.id !== id) continue;
    return cursor.list(() => {
      const type = cursor.byte();
      const at = target.start + cursor.number();
      const symbol = cursor.number();
      if (WITH_ADDEND.includes(type)) cursor.number();
      return { type, at, symbol };
    });
  }
  throw new Error(`no relocations of section ${id} in ${name}`);
}

/** @param {Buffer} bytes @returns {Map<string, number>} exported functions */
function exportsOf(bytes) {
  const section = sectionsOf(bytes).find(({ id }) => id === SECTION.export);
  /** @type {Map<string, number>} */
  const found = new Map();
  if (!section) return found;
  const cursor = new Cursor(bytes, section.start);
  cursor.list(() => {
    const name = cursor.text();
    const kind = cursor.byte();
    const index = cursor.number();
    if (kind === 0) found.set(name, index);
  });
  return found;
}

/** @param {Buffer} bytes @returns {number[]} functions by their place in the table; empty places are -1 */
function tableOf(bytes) {
  const section = sectionsOf(bytes).find(({ id }) => id === SECTION.element);
  /** @type {number[]} */
  const table = [];
  if (!section) return table;
  const cursor = new Cursor(bytes, section.start);
  cursor.list(() => {
    // As a linker writes them: the only table, `i32.const`, the first place, `end`, functions.
    if (cursor.number() !== 0 || cursor.byte() !== 0x41) throw new Error('a segment of the table of an unknown kind');
    let slot = cursor.number();
    cursor.at += 1;
    cursor.list(() => (table[slot++] = cursor.number()));
  });
  return table;
}

/**
 * @param {Buffer} bytes
 * @returns {Part[]} of each module but the first
 */
export function planOf(bytes) {
  const symbols = symbolsOf(bytes);
  const bodies = bodiesOf(bytes);
  const segments = dataOf(bytes);
  const imported = importedFunctions(bytes);
  const functionNode = (/** @type {number} */ index) => `f${index}`;
  /** Pieces of data by where they lie in the file. Several symbols may have the same place: they are one piece. @type {Map<number, {node: string, address: number, size: number}>} */
  const pieces = new Map();
  const nodes = symbols.map(({ kind, index, offset, size }) => {
    if (kind === FUNCTION) return functionNode(index);
    const segment = segments[index];
    if (kind !== DATA || !segment || size === 0) return undefined;
    const at = segment.start + offset;
    const piece = pieces.get(at) ?? { node: `d${at}`, address: segment.address + offset, size };
    piece.size = Math.max(piece.size, size);
    pieces.set(at, piece);
    return piece.node;
  });
  const places = [...pieces.keys()].sort((a, b) => a - b);

  /** @type {Map<string, Set<string>>} */
  const edges = new Map();
  /** Functions whose address is taken where: they are reached by the table. @type {Map<string, Set<string>>} */
  const taken = new Map();
  const add = (/** @type {Map<string, Set<string>>} */ map, /** @type {string} */ from, /** @type {string} */ to) => map.set(from, (map.get(from) ?? new Set()).add(to));
  const link = (/** @type {string | undefined} */ from, /** @type {Relocation} */ { type, symbol }) => {
    const to = nodes[symbol];
    if (!TO_FUNCTION.includes(type) && !TO_DATA.includes(type)) return;
    if (!from) throw new Error('a relocation outside of functions and data');
    // An address of nothing: the end of all data, or a table that is empty.
    if (!to) return;
    add(edges, from, to);
    if (TO_TABLE.includes(type)) add(taken, from, to);
  };
  let body = 0;
  for (const relocation of relocationsOf(bytes, SECTION.code)) {
    while ((bodies[body]?.end ?? Infinity) <= relocation.at) body += 1;
    link(functionNode(imported + body), relocation);
  }
  for (const relocation of relocationsOf(bytes, SECTION.data)) {
    const at = places.findLast((place) => place <= relocation.at);
    link(at === undefined ? undefined : pieces.get(at)?.node, relocation);
  }

  const reach = (/** @type {number[]} */ roots) => {
    const found = new Set(roots.map(functionNode));
    // a set that grows while it is walked
    for (const node of found) for (const next of edges.get(node) ?? []) found.add(next);
    return found;
  };
  /** Which module exports it. @param {string} name */
  const moduleOf = (name) => 1 + LATER.findIndex((expression) => expression.test(name));
  const exported = [...exportsOf(bytes)];
  /** What the first so many modules need. @param {number} count */
  const needed = (count) => reach(exported.filter(([name]) => moduleOf(name) < count).map(([, index]) => index));
  const table = tableOf(bytes);
  const given = new Set();
  let before = needed(1);
  return LATER.map((_, index) => {
    const all = needed(index + 2);
    if (all.size === before.size) throw new Error(`no function of module ${index + 2}`);
    const takenBefore = new Set([...before].flatMap((node) => [...(taken.get(node) ?? [])]));
    const isNew = (/** @type {string} */ node) => all.has(node) && !before.has(node);
    const data = [...pieces.values()].filter(({ node }) => isNew(node)).map(({ address, size }) => /** @type {[number, number]} */ ([address, address + size]));
    data.sort(([a], [b]) => a - b);
    const slots = table.flatMap((index, slot) => (all.has(functionNode(index)) && !takenBefore.has(functionNode(index)) && !given.has(slot) ? [slot] : []));
    for (const slot of slots) given.add(slot);
    before = all;
    return { data, slots };
  });
}

/** Sections of the linker, which are wrong as soon as anything is moved. @param {Buffer} bytes */
function withoutRelocations(bytes) {
  const gone = sectionsOf(bytes).filter(({ name }) => name === 'linking' || name.startsWith('reloc.'));
  const parts = [];
  let at = 0;
  for (const { head, end } of gone) {
    parts.push(bytes.subarray(at, head));
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

const [linked, module, plan] = process.argv.slice(2);
if (!linked || !module || !plan) throw new Error('expected LINKED MODULE PLAN');
const bytes = await readFile(linked);
await writeFile(plan, JSON.stringify(planOf(bytes)));
await writeFile(module, withoutRelocations(bytes));
