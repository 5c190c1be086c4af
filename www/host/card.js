/**
 * @file The `<gloss-card>` element: what the tooltip shows. When it shows is `triggers.js`, where is `follow.js`.
 *
 * The tag is never registered (a content script has no `customElements`); its shadow root is attached by hand.
 *
 * It is a non-modal dialog and not a tooltip to assistive technology: there is always something to operate (a way to
 * close it, mostly a link), and a tooltip's text would be flattened into one long description of the mark. The role is
 * on a node inside the shadow root, because names and descriptions cannot refer across its border.
 *
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./strings.js').Strings} Strings
 *
 * @typedef {object} View  what a card shows
 * @property {Entry} entry
 * @property {string} surface  the marked text; empty where the entry was reached through another
 * @property {number} at  which mention in the article this is, from 1; 0: unknown
 * @property {number} total  mentions in the article; 0: unknown
 * @property {boolean} previous  is there a place of the entry before this one?
 * @property {boolean} next
 * @property {boolean} steps  are there other places of the entry at all?
 * @property {boolean} back  was another entry shown before?
 * @property {Entry[]} related
 * @property {Entry[]} senses  other meanings of the marked text
 * @property {boolean} unclear  may it as well be one of these?
 * @property {Node | string | null} own  what the site shows in place of the definition
 *
 * @typedef {object} CardActions  what its buttons do
 * @property {() => void} close
 * @property {() => void} back
 * @property {() => void} previous
 * @property {() => void} next
 * @property {(id: string) => void} related
 * @property {() => void} define  goes to where the article defines the entry
 * @property {() => Promise<boolean>} copy  did it work?
 * @property {() => void} hide  the entry, for good
 *
 * @typedef {'light' | 'dark'} Theme
 *
 * @typedef {object} Card
 * @property {HTMLElement} host  the `<gloss-card>`
 * @property {HTMLElement} panel  the dialog in it
 * @property {(parent: Element, theme: Theme) => void} attach
 * @property {(view: View) => void} fill  once it is attached
 * @property {() => void} show
 * @property {() => void} hide
 * @property {(byKeyboard?: boolean) => void} focus  to the dialog itself: title and definition are then read out
 * @property {() => boolean} hasFocus
 * @property {() => HTMLElement[]} controls  what can be operated, in order
 */

import { adoptCardStyles } from './card-styles.js';
import { build, categoryOf, icon, isElement, safeUrl } from './dom.js';

const CROSS = 'M4 4l8 8M12 4l-8 8';
const LEFT = 'M10 3.5L5.5 8l4.5 4.5';
const UP = 'M3.5 10L8 5.5l4.5 4.5';
const DOWN = 'M3.5 6L8 10.5 12.5 6';
const COPY = 'M6 5.5h7v8H6zM3.5 10.5V2.5h7';
const DONE = 'M3.5 8.5l3 3 6-7';
const EYE_CLOSED = 'M2.5 6.5c3 4.2 8 4.2 11 0M4.2 8.8L3 10.6M8 9.8V12M11.8 8.8l1.2 1.8';
const OUTWARD = 'M6 3.5H3.5v9h9V10M9 3h4v4M13 3L7.5 8.5';

/** More would make the card a list; the entry's source has the rest. */
const MOST_RELATED = 4;

/** UTF-16 code units of a definition that stand for another sense: a line of the card. */
const SNIPPET = 42;
/** The end of what is cut: half a word, or half a character of a script without spaces. */
const CUT = /\s\S{0,20}$|[\uD800-\uDBFF]$/;

let cards = 0;

/**
 * @param {Document} document
 * @param {Strings} strings
 * @param {CardActions} actions
 * @param {AbortSignal} signal
 * @returns {Card}
 */
export function createCard(document, strings, actions, signal) {
  const host = document.createElement('gloss-card');
  host.id = `gloss-card-${++cards}`;
  const root = host.attachShadow({ mode: 'open' });
  const panel = build(document, 'div', {
    class: 'card', part: 'card', role: 'dialog', tabindex: '-1', 'aria-labelledby': 'title', 'aria-describedby': 'definition',
  });
  root.append(panel);

  root.addEventListener('click', (event) => {
    const button = isElement(event.target) ? event.target.closest('button') : null;
    const name = button?.dataset['do'];
    if (button && name === 'copy') void copied(button);
    else if (name) actions[/** @type {keyof CardActions} */ (name)](button?.value ?? '');
  }, { signal });

  /** @param {HTMLButtonElement} button */
  const copied = async (button) => {
    if (!(await actions.copy())) return;
    button.replaceChildren(icon(document, DONE));
    button.setAttribute('aria-label', strings.card.copied);
    button.title = strings.card.copied;
  };

  /** @param {string} name  of an action @param {string} label @param {string} path @param {string} [className] */
  const iconButton = (name, label, path, className = '') => build(document, 'button', {
    type: 'button', class: `icon-button ${className}`, 'data-do': name, 'aria-label': label, title: label, lang: strings.lang,
  }, icon(document, path));

  /** @param {View} view */
  const footer = ({ entry, at, total, steps, previous, next }) => {
    const { card, fill } = strings;
    const url = safeUrl(entry.url, document.baseURI);
    const name = entry.source || url?.hostname.replace(/^www\./, '');
    const link = url && build(document, 'a', { href: url.href, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' },
      `${name}\u00a0`, icon(document, OUTWARD), build(document, 'span', { class: 'hidden', lang: strings.lang }, ` (${card.newTab})`));
    const define = entry.defined && build(document, 'button', { type: 'button', class: 'link', 'data-do': 'define', lang: strings.lang, dir: strings.dir }, card.goToDefinition);
    const source = (define || name) && build(document, 'p', { class: 'source', part: 'source', dir: 'auto' }, define || link || name);
    const place = total > 1 && build(document, 'p', { class: 'place', lang: strings.lang },
      build(document, 'span', { dir: strings.dir }, at ? fill(card.place, { n: at, total }) : fill(card.count, { n: total })));
    if (place && steps) {
      const before = iconButton('previous', card.previous, UP);
      const after = iconButton('next', card.next, DOWN);
      before.disabled = !previous;
      after.disabled = !next;
      place.append(before, after);
    }
    return (source || place) && build(document, 'div', { class: 'foot' }, source, place);
  };

  /** @param {string} id @param {string} label @param {Entry[]} entries @param {Entry} shown */
  const listOf = (id, label, entries, shown) => entries.length > 0 && build(document, 'div', { class: 'related', part: id },
    build(document, 'p', { class: 'label', lang: strings.lang, id }, label),
    build(document, 'ul', { 'aria-labelledby': id }, ...entries.slice(0, MOST_RELATED).map((entry) => build(document, 'li', {},
      build(document, 'button', { type: 'button', class: 'pill', 'data-do': 'related', value: entry.id, dir: 'auto' }, nameBeside(entry, shown))))));

  /** What cannot be fetched leaves no gap. @param {URL} url */
  const picture = (url) => {
    const image = build(document, 'img', { class: 'picture', part: 'image', src: url.href, alt: '', decoding: 'async', referrerpolicy: 'no-referrer' });
    image.addEventListener('error', () => image.remove(), { signal });
    return image;
  };

  /** @type {(() => void) | undefined} */
  let undress;

  const hasFocus = () => root.activeElement !== null;
  const focus = (byKeyboard = host.hasAttribute('keys')) => {
    // Not `:focus-visible`: browsers guess it wrongly when nothing had the focus before.
    host.toggleAttribute('keys', byKeyboard);
    panel.focus({ preventScroll: true });
  };

  return {
    host,
    panel,
    hasFocus,
    focus,
    controls: () => [...root.querySelectorAll('a, button:not([disabled]), .body[tabindex]')]
      .map((node) => /** @type {HTMLElement} */ (node))
      .filter((node) => node.getClientRects().length > 0),

    fill(view) {
      const { entry, surface } = view;
      const category = categoryOf(entry, strings);
      const { card } = strings;
      const focused = /** @type {HTMLElement | null} */ (root.activeElement)?.dataset['do'];
      const hadFocus = hasFocus();
      const definition = build(document, view.own === null ? 'p' : 'div', { class: 'definition', part: 'definition', id: 'definition', dir: 'auto' },
        view.own === null ? entry.definition : build(document, 'slot'));
      // In the page's tree, so that the page's styles reach what the page has made.
      host.replaceChildren(...(view.own === null ? [] : [view.own]));
      const image = safeUrl(entry.image, document.baseURI);
      const close = iconButton('close', card.close, CROSS);
      // The grip says "can be pulled" to the eye only: the close button is there for everybody.
      panel.replaceChildren(
        build(document, 'div', { class: 'grip' }),
        build(document, 'div', { class: 'body' },
          build(document, 'div', { class: view.back || category ? 'top' : 'bare' },
            view.back && iconButton('back', card.back, LEFT, 'flips'),
            category && build(document, 'span', { class: 'chip', part: 'category', dir: 'auto' }, category),
            build(document, 'span', { class: 'space' }),
            build(document, 'span', { class: 'tools' },
              iconButton('copy', card.copy, COPY),
              iconButton('hide', card.hide, EYE_CLOSED),
              close)),
          build(document, 'h2', { class: 'title', part: 'title', id: 'title', dir: 'auto' }, entry.term),
          entry.pronunciation && build(document, 'p', { class: 'also', part: 'pronunciation', dir: 'auto' }, entry.pronunciation),
          isOtherName(entry, surface) && build(document, 'p', { class: 'also', lang: strings.lang, dir: strings.dir },
            ...around(card.also, build(document, 'bdi', {}, surface))),
          image && view.own === null && picture(image),
          definition,
          entry.defined?.sentence && view.own === null && build(document, 'blockquote', { class: 'quote', part: 'sentence', dir: 'auto' }, entry.defined.sentence.text),
          listOf('senses', view.unclear ? card.unclear : card.senses, view.senses, entry),
          listOf('related', card.related, view.related, entry)),
        footer(view) || '',
      );
      // The whole card is laid out in the direction of its text, whatever the page's is.
      panel.dir = getComputedStyle(definition).direction;
      if (!hadFocus) return;
      const again = focused && panel.querySelector(`[data-do="${focused}"]:not([disabled], [data-do="related"])`);
      if (isElement(again)) again.focus({ preventScroll: true });
      else focus();
    },

    attach(parent, theme) {
      host.setAttribute('theme', theme);
      host.popover = 'manual';
      if (host.parentNode === parent) return;
      parent.append(host);
      // Only now, and again wherever it goes: WebKit 2.50 applies sheets adopted outside the document a moment late, and
      // what is measured meanwhile puts the card somewhere else for a frame.
      undress?.();
      undress = adoptCardStyles(root);
    },

    show() {
      // Without popovers (before 2024) the card is still there, above all but other top layers.
      if (host.showPopover && !host.matches(':popover-open')) host.showPopover();
      host.toggleAttribute('open', true);
    },

    hide() {
      host.removeAttribute('open');
      if (host.hidePopover && host.matches(':popover-open')) host.hidePopover();
    },
  };
}

/**
 * Is the marked text another name of the entry, and not just its term in other letters or with an ending?
 *
 * @param {Entry} entry
 * @param {string} surface
 */
function isOtherName({ term, aliases = [] }, surface) {
  /** @param {string} text */
  const fold = (text) => text.replace(/\s+/g, ' ').trim().toLocaleLowerCase();
  const wanted = fold(surface);
  return wanted !== fold(term) && aliases.some((alias) => fold(typeof alias === 'string' ? alias : alias.label) === wanted);
}

/**
 * What tells an entry from the one that is shown: its term, and where that is the same, how its definition begins.
 *
 * @param {Entry} entry
 * @param {Entry} shown
 */
function nameBeside({ term, definition }, shown) {
  if (term !== shown.term) return term;
  return definition.length > SNIPPET ? `${definition.slice(0, SNIPPET).replace(CUT, '')}\u00a0…` : definition;
}

/**
 * @param {string} template  with `{name}` in it
 * @param {Node} node  put in its place
 * @returns {(Node | string)[]}
 */
function around(template, node) {
  const [before = '', after = ''] = template.split('{name}');
  return [before, node, after];
}
