/**
 * @file Tells when the page has changed the text that was read, and not when we have.
 *
 * A change is looked at when it is over: where the text is the same and all marks are still there, as after another tool has wrapped some words
 * (a second glossator, which would answer to our answer), nothing is told.
 *
 * @typedef {import('./types.js').Mark} Mark
 */

import { blockOf, isBlock } from './reader.js';
import { holds, parentOf } from './shadow.js';
import { whenSeen } from './slices.js';
import { emptied, isOurs } from './undo.js';

/** ms of quiet before the text is read again: a live blog writes a paragraph in many small steps. */
const SETTLE = 200;

/** ms after the first change at the latest: what never is quiet, such as a ticker, must not put it off for ever. */
const MAX_WAIT = 1000;

/** How often the page may write over marks until it is believed to own the text. */
const MAX_FIGHTS = 3;

/** What we put into the page ourselves besides marks. */
const OURS = 'gloss-card, gloss-sidebar, gloss-appendix';

/** They hide and show, and let the text be written in; the others say how, and only what became of the marks tells whether they do. */
const HIDING = ['hidden', 'aria-hidden', 'contenteditable'];

const WATCHED = { childList: true, characterData: true, characterDataOldValue: true, subtree: true, attributeFilter: [...HIDING, 'class', 'style'] };

/**
 * @param {object} context
 * @param {Element} context.root
 * @param {() => Element | null} context.scopeOf  what was read last; changes elsewhere are none of ours. Where nothing was, any change may bring it.
 * @param {() => readonly ShadowRoot[]} context.rootsOf  that were read with it
 * @param {() => readonly Mark[]} context.marksOf
 * @param {(blocks: ReadonlySet<Element> | null) => void} context.changed  in these blocks and nowhere else, or who knows where
 * @param {() => void} context.fought  comes before `changed` where the page has written over marks again and again
 * @param {AbortSignal} context.signal
 */
export function watchText({ root, scopeOf, rootsOf, marksOf, changed, fought, signal }) {
  const document = root.ownerDocument;
  const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
  let timer = 0;
  /** When the first of the changes was noticed that are waiting. */
  let since = 0;
  /** Of the changes that are waiting: are they certain to matter, and did they hit marks? */
  let isCertain = false;
  let isFight = false;
  let fights = 0;
  /** What has changed since the page was read, where that is the insides of blocks. @type {Set<Element> | null} */
  let blocks = new Set();
  /** What was read, as far as it can be seen without reading it anew. */
  /** @type {string | null | undefined} */
  let text;
  let visible = 0;
  /** The text that was found changed, and in what, while nothing else has happened: what is read then is that. @type {{text: string, scope: Element | null} | null} */
  let found = null;

  const countVisible = () => marksOf().filter(isVisible).length;
  const textNow = () => [scopeOf(), ...rootsOf()].map((node) => node?.textContent).join();
  const remember = () => {
    notice(observer.takeRecords());
    // What has come since the page was read is in the text of now, and was not read.
    isCertain ||= since > 0;
    text = found && found.scope === scopeOf() && !rootsOf().length ? found.text : textNow();
    found = null;
    visible = countVisible();
    // Roots may have come.
    if (rootsOf().length) observe();
  };

  const look = () => {
    const scope = scopeOf();
    const now = textNow();
    const isSameText = scope?.isConnected && now === text;
    // Who takes marks out and changes nothing else means to.
    const areTaken = isSameText && !marksOf().every(isThere);
    const isNew = isCertain || !isSameText || areTaken || countVisible() !== visible;
    const wasFight = isFight || areTaken;
    since = 0;
    isCertain = isFight = false;
    if (isNew && wasFight && (fights += 1) >= MAX_FIGHTS) fought();
    if (!isNew) return;
    const where = blocks;
    blocks = new Set();
    found = { text: now, scope };
    changed(where);
  };

  /** @param {MutationRecord[]} records */
  const notice = (records) => {
    const scope = scopeOf();
    const mine = records.filter((record) => isForeign(record) && (!scope?.isConnected || holds(scope, record.target)));
    if (!mine.length) return;
    found = null;
    isCertain ||= mine.some(({ attributeName }) => attributeName && HIDING.includes(attributeName));
    for (const record of mine) {
      isFight = isOverMarks(record) || isFight;
      const changed = scope && blocksOf(record, scope, rootsOf().length ? parentOf : undefined);
      blocks = changed && blocks && new Set([...blocks, ...changed]);
    }
    const now = performance.now();
    since ||= now;
    view.clearTimeout(timer);
    const wait = Math.min(SETTLE, since + MAX_WAIT - now);
    timer = view.setTimeout(() => {
      const own = timer;
      // What came meanwhile, or the end of it all, has another timer.
      whenSeen(document, signal, () => own === timer && look());
    }, wait);
  };
  const observer = new view.MutationObserver(notice);
  const observe = () => [root, ...rootsOf()].forEach((node) => observer.observe(node, WATCHED));
  remember();
  observe();

  /** Until the next `pause`. */
  const disarm = () => {
    observer.disconnect();
    view.clearTimeout(timer);
    timer = since = 0;
  };
  signal.addEventListener('abort', disarm);

  return {
    disarm,
    /** Since it last told of a change, was there none? To be asked in a pause. */
    isQuiet: () => since === 0,
    /** What is there now has been read. */
    remember,
    /**
     * @template Result
     * @param {() => Result} change
     * @returns {Result}
     */
    pause(change) {
      notice(observer.takeRecords());
      observer.disconnect();
      try {
        return change();
      } finally {
        if (!signal.aborted) observe();
      }
    },
  };
}

/** @param {Node} node  a comment, or white space */
const isNoText = ({ nodeType, nodeValue }) => nodeType === Node.COMMENT_NODE || (nodeType === Node.TEXT_NODE && !nodeValue?.trim());

/**
 * @param {MutationRecord} record
 * @param {Element} scope
 * @param {(node: Node) => Node | null} [up]
 * @returns {Element[] | null}  the blocks that are to be read anew; besides, some may have gone; nothing where that cannot be said
 */
export function blocksOf({ type, target, attributeName, addedNodes, removedNodes }, scope, up) {
  const nodes = [...addedNodes, ...removedNodes];
  if (type === 'attributes') return HIDING.includes(attributeName ?? '') && isBlock(target) && target !== scope ? [target] : null;
  // Blocks that come and go leave those around them as they are.
  if (type === 'childList' && nodes.every((node) => isBlock(node) || isNoText(node))) return [...addedNodes].filter(isBlock);
  const block = blockOf(target, scope, up);
  return block && [block];
}

/** @param {MutationRecord} record */
function isForeign({ type, target, addedNodes, removedNodes }) {
  if (type === 'attributes') return !isOurs(target) && !(/** @type {Element} */ (target).matches(OURS)) && target.textContent;
  return type !== 'childList' || [...addedNodes, ...removedNodes].some((node) => node.nodeType !== 1 || !(/** @type {Element} */ (node).matches(OURS)));
}

/**
 * Was a mark taken out, or a text written whose end we have cut off?
 * @param {MutationRecord} record
 */
function isOverMarks({ type, target, removedNodes, oldValue }) {
  if (type === 'childList') return [...removedNodes].some(isOurs);
  // Where another glossator has just put a mark at the beginning, the text was there before.
  if (type === 'characterData' && target.nodeValue === '' && oldValue === '') emptied.add(target);
  const { parentNode, previousSibling, nextSibling } = target;
  // Behind the page's text an empty node of ours may come before the mark.
  return type === 'characterData' && [parentNode, previousSibling, nextSibling, nextSibling?.nodeValue === '' ? nextSibling.nextSibling : null].some(isOurs);
}

/** @param {Mark} mark */
const isThere = (mark) => (mark.element ? mark.elements.some(({ isConnected }) => isConnected) : Boolean(mark.node?.()));

/** @param {Mark} mark */
function isVisible(mark) {
  // Not by a range: with thousands of them the page's own changes take longer until they are collected.
  const element = mark.element ?? mark.node?.()?.parentElement;
  return element?.checkVisibility?.();
}
