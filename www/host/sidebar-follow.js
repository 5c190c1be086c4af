/**
 * @file Which part of the article's text is on screen, from the marks: works for elements and for highlights alike.
 *
 * Each mark ties an offset to a height on the page. Between two marks the text is taken to run evenly, so no other node is
 * ever measured: two binary searches over the marks, a handful of rectangles a frame however long the page is.
 *
 * @typedef {import('./types.js').Mark} Mark
 */

/**
 * @param {Element} scope
 * @param {Mark[]} marks  in text order
 * @param {number} length  of the text
 * @returns {[number, number]} offsets of the first and the last text on screen; equal where none of it is
 */
export function visibleSpan(scope, marks, length) {
  const { top, bottom } = scope.getBoundingClientRect();
  const height = scope.ownerDocument.documentElement.clientHeight;

  /** @param {number} y  in client coordinates @returns {number} offset */
  function offsetAt(y) {
    let before = { y: top, offset: 0 };
    let after = { y: bottom, offset: length };
    if (y <= before.y) return 0;
    if (y >= after.y) return length;
    for (let low = 0, high = marks.length; low < high; ) {
      const middle = (low + high) >> 1;
      // A mark whose text is gone or hidden has no rectangle: the next one that has stands in.
      let at = middle;
      let box = marks[at]?.rects()[0];
      while (!box && ++at < high) box = marks[at]?.rects()[0];
      const mark = marks[at];
      if (!box || !mark) high = middle;
      else if (box.top <= y) [low, before] = [at + 1, { y: box.top, offset: mark.start }];
      else [high, after] = [middle, { y: box.top, offset: mark.start }];
    }
    const share = (y - before.y) / (after.y - before.y || 1);
    return before.offset + share * (after.offset - before.offset);
  }

  return [offsetAt(0), offsetAt(height)];
}
