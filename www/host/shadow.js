/**
 * @file The tree as it is shown: an element with an open shadow root holds what is in there, and a slot what is assigned to it. Closed roots are as if they were not there.
 */

/** @param {Element} element @returns {Node | null} */
export function firstOf(element) {
  const assigned = element.localName === 'slot' ? /** @type {HTMLSlotElement} */ (element).assignedNodes?.()[0] : null;
  return assigned ?? (element.shadowRoot ?? element).firstChild;
}

/** @param {Node} node @returns {Node | null} */
export function nextOf(node) {
  const slot = slotOf(node);
  let next = node.nextSibling;
  // Of the children of a host, only those in the same slot stand behind one another.
  while (slot && next && slotOf(next) !== slot) next = next.nextSibling;
  return next;
}

/** @param {Node} node @returns {Node | null} */
export function parentOf(node) {
  const { parentNode } = node;
  return slotOf(node) ?? hostOf(parentNode) ?? parentNode;
}

const DOCUMENT_FRAGMENT_NODE = 11;

/** By its kind of node: a link has a `host` too, the name of a server. @param {Node | null} node @returns {Element | undefined} */
const hostOf = (node) => (node?.nodeType === DOCUMENT_FRAGMENT_NODE ? /** @type {Partial<ShadowRoot>} */ (node).host : undefined);

/** @param {Node} node @returns {HTMLSlotElement | null | undefined} */
const slotOf = (node) => /** @type {Partial<Slottable>} */ (node).assignedSlot;

/**
 * @param {Node} outer
 * @param {Node} node
 * @returns {boolean}  is it inside, in whatever shadow roots?
 */
export function holds(outer, node) {
  for (let at = /** @type {Node | undefined} */ (node); at; at = hostOf(at.getRootNode())) if (outer.contains(at)) return true;
  return false;
}
