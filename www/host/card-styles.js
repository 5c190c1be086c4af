/**
 * @file The look of the card: CSS for the shadow root of `<gloss-card>`. Loaded with the card, after the first marks.
 *
 * Notes on rules that do not explain themselves (comments in the CSS itself would be sent to every reader):
 * - `[open]`, `[pinned]`, `[sheet]`, `[low]`, `[away]`, `[keys]` and `[pulled]` on the host are the card's states.
 * - Opening and closing motion is on `.card` and not on the host: `all: initial !important` on the host would need every
 *   rule to be important, and `@starting-style` with it.
 * - `.card` is what stands somewhere, not the host: an anchor's name means something only in the tree that gave it, so the sheet with the marks names it for the part
 *   (`styles.js`), and what `all: initial !important` has said of the host cannot be said otherwise from there. The host is a box of the same size in the same place, for
 *   whoever asks where the card is; a frame late when one scrolls, so it takes no pointer.
 * - `[dir="auto"]` takes the side of the whole card: a Latin name in an Arabic card reads left to right and stands right.
 * - `.bare` is a first line with nothing but the tools; the title then moves up beside them. The tools are there once the card stays: a card that may go again with the
 *   pointer shows nothing to aim at.
 * - `.body[tabindex]` is a body that scrolls; its fade ends in the padding, so the last line is never dimmed.
 * - `[low]`: little room; everything scrolls, as a foot that stands still would take half of the card. Where it goes on there is a shade at its edge, which what scrolls covers at its end.
 * - Buttons are 28 px (40 for fingers), links 24 px high at least: WCAG 2.5.8.
 */

import { adopt } from './styles.js';
import { TOKENS } from './tokens.js';

/** Kept free between card and viewport on both sides together: twice `MARGIN` of placement.js. */
const SIDES = '16px';

const CARD = `
:host {
  position: fixed !important;
  left: var(--_l, 0px) !important;
  top: var(--_t, 0px) !important;
  width: var(--_bw, 0px) !important;
  height: var(--_bh, 0px) !important;
  display: block !important;
  pointer-events: none !important;
  z-index: 2147483647 !important;
  transition: display .12s allow-discrete, overlay .12s allow-discrete !important;
}
:host(:not([open])) { display: none !important; }
* { box-sizing: border-box; }
.card {
  position: fixed;
  left: var(--_x, 0px);
  top: var(--_y, 0px);
  display: flex;
  flex-direction: column;
  width: max-content;
  min-width: min(15em, var(--gloss-width, 23em), var(--_w, 100vw) - ${SIDES});
  max-width: min(var(--gloss-width, 23em), var(--_w, 100vw) - ${SIDES});
  max-height: min(30em, var(--_h, 100vh));
  overflow: hidden;
  font: medium/1.5 var(--_font);
  font-size: var(--gloss-font-size, .96875em);
  color: var(--_fg);
  background: var(--_bg);
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  background-clip: padding-box;
  box-shadow: var(--_shadow);
  overflow-wrap: anywhere;
  outline: none;
  pointer-events: auto;
  opacity: 0;
  transform: scale(.97);
  transform-origin: var(--_origin, 50% 0);
  transition: opacity .1s ease-out, transform .1s ease-out;
}
:host([open]) .card { opacity: 1; transform: none; transition: opacity .14s ease-out, transform .16s cubic-bezier(.2, .8, .3, 1); }
@starting-style {
  :host([open]) .card { opacity: 0; transform: scale(.97); }
}
:host([open][away]) .card { opacity: 0; transition: none; pointer-events: none; }
:host([keys]) .card:focus { border-color: var(--_accent); box-shadow: 0 0 0 1px var(--_accent), var(--_shadow); }
.body { overflow: auto; overscroll-behavior: contain; padding: 1em 1.15em 1.05em; scrollbar-width: thin; }
.body[tabindex] { mask-image: linear-gradient(to top, transparent, #000 1em); }
:host([low]) .card {
  display: block; overflow: auto; overscroll-behavior: contain;
  background: linear-gradient(transparent, var(--_bg) 50%) 0 100% / 100% 2em no-repeat local, linear-gradient(transparent, rgb(0 0 0 / .2)) 0 100% / 100% 1em no-repeat, var(--_bg);
}
:host([low]) .body { overflow: visible; mask-image: none; }
.body:focus-visible { outline: 2px solid var(--_accent); outline-offset: -3px; border-radius: var(--_radius); }
.card[dir="ltr"] [dir="auto"] { text-align: left; }
.card[dir="rtl"] [dir="auto"] { text-align: right; }
.top { display: flex; align-items: center; gap: .3em; min-height: 1.5em; margin-block-end: .45em; }
.space { flex: 1; }
.chip {
  font-size: .774em; line-height: 1.35; font-weight: 500; color: var(--_muted);
  padding: .22em .75em; border-radius: 1em; background: var(--_tint);
}
.title { margin: 0; font-size: 1.13em; line-height: 1.28; font-weight: 650; letter-spacing: -.008em; text-wrap: balance; }
.title:lang(ar), .title:lang(zh) { letter-spacing: 0; }
.also { margin: .2em 0 0; font-size: .87em; line-height: 1.4; color: var(--_muted); }
.definition { margin: .5em 0 0; text-wrap: pretty; white-space: pre-line; }
.quote {
  margin: .7em 0 0; padding-inline-start: .8em; border-inline-start: 2px solid var(--_tint-2);
  font-size: .9em; line-height: 1.45; color: var(--_muted); text-wrap: pretty;
}
.related { clear: both; margin: .9em 0 0; }
.label { margin: 0 0 .4em; font-size: .8em; color: var(--_muted); }
.related ul { display: flex; flex-wrap: wrap; gap: .4em; margin: 0; padding: 0; list-style: none; }
.related li { display: flex; max-width: 100%; }
button, a { font: inherit; color: inherit; -webkit-tap-highlight-color: transparent; }
button { appearance: none; margin: 0; border: 0; background: none; cursor: pointer; }
:is(a, button):focus-visible { outline: 2px solid var(--_accent); outline-offset: 1px; }
.pill {
  font-size: .87em; line-height: 1.35; text-align: start; padding: .3em .8em; min-height: 26px; border-radius: 1.1em;
  border: 1px solid var(--_line); color: var(--_accent); transition: background-color .12s;
}
.pill:hover, .icon-button:hover { background: var(--_tint); }
.pill:active, .icon-button:active { background: var(--_tint-2); }
.icon-button {
  flex: none; display: inline-grid; place-items: center; width: 28px; height: 28px; padding: 0; border-radius: 50%;
  color: var(--_muted); transition: background-color .12s;
}
.icon-button:hover { color: var(--_fg); }
.icon-button:focus-visible { outline-offset: -2px; }
.icon-button[disabled] { opacity: .35; cursor: default; background: none; }
.icon { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
[dir="rtl"] .flips { transform: scaleX(-1); }
[data-do="back"] { margin-block: -.25em; margin-inline-start: -.45em; }
.tools { display: none; flex: none; margin-block: -.25em; margin-inline-end: -.45em; }
.bare { display: contents; }
.bare .space { display: none; }
.bare .tools { float: inline-end; margin-inline-start: .4em; }
:host([pinned]) .tools { display: flex; }
.picture { display: block; float: inline-end; width: 5.5em; height: 5.5em; object-fit: contain; margin: .6em 0 .4em 1em; margin-inline: 1em 0; border-radius: 6px; }
.foot {
  display: flex; flex-wrap: wrap; align-items: center; gap: .15em 1em; flex: none;
  padding: .5em 1.322em; border-block-start: 1px solid var(--_line); font-size: .87em; line-height: 1.4; color: var(--_muted);
}
.source { flex: 1 1 auto; max-width: 100%; margin: .15em 0; min-width: 0; }
a, .link { color: var(--_accent); text-decoration: none; display: inline-block; min-height: 24px; padding-block: .12em; border-radius: 3px; }
.link { padding-inline: 0; }
:is(a, .link):hover { text-decoration: underline; text-underline-offset: .2em; }
a .icon { width: .8em; height: .8em; }
.place { margin-inline-start: auto; display: flex; align-items: center; gap: .1em; margin-block: 0; font-variant-numeric: tabular-nums; }
.place .icon-button:last-child { margin-inline-end: -.45em; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.grip { display: none; }

:host([sheet]) .card {
  top: auto; bottom: var(--_b, 0px); width: var(--_w, 100%); max-width: none; max-height: min(var(--_h, 68vh), 36em); border-width: 1px 0 0; border-radius: calc(var(--_radius) + 6px) calc(var(--_radius) + 6px) 0 0;
  padding-block-end: env(safe-area-inset-bottom); transform: translateY(100%); opacity: 1; font-size: var(--gloss-font-size, 1.03em);
  box-shadow: 0 -1px 3px rgb(20 28 40 / .06), 0 -16px 44px -12px rgb(20 28 40 / .35);
  transition: transform .16s ease-in;
}
:host([sheet][open]) .card { transform: translateY(var(--_pull, 0px)); transition: transform .16s cubic-bezier(.2, .8, .3, 1); }
@starting-style {
  :host([sheet][open]) .card { transform: translateY(100%); }
}
:host([sheet][pulled]) .card { transition: none; }
:host([sheet]) .grip { display: block; flex: none; width: 36px; height: 4px; margin: 9px auto -3px; border-radius: 2px; background: var(--_tint-2); }
:host([sheet]) :is(.grip, .top, .title, .foot) { touch-action: none; }
:host([sheet]) .body:not([tabindex]) { touch-action: none; }
:host([sheet]) .body { padding-inline: 1.3em; }
:host([sheet]) .foot { padding: .75em 1.494em; }

@media (pointer: coarse) {
  .icon-button { width: 40px; height: 40px; margin-block: -6px; }
  .pill { min-height: 36px; padding-inline: 1em; }
}
@media (prefers-reduced-motion: reduce) {
  :host, .card, :host([open]) .card, :host([sheet][open]) .card, .pill, .icon-button { transition: none !important; transform: none; }
  :host([sheet][open]) .card { transform: translateY(var(--_pull, 0px)); }
}
@media (forced-colors: active) {
  .card { border-color: CanvasText; }
  .chip { border: 1px solid; }
  .grip { background: CanvasText !important; }
  .icon-button[disabled] { color: GrayText; opacity: 1; }
  :is(a, button, .body):focus-visible, :host([keys]) .card:focus { outline: 2px solid Highlight; outline-offset: -2px; }
}
`;

/** @param {ShadowRoot} root  of `<gloss-card>` */
export const adoptCardStyles = (root) => adopt(root, TOKENS + CARD);
