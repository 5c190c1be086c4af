/**
 * @file What the looks of the card and the sidebar have in common. Fetched with them, when the marks are there.
 */

/**
 * Colours and type that the card and the sidebar share; first rule of both shadow roots. `all: initial !important` on the
 * host stops everything that a page could pass down or say about `*`: important rules inside a shadow root beat
 * important rules outside. Custom properties are exempt from `all`: they carry themes in, and positions.
 *
 * The rule for print names an id that nobody has: so it counts for more than any `display` of what stands behind it.
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
@media (prefers-contrast: more) { :host { --_muted: var(--_fg) !important; --_line: var(--_fg) !important; } }
@media print { :host(:not(#_)) { display: none !important; } }
`;
