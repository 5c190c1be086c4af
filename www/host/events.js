/**
 * @file The events a page can listen to. Each is fired twice: in the page, where it bubbles (also out of shadow roots) from
 * the mark or the scope, and on the glossator, for code that holds it.
 *
 * | type | from | detail |
 * | --- | --- | --- |
 * | `gloss-enriched` | scope | the `Enrichment` |
 * | `gloss-open` | mark | `{mark, entry}` |
 * | `gloss-close` | mark | `{mark, entry}` |
 * | `gloss-error` | root | the `GlossatorError` |
 *
 * @typedef {'gloss-enriched' | 'gloss-open' | 'gloss-close' | 'gloss-error'} GlossEventType
 */

/**
 * @param {EventTarget} target
 * @param {string} type
 * @param {unknown} detail
 */
export function emit(target, type, detail) {
  target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
