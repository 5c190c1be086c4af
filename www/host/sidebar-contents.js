/**
 * @file What the panel of the sidebar holds: the summary, the terms, people, dates and figures, and the foot. Loaded when the panel is shown for the first
 * time: on a phone, and wherever there is no room beside the article, most readers only ever see the tab.
 *
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./sidebar.js').SidebarContext} SidebarContext
 * @typedef {ReturnType<typeof createContents>} Contents
 */

import { build, icon } from './dom.js';
import { readOut } from './live.js';
import { createFacts } from './sidebar-facts.js';
import { visibleSpan } from './sidebar-follow.js';
import { createFoot } from './sidebar-foot.js';
import { createEdge } from './sidebar-resize.js';
import { adoptContentsStyles } from './sidebar-contents-styles.js';
import { createSummary } from './sidebar-summary.js';
import { createTerms } from './sidebar-terms.js';

const CROSS = 'M4 4l8 8M12 4l-8 8';

/**
 * @param {SidebarContext} context
 * @param {object} frame  what it is put into
 * @param {ShadowRoot} frame.root
 * @param {HTMLElement} frame.panel
 * @param {Element} frame.scope  the article
 * @param {() => void} frame.close
 * @param {Omit<Parameters<typeof createEdge>[1], 'label'>} frame.edge
 */
export function createContents(context, { root, panel, scope, close, edge }) {
  const { document, strings, signal } = context;
  const text = strings.sidebar;
  /** @type {(Enrichment & {text?: string}) | null} */
  let shown = null;
  /** Code units. */
  let length = 0;

  const summary = createSummary(context);
  const terms = createTerms(context);
  const facts = createFacts(context);
  const foot = createFoot(context, () => shown);
  const border = createEdge(document, { label: text.resize, ...edge }, signal);
  const empty = build(document, 'p', { class: 'empty' }, text.noTerms);
  const closer = build(document, 'button', { type: 'button', class: 'close', 'aria-label': text.closeSidebar }, icon(document, CROSS));
  const head = build(document, 'div', { class: 'handle' }, build(document, 'div', { class: 'grip' }),
    build(document, 'div', { class: 'top' }, summary.title, closer));
  // Not a tab stop, but to swipe.js a part that scrolls.
  const body = build(document, 'div', { class: 'body', tabindex: '-1' }, summary.element, terms.element, empty, facts.element, foot.element);
  closer.addEventListener('click', close, { signal });

  const pageLanguage = scope.closest('[lang]')?.getAttribute('lang');
  if (pageLanguage) for (const part of [summary.title, summary.list, terms.list]) part.setAttribute('lang', pageLanguage);
  panel.append(head, body, border.element);
  readOut(body, signal);
  adoptContentsStyles(root);

  return {
    /** The width or the room has changed. */
    updateEdge: border.update,
    focus: () => (summary.title.textContent ? summary.title : panel).focus({ preventScroll: true }),

    /**
     * Shows an enrichment, unless it is the one that is shown.
     * @param {Enrichment & {text?: string}} enrichment
     * @param {number} units  of the page text
     */
    show(enrichment, units) {
      if (shown === enrichment) return;
      shown = enrichment;
      length = units;
      const { terms: found, summary: sentences, title, words } = enrichment;
      const { scrollTop } = body;
      summary.update(title, words, sentences);
      terms.update(found, length);
      facts.update(enrichment, enrichment.text ?? '');
      foot.update(enrichment.hidden);
      terms.element.hidden = foot.element.hidden = found.length === 0;
      empty.hidden = found.length > 0;
      body.scrollTop = scrollTop;
    },

    /** Keeps the list with what is on screen. */
    follow() {
      const row = terms.view(...visibleSpan(scope, shown?.marks ?? [], length));
      // In the order of the text the list moves along; in any other it would jump about. Never under the reader's hand: where the
      // keyboard is. The order that was clicked has the focus still, and is no reason.
      if (row && terms.order === 'mention' && !panel.querySelector(':focus-visible') && !panel.matches(':hover')) {
        const [inner, outside] = [row.getBoundingClientRect(), body.getBoundingClientRect()];
        if (inner.top < outside.top || inner.bottom > outside.bottom) body.scrollTop += inner.top - outside.top - outside.height / 4;
      }
    },
  };
}
