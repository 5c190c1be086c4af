/**
 * @file From a selection on a page to a new entry: the term, and the sentence that it stands in. Kept in memory only, until the form has taken it.
 *
 * @typedef {{term: string, sentence: string, language: string}} Draft
 */

import { openOwnPage } from './glossary-list.js';

const DRAFT = 'draft';

/**
 * Runs in the page, so it names nothing from outside.
 * @returns {Draft | null}
 */
function readSelection() {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  /** @type {Node | null} */
  let block = range.startContainer;
  while (block && (block.nodeType !== 1 || getComputedStyle(/** @type {Element} */ (block)).display.startsWith('inline'))) block = block.parentNode;
  const language = /** @type {HTMLElement | null} */ (block)?.closest?.('[lang]')?.getAttribute('lang') ?? '';
  const term = selection.toString().replace(/\s+/g, ' ').trim();
  if (!block) return { term, sentence: '', language };
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = block.textContent ?? '';
  let segments;
  try {
    segments = new Intl.Segmenter(language || undefined, { granularity: 'sentence' }).segment(text);
  } catch {
    segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text);
  }
  const sentence = segments.containing(before.toString().length)?.segment ?? '';
  return { term, sentence: sentence.replace(/\s+/g, ' ').trim(), language };
}

/**
 * @param {{selectionText?: string, frameId?: number}} click
 * @param {ExtensionTab | undefined} tab
 */
export async function openDraft({ selectionText = '', frameId = 0 }, tab) {
  /** @type {Draft} */
  let draft = { term: selectionText.trim(), sentence: '', language: '' };
  try {
    const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1, frameIds: [frameId] }, func: readSelection });
    draft = /** @type {Draft | null | undefined} */ (frame?.result) ?? draft;
  } catch {
    // where no script may run, the selection itself is all there is
  }
  await chrome.storage.session.set({ [DRAFT]: { term: draft.term.slice(0, 300), sentence: draft.sentence.slice(0, 2000), language: draft.language.slice(0, 35) } });
  await openOwnPage('options.html#add', tab);
}

/** @returns {Promise<Draft | undefined>} once */
export async function takeDraft() {
  const { [DRAFT]: draft } = await chrome.storage.session.get([DRAFT]);
  await chrome.storage.session.remove([DRAFT]);
  return /** @type {Draft | undefined} */ (draft);
}
