/**
 * @file Is the page around an element light or dark? Looks at what the reader sees: the backgrounds up the ancestor
 * chain, not the system's preference, which says nothing about a page that knows one look only.
 */

/** Channels of rgb() run to 255, L of lab() and lch() to 100, everything else that browsers compute to 1. */
const SCALES = /** @type {Record<string, number>} */ ({ rgb: 255, rgba: 255, lab: 100, lch: 100 });

/** Less than this of what lies behind still shines through: it no longer decides anything. */
const OPAQUE_ENOUGH = 0.05;

/**
 * Lightness (0 to 1, as perceived, roughly) and opacity of a computed CSS colour.
 *
 * @param {string} color  what getComputedStyle gives: rgb(), rgba(), lab(), oklch(), color(srgb …) …
 * @returns {{light: number, alpha: number}}
 */
export function lightness(color) {
  const [, name = '', body = ''] = /^([a-z]+)\((.*)\)/.exec(color) ?? [];
  if (!name) return { light: 0, alpha: 0 };
  const [channels = '', slashed] = body.replace(/^[a-z][\w-]* /, '').split('/');
  const numbers = channels.split(/[\s,]+/).filter(Boolean).map((part) => parseFloat(part) || 0);
  const [first = 0, second = 0, third = 0, fourth] = numbers;
  const alpha = slashed === undefined ? (fourth ?? 1) : parseFloat(slashed) || 0;
  const isLightFirst = /^(ok)?l(ab|ch)$/.test(name);
  const light = isLightFirst ? first : 0.2126 * first + 0.7152 * second + 0.0722 * third;
  return { light: light / (SCALES[name] ?? 1), alpha };
}

/**
 * @param {Element} element
 * @returns {Element | null}  the parent in the flat tree, through slots and shadow roots
 */
function flatParent(element) {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? /** @type {Partial<ShadowRoot>} */ (root).host ?? null;
}

/**
 * The theme of the page at an element.
 *
 * Where no background colour decides (none is set, or an image is in front of it), the text's own colour does: text is
 * light where what lies behind it is dark. This covers the browser's own dark canvas (`color-scheme`) as well.
 *
 * @param {Element} element
 * @returns {'light' | 'dark'}
 */
export function pageTheme(element) {
  let light = 0;
  let through = 1;
  for (let at = /** @type {Element | null} */ (element); at && through > OPAQUE_ENOUGH; at = flatParent(at)) {
    const style = getComputedStyle(at);
    const color = lightness(style.backgroundColor);
    light += through * color.alpha * color.light;
    through *= 1 - color.alpha;
    if (style.backgroundImage !== 'none') break;
  }
  if (through > OPAQUE_ENOUGH) light += lightness(getComputedStyle(element).color).light > 0.5 ? 0 : through;
  return light < 0.5 ? 'dark' : 'light';
}
