/**
 * @file Tells when the page has changed its text, and not when we have.
 */

/** ms of quiet before the text is read again: a live blog writes a paragraph in many small steps. */
const SETTLE = 200;

/** What we put into the page ourselves besides marks. */
const OURS = 'gloss-card, gloss-sidebar';

/**
 * @param {Element} root
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchText(root, changed, signal) {
  const view = /** @type {Window & typeof globalThis} */ (root.ownerDocument.defaultView);
  const watched = { childList: true, characterData: true, subtree: true };
  let timer = 0;

  /** @param {MutationRecord[]} records */
  const notice = (records) => {
    if (!records.some(isForeign)) return;
    view.clearTimeout(timer);
    timer = view.setTimeout(changed, SETTLE);
  };
  const observer = new view.MutationObserver(notice);
  observer.observe(root, watched);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    view.clearTimeout(timer);
  });

  return {
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
        if (!signal.aborted) observer.observe(root, watched);
      }
    },
  };
}

/** @param {MutationRecord} record */
function isForeign({ type, addedNodes, removedNodes }) {
  return type !== 'childList' || [...addedNodes, ...removedNodes].some((node) => node.nodeType !== 1 || !(/** @type {Element} */ (node).matches(OURS)));
}
