/**
 * @file The references that ours is measured beside: Schwartz and Hearst's algorithm (2003) as they describe it, and the rule by which a word is an acronym.
 */

/** @typedef {{start: number, end: number}} Span */

/** @param {string} text */
const isShort = (text) => text.length >= 2 && text.length <= 10 && text.split(/\s+/).length <= 2 && /\p{L}/u.test(text) && /^[\p{L}\p{N}]/u.test(text);

/**
 * From the right, each letter of the short form at the first place that has it; the first at the start of a word.
 * @param {string} short
 * @param {string} long
 * @returns {number | undefined}  where the long form begins
 */
function beginOf(short, long) {
  let at = long.length - 1;
  for (let letter = short.length - 1; letter >= 0; letter -= 1) {
    const wanted = (short[letter] ?? '').toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(wanted)) continue;
    while ((at >= 0 && long[at]?.toLowerCase() !== wanted) || (letter === 0 && at > 0 && /[\p{L}\p{N}]/u.test(long[at - 1] ?? ''))) at -= 1;
    if (at < 0) return undefined;
    at -= 1;
  }
  return long.lastIndexOf(' ', at + 1) + 1;
}

/**
 * @param {string} text
 * @returns {{short: Span, long: Span}[]}
 */
export function schwartzHearst(text) {
  const found = [];
  for (const bracket of text.matchAll(/\(([^()]*)\)/g)) {
    const inner = bracket[1] ?? '';
    const first = (inner.split(/[,;]/)[0] ?? '').trim();
    const from = Math.max(text.lastIndexOf('. ', bracket.index) + 2, text.lastIndexOf('\n', bracket.index) + 1, 0);
    const before = text.slice(from < 2 ? 0 : from, bracket.index).trimEnd();
    const start = from < 2 ? 0 : from;
    const words = [...before.matchAll(/\S+/g)];
    const innerStart = bracket.index + 1 + (inner.length - inner.trimStart().length);
    let [short, long] = [first, ''];
    let [shortStart, longStart] = [innerStart, 0];
    if (isShort(first)) {
      const most = Math.min(first.length + 5, first.length * 2);
      const word = words.at(-most) ?? words[0];
      longStart = start + (word?.index ?? 0);
      long = before.slice(word?.index ?? 0);
    } else {
      const word = words.at(-1);
      short = word?.[0] ?? '';
      shortStart = start + (word?.index ?? 0);
      [long, longStart] = [inner.trim(), innerStart];
    }
    const begin = isShort(short) ? beginOf(short, long) : undefined;
    if (begin === undefined) continue;
    const form = long.slice(begin);
    if (form.length <= short.length || form.split(/\s+/).length > Math.min(short.length + 5, short.length * 2)) continue;
    found.push({
      short: { start: shortStart, end: shortStart + short.length },
      long: { start: longStart + begin, end: longStart + long.length },
    });
  }
  return found;
}

/**
 * Words of two to ten characters, of which more than half are capitals.
 * @param {string} text
 * @returns {Span[]}
 */
export function capitalWords(text) {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)].flatMap(({ 0: word, index }) => {
    const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
    return word.length >= 2 && word.length <= 10 && capitals > 0.6 * word.length ? [{ start: index, end: index + word.length }] : [];
  });
}
