/**
 * @file From one place of a term to the next, in the card. Most places have no mark, because only first occurrences get one by default; the card can stand at
 * them all the same.
 *
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 */

/**
 * @param {object} context
 * @param {() => Mark[]} context.marks
 * @param {(mark: Mark) => FoundTerm | undefined} context.found
 * @param {(start: number, end: number) => Range | null} [context.rangeOf]  of a stretch of the page text; without it there are only marks to go to
 * @returns {(from: Mark, direction: 1 | -1) => Mark | null}  the nearest place of the same entry that can be seen
 */
export function createSteps({ marks, found, rangeOf = () => null }) {
  /** @param {Mark} like @param {{start: number, end: number}} place @returns {Mark} */
  const placeAt = ({ entry, id }, { start, end }) => ({
    start, end, entry, id, first: false, element: null, elements: [],
    range: () => rangeOf(start, end),
    rects: () => [...(rangeOf(start, end)?.getClientRects() ?? [])].filter(({ width, height }) => width > 0 && height > 0),
  });

  return (from, direction) => {
    const { places = [] } = found(from) ?? {};
    const here = places.findIndex(({ start }) => start === from.start);
    if (here < 0) return null;
    for (let at = here + direction; places[at]; at += direction) {
      const place = /** @type {FoundTerm['places'][number]} */ (places[at]);
      const mark = marks().find(({ start, entry }) => start === place.start && entry === from.entry) ?? placeAt(from, place);
      if (mark.rects().length) return mark;
    }
    return null;
  };
}
