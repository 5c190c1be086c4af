/**
 * @file The list of key terms: its order, its filter, and which of its rows are about what is on screen.
 *
 * Rows are built once per enrichment. Order and filter move and hide them, so that what the reader has opened stays open.
 *
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 * @typedef {import('./sidebar.js').SidebarContext} SidebarContext
 * @typedef {import('./sidebar-row.js').Row} Row
 * @typedef {'relevance' | 'mention' | 'category' | 'name'} Order
 *
 * @typedef {object} Terms
 * @property {HTMLElement} element
 * @property {HTMLElement} list
 * @property {Order} order
 * @property {(terms: FoundTerm[], length: number) => void} update  `length` of the text
 * @property {(from: number, to: number) => HTMLElement | null} view
 *   says which part of the text is on screen; marks the rows of the terms in it and returns that of the first
 */

import { build } from './dom.js';
import { createRow } from './sidebar-row.js';
import { fraction } from './sidebar-strip.js';

/** A list of fewer rows is faster to look through than to filter: it is about one screen of the panel. */
const FILTER_FROM = 13;

/** From so many rows on, those out of sight are not laid out: it pays then, and their heights are only guessed. */
const LONG_FROM = 40;

/** From so many rows on, the list by name has its letters above: a place to look for with the eye. */
const INDEX_FROM = 30;

/** Fewer rows than this are seen at a glance in any order. */
const ORDER_FROM = 4;

/**
 * Folded for the filter: "zurich" finds "Zürich".
 * @param {string} text
 */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** @param {FoundTerm} found */
const firstPlace = ({ places }) => places[0]?.start ?? Infinity;

/**
 * @param {SidebarContext} context
 * @returns {Terms}
 */
export function createTerms(context) {
  const { document, signal, strings } = context;
  const { fill, sidebar: text } = strings;
  /** @type {Row[]} */
  let rows = [];
  /** @type {Map<Element | null, Row>} */
  let rowOf = new Map();
  /** @type {Row | undefined} */
  let pointed;
  /** @type {Order} */
  let order = 'relevance';
  let length = 0;

  const list = build(document, 'ol', { class: 'terms' });
  const tally = build(document, 'span', { class: 'tally live' });
  const none = build(document, 'p', { class: 'none', role: 'status' });
  const orders = build(document, 'div', { class: 'orders', role: 'radiogroup', 'aria-label': text.order });
  for (const [value, label] of /** @type {[Order, string][]} */ ([
    ['relevance', text.byRelevance],
    ['mention', text.byMention],
    ['category', text.byCategory],
    ['name', text.byName],
  ])) {
    const input = build(document, 'input', { type: 'radio', name: 'order', value, checked: value === order });
    orders.append(build(document, 'label', { 'data-order': value }, input, build(document, 'span', {}, label)));
  }
  const filter = build(document, 'input', {
    type: 'search', class: 'filter', placeholder: text.filter, 'aria-label': text.filter, autocomplete: 'off', spellcheck: 'false', dir: 'auto',
  });
  const element = build(document, 'section', { part: 'terms' },
    build(document, 'div', { class: 'label-line' }, build(document, 'h3', {}, text.keyTerms), tally),
    orders, filter, list, none);

  function arrange() {
    const { compare } = new Intl.Collator(strings.lang);
    const sorted = [...rows];
    if (order === 'mention') sorted.sort((a, b) => firstPlace(a.found) - firstPlace(b.found));
    if (order === 'name') sorted.sort((a, b) => compare(a.found.entry.term, b.found.entry.term));
    if (order === 'category') sorted.sort((a, b) => Number(!categoryOfRow(a)) - Number(!categoryOfRow(b)) || compare(categoryOfRow(a), categoryOfRow(b)));
    /** @type {HTMLElement[]} */
    const lines = [];
    let last = '';
    for (const row of sorted) {
      const group = groupOf(row);
      if (group !== last) lines.push(build(document, 'li', { class: 'group' }, build(document, 'h4', {}, build(document, 'bdi', {}, group))));
      last = group;
      lines.push(row.element);
    }
    list.classList.toggle('grouped', order === 'category');
    list.replaceChildren(...lines);
  }

  /** @param {Row} row */
  const categoryOfRow = ({ found: { entry } }) => (entry.defined ? strings.card.definedHere : (entry.category?.trim() ?? ''));

  /** What stands above a row and those that follow it; nothing: no line. @param {Row} row */
  function groupOf(row) {
    if (order === 'category') return categoryOfRow(row) || text.noCategory;
    if (order !== 'name' || rows.length < INDEX_FROM) return '';
    const [letter = ''] = fold(row.found.entry.term.trim());
    return /\p{L}/u.test(letter) ? letter.toLocaleUpperCase(strings.lang) : '#';
  }

  function sift() {
    const wanted = filter.hidden ? '' : fold(filter.value.trim());
    const shown = rows.filter((row) => {
      row.element.hidden = wanted !== '' && !fold(row.key).includes(wanted);
      return !row.element.hidden;
    }).length;
    const total = rows.length;
    // A heading over nothing says nothing.
    for (const group of list.querySelectorAll('.group')) {
      let next = group.nextElementSibling;
      while (next?.matches('.term[hidden]')) next = next.nextElementSibling;
      group.toggleAttribute('hidden', !next?.matches('.term'));
    }
    tally.textContent = wanted ? fill(text.shown, { n: shown, total }) : strings.number(total);
    none.textContent = shown ? '' : fill(text.noMatch, { name: filter.value.trim() });
  }

  orders.addEventListener('change', (event) => {
    order = /** @type {Order} */ (/** @type {HTMLInputElement} */ (event.target).value);
    arrange();
    sift();
  }, { signal });
  filter.addEventListener('input', sift, { signal });

  /** @param {Event} event */
  function hit({ target }) {
    const at = /** @type {Element} */ (target);
    return { row: rowOf.get(at.closest('.term')), isStrip: at.closest('.strip') !== null, button: at.closest('button') };
  }
  list.addEventListener('click', (event) => {
    const { row, isStrip, button } = hit(event);
    const action = button?.dataset['do'];
    if (!row) return;
    if (isStrip) row.visit(row.strip.nearest(event.clientX));
    else if (action === 'toggle') row.toggle(!row.isOpen);
    else if (action === 'go') row.visit(0);
    else if (action === 'define') row.define();
    else if (action) {
      row.step(action === 'next' ? 1 : -1);
      // Going to a mark focuses it. Whoever steps wants to step on, so the focus stays; a closed drawer does not take it.
      button?.focus({ preventScroll: true });
    }
  }, { signal });
  /** @param {PointerEvent} event */
  const point = (event) => {
    const { row, isStrip } = hit(event);
    const next = isStrip && event.type === 'pointermove' ? row : undefined;
    if (pointed !== next) pointed?.strip.point(null);
    next?.strip.point(next.strip.nearest(event.clientX));
    pointed = next;
  };
  list.addEventListener('pointermove', point, { signal });
  list.addEventListener('pointerleave', point, { signal });

  return {
    element,
    list,
    get order() {
      return order;
    },
    update(terms, textLength) {
      length = textLength;
      const focused = rowOf.get(list.querySelector('.term:focus-within'))?.found.entry.id;
      const opened = new Set(rows.filter((row) => row.isOpen).map((row) => row.found.entry.id));
      rows = terms.map((found) => createRow(context, found, length));
      rowOf = new Map(rows.map((row) => [row.element, row]));
      for (const row of rows) if (opened.has(row.found.entry.id)) row.toggle(true);
      list.classList.toggle('long', rows.length >= LONG_FROM);
      orders.hidden = rows.length < ORDER_FROM;
      const hasGroups = new Set(rows.map(categoryOfRow)).size > 1;
      for (const label of orders.children) if (/** @type {HTMLElement} */ (label).dataset['order'] === 'category') label.toggleAttribute('hidden', !hasGroups);
      if (order === 'category' && !hasGroups) order = 'relevance';
      filter.hidden = rows.length < FILTER_FROM;
      arrange();
      sift();
      rows.find(({ found }) => found.entry.id === focused)?.button.focus({ preventScroll: true });
    },
    view(from, to) {
      /** @type {Row | undefined} */
      let first;
      for (const row of rows) {
        const inView = row.found.places.some(({ start, end }) => end > from && start < to);
        if (inView !== row.inView) row.element.classList.toggle('in-view', (row.inView = inView));
        if (inView && (!first || firstPlace(row.found) < firstPlace(first.found))) first = row;
      }
      for (const [name, offset] of /** @type {const} */ ([['--from', from], ['--to', to]])) {
        // A tenth of a per cent is less than a pixel of the strip: not worth a new style for each row.
        list.style.setProperty(name, `${(fraction(offset, length) * 100).toFixed(1)}%`);
      }
      return first?.element ?? null;
    },
  };
}
