/**
 * @file The look of `<gloss-sidebar>`, on the tokens of tokens.js.
 *
 * It stands in the margin as a note in a magazine does: no box, hairlines, one size of text and two shades of it. The
 * hairline under each term is the axis of its dispersion strip; a term's name carries the dotted line of the marks,
 * because it gives the same thing: a definition. The accent is for what can be gone to and for where the reader is.
 */

import { adopt } from './styles.js';
import { TOKENS } from './tokens.js';

/** CSS px; a drawer is never wider, and leaves a strip of the page to tap on beside it. */
const DRAWER = 'min(360px, 100vw - 48px)';

const SHELL = `
:host {
  position: fixed !important; inset: auto !important; width: 0 !important; height: 0 !important;
  display: block !important; z-index: 2147483647 !important;
}
:host([mode="mounted"]) { position: static !important; width: auto !important; height: auto !important; z-index: auto !important; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
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
  position: fixed; bottom: calc(24px + env(safe-area-inset-bottom)); display: inline-flex; align-items: center; gap: .5em;
  min-height: 40px; padding: .3em .95em; cursor: pointer; white-space: nowrap; font-weight: 500;
  color: var(--_fg); background: var(--_bg); border: 1px solid var(--_line); box-shadow: 0 1px 2px rgb(0 0 0 / .06), 0 4px 14px -4px rgb(0 0 0 / .16);
}
.tab .icon { color: var(--_muted); }
:host([side="right"]) .tab { right: 0; border-right: 0; border-radius: 20px 0 0 20px; padding-right: calc(.95em + env(safe-area-inset-right)); }
:host([side="left"]) .tab { left: 0; border-left: 0; border-radius: 0 20px 20px 0; padding-left: calc(.95em + env(safe-area-inset-left)); }
/* On a phone it takes a corner of the text: while one reads on it draws back to its icon. */
.tab span { overflow: hidden; max-width: 12em; transition: max-width .2s, opacity .2s; }
:host([sheet][quiet]) .tab:not(:focus-visible) span { max-width: 0; opacity: 0; margin-inline-start: -.5em; }
.tab:hover { background: color-mix(in srgb, var(--_bg) 94%, var(--_fg)); }
`;

const CONTENT = `
h2, h3, p, ol { margin: 0; padding: 0; font: inherit; list-style: none; }
button, a, input { font: inherit; color: inherit; }
button { appearance: none; margin: 0; padding: 0; border: 0; background: none; text-align: start; cursor: pointer; -webkit-tap-highlight-color: transparent; }
:is(button, a, input, h2):focus-visible, :has(> input:focus-visible) > span { outline: 2px solid var(--_accent); outline-offset: 2px; border-radius: 3px; }
[dir="auto"] { text-align: match-parent; }
.icon { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }

.top { display: flex; align-items: flex-start; gap: .75em; margin-inline: 1.35em; padding-block: 1em .9em; border-block-end: 1px solid var(--_line); }
:host([mode="beside"][blend]) .top { padding-block-start: .1em; }
:host([mode="mounted"]) .top { margin-inline: 0; }
.title { flex: 1; font-family: var(--_page-font, inherit); font-size: 1.16em; line-height: 1.28; font-weight: 600; text-wrap: balance; display: -webkit-box; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow: hidden; }
.close { display: inline-grid; place-items: center; flex: none; width: 28px; height: 28px; margin: -.2em -.45em 0 auto; border-radius: 50%; color: var(--_muted); }
:is(.close, .step):hover { background: var(--_tint); color: var(--_fg); }

section { padding-block-start: .85em; }
.short:not([hidden]) + section { margin-block-start: 1.2em; border-block-start: 1px solid var(--_line); }
.label-line { display: flex; align-items: baseline; justify-content: space-between; gap: 1em; margin-block-end: .7em; }
h3 { font-size: .88em; font-weight: 650; letter-spacing: .01em; }
.tally { font-size: .88em; color: var(--_muted); font-variant-numeric: tabular-nums; }

.sentences { display: grid; gap: .75em; font-family: var(--_page-font, inherit); }
.sentence { display: block; width: 100%; line-height: 1.45; text-wrap: pretty; }
.sentence:hover { text-decoration: underline 1px color-mix(in srgb, var(--_accent) 70%, transparent); text-underline-offset: .2em; }

.orders { display: flex; flex-wrap: wrap; gap: .2em; margin: -.15em -.6em .35em; font-size: .88em; }
.orders label { position: relative; }
.orders input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.orders span { display: grid; align-items: center; min-height: 26px; padding: .1em .7em; border-radius: 1em; color: var(--_muted); }
.orders :hover + span { color: var(--_fg); }
.orders :checked + span { background: var(--_tint); color: var(--_fg); font-weight: 550; }
:has(> input:focus-visible) > span { border-radius: 1em; outline-offset: 0; }
.filter { appearance: none; width: 100%; height: 34px; margin: .25em 0 .35em; padding: 0 .75em; border: 1px solid var(--_line); border-radius: 8px; background: transparent; outline-offset: -1px !important; }
.filter::placeholder { color: var(--_muted); opacity: 1; }

.terms { margin-inline: -1.1em; }
.term { position: relative; padding: .7em 1.1em 0; }
/* Else hundreds of rows out of sight would be styled anew with every step of the reading position. */
.long .term { content-visibility: auto; contain-intrinsic-size: auto 3.4em; }
.head { display: flex; align-items: baseline; gap: .75em; }
.name { flex: 1; min-width: 0; min-height: 24px; word-spacing: .3em; }
.name > * { word-spacing: normal; }
.word {
  font-weight: 600; text-decoration: underline dotted color-mix(in srgb, currentColor 45%, transparent); text-decoration-thickness: max(1px, .085em); text-underline-offset: .24em;
}
.name:hover .word, [aria-expanded="true"] .word { text-decoration: underline solid color-mix(in srgb, currentColor 60%, transparent) max(1px, .085em); }
.category { font-size: .88em; color: var(--_muted); }
.go { display: inline-flex; align-items: center; gap: .15em; min-height: 24px; min-width: 24px; margin-inline-end: -.2em; justify-content: flex-end; color: var(--_muted); font-variant-numeric: tabular-nums; }
:is(.go, .sentence) .icon { width: 14px; height: 14px; opacity: .55; }
.sentence .icon { vertical-align: -.15em; color: var(--_muted); }
.go:hover, :is(.go, .sentence):hover .icon { color: var(--_accent); opacity: 1; }
.term::before { content: ""; position: absolute; inset-inline-start: .25em; inset-block-start: 1.2em; width: 5px; height: 5px; border-radius: 50%; background: var(--_accent); opacity: 0; transition: opacity .2s; }
.in-view::before { opacity: 1; }

.more { padding-block: .3em .5em; }
.definition { text-wrap: pretty; white-space: pre-line; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: .1em .1em; margin-block-start: .45em; font-size: .88em; color: var(--_muted); min-height: 28px; }
.source { margin-inline-end: 1em; }
a { display: inline-block; min-height: 24px; padding-block: .15em; color: var(--_accent); text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: .2em; }
.at { margin-inline: auto .2em; font-variant-numeric: tabular-nums; }
.step { display: inline-grid; place-items: center; width: 28px; height: 28px; border-radius: 50%; color: var(--_muted); }
.step:last-child { margin-inline-end: -.45em; }

/* What is on screen is painted, not laid out: a box that moves as one scrolls would count as a layout shift. A thick stretch of the axis, no box: forty boxes below each other are a wall. */
.strip {
  --band: linear-gradient(to var(--end, right), transparent var(--from, 0%), var(--_here, var(--_tint-2)) 0 var(--to, 0%), transparent 0);
  position: relative; height: 14px; cursor: pointer; border-block-end: 1px solid var(--_line); background: var(--band) bottom / 100% 2px no-repeat;
}
.strip:dir(rtl) { --end: left; }
.in-view { --_here: color-mix(in srgb, var(--_accent) 55%, transparent); }
.strip svg { position: absolute; inset: auto 0 0; width: 100%; height: 8px; display: block; overflow: visible; }
.strip path { fill: none; stroke: var(--_muted); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.strip .near { stroke: var(--_accent); stroke-width: 3px; }
.strip:dir(rtl) svg { transform: scaleX(-1); }

.none, .empty { padding-block: .9em; color: var(--_muted); }
.none:empty { display: none; }
.facts section { margin-block-start: 1.4em; border-block-start: 1px solid var(--_line); }
.facts h3 { margin-block-end: .55em; }
.fact { display: block; width: 100%; padding-block: .22em; line-height: 1.4; text-align: start; }
.what { font-weight: 600; font-variant-numeric: tabular-nums; margin-inline-end: .35em; }
.about { color: var(--_muted); }
.fact .icon { width: 14px; height: 14px; margin-inline-start: .25em; vertical-align: -.15em; color: var(--_muted); opacity: .55; }
.fact:hover .what { text-decoration: underline solid color-mix(in srgb, currentColor 60%, transparent) 1px; text-underline-offset: .2em; }
.fact:hover .icon { color: var(--_accent); opacity: 1; }
:is(.actors, .suggestions) { display: flex; flex-wrap: wrap; gap: .4em; }
:is(.actors, .suggestions) li { display: flex; max-width: 100%; }
.pill { font-size: .92em; line-height: 1.35; padding: .25em .8em; min-height: 26px; border: 1px solid var(--_line); border-radius: 1.1em; }
.pill:hover { background: var(--_tint); }
.times { margin-inline-start: .45em; color: var(--_muted); font-variant-numeric: tabular-nums; }
.time { margin-block: -.1em .6em; }
.ends { display: flex; justify-content: space-between; margin-block-start: .25em; font-size: .82em; line-height: 1.3; color: var(--_muted); font-variant-numeric: tabular-nums; }
.dates { position: relative; padding-inline-start: 1.15em; }
.dates::before { content: ""; position: absolute; inset-inline-start: 2px; inset-block: .9em; width: 1px; background: var(--_line); }
.dates li { position: relative; }
.dates li::before { content: ""; position: absolute; inset-inline-start: -1.15em; inset-block-start: .72em; width: 5px; height: 5px; border-radius: 50%; background: var(--_muted); }
.show-all { min-height: 28px; color: var(--_accent); font-size: .88em; }
.foot { display: flex; flex-wrap: wrap; gap: .1em 1.2em; margin-block-start: 1em; font-size: .88em; color: var(--_muted); }
.foot button { display: inline-flex; align-items: center; gap: .4em; min-height: 28px; }
.foot button:hover { color: var(--_fg); }
.group { padding-inline: 1.1em; }
.group h4 { margin: 1.4em 0 0; font-size: .84em; font-weight: 600; color: var(--_muted); }
.grouped .category { display: none; }
.group[hidden] { display: none; }
.known { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .8em; flex-basis: 100%; margin: 0; }
.known[hidden] { display: none; }
.known button { color: var(--_accent); }
.foot .icon { width: 14px; height: 14px; }
`;

const CONDITIONS = `
@media (hover: hover) {
  /* Without room of its own: the last word does not move to another line for what is not seen. */
  .fact .icon { margin-inline-end: -1.3em; }
  .fact:not(:hover, :focus-visible) .icon { opacity: 0; }
}
@media (pointer: coarse) {
  .close, .step { width: 40px; height: 40px; }
  .name, .go, .foot button, .orders span, .sentence, .pill { min-height: 36px; }
  .pill { padding-inline: 1em; }
  .go { min-width: 40px; }
  .filter { height: 40px; font-size: max(16px, 1em); }
  .close { margin-block-start: -.6em; }
  .term::before { inset-block-start: 1.6em; }
}
@media (prefers-reduced-motion: reduce) {
  .panel, .term::before, .tab * { animation: none !important; transition: none !important; }
}
@media (forced-colors: active) {
  .panel, .tab { border: 1px solid CanvasText !important; }
  :host([mode="beside"][blend]) .top { padding-block-start: .9em; }
  .strip path { stroke: CanvasText; }
  .strip .near { stroke: Highlight; }
  .strip { --_here: Highlight; border-color: CanvasText; background-size: 100% 3px; forced-color-adjust: none; }
  .term::before { background: Highlight; forced-color-adjust: none; }
  :is(.go, .sentence, .fact) .icon { opacity: 1; }
  .orders :checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .grip { background: CanvasText; }
}
@media print { :host { display: none !important; } }
`;

/** @param {ShadowRoot} root  of `<gloss-sidebar>` */
export const adoptSidebarStyles = (root) => adopt(root, TOKENS + SHELL + CONTENT + CONDITIONS);
