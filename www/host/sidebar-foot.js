/**
 * @file The foot of the sidebar: the terms to take away, and those that the reader has hidden.
 *
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./sidebar.js').SidebarContext} SidebarContext
 */

import { build, icon } from './dom.js';
import { toAnki, toCsv, toMarkdown } from './sidebar-export.js';
import { printTerms } from './sidebar-print.js';

/** Milliseconds that "Copied" stands: long enough to be read after a look to the button, short enough to copy again. */
const COPIED_FOR = 2000;

const COPY = 'M6 5.5h7v8H6zM3.5 10.5V2.5h7';
const CARDS = 'M5.5 5.5h8v8h-8zM3 11V2.5h8';
const PRINT = 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z';
const DOWNLOAD = 'M8 2.5v7.5M4.5 7L8 10.5 11.5 7M3 13.5h10';

/**
 * @param {SidebarContext} context
 * @param {() => Enrichment | null} current
 * @returns {{element: HTMLElement, update: (hidden: number) => void}}
 */
export function createFoot({ document, strings, signal, showHidden }, current) {
  const { copy, copied, download, cards, print, hidden, showAgain } = strings.sidebar;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let address = '';

  /** @param {string} label @param {string} path @param {(found: Enrichment) => void} act */
  const action = (label, path, act) => {
    const words = build(document, 'span', {}, label);
    const button = build(document, 'button', { type: 'button' }, icon(document, path), words);
    button.addEventListener('click', () => {
      const found = current();
      if (found) act(found);
    }, { signal });
    return { button, words };
  };

  /** @param {string} name @param {string} type @param {string} content */
  function save(name, type, content) {
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([content], { type }));
    build(document, 'a', { href: address, download: name }).click();
  }

  const markdown = action(copy, COPY, async (found) => {
    const content = toMarkdown(found, document.baseURI);
    try {
      await navigator.clipboard.writeText(content);
      markdown.words.textContent = copied;
      clearTimeout(timer);
      timer = setTimeout(() => (markdown.words.textContent = copy), COPIED_FOR);
    } catch {
      // No clipboard on a page without https, or in a frame that is not allowed to: the same text as a file.
      save('terms.md', 'text/markdown', content);
    }
  });
  markdown.words.className = 'live';
  const csv = action(download, DOWNLOAD, (found) => save('terms.csv', 'text/csv;charset=utf-8', toCsv(found, document.baseURI)));
  const anki = action(cards, CARDS, (found) => save('terms.txt', 'text/plain;charset=utf-8', toAnki(found, document.baseURI)));
  const paper = action(print, PRINT, (found) => void printTerms(document, strings, found, signal));

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    URL.revokeObjectURL(address);
  });
  const count = build(document, 'span');
  const again = build(document, 'button', { type: 'button' }, showAgain);
  again.addEventListener('click', showHidden, { signal });
  const known = build(document, 'p', { class: 'known', hidden: true }, count, again);
  return {
    element: build(document, 'div', { class: 'foot', part: 'foot' }, markdown.button, csv.button, anki.button, paper.button, known),
    update(n) {
      known.hidden = n === 0;
      count.textContent = strings.fill(hidden, { n });
    },
  };
}
