/**
 * @file What nothing that reads a page can be faster than, as long as it reads it from JavaScript.
 */
import { freshPage } from './fresh.js';

/** @typedef {import('./measure.js').Way} Way */

/** @param {HTMLElement} host */
export function textOf(host) {
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  const pieces = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) pieces.push(/** @type {Text} */ (node).data);
  return pieces.join('');
}

/** @param {string} text */
export function unitsOf(text) {
  const { length } = text;
  const units = new Uint16Array(length);
  for (let i = 0; i < length; i += 1) units[i] = text.charCodeAt(i);
  return units;
}

/**
 * @param {string} html
 * @returns {Way[]}
 */
export function floors(html) {
  const prepare = (/** @type {HTMLElement} */ host) => freshPage(host, html);
  return [
    { name: 'floor A: walk the text nodes, read, join', prepare, run: (host) => (textOf(host).length > 0 ? 0 : -1) },
    { name: 'floor B: A, then encode as UTF-16 units', prepare, run: (host) => (unitsOf(textOf(host)).length > 0 ? 0 : -1), isFloor: true },
  ];
}
