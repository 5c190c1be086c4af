/**
 * @file How the Markdown of the repository becomes a page of the site: links to other files lead to their pages, headings have the ids that repository viewers give them, what
 * may be wider than the page can be scrolled by keyboard, and code is coloured here and not in the browser.
 */
import path from 'node:path';
import prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';

loadLanguages(['apacheconf', 'bash', 'json', 'jsx', 'markup-templating', 'nginx', 'php', 'typescript', 'yaml']);

/** @type {Record<string, string>} */
const LANGUAGES = { js: 'javascript', sh: 'bash', ts: 'typescript', html: 'markup', apache: 'apacheconf' };

/** @typedef {{pageOf: (file: string) => string | undefined, fileOf: (file: string) => string | undefined}} Places  the address on the site of a page's source, and of another file of the repository */

/**
 * @param {any} md  Eleventy's markdown-it
 * @param {Places} places
 */
export function amend(md, places) {
  md.set({ linkify: false, typographer: false, html: true, highlight });
  md.core.ruler.push('glossator', (/** @type {any} */ state) => {
    const { source, to } = state.env;
    /** @type {Map<string, number>} */
    const seen = new Map();
    let heading = '';
    for (const [at, token] of state.tokens.entries()) {
      if (token.type === 'heading_open') {
        heading = plain(state.tokens[at + 1]);
        token.attrSet('id', unique(slug(heading), seen));
      }
      // The corner of a table is no heading of anything.
      if (token.type === 'th_open' && plain(state.tokens[at + 1]) === '') token.tag = state.tokens[at + 2].tag = 'td';
      if (token.type === 'table_open') token.meta = { label: heading };
      if (token.type === 'inline') mend(token, source, to, places);
    }
  });
  md.renderer.rules.table_open = (/** @type {any[]} */ tokens, /** @type {number} */ at) =>
    `<div class="wide" role="group" tabindex="0" aria-label="${md.utils.escapeHtml(`Table: ${tokens[at].meta.label}`)}"><table>\n`;
  // Notes for tests and for who edits the text.
  md.renderer.rules.html_block = (/** @type {any[]} */ tokens, /** @type {number} */ at) => tokens[at].content.replace(/<!--[^]*?-->\n?/g, '');
  md.renderer.rules.table_close = () => '</table></div>\n';
}

/** @param {any} inline  a token with children */
const plain = (inline) => inline.children.map((/** @type {any} */ { type, content }) => (type === 'text' || type === 'code_inline' ? content : '')).join('');

/** As GitHub makes them. @param {string} text */
export const slug = (text) => text.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');

/**
 * What a page has, for a list beside it.
 * @param {string} text  Markdown
 * @param {number} level  of the headings
 * @returns {{id: string, name: string}[]}
 */
export function contents(text, level) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const found = [];
  for (const [, hashes = '', written = ''] of text.replace(/^```.*?^```$/gms, '').matchAll(/^(#+) (.+)$/gm)) {
    const name = written.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*\\]/g, '');
    const id = unique(slug(name), seen);
    if (hashes.length === level) found.push({ id, name });
  }
  return found;
}

/** @param {string} name @param {Map<string, number>} seen */
function unique(name, seen) {
  const count = seen.get(name) ?? 0;
  seen.set(name, count + 1);
  return count === 0 ? name : `${name}-${count}`;
}

/**
 * Links and pictures of one stretch of text. A link to a file that the site does not have is text.
 * @param {any} inline
 * @param {string} source
 * @param {string} to
 * @param {Places} places
 */
function mend(inline, source, to, { pageOf, fileOf }) {
  /** Links that were taken away, and end with the next `link_close`. */
  let dropped = 0;
  for (const token of inline.children) {
    if (token.type === 'link_close' && dropped > 0) {
      dropped -= 1;
      empty(token);
    }
    const name = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : undefined;
    const address = name && token.attrGet(name);
    if (!name || !address || /^([a-z]+:|#)/.test(address)) continue;
    const [file = '', fragment] = address.split('#');
    const wanted = path.posix.join(path.posix.dirname(source), file);
    const place = pageOf(wanted) ?? fileOf(wanted);
    if (place !== undefined) token.attrSet(name, relative(to, place) + (fragment === undefined ? '' : `#${fragment}`));
    else if (name === 'href') {
      dropped += 1;
      empty(token);
    } else throw new Error(`${source}: the picture ${address} is not on the site`);
  }
}

/** @param {any} token */
function empty(token) {
  Object.assign(token, { type: 'text', tag: '', content: '', nesting: 0 });
}

/**
 * @param {string} from  a file on the site
 * @param {string} to  another
 */
export const relative = (from, to) => path.posix.relative(path.posix.dirname(from), to) || path.posix.basename(to);

/** @param {string} code @param {string} language */
function highlight(code, language) {
  const name = LANGUAGES[language] ?? language;
  const grammar = prism.languages[name];
  const html = grammar ? prism.highlight(code, grammar, name) : code.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<pre tabindex="0" class="language-${name || 'none'}"><code>${html}</code></pre>`;
}
