/**
 * @file `node xtask/js/wasm-parts.js MODULE PLAN FIRST SECOND THIRD`: one optimised module into three, by the plan of `wasm-linked.js`.
 *
 * A later one has no copy of what those before it have: it imports the first's memory, its table and the functions that it calls. Its data goes to the addresses that the linker chose for it, which the
 * others leave alone. So they belong together, byte for byte: the name under which the first exports the pointer of its stack to them is made of the contents of all, and a module that does not belong to the
 * first is refused when it is linked.
 *
 * wasm-split of binaryen does something like it for functions, chosen by a profile; it leaves all data in the first module, and is not in the npm package.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import binaryen from 'binaryen';
import { dataOf } from './wasm-bytes.js';
import { FEATURES } from './wasm-features.js';

/** What the second module exports after wasm-bindgen, and the third. */
const LATER = ['analyse', 'survey'];
/** What wasm-bindgen exports for programs that go on after a panic, by two globals that its glue does not look at here. */
const UNUSED = ['__abort_handler', '__instance_terminated'];
/** Whom they import from: the first module, and the third also from the second. */
const NAMES = ['first', 'second'];
/** The character that is the first of such names. */
const ZERO = 0x30;
/** Digits of the name that only modules of the same build have. */
const DIGITS = 6;
/** A hole between two pieces of data of one module that is smaller is filled with zeros, unless a module before it has data there: a segment of its own costs more. */
const HOLE = 8;

const [file, planFile, ...files] = process.argv.slice(2);
if (!file || !planFile || files.length !== 1 + LATER.length) throw new Error('expected MODULE PLAN FIRST SECOND THIRD');
const bytes = await readFile(file);
/** @type {import('./wasm-linked.js').Part[]} */
const plan = JSON.parse(await readFile(planFile, 'utf8'));
binaryen.setDebugInfo(true);

/** Whose a place in the table is. @param {number} slot  @returns {number} the number of a module */
const ownerOfSlot = (slot) => 1 + plan.findIndex(({ slots }) => slots.includes(slot));

/** All addresses that are not the first's, in order. */
const ranges = plan.flatMap(({ data }, index) => data.map(([from, to]) => ({ from, to, owner: index + 1 }))).sort((a, b) => a.from - b.from);

/** Bytes of the memory by address: those that are not zero, and a module's own. @param {number} own  its number @returns {{address: number, data: Uint8Array}[]} */
function pieces(own) {
  /** @type {{address: number, data: number[]}[]} */
  const found = [];
  let at = 0;
  let isOpen = false;
  for (const { start, end, address } of dataOf(bytes)) {
    for (let byte = start; byte < end; byte += 1) {
      const place = address + byte - start;
      let range = ranges[at];
      while (range && range.to <= place) range = ranges[(at += 1)];
      const owner = range && range.from <= place ? range.owner : 0;
      const value = bytes[byte] ?? 0;
      // It is there by then.
      if (owner < own) isOpen = false;
      if (owner !== own || value === 0) continue;
      const last = isOpen ? found.at(-1) : undefined;
      const hole = last ? place - last.address - last.data.length : Infinity;
      if (last && hole < HOLE) last.data.push(...new Uint8Array(hole), value);
      else found.push({ address: place, data: [value] });
      isOpen = true;
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
 * Runs of the places in the table that are a module's own.
 * @param {binaryen.Module} module @param {number} own  its number
 */
function keepSlots(module, own) {
  for (const { segment, table, offset, names } of elements(module)) {
    module.removeElementSegment(segment);
    /** @type {{at: number, names: string[]}[]} */
    const runs = [];
    names.forEach((name, index) => {
      const slot = offset + index;
      if (ownerOfSlot(slot) !== own) return;
      const last = runs.at(-1);
      if (last && last.at + last.names.length === slot) last.names.push(name);
      else runs.push({ at: slot, names: [name] });
    });
    runs.forEach(({ at, names }, index) => module.addActiveElementSegment(table, `${segment}${index}`, names, module.i32.const(at)));
  }
}

/** @param {binaryen.Module} module @param {number} own  its number */
function keepData(module, own) {
  const { initial, max, name } = /** @type {any} */ (module.getMemoryInfo());
  const segments = pieces(own).map(({ address, data }) => ({ offset: module.i32.const(address), data }));
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

/** All of it, but with what one of the modules exports, holds in memory and has in the table. @param {number} own  its number */
function cut(own) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  const name = LATER[own - 1];
  for (const { name: exported } of exportsOf(module)) {
    if (name === undefined ? LATER.includes(exported) || UNUSED.includes(exported) : exported !== name) module.removeExport(exported);
  }
  keepSlots(module, own);
  const memory = keepData(module, own);
  tidy(module);
  return { module, memory };
}

/**
 * The modules that are cut, with the functions that are in none before them, and how they export those that a later one calls: one after the other, a character each. That compresses best, and none is a name that
 * the glue knows.
 * @type {{module: binaryen.Module, functions: Map<string, binaryen.FunctionInfo>, exported: Map<string, string>}[]}
 */
const modules = [];
const mark = createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS);

for (const own of files.keys()) {
  const { module, memory } = cut(own);
  // What one before it has, it is to import; and of that, what it still needs when its own copies are gone.
  const homes = new Map([...functionsOf(module).keys()].map((name) => [name, modules.findIndex(({ functions }) => functions.has(name))]));
  /** @param {string} name  of a function @param {number} home @param {string} as */
  const importInto = (name, home, as) => {
    const { params = binaryen.none, results = binaryen.none } = modules[home]?.functions.get(name) ?? {};
    module.removeFunction(name);
    module.addFunctionImport(name, NAMES[home] ?? '', as, params, results);
  };
  for (const [name, home] of homes) if (home >= 0) importInto(name, home, '');
  tidy(module);
  const functions = functionsOf(module);
  for (const [home, { module: other, functions: theirs, exported }] of modules.entries()) {
    for (const name of theirs.keys()) {
      if (homes.get(name) !== home || !functions.has(name)) continue;
      const as = exported.get(name) ?? String.fromCharCode(ZERO + exported.size);
      importInto(name, home, as);
      if (!exported.has(name)) other.addFunctionExport(name, as);
      exported.set(name, as);
      functions.delete(name);
    }
  }
  if (modules[0]) link(module, modules[0].module, memory);
  modules.push({ module, functions, exported: new Map() });
}

/**
 * Memory, table and stack are the first's.
 * @param {binaryen.Module} module @param {binaryen.Module} first @param {string} memory  what it is called
 */
function link(module, first, memory) {
  const known = new Set(exportsOf(first).map(({ name }) => name));
  const [global, moreGlobals] = Array.from({ length: module.getNumGlobals() }, (_, index) => binaryen.getGlobalInfo(module.getGlobalByIndex(index)));
  const [table, moreTables] = Array.from({ length: module.getNumTables() }, (_, index) => binaryen.getTableInfo(module.getTableByIndex(index)));
  if (!global || moreGlobals) throw new Error('expected the pointer of the stack, and no other global');
  if (moreTables) throw new Error('more tables than that of functions');
  module.addMemoryImport(memory, NAMES[0] ?? '', 'memory');
  module.removeGlobal(global.name);
  module.addGlobalImport(global.name, NAMES[0] ?? '', mark, global.type, global.mutable);
  if (!known.has(mark)) first.addGlobalExport(global.name, mark);
  if (!table) return;
  module.addTableImport(table.name, NAMES[0] ?? '', 'table');
  if (!known.has('table')) first.addTableExport(table.name, 'table');
}

for (const [index, { module }] of modules.entries()) {
  const to = files[index] ?? '';
  if (!module.validate()) throw new Error(`${to} is no valid module`);
  await writeFile(to, module.emitBinary());
}
