/**
 * @file Where a text stops being JSON. Browsers say it in words of their own, or not at all. Pure.
 */

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * @param {string} text  that `JSON.parse` refuses
 * @returns {{line: number, column: number}}  from 1, in code units
 */
export function placeOfError(text) {
  const at = firstError(text);
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Reads it token by token; what is open lies on a stack, since a file may be nested deeper than calls can be. @param {string} text */
function firstError(text) {
  let at = 0;
  const take = (/** @type {RegExp} */ token) => {
    token.lastIndex = at;
    const found = token.test(text);
    if (found) at = token.lastIndex;
    return found;
  };
  /** @type {string[]} the brackets that close what is open */
  const open = [];
  for (;;) {
    // A value, or the end of something empty.
    take(SPACE);
    const first = text[at];
    if (first === '{' || first === '[') {
      at += 1;
      take(SPACE);
      const end = first === '{' ? '}' : ']';
      if (text[at] !== end) {
        open.push(end);
        if (end === '}' && !takeName()) return at;
        continue;
      }
      at += 1;
    } else if (!take(STRING) && !take(SCALAR)) return at;
    // What follows a value: the end of what is open, as often as may be, or a comma.
    for (take(SPACE); open.length && text[at] === open.at(-1); take(SPACE)) {
      open.pop();
      at += 1;
    }
    if (!open.length || text[at] !== ',') return at;
    at += 1;
    if (open.at(-1) === '}' && !takeName()) return at;
  }

  function takeName() {
    take(SPACE);
    if (!take(STRING)) return false;
    take(SPACE);
    if (text[at] !== ':') return false;
    at += 1;
    return true;
  }
}
