/**
 * @file Random documents, for properties that hold for all: each is built twice, one is marked, both are changed in the same way as code does that
 * holds nodes from before, the marks are taken away, and both must be the same.
 */

const WORDS = ['blockchain', 'Metaverse', 'CSRC', 'VR', 'cloud', 'computing', 'the', 'of', 'a', 'and', ',', '.', 'block', 'chain', 'Meta', 'verse', '\u00ad', '\ud835', ' ', '\n', '\u00a0', '&', '<b>'];
const INLINE = ['b', 'i', 'em', 'span', 'a', 'sup', 'code', 'wbr', 'u', 'dfn', 'q'];
const BLOCKS = ['p', 'div', 'section', 'blockquote', 'ul', 'table', 'pre', 'details', 'h2', 'figure'];

/** Mulberry32: the same numbers for the same seed. @param {number} seed */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ n) => Math.floor(next() * n);
  return { below, chance: (/** @type {number} */ p) => next() < p, pick: (/** @type {readonly any[]} */ list) => list[below(list.length)] };
}

/** @typedef {ReturnType<typeof randomOf>} Random */

/** @param {Random} random */
function text(random) {
  let data = '';
  for (let n = random.below(7); n > 0; n -= 1) data += random.pick(WORDS) + (random.chance(0.7) ? ' ' : '');
  return data;
}

/** HTML has no such nodes, but scripts bring them from XML. @param {string} data */
function cdata(data) {
  const xml = document.implementation.createDocument(null, 'x');
  return document.adoptNode(xml.createCDATASection(data));
}

/**
 * @param {Element} parent
 * @param {Random} random
 * @param {number} depth
 */
function fillInline(parent, random, depth) {
  for (let n = 1 + random.below(5); n > 0; n -= 1) {
    const kind = random.below(13);
    if (kind === 12) parent.append(cdata(text(random)));
    else if (kind < 7) parent.append(document.createTextNode(text(random)));
    else if (kind === 7) parent.append(document.createComment('blockchain'));
    else if (kind === 8) parent.append(document.createElement('br'));
    else if (depth > 0) {
      const element = document.createElement(random.pick(INLINE));
      if (element.localName === 'a') element.setAttribute('href', '#x');
      parent.append(element);
      fillInline(element, random, depth - 1);
    }
  }
}

/**
 * @param {Element} parent
 * @param {Random} random
 * @param {number} depth
 */
function fillBlocks(parent, random, depth) {
  for (let n = 1 + random.below(4); n > 0; n -= 1) {
    const name = random.pick(BLOCKS);
    const element = document.createElement(name);
    parent.append(element);
    if (name === 'ul') {
      for (let i = random.below(3); i >= 0; i -= 1) fillInline(element.appendChild(document.createElement('li')), random, 1);
    } else if (name === 'table') {
      const row = element.appendChild(document.createElement('tbody')).appendChild(document.createElement('tr'));
      for (let i = random.below(3); i >= 0; i -= 1) fillInline(row.appendChild(document.createElement('td')), random, 1);
    } else if (depth > 0 && (name === 'div' || name === 'section')) {
      if (random.chance(0.3)) fillInline(element.attachShadow({ mode: 'open' }).appendChild(document.createElement('p')), random, 1);
      fillBlocks(element, random, depth - 1);
    } else fillInline(element, random, 2);
    if (random.chance(0.2)) parent.append(document.createTextNode(text(random)));
  }
}

/** @param {number} seed */
export function make(seed) {
  const random = randomOf(seed);
  const root = document.createElement('main');
  fillBlocks(root, random, 2);
  return root;
}

/** @param {Node} root @returns {Node[]} what it holds, shadow trees too */
export function nodesOf(root) {
  const found = [];
  for (const child of root.childNodes) {
    found.push(child, ...nodesOf(child));
    if (child instanceof Element && child.shadowRoot) found.push(...nodesOf(child.shadowRoot));
  }
  return found;
}

/** @param {Element} root */
export const markup = (root) => [root.outerHTML, ...nodesOf(root).flatMap((node) => (node instanceof Element && node.shadowRoot?.innerHTML) || [])].join('|');

/** @param {Element} root  every node with what it holds: empty and adjacent text nodes too */
const structure = (root) => nodesOf(root).map((node) => [node.nodeName, node.nodeValue]);

/** What code does that holds nodes of the page. @type {((node: any, random: Random, root: Element, other: any) => void)[]} */
export const DEEDS = [
  (node) => node.remove(),
  (node, random) => node.before(document.createTextNode(`new ${text(random)}`)),
  (node, random) => node.after(Object.assign(document.createElement('i'), { textContent: text(random) })),
  (node) => node.nodeType === 3 && (node.data = 'Another text altogether.'),
  (node, random) => node.nodeType === 1 && node.append(document.createElement('hr'), text(random)),
  (node, random) => node.nodeType === 1 && node.prepend(text(random)),
  (node) => node.nodeType === 1 && (node.textContent = 'Rewritten: blockchain.'),
  (node) => node.nodeType === 1 && node.setAttribute('class', 'x'),
  (node) => node.nodeType === 1 && node.replaceChildren(),
  (node, _random, root) => root.append(node),
  (node, _random, _root, other) => node.nodeType === 1 && other.nodeType === 1 && !node.contains(other) && other.append(node),
  (node) => node.nodeType === 1 && node.replaceWith(...node.childNodes),
];

/** Takes text nodes away, also such as other code holds: what that code then does to them cannot be seen. @type {typeof DEEDS[number]} */
const NORMALIZE = (node) => node.normalize();

/** Where a text began with a mark, its node is empty anyway: only who watches sees that it was emptied. @type {typeof DEEDS[number]} */
const EMPTY = (node) => node.nodeType === 3 && (node.data = '');

/**
 * @param {any} glossary
 * @param {number} seed
 * @param {'elements' | 'highlights'} rendering
 * @param {number} deeds  how many things the page does while it is marked
 * @returns {Promise<{marks: number, error?: string}>}
 */
export async function check(glossary, seed, rendering, deeds) {
  const { createGlossator } = await import('/host/index.js');
  const [root, twin] = [make(seed), make(seed)];
  document.body.replaceChildren(root);
  const [nodes, others] = [nodesOf(root), nodesOf(twin)];
  const before = { text: root.textContent, html: markup(root) };
  const glossator = await createGlossator({ glossary, root, scope: 'all', occurrences: 'all', rendering, sidebar: false, tooltip: false });
  const { marks } = await glossator.enrich();
  const watches = seed % 2 === 0;
  if (watches) glossator.watch();
  const possible = [...DEEDS, ...(deeds === 1 ? [NORMALIZE] : []), ...(watches ? [EMPTY] : [])];
  const say = (/** @type {string} */ what, /** @type {unknown} */ a, /** @type {unknown} */ b) => ({ marks: marks.length, error: `seed ${seed}, ${rendering}, ${deeds} deeds: ${what}: ${JSON.stringify(a)} instead of ${JSON.stringify(b)}` });
  if (root.textContent !== before.text) return say('marked', root.textContent, before.text);
  if (rendering === 'highlights' && markup(root) !== before.html) return say('marked', markup(root), before.html);
  for (const [i, list] of [nodes, others].entries()) {
    const random = randomOf(seed * 31 + 7);
    for (let n = 0; n < deeds; n += 1) {
      const node = random.pick(list);
      const other = random.pick(list);
      const deed = random.pick(possible);
      try {
        deed(node, random, i ? twin : root, other);
      } catch {
        // The same for both, or the comparison tells.
      }
    }
  }
  if (seed % 3 === 0) {
    // Marks that are right stay: the outcome is what it would be without them.
    const again = await glossator.enrich();
    if (root.textContent !== twin.textContent) return say('marked again', root.textContent, twin.textContent);
    document.body.append(twin);
    const second = await createGlossator({ glossary, root: twin, scope: 'all', occurrences: 'all', rendering, sidebar: false, tooltip: false });
    const fresh = await second.enrich();
    const [found, expected] = [again, fresh].map(({ marks }) => marks.map((/** @type {any} */ mark) => [mark.start, mark.id, mark.range()?.toString(), mark.elements.map((/** @type {Element} */ element) => element.outerHTML)]));
    second.destroy();
    twin.remove();
    if (JSON.stringify(found) !== JSON.stringify(expected)) return say('marked again', found, expected);
  }
  glossator.destroy();
  if (markup(root) !== markup(twin)) return say('given back', markup(root), markup(twin));
  if (!deeds && JSON.stringify(structure(root)) !== JSON.stringify(structure(twin))) return say('given back', structure(root), structure(twin));
  if (!deeds && nodesOf(root).some((node, i) => node !== nodes[i])) return say('given back', 'another node', 'the same');
  return { marks: marks.length };
}
