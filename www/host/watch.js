/**
 * @file Tells when the page has changed the text that was read, and not when we have.
 */

/** ms of quiet before the text is read again: a live blog writes a paragraph in many small steps. */
const SETTLE = 200;

/** ms after the first change at the latest: what never is quiet, such as a ticker, must not put it off for ever. */
const MAX_WAIT = 1000;

/** What we put into the page ourselves besides marks. */
const OURS = 'gloss-card, gloss-sidebar';

/**
 * @param {Element} root
 * @param {() => Element | null} scopeOf  what was read last; changes elsewhere are none of ours. Where nothing was, any change may bring it.
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchText(root, scopeOf, changed, signal) {
  const view = /** @type {Window & typeof globalThis} */ (root.ownerDocument.defaultView);
  const watched = { childList: true, characterData: true, subtree: true };
  let timer = 0;
  /** When the first of the changes was noticed that are waiting. */
  let since = 0;

  /** @param {MutationRecord[]} records */
  const notice = (records) => {
    const scope = scopeOf();
    if (!records.some((record) => isForeign(record) && (!scope?.isConnected || scope.contains(record.target)))) return;
    const now = performance.now();
    since ||= now;
    view.clearTimeout(timer);
    timer = view.setTimeout(() => {
      since = 0;
      changed();
    }, Math.min(SETTLE, since + MAX_WAIT - now));
  };
  const observer = new view.MutationObserver(notice);
  const observe = () => observer.observe(root, watched);
  observe();

  /** Until the next `pause`. */
  const disarm = () => {
    observer.disconnect();
    view.clearTimeout(timer);
    since = 0;
  };
  signal.addEventListener('abort', disarm);

  return {
    disarm,
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

/** @param {MutationRecord} record */
function isForeign({ type, addedNodes, removedNodes }) {
  return type !== 'childList' || [...addedNodes, ...removedNodes].some((node) => node.nodeType !== 1 || !(/** @type {Element} */ (node).matches(OURS)));
}
