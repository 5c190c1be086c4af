/**
 * @file Where pages are put, and how large they are.
 */
import { textOf } from './floor.js';
import { freshPage } from './fresh.js';

/**
 * @typedef {object} Facts  about a page
 * @property {number} bytes  of its text as UTF-8
 * @property {number} units  UTF-16 code units
 * @property {number} nodes  text nodes
 */

/** @returns {HTMLElement} */
export const host = () => document.querySelector('main') ?? document.body.appendChild(document.createElement('main'));

/** @param {string} html @returns {Facts} */
export function factsOf(html) {
  const place = host();
  const text = textOf(freshPage(place, html));
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  let nodes = 0;
  while (walker.nextNode()) nodes += 1;
  place.replaceChildren();
  return { bytes: new TextEncoder().encode(text).length, units: text.length, nodes };
}
