/**
 * @file The article's dates, as a line of time from top to bottom, and its figures: each with a few words of what is said about it, and the way to its place.
 *
 * @typedef {import('./types.js').FoundDate} FoundDate
 * @typedef {import('./types.js').FoundFigure} FoundFigure
 * @typedef {import('./sidebar.js').SidebarContext} SidebarContext
 * @typedef {{start: number, end: number}} Place
 */

import { build, icon } from './dom.js';
import { ARROW } from './sidebar-strip.js';

/** So many are seen at a glance; the others come on demand. */
const FEW = 5;

/** One date is no line of time. */
const FEWEST_DATES = 2;

/** UTF-16 code units of what is shown beside a date or a figure: about one line. */
const SNIPPET = 64;

/** Fewer behind it say nothing ("on Monday."): then what stands before it is shown. */
const SHORTEST = 16;

const SENTENCE_END = /[.!?。！？]["”’»)]*(?:\s|$)|\n/;

/**
 * A few words of the sentence around a place, cut between words.
 * @param {string} text
 * @param {Place} place
 * @returns {string}
 */
export function snippetOf(text, { start, end }) {
  const behind = text.slice(end, end + 2 * SNIPPET).replace(/^[^\S\n]*[,;:)–—-]*[^\S\n]*/, '');
  // A sentence may end there, also without a space behind it.
  const stop = /^[.!?。！？\n]/.exec(behind) ?? SENTENCE_END.exec(behind);
  const after = (stop ? behind.slice(0, stop.index) : behind).replace(/\s+/g, ' ').trim();
  if (after.length >= SHORTEST) return after.length <= SNIPPET ? after : `${after.slice(0, SNIPPET).replace(/\s+\S*$/, '')} …`;
  const ahead = text.slice(Math.max(0, start - 2 * SNIPPET), start);
  const before = (ahead.split(SENTENCE_END).at(-1) ?? '').replace(/\s+/g, ' ').trim();
  return before.length <= SNIPPET ? before : `… ${before.slice(-SNIPPET).replace(/^\S*\s+/, '')}`;
}

/**
 * @param {string} iso  `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @param {string} language
 */
function written(iso, language) {
  const [year = '', month, day] = iso.split('-');
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }) }).format(date);
}

/**
 * @param {SidebarContext} context
 * @returns {{element: HTMLElement, update: (found: {dates: FoundDate[], figures: FoundFigure[]}, text: string) => void}}
 */
export function createFacts({ document, strings, signal, goTo }) {
  const { sidebar: words, fill, lang } = strings;
  const element = build(document, 'div', { class: 'facts', hidden: true });

  /** @param {Place & {label: string, snippet: string}} row */
  const line = ({ label, snippet, start, end }) => {
    const button = build(document, 'button', { type: 'button', class: 'fact' },
      build(document, 'span', { class: 'what', dir: 'auto' }, label), ' ',
      build(document, 'span', { class: 'about', dir: 'auto' }, snippet), icon(document, ARROW));
    button.addEventListener('click', () => goTo({ start, end }), { signal });
    return build(document, 'li', {}, button);
  };

  /** @param {string} name @param {string} title @param {(Place & {label: string, snippet: string})[]} rows */
  function section(name, title, rows) {
    const list = build(document, 'ol', { class: name }, ...rows.slice(0, FEW).map(line));
    const rest = rows.slice(FEW);
    const more = rest.length > 0 && build(document, 'button', { type: 'button', class: 'show-all' }, fill(words.showAll, { n: rows.length }));
    if (more) {
      more.addEventListener('click', () => {
        more.remove();
        list.append(...rest.map(line));
        list.querySelectorAll('button')[FEW]?.focus({ preventScroll: true });
      }, { signal });
    }
    const id = `${name}-label`;
    return build(document, 'section', { 'aria-labelledby': id }, build(document, 'h3', { id }, title), list, more);
  }

  return {
    element,
    update({ dates, figures }, text) {
      /** The first place of each date. @type {Map<string, FoundDate>} */
      const days = new Map();
      for (const date of dates) if (!days.has(date.iso)) days.set(date.iso, date);
      const inOrder = [...days.values()].sort((a, b) => (a.iso < b.iso ? -1 : 1));
      /** @type {Map<string, FoundFigure>} */
      const amounts = new Map();
      for (const figure of figures) if (!amounts.has(figure.text)) amounts.set(figure.text, figure);
      element.replaceChildren(
        ...(inOrder.length >= FEWEST_DATES
          ? [section('dates', words.dates, inOrder.map((date) => ({ ...date, label: written(date.iso, lang), snippet: snippetOf(text, date) })))]
          : []),
        ...(amounts.size > 0
          ? [section('figures', words.figures, [...amounts.values()].map((figure) => ({ ...figure, label: figure.text.replace(/\s+/g, ' '), snippet: snippetOf(text, figure) })))]
          : []),
      );
      element.hidden = !element.firstChild;
    },
  };
}
