/**
 * @file Where the sidebar may stand: beside the article where room is free, else over the page on demand.
 *
 * "Free" is measured, not assumed: the text column is the union of what the article shows, and a neighbour that
 * stands in the gap (a rail of related stories, a share bar, an advertisement) takes the room away.
 *
 * @typedef {'left' | 'right'} Side
 * @typedef {object} Placement
 * @property {'beside' | 'drawer' | 'sheet'} mode
 * @property {Side} side
 * @property {number} x  CSS px from the viewport's left edge; only for `beside`
 * @property {number} width  CSS px; only for `beside`
 * @property {number} most  CSS px: how wide it may be made there
 * @property {number} [below]  CSS px below the article that are free as well; only for `beside`
 * @property {boolean} blend  the page's own background there is plain, and light or dark enough to write on
 */

import { lightness, pageTheme } from './theme.js';

/** CSS px that must be free beside the text. Below it, lines of 14 px text fall under about 35 characters. */
const ROOM = 300;

/** CSS px between the text and the panel: more than a word space, less than a column that looks unrelated. */
const GUTTER = 32;

/** CSS px between the panel and the edge of the window or of what stands beside it. */
const EDGE = 16;

/** CSS px: the panel is not squeezed below this. */
const LOWEST = 280;

/** CSS px. Wider lines than about 50 characters at 14 px no longer look like a margin; who wants them pulls it wider. */
const WIDEST = 336;

/** CSS px: narrower it cannot be made, nor wider, whatever room there is. */
export const NARROWEST = 240;
const MOST = 640;

/** CSS px: below it a drawer would cover nearly all of the width, so it comes from below and leaves the top lines readable. */
const PHONE = 600;

/** What is measured to find the text column: blocks of text, and what pictures and tables add to its width. */
const CONTENT = 'p,li,h1,h2,h3,blockquote,pre,figure,img,table,video,iframe,aside';

/** So many of them tell the column's width; a page of 10 MB is not measured to its end. */
const SAMPLES = 80;

/**
 * Perceived lightness (0 to 1) from which on our dark text, and below which our light text, has 4.5:1 at its palest shade.
 */
const PAPER = 0.88;
const NIGHT = 0.22;

/** CSS px from both edges of the window: a point that the tab is over. */
const TAB = 40;

/** Points of a free column that are looked at, down the window. */
const PROBES = 8;

/**
 * @param {Element} scope
 * @returns {{left: number, right: number, top: number, bottom: number}} client coordinates
 */
function textColumn(scope) {
  const whole = scope.getBoundingClientRect();
  const all = scope.querySelectorAll(CONTENT);
  const step = Math.max(1, Math.ceil(all.length / SAMPLES));
  let left = Infinity;
  let right = -Infinity;
  for (let i = 0; i < all.length; i += step) {
    const box = all[i]?.getBoundingClientRect();
    if (!box || box.width * box.height === 0) continue;
    left = Math.min(left, box.left);
    right = Math.max(right, box.right);
  }
  if (left >= right) ({ left, right } = whole);
  // A long word, or a table, may stick out of its box.
  const out = scope.scrollWidth - scope.clientWidth;
  const { overflowX, direction } = getComputedStyle(scope);
  if (out > 0 && overflowX === 'visible') {
    if (direction === 'rtl') left = whole.left - out;
    else right = whole.right + out;
  }
  return { left, right, top: whole.top, bottom: whole.bottom };
}

/**
 * Narrows the gap `from` to `to` by what stands in it beside the article: the siblings of the scope and of its ancestors.
 * @param {Element} scope
 * @param {{left: number, right: number, top: number, bottom: number}} column
 * @returns {{left: number, right: number, below: number}} the free span to both sides of the column, client coordinates, and how much of it goes on below the article
 */
function freeSpan(scope, column) {
  const { documentElement: page, body } = scope.ownerDocument;
  let left = 0;
  let right = page.clientWidth;
  let below = Infinity;
  for (let inner = scope; inner !== body && inner.parentElement; inner = inner.parentElement) {
    for (const neighbour of inner.parentElement.children) {
      if (neighbour === inner || neighbour.localName.startsWith('gloss-')) continue;
      const box = neighbour.getBoundingClientRect();
      if (box.width * box.height === 0 || box.bottom <= column.top) continue;
      if (box.top >= column.bottom - 1) {
        below = Math.min(below, box.top - column.bottom);
        continue;
      }
      if (box.left >= column.right - 1) right = Math.min(right, box.left);
      else if (box.right <= column.left + 1) left = Math.max(left, box.right);
    }
  }
  return { left, right, below: Math.max(0, below - EDGE) };
}

/**
 * What the page itself shows at a point: our own elements are looked through (and what is in them: WebKit names that too).
 * @param {Document} document
 * @param {number} x
 * @param {number} y
 */
const pageAt = (document, x, y) =>
  document.elementsFromPoint(x, y).find((element) => element.getRootNode() === document && !element.localName.startsWith('gloss-'));

/**
 * Whether the page shows something of its own at a column of points: what is hit there is neither the article nor around it.
 * @param {Element} scope
 * @param {number} x
 */
function isOccupied(scope, x) {
  const document = scope.ownerDocument;
  const height = document.documentElement.clientHeight;
  const { top, bottom } = scope.getBoundingClientRect();
  for (let i = 0; i < PROBES; i++) {
    const y = ((i + 0.5) / PROBES) * height;
    const hit = y >= top && y <= bottom && pageAt(document, x, y);
    if (!hit || hit.contains(scope)) continue;
    // A wrapper inside the article may be wider than its text, which `textColumn` has measured already.
    if (!scope.contains(hit) || !hit.querySelector('p')) return true;
  }
  return false;
}

/**
 * Whether text in the article's theme can stand on the page's own background at a point, without a surface of our own.
 * @param {Element} scope
 * @param {number} x
 * @param {number} y
 */
function canBlend(scope, x, y) {
  const document = scope.ownerDocument;
  const theme = pageTheme(scope);
  for (let at = pageAt(document, x, y) ?? null; at; at = at.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return false;
    const { light, alpha } = lightness(backgroundColor);
    if (alpha > 0.99) return theme === 'light' ? light > PAPER : light < NIGHT;
  }
  return theme === pageTheme(document.documentElement);
}

/**
 * How far a fixed or sticky bar of the page reaches into the window at a point.
 * @param {Document} document
 * @param {number} x
 * @param {number} y
 * @returns {number} CSS px, from the top or from the bottom, whichever the point is nearer to; 0 for what takes more than a third of the height, which is no bar
 */
function barAt(document, x, y) {
  const { clientHeight } = document.documentElement;
  for (let at = pageAt(document, x, y) ?? null; at; at = at.parentElement) {
    const { position } = getComputedStyle(at);
    if (position !== 'fixed' && position !== 'sticky') continue;
    const { top, bottom } = at.getBoundingClientRect();
    const depth = y > TAB ? clientHeight - top : bottom;
    return depth < clientHeight / 3 ? depth : 0;
  }
  return 0;
}

/**
 * How far from the window's top the panel keeps: below a bar of the page.
 * @param {Document} document
 * @param {number} x
 * @returns {number} CSS px
 */
export const topInset = (document, x) => barAt(document, x, 1) + EDGE;

/**
 * How far from the window's bottom the tab keeps: above a bar of the page, such as asks about cookies, or a button of its own in the same corner.
 * @param {Document} document
 * @param {Side} side
 * @returns {number} CSS px
 */
export function bottomInset(document, side) {
  const { clientWidth, clientHeight } = document.documentElement;
  return barAt(document, side === 'right' ? clientWidth - TAB : TAB, clientHeight - TAB);
}

/**
 * @param {Element} scope
 * @param {number} [wanted]  CSS px: how wide the reader has made it
 * @returns {Placement}
 */
export function findPlace(scope, wanted = WIDEST) {
  const { documentElement: page, defaultView } = scope.ownerDocument;
  const rtl = defaultView?.getComputedStyle(scope).direction === 'rtl';
  /** @type {[Side, Side]} */
  const sides = rtl ? ['left', 'right'] : ['right', 'left'];
  const column = textColumn(scope);
  const free = freeSpan(scope, column);
  for (const side of sides) {
    const room = side === 'right' ? free.right - column.right : column.left - free.left;
    if (room < ROOM) continue;
    const most = Math.min(MOST, room - GUTTER - EDGE);
    const width = Math.min(Math.max(wanted, NARROWEST), most);
    const x = side === 'right' ? column.right + GUTTER : column.left - GUTTER - width;
    if ([1, width / 2, width - 1].some((dx) => isOccupied(scope, x + dx))) continue;
    const y = Math.min(Math.max(column.top, 0) + EDGE, page.clientHeight / 2);
    return { mode: 'beside', side, x, width, most, below: free.below, blend: canBlend(scope, x + width / 2, y) };
  }
  return { mode: page.clientWidth < PHONE ? 'sheet' : 'drawer', side: sides[0], x: 0, width: Math.max(wanted, NARROWEST), most: Math.min(MOST, page.clientWidth - 2 * EDGE), blend: false };
}

/**
 * How the panel stands beside the article: level with it, no higher than `inset`, and over nothing before or after it, where
 * the page may be wider than the text; where nothing comes after it, a short article does not make it short. At the article's end it gets shorter, then leaves with it.
 * @param {DOMRect} article
 * @param {number} inset  CSS px of the window's top that are taken
 * @param {number} windowHeight  CSS px
 * @param {number} below  CSS px below the article that are free
 * @returns {{y: number, height: number}} CSS px from the top of the window; the most it may be high
 */
export function stand(article, inset, windowHeight, below = 0) {
  const top = Math.max(inset, article.top);
  const end = article.bottom + below;
  const height = Math.max(LOWEST, Math.min(windowHeight - EDGE, end) - top);
  return { y: Math.min(top, Math.max(article.top, end - height)), height };
}
