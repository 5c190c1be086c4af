/**
 * @file The edge of the sidebar by which it is made wider or narrower: a separator with a value, for the pointer and for the keyboard.
 */

import { build } from './dom.js';

/** CSS px by one press of an arrow key. */
const STEP = 16;

/**
 * @param {Document} document
 * @param {object} about
 * @param {string} about.label
 * @param {() => {width: number, least: number, most: number, growsRight: boolean}} about.range  CSS px; `growsRight`: the edge is the right one
 * @param {(width: number, isDone: boolean) => void} about.resize
 * @param {AbortSignal} signal
 * @returns {{element: HTMLElement, update: () => void}}
 */
export function createEdge(document, { label, range, resize }, signal) {
  const element = build(document, 'div', {
    class: 'edge', part: 'edge', role: 'separator', tabindex: '0', 'aria-orientation': 'vertical', 'aria-label': label, 'aria-controls': 'panel',
  });

  function update() {
    const { width, least, most, growsRight } = range();
    for (const [name, value] of /** @type {const} */ ([['valuemin', least], ['valuemax', most], ['valuenow', width]])) {
      element.setAttribute(`aria-${name}`, String(Math.round(value)));
    }
    element.toggleAttribute('right', growsRight);
  }

  /** @param {number} width @param {boolean} isDone */
  function set(width, isDone) {
    const { least, most } = range();
    resize(Math.min(Math.max(width, least), most), isDone);
    update();
  }

  element.addEventListener('keydown', (event) => {
    const { width, least, most, growsRight } = range();
    const by = growsRight ? STEP : -STEP;
    const next = new Map([['ArrowRight', width + by], ['ArrowLeft', width - by], ['Home', least], ['End', most]]).get(event.key);
    if (next === undefined) return;
    event.preventDefault();
    set(next, true);
  }, { signal });

  /** @type {{x: number, width: number} | null} */
  let grip = null;
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    // No text is selected meanwhile.
    event.preventDefault();
    grip = { x: event.clientX, width: range().width };
    element.setPointerCapture(event.pointerId);
  }, { signal });
  element.addEventListener('pointermove', ({ clientX }) => {
    if (grip) set(grip.width + (range().growsRight ? clientX - grip.x : grip.x - clientX), false);
  }, { signal });
  for (const end of ['pointerup', 'pointercancel']) {
    element.addEventListener(end, () => {
      if (grip) set(range().width, true);
      grip = null;
    }, { signal });
  }
  return { element, update };
}
