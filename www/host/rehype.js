/**
 * @file `glossator/rehype`: marks HTML while a site is built, with the same engine. A term becomes a link to a section that it puts behind the article and
 * in which the terms are explained: it works without JavaScript, and nothing changes when the page has loaded. `glossator/cards` puts the cards on these links.
 *
 * ```html
 * Rules of the <a href="#gloss-csrc" class="gloss-link" data-gloss="csrc">CSRC</a> …
 * <section class="gloss-section" data-glossator="off"><h2>Glossary</h2><dl>
 *   <dt><dfn id="gloss-csrc" data-gloss-entry="csrc">China Securities Regulatory Commission</dfn></dt>
 *   <dd><span>It regulates …</span> <a href="https://www.csrc.gov.cn" rel="external">CSRC</a></dd></dl></section>
 * ```
 *
 * An abbreviation that the page itself defines is explained by the sentence that does, which leads there:
 *
 * ```html
 * … a low temperature sensor unit (<span id="gloss-defined-here:LTSU:low-temperature-sensor-unit-place">LTSU</span>) …
 * <dd><span>low temperature sensor unit</span> <q><a href="#gloss-…-place">It has a low temperature sensor unit (LTSU).</a></q></dd>
 * ```
 *
 * @example
 * unified().use(rehypeParse).use(rehypeGlossator, { glossary: new URL('glossary.json', import.meta.url) }).use(rehypeStringify);
 *
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./options.js').GlossatorOptions} GlossatorOptions
 *
 * @typedef {object} RehypeOnlyOptions
 * @property {string | undefined} [scope]  the name of the element to read, such as `article`, and the whole document where there is none; the whole document by default
 * @property {string | undefined} [title]  the heading of the section; `Glossary` by default
 *
 * @typedef {Pick<GlossatorOptions, 'glossary' | 'occurrences' | 'maxMarks' | 'density' | 'headings' | 'definitions' | 'wasm'> & RehypeOnlyOptions} RehypeOptions
 */

import { GlossatorError } from './errors.js';
import { definedIn, tellSentences } from './flat.js';
import { isGlossary, loadGlossary } from './glossary.js';

/** @typedef {import('./glossary.js').Glossary} Glossary */

import { h, readTree } from './hast.js';
import { check, normalizeOptions, OPTIONS, readOptions } from './options.js';
import { eachRow, SELECTED } from './tables.js';

/** @typedef {import('./hast.js').HastNode} HastNode */

/** Where an entry stands in the text, or is defined by it. @typedef {{start: number, end: number, entry: Entry, isDefinition?: boolean}} Place */

/** What is taken of the options of a page; the others are about what only a browser has. */
const TAKEN = ['glossary', 'occurrences', 'maxMarks', 'density', 'headings', 'definitions', 'wasm'];

/** @type {import('./options.js').Table} */
const TABLE = {
  ...Object.fromEntries(Object.entries(OPTIONS).filter(([key]) => TAKEN.includes(key))),
  scope: { kind: { expected: "the name of an element, such as 'article'", test: (value) => typeof value === 'string' && /^[a-z][\w:-]*$/i.test(value) } },
  title: { kind: { expected: 'a text', test: (value) => typeof value === 'string' && value.trim() !== '' } },
};

/**
 * @param {RehypeOptions} input  a glossary, and what is to be otherwise than by default
 * @returns {(tree: HastNode) => Promise<void>}
 * @throws {GlossatorError} `option-invalid`; the glossary's own errors come with the first page
 */
export default function rehypeGlossator(input) {
  const { scope, title = 'Glossary', ...options } = checked(input);
  const { glossary: source, wasm, ...full } = normalizeOptions(options);
  /** Loaded once for all pages. @type {Promise<Glossary> | undefined} */
  let loading;
  const load = () => {
    const started = isGlossary(source) ? Promise.resolve(source) : loadGlossary(/** @type {any} */ (source), { wasm });
    // A server for development goes on: when the file has been mended, the next page finds it so.
    started.catch(() => (loading = undefined));
    return started;
  };
  return async (tree) => {
    loading ??= load();
    const { engine } = await loading;
    const place = (scope && find(tree, scope)) || find(tree, 'body') || tree;
    const { text, blocks, pieces } = readTree(place);
    const wanted = readOptions(full);
    const reading = await engine.read(text, blocks, wanted);
    const textOf = (/** @type {{start: number, end: number}} */ { start, end }) => ({ start, end, text: text.slice(start, end) });
    const [abbreviations, entryOf] = definedIn(engine, reading, textOf);
    /** @type {Map<string, Entry>} */
    const found = new Map();
    /** @type {Place[]} */
    const marks = [];
    eachRow(reading.matches, (start, end, index, flags) => {
      if (!(flags & SELECTED)) return;
      const named = entryOf(index);
      const entry = found.get(named.id) ?? named;
      found.set(entry.id, entry);
      marks.push({ start, end, entry });
    });
    if (found.size === 0) return;
    const own = [...found.values()].filter(({ defined }) => defined);
    if (own.length > 0) tellSentences(abbreviations, (await engine.analyse?.(text, blocks, reading, wanted)) ?? {}, textOf);
    /** Those whose definition can be gone to: no mark is in its place. @type {Set<Entry>} */
    const placed = new Set();
    for (const entry of own) {
      const { start = 0, end = 0 } = entry.defined?.short ?? {};
      if (marks.some((mark) => mark.start < end && start < mark.end)) continue;
      marks.push({ start, end, entry, isDefinition: true });
      placed.add(entry);
    }
    marks.sort((a, b) => a.start - b.start);
    for (const piece of pieces) link(piece, marks);
    place.children = [...(place.children ?? []), section([...found.values()], title, placed)];
  };
}

/**
 * @param {RehypeOptions} options
 * @returns {RehypeOptions} the same
 * @throws {GlossatorError} `option-invalid`
 */
function checked(options = {}) {
  check(TABLE, options, '');
  const { glossary } = options;
  // Nothing here knows of which file this is an option, so a path would be read from wherever the build was started.
  if (typeof glossary === 'string' && !/^\s*["[{]|\n/.test(glossary) && !URL.canParse(glossary, globalThis.document?.baseURI)) {
    const message = `option "glossary" is ${JSON.stringify(glossary)}, which is no full address; expected new URL(${JSON.stringify(glossary)}, import.meta.url), or the glossary itself`;
    throw new GlossatorError('option-invalid', message, { path: 'glossary' });
  }
  return options;
}

/**
 * @param {HastNode} node
 * @param {string} name
 * @returns {HastNode | undefined} the first element of that name
 */
function find(node, name) {
  if (node.tagName === name) return node;
  for (const child of node.children ?? []) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

/**
 * Puts links around what a text node has of the marks. A mark that goes over several nodes becomes as many links.
 * @param {import('./hast.js').Piece} piece
 * @param {Place[]} marks  in text order
 */
function link({ node, parent, start, end }, marks) {
  const text = node.value ?? '';
  /** @type {HastNode[]} */
  const parts = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    const [from, to] = [Math.max(mark.start - start, 0), Math.min(mark.end, end) - start];
    if (from > at) parts.push({ type: 'text', value: text.slice(at, from) });
    const { id } = mark.entry;
    const words = text.slice(from, to);
    // In pieces, the first one is where it begins.
    const place = mark.isDefinition && h('span', mark.start >= start ? { id: placeOf(id) } : {}, words);
    parts.push(place || h('a', { href: linkTo(anchor(id)), className: ['gloss-link'], dataGloss: id }, words));
    at = to;
  }
  if (parts.length === 0) return;
  if (at < text.length) parts.push({ type: 'text', value: text.slice(at) });
  const siblings = /** @type {HastNode[]} */ (parent.children);
  siblings.splice(siblings.indexOf(node), 1, ...parts);
}

/** @param {string} id  @returns {string} an id for the page: those may not have white space */
const anchor = (id) => `gloss-${id.replace(/\s+/g, '-')}`;

/** @param {string} id  @returns {string} an id for the place that defines it */
const placeOf = (id) => `${anchor(id)}-place`;

/** @param {string} id  of the page */
const linkTo = (id) => `#${encodeURIComponent(id)}`;

/**
 * @param {Entry[]} entries
 * @param {string} title
 * @param {ReadonlySet<Entry>} placed  entries that the page defines in a place that has an id
 * @returns {HastNode}
 */
function section(entries, title, placed) {
  const terms = entries
    .slice()
    .sort((a, b) => a.term.localeCompare(b.term))
    .flatMap((entry) => {
      const { id, term, definition, category, pronunciation, related = [], source, url, defined } = entry;
      const shown = related.filter((other) => entries.some(({ id }) => id === other));
      const data = { dataGlossEntry: id, dataCategory: category, dataPronunciation: pronunciation, dataRelated: shown.join(' ') || undefined };
      // Addresses that could run are refused when a glossary is loaded.
      const from = url ? h('a', { href: url, rel: ['external'] }, source ?? url) : source && h('cite', {}, source);
      const { text = '' } = defined?.sentence ?? {};
      const sentence = text && h('q', {}, placed.has(entry) ? h('a', { href: linkTo(placeOf(id)) }, text) : text);
      const more = from || sentence;
      return [h('dt', {}, h('dfn', { id: anchor(id), ...data }, term)), h('dd', {}, h('span', {}, definition), ...(more ? [' ', more] : []))];
    });
  return h('section', { className: ['gloss-section'], dataGlossator: 'off' }, h('h2', {}, title), h('dl', {}, ...terms));
}
