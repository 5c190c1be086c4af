/**
 * @file The bytes of a Wasm module: numbers, texts and sections. See the binary format in the specification of WebAssembly, and for what a linker leaves besides, `Linking.md` of
 * WebAssembly/tool-conventions.
 */

/** Bytes before the first section: the magic number and the version. */
const HEADER = 8;

/** Numbers of sections. */
export const SECTION = { custom: 0, type: 1, import: 2, function: 3, export: 7, element: 9, code: 10, data: 11 };

/** Reads on from a place. */
export class Cursor {
  /** @param {Buffer} bytes @param {number} at */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Error('the module ends too soon');
    this.at += 1;
    return byte;
  }

  /** @returns {number} a LEB128 number without a sign */
  number() {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
      shift += 7;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }

  /** @template T @param {() => T} one @returns {T[]} as many as the number that comes first */
  list(one) {
    return Array.from({ length: this.number() }, one);
  }
}

/**
 * @typedef {object} Section
 * @property {number} id
 * @property {string} name  of a custom one
 * @property {number} head  where it begins in the file
 * @property {number} start  where what is in it begins, behind the name
 * @property {number} end
 */

/** @param {Buffer} bytes @returns {Section[]} */
export function sectionsOf(bytes) {
  const cursor = new Cursor(bytes, HEADER);
  /** @type {Section[]} */
  const sections = [];
  while (cursor.at < bytes.length) {
    const head = cursor.at;
    const id = cursor.byte();
    const size = cursor.number();
    const end = cursor.at + size;
    const name = id === SECTION.custom ? cursor.text() : '';
    sections.push({ id, name, head, start: cursor.at, end });
    cursor.at = end;
  }
  return sections;
}

/**
 * Segments of data: where each lies in the file, and when it runs, in memory.
 * @param {Buffer} bytes
 * @returns {{start: number, end: number, address: number}[]}
 */
export function dataOf(bytes) {
  const section = sectionsOf(bytes).find(({ id }) => id === SECTION.data);
  if (!section) return [];
  const cursor = new Cursor(bytes, section.start);
  return cursor.list(() => {
    // Active ones with a constant address: a kind, `i32.const`, the address, `end`.
    if (cursor.byte() !== 0 || cursor.byte() !== 0x41) throw new Error('a segment of data of an unknown kind');
    const address = cursor.number();
    cursor.at += 1;
    const length = cursor.number();
    cursor.at += length;
    return { start: cursor.at - length, end: cursor.at, address };
  });
}

/** @param {Buffer} bytes @returns {number} how many functions it imports: the first ones by number */
export function importedFunctions(bytes) {
  const section = sectionsOf(bytes).find(({ id }) => id === SECTION.import);
  if (!section) return 0;
  const cursor = new Cursor(bytes, section.start);
  const kinds = cursor.list(() => {
    cursor.text();
    cursor.text();
    const kind = cursor.byte();
    if (kind === 0) cursor.number();
    else if (kind === 1) {
      cursor.byte();
      limits(cursor);
    } else if (kind === 2) limits(cursor);
    else if (kind === 3) cursor.at += 2;
    else throw new Error(`an import of an unknown kind ${kind}`);
    return kind;
  });
  return kinds.filter((kind) => kind === 0).length;
}

/** @param {Cursor} cursor  at the smallest and, where there is one, the largest size */
function limits(cursor) {
  const hasMost = cursor.byte() & 1;
  cursor.number();
  if (hasMost) cursor.number();
}

/** @param {Buffer} bytes @returns {{start: number, end: number}[]} the bodies of functions, each with its size */
export function bodiesOf(bytes) {
  const section = sectionsOf(bytes).find(({ id }) => id === SECTION.code);
  if (!section) return [];
  const cursor = new Cursor(bytes, section.start);
  return cursor.list(() => {
    const start = cursor.at;
    const size = cursor.number();
    cursor.at += size;
    return { start, end: cursor.at };
  });
}

/** In the name section: the names of functions. */
export const FUNCTION_NAMES = 1;

/** @param {Buffer} bytes @returns {Map<number, string>} names of functions by their numbers */
export function namesOf(bytes) {
  /** @type {Map<number, string>} */
  const names = new Map();
  const section = sectionsOf(bytes).find(({ name }) => name === 'name');
  if (!section) return names;
  const cursor = new Cursor(bytes, section.start);
  while (cursor.at < section.end) {
    const kind = cursor.byte();
    const size = cursor.number();
    const end = cursor.at + size;
    if (kind === FUNCTION_NAMES) cursor.list(() => names.set(cursor.number(), cursor.text()));
    cursor.at = end;
  }
  return names;
}
