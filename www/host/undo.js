/**
 * @file Takes `<gloss-term>` elements away again, so that the page has its own text nodes back: the same objects, with the same
 * text, in the same place; also where the page went on by itself in between. It goes by one of two readings of what it finds:
 *
 * - Everything that was put in is still as it was put in. Then what happened, happened to the page's own node, and by code that
 *   held it since before: code that moved, removed or rewrote what it took for the whole text. So the text goes where
 *   the node is now, or is dropped where the node has got a new text or is gone.
 * - Something is not. Then code walked over what is there now: wrapped, split, translated it. So what can be seen stays as it is;
 *   only the wrappers go, and neighbouring pieces of one text are joined.
 */

/**
 * What was done to one text node.
 * @typedef {object} Cut
 * @property {Text} node  the page's own, with the text before the first mark
 * @property {number} order  cuts are undone as their texts follow each other on the page, however they were made
 * @property {string} head  that text
 * @property {string} full  its text before
 * @property {ChildNode[]} added  marks and text nodes that were put after it
 * @property {string[]} texts  the text of each
 * @property {boolean} wasAfterText  was there a text node directly before it?
 * @property {import('./marker.js').Piece[]} pieces  where its marks are, and which
 * @property {Text | null} witness  an empty text node between `node` and what was added, where `normalize()` could take `node` away: it would take
 *   this one too, so that it can be told from code that removes the text. (Behind what was added, at the end of a paragraph, it would cost WebKit's `innerText` a blank line.)
 */

/** Where the text of a piece has gone: `length` code units from `base` on in `text`. @typedef {{text: Text, base: number, length: number}} Home */

/** Every element that any glossator of this realm made, and its mark; so that copies the page made of them can be told. @type {WeakMap<Node, object>} */
const ours = new WeakMap();

/** @param {Element} element @param {object} mark */
export const own = (element, mark) => void ours.set(element, mark);

/** @param {Node | null} node */
export const isOurs = (node) => ours.has(/** @type {Node} */ (node));

/** @param {unknown} thing */
export const ownerOf = (thing) => ours.get(/** @type {Node} */ (thing));

/**
 * Text nodes of the page that were empty, because their text begins with a mark, and that the page then emptied: only who watches can see it.
 * @type {WeakSet<Node>}
 */
export const emptied = new WeakSet();

/** Text nodes that a glossator of this realm has cut. What is a piece of one cut may have been cut by another glossator, which will want it back. @type {WeakSet<Node>} */
export const cutting = new WeakSet();

/** Code units of a text that nobody takes for another one that happens to end the same. */
const TELLING = 12;

/** @param {Node | null | undefined} node  @returns {node is Text} */
const isText = (node) => node?.nodeType === 3;

/**
 * @param {Cut} cut
 * @param {Map<Node, Home> | null} homes  is told where the text of each piece has gone, where anybody wants to know
 */
export function undo(cut, homes) {
  const { node, head, added, witness } = cut;
  const isNormalized = witness && !witness.parentNode;
  witness?.remove();
  cutting.delete(node);
  const isWritten = emptied.delete(node) || node.data !== head;
  if (!node.parentNode && isNormalized) return joinAsSeen(cut, homes, placeAfterNormalize(cut));
  // All taken out at once, as by emptying the element, and perhaps the node put back: it is the text.
  const isOut = added.every((piece) => !piece.parentNode);
  const isCut = (isWritten || !node.parentNode) && isCutUp(cut);
  if (isCut || (!isOut && !isIntact(cut))) return joinAsSeen(cut, homes, node.parentNode && node);
  if (isWritten) {
    if (!isRewritten(cut)) return joinAsSeen(cut, homes, node);
    for (const piece of added) piece.remove();
    return;
  }
  moveTo(node, cut, homes);
}

/**
 * `normalize()` has taken the page's node away: joined to the text before, or dropped for being empty, which it was not before.
 * @param {Cut} cut
 * @returns {Text | null} the text node that takes what follows
 */
function placeAfterNormalize({ node, added, wasAfterText }) {
  const first = added.find((piece) => piece.parentNode);
  const before = first?.previousSibling;
  if (wasAfterText && isText(before)) return before;
  first?.before(node);
  return first ? node : null;
}

/** @param {Cut} cut  has nothing happened to it? */
export function isUntouched(cut) {
  const { node, head, added, witness } = cut;
  const isWhole = node.data === head && !emptied.has(node) && !witness?.length;
  return isWhole && added[0]?.previousSibling === (witness ?? node) && (witness ?? added[0]).previousSibling === node && isIntact(cut);
}

/** @param {Cut} cut  is what was put in still there, together, and as it was? */
function isIntact({ added, texts }) {
  return Boolean(added[0]?.parentNode) && added.every((piece, i) => {
    const text = isText(piece) ? piece : piece.firstChild;
    return (
      (i === 0 || piece.previousSibling === added[i - 1]) &&
      isText(text) &&
      text.data === texts[i] &&
      (text === piece || text === piece.lastChild)
    );
  });
}

/**
 * Other code has cut up what the node was left with, to wrap a word of it, or has joined it to the text before: what stands before the marks is that text still. The node is a piece of it, or has
 * given way.
 * @param {Cut} cut
 */
function isCutUp({ head, added }) {
  let text = '';
  for (let at = added[0]?.previousSibling; at && text.length < head.length; at = at.previousSibling) {
    if (at.nodeType !== Node.COMMENT_NODE) text = at.textContent + text;
  }
  return head !== '' && (text === head || (head.length >= TELLING && text.endsWith(head)));
}

/**
 * The node has a text that is neither the one it had nor the one it was left with. Is it meant to replace the whole, as when a framework
 * updates a text it has written, or only what it was left with, as when a tool improves the quotation marks of a page?
 * Whichever of the two it resembles more; a text unlike both replaces the whole.
 * @param {Cut} cut
 */
function isRewritten({ node, head, full }) {
  const asHead = likeness(node.data, head);
  return asHead < ALIKE || likeness(node.data, full) >= asHead;
}

/** Two texts with less in common are not versions of one. */
const ALIKE = 0.5;

/**
 * @param {string} a
 * @param {string} b
 * @returns {number} 0 to 1: how much of both is a common beginning or end
 */
function likeness(a, b) {
  const least = Math.min(a.length, b.length);
  let same = 0;
  while (same < least && a[same] === b[same]) same += 1;
  let tail = 0;
  while (tail < least - same && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return (same + tail) / Math.max(a.length, b.length, 1);
}

/**
 * @param {Text} text  is given the text of all pieces
 * @param {Cut} cut
 * @param {Map<Node, Home> | null} homes
 */
function moveTo(text, cut, homes) {
  let base = text.length;
  if (homes) cut.added.forEach((piece, i) => {
    const { length } = cut.texts[i] ?? '';
    const home = { text, base, length };
    homes.set(piece, home);
    if (piece.firstChild) homes.set(piece.firstChild, home);
    base += length;
  });
  for (const piece of cut.added) piece.remove();
  // By `appendData`, not `data =`: ends of selections and ranges in the text that stays are then left where they are. Last, because what is appended to a line that is still whole costs a third more.
  text.appendData(cut.full.slice(cut.head.length));
}

/**
 * Unwraps what is still there, wherever it is now, and joins pieces that stand next to each other.
 * @param {Cut} cut
 * @param {Map<Node, Home> | null} homes
 * @param {Text | null} run  the text that takes what follows it directly
 */
function joinAsSeen({ added }, homes, run) {
  for (const piece of added) {
    if (!piece.parentNode) continue;
    const texts = isText(piece) ? [piece] : unwrap(/** @type {Element} */ (piece));
    for (const text of texts) {
      if (run && text.previousSibling === run && !cutting.has(text)) {
        const home = { text: run, base: run.length, length: text.length };
        homes?.set(text, home).set(piece, home);
        run.appendData(text.data);
        text.remove();
      } else {
        run = text;
      }
    }
  }
}

/**
 * @param {Element} element
 * @returns {Text[]} the text nodes that were directly in it
 */
function unwrap(element) {
  const children = [...element.childNodes];
  element.replaceWith(...children);
  return children.filter(isText);
}

/**
 * Copies of marks: a page clones a part of itself, or writes its own `innerHTML` back. They have lost their text nodes, so all that
 * can be done is to join the text around.
 * @param {Document} document
 * @param {string} tag
 * @param {ReadonlySet<string | null>} ids  of the entries that had marks: those of others are another library's
 */
export function unwrapCopies(document, tag, ids) {
  for (const copy of [...document.getElementsByTagName(tag)]) {
    if (isOurs(copy) || !ids.has(copy.getAttribute('entry'))) continue;
    for (const text of unwrap(copy)) {
      const { previousSibling, nextSibling } = text;
      if (isText(nextSibling)) {
        text.appendData(nextSibling.data);
        nextSibling.remove();
      }
      if (isText(previousSibling)) {
        previousSibling.appendData(text.data);
        text.remove();
      }
    }
  }
}
