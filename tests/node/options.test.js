/** @file Options: defaults, what is refused and how, and options from attributes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GlossatorError } from '../../www/host/errors.js';
import { ATTRIBUTES, normalizeOptions, optionsFromDataset, readOptions } from '../../www/host/options.js';

const glossary = '/glossary.json';
const element = /** @type {Element} */ (/** @type {unknown} */ ({ nodeType: 1 }));

/** @param {object | null} options */
function refused(options) {
  try {
    normalizeOptions(/** @type {any} */ (options));
  } catch (error) {
    assert.ok(error instanceof GlossatorError);
    assert.equal(error.code, 'option-invalid');
    return error;
  }
  throw new assert.AssertionError({ message: 'it was accepted' });
}

test('a glossary is all that is needed', () => {
  assert.deepEqual(normalizeOptions({ glossary }), {
    glossary,
    root: undefined,
    scope: 'auto',
    occurrences: 'first',
    maxMarks: 300,
    density: 0,
    headings: false,
    definitions: true,
    exclude: [],
    rendering: undefined,
    tooltip: true,
    sidebar: true,
    shadow: false,
    frames: false,
    print: false,
    locale: undefined,
    signal: undefined,
    wasm: undefined,
    engine: undefined,
  });
});

test('an engine stands in for a glossary', () => {
  const nothing = () => /** @type {any} */ (undefined);
  const engine = { read: nothing, entry: nothing, entryById: nothing, language: undefined };
  assert.equal(normalizeOptions({ engine }).engine, engine);
  assert.equal(refused({ engine: { read: nothing } }).path, 'engine');
});

test('undefined is the default', () => {
  const options = { glossary, scope: undefined, exclude: undefined, maxMarks: undefined };
  const { scope, exclude, maxMarks } = normalizeOptions(/** @type {any} */ (options));
  assert.deepEqual([scope, exclude, maxMarks], ['auto', [], 300]);
});

/** @type {[string, object][]} */
const good = [
  ['a glossary as an object', { glossary: { entries: [] } }],
  ['a glossary as a URL', { glossary: new URL('https://example.com/g.json') }],
  ['a glossary as bytes', { glossary: new ArrayBuffer(2) }],
  ['a glossary as a view of bytes', { glossary: new Uint8Array(2) }],
  ['a root that is an element', { glossary, root: element }],
  ['a root that is a document', { glossary, root: { nodeType: 9 } }],
  ['a root by selector', { glossary, root: '#app' }],
  ['no limit of marks', { glossary, maxMarks: Infinity }],
  ['no marks', { glossary, maxMarks: 0 }],
  ['a density with a fraction', { glossary, density: 2.5 }],
  ['selectors', { glossary, exclude: ['.a', '.b > c'] }],
  ['tooltip options', { glossary, tooltip: { theme: 'dark', openDelay: 0 } }],
  ['sidebar options', { glossary, sidebar: { open: 'auto', mount: '#side' } }],
  ['a locale', { glossary, locale: 'zh-Hans-CN' }],
  ['a signal', { glossary, signal: new AbortController().signal }],
  ['wasm as a compiled module', { glossary, wasm: new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) }],
  ['wasm as bytes', { glossary, wasm: new Uint8Array(8) }],
  ['wasm by URL', { glossary, wasm: new URL('https://example.com/g.wasm') }],
];

for (const [name, options] of good) {
  test(`accepted: ${name}`, () => {
    const full = normalizeOptions(options);
    for (const [key, value] of Object.entries(options)) assert.deepEqual(/** @type {any} */ (full)[key], value);
  });
}

/** @type {[string, object, string, RegExp][]} */
const bad = [
  ['no glossary', {}, 'glossary', /"glossary" is missing; expected a URL/],
  ['an empty glossary', { glossary: ' ' }, 'glossary', /is " "/],
  ['an array as the glossary', { glossary: [] }, 'glossary', /an array of 0/],
  ['a misspelt key', { glossary, occurences: 'all' }, 'occurences', /unknown option "occurences".*occurrences/],
  ['a key of Object.prototype', { glossary, toString: 1 }, 'toString', /unknown option "toString"/],
  ['a wrong word', { glossary, occurrences: 'frist' }, 'occurrences', /is "frist"; expected "first", "section" or "all"/],
  ['a number as text', { glossary, maxMarks: '20' }, 'maxMarks', /is "20"; expected a whole number/],
  ['part of a mark', { glossary, maxMarks: 1.5 }, 'maxMarks', /is 1.5/],
  ['NaN', { glossary, density: NaN }, 'density', /is NaN/],
  ['less than nothing', { glossary, density: -1 }, 'density', /is -1/],
  ['a word for a flag', { glossary, headings: 'yes' }, 'headings', /is "yes"; expected true or false/],
  ['null', { glossary, scope: null }, 'scope', /is null/],
  ['an empty selector', { glossary, exclude: ['.a', ''] }, 'exclude', /is an array of 2/],
  ['a text node as the root', { glossary, root: { nodeType: 3 } }, 'root', /expected an element or a selector/],
  ['no language tag', { glossary, locale: 'not a locale' }, 'locale', /is "not a locale"/],
  ['a controller for its signal', { glossary, signal: new AbortController() }, 'signal', /an object \(AbortController\)/],
  ['an unknown option inside', { glossary, sidebar: { side: 'left' } }, 'sidebar.side', /unknown option "sidebar.side"; the options of "sidebar" are open, shortcut, mount/],
  ['a wrong value inside', { glossary, tooltip: { openDelay: 'soon' } }, 'tooltip.openDelay', /is "soon"; expected a number of milliseconds/],
  ['a long text is cut', { glossary, rendering: 'x'.repeat(500) }, 'rendering', /is "x{40}…"/],
];

for (const [name, options, path, message] of bad) {
  test(`refused: ${name}`, () => {
    const error = refused(options);
    assert.equal(error.path, path);
    assert.match(error.message, message);
  });
}

test('refused: no object at all', () => {
  for (const options of [null, 'glossary.json', 3, []]) assert.match(refused(/** @type {any} */ (options)).message, /expected an object/);
});

test('every option that can be text has an attribute', () => {
  assert.deepEqual(ATTRIBUTES, ['glossary', 'root', 'scope', 'occurrences', 'max-marks', 'density', 'headings', 'definitions', 'exclude', 'rendering', 'tooltip', 'sidebar', 'shadow', 'frames', 'print', 'locale', 'wasm']);
});

test('attributes give the same options as an object', () => {
  const options = optionsFromDataset({
    glossary,
    scope: 'article',
    occurrences: 'section',
    maxMarks: '20',
    density: '2.5',
    headings: '',
    exclude: '.a, .b',
    rendering: 'highlights',
    tooltip: 'false',
    sidebar: '{"open": true}',
    locale: 'de',
    wasm: 'https://cdn.example/glossator.wasm',
    turboTrack: 'reload',
  });
  assert.deepEqual(options, {
    glossary,
    scope: 'article',
    occurrences: 'section',
    maxMarks: 20,
    density: 2.5,
    headings: true,
    exclude: '.a, .b',
    rendering: 'highlights',
    tooltip: false,
    sidebar: { open: true },
    locale: 'de',
    wasm: 'https://cdn.example/glossator.wasm',
  });
  assert.deepEqual(normalizeOptions(options).exclude, ['.a, .b']);
});

test('attributes that cannot be read are refused by their name', () => {
  for (const [key, text] of [['maxMarks', 'many'], ['maxMarks', ''], ['headings', 'no'], ['tooltip', '{"theme": dark}'], ['sidebar', 'left']]) {
    assert.equal(refused(optionsFromDataset({ glossary, [String(key)]: text })).path, key);
  }
});

test('no limit fits the 32 bits of the engine', () => {
  const options = normalizeOptions({ glossary, maxMarks: Infinity });
  assert.deepEqual(readOptions(options), { occurrences: 'first', maxMarks: 4294967295, density: 0, headings: false, definitions: true, summary: true, suggestions: false });
  assert.equal(readOptions(normalizeOptions({ glossary, sidebar: { suggestions: true } })).suggestions, true);
});
