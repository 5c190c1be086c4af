/**
 * @file Would wrapping words move something? A mark has no metrics of its own, but an element more is a neighbour to others: rules such as `b:first-child`,
 * `b + em` or `p:has(> a:only-child)` then match other elements than before, and text directly in a flex box or grid falls into items. Where that is so, marks
 * are painted.
 */

import { hasSheets } from './boxes.js';
import { parentOf } from './shadow.js';
import { isOurs } from './undo.js';

/** Neighbours of one kind that are looked at, of all marks: what does not move these moves none of them. */
const ENOUGH = 2;

/** Neighbours that are looked at for one batch of marks: as many kinds as these are none. */
const MOST = 500;

/** From this place among its siblings on, an element's place is not what it differs by. */
const FAR = 9;

/** What rules about neighbours are used for. None of these asks for layout. */
const LOOKS = /** @type {const} */ ([
  'display', 'position', 'float', 'clear', 'visibility', 'opacity', 'color', 'backgroundColor', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'textTransform',
  'textAlign', 'verticalAlign', 'fontFamily', 'lineHeight', 'textDecorationLine', 'marginLeft', 'marginRight', 'marginTop', 'paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderTopWidth', 'counterIncrement',
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

/** Is what is directly in it an item? An element without a box, as a slot is one, leaves that to the one around it. @param {Element} element */
function makesItems(element) {
  let at = /** @type {Node | null} */ (element);
  let display;
  while (at?.nodeType === 1 && (display = getComputedStyle(/** @type {Element} */ (at)).display) === 'contents') at = parentOf(at);
  return /flex|grid/.test(display ?? '');
}

/**
 * Of elements with text of their own, those that make items of it, or have a shadow root that is told of each element that comes into its slots, and may have rules for it.
 * @param {Element} root
 * @param {Iterable<Text>} nodes  texts that are to be marked
 * @returns {Set<Element>}
 */
export function boxesOfItems(root, nodes) {
  const isStyled = hasSheets(root);
  return new Set([...parentsOf(nodes)].filter((parent) => parent.shadowRoot || ((isStyled || parent.hasAttribute('style')) && makesItems(parent))));
}

/** By which rules tell elements. @param {Element | null} element */
const kindOf = (element) => (element ? `${element.localName} ${element.getAttribute('class') ?? ''}` : '');

/** Looks at the neighbours of marks before and behind each batch of them. */
export class Neighbours {
  /** How often each kind has been looked at. @type {Map<string, number>} */
  #seen = new Map();
  /** @type {Map<Element, string>} */
  #looks = new Map();
  #isStyled;

  /** @param {Element} root */
  constructor(root) {
    this.#isStyled = hasSheets(root);
  }

  /** @param {Text[]} nodes  texts that are about to be marked */
  remember(nodes) {
    this.#looks.clear();
    if (!this.#isStyled) return;
    const marked = new Set(/** @type {Node[]} */ (nodes));
    for (const parent of parentsOf(nodes)) {
      const around = `${kindOf(parent.parentElement)}>${kindOf(parent)}>`;
      // Marks of an earlier reading come and go.
      const children = [...parent.childNodes].filter((child) => !isOurs(child));
      this.#look(parent, `${around}${parent.childElementCount}`);
      const last = children.findLastIndex((child) => marked.has(child));
      let [index, before, marksBefore, marksBetween] = [0, '', 0, 0];
      for (const [i, child] of children.entries()) {
        if (marked.has(child)) marksBefore = marksBetween = 1;
        if (child.nodeType !== 1) continue;
        const element = /** @type {Element} */ (child);
        const kind = kindOf(element);
        const place = [Math.min(index, FAR), element === parent.lastElementChild, marksBefore, marksBetween, i < last];
        this.#look(element, [around, before, ...place, kind].join());
        [before, marksBetween] = [kind, 0];
        index += 1;
      }
    }
  }

  /** @param {Element} element @param {string} kind */
  #look(element, kind) {
    const times = this.#seen.get(kind) ?? 0;
    if (times >= ENOUGH || this.#looks.size >= MOST) return;
    this.#seen.set(kind, times + 1);
    this.#looks.set(element, lookOf(element));
  }

  /** Looks again at those that wait for their marks: there was a rest in between. */
  renew() {
    for (const element of this.#looks.keys()) this.#looks.set(element, lookOf(element));
  }

  /** Does one of them look otherwise now? */
  haveMoved() {
    return [...this.#looks].some(([element, look]) => lookOf(element) !== look);
  }
}
