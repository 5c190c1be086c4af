/**
 * @file Who else has a hand in the text: frameworks that write it, and other glossators that mark it.
 *
 * @typedef {import('./types.js').PageText} PageText
 * @typedef {import('./types.js').MarkSpec} MarkSpec
 */

/** The name of painted marks in the page's registry of highlights. */
export const HIGHLIGHT = 'glossator';

/**
 * What frameworks leave on the elements that they write into, as properties: Lit, Alpine, Vue, Solid, React, Svelte, Angular, Preact.
 * An extension's script does not see these.
 */
const PROPERTY = /^(?:_\$lit|_x_|_vnode$|\$\$|__(?:react|vue|vnode|svelte|ngContext|k$))/;

/** … and as attributes and names, which everybody sees. */
const ATTRIBUTE = '#__next, #__nuxt, #___gatsby, [ng-version], [data-v-app], [data-reactroot], astro-island';

/**
 * Does a framework own one of these text nodes? It may then write a text anew that it believes to be in one node.
 * @param {Iterable<Node>} nodes
 */
export function isOwned(nodes) {
  /** @type {Set<Node>} */
  const free = new Set();
  for (const node of nodes) {
    const { parentElement } = node;
    if (parentElement && !free.has(parentElement) && parentElement.closest(ATTRIBUTE)) return true;
    for (let at = /** @type {Node | null} */ (node); at && !free.has(at); at = at.parentNode) {
      // Who keeps something at a text node writes that text; Svelte does so under a symbol.
      const isText = at === node;
      if (Reflect.ownKeys(at).some((key) => isText || PROPERTY.test(String(key)))) return true;
      free.add(at);
    }
  }
  return false;
}

/** @param {string | null} text */
const fold = (text) => text?.toLowerCase();

/**
 * Leaves out words that another glossator has marked in the same scope, such as a reader's extension on a site that has one of its own.
 * @param {PageText} page
 * @param {MarkSpec[]} specs
 * @param {(mark: unknown) => boolean} isMine  is this element or range a mark of who asks?
 */
export function withoutTaken({ root, text }, specs, isMine) {
  /** @type {Set<string | undefined>} */
  const taken = new Set();
  for (const mark of root.getElementsByTagName('gloss-term')) if (!isMine(mark)) taken.add(fold(mark.textContent));
  for (const range of root.ownerDocument.defaultView?.CSS?.highlights?.get(HIGHLIGHT) ?? []) {
    const { startContainer, startOffset, endOffset } = range;
    if (!isMine(range) && root.contains(startContainer)) taken.add(fold(/** @type {Text} */ (startContainer).data.slice(startOffset, endOffset)));
  }
  return taken.size === 0 ? specs : specs.filter(({ start, end }) => !taken.has(fold(text.slice(start, end))));
}
