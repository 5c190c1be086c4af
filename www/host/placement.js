/**
 * @file Where a card goes: pure geometry in CSS pixels, no document.
 *
 * `place` puts the card beside its anchor and never outside the viewport; `inSafeArea` says whether a pointer that left
 * the mark is on its way to the card. Both work on plain rectangles, so they run and are tested in Node.
 */

/**
 * @typedef {object} Box  a rectangle; a DOMRect is one
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 *
 * @typedef {{x: number, y: number}} Point
 * @typedef {{width: number, height: number}} Size
 * @typedef {'top' | 'bottom' | 'left' | 'right'} Side
 *
 * @typedef {object} Placement
 * @property {number} x  left edge of the card
 * @property {number} y  top edge of the card
 * @property {Side} side  the side of the anchor the card is on
 * @property {number} arrow  where the anchor's middle is along the card's near edge, from that edge's left or top end
 * @property {number} maxHeight  the card must scroll inside beyond this
 */

/** Between mark and card: near enough to read as one thing, far enough not to sit on the underline. */
export const GAP = 8;

/** Kept free between card and the viewport's edge, so that shadow and rounded corners stay visible. */
export const MARGIN = 8;

/** A card lower than this cannot be read; rather than squeeze it further (400 % zoom), let it cover its anchor. */
export const MIN_HEIGHT = 160;

/** The arrow (the origin of the card's motion) keeps off the rounded corners. */
const CORNER = 14;

/** How far beside the straight way to the card a pointer may stray: a hand does not draw straight lines. */
export const STRAY = 10;

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high  where it is below `low`, `low` wins: the start of a card that does not fit matters more
 */
const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

/**
 * Places a card beside its anchor.
 *
 * Above comes first: what the reader has read already is covered, not the lines that come next, and neither pointer nor
 * finger hides the card. In vertical text the same reason makes it the side where earlier lines are. Where there is no
 * room the opposite side follows, and where neither has any, the roomier of the two with a lower card.
 *
 * @param {object} input
 * @param {Box} input.anchor  one line box of the mark
 * @param {Size} input.card
 * @param {Box} input.viewport  the part of the page that can be seen
 * @param {'ltr' | 'rtl'} [input.dir]
 * @param {'horizontal' | 'vertical-rl' | 'vertical-lr'} [input.writing]
 * @param {Side} [input.keep]  the side the card is on: it stays there while it fits, so that nothing jumps
 * @param {number} [input.gap]
 * @param {number} [input.margin]
 * @param {number} [input.inset]  the card's padding: its text then lines up with the mark's text
 * @returns {Placement}
 */
export function place({ anchor, card, viewport, dir = 'ltr', writing = 'horizontal', keep, gap = GAP, margin = MARGIN, inset = 0 }) {
  const left = viewport.x + margin;
  const top = viewport.y + margin;
  const right = viewport.x + viewport.width - margin;
  const bottom = viewport.y + viewport.height - margin;
  const room = {
    top: anchor.y - gap - top,
    bottom: bottom - (anchor.y + anchor.height + gap),
    left: anchor.x - gap - left,
    right: right - (anchor.x + anchor.width + gap),
  };
  const side = chooseSide(room, card, writing, keep);
  const full = Math.max(0, bottom - top);
  if (side === 'top' || side === 'bottom') {
    const maxHeight = Math.min(full, Math.max(room[side], MIN_HEIGHT));
    const height = Math.min(card.height, maxHeight);
    const wantedY = side === 'top' ? anchor.y - gap - height : anchor.y + anchor.height + gap;
    const wantedX = dir === 'rtl' ? anchor.x + anchor.width + inset - card.width : anchor.x - inset;
    const x = clamp(wantedX, left, right - card.width);
    const arrow = clamp(anchor.x + anchor.width / 2 - x, CORNER, card.width - CORNER);
    return { x, y: clamp(wantedY, top, bottom - height), side, arrow, maxHeight };
  }
  const height = Math.min(card.height, full);
  const wantedX = side === 'left' ? anchor.x - gap - card.width : anchor.x + anchor.width + gap;
  const y = clamp(anchor.y - inset, top, bottom - height);
  const arrow = clamp(anchor.y + anchor.height / 2 - y, CORNER, height - CORNER);
  return { x: clamp(wantedX, left, right - card.width), y, side, arrow, maxHeight: full };
}

/**
 * @param {Record<Side, number>} room
 * @param {Size} card
 * @param {'horizontal' | 'vertical-rl' | 'vertical-lr'} writing
 * @param {Side} [keep]
 * @returns {Side}
 */
function chooseSide(room, card, writing, keep) {
  if (keep && room[keep] >= (keep === 'top' || keep === 'bottom' ? card.height : card.width)) return keep;
  /** @type {[Side, Side]} */
  const order = writing === 'vertical-rl' ? ['right', 'left'] : ['left', 'right'];
  // Beside vertical text only if the whole width fits: text can be made lower by scrolling, never narrower.
  const beside = writing !== 'horizontal' && order.find((side) => room[side] >= card.width);
  if (beside) return beside;
  if (room.top >= card.height) return 'top';
  return room.bottom >= card.height || room.bottom > room.top ? 'bottom' : 'top';
}

/**
 * Which of a mark's line boxes is nearest to the pointer; the first without one (keyboard).
 *
 * @param {readonly Box[]} boxes
 * @param {Point | null | undefined} point
 * @returns {number}  index; 0 for no boxes
 */
export function nearestBox(boxes, point) {
  let best = 0;
  let bestDistance = Infinity;
  if (point) {
    boxes.forEach((box, index) => {
      const distance = Math.hypot(
        point.x - clamp(point.x, box.x, box.x + box.width),
        point.y - clamp(point.y, box.y, box.y + box.height),
      );
      if (distance < bestDistance) {
        bestDistance = distance;
        best = index;
      }
    });
  }
  return best;
}

/**
 * Is `point` on a way from `from` to `target`? The area is the convex hull of the point that was left and the target with
 * some margin: everything that a straight, or not quite straight, movement into the target can cross.
 *
 * A point is in the hull of a point and a rectangle when it lies in the rectangle shrunk towards the point by some
 * factor t of 0 to 1; each edge limits t, and what is left of the interval decides.
 *
 * @param {Point} point
 * @param {Point} from
 * @param {Box} target
 * @param {number} [stray]
 */
export function inSafeArea(point, from, target, stray = STRAY) {
  let low = 0;
  let high = 1;
  /** @param {number} factor @param {number} limit  `factor * t <= limit` */
  const atMost = (factor, limit) => {
    if (factor > 0) high = Math.min(high, limit / factor);
    else if (factor < 0) low = Math.max(low, limit / factor);
    else if (limit < 0) high = -1;
  };
  /** @param {'x' | 'y'} axis @param {number} size */
  const between = (axis, size) => {
    const offset = point[axis] - from[axis];
    atMost(target[axis] - stray - from[axis], offset);
    atMost(-(target[axis] + size + stray - from[axis]), -offset);
  };
  between('x', target.width);
  between('y', target.height);
  return low <= high;
}
