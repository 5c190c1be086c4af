/**
 * @file Reads anew what has changed, and keeps the rest of what was read: blocks (a paragraph, a list item) in which something has changed, or that have come, or that are hidden or
 * shown. What has gone needs no reading. Where text before and behind a change may have become one block, or where only the page as a whole tells whether something is read, all of it is to
 * be read.
 *
 * @typedef {import('./types.js').PageText} PageText
 */

import { blockOf, inheritedBy, readPage } from './reader.js';
import { firstOf, holds, nextOf, parentOf } from './shadow.js';
import { BLOCK, CLOSED } from './tables.js';

/** Numbers in a row of the block table. */
const ROW = 2;

const ELEMENT_NODE = 1;

/** Nodes of the page `from`, up to but not including `to`, give way to what was read in their place. @typedef {{from: number, to: number, reads: PageText[]}} Edit */

/**
 * @param {PageText} page  what was read
 * @param {Iterable<Element>} blocks  with which something has happened since, or in them; besides, blocks may have gone, and nothing else
 * @param {import('./reader.js').ReaderOptions & {isBeside?: ((element: Element) => boolean) | undefined}} options  the same as then, and where the root was found, not named, what is not part of
 *   an article
 * @returns {PageText | null}  nothing where all has to be read
 */
export function readBlocks(page, blocks, options) {
  const { root, nodes } = page;
  const { shadow = false, leftOut = [], isBeside } = options;
  const tree = treeOf(shadow);
  const here = [...blocks].filter((block) => block !== root && holds(root, block) && !leftOut.some((element) => holds(element, block)));
  const outer = here.filter((block) => !here.some((other) => other !== block && holds(other, block))).sort((a, b) => (tree.isBefore(a, b) ? -1 : 1));
  /** Texts that are in one of them now. @type {Map<Node, Element>} */
  const inside = new Map();
  for (const block of outer) for (const text of tree.textsIn(block)) inside.set(text, block);
  /** Of these, such as had text that was read. @type {Set<Element | undefined>} */
  const known = new Set();
  const isOut = (/** @type {Text} */ node) => inside.has(node) || !holds(root, node);

  /** @type {Edit[]} */
  const edits = [];
  for (let i = 0; i < nodes.length; i += 1) {
    const node = /** @type {Text} */ (nodes[i]);
    if (!isOut(node)) continue;
    known.add(inside.get(node));
    const last = edits.at(-1);
    if (last?.to === i) last.to += 1;
    else edits.push({ from: i, to: i + 1, reads: [] });
  }
  const roots = page.roots.filter((other) => other.isConnected);
  for (const block of outer) {
    // What comes to an article may be no part of it.
    if (isBeside && !known.has(block) && [block, ...block.querySelectorAll('*')].some(isBeside)) return null;
    const inherited = inheritedBy(block, root, shadow);
    const read = readPage(block, { ...options, inherited });
    if (!read.nodes.length) continue;
    // Hidden by a style: its own, or one further out.
    if (!(inherited & CLOSED) && block.checkVisibility?.({ visibilityProperty: true }) === false) return null;
    const at = search(nodes.length, (i) => isOut(/** @type {Text} */ (nodes[i])), (i) => !tree.isBefore(/** @type {Text} */ (nodes[i]), block));
    let edit = edits.find(({ from, to }) => from <= at && at <= to);
    if (!edit) edits.push((edit = { from: at, to: at, reads: [] }));
    edit.reads.push(read);
    roots.push(...read.roots.filter((other) => !roots.includes(other)));
  }
  edits.sort((a, b) => a.from - b.from);

  for (const { from, to, reads } of edits) {
    const [before, behind] = [nodes[from - 1], nodes[to]];
    if (!isBorder(page, from) || !isBorder(page, to)) return null;
    if (before && behind && !reads.length && blockOf(before, root, tree.parentOf) === blockOf(behind, root, tree.parentOf)) return null;
  }
  return join(page, roots, edits);
}

/**
 * The order of nodes, in the tree as it is shown or in that of the document alone.
 * @param {boolean} shadow
 */
export function treeOf(shadow) {
  const up = shadow ? parentOf : (/** @type {Node} */ node) => node.parentNode;
  const [first, next] = shadow ? [firstOf, nextOf] : [(/** @type {Node} */ node) => node.firstChild, (/** @type {Node} */ node) => node.nextSibling];
  /** @param {Node} node */
  const pathTo = (node) => {
    const path = [node];
    for (let at = up(node); at; at = up(at)) path.unshift(at);
    return path;
  };
  return {
    parentOf: up,
    /** @param {Node} node @param {Element} other */
    isBefore(node, other) {
      let [a, b] = [node, /** @type {Node} */ (other)];
      if (shadow) {
        const [one, two] = [pathTo(a), pathTo(b)];
        const fork = one.findIndex((at, i) => at !== two[i]);
        // What stands next to each other is of one tree.
        [a, b] = [one[fork] ?? a, two[fork] ?? b];
      }
      return (b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
    },
    /** @param {Node} node @returns {Generator<Node, void>} */
    *textsIn(node) {
      if (node.nodeType !== ELEMENT_NODE) return void (yield node);
      for (let at = first(/** @type {Element} */ (node)); at; at = next(at)) yield* this.textsIn(at);
    },
  };
}
/**
 * @param {PageText} page
 * @param {ShadowRoot[]} roots
 * @param {Edit[]} edits  in the order of the text
 * @returns {PageText}
 */
function join({ root, text, blocks, nodes, edges }, roots, edits) {
  /** Where a node's text starts; behind the last one, where that of a further one would. @param {number} index */
  const startOf = (index) => (index < nodes.length ? Number(edges[2 * index]) : text.length + 1);
  /** @type {string[]} */
  const texts = [];
  /** @type {{nodes: Text[], edges: Uint32Array, rows: Uint32Array, by: number}[]} */
  const parts = [];
  let length = 0;
  /** @param {string} more @param {Text[]} its @param {Uint32Array} places @param {Uint32Array} rows @param {number} start  of it, in what the numbers are about */
  const add = (more, its, places, rows, start) => {
    if (!its.length) return;
    if (texts.length) length += 1;
    texts.push(more);
    parts.push({ nodes: its, edges: places, rows, by: length - start });
    length += more.length;
  };
  let at = 0;
  for (const { from, to, reads } of [...edits, { from: nodes.length, to: nodes.length, reads: [] }]) {
    const [start, end] = [startOf(at), startOf(from)];
    add(text.slice(start, end - 1), nodes.slice(at, from), edges.subarray(2 * at, 2 * from), blocks.subarray(rowAt(blocks, start), rowAt(blocks, end)), start);
    for (const read of reads) add(read.text, read.nodes, read.edges, read.blocks, 0);
    at = to;
  }
  /** @param {Uint32Array[]} tables  of each part @param {number} step  from a number that is a place in the text to the next one */
  const concat = (tables, step) => {
    const all = new Uint32Array(tables.reduce((sum, table) => sum + table.length, 0));
    let next = 0;
    for (const [part, table] of tables.entries()) {
      const by = parts[part]?.by ?? 0;
      all.set(table, next);
      const end = next + table.length;
      if (by) for (let i = next; i < end; i += step) all[i] = Number(all[i]) + by;
      next = end;
    }
    return all;
  };
  const rows = concat(parts.map((part) => part.rows), ROW);
  return {
    root, roots,
    text: texts.join('\n'),
    blocks: rows.length ? rows : Uint32Array.of(0, BLOCK),
    nodes: parts.flatMap((part) => part.nodes),
    edges: concat(parts.map((part) => part.edges), 1),
  };
}

/** @param {PageText} page @param {number} index  of a node, or behind the last one @returns {boolean}  does a block begin there? */
function isBorder({ blocks, nodes, edges }, index) {
  if (index === nodes.length) return true;
  const start = Number(edges[2 * index]);
  const row = rowAt(blocks, start);
  return blocks[row] === start && (Number(blocks[row + 1]) & BLOCK) > 0;
}

/** @param {Uint32Array} blocks @param {number} start @returns {number}  where the first row is that begins there or later */
const rowAt = (blocks, start) => ROW * search(blocks.length / ROW, () => false, (row) => Number(blocks[row * ROW]) >= start);

/**
 * The first number for which something holds, as it then does for all behind it.
 * @param {number} count  of numbers
 * @param {(i: number) => boolean} isNone  for which it cannot be said: it is what it is for the next one
 * @param {(i: number) => boolean} holds
 * @returns {number}
 */
function search(count, isNone, holds) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    while (at < high && isNone(at)) at += 1;
    if (at === high || holds(at)) high = middle;
    else low = at + 1;
  }
  return low;
}
