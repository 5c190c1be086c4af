/**
 * @file Keeps what the reader has selected while text nodes are split and joined. Browsers move a selection along only so far: what was
 * selected in text that moves into another node would be lost, and some move the other end too.
 */

/** @typedef {[node: Node, offset: number]} Point */

/**
 * @typedef {object} Moves  where things are after a change; null where nothing has happened to them
 * @property {(node: Node, offset: number) => Point | null} inside  a place in a text node, or in an element that went away
 * @property {(node: Node) => Node | null} last  the last of the nodes that a node has become
 */

/**
 * For changes in several slices. Where nothing is selected, a browser that is asked for the selection lays out what the slices before have changed: so it is asked
 * anew only when it has told of a change.
 * @param {Document} document
 */
export function selectionKeeper(document) {
  const end = new AbortController();
  let mayBe = true;
  document.addEventListener('selectionchange', () => (mayBe = true), { signal: end.signal });
  return {
    /** @returns {(moves: Moves) => void} to be called after the change */
    keep() {
      const restore = mayBe ? keepSelection(document) : null;
      mayBe = restore !== null;
      return restore ?? (() => {});
    },
    end: () => end.abort(),
  };
}

/**
 * @param {Document} document
 * @returns {((moves: Moves) => void) | null} to be called after the change; null where nothing is selected
 */
export function keepSelection(document) {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return null;
  const anchor = keep(anchorNode, selection.anchorOffset);
  const focus = keep(focusNode, selection.focusOffset);
  return (moves) => {
    const [from, start] = anchor(moves);
    const [to, end] = focus(moves);
    const isSame = selection.anchorNode === from && selection.anchorOffset === start && selection.focusNode === to && selection.focusOffset === end;
    if (!isSame && from.isConnected && to.isConnected) selection.setBaseAndExtent(from, start, to, end);
  };
}

/**
 * @param {Node} node
 * @param {number} offset
 * @returns {(moves: Moves) => Point}
 */
function keep(node, offset) {
  // Between nodes, what stays the same is the node before.
  const before = offset ? node.childNodes[offset - 1] : undefined;
  return ({ inside, last }) => inside(node, offset) ?? (before ? behind(last(before) ?? before, node) : [node, offset]);
}

/**
 * @param {Node} node
 * @param {Node} parent  what it was in
 * @returns {Point}
 */
function behind(node, parent) {
  let index = 1;
  for (let other = node.previousSibling; other; other = other.previousSibling) index += 1;
  return node.parentNode ? [node.parentNode, index] : [parent, 0];
}
