/**
 * @file Who comes before the card does. The marks are on the page a moment before the code of their card is there: whoever moves onto one,
 * taps it, or presses a key on it meanwhile has not come in vain.
 *
 * @typedef {import('./types.js').Renderer} Renderer
 * @typedef {import('./triggers.js').Early} Early
 */

/**
 * @param {Element} scope
 * @param {Renderer} renderer
 * @param {AbortSignal} signal
 * @returns {() => Early | null}  stops watching, and says on which mark the reader was last
 */
export function watchEarly(scope, renderer, signal) {
  /** @type {Early | null} */
  let early = null;
  const waiting = new AbortController();
  for (const type of /** @type {const} */ (['pointermove', 'click'])) {
    /** @param {Event} event */
    const note = (event) => {
      const mark = renderer.markFrom(event);
      const { clientX: x, clientY: y } = /** @type {MouseEvent} */ (event);
      early = mark && { mark, type, point: { x, y } };
    };
    scope.addEventListener(type, note, { passive: true, signal: waiting.signal });
  }
  scope.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = /** @type {KeyboardEvent} */ (event);
    if ((key !== 'Enter' && key !== ' ') || ctrlKey || metaKey || altKey) return;
    const mark = renderer.markFrom(event);
    if (!mark?.element) return;
    // The space bar would scroll the page.
    event.preventDefault();
    early = { mark, type: 'keydown', point: null };
  }, { signal: waiting.signal });
  signal.addEventListener('abort', () => waiting.abort(), { once: true, signal: waiting.signal });
  return () => {
    waiting.abort();
    return early;
  };
}
