/**
 * @file Who else has a hand in the text: frameworks that write it, and other glossators that mark it.
 *
 * @typedef {import('./types.js').PageText} PageText
 * @typedef {import('./types.js').MarkSpec} MarkSpec
 */

/**
 * What frameworks leave on the elements that they write into, as properties: React, Preact, Vue, Lit, Angular, Alpine, Solid …
 * An extension's script does not see these.
 */
const PROPERTY = /^(?:__react|_react|__k$|__vue|_vnode$|__v_|__vnode$|__svelte|_\$lit|__ngContext__|_x_|_\$owner|\$\$)/;

/** … and as attributes and names, which everybody sees. */
const ATTRIBUTE = '[data-reactroot], [ng-version], [data-v-app], [data-server-rendered], [data-sveltekit-preload-data], #__next, #__nuxt, #___gatsby, astro-island';

/**
 * Does a framework own one of these text nodes? It may then write a text anew that it believes to be in one node.
 * @param {Iterable<Node>} nodes
 */
export function isOwned(nodes) {
  /** @type {Set<Node>} */
  const free = new Set();
  for (const node of nodes) {
    if (node.parentElement?.closest(ATTRIBUTE)) return true;
    for (let at = /** @type {Node | null} */ (node); at && !free.has(at); at = at.parentNode) {
      // Who keeps something at a text node writes that text; Svelte does so under a symbol.
      if (at.nodeType === 3 ? Reflect.ownKeys(at).length : Object.keys(at).some((name) => PROPERTY.test(name))) return true;
      free.add(at);
    }
  }
  return false;
}

/** @param {string} text */
const fold = (text) => text.toLowerCase().replace(/\s+/g, ' ');

/**
 * Leaves out words that another glossator has marked in the same scope, such as a reader's extension on a site that has one of its own. To be
 * asked while none of our own marks is there.
 * @param {PageText} page
 * @param {MarkSpec[]} specs
 * @param {string} tag
 * @param {string} name  of the highlight
 */
export function withoutTaken({ root, text }, specs, tag, name) {
  /** @type {Set<string>} */
  const taken = new Set();
  for (const mark of root.getElementsByTagName(tag)) taken.add(fold(mark.textContent ?? ''));
  for (const { startContainer, startOffset, endOffset } of root.ownerDocument.defaultView?.CSS?.highlights?.get(name) ?? []) {
    if (root.contains(startContainer)) taken.add(fold(/** @type {Text} */ (startContainer).data.slice(startOffset, endOffset)));
  }
  return taken.size ? specs.filter(({ start, end }) => !taken.has(fold(text.slice(start, end)))) : specs;
}
