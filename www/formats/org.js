/**
 * @file What Emacs' Org mode and AsciiDoc write otherwise than Markdown, as Markdown has it. Pure.
 */

/** @param {string} text */
export const isOrg = (text) => /^#\+[A-Za-z_]+:/m.test(text) || /^[ \t]*:PROPERTIES:[ \t]*\r?$/m.test(text) || /^[ \t]*[-+] \S.{0,100}? ::(?:\s|$)/m.test(text);

/**
 * @param {string} source
 * @returns {string}
 */
export function markdownOfOrg(source) {
  return source
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]*(?:#\+.*|# .*)(?:\n|$)/gm, '')
    // Drawers.
    .replace(/^[ \t]*:[A-Z_]+:[ \t]*\n(?:[ \t]*:[^\n]*\n)*?[ \t]*:END:[ \t]*(?:\n|$)/gm, '')
    .replace(/^(\*+) +(?:(?:TODO|DONE) )?(.*?)(?:[ \t]+:[\w@#%:]+:)?[ \t]*$/gm, (_, stars, title) => `\n${'#'.repeat(Math.min(6, stars.length))} ${title}\n`)
    .replace(/^[ \t]*[-+] (\S.{0,100}?) ::(?:[ \t]+|$)/gm, '\n$1:: ')
    .replace(/^([ \t]*\|-[-+|]*)$/gm, (rule) => rule.replaceAll('+', '|'))
    .replace(/\[\[[^[\]\n]*\]\[([^[\]\n]+)\]\]/g, '$1')
    .replace(/\[\[([^[\]\n]+)\]\]/g, '$1')
    .replace(/(^|[\s(])([/=~*_])(?=[^\s/=~*_])([^\n]{1,200}?)(?<=\S)\2(?=[\s.,;:!?)]|$)/gm, '$1$3');
}

/** @param {string} text */
export const isAsciiDoc = (text) => /^(?:= \S|\[glossary\]|\[\[[\w.-]+\]\])/m.test(text) && /\S::+(?:\s|$)/m.test(text);

/** Anchors, references, comments, attributes, and the sign that a paragraph goes on. @param {string} text */
export const markdownOfAsciiDoc = (text) =>
  text
    .replace(/^\/\/.*(?:\r?\n|$)/gm, '')
    .replace(/^\+[ \t]*(?:\r?\n|$)/gm, '')
    .replace(/^\[[\w.%#, ="-]+\][ \t]*(?:\r?\n|$)/gm, '')
    .replace(/^:[\w-]+:.*(?:\r?\n|$)/gm, '')
    .replace(/\[\[[^[\]\n]*\]\]/g, '')
    .replace(/<<[^<>,\n]*,\s*([^<>\n]*)>>/g, '$1')
    .replace(/<<([^<>\n]*)>>/g, '$1')
    .replace(/(?:link|xref):[^\s[]*\[([^\]\n]*)\]/g, '$1');
