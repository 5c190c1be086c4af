/**
 * @file HTML as a tree of objects (hast, as rehype, MDX and Astro have it), read the way `reader.js` reads a page: by what the elements are called. Styles and
 * boxes do not exist yet when a site is built.
 */

import { DEPENDS, KINDS, OBJECT, OBJECT_CHARACTER } from './reader.js';
import { ASIDE, BLOCK, CLOSED, HEADING, SKIP, UNMARKABLE } from './tables.js';

/**
 * As much of a node as is needed here; also one of MDX, whose elements have a `name` and `attributes`.
 * @typedef {object} HastNode
 * @property {string} type
 * @property {string} [tagName]
 * @property {string | null} [name]
 * @property {Record<string, any>} [properties]
 * @property {HastNode[]} [children]
 * @property {string} [value]
 */

/** A text node and where it lies in the text that was read. @typedef {{node: HastNode, parent: HastNode, start: number, end: number}} Piece */

/** What an element passes on to what is in it. */
const INHERITED = HEADING | UNMARKABLE | ASIDE | CLOSED;

/** Classes of what is never marked, as `reader.js` has them. */
const UNMARKED = /^(?:notranslate|noglossary|sig|param-type|memItem.*|.*signature)$/;

/**
 * @param {string} tagName
 * @param {Record<string, any>} properties
 * @param {...(HastNode | string | undefined)} children
 * @returns {HastNode}
 */
export const h = (tagName, properties, ...children) => ({
  type: 'element',
  tagName,
  properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)),
  children: children.filter((child) => child !== undefined).map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

/**
 * @param {HastNode} root
 * @returns {{text: string, blocks: Uint32Array, pieces: Piece[]}}
 */
export function readTree(root) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {number[]} */
  const rows = [];
  let text = '';
  let isNewBlock = true;
  let rowFlags = -1;

  /** @param {HastNode} node @param {HastNode} parent @param {number} flags */
  const addText = (node, parent, flags) => {
    const { value = '' } = node;
    if (value === '' || (isNewBlock && /^[ \t\n\f\r]*$/.test(value))) return;
    if (isNewBlock) {
      if (text) text += '\n';
      rows.push(text.length, flags | BLOCK);
    } else if (flags !== rowFlags) {
      rows.push(text.length, flags);
    }
    isNewBlock = false;
    rowFlags = flags;
    pieces.push({ node, parent, start: text.length, end: text.length + value.length });
    text += value;
  };

  /** @param {HastNode} parent @param {number} flags */
  const walk = (parent, flags) => {
    for (const node of parent.children ?? []) {
      if (node.type === 'text') {
        addText(node, parent, flags);
        continue;
      }
      const kind = kindOf(node);
      if (kind & BLOCK) isNewBlock = true;
      if (kind & SKIP) {
        if (kind & OBJECT && !isNewBlock) text += OBJECT_CHARACTER;
        continue;
      }
      walk(node, flags | (kind & INHERITED));
      if (kind & BLOCK) isNewBlock = true;
    }
  };

  walk(root, kindOf(root) & INHERITED & ~ASIDE);
  if (rows.length === 0) rows.push(0, BLOCK);
  return { text, blocks: Uint32Array.from(rows), pieces };
}

/**
 * @param {HastNode} node
 * @returns {number} its flags
 */
function kindOf({ type, tagName, name, properties = {}, children = [] }) {
  if (type === 'root') return 0;
  const isOfMdx = type.startsWith('mdxJsx');
  if (type !== 'element' && !isOfMdx) {
    // HTML in one piece, an expression: something may stand there that is text. Comments and doctypes are nothing.
    return type === 'raw' || type === 'mdxTextExpression' ? SKIP | OBJECT : SKIP;
  }
  const own = (isOfMdx ? name : tagName) ?? '';
  let kind = KINDS.get(own) ?? (type === 'mdxJsxFlowElement' ? BLOCK : 0);
  if (kind & DEPENDS) {
    if (own === 'a' && (isOfMdx || properties['href'] !== undefined)) kind |= UNMARKABLE;
    if (own === 'abbr' && properties['title'] !== undefined) kind |= UNMARKABLE;
    if (own === 'details' && !properties['open']) kind |= CLOSED;
    if (own === 'dialog' && !properties['open']) kind |= SKIP;
    // What links to a note is no part of the word before it; the exponent of a number is part of it.
    if (own === 'sup' && children.some(({ tagName }) => tagName === 'a')) kind |= SKIP;
  }
  const { hidden, ariaHidden, contentEditable, translate, dataGlossator, role, className } = properties;
  if (hidden || String(ariaHidden) === 'true' || (contentEditable !== undefined && String(contentEditable) !== 'false')) kind |= SKIP;
  if (translate === 'no' || dataGlossator === 'off' || role === 'button' || [className].flat().some((name) => UNMARKED.test(String(name)))) kind |= UNMARKABLE;
  return kind;
}
