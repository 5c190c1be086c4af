/**
 * @file The dispersion strip: a thin plot of where in the article a term occurs.
 *
 * One SVG path holds all ticks, so that a term with 300 places costs no more nodes than one with three. The strip is
 * for the eye and the pointer only (`aria-hidden`): the same places are reached by the row's previous and next
 * buttons, so forty terms do not mean forty more stops for the Tab key.
 *
 * @typedef {{start: number, end: number}} Place
 *
 * @typedef {object} Strip
 * @property {HTMLElement} element
 * @property {(clientX: number) => number} nearest  index of the place whose tick is nearest
 * @property {(index: number | null) => void} point  shows which tick a click would go to
 */

import { build } from './dom.js';

/** The icon of everything in the sidebar that goes to a place in the text. */
export const ARROW = 'M8 3v9.5M4 8.5l4 4 4-4';

const SVG = 'http://www.w3.org/2000/svg';

/** Units of the plot's width. Finer than a pixel of any panel, coarse enough for short paths and few ticks on one spot. */
const RESOLUTION = 1000;

/** Ticks keep this share of the width from both edges, so that the first and the last are not cut in half. */
const INSET = 0.004;

/**
 * Where an offset lies in the plot.
 * @param {number} offset  in the text
 * @param {number} length  of the text
 * @returns {number} share of the width, from where the text begins
 */
export const fraction = (offset, length) =>
  INSET + (Math.max(0, Math.min(offset, length)) / Math.max(length, 1)) * (1 - 2 * INSET);

/** @param {number} x */
const tick = (x) => `M${x} 0V1`;

/**
 * @param {Document} document
 * @param {Place[]} places  in text order
 * @param {number} length  of the text
 * @returns {Strip}
 */
export function createStrip(document, places, length) {
  const xs = places.map(({ start }) => Math.round(fraction(start, length) * RESOLUTION));
  const element = build(document, 'div', { class: 'strip', 'aria-hidden': 'true' });
  const plot = document.createElementNS(SVG, 'svg');
  plot.setAttribute('viewBox', `0 0 ${RESOLUTION} 1`);
  plot.setAttribute('preserveAspectRatio', 'none');
  const ticks = document.createElementNS(SVG, 'path');
  ticks.setAttribute('d', [...new Set(xs)].map(tick).join(''));
  plot.append(ticks);
  element.append(plot);
  /** @type {SVGPathElement | undefined} */
  let near;

  return {
    element,
    nearest(clientX) {
      const box = plot.getBoundingClientRect();
      const share = (clientX - box.left) / box.width;
      const x = (element.matches(':dir(rtl)') ? 1 - share : share) * RESOLUTION;
      return xs.reduce((best, at, i) => (Math.abs(at - x) < Math.abs((xs[best] ?? 0) - x) ? i : best), 0);
    },
    point(index) {
      if (!near) {
        near = document.createElementNS(SVG, 'path');
        near.setAttribute('class', 'near');
        plot.append(near);
      }
      near.setAttribute('d', index === null ? '' : tick(xs[index] ?? 0));
    },
  };
}
