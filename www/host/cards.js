/**
 * @file `glossator/cards`: puts cards on the links that `glossator/rehype` made. What a card says stands in the page already, so no glossary is fetched, no
 * engine, and nothing of the page is moved or marked.
 *
 * @example
 * const cards = attachCards();
 * cards.destroy();    // the links are links again
 *
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 * @typedef {import('./types.js').Mark} Mark
 */

import { emit } from './events.js';
import { GlossatorError } from './errors.js';
import { goTo } from './go-to.js';
import { check, OPTIONS } from './options.js';
import { stringsFor } from './strings.js';
import { createTooltips } from './triggers.js';

/** What a link has while cards are on it; also what it is given back. */
const ATTRIBUTES = { 'aria-expanded': 'false', tabindex: '0' };

const { tooltip, locale, signal } = /** @type {Record<'tooltip' | 'locale' | 'signal', {kind: import('./options.js').Kind}>} */ (OPTIONS);

/** Those of a page, but that there is no card to be switched off, and nothing to be looked for. @type {import('./options.js').Table} */
const TAKEN = {
  root: { kind: { expected: 'an element', test: (value) => Object(value).nodeType === 1 } },
  tooltip: { kind: { ...tooltip.kind, expected: `an object with ${Object.keys(tooltip.kind.table ?? {}).join(', ')}`, test: (value) => Object(value) === value } },
  locale,
  signal,
};

/**
 * @typedef {object} CardsOptions
 * @property {Element | undefined} [root]  where the links are; `document.body` by default
 * @property {import('./triggers.js').TooltipOptions | undefined} [tooltip]  how the cards behave
 * @property {string | undefined} [locale]  BCP 47: the language of the cards' own words; the page's by default
 * @property {AbortSignal | undefined} [signal]  the same as `destroy()`
 */

/**
 * @param {CardsOptions} [options]  where, and how
 * @returns {{marks: Mark[], destroy: () => void}}
 * @throws {GlossatorError} `option-invalid`; nothing of the page was changed then
 */
export function attachCards(options = {}) {
  check(TAKEN, options, '');
  const { root = globalThis.document?.body, tooltip = {}, locale, signal } = options;
  if (!root) throw new GlossatorError('option-invalid', 'there is no page here, or it has no body yet; call attachCards() in a browser', { path: 'root' });
  const life = new AbortController();
  /** Where the page defines what it defines itself. @type {HTMLElement[]} */
  const definitions = [];
  const entries = readEntries(root.ownerDocument, definitions);
  const order = [...entries.keys()];
  const links = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('a[data-gloss]')]).filter(({ dataset }) => entries.has(dataset['gloss'] ?? ''));
  const marks = links.map((element, at) => markOf(element, at, order));
  const byElement = new Map(marks.map((mark) => [/** @type {EventTarget} */ (mark.element), mark]));
  /** What the reader does not want to see again, as long as the page is there. @type {Set<string>} */
  const hidden = new Set();

  /** @param {Event} event */
  const markFrom = (event) => {
    const mark = event.composedPath().map((target) => byElement.get(target)).find(Boolean) ?? null;
    return mark && hidden.has(mark.id) ? null : mark;
  };
  /** @param {Mark} mark @returns {FoundTerm} */
  const found = ({ entry: index, id }) => {
    const places = marks.filter((mark) => mark.id === id).map(({ start, end }) => ({ start, end }));
    return { entry: /** @type {Entry} */ (entries.get(id)), index, count: places.length, salience: 1, places };
  };

  /** @param {{start: number}} place  by its number: the page was read elsewhere, so there are no offsets */
  const goToDefinition = ({ start }) => {
    const place = definitions[start];
    if (!place?.isConnected) return;
    const range = place.ownerDocument.createRange();
    range.selectNodeContents(place.firstChild ?? place);
    goTo(range, undefined, life.signal);
  };

  for (const link of links) for (const [name, value] of Object.entries(ATTRIBUTES)) link.setAttribute(name, value);
  root.addEventListener('click', (event) => {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = /** @type {MouseEvent} */ (event);
    // The card says what the link leads to. Opening that in another tab stays what it is.
    if (button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && markFrom(event)) event.preventDefault();
  }, { signal: life.signal });
  createTooltips({
    root,
    renderer: { markFrom },
    marks: () => marks,
    found,
    related: (id) => entries.get(id),
    goTo: goToDefinition,
    hide: ({ id }) => void hidden.add(id),
    emit: (type, mark, detail) => mark.element && emit(mark.element, type, { mark, ...detail }),
    strings: stringsFor(locale ?? (root.closest('[lang]')?.getAttribute('lang') || undefined)),
    options: tooltip,
    signal: life.signal,
  });

  const destroy = () => {
    life.abort();
    for (const link of links) for (const name of Object.keys(ATTRIBUTES)) link.removeAttribute(name);
  };
  if (signal?.aborted) destroy();
  else signal?.addEventListener('abort', destroy, { once: true, signal: life.signal });
  return { marks, destroy };
}

/**
 * @param {HTMLElement} element
 * @param {number} at  its place among the marks: these have no offsets, but an order
 * @param {string[]} order  of the entries
 * @returns {Mark}
 */
function markOf(element, at, order) {
  const id = element.dataset['gloss'] ?? '';
  return {
    start: at, end: at, entry: order.indexOf(id), id, first: true, element, elements: [element],
    rects: () => [...element.getClientRects()],
    range() {
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      return element.isConnected ? range : null;
    },
  };
}

/**
 * @param {Document} document
 * @param {HTMLElement[]} definitions  gets the places where the page defines something
 * @returns {Map<string, Entry>} what the sections of the page explain
 */
function readEntries(document, definitions) {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  for (const name of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('dfn[data-gloss-entry]'))) {
    const { glossEntry: id = '', category, pronunciation, related } = name.dataset;
    const explanation = name.closest('dt')?.nextElementSibling;
    const from = explanation?.querySelector(':scope > a, :scope > cite');
    const url = from?.getAttribute('href');
    const term = name.textContent ?? '';
    const definition = explanation?.firstElementChild?.textContent ?? '';
    const quote = explanation?.querySelector(':scope > q > a');
    const place = quote && document.getElementById(decodeURIComponent(quote.getAttribute('href')?.slice(1) ?? ''));
    const at = place ? definitions.push(place) - 1 : -1;
    const textOf = (/** @type {string} */ text) => ({ start: at, end: at, text });
    entries.set(id, {
      id,
      term,
      definition,
      ...(place && { defined: { short: textOf(term), long: textOf(definition), sentence: textOf(quote.textContent ?? '') } }),
      ...(category && { category }),
      ...(pronunciation && { pronunciation }),
      ...(related && { related: related.split(' ') }),
      ...(from?.textContent && { source: from.textContent }),
      ...(url && { url }),
    });
  }
  return entries;
}
