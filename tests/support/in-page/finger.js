/** @file A finger for pages in browsers whose driver has none: the events that one makes, at what is under it. */

/** @param {number} x @param {number} y @returns {Element} what is there, also in shadow trees */
function under(x, y) {
  let found = document.elementFromPoint(x, y);
  for (let inner = found?.shadowRoot; inner; inner = found?.shadowRoot) {
    const next = inner.elementFromPoint(x, y);
    if (!next || next === found) break;
    found = next;
  }
  if (!found) throw new Error(`nothing is at ${x}, ${y}`);
  return found;
}

/** @param {Element} target @param {string} type @param {number} x @param {number} y */
const send = (target, type, x, y) =>
  target.dispatchEvent(new PointerEvent(type, {
    bubbles: true, composed: true, cancelable: true, pointerType: 'touch', pointerId: 7, isPrimary: true, clientX: x, clientY: y, screenX: x, screenY: y, detail: type === 'click' ? 1 : 0,
    buttons: type === 'pointerdown' || type === 'pointermove' ? 1 : 0,
  }));

/** @param {number} x @param {number} y */
export function tap(x, y) {
  const target = under(x, y);
  for (const type of ['pointerover', 'pointerdown', 'pointerup', 'click']) send(target, type, x, y);
}

/**
 * Pulls what is there up or down.
 * @param {number} x
 * @param {number} y
 * @param {number} way  CSS px, downwards
 * @param {{pause: number, moves: number}} pace  ms between two moves; 0: all at once, which no busy machine can make slow
 * @param {() => void} [beforeEnd]
 */
export async function swipe(x, y, way, { pause, moves }, beforeEnd = () => {}) {
  const target = under(x, y);
  // Only what a real finger has begun can be captured.
  Element.prototype.setPointerCapture = () => {};
  send(target, 'pointerdown', x, y);
  for (let move = 1; move <= moves; move += 1) {
    if (pause) await new Promise((next) => setTimeout(next, pause));
    send(target, 'pointermove', x, y + (way * move) / moves);
  }
  beforeEnd();
  send(target, 'pointerup', x, y + way);
}

/** From now on fingers point here, as far as the host asks: on a narrow window the card then is a sheet. */
export function makeCoarse() {
  const { matchMedia } = globalThis;
  globalThis.matchMedia = (query) => matchMedia.call(globalThis, query.replace('(pointer: coarse)', '(min-width: 0px)'));
}
