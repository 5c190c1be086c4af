/**
 * @file What a page's styles make of its elements: hidden, or blocks of their own although their names do not say so (a span with
 * `display: block`, the items of a flex box). A name says most, and is free; a computed style is 0.8 µs in Chromium, and no layout. So each block is asked whether it is
 * hidden, and of inline elements the first one of each kind, which is its name and class and those of its parent; where the answer is that it is like any other, the others of its
 * kind are not asked.
 */

import { BLOCK, SKIP } from './tables.js';

/** What is in the line in any style sheet that makes sense. */
const PLAIN = new Set('b i em strong u s small mark q cite sub sup code kbd samp var bdi bdo ins del time data dfn abbr wbr'.split(' '));

/** Displays in the line, or without a box at all. All others begin a block, as floats and what is positioned do. */
const IN_LINE = /^(inline|ruby|contents)/;

/** A large first letter stands in a box of its own, and is a part of its word. */
const DROP_CAP_UNITS = 3;

/** Has the page style sheets of its own? @param {Node} root */
export function hasSheets(root) {
  const { styleSheets, adoptedStyleSheets } = /** @type {Document} */ (root.getRootNode());
  return Boolean(styleSheets?.length || adoptedStyleSheets?.length);
}

export class Boxes {
  /**
   * On a page without style sheets nobody is asked before there is an element with a `style` of its own: whoever reads the page says so. To ask would cost a first pass over all
   * styles of the browser.
   */
  isStyled;
  #root;
  /** A root that is hidden as a whole is read all the same: the page may show it later. @type {boolean | undefined} */
  #isRootVisible;
  /** Kinds of inline elements that are like any other. @type {Set<string>} */
  #plain = new Set();
  /** The parent that was asked last, and what it adds to the kind of its children. @type {Element | null} */
  #parent = null;
  #parentKind = '';

  /** @param {Element} root */
  constructor(root) {
    this.isStyled = hasSheets(root) || root.hasAttribute('style');
    this.#root = root;
  }

  /**
   * @param {Element} element
   * @param {boolean} isBlock  by its name
   * @returns {number} SKIP, BLOCK or 0
   */
  of(element, isBlock) {
    // Quick, but also says no to `display: contents`, to what a closed `<details>` holds, and in a scope that is hidden as a whole.
    if (isBlock) return element.checkVisibility?.({ visibilityProperty: true }) === false && this.#isHidden(getComputedStyle(element)) ? SKIP : 0;
    const { attributes, localName } = element;
    if (PLAIN.has(localName)) return 0;
    // Beside its class an attribute may say how it looks: `style`, `data-state`. Of links that is not to be feared.
    if (attributes.length > 1 || (attributes.length === 1 && !element.hasAttribute('class'))) {
      if (localName !== 'a' || element.hasAttribute('style')) return this.#ask(element);
    }
    const kind = this.#kindOf(element);
    if (this.#plain.has(kind)) return 0;
    const flags = this.#ask(element);
    if (!flags) this.#plain.add(kind);
    return flags;
  }

  /** @param {Element} element */
  #kindOf(element) {
    const parent = element.parentElement;
    if (parent !== this.#parent) {
      this.#parent = parent;
      this.#parentKind = parent ? ` ${parent.localName} ${parent.getAttribute('class') ?? ''}` : '';
    }
    return `${element.localName} ${element.getAttribute('class') ?? ''}${this.#parentKind}`;
  }

  /** @param {Element} element */
  #ask(element) {
    const style = getComputedStyle(element);
    if (this.#isHidden(style)) return SKIP;
    const { display } = style;
    // No display: it is not in the document.
    if (!display || IN_LINE.test(display)) return 0;
    const isDropCap = style.float !== 'none' && (element.textContent ?? '').trim().length <= DROP_CAP_UNITS;
    return isDropCap ? 0 : BLOCK;
  }

  /** @param {CSSStyleDeclaration} style */
  #isHidden({ display, visibility }) {
    if (display === 'none') return true;
    if (visibility === 'visible' || visibility === '') return false;
    return (this.#isRootVisible ??= getComputedStyle(this.#root).visibility === 'visible');
  }
}
