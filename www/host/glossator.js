/**
 * @file The glossator of one root: reads the page, asks the engine, draws the marks, and takes everything back. `index.js` makes it;
 * `furniture.js` puts up what comes with the marks.
 *
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').PageText} PageText
 * @typedef {import('./types.js').ReadOptions} ReadOptions
 * @typedef {import('./types.js').Renderer} Renderer
 * @typedef {import('./options.js').FullOptions} FullOptions
 * @typedef {import('./glossary.js').Glossary} Glossary
 */

import { GlossatorError, toGlossatorError } from './errors.js';
import { watchEarly } from './early.js';
import { emit } from './events.js';
import { definedIn } from './flat.js';
import { knownTerms, rememberKnown } from './choices.js';
import { Highlighter } from './highlighter.js';
import { Marker, STRIDE } from './marker.js';
import { boxesOfItems, Neighbours } from './neighbours.js';
import { readOptions } from './options.js';
import { isBeside } from './outline.js';
import { isOwned, withoutTaken } from './owners.js';
import { fetchParts } from './parts.js';
import { checkSelector, isLong, locator, readInSlices } from './reader.js';
import { assemble, marksToMake, nothing, textOf, toldOf } from './reading.js';
import { findDate, findScope, findTitle } from './scope.js';
import { createSlices } from './slices.js';
import { adopt } from './styles.js';
import { watchText } from './watch.js';

/** Strides of drawing behind which the neighbours of the marks are looked at. */
const JUDGED = 32;

/** Code units of text that take the engine more than a moment: some 40 ms. */
const HUGE = 1e6;

/**
 * What marks one root of a page. `createGlossator` makes one.
 * @hideconstructor
 */
export class Glossator extends EventTarget {
  /** @type {FullOptions} */ #options;
  /** @type {Element} */ #root;
  /** @type {Engine} */ #engine;
  /** The glossary that was loaded for this glossator alone, to be freed with it. @type {Glossary | null} */ #owned;
  /** @type {Renderer} */ #renderer = new Marker();
  /** Shall marks be painted? Once that is seen, it stays so. */
  #paints;
  #life = new AbortController();
  /** Card, sidebar and what is printed, once their code is there. @type {ReturnType<typeof import('./furniture.js').createFurniture> | null} */ #furniture = null;
  /** What is drawn, perhaps without a summary yet. @type {Enrichment | null} */ #drawn = null;
  /** @type {Enrichment | null} */ #enrichment = null;
  /** @type {PageText | null} */ #page = null;
  /** Is it what the page held when it was last told of a change? */
  #isRead = false;
  /** Where it is from. @type {import('./scope.js').Scope | null} */ #place = null;
  /** Who was on a mark before its card came. @type {ReturnType<typeof watchEarly> | null} */ #early = null;
  /** What was read last, or is being read. @type {Element | null} */ #scope = null;
  /** Has the glossary for printing been seen to? */ #prints = false;
  /** The look of the marks, where it is, and how to take it out again. @type {{css: string, roots: Node[], drop: () => void} | null} */ #style = null;
  /** @type {ReturnType<typeof watchText> | null} */ #watch = null;
  /** @type {import('./frames.js').Frames | null} */ #frames = null;
  /** Counts requests, so that an answer that nobody waits for any more is dropped. */
  #request = 0;
  /** @type {{request: number, run: Promise<Enrichment>} | null} */ #latest = null;

  /**
   * @param {object} parts
   * @param {FullOptions} parts.options
   * @param {Element} parts.root
   * @param {Engine} parts.engine
   * @param {Glossary | null} parts.glossary
   * @param {Glossary | null} parts.owned
   */
  constructor({ options, root, engine, glossary, owned }) {
    super();
    this.#options = options;
    this.#root = root;
    this.#engine = engine;
    this.#owned = owned;
    /** The glossary; null where another engine reads. */
    this.glossary = glossary;
    this.#paints = options.rendering === 'highlights';
    options.signal?.addEventListener('abort', () => this.destroy(), { signal: this.#life.signal });
  }

  /** What the last `enrich()` found; null before it and after `clear()`. */
  get enrichment() {
    return this.#enrichment;
  }

  /**
   * Reads the page as it is now and marks it: in slices, of which the last may come when the reader is back at the page. Marks of an earlier call stay where they are right, and go elsewhere. Where the code of card and
   * sidebar cannot be fetched, the marks stay, and `gloss-error` tells of it.
   * @returns {Promise<Enrichment>}  an empty one where `clear()` or `destroy()` came in between; rejects with a `GlossatorError`, or with
   *   the reason of `options.signal` when that is aborted
   */
  enrich() {
    return this.#start(null);
  }

  /**
   * @param {ReadonlySet<Element> | null} blocks  in which alone something has changed since the last reading; null: who knows where
   * @returns {Promise<Enrichment>}
   */
  #start(blocks) {
    const request = ++this.#request;
    const run = this.#enrich(request, blocks);
    if (request === this.#request) this.#latest = { request, run };
    return run;
  }

  /**
   * @param {number} request
   * @param {ReadonlySet<Element> | null} blocks
   * @returns {Promise<Enrichment>}
   */
  async #enrich(request, blocks) {
    const { signal, scope: wanted, exclude, shadow } = this.#options;
    try {
      signal?.throwIfAborted();
      this.#assertReady();
      const slices = createSlices(this.#view, this.#life.signal, this.#engine.slice);
      const kept = blocks && (await this.#readBlocks(blocks));
      if (request !== this.#request) return this.#later();
      this.#isRead = false;
      const found = kept ? this.#place : findScope(this.#root, wanted, this.#engine, slices, this.#settle().wholeOf);
      const place = found instanceof Promise ? await found : found;
      const scope = place?.element ?? null;
      if (slices.isDue()) await slices.rest();
      if (request !== this.#request) return this.#later();
      if (!place) this.#unmark();
      // Who heard the card close may have cleared or enriched anew; so may those who hear of the marks, below.
      if (request !== this.#request) return this.#later();
      if (scope !== this.#scope) this.#strip();
      this.#scope = scope;
      this.#place = place;
      const read = kept ? kept : place && readInSlices(place.element, { exclude, shadow, leftOut: place.leftOut, ...this.#settle() }, slices);
      const page = (read instanceof Promise ? await read : read) ?? null;
      if (request !== this.#request) return this.#later();
      if (slices.isDue()) await slices.rest();
      /** @type {ReadOptions} */
      const options = {
        ...readOptions(this.#options),
        facts: true,
        title: scope ? findTitle(scope) : '',
        language: (scope && languageOf(scope)) ?? '',
        // To find it takes a walk through the page, and no mark waits for it.
        get date() {
          return scope ? findDate(scope) : '';
        },
      };
      if (slices.isDue()) await slices.rest();
      if (request !== this.#request) return this.#later();
      const reading = scope && page && (await this.#read(page, options, slices));
      signal?.throwIfAborted();
      if (slices.isDue()) await slices.rest();
      if (request !== this.#request) return this.#later();
      const enrichment = scope && page && reading ? await this.#draw(scope, page, reading, options.title ?? '', slices, request) : nothing();
      signal?.throwIfAborted();
      if (request !== this.#request) return this.#later();
      this.#drawn = enrichment;
      this.#watch?.remember();
      // What is open stays at its mark. Who hears it close may clear the page.
      this.#furniture?.update();
      if (request !== this.#request) return this.#later();
      const parts = fetchParts(this.#options, enrichment.marks.length > 0, this.#prints);
      this.#early?.();
      this.#early = scope && this.#options.tooltip && !this.#furniture?.hasCard() ? watchEarly(scope, this.#renderer, this.#life.signal) : null;
      // The reader sees the marks before the rest is said.
      if (slices.isDue()) await slices.rest();
      if (request !== this.#request) return this.#later();
      if (page && reading) Object.assign(enrichment, await this.#analyse(page, reading, options, enrichment));
      if (slices.isDue()) await slices.rest();
      signal?.throwIfAborted();
      if (request !== this.#request) return this.#later();
      if (this.#options.frames) {
        enrichment.frames = await this.#readFrames(place, page, request);
        signal?.throwIfAborted();
        if (request !== this.#request) return this.#later();
      }
      this.#enrichment = enrichment;
      this.#tell(scope ?? this.#root, 'gloss-enriched', enrichment);
      if (scope && request === this.#request) await this.#furnish(scope, enrichment, parts, request, slices);
      signal?.throwIfAborted();
      return request === this.#request ? enrichment : this.#later();
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (request !== this.#request) return this.#later();
      const known = toGlossatorError(error, 'engine-dead', 'the page could not be enriched');
      if (!this.#life.signal.aborted) this.clear();
      this.#tell(this.#root, 'gloss-error', known);
      throw known;
    }
  }

  /**
   * @param {import('./scope.js').Scope | null} place
   * @param {PageText | null} page
   * @param {number} request
   */
  async #readFrames(place, page, request) {
    const { Frames } = await import('./frames.js');
    if (request !== this.#request) return [];
    const { exclude, scope } = this.#options;
    this.#frames ??= new Frames({
      document: this.#root.ownerDocument,
      exclude,
      make: (root, isWhole, signal) =>
        new Glossator({
          options: { ...this.#options, root, scope: isWhole ? 'all' : scope, sidebar: false, print: false, signal },
          root, engine: this.#engine, glossary: this.glossary, owned: null,
        }),
      changed: () => void this.enrich().catch(() => {}),
    });
    if (this.#watch) this.#frames.watch();
    return this.#frames.read({ element: place?.element ?? this.#root, roots: page?.roots ?? [], leftOut: place?.leftOut ?? [], isArticle: place !== null });
  }

  /**
   * @param {ReadonlySet<Element>} blocks
   * @returns {Promise<PageText | null>}  nothing where all has to be read
   */
  async #readBlocks(blocks) {
    const { exclude, shadow, scope } = this.#options;
    const reread = await import('./reread.js').catch(() => null);
    if (!reread || !this.#isRead || !this.#page || !this.#place?.element.isConnected) return null;
    const isIn = (/** @type {Text} */ node) => shadow || !node.isConnected || [...blocks].some((block) => block.contains(node));
    return reread.readBlocks(this.#page, blocks, { exclude, shadow, leftOut: this.#place.leftOut, isBeside: scope === 'auto' ? isBeside : undefined, ...this.#settle(isIn) });
  }

  /** @param {PageText} page @param {ReadOptions} options @param {import('./slices.js').Slices} slices */
  async #read({ text, blocks }, options, slices) {
    try {
      const isHuge = text.length >= HUGE;
      // A worker is told the date too, and to find it takes its time.
      const asked = isHuge ? { ...options } : options;
      if (isHuge) await slices.rest();
      // Where there is no worker to be had, it is read in one go.
      const aside = isHuge ? await this.#engine.readAside?.(text, blocks, asked, this.#life.signal).catch(() => null) : null;
      return aside ?? (this.#life.signal.aborted ? null : await this.#engine.read(text, blocks, options));
    } catch (error) {
      throw toGlossatorError(error, 'engine-dead', 'the engine could not read the page');
    }
  }

  /**
   * What the page says besides its terms. The marks are there already, and stay where this fails.
   * @param {PageText} page
   * @param {import('./types.js').Reading} reading
   * @param {ReadOptions} options
   * @param {Enrichment} enrichment
   */
  async #analyse({ text, blocks }, reading, options, { abbreviations }) {
    try {
      // A worker has said it at once.
      const isSaid = reading.report.summary !== undefined;
      return toldOf(text, (isSaid ? null : await this.#engine.analyse?.(text, blocks, reading, options)) ?? reading.report, abbreviations);
    } catch (error) {
      if (!this.#life.signal.aborted) this.#tell(this.#root, 'gloss-error', toGlossatorError(error, 'engine-dead', 'the engine could not summarise the page'));
      return {};
    }
  }

  /**
   * Makes the page readable: marks stay until the new ones are known. But what is read in slices can change on the way, so there they go.
   * @param {(node: Text) => boolean} [mayHaveChanged]
   * @returns {{wholeOf?: import('./types.js').Renderer['wholeOf'] | undefined}}  how to read through them
   */
  #settle(mayHaveChanged) {
    const renderer = this.#renderer;
    // Also without a mark: the page may have kept a copy of some, and have put it back.
    if (!renderer.settle) return {};
    this.#pause(() => (!mayHaveChanged && isLong(this.#root) ? renderer.clear() : renderer.settle?.(mayHaveChanged)));
    return { wholeOf: renderer.wholeOf };
  }

  /**
   * The answer for a request that is not the last one: a newer call reads a newer page, and reports its own failure. After `clear()`
   * there is none.
   */
  #later() {
    return this.#latest?.request === this.#request ? this.#latest.run : nothing();
  }

  /**
   * Reads the page again; the same as `enrich()`.
   * @returns {Promise<Enrichment>}
   */
  refresh() {
    return this.enrich();
  }

  /** Follows changes of the text that was read: reads again shortly after the page has changed it. Rests between `clear()` and `enrich()`. */
  watch() {
    this.#assertReady();
    this.#watch ??= watchText({
      root: this.#root,
      scopeOf: () => this.#scope,
      rootsOf: () => this.#page?.roots ?? [],
      marksOf: () => this.#drawn?.marks ?? [],
      changed: (blocks) => void this.#start(blocks).catch(() => {}),
      fought: () => (this.#paints = true),
      signal: this.#life.signal,
    });
    this.#frames?.watch();
  }

  /**
   * Brings a place of the text that was read into view and shows it for a moment. A mark that starts there takes the focus.
   * @param {{start: number, end: number}} place  such as one of a term's `places`, or a key sentence
   */
  goTo({ start, end }) {
    const range = this.#rangeOf(start, end);
    const mark = this.#drawn?.marks.find((mark) => mark.start === start);
    const { signal } = this.#life;
    if (range) import('./go-to.js').then(({ goTo }) => signal.aborted || goTo(range, mark, signal)).catch((error) => this.#tell(this.#root, 'gloss-error', toGlossatorError(error, 'network')));
  }

  /** @param {number} start @param {number} end */
  #rangeOf(start, end) {
    return this.#page && this.#renderer.range(this.#page, start, end);
  }

  /** Takes the marks, the card and the sidebar away. `enrich()` brings them back. */
  clear() {
    this.#request++;
    try {
      this.#unmark();
    } finally {
      this.#watch?.disarm();
      this.#frames?.destroy();
      this.#frames = null;
      this.#strip();
    }
  }

  /** Leaves nothing behind: no element, listener, timer or style sheet. Calling it again does nothing. */
  destroy() {
    if (this.#life.signal.aborted) return;
    try {
      this.clear();
    } finally {
      this.#life.abort();
      this.#watch = null;
      this.#owned?.free();
      this.#owned = null;
    }
  }

  /** Forgets the scope, and takes away what is there for it besides marks. */
  #strip() {
    this.#early?.();
    this.#furniture?.clear();
    this.#style?.drop();
    this.#early = this.#style = this.#drawn = this.#enrichment = this.#page = this.#place = this.#scope = null;
  }

  /**
   * Draws the marks of a reading, on most pages all in one go: the browser lays out and paints once.
   * @param {Element} scope
   * @param {PageText} page
   * @param {import('./types.js').Reading} reading
   * @param {string} title
   * @param {ReturnType<typeof createSlices>} slices
   * @param {number} request
   * @returns {Promise<Enrichment>}
   */
  async #draw(scope, page, reading, title, slices, request) {
    const engine = this.#engine;
    const [abbreviations, entryOf] = definedIn(engine, reading, (span) => textOf(page.text, span));
    const idOf = (/** @type {number} */ index) => entryOf(index).id;
    const known = knownTerms(engine.storage);
    const isKnown = (/** @type {number} */ index) => known.size > 0 && known.has(idOf(index));
    const tabStops = typeof this.#options.tooltip === 'object' ? this.#options.tooltip.tabStops : 'first';
    const { rendering } = this.#options;
    const placeOf = locator(page);
    const nodeOf = ({ start = 0 }) => /** @type {Text} */ (placeOf(start, start + 1)[0]?.node);
    const wanted = marksToMake(reading.matches, isKnown, tabStops);
    if (slices.isDue()) await slices.rest();
    if (request !== this.#request) return nothing();
    let specs = withoutTaken(page, wanted, (mark) => this.#renderer.owns?.(mark) ?? false);
    if (slices.isDue()) await slices.rest();
    if (request !== this.#request) return nothing();
    if (!this.#paints) {
      const nodes = specs.map(nodeOf).filter(Boolean);
      const boxes = boxesOfItems(scope, nodes);
      // Where there have to be elements, there are none where they would tear the text apart.
      if (boxes.size && (rendering || !this.#view.CSS?.highlights)) specs = specs.filter((spec) => !boxes.has(/** @type {Element} */ (nodeOf(spec)?.parentElement)));
      this.#paints = !rendering && (boxes.size > 0 || isOwned(nodes));
      // Where boxes are was a question to the browser's layout.
      if (slices.isDue()) await slices.rest();
      if (request !== this.#request) return nothing();
    }
    if (slices.isDue()) await slices.rest();
    if (request !== this.#request) return nothing();
    let neighbours = this.#paints || rendering ? null : new Neighbours(scope);
    /** Marks are elements no longer. */
    const paint = () => {
      if (!(this.#paints && this.#renderer instanceof Marker && this.#view.CSS?.highlights)) return;
      this.#pause(() => this.#renderer.clear());
      this.#renderer = new Highlighter();
    };
    paint();
    let marks = this.#pause(() => this.#renderer.apply(page, specs, idOf, this.#watch?.isQuiet()));
    this.#page = page;
    this.#isRead = true;
    const dress = () => this.#dress(scope);
    // Strides until the neighbours of other marks are looked at.
    let left = 0;
    for (let isMore = true; isMore; ) {
      const { upcoming } = /** @type {Partial<Marker>} */ (this.#renderer);
      const judged = upcoming ? neighbours : null;
      // In between the page may move something itself: so neighbours are looked at just before and just behind.
      if (left > 0) judged?.renew();
      else if (judged) {
        left = JUDGED;
        judged.remember(upcoming?.call(this.#renderer, JUDGED * STRIDE) ?? []);
      }
      isMore = this.#pause(() => this.#renderer.draw(() => (judged !== null && (left -= 1) <= 0) || slices.isDue(), dress));
      if (judged?.haveMoved()) {
        neighbours = null;
        this.#paints = isMore = true;
        paint();
        marks = this.#pause(() => this.#renderer.apply(page, specs, idOf));
      } else if (isMore && slices.isDue()) {
        await slices.rest();
        if (request !== this.#request) return nothing();
      }
    }
    if (slices.isDue()) await slices.rest();
    if (request !== this.#request) return nothing();
    return assemble(reading, marks, entryOf, abbreviations, title, isKnown);
  }

  /** @param {Element} scope */
  #dress(scope) {
    const { css } = this.#renderer;
    const roots = [/** @type {Document | ShadowRoot} */ (scope.getRootNode()), ...(this.#page?.roots ?? [])];
    const old = this.#style;
    if (old?.css === css && old.roots.length === roots.length && roots.every((root, i) => root === old.roots[i])) return;
    old?.drop();
    const drops = roots.map((root) => adopt(root, css));
    this.#style = { css, roots, drop: () => drops.forEach((drop) => drop()) };
  }

  /** @param {unknown} cause */
  #miss(cause) {
    this.#tell(this.#root, 'gloss-error', new GlossatorError('network', 'the code of the card and the sidebar cannot be fetched', { cause }));
  }

  /**
   * Puts up the card and the sidebar.
   * @param {Element} scope
   * @param {Enrichment} enrichment
   * @param {ReturnType<typeof fetchParts>} parts
   * @param {number} request
   * @param {import('./slices.js').Slices} slices
   */
  async #furnish(scope, enrichment, parts, request, slices) {
    const { furniture, failure, ...fetched } = await parts;
    if (slices.isDue()) await slices.rest();
    const early = this.#early?.() ?? null;
    if (request !== this.#request) return;
    if (failure) this.#miss(failure);
    if (!furniture) return;
    if (fetched.paper) this.#prints = true;
    this.#furniture ??= furniture.createFurniture(this, {
      options: this.#options,
      engine: this.#engine,
      signal: this.#life.signal,
      renderer: { markFrom: (event) => this.#renderer.markFrom(event) },
      rangeOf: (start, end) => this.#rangeOf(start, end),
      text: () => this.#page?.text ?? '',
      drawn: () => this.#drawn,
      know: (id) => this.#know(id === undefined ? [] : knownTerms(this.#engine.storage).add(id)),
      find: (selector) => {
        checkSelector(this.#root, selector, 'sidebar.mount');
        return this.#root.ownerDocument.querySelector(selector);
      },
      tell: (target, type, detail) => this.#tell(target, type, detail),
      miss: (cause) => this.#miss(cause),
    });
    await this.#furniture.put(scope, languageOf(scope), enrichment, fetched, early, slices, () => request === this.#request);
  }

  /** What the reader does not want marked has changed. @param {Iterable<string>} ids */
  #know(ids) {
    rememberKnown(this.#engine.storage, ids);
    void this.enrich().catch(() => {});
  }

  #unmark() {
    this.#furniture?.closeCard();
    this.#pause(() => this.#renderer.clear());
  }

  /**
   * What we do to the page ourselves is no change of it.
   * @template Result
   * @param {() => Result} change
   * @returns {Result}
   */
  #pause(change) {
    return this.#watch ? this.#watch.pause(change) : change();
  }

  /** @param {Element} target @param {import('./events.js').GlossEventType} type @param {unknown} detail */
  #tell(target, type, detail) {
    emit(target, type, detail);
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  get #view() {
    return /** @type {Window & typeof globalThis} */ (this.#root.ownerDocument.defaultView);
  }

  #assertReady() {
    if (this.#life.signal.aborted) throw new GlossatorError('engine-dead', 'this glossator was destroyed; make another one');
    if (!this.#root.isConnected || !this.#root.ownerDocument.defaultView) {
      throw new GlossatorError('option-invalid', 'option "root" is not in a page; expected an element of one', { path: 'root' });
    }
  }
}

/** @param {Element} scope  @returns {string | undefined} */
function languageOf(scope) {
  return scope.closest('[lang]')?.getAttribute('lang') || scope.ownerDocument.documentElement.lang || undefined;
}
