/**
 * @file What stands above the terms: the article's title, how long it takes to read, and its key sentences, each the way to its place.
 *
 * @typedef {import('./types.js').SummarySentence} SummarySentence
 * @typedef {import('./sidebar.js').SidebarContext} SidebarContext
 */

import { build, icon } from './dom.js';
import { ARROW } from './sidebar-strip.js';

/**
 * Words an adult reads silently in a minute, English non-fiction: the mean of 190 studies in Brysbaert, "How many
 * words do we read per minute?", Journal of Memory and Language 109 (2019).
 */
const WORDS_PER_MINUTE = 238;

/**
 * @param {SidebarContext} context
 * @returns {{element: HTMLElement, title: HTMLElement, list: HTMLElement, update: (title: string, words: number, summary: SummarySentence[]) => void}}
 */
export function createSummary({ document, strings, signal, goTo }) {
  const { fill, sidebar: text } = strings;
  const title = build(document, 'h2', { class: 'title', part: 'title', dir: 'auto', tabindex: '-1' });
  const time = build(document, 'span', { class: 'tally' });
  const list = build(document, 'ol', { class: 'sentences' });
  const element = build(document, 'section', { class: 'short', part: 'summary' },
    build(document, 'div', { class: 'label-line' }, build(document, 'h3', {}, text.summary), time), list);

  /** @type {SummarySentence[]} */
  let sentences = [];
  list.addEventListener('click', (event) => {
    const item = /** @type {Element} */ (event.target).closest('li');
    const sentence = item && sentences[Array.prototype.indexOf.call(list.children, item)];
    if (sentence) goTo(sentence);
  }, { signal });

  return {
    element,
    title,
    list,
    update(name, words, summary) {
      sentences = summary;
      title.textContent = name;
      title.hidden = !name;
      const minutes = Math.max(1, Math.round(words / WORDS_PER_MINUTE));
      time.textContent = fill(text.readingTime, { n: minutes });
      list.replaceChildren(...summary.map((sentence) => build(document, 'li', {},
        build(document, 'button', { type: 'button', class: 'sentence', dir: 'auto' }, sentence.text.replace(/\s+/g, ' ').trim(), ' ', icon(document, ARROW)))));
      element.hidden = summary.length === 0;
    },
  };
}
