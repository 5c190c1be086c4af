/**
 * @file The code of what comes with the marks: card, sidebar, print, and what puts them up, with their words. It is fetched when the marks are there, because nobody needs it to see them,
 * and a page whose glossary finds nothing never needs it.
 *
 * Where a part is not wanted it is false or null, and where one cannot be fetched there is none of them, but why.
 * @typedef {object} Parts
 * @property {typeof import('./triggers.js') | false | null} [card]
 * @property {typeof import('./sidebar.js') | null} [panel]
 * @property {typeof import('./print.js') | false | null} [paper]
 * @property {typeof import('./furniture.js') | null} [furniture]
 * @property {unknown} [failure]
 */

/**
 * @param {import('./options.js').FullOptions} options
 * @param {boolean} isMarked  are there marks?
 * @param {boolean} prints  has the glossary for printing been seen to?
 * @returns {Promise<Parts>}
 */
export async function fetchParts({ tooltip, sidebar, print }, isMarked, prints) {
  try {
    const [card, panel, paper, furniture] = await Promise.all([
      tooltip && isMarked ? import('./triggers.js') : null,
      sidebar ? import('./sidebar.js') : null,
      print && !prints ? import('./print.js') : null,
      tooltip || sidebar || print ? import('./furniture.js') : null,
    ]);
    return { card, panel, paper, furniture };
  } catch (failure) {
    return { failure };
  }
}
