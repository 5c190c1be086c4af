/** @file Building nodes without markup: no `innerHTML`, so Trusted Types and a strict CSP have nothing to object to. */

/**
 * Not by `instanceof`: what is in a frame is of another realm.
 * @param {unknown} value
 * @returns {value is HTMLElement}  or another Element: what they share is all that is asked of it
 */
export const isElement = (value) => /** @type {Partial<Node> | null | undefined} */ (value)?.nodeType === 1;

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Document} document
 * @param {Tag} tag
 * @param {Record<string, string | boolean | null | undefined>} [attributes]  `true` sets an empty one; `false`, `null` and `undefined` none
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function build(document, tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value != null && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children) if (child) node.append(child);
  return node;
}

/**
 * A line icon on a grid of 16, drawn with the text's colour; decoration, so hidden from assistive technology.
 * @param {Document} document
 * @param {string} path
 * @returns {SVGSVGElement}
 */
export function icon(document, path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/**
 * A link of an entry, made absolute. Data must not run: of schemes, only http and https are let through.
 * @param {string | undefined} url
 * @param {string} base  what relative links are relative to
 * @returns {URL | null}
 */
export function safeUrl(url, base) {
  try {
    const parsed = url ? new URL(url, base) : null;
    return parsed && /^https?:$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}

/**
 * Both forms of an abbreviation with what is between them.
 * @param {import('./types.js').DefinedHere} defined
 */
export const placeOf = ({ short, long }) => ({ start: Math.min(short.start, long.start), end: Math.max(short.end, long.end) });

/**
 * The category to show: none where it only says the term again ("blockchain", Blockchain). What the article itself defines has none, and that is shown.
 * @param {import('./types.js').Entry} entry
 * @param {import('./strings.js').Strings} strings
 * @returns {string | undefined}
 */
export function categoryOf({ term, category, defined }, { card }) {
  if (defined) return card.definedHere;
  return category && category.toLowerCase() !== term.toLowerCase() ? category : undefined;
}
