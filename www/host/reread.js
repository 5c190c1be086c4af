/**
 * @file Reads anew what has changed within blocks, a paragraph or a list item, and keeps the rest of what was read. What is more than that, a block that came or went or is shown
 * or hidden, takes a new reading of all.
 *
 * @typedef {import('./types.js').PageText} PageText
 */

import { inheritedBy, readPage } from './reader.js';
import { BLOCK } from './tables.js';

/** Blocks: with more of them it is no small change. */
const MOST = 16;

/** Numbers in a row of the block table. */
const ROW = 2;

/**
 * @param {PageText} page  what was read
 * @param {ReadonlySet<Element>} blocks  in which something has changed since, and nowhere else
 * @param {import('./reader.js').ReaderOptions} options  the same as then
 * @returns {PageText | null}  nothing where all has to be read
 */
export function readBlocks(page, blocks, options) {
  const outer = [...blocks].filter((block) => ![...blocks].some((other) => other !== block && other.contains(block)));
  if (options.shadow || outer.length > MOST || !outer.every((block) => page.root.contains(block))) return null;
  // From the last one to the first: what stands before keeps its place.
  outer.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1));
  let now = page;
  for (const block of outer) {
    const next = replaceBlock(now, block, options);
    if (!next) return null;
    now = next;
  }
  // A text that was moved out of its block, or is in none of them, is nobody's.
  return now.nodes.every((node) => node.isConnected) ? now : null;
}

/**
 * @param {PageText} page
 * @param {Element} block
 * @param {import('./reader.js').ReaderOptions} options
 * @returns {PageText | null}
 */
function replaceBlock({ root, roots, text, blocks, nodes, edges }, block, options) {
  const first = searchNode(nodes, (node) => !isBefore(node, block));
  let last = searchNode(nodes, (node) => !isBefore(node, block) && !block.contains(node));
  while (last < nodes.length && !nodes[last]?.isConnected) last += 1;
  // Nothing of it was read: it was empty, or hidden.
  if (first === last) return null;
  const start = Number(edges[2 * first]);
  const rowAt = searchRow(blocks, start);
  const rowBehind = searchRow(blocks, Number(edges[2 * last - 1]));
  const behind = blocks[rowBehind * ROW];
  // What stands between two blocks belongs to no node; the end of a block may be a picture.
  const end = (behind ?? text.length + 1) - 1;
  const isWhole = blocks[rowAt * ROW] === start && behind === edges[2 * last] && isBlock(blocks, rowAt) && isBlock(blocks, rowBehind);
  if (!isWhole) return null;
  const read = readPage(block, { ...options, inherited: inheritedBy(block, root) });
  if (!read.nodes.length) return null;
  const by = read.text.length - (end - start);
  const rows = [
    ...blocks.subarray(0, rowAt * ROW),
    ...read.blocks.map((value, i) => (i % ROW ? value : value + start)),
    ...blocks.subarray(rowBehind * ROW).map((value, i) => (i % ROW ? value : value + by)),
  ];
  const places = new Uint32Array(edges.length + read.edges.length - 2 * (last - first));
  places.set(edges.subarray(0, 2 * first));
  places.set(read.edges.map((value) => value + start), 2 * first);
  places.set(edges.subarray(2 * last).map((value) => value + by), 2 * first + read.edges.length);
  return {
    root, roots,
    text: text.slice(0, start) + read.text + text.slice(end),
    blocks: Uint32Array.from(rows),
    nodes: [...nodes.slice(0, first), ...read.nodes, ...nodes.slice(last)],
    edges: places,
  };
}

/** @param {Uint32Array} blocks @param {number} row  of them, or behind them */
const isBlock = (blocks, row) => row * ROW === blocks.length || (Number(blocks[row * ROW + 1]) & BLOCK) > 0;

/** @param {Node} node @param {Element} block */
const isBefore = (node, block) => Boolean(block.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING);

/**
 * The first node for which something holds, as it then does for all behind it; of a node that is gone what holds is what does of the next one.
 * @param {readonly Text[]} nodes
 * @param {(node: Text) => boolean} holds
 * @returns {number}
 */
function searchNode(nodes, holds) {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    while (at < high && !nodes[at]?.isConnected) at += 1;
    if (at === high) high = middle;
    else if (holds(/** @type {Text} */ (nodes[at]))) high = middle;
    else low = at + 1;
  }
  return low;
}

/** @param {Uint32Array} blocks @param {number} start @returns {number}  the first row that begins there or later */
function searchRow(blocks, start) {
  let low = 0;
  let high = blocks.length / ROW;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(blocks[middle * ROW]) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
