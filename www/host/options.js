/**
 * @file What can be set, and to what. One table drives the check, the defaults and the reading of attributes, so a new option
 * is one new row here. No document is touched: the table also serves workers and Node.
 */

import { GlossatorError } from './errors.js';

/**
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {import('./glossary.js').Glossary} Glossary
 * @typedef {import('./triggers.js').TooltipOptions} TooltipOptions
 */

/**
 * @typedef {object} SidebarOptions
 * @property {'auto' | boolean | undefined} [open]  `auto`: open where there is room beside the article
 * @property {Element | string | undefined} [mount]  an element, or a selector, of the site's own to put the sidebar into
 * @property {boolean | undefined} [suggestions]  for editors: terms that the article uses and the glossary lacks
 * @property {string | false | undefined} [shortcut]  opens and closes it: a letter or digit behind `Mod` (Ctrl, or ⌘), `Ctrl`, `Alt` or `Shift`, joined by `+`; `Mod+Shift+G` by default, false: none
 */

/**
 * What `createGlossator` takes. What is `undefined` is as if it were left out, also for TypeScript with `exactOptionalPropertyTypes`.
 * @typedef {object} GlossatorOptions
 * @property {string | URL | ArrayBuffer | ArrayBufferView | import('./types.js').GlossaryInput | Glossary | undefined} [glossary]  a URL, JSON text, its bytes, the parsed object
 *   or a loaded `Glossary`, which stays yours to free; needed unless there is an `engine`
 * @property {Element | Document | string | undefined} [root]  where to look for the article: an element or a selector; `document.body` by default
 * @property {'auto' | 'all' | (string & {}) | undefined} [scope]  what to read in the root: `auto` finds the article (and takes a root that was named as a
 *   whole where there is none in it), `all` is the whole root, else a selector
 * @property {'first' | 'section' | 'all' | undefined} [occurrences]  which matches of an entry to mark: the first of the page, of each section, or all
 * @property {number | undefined} [maxMarks]  at most so many marks on the page
 * @property {number | undefined} [density]  at most so many marks per 1,000 words; 0: no limit
 * @property {boolean | undefined} [headings]  may text in headings be marked?
 * @property {boolean | undefined} [definitions]  is an abbreviation that the article itself defines, and the glossary lacks, a term like those of the glossary? True by default
 * @property {string | string[] | undefined} [exclude]  selectors of elements never to mark in, added to the built-in ones
 * @property {'elements' | 'highlights' | undefined} [rendering]  wrap marks in `<gloss-term>`, or paint them and leave the DOM alone; by default
 *   the page decides: marks are painted where a framework owns the text
 * @property {boolean | TooltipOptions | undefined} [tooltip]  cards on the marks, and how; true by default
 * @property {boolean | SidebarOptions | undefined} [sidebar]  the summary beside the article, and how; true by default
 * @property {boolean | undefined} [shadow]  are open shadow roots read, and what stands in their slots where it is shown?
 * @property {boolean | undefined} [frames]  are frames of the same origin read, each with marks and a card of its own?
 * @property {boolean | undefined} [print]  is a glossary of the marked terms put behind the page when it is printed?
 * @property {string | undefined} [locale]  BCP 47: the language of Glossator's own words; the page's by default
 * @property {AbortSignal | undefined} [signal]  destroys the glossator; what is under way rejects with its reason
 * @property {string | URL | WebAssembly.Module | ArrayBuffer | ArrayBufferView | undefined} [wasm]  where the Wasm file is, or what it holds
 * @property {Engine | undefined} [engine]  something else that reads texts, instead of a glossary in this realm
 */

/** @template T @typedef {{[Key in keyof T]-?: Exclude<T[Key], undefined>}} Settled */

/**
 * The options with their defaults.
 * @typedef {Settled<Omit<GlossatorOptions, 'glossary' | 'root' | 'exclude' | 'rendering' | 'locale' | 'signal' | 'wasm' | 'engine'>>
 *   & Pick<GlossatorOptions, 'glossary' | 'root' | 'rendering' | 'locale' | 'signal' | 'wasm' | 'engine'> & {exclude: string[]}} FullOptions
 */

/**
 * A kind of value.
 * @typedef {object} Kind
 * @property {string} expected  for the message
 * @property {(value: unknown) => boolean} test
 * @property {(text: string) => unknown} [parse]  from an attribute; what cannot be parsed stays text and then fails `test`
 * @property {Table} [table]  of the options inside
 */

/** @typedef {Readonly<Record<string, {kind: Kind, initial?: unknown}>>} Table */

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === 'string' && value.trim() !== '';

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const isBytes = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value);

/** Elements of frames are of another realm, so no `instanceof`. @param {unknown} value @param {number[]} types */
const isNode = (value, ...types) => isObject(value) && types.includes(/** @type {number} */ (value['nodeType']));

/** @param {string} text */
const parseFlag = (text) => (text === '' || text === 'true' ? true : text === 'false' ? false : text);

/** @param {string} text */
const parseNumber = (text) => (text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text));

/** @param {string} text */
const parseObject = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** @type {Kind} */
const flag = { expected: 'true or false', test: (value) => typeof value === 'boolean', parse: parseFlag };

/** @type {Kind} */
const delay = { expected: 'a number of milliseconds, 0 or more', test: (value) => typeof value === 'number' && value >= 0, parse: parseNumber };

/** @param {...(string | boolean)} values @returns {Kind} */
const oneOf = (...values) => ({
  expected: values.map(show).join(', ').replace(/, ([^,]*)$/, ' or $1'),
  test: (value) => values.some((allowed) => allowed === value),
  parse: values.includes(true) ? parseFlag : String,
});

/** @param {Table} table @returns {Kind} */
const feature = (table) => ({
  expected: `true, false or an object with ${Object.keys(table).join(', ')}`,
  test: (value) => typeof value === 'boolean' || isObject(value),
  parse: (text) => (text.trimStart().startsWith('{') ? parseObject(text) : parseFlag(text)),
  table,
});

/** @type {Table} */
const TOOLTIP = {
  theme: { kind: oneOf('auto', 'light', 'dark') },
  openDelay: { kind: delay },
  closeDelay: { kind: delay },
  tabStops: { kind: oneOf('first', 'all', 'none') },
  render: { kind: { expected: 'a function', test: (value) => typeof value === 'function' } },
};

/** One modifier at least: a bare letter is typed. */
const SHORTCUT = /^((mod|ctrl|alt|shift)\+)+[a-z0-9]$/i;

/** @type {Table} */
const SIDEBAR = {
  open: { kind: oneOf('auto', true, false) },
  shortcut: { kind: { expected: "false or keys such as 'Mod+Shift+G'", test: (value) => value === false || (typeof value === 'string' && SHORTCUT.test(value)), parse: parseFlag } },
  mount: { kind: { expected: 'an element or a selector', test: (value) => isText(value) || isNode(value, 1) } },
  suggestions: { kind: flag },
};

/**
 * More marks than a reader can use. What it guards against is a page of 10 MB with `occurrences: 'all'`: in elements, 1,000
 * marks cost about a tenth of a second of layout. The first occurrences of an article are rarely more than 60.
 */
const MAX_MARKS = 300;

/** @type {Table} */
export const OPTIONS = {
  glossary: {
    kind: {
      expected: 'a URL, JSON text, its bytes, an object or a Glossary',
      test: (value) => isText(value) || isObject(value),
      parse: String,
    },
  },
  root: { kind: { expected: 'an element or a selector', test: (value) => isText(value) || isNode(value, 1, 9), parse: String } },
  scope: { kind: { expected: "'auto', 'all' or a selector", test: isText, parse: String }, initial: 'auto' },
  occurrences: { kind: oneOf('first', 'section', 'all'), initial: 'first' },
  maxMarks: {
    kind: {
      expected: 'a whole number, 0 or more, or Infinity',
      test: (value) => typeof value === 'number' && value >= 0 && (Number.isInteger(value) || value === Infinity),
      parse: parseNumber,
    },
    initial: MAX_MARKS,
  },
  // No limit: with first occurrences only, a dense text gets its marks where its terms come up, and thins out by itself.
  density: {
    kind: { expected: 'a number of marks per 1,000 words, 0 or more', test: (value) => Number.isFinite(value) && Number(value) >= 0, parse: parseNumber },
    initial: 0,
  },
  headings: { kind: flag, initial: false },
  definitions: { kind: flag, initial: true },
  exclude: {
    kind: { expected: 'a selector or an array of selectors', test: (value) => isText(value) || (Array.isArray(value) && value.every(isText)), parse: String },
    initial: [],
  },
  rendering: { kind: oneOf('elements', 'highlights') },
  tooltip: { kind: feature(TOOLTIP), initial: true },
  sidebar: { kind: feature(SIDEBAR), initial: true },
  shadow: { kind: flag, initial: false },
  frames: { kind: flag, initial: false },
  print: { kind: flag, initial: false },
  locale: { kind: { expected: 'a language tag', test: isLanguageTag, parse: String } },
  signal: { kind: { expected: 'an AbortSignal', test: (value) => isObject(value) && 'aborted' in value && 'addEventListener' in value } },
  wasm: {
    kind: { expected: 'a URL, a WebAssembly.Module or bytes', test: (value) => isText(value) || isBytes(value) || isUrl(value) || isModule(value), parse: String },
  },
  engine: { kind: { expected: 'an object with read, entry and entryById', test: isEngine } },
};

/** @param {unknown} value */
function isLanguageTag(value) {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** @param {unknown} value */
function isUrl(value) {
  return isObject(value) && typeof value['href'] === 'string';
}

/** @param {unknown} value */
function isModule(value) {
  return Object.prototype.toString.call(value) === '[object WebAssembly.Module]';
}

/** @param {unknown} value */
function isEngine(value) {
  return isObject(value) && ['read', 'entry', 'entryById'].every((name) => typeof value[name] === 'function');
}

/**
 * A value as a message shows it: short, and telling `"5"` from `5`.
 * @param {unknown} value
 * @returns {string}
 */
function show(value) {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (isObject(value)) return `an object (${value.constructor?.name ?? 'without a class'})`;
  return typeof value === 'function' ? 'a function' : String(value);
}

/**
 * @param {Table} table
 * @param {unknown} input
 * @param {string} path  of the object itself; empty for the options as a whole
 * @throws {GlossatorError} `option-invalid`, with the option's name as `path`
 */
export function check(table, input, path) {
  if (!isObject(input)) throw new GlossatorError('option-invalid', `the options are ${show(input)}; expected an object`);
  for (const [key, value] of Object.entries(input)) {
    const name = path ? `${path}.${key}` : key;
    const row = Object.hasOwn(table, key) ? table[key] : undefined;
    if (!row) {
      const known = Object.keys(table).join(', ');
      throw new GlossatorError('option-invalid', `unknown option "${name}"; the options${path && ` of "${path}"`} are ${known}`, { path: name });
    }
    if (value === undefined) continue;
    const { test, expected, table: inner } = row.kind;
    if (!test(value)) {
      throw new GlossatorError('option-invalid', `option "${name}" is ${show(value)}; expected ${expected}`, { path: name });
    }
    if (inner && isObject(value)) check(inner, value, name);
  }
}

/**
 * Checks options and fills in the defaults.
 * @param {GlossatorOptions} [input]
 * @returns {FullOptions}
 * @throws {GlossatorError} `option-invalid`, with the option's name as `path`
 */
export function normalizeOptions(input = {}) {
  check(OPTIONS, input, '');
  if (input.glossary === undefined && !input.engine) {
    throw new GlossatorError('option-invalid', `option "glossary" is missing; expected ${OPTIONS['glossary']?.kind.expected}`, { path: 'glossary' });
  }
  const { exclude = [] } = input;
  const given = Object.entries({ ...input, exclude: typeof exclude === 'string' ? [exclude] : [...exclude] });
  const defaults = Object.entries(OPTIONS).map(([key, { initial }]) => [key, initial]);
  return Object.fromEntries([...defaults, ...given.filter(([, value]) => value !== undefined)]);
}

/**
 * The options that attributes set. `data-max-marks="20"` is `dataset.maxMarks`; the attributes of an element that has options as
 * its own attributes come as such an object as well. Names that are no options are left out: other tools put their own
 * attributes on the same tag.
 * @param {Readonly<Record<string, string | undefined>>} dataset
 * @returns {GlossatorOptions}
 */
export function optionsFromDataset(dataset) {
  /** @type {Record<string, unknown>} */
  const options = {};
  for (const [key, { kind }] of Object.entries(OPTIONS)) {
    const text = dataset[key];
    if (text !== undefined && kind.parse) options[key] = kind.parse(text);
  }
  return options;
}

/** The attributes of `optionsFromDataset` without `data-`: `max-marks` and so on. */
export const ATTRIBUTES = Object.entries(OPTIONS)
  .filter(([, { kind }]) => kind.parse)
  .map(([key]) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

/** The largest number the engine takes: 32 bits. */
const UNLIMITED = 2 ** 32 - 1;

/**
 * @param {Pick<FullOptions, 'occurrences' | 'maxMarks' | 'density' | 'headings' | 'definitions'> & Partial<Pick<FullOptions, 'sidebar'>>} options
 * @returns {import('./types.js').ReadOptions}
 */
export function readOptions({ occurrences, maxMarks, density, headings, definitions, sidebar }) {
  return { occurrences, maxMarks: Math.min(maxMarks, UNLIMITED), density, headings, definitions, summary: true, suggestions: Object(sidebar).suggestions === true };
}
