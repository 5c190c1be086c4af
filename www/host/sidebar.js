/**
 * @file The `<gloss-sidebar>` element: the summary beside the article. This module is the shell: open and closed, place,
 * keyboard, what is remembered. What it shows is `sidebar-contents.js`, which is loaded when it is first shown; where it may stand is
 * `sidebar-place.js`, what it looks like is `sidebar-styles.js`.
 *
 * Loaded by a dynamic import after the first marks are made. The tag is never registered (a content script has no
 * `customElements`). Everything is `position: fixed` and moved by transforms only, so the page never shifts.
 *
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./strings.js').Strings} Strings
 *
 * @typedef {{start: number, end: number}} Place  in the page text
 *
 * @typedef {object} SidebarOptions
 * @property {string | false | undefined} [shortcut]  see `options.js`
 * @property {'auto' | boolean} open  `auto`: open where there is room beside the article
 * @property {Element | null} mount  a container of the site's own, instead of beside the article
 *
 * @typedef {object} SidebarContext  what its parts are made with
 * @property {Document} document
 * @property {Strings} strings
 * @property {AbortSignal} signal
 * @property {(place: Place) => void} goTo
 * @property {() => void} showHidden  marks what the reader has hidden again
 *
 * @typedef {object} Sidebar
 * @property {(enrichment: Enrichment & {length?: number, text?: string}) => void | Promise<void>} update  `text` of the page and its `length`; the last known offset where it is
 *   not given. A promise where it is open and has to fetch what it shows
 * @property {() => void} open
 * @property {() => void} close
 * @property {() => void} toggle
 * @property {boolean} isOpen
 * @property {HTMLElement} element
 * @property {() => void} destroy
 */

import { build, icon, isElement } from './dom.js';
import { remember, remembered } from './choices.js';
import { NARROWEST, bottomInset, findPlace, stand, topInset } from './sidebar-place.js';
import { adoptSidebarStyles } from './sidebar-styles.js';
import { swipeAway } from './swipe.js';
import { pageTheme } from './theme.js';

/** `open` or `closed`, as the reader left it beside the article on this site. */
const STORAGE_KEY = 'glossator:sidebar';
const WIDTH_KEY = 'glossator:width';

/** Lines of text with a strip of ticks below. */
const LINES = 'M2.5 4h11M2.5 8h7M2.5 12.5v-2M5.5 12.5v-2M11 12.5v-2M13.5 12.5v-2';

/** @param {EventTarget | undefined} target */
const isTyping = (target) => isElement(target) && (target.isContentEditable || /^(input|textarea|select)$/.test(target.localName));

/**
 * Are these the keys, also where the layout writes another script?
 * @param {KeyboardEvent} event
 * @param {string} shortcut
 */
function isShortcut({ key, code, ctrlKey, metaKey, altKey, shiftKey }, shortcut) {
  const names = shortcut.toLowerCase().split('+');
  const wanted = names.pop() ?? '';
  const has = (/** @type {string} */ name) => names.includes(name);
  // `Mod` is either of the two, so that one setting serves all systems.
  const isControl = has('mod') ? ctrlKey !== metaKey : ctrlKey === has('ctrl') && !metaKey;
  const written = /^[a-z0-9]$/i.test(key) ? key.toLowerCase() : code.replace(/^(Key|Digit)/, '').toLowerCase();
  return isControl && altKey === has('alt') && shiftKey === has('shift') && written === wanted;
}

/**
 * @param {object} setup
 * @param {Document} setup.document
 * @param {Element} setup.scope  the article
 * @param {Strings} setup.strings
 * @param {SidebarOptions} setup.options
 * @param {AbortSignal} setup.signal
 * @param {(place: Place) => void} setup.goTo  shows a place of the page text
 * @param {() => void} [setup.showHidden]
 * @param {(cause: unknown) => void} [setup.fail]  what it shows cannot be fetched
 * @param {import('./choices.js').Choices | undefined} [setup.storage]
 * @returns {Sidebar}
 */
export function createSidebar({ document, scope, strings, options, signal: outer, goTo, showHidden = () => {}, fail = () => {}, storage }) {
  const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
  const text = strings.sidebar;
  const { shortcut = 'Mod+Shift+G' } = options;
  const life = new AbortController();
  const { signal } = life;

  /** @type {(Enrichment & {length?: number, text?: string}) | null} */
  let enrichment = null;
  let length = 0;
  /** What the panel holds, once it was shown. @type {import('./sidebar-contents.js').Contents | null} */
  let contents = null;
  /** @type {Promise<void> | null} */
  let loading = null;
  /** @type {import('./sidebar-place.js').Placement | {mode: 'mounted', side: 'right', x: 0, width: 0, most: 0, blend: true}} */
  let place = { mode: 'drawer', side: 'right', x: 0, width: 0, most: 0, blend: false };
  /** Open beside the article: the state that is remembered. */
  let isWanted = options.open !== false;
  /** CSS px; 0: the reader has not made it wider or narrower. */
  let wantedWidth = Number(remembered(storage, WIDTH_KEY)) || 0;
  /** Open over the page: never so by itself, because that would cover what is being read. */
  let isOver = false;
  /** @type {Element | null} */
  let returnTo = null;
  let frame = 0;
  let measure = false;

  const host = document.createElement('gloss-sidebar');
  host.setAttribute('role', 'complementary');
  host.setAttribute('aria-label', text.title);
  host.lang = strings.lang;
  const root = host.attachShadow({ mode: 'open' });

  /** @type {SidebarContext} */
  const context = { document, strings, signal, goTo: leaveFor, showHidden };
  const panel = build(document, 'div', { class: 'panel', part: 'panel', id: 'panel', dir: strings.dir, tabindex: '-1', hidden: true });
  const label = build(document, 'span');
  const tab = build(document, 'button', {
    type: 'button', class: 'tab', part: 'tab', dir: strings.dir, 'aria-expanded': 'false', 'aria-controls': 'panel', hidden: true,
  }, icon(document, LINES), label);
  root.append(tab, panel);

  /** Fetches what the panel holds. */
  async function load() {
    try {
      const { createContents } = await import('./sidebar-contents.js');
      if (signal.aborted) return;
      contents = createContents(context, {
        root, panel, scope,
        close: () => set(false, 'focus'),
        edge: {
          // Beside the text it grows away from it; over the page, away from the window's edge.
          range: () => ({ width: wantedWidth || place.mode === 'beside' ? place.width : panel.getBoundingClientRect().width, least: NARROWEST, most: place.most, growsRight: (place.side === 'right') === (place.mode === 'beside') }),
          resize(width, isDone) {
            wantedWidth = Math.round(width);
            if (isDone) remember(storage, WIDTH_KEY, String(wantedWidth));
            findRoom();
            render();
          },
        },
      });
      render();
    } catch (cause) {
      // A tap more tries again.
      loading = null;
      isWanted = isOver = false;
      render();
      fail(cause);
    }
  }

  function findRoom() {
    place = options.mount ? { mode: 'mounted', side: 'right', x: 0, width: 0, most: 0, blend: true } : findPlace(scope, wantedWidth || undefined);
  }
  const isStanding = () => place.mode === 'beside' || place.mode === 'mounted';
  const isOpen = () => enrichment !== null && (isStanding() ? isWanted : isOver);
  const hasFocus = () => root.activeElement !== null;

  /** Writes the state into the document. */
  function render() {
    const open = isOpen();
    const { style } = host;
    host.setAttribute('mode', place.mode);
    host.setAttribute('side', place.side);
    host.setAttribute('theme', pageTheme(options.mount ?? scope));
    host.toggleAttribute('blend', place.blend);
    host.toggleAttribute('sheet', place.mode === 'sheet');
    style.setProperty('--_page-font', view.getComputedStyle(scope.querySelector('p') ?? scope).fontFamily);
    style.setProperty('--_x', `${place.x}px`);
    style.setProperty('--_w', `${place.width}px`);
    host.toggleAttribute('sized', wantedWidth > 0);
    if (open) loading ??= load();
    const isShown = open && contents !== null;
    panel.hidden = !isShown;
    tab.hidden = isShown || !enrichment || place.mode === 'mounted';
    tab.setAttribute('aria-expanded', String(isShown));
    dodge();
    if (!contents || !isShown || !enrichment) return;
    contents.show(enrichment, length);
    follow();
    contents.updateEdge();
  }

  /** Keeps the tab off the page's own bars and buttons. */
  function dodge() {
    if (!tab.hidden) host.style.setProperty('--_up', `${bottomInset(document, place.side)}px`);
  }

  /** Keeps the panel level with the article, and what it holds with what is on screen. */
  function follow() {
    if (place.mode === 'beside') {
      const inset = topInset(document, place.x + place.width / 2);
      const { y, height } = stand(scope.getBoundingClientRect(), inset, document.documentElement.clientHeight, place.below);
      host.style.setProperty('--_y', `${y}px`);
      host.style.setProperty('--_h', `${height}px`);
    }
    contents?.follow();
  }

  function update() {
    frame = 0;
    if (measure) {
      measure = false;
      const focused = isOpen() && hasFocus();
      findRoom();
      if (isStanding()) isOver = false;
      render();
      if (focused && !isOpen()) tab.focus({ preventScroll: true });
    } else if (isOpen()) follow();
  }
  /** @param {boolean} again  has the room to be measured again? */
  function schedule(again) {
    measure ||= again;
    frame ||= view.requestAnimationFrame(update);
  }

  /**
   * @param {boolean} open
   * @param {'focus' | 'stay'} [focus]  `focus`: a reader asked for it, so the focus goes in, or back to where it came from
   */
  function set(open, focus = 'stay') {
    if (!enrichment || open === isOpen()) return;
    const wasInside = hasFocus();
    if (open) {
      returnTo = document.activeElement;
      findRoom();
    }
    if (isStanding()) isWanted = open;
    else isOver = open;
    if (focus === 'focus' && place.mode === 'beside') remember(storage, STORAGE_KEY, open ? 'open' : 'closed');
    render();
    if (focus === 'stay') return;
    if (open && contents) contents.focus();
    else if (open) void loading?.then(() => isOpen() && contents?.focus());
    else if (wasInside) {
      const back = isElement(returnTo) && returnTo !== host && returnTo !== document.body && returnTo.isConnected ? returnTo : tab;
      back.focus({ preventScroll: true });
    }
  }

  /**
   * Goes to a place in the text; what lies over the text makes way first.
   * @param {Place} target
   */
  function leaveFor(target) {
    if (!isStanding()) set(false);
    goTo(target);
  }

  tab.addEventListener('click', () => set(true, 'focus'), { signal });
  // Who points at it will open it.
  for (const type of ['pointerenter', 'focus']) tab.addEventListener(type, () => void import('./sidebar-contents.js').catch(() => {}), { signal, once: true });
  panel.addEventListener('keydown', (event) => {
    const isField = isTyping(event.target ?? undefined);
    if (event.key === 'Escape' && !isStanding() && !(isField && /** @type {HTMLInputElement} */ (event.target).value)) {
      event.preventDefault();
      event.stopPropagation();
      set(false, 'focus');
    }
    // Outside this root the page sees the host as the target, not a field: its one-key shortcuts would fire while one types.
    if (isField && !event.ctrlKey && !event.metaKey) event.stopPropagation();
  }, { signal });
  document.addEventListener('keydown', (event) => {
    if (shortcut === false || event.defaultPrevented || !isShortcut(event, shortcut)) return;
    if (isTyping(event.composedPath()[0])) return;
    event.preventDefault();
    set(!isOpen(), 'focus');
  }, { signal });
  document.addEventListener('pointerdown', (event) => {
    const path = event.composedPath();
    const isOurs = path.some((node) => node === host || (isElement(node) && node.localName === 'gloss-card'));
    if (isOver && !isOurs) set(false);
  }, { signal });
  swipeAway(host, panel, () => set(false, 'focus'), signal);

  let lastTop = 0;
  view.addEventListener('scroll', () => {
    const { top } = scope.getBoundingClientRect();
    if (top !== lastTop) host.toggleAttribute('quiet', top < lastTop);
    lastTop = top;
    if (isOpen()) schedule(false);
  }, { capture: true, passive: true, signal });
  // What comes up on the way (a bar that asks to subscribe) is there by then.
  view.addEventListener('scrollend', dodge, { capture: true, signal });
  view.addEventListener('resize', () => schedule(true), { signal });
  view.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => schedule(true), { signal });
  const sizes = new view.ResizeObserver(() => schedule(true));
  for (const element of [scope, document.documentElement]) sizes.observe(element);
  // Where a site switches its theme or its text size, it does so by an attribute up here; and here it puts its bars.
  const looks = new view.MutationObserver(() => schedule(true));
  for (const element of [document.documentElement, document.body]) looks.observe(element, { attributes: true, childList: true });

  // In a body with such a style, `fixed` would mean "fixed in the body", which scrolls away.
  const { transform, filter, perspective } = view.getComputedStyle(document.body);
  const isBox = [transform, filter, perspective].some((value) => value !== 'none');
  (options.mount ?? (isBox ? document.documentElement : document.body)).append(host);
  // Only now: WebKit 2.50 applies sheets adopted outside the document a moment late, and what is measured meanwhile stands elsewhere.
  adoptSidebarStyles(root);

  function destroy() {
    life.abort();
    view.cancelAnimationFrame(frame);
    sizes.disconnect();
    looks.disconnect();
    host.remove();
  }
  outer.addEventListener('abort', destroy, { signal });

  return {
    element: host,
    get isOpen() {
      return isOpen();
    },
    open: () => set(true),
    close: () => set(false),
    toggle: () => set(!isOpen()),
    destroy,
    update(next) {
      const isFirst = !enrichment;
      enrichment = next;
      const ends = [...next.terms.flatMap(({ places }) => places), ...next.summary, ...next.marks].map(({ end }) => end);
      length = next.length ?? ends.reduce((most, end) => Math.max(most, end), 0);
      label.textContent = next.summary.length ? text.summary : text.keyTerms;
      tab.setAttribute('aria-label', `${label.textContent}: ${text.openSidebar}`);
      if (isFirst) {
        findRoom();
        const stored = remembered(storage, STORAGE_KEY);
        if (stored && place.mode === 'beside') isWanted = stored === 'open';
        // By itself it opens only where it stands beside the text, and only with something to say.
        if (options.open === 'auto' && !next.terms.length && !next.summary.length) isWanted = false;
        if (options.open === true && !isStanding() && stored !== 'closed') isOver = true;
      }
      render();
      if (!contents && loading) return loading;
    },
  };
}
