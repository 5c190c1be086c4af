/**
 * @file `node xtask/js/wasm-halves.js MODULE PLAN FIRST SECOND`: one optimised module into two, by the plan of `wasm-linked.js`.
 *
 * The second has no copy of what the first has: it imports the first's memory, its table and the functions that it calls. Its data goes to the addresses that the linker chose for it, which the
 * first leaves alone. So the two belong together, byte for byte: the name under which the first exports its memory to the second is made of the contents of both, and a second module that does not belong to the
 * first is refused when it is linked.
 *
 * wasm-split of binaryen does something like it for functions, chosen by a profile; it leaves all data in the first module, and is not in the npm package.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import binaryen from 'binaryen';
import { dataOf } from './wasm-bytes.js';
import { FEATURES } from './wasm-features.js';

/** What the second module exports after wasm-bindgen. */
const SECOND = 'analyse';
/** What wasm-bindgen exports for programs that go on after a panic, by two globals that its glue does not look at here. */
const UNUSED = ['__abort_handler', '__instance_terminated'];
/** Whom the second module imports from. */
const FIRST = 'first';
/** The character that is the first of such names. */
const ZERO = 0x30;
/** Digits of the name that only modules of the same build have. */
const DIGITS = 6;
/** A hole between two pieces of data of one module that is smaller is filled with zeros: a segment of its own costs more. */
const HOLE = 8;

const [file, planFile, firstFile, secondFile] = process.argv.slice(2);
if (!file || !planFile || !firstFile || !secondFile) throw new Error('expected MODULE PLAN FIRST SECOND');
const bytes = await readFile(file);
/** @type {import('./wasm-linked.js').Plan} */
const plan = JSON.parse(await readFile(planFile, 'utf8'));
binaryen.setDebugInfo(true);

/** Bytes of the memory by address: those that are not zero, and whose they are. @returns {{address: number, data: Uint8Array}[]} of the first or the second */
function pieces(/** @type {boolean} */ isSecond) {
  /** @type {{address: number, data: number[]}[]} */
  const found = [];
  let range = 0;
  for (const { start, end, address } of dataOf(bytes)) {
    for (let at = start; at < end; at += 1) {
      const place = address + at - start;
      while (range < plan.data.length && (plan.data[range]?.[1] ?? 0) <= place) range += 1;
      const isOfSecond = (plan.data[range]?.[0] ?? Infinity) <= place;
      const byte = bytes[at] ?? 0;
      if (isOfSecond !== isSecond || byte === 0) continue;
      const last = found.at(-1);
      const hole = last ? place - last.address - last.data.length : Infinity;
      if (last && hole < HOLE) last.data.push(...new Uint8Array(hole), byte);
      else found.push({ address: place, data: [byte] });
    }
  }
  return found.map(({ address, data }) => ({ address, data: Uint8Array.from(data) }));
}

/** @param {binaryen.Module} module @returns {{segment: string, table: string, offset: number, names: string[]}[]} */
const elements = (module) =>
  Array.from({ length: module.getNumElementSegments() }, (_, index) => {
    const { name, table, offset, data } = binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(index));
    return { segment: name, table, offset: /** @type {any} */ (binaryen.getExpressionInfo(offset)).value, names: data };
  });

/**
 * Runs of the places in the table that are the first's or the second's.
 * @param {binaryen.Module} module @param {boolean} isSecond
 */
function keepSlots(module, isSecond) {
  for (const { segment, table, offset, names } of elements(module)) {
    module.removeElementSegment(segment);
    /** @type {{at: number, names: string[]}[]} */
    const runs = [];
    names.forEach((name, index) => {
      const slot = offset + index;
      if (plan.slots.includes(slot) !== isSecond) return;
      const last = runs.at(-1);
      if (last && last.at + last.names.length === slot) last.names.push(name);
      else runs.push({ at: slot, names: [name] });
    });
    runs.forEach(({ at, names }, index) => module.addActiveElementSegment(table, `${segment}${index}`, names, module.i32.const(at)));
  }
}

/** @param {binaryen.Module} module @param {boolean} isSecond */
function keepData(module, isSecond) {
  const { initial, max, name } = /** @type {any} */ (module.getMemoryInfo());
  const segments = pieces(isSecond).map(({ address, data }) => ({ offset: module.i32.const(address), data }));
  module.setMemory(initial, max ?? -1, null, segments, false, false, name ?? '0');
  return name ?? '0';
}

/** @param {binaryen.Module} module @returns {Map<string, binaryen.FunctionInfo>} its functions by their names */
const functionsOf = (module) =>
  new Map(
    Array.from({ length: module.getNumFunctions() }, (_, index) => {
      const info = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
      return [info.name, info];
    }),
  );

/** Removes what nothing uses. @param {binaryen.Module} module */
const tidy = (module) => module.runPasses(['remove-unused-module-elements']);

/** @param {binaryen.Module} module @returns {binaryen.ExportInfo[]} */
const exportsOf = (module) => Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)));

/** @returns {binaryen.Module} */
function read() {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  return module;
}

// What only the second calls is what is left of neither table nor exports.
const first = read();
for (const name of [SECOND, ...UNUSED]) first.removeExport(name);
keepSlots(first, false);
keepData(first, false);
tidy(first);
const inFirst = functionsOf(first);

const second = read();
for (const { name } of exportsOf(second)) if (name !== SECOND) second.removeExport(name);
keepSlots(second, true);
const memory = keepData(second, true);
tidy(second);

// What both have, the second is to import; and of that, what it still needs when its own copies are gone.
const ofSecond = functionsOf(second);
const shared = [...inFirst.keys()].filter((name) => ofSecond.has(name));
/** @param {string} name  of a function @param {string} as */
const importInto = (name, as) => {
  const { params = binaryen.none, results = binaryen.none } = inFirst.get(name) ?? {};
  second.removeFunction(name);
  second.addFunctionImport(name, FIRST, as, params, results);
};
for (const name of shared) importInto(name, '');
tidy(second);
const needed = functionsOf(second);
// One after the other, a character each: that compresses best, and none is a name that the glue knows.
for (const [number, name] of shared.filter((name) => needed.has(name)).entries()) {
  const as = String.fromCharCode(ZERO + number);
  importInto(name, as);
  first.addFunctionExport(name, as);
}

second.addMemoryImport(memory, FIRST, 'memory');
const mark = createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS);
for (let index = 0; index < second.getNumGlobals(); index += 1) {
  const { name, type, mutable } = binaryen.getGlobalInfo(second.getGlobalByIndex(index));
  second.removeGlobal(name);
  second.addGlobalImport(name, FIRST, mark, type, mutable);
  first.addGlobalExport(name, mark);
  if (index > 0) throw new Error('more globals than the pointer of the stack');
}
for (let index = 0; index < second.getNumTables(); index += 1) {
  const { name } = binaryen.getTableInfo(second.getTableByIndex(index));
  second.addTableImport(name, FIRST, 'table');
  first.addTableExport(name, 'table');
  if (index > 0) throw new Error('more tables than that of functions');
}

for (const [module, to] of /** @type {const} */ ([[first, firstFile], [second, secondFile]])) {
  if (!module.validate()) throw new Error(`${to} is no valid module`);
  await writeFile(to, module.emitBinary());
}
