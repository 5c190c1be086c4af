/**
 * What the package adds to types of the page: its events, on elements, documents and windows as well as on the glossator, and its element. `events.js` says which
 * event comes from where.
 */
import type { GlossatorError } from './errors.js';
import type { GlossPage } from './gloss-page.js';
import type { Enrichment, Entry, Mark } from './types.js';

/** The events by their names. */
export interface GlossEvents {
  /** The page was read and marked. */
  'gloss-enriched': CustomEvent<Enrichment>;
  /** A card opened. */
  'gloss-open': CustomEvent<{ mark: Mark; entry: Entry }>;
  /** It closed. */
  'gloss-close': CustomEvent<{ mark: Mark; entry: Entry }>;
  /** Something went wrong, and the page is as it was. */
  'gloss-error': CustomEvent<GlossatorError>;
}

declare module './glossator.js' {
  interface Glossator {
    addEventListener<K extends keyof GlossEvents>(
      type: K,
      listener: (event: GlossEvents[K]) => void,
      options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
  }
}

declare global {
  interface GlobalEventHandlersEventMap extends GlossEvents {}
  interface HTMLElementTagNameMap {
    'gloss-page': GlossPage;
  }
}
