/**
 * @file What comes with the marks: the card, the sidebar and the glossary behind a printed page, and how they are wired to the glossator. Fetched with
 * its words when the marks are there (`parts.js`), because nobody needs it to see them.
 *
 * @typedef {import('./types.js').Enrichment} Enrichment
 *
 * @typedef {object} Hooks  what it asks of its glossator
 * @property {import('./options.js').FullOptions} options
 * @property {import('./types.js').Engine} engine
 * @property {AbortSignal} signal  aborted when the glossator is destroyed
 * @property {Pick<import('./types.js').Renderer, 'markFrom'>} renderer  which one draws the marks may change with the page
 * @property {(start: number, end: number) => Range | null} rangeOf  a stretch of the page's text
 * @property {() => string} text  of the page
 * @property {() => Enrichment | null} drawn  what is marked now
 * @property {(id?: string) => void} know  a term shall be hidden, or none any more
 * @property {(selector: string) => Element | null} find  where the sidebar is to be
 * @property {(target: Element, type: import('./events.js').GlossEventType, detail: unknown) => void} tell
 * @property {(cause: unknown) => void} miss  the code of a part cannot be fetched
 */

import { stringsFor } from './strings.js';

/**
 * The furniture of one glossator.
 * @param {import('./glossator.js').Glossator} glossator
 * @param {Hooks} hooks
 */
export function createFurniture(glossator, { options: { locale, tooltip, sidebar }, engine, signal, renderer, rangeOf, text, drawn, know, find, tell, miss }) {
  /** Ends the card. @type {AbortController | null} */
  let round = null;
  /** @type {ReturnType<typeof import('./triggers.js').createTooltips> | null} */
  let card = null;
  /** Of the card's words. */
  let lang = '';
  /** @type {import('./sidebar.js').Sidebar | null} */
  let panel = null;

  /** Takes the card away: its marks go. */
  const closeCard = () => {
    round?.abort();
    round = card = null;
  };

  const goTo = (/** @type {{start: number, end: number}} */ place) => glossator.goTo(place);

  /**
   * @param {typeof import('./triggers.js').createTooltips} createTooltips
   * @param {import('./strings.js').Strings} strings
   * @param {Element} scope
   * @param {import('./triggers.js').Early | null} early
   */
  const putCard = (createTooltips, strings, scope, early) => {
    closeCard();
    round = new AbortController();
    card = createTooltips({
      root: scope,
      renderer,
      marks: () => drawn()?.marks ?? [],
      found: (mark) => drawn()?.terms.find(({ index }) => index === mark.entry),
      rangeOf,
      related: (id) => engine.entryById(id),
      goTo,
      hide: ({ id }) => know(id),
      emit: (type, mark, detail) => tell(mark.element ?? scope, type, { mark, ...detail }),
      strings,
      options: typeof tooltip === 'object' ? tooltip : {},
      early,
      signal: round.signal,
    });
    ({ lang } = strings);
  };

  /**
   * @param {typeof import('./sidebar.js').createSidebar} createSidebar
   * @param {import('./strings.js').Strings} strings
   * @param {Element} scope
   * @param {Enrichment} enrichment
   */
  const putSidebar = (createSidebar, strings, scope, enrichment) => {
    const { mount, ...options } = typeof sidebar === 'object' ? sidebar : {};
    panel ??= createSidebar({
      document: scope.ownerDocument,
      scope,
      strings,
      options: { ...options, open: options.open ?? 'auto', mount: typeof mount === 'string' ? find(mount) : (mount ?? null) },
      signal,
      goTo,
      showHidden: () => know(),
      fail: miss,
      storage: engine.storage,
    });
    const read = text();
    return panel.update({ ...enrichment, text: read, length: read.length });
  };

  return {
    /**
     * Puts up what is wanted.
     * @param {Element} scope
     * @param {string | undefined} language  of the scope
     * @param {Enrichment} enrichment
     * @param {import('./parts.js').Parts} parts
     * @param {import('./triggers.js').Early | null} early
     * @param {import('./slices.js').Slices} slices
     * @param {() => boolean} isWanted  still
     */
    async put(scope, language, enrichment, parts, early, slices, isWanted) {
      const strings = stringsFor(locale ?? language);
      if (parts.card && !(card && lang === strings.lang)) putCard(parts.card.createTooltips, strings, scope, early);
      if (parts.paper) parts.paper.printAppendix(scope.ownerDocument, strings, () => glossator.enrichment ?? { marks: [], terms: [] }, signal);
      if (slices.isDue()) await slices.rest();
      if (parts.panel && isWanted()) await putSidebar(parts.panel.createSidebar, strings, scope, enrichment);
    },

    /** Is there a card? */
    hasCard: () => card !== null,

    /** What is open stays at its mark. */
    update: () => card?.update(),

    closeCard,

    /** Takes card and sidebar away. */
    clear() {
      closeCard();
      panel?.destroy();
      panel = null;
    },
  };
}
