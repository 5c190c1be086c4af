/**
 * @file One row of the key terms: name, category, count and dispersion strip; the definition is built when it is asked for.
 *
 * A row has no listeners of its own: the list listens once and calls it. So three hundred rows cost their nodes only, and
 * nothing has to be taken off when the page changes and they are built anew.
 *
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 * @typedef {import('./sidebar.js').SidebarContext} SidebarContext
 *
 * @typedef {object} Row
 * @property {FoundTerm} found
 * @property {HTMLElement} element
 * @property {HTMLButtonElement} button  opens and closes the definition
 * @property {import('./sidebar-strip.js').Strip} strip
 * @property {string} key  what the filter looks in
 * @property {boolean} inView  is one of its places on screen?
 * @property {boolean} isOpen
 * @property {(open: boolean) => void} toggle
 * @property {(index: number) => void} visit  goes to a place
 * @property {() => void} define  goes to where the article defines it
 * @property {(by: 1 | -1) => void} step  goes to the next or the previous place, round and round
 */

import { build, categoryOf, icon, placeOf, safeUrl } from './dom.js';
import { ARROW, createStrip } from './sidebar-strip.js';

const CHEVRON_UP = 'M4 10l4-4 4 4';
const CHEVRON_DOWN = 'M4 6l4 4 4-4';

let lastId = 0;

/**
 * @param {SidebarContext} context
 * @param {FoundTerm} found
 * @param {number} length  of the text
 * @returns {Row}
 */
export function createRow({ document, strings, goTo }, found, length) {
  const { fill, card, sidebar: text } = strings;
  const { entry, places, count } = found;
  const { aliases = [], defined, term } = entry;
  const shown = categoryOf(entry, strings);
  const category = defined ? shown : entry.category;
  const total = places.length;
  const panelId = `term-${++lastId}`;
  let current = -1;

  const button = build(document, 'button', { type: 'button', class: 'name', 'data-do': 'toggle', 'aria-expanded': 'false', 'aria-controls': panelId },
    build(document, 'span', { class: 'word', dir: 'auto' }, term), ' ',
    shown && build(document, 'span', { class: 'category', dir: 'auto' }, shown));
  const go = total > 0 && build(document, 'button', {
    type: 'button', class: 'go', 'data-do': 'go', lang: strings.lang, 'aria-label': `${term}: ${fill(text.goTo, { n: 1, total })}`,
  }, strings.number(count), icon(document, ARROW));
  const more = build(document, 'div', { class: 'more', id: panelId, hidden: true });
  const at = build(document, 'span', { class: 'at live' }, fill(text.mentions, { n: count }));
  const strip = createStrip(document, places, length);

  /** @param {string} label @param {string} action @param {string} path */
  const step = (label, action, path) =>
    build(document, 'button', { type: 'button', class: 'step', 'data-do': action, 'aria-label': label }, icon(document, path));

  function fillMore() {
    const url = safeUrl(entry.url, document.baseURI);
    const source = entry.source || url?.hostname;
    more.append(
      build(document, 'p', { class: 'definition', dir: 'auto' }, entry.definition),
      defined?.sentence ? build(document, 'button', { type: 'button', class: 'quote', 'data-do': 'define', title: card.goToDefinition, dir: 'auto' }, defined.sentence.text) : '',
      build(document, 'div', { class: 'tools', lang: strings.lang },
        source && build(document, 'span', { class: 'source' }, url
          ? build(document, 'a', { href: url.href, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, source)
          : build(document, 'bdi', {}, source)),
        at,
        total > 1 && step(card.previous, 'previous', CHEVRON_UP),
        total > 1 && step(card.next, 'next', CHEVRON_DOWN)));
  }

  return {
    found,
    button,
    strip,
    element: build(document, 'li', { class: 'term' }, build(document, 'div', { class: 'head' }, button, go), more, strip.element),
    key: [term, category, ...aliases.map((alias) => (typeof alias === 'string' ? alias : alias.label))].join('\n'),
    inView: false,
    isOpen: false,
    toggle(open) {
      if (open && !more.firstChild) fillMore();
      this.isOpen = open;
      more.hidden = !open;
      button.setAttribute('aria-expanded', String(open));
    },
    visit(index) {
      const place = places[index];
      if (!place) return;
      current = index;
      at.textContent = fill(text.place, { n: index + 1, total });
      goTo(place);
    },
    define() {
      if (defined) goTo(placeOf(defined));
    },
    step(by) {
      this.visit(current < 0 ? (by > 0 ? 0 : total - 1) : (current + by + total) % total);
    },
  };
}
