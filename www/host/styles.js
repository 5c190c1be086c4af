/**
 * @file All CSS, as constructable stylesheets: `style-src 'self'` forbids `<style>` and `style=""`, not these.
 *
 * Sites theme by custom properties (`--gloss-…`), which pass through shadow roots and through the resets below, and by
 * `::part()`. Names with an underscore (`--_…`) are ours and may change.
 */

const TINT = 'var(--gloss-mark, color-mix(in srgb, currentColor 9%, transparent))';

/** What a mark looks like. */
const UNDERLINE = `
  text-decoration-line: underline;
  text-decoration-style: dotted;
  text-decoration-color: var(--gloss-underline, color-mix(in srgb, currentColor 62%, transparent));
  text-decoration-thickness: var(--gloss-underline-thickness, max(1px, .085em));
  text-underline-offset: var(--gloss-underline-offset, .22em);
`;

/**
 * In the page. `all: unset !important` is the promise that a mark changes no metrics, whatever the page's own rules say
 * about unknown elements, `*`, or the children of a paragraph: a mark then looks as its parent's text does. Rules of the
 * page that are `!important` and more specific still win, so a site keeps the last word. Longhands, because WebKit knew
 * the shorthand with a style only under a prefix for long.
 */
export const ELEMENTS = `
gloss-term {
  all: unset !important;
  ${UNDERLINE.replaceAll(';', ' !important;')}
  cursor: help !important;
  border-radius: 2px !important;
  -webkit-box-decoration-break: clone !important;
  box-decoration-break: clone !important;
  -webkit-tap-highlight-color: transparent !important;
}
gloss-term[open] { background-color: ${TINT} !important; text-decoration-style: solid !important; }
gloss-term:focus-visible { outline: 2px solid var(--gloss-focus, currentColor) !important; outline-offset: 2px !important; }
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
 * For marks that are painted; print does without. Rules without an element's name would make the browser compute the style of every element on the page; the names
 * of those that marked text is in are enough.
 *
 * @param {string[]} names
 */
export function highlightStyles(names) {
  const select = (/** @type {string} */ highlight) => names.map((name) => `${CSS.escape(name)}::highlight(${highlight})`).join();
  return names.length ? `@media screen { ${select('glossator')} { ${UNDERLINE} } ${select('glossator-open')} { background-color: ${TINT}; } }` : '';
}

/**
 * Colours and type that the card and the sidebar share; first rule of both shadow roots. `all: initial !important` on the
 * host stops everything that a page could pass down or say about `*`: important rules inside a shadow root beat
 * important rules outside. Custom properties are exempt from `all`: they carry themes in, and positions.
 *
 * Contrast on the backgrounds (WCAG 2.x): text 15:1 and 14:1, muted 6.3:1 and 7.4:1, accent 6.4:1 and 8.6:1.
 */
export const TOKENS = `
:host {
  all: initial !important;
  --_bg: var(--gloss-background, #fff);
  --_fg: var(--gloss-text, #1c2128);
  --_muted: var(--gloss-muted, #59616c);
  --_accent: var(--gloss-accent, #1a5db0);
  --_line: var(--gloss-border, rgb(20 28 40 / .13));
  --_tint: color-mix(in srgb, var(--_fg) 6%, transparent);
  --_tint-2: color-mix(in srgb, var(--_fg) 11%, transparent);
  --_shadow: var(--gloss-shadow, 0 1px 2px rgb(20 28 40 / .07), 0 4px 10px -3px rgb(20 28 40 / .1), 0 18px 40px -14px rgb(20 28 40 / .28));
  --_radius: var(--gloss-radius, 12px);
  --_font: var(--gloss-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif);
  color-scheme: light !important;
}
:host([theme="dark"]) {
  --_bg: var(--gloss-background, #212429);
  --_fg: var(--gloss-text, #eceef1);
  --_muted: var(--gloss-muted, #a8b0ba);
  --_accent: var(--gloss-accent, #8cbcff);
  --_line: var(--gloss-border, rgb(255 255 255 / .15));
  --_shadow: var(--gloss-shadow, 0 1px 2px rgb(0 0 0 / .4), 0 18px 44px -10px rgb(0 0 0 / .7));
  color-scheme: dark !important;
}
@media print { :host { display: none !important; } }
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
