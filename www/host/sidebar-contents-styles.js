/**
 * @file The look of what stands in the sidebar; the frame and the reasons are `sidebar-styles.js`.
 *
 * Notes on rules that do not explain themselves (comments in the CSS itself would be sent to every reader):
 * - `.long .term`: else hundreds of rows out of sight would be styled anew with every step of the reading position.
 * - `.strip`: what is on screen is painted, not laid out: a box that moves as one scrolls would count as a layout shift. A thick stretch of the axis, no box: forty boxes below
 *   each other are a wall.
 * - `.fact .icon` has no room of its own where it is shown under the pointer only: the last word does not move to another line for what is not seen.
 */

import { adopt } from './styles.js';

// What stands above the letters of Devanagari or Thai is higher than the line: the title, which hides what is below its fourth line, has room for it.
const CONTENT = `
h2, h3, p, ol { margin: 0; padding: 0; font: inherit; list-style: none; }
[dir="auto"] { text-align: match-parent; }

.top { display: flex; align-items: flex-start; gap: .75em; margin-inline: 1.35em; padding-block: 1em .9em; border-block-end: 1px solid var(--_line); }
:host([mode="beside"][blend]) .top { padding-block-start: .1em; }
:host([mode="mounted"]) .top { margin-inline: 0; }
.title { flex: 1; font-family: var(--_page-font, inherit); font-size: 1.16em; line-height: 1.28; font-weight: 600; text-wrap: balance; display: -webkit-box; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow: hidden; padding-block-start: .3em; margin-block-start: -.3em; }
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

.orders { display: flex; flex-wrap: wrap; gap: .1em; margin: -.15em -.6em .35em; font-size: .88em; }
.orders label { position: relative; }
.orders input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.orders span { display: grid; align-items: center; min-height: 26px; padding: .1em .55em; border-radius: 1em; color: var(--_muted); }
.orders :hover + span { color: var(--_fg); }
.orders :checked + span { background: var(--_tint); color: var(--_fg); font-weight: 550; }
:has(> input:focus-visible) > span { border-radius: 1em; outline-offset: 0; }
.filter { appearance: none; width: 100%; height: 34px; margin: .25em 0 .35em; padding: 0 .75em; border: 1px solid var(--_line); border-radius: 8px; background: transparent; outline-offset: -1px !important; }
.filter:placeholder-shown { direction: inherit; }
.filter::placeholder { color: var(--_muted); opacity: 1; }

.terms { margin-inline: -1.1em; }
.term { position: relative; padding: .7em 1.1em 0; }
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
.quote {
  display: block; width: 100%; margin-block: .4em .1em; padding: 0; padding-inline-start: .7em; border-inline-start: 2px solid var(--_line);
  text-align: start; font-size: .95em; color: var(--_muted); text-wrap: pretty;
}
.quote:hover { color: inherit; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: .1em .1em; margin-block-start: .45em; font-size: .88em; color: var(--_muted); min-height: 28px; }
.source { margin-inline-end: 1em; }
a { display: inline-block; min-height: 24px; padding-block: .15em; color: var(--_accent); text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: .2em; }
.at { margin-inline: auto .2em; font-variant-numeric: tabular-nums; }
.step { display: inline-grid; place-items: center; width: 28px; height: 28px; border-radius: 50%; color: var(--_muted); }
.step:last-child { margin-inline-end: -.45em; }

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
.none:empty { padding: 0; }
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
.times { margin-inline-start: .2em; color: var(--_muted); font-variant-numeric: tabular-nums; }
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
  .term::before { animation: none !important; transition: none !important; }
}
@media (forced-colors: active) {
  :host([mode="beside"][blend]) .top { padding-block-start: .9em; }
  .strip path { stroke: CanvasText; }
  .strip .near { stroke: Highlight; }
  .strip { --_here: Highlight; border-color: CanvasText; background-size: 100% 3px; forced-color-adjust: none; }
  .term::before { background: Highlight; forced-color-adjust: none; }
  :is(.go, .sentence, .fact) .icon { opacity: 1; }
  .orders :checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .grip { background: CanvasText; }
}
`;

/** @param {ShadowRoot} root  of `<gloss-sidebar>` */
export const adoptContentsStyles = (root) => adopt(root, CONTENT + CONDITIONS);
