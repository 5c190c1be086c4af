/**
 * @file Frames of the same origin, by the option `frames`: each is read, marked, watched and undone by a glossator of its own, with the same engine and options.
 *
 * A frame has a document, a selection, a registry of highlights and a top layer of its own, and its events stay in it: so its marks have their card in it too. What it
 * shows of the article is read as a whole; where the page around has no article, the frame is asked for one. Frames of other origins are closed to scripts.
 *
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./glossator.js').Glossator} Glossator
 */

import { UNMARKED, UNREAD } from './reader.js';
import { holds } from './shadow.js';

/**
 * What of the page is looked through.
 * @typedef {object} Around
 * @property {Element} element
 * @property {readonly ShadowRoot[]} roots  that were read with it
 * @property {readonly Element[]} leftOut
 * @property {boolean} isArticle  or the whole root, where there is no article
 */

export class Frames {
  /** @type {Map<HTMLIFrameElement, {document: Document, glossator: Glossator}>} */
  #read = new Map();
  #life = new AbortController();
  #isWatching = false;
  /** @type {Around | null} */
  #around = null;
  #exclude;
  #make;

  /**
   * @param {object} context
   * @param {Document} context.document
   * @param {readonly string[]} context.exclude
   * @param {(root: Element, isWhole: boolean, signal: AbortSignal) => Glossator} context.make
   * @param {() => void} context.changed  a frame has got another document
   */
  constructor({ document, exclude, make, changed }) {
    this.#exclude = exclude;
    this.#make = make;
    // These do not bubble. What is in a shadow root is seen with the next reading.
    const loaded = (/** @type {Event} */ { target }) => {
      const frame = /** @type {HTMLIFrameElement} */ (target);
      const there = this.#read.get(frame);
      if (frame.localName === 'iframe' && (there ? documentOf(frame) !== there.document : this.#isWanted(frame))) changed();
    };
    document.addEventListener('load', loaded, { capture: true, signal: this.#life.signal });
  }

  /**
   * @param {Around} around
   * @returns {Promise<Enrichment[]>}  of the frames, as they follow each other
   */
  async read(around) {
    this.#around = around;
    const wanted = [around.element, ...around.roots].flatMap((node) => [...node.querySelectorAll('iframe')]).filter((frame) => this.#isWanted(frame));
    for (const [frame, { document, glossator }] of this.#read) {
      if (wanted.includes(frame) && documentOf(frame) === document) continue;
      this.#read.delete(frame);
      glossator.destroy();
    }
    const enrichments = [];
    for (const frame of wanted) {
      const document = /** @type {Document} */ (documentOf(frame));
      const glossator = this.#read.get(frame)?.glossator ?? this.#make(document.body, around.isArticle, this.#life.signal);
      if (this.#isWatching) glossator.watch();
      this.#read.set(frame, { document, glossator });
      // What went wrong in it, it has told itself.
      const enrichment = await glossator.enrich().catch(() => null);
      if (enrichment) enrichments.push(enrichment);
    }
    return enrichments;
  }

  /** Follows changes in the frames too. */
  watch() {
    this.#isWatching = true;
    // Others are gone; the next reading sees it.
    for (const [frame, { document, glossator }] of this.#read) if (documentOf(frame) === document) glossator.watch();
  }

  /** Takes everything away again. */
  destroy() {
    this.#life.abort();
    this.#read.clear();
  }

  /** @param {HTMLIFrameElement} frame */
  #isWanted(frame) {
    const around = this.#around;
    if (!around || !holds(around.element, frame) || around.leftOut.some((element) => holds(element, frame))) return false;
    return documentOf(frame) !== null && !frame.closest([UNREAD, UNMARKED, ...this.#exclude].join()) && frame.checkVisibility?.() !== false;
  }
}

/**
 * @param {HTMLIFrameElement} frame
 * @returns {Document | null}  nothing where it is of another origin, or not there yet
 */
function documentOf({ contentDocument: document }) {
  return document?.body && document.defaultView && document.readyState !== 'loading' ? document : null;
}
