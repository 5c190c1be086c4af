/**
 * @file The look of `<gloss-sidebar>`, on the tokens of tokens.js.
 *
 * It stands in the margin as a note in a magazine does: no box, hairlines, one size of text and two shades of it. The
 * hairline under each term is the axis of its dispersion strip; a term's name carries the dotted line of the marks,
 * because it gives the same thing: a definition. The accent is for what can be gone to and for where the reader is.
 *
 * This is the frame and the tab; what stands in it is `sidebar-contents-styles.js`, loaded with that.
 */

import { adopt } from './styles.js';
import { TOKENS } from './tokens.js';

/** CSS px; a drawer is never wider, and leaves a strip of the page to tap on beside it. */
const DRAWER = 'min(360px, 100vw - 48px)';

// `[quiet] .tab`: on a phone it takes a corner of the text, so while one reads on it draws back to its icon.
const SHELL = `
:host {
  position: fixed !important; inset: auto !important; width: 0 !important; height: 0 !important;
  display: block !important; z-index: 2147483647 !important;
}
:host([mode="mounted"]) { position: static !important; width: auto !important; height: auto !important; z-index: auto !important; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button, a, input { font: inherit; color: inherit; }
button { appearance: none; margin: 0; padding: 0; border: 0; background: none; text-align: start; cursor: pointer; -webkit-tap-highlight-color: transparent; }
.icon { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
:is(button, a, input, h2):focus-visible, :has(> input:focus-visible) > span { outline: 2px solid var(--_accent); outline-offset: 2px; border-radius: 3px; }
.panel, .tab { font: 400 medium/1.45 var(--_font); font-size: calc(var(--gloss-font-size, 1em) * .9); color: var(--_fg); -webkit-tap-highlight-color: transparent; }
.panel { display: flex; flex-direction: column; position: fixed; outline: none; overflow-wrap: anywhere; animation: rise .18s ease-out; }
@keyframes rise { from { opacity: 0; } }
.body { outline: none; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--_line) transparent; padding: 0 1.35em 1.6em; }
:host(:not([mode="mounted"])) .body { mask-image: linear-gradient(to top, transparent, #000 1.6em); }

:host([mode="mounted"]) .panel { position: static; animation: none; }
:host([mode="mounted"]) .body { overflow: visible; padding-inline: 0; }
:host([mode="mounted"]) .close { display: none; }

:host([mode="beside"]) .panel { top: 0; left: var(--_x); width: var(--_w); max-height: var(--_h); transform: translateY(var(--_y)); }
:host([mode="beside"][side="right"]) .panel { border-left: 1px solid var(--_line); }
:host([mode="beside"][side="left"]) .panel { border-right: 1px solid var(--_line); }
:host([mode="beside"]:not([blend])) .panel { background: var(--_bg); border: 1px solid var(--_line); border-radius: var(--_radius); }

:host(:is([mode="drawer"], [mode="sheet"])) .panel { background: var(--_bg); border: 1px solid var(--_line); box-shadow: var(--_shadow); background-clip: padding-box; }
:host([mode="drawer"]) .panel { top: 8px; bottom: 8px; width: ${DRAWER}; border-radius: var(--_radius); animation-name: slide; }
:host([mode="drawer"][side="right"]) .panel { right: 8px; --_slide: 24px 0; }
:host([mode="drawer"][side="left"]) .panel { left: 8px; --_slide: -24px 0; }
:host([mode="sheet"]) .panel {
  left: 0; right: 0; bottom: 0; max-height: 78vh; max-height: 78dvh; border-width: 1px 0 0; padding-block-end: env(safe-area-inset-bottom);
  border-radius: calc(var(--_radius) + 6px) calc(var(--_radius) + 6px) 0 0; transform: translateY(var(--_pull, 0px));
  font-size: calc(var(--gloss-font-size, 1em) * 1); animation: slide .24s cubic-bezier(.2, .8, .3, 1); --_slide: 0 100%;
  transition: transform .16s ease-out;
}
:host([pulled]) .panel { transition: none; }
@keyframes slide { from { translate: var(--_slide); opacity: .4; } }
:host([mode="drawer"][sized]) .panel { width: min(var(--_w), 100vw - 48px); }
.edge { position: absolute; inset-block: 0; left: -6px; width: 11px; cursor: ew-resize; touch-action: none; outline: none; }
.edge[right] { left: auto; right: -6px; }
.edge::after { content: ""; position: absolute; inset: 0 4px; border-radius: 2px; background: var(--_accent); opacity: 0; transition: opacity .15s; }
.edge:is(:hover, :focus-visible, :active)::after { opacity: .7; }
:host(:is([mode="mounted"], [mode="sheet"])) .edge { display: none; }
.grip { display: none; width: 36px; height: 4px; margin: 9px auto -5px; border-radius: 2px; background: var(--_tint-2); flex: none; }
:host([mode="sheet"]) .grip { display: block; }
.handle { flex: none; }
:host([mode="sheet"]) .handle { touch-action: none; }

.tab {
  position: fixed; bottom: calc(24px + env(safe-area-inset-bottom) + var(--_up, 0px)); display: inline-flex; align-items: center; gap: .5em;
  min-height: 40px; padding: .3em .95em; cursor: pointer; white-space: nowrap; font-weight: 500;
  color: var(--_fg); background: var(--_bg); border: 1px solid var(--_line); box-shadow: 0 1px 2px rgb(0 0 0 / .06), 0 4px 14px -4px rgb(0 0 0 / .16);
}
.tab .icon { color: var(--_muted); }
:host([side="right"]) .tab { right: 0; border-right: 0; border-radius: 20px 0 0 20px; padding-right: calc(.95em + env(safe-area-inset-right)); }
:host([side="left"]) .tab { left: 0; border-left: 0; border-radius: 0 20px 20px 0; padding-left: calc(.95em + env(safe-area-inset-left)); }
.tab span { overflow: hidden; max-width: 12em; transition: max-width .2s, opacity .2s; }
:host([sheet][quiet]) .tab:not(:focus-visible) span { max-width: 0; opacity: 0; margin-inline-start: -.5em; }
.tab:hover { background: color-mix(in srgb, var(--_bg) 94%, var(--_fg)); }
@media (prefers-reduced-motion: reduce) {
  .panel, .tab * { animation: none !important; transition: none !important; }
}
@media (forced-colors: active) {
  .panel, .tab { border: 1px solid CanvasText !important; }
}
`;

/** @param {ShadowRoot} root  of `<gloss-sidebar>` */
export const adoptSidebarStyles = (root) => adopt(root, TOKENS + SHELL);
