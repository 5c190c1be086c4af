/**
 * @file Who the article is about, when and how much: the people and bodies among its terms; its dates, as a plot of when they lie and a line of time from
 * top to bottom; its figures; the abbreviations that it defines; and, for editors who ask, the terms that the glossary lacks. Dates and figures have a few words of what is said about them, and everything is the way to its place.
 *
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 * @typedef {import('./types.js').FoundDate} FoundDate
 * @typedef {import('./types.js').FoundFigure} FoundFigure
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./sidebar.js').SidebarContext} SidebarContext
 * @typedef {{start: number, end: number}} Place
 */

import { build, icon, placeOf } from './dom.js';
import { ARROW, createStrip } from './sidebar-strip.js';

/** So many are seen at a glance; the others come on demand. */
const FEW = 5;

/** Names are short and stand beside each other: so many are three or four lines. */
const FEW_NAMES = 8;

/** One date is no line of time, and one name no list of them. */
const FEWEST = 2;

/** Two ticks show nothing that two lines do not say. */
const FEWEST_TICKS = 3;

/**
 * Categories of those who act: persons, offices, companies. A glossary's categories are its own words, so these are the plain ones of our languages;
 * the whole category has to be one of them, as "central bank" is a body and "central bank money" is not.
 */
const ACTORS = new RegExp(
  `^(?:${[
    'persons?|people|politicians?|authors?|scientists?|compan(?:y|ies)|firms?|(?:central )?banks?|regulators?|supervisors?|agenc(?:y|ies)|authorit(?:y|ies)',
    '(?:international )?organi[sz]ations?|institutions?|ministr(?:y|ies)|government|courts?|universit(?:y|ies)|part(?:y|ies)|bod(?:y|ies)|associations?|ngos?|clubs?',
    'person(?:en)?|unternehmen|firm(?:a|en)|behörden?|organisation(?:en)?|institution(?:en)?|aufsicht|ministeri(?:um|en)|partei(?:en)?|verb(?:and|ände)|gerichte?',
    'personnes?|entreprises?|sociétés?|banques?|autorités?|organismes?|organisations?|régulateurs?|ministères?|partis?|personnalités?',
    'personas?|empresas?|bancos?|autoridad(?:es)?|organismos?|organizaci(?:ón|ones)|instituci(?:ón|ones)|reguladore?s?|ministerios?|partidos?',
    '人物|公司|企业|机构|监管机构|组织|银行|政府机构|大学|政党',
    'شخص|أشخاص|شخصيات|شركات?|شركة|بنك|بنوك|هيئة|هيئات|جهة|جهات|منظمة|منظمات|مؤسسة|مؤسسات|وزارة|وزارات|حزب|أحزاب',
  ].join('|')})$`,
  'iu',
);

/** @param {FoundTerm} found  @returns {boolean} is it a person or a body, and in the text? */
export const isActor = ({ entry, places }) => places.length > 0 && ACTORS.test(entry.category?.trim() ?? '');

/**
 * Days since 1970, near enough for a plot.
 * @param {string} iso
 */
const dayOf = (iso) => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return year * 365.25 + (month - 1) * 30.44 + day;
};

/** UTF-16 code units of what is shown beside a date or a figure: about one line. */
const SNIPPET = 64;

/** What a cut leaves: half a word, or half a character of a script without spaces. */
const [CUT_END, CUT_START] = [/\s\S{0,20}$|[\uD800-\uDBFF]$/, /^\S{0,20}\s|^[\uDC00-\uDFFF]/];

/** Fewer behind it say nothing ("on Monday."): then what stands before it is shown. */
const SHORTEST = 16;

/** Never alone on a line. */
const MORE = '\u00a0…';

const SENTENCE_END = /[.!?。！？]["”’»)]*(?:\s|$)|\n/;

/**
 * A few words of the sentence around a place, cut between words.
 * @param {string} text
 * @param {Place} place
 * @returns {string}
 */
export function snippetOf(text, { start, end }) {
  const behind = text.slice(end, end + 2 * SNIPPET).replace(/^[^\S\n]*[,;:)，、；：）–—-]*[^\S\n]*/, '');
  // A sentence may end there, also without a space behind it.
  const stop = /^[.!?。！？\n]/.exec(behind) ?? SENTENCE_END.exec(behind);
  const after = (stop ? behind.slice(0, stop.index) : behind).replace(/\s+/g, ' ').trim();
  if (after.length >= SHORTEST) return after.length <= SNIPPET ? after : `${after.slice(0, SNIPPET).replace(CUT_END, '')}${MORE}`;
  const ahead = text.slice(Math.max(0, start - 2 * SNIPPET), start);
  const before = (ahead.split(SENTENCE_END).at(-1) ?? '').replace(/\s+/g, ' ').replace(/[\s,;:(，、；：（·|–—-]+$/, '').trim();
  const short = before.length <= SNIPPET ? before : `…\u00a0${before.slice(-SNIPPET).replace(CUT_START, '')}`;
  // "It opens in …": where it goes on with what stands here in bold.
  return short && short + MORE;
}

/**
 * "14 March" or "March 14": a page that is in a language and says of which country goes before, then the reader's own.
 * @param {string} locale
 * @returns {string}
 */
const regional = (locale) => (navigator.language?.startsWith(`${locale}-`) ? navigator.language : locale);

/**
 * @param {string} iso  `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @param {string} language
 */
function written(iso, language) {
  const [year = '', month, day] = iso.split('-');
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(regional(language), { timeZone: 'UTC', year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }) }).format(date);
}

/**
 * @param {SidebarContext} context
 * @returns {{element: HTMLElement, update: (found: Pick<Enrichment, 'terms' | 'dates' | 'figures'> & Partial<Enrichment>, text: string) => void}}
 */
export function createFacts({ document, strings, signal, goTo }) {
  const { sidebar: words, fill } = strings;
  const element = build(document, 'div', { class: 'facts', part: 'facts', hidden: true });

  /** @param {Place} place @param {string} className @param {...(Node | string)} content */
  const line = ({ start, end }, className, ...content) => {
    const button = build(document, 'button', { type: 'button', class: className }, ...content);
    button.addEventListener('click', () => goTo({ start, end }), { signal });
    return build(document, 'li', {}, button);
  };

  /** @param {Place & {label: string, snippet: string}} row */
  const fact = (row) => line(row, 'fact',
    build(document, 'span', { class: 'what', dir: 'auto' }, row.label), ' ',
    build(document, 'span', { class: 'about', dir: 'auto' }, row.snippet), icon(document, ARROW));

  /** @param {Place & {text: string, count: number}} name */
  const pill = ({ text, count, ...place }) => line(place, 'pill',
    build(document, 'bdi', {}, text), ...(count > 1 ? [' ', build(document, 'span', { class: 'times', lang: strings.lang }, strings.number(count))] : []));

  /**
   * @template Row
   * @param {string} name
   * @param {string} title
   * @param {Row[]} rows
   * @param {(row: Row) => HTMLElement} draw
   * @param {{few?: number, plot?: HTMLElement | false}} [options]
   */
  function section(name, title, rows, draw, { few = FEW, plot = false } = {}) {
    const list = build(document, 'ol', { class: name }, ...rows.slice(0, few).map(draw));
    const rest = rows.slice(few);
    const more = rest.length > 0 && build(document, 'button', { type: 'button', class: 'show-all' }, fill(words.showAll, { n: rows.length }));
    if (more) {
      more.addEventListener('click', () => {
        more.remove();
        list.append(...rest.map(draw));
        list.querySelectorAll('button')[few]?.focus({ preventScroll: true });
      }, { signal });
    }
    return build(document, 'section', {}, build(document, 'h3', {}, title), plot, list, more);
  }

  /**
   * When they lie, at a glance: a strip as the terms have one, of time. For the eye and the pointer; the list below says the same.
   * @param {FoundDate[]} dates  in the order of time
   */
  function plotOf(dates) {
    const days = dates.map(({ iso }) => dayOf(iso));
    const [first = 0] = days;
    const strip = createStrip(document, days.map((day) => ({ start: day - first, end: day - first })), (days.at(-1) ?? 0) - first);
    strip.element.addEventListener('click', ({ clientX }) => {
      const date = dates[strip.nearest(clientX)];
      if (date) goTo(date);
    }, { signal });
    const [from, to] = [dates[0], dates.at(-1)].map((date) => written(date?.iso.slice(0, 4) ?? '', strings.locale));
    return build(document, 'div', { class: 'time', 'aria-hidden': 'true' }, strip.element,
      from !== to && build(document, 'div', { class: 'ends' }, build(document, 'span', {}, from), build(document, 'span', {}, to)));
  }

  return {
    element,
    update({ terms, dates, figures, abbreviations = [], suggestions = [] }, text) {
      const actors = terms.filter(isActor).map(({ entry, count, places }) => ({ .../** @type {Place} */ (places[0]), text: entry.term, count }));
      /** The first place of each date. @type {Map<string, FoundDate>} */
      const days = new Map();
      for (const date of dates) if (!days.has(date.iso)) days.set(date.iso, date);
      const inOrder = [...days.values()].sort((a, b) => (a.iso < b.iso ? -1 : 1));
      /** @type {Map<string, FoundFigure>} */
      const amounts = new Map();
      for (const figure of figures) if (!amounts.has(figure.text)) amounts.set(figure.text, figure);
      /** @type {(HTMLElement | false)[]} */
      const sections = [
        actors.length >= FEWEST && section('actors', words.actors, actors, pill, { few: FEW_NAMES }),
        abbreviations.length > 0 && section('abbreviations', words.abbreviations,
          abbreviations.map((defined) => ({ ...placeOf(defined), label: defined.short.text, snippet: defined.long.text })), fact),
        inOrder.length >= FEWEST && section('dates', words.dates,
          inOrder.map((date) => ({ ...date, label: written(date.iso, strings.locale), snippet: snippetOf(text, date) })), fact,
          { plot: inOrder.length >= FEWEST_TICKS && plotOf(inOrder) }),
        amounts.size > 0 && section('figures', words.figures,
          [...amounts.values()].map((figure) => ({ ...figure, label: figure.text.replace(/\s+/g, ' '), snippet: snippetOf(text, figure) })), fact),
        suggestions.length > 0 && section('suggestions', words.suggestions, suggestions, pill, { few: FEW_NAMES }),
      ];
      element.replaceChildren(...sections.filter((section) => section !== false));
      element.hidden = !element.firstChild;
    },
  };
}
