/**
 * @file The look of marks, and how all CSS gets into a page: as constructable stylesheets: `style-src 'self'` forbids `<style>` and `style=""`, not these.
 *
 * Sites theme by custom properties (`--gloss-…`), which pass through shadow roots and through the resets below, and by
 * `::part()`. Names with an underscore (`--_…`) are ours and may change.
 */

/** By this name the open mark holds the card (`follow.js`). */
const ANCHOR = '--_gloss-open';

export const TINT = 'var(--gloss-mark, color-mix(in srgb, currentColor 9%, transparent))';

/** What a mark looks like. */
export const UNDERLINE = `
  text-decoration-line: underline;
  text-decoration-style: dotted;
  text-decoration-color: var(--gloss-underline, color-mix(in srgb, currentColor 62%, transparent));
  text-decoration-thickness: var(--gloss-underline-thickness, max(1px, .085em));
  text-underline-offset: var(--gloss-underline-offset, .22em);
`;

/**
 * In the page. `all: unset !important` is the promise that a mark changes no metrics, whatever the page's own rules say
 * about unknown elements, `*`, or the children of a paragraph (and put before and behind these): a mark then looks as its parent's text does. Rules of the
 * page that are `!important` and more specific still win, so a site keeps the last word. Longhands, because WebKit knew
 * the shorthand with a style only under a prefix for long. `all` leaves out `unicode-bidi`, without which `direction` says nothing of a mark. And there is no `box-decoration-break: clone`: with it in the text,
 * Chromium no longer breaks the lines of a paragraph as `text-wrap: balance` and `pretty` have them.
 */
export const ELEMENTS = `
gloss-term {
  all: unset !important;
  ${UNDERLINE.replaceAll(';', ' !important;')}
  cursor: help !important;
  border-radius: 2px !important;
  unicode-bidi: normal !important;
  -webkit-tap-highlight-color: transparent !important;
}
gloss-term::before, gloss-term::after { content: none !important; }
gloss-term[open] { background-color: ${TINT} !important; text-decoration-style: solid !important; anchor-name: ${ANCHOR} !important; }
gloss-card::part(card) { position-anchor: ${ANCHOR}; }
gloss-term:focus-visible { outline: 2px solid var(--gloss-focus, currentColor) !important; outline-offset: 2px !important; }
@media (prefers-contrast: more) {
  gloss-term { text-decoration-color: currentColor !important; }
}
@media (hover: hover) {
  gloss-term:hover { background-color: ${TINT} !important; }
}
@media (pointer: coarse) {
  gloss-term { cursor: pointer !important; }
}
@media (forced-colors: active) {
  gloss-term[open] { outline: 1px solid !important; }
  gloss-term:focus-visible { outline: 3px solid Highlight !important; }
}
@media print {
  gloss-term, gloss-term[open] { text-decoration-line: none !important; background: none !important; }
}
`;

/**
 * Puts a stylesheet last into a document or shadow root.
 *
 * @param {Document | ShadowRoot} root
 * @param {string} css
 * @returns {() => void}  takes it out again
 */
export function adopt(root, css) {
  // A sheet belongs to the document whose window constructed it, which in an iframe is not this script's.
  const view = (root.ownerDocument ?? /** @type {Document} */ (root)).defaultView ?? globalThis;
  const sheet = new /** @type {typeof globalThis} */ (view).CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
