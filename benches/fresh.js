/**
 * @file A page that nobody has read yet. It is parsed anew each time: clones share their strings with the original, and a text that
 * was read once is there for the second reader at once.
 */

/**
 * @param {HTMLElement} host
 * @param {string} html
 * @returns {HTMLElement} the host, with the page in it; not laid out
 */
export function freshPage(host, html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  host.replaceChildren(template.content);
  return host;
}

/**
 * Makes the browser compute styles and layout now.
 * @param {HTMLElement} host
 */
export function layOut(host) {
  return host.getBoundingClientRect().height;
}
