/**
 * @file Would wrapping words move something? A mark has no metrics of its own, but an element more is a neighbour to others: rules such as `b:first-child`,
 * `b + em` or `p:has(> a:only-child)` then match other elements than before, and text directly in a flex box or grid falls into items. Where that is so, marks
 * are painted.
 */

import { hasSheets } from './boxes.js';
import { isOurs } from './undo.js';

/** Neighbours that are looked at; an article with more of them beside marks than this is judged by the first. */
const MOST = 500;

/** What rules about neighbours are used for. None of these asks for layout. */
const LOOKS = /** @type {const} */ ([
  'display', 'position', 'float', 'clear', 'visibility', 'opacity', 'color', 'backgroundColor', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'textTransform',
  'textDecorationLine', 'marginLeft', 'marginRight', 'marginTop', 'paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderTopWidth', 'counterIncrement',
]);

/** @param {Element} element */
function lookOf(element) {
  const style = getComputedStyle(element);
  return LOOKS.map((name) => style[name]).join() + getComputedStyle(element, '::before').content + getComputedStyle(element, '::after').content;
}

/** @param {Iterable<Text>} nodes */
function parentsOf(nodes) {
  /** @type {Set<Element>} */
  const parents = new Set();
  for (const { parentElement } of nodes) if (parentElement) parents.add(parentElement);
  return parents;
}

/**
 * Of elements with text of their own, those that make items of it.
 * @param {Element} root
 * @param {Iterable<Text>} nodes  texts that are to be marked
 * @returns {Set<Element>}
 */
export function boxesOfItems(root, nodes) {
  const isStyled = hasSheets(root);
  return new Set([...parentsOf(nodes)].filter((parent) => (isStyled || parent.hasAttribute('style')) && /flex|grid/.test(getComputedStyle(parent).display)));
}

/**
 * @param {Element} root
 * @param {Iterable<Text>} nodes  texts that are to be marked
 * @returns {() => boolean}  do neighbours of theirs look otherwise than they did at this call?
 */
export function rememberNeighbours(root, nodes) {
  /** @type {Map<Element, string>} */
  const looks = new Map();
  const parents = hasSheets(root) ? parentsOf(nodes) : [];
  for (const parent of parents) {
    const { firstElementChild } = parent;
    if (!firstElementChild) continue;
    for (const element of [parent, ...parent.children]) {
      // Marks of an earlier reading come and go.
      if (looks.size < MOST && !isOurs(element)) looks.set(element, lookOf(element));
    }
  }
  return () => [...looks].some(([element, look]) => lookOf(element) !== look);
}
