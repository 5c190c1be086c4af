/**
 * @file The shapes that modules exchange. Types only: this module has no code.
 *
 * All offsets and lengths are UTF-16 code units unless a comment says otherwise.
 */

/**
 * An alias with rules of its own.
 * @typedef {object} Alias
 * @property {string} label  what the reader sees in the text
 * @property {'auto' | 'exact' | 'ignore'} [case]
 * @property {boolean} [inflect]
 */

/**
 * One entry of a glossary file, as the file has it; `id` is always set once the glossary is loaded.
 * @typedef {object} Entry
 * @property {string} id  unique in the glossary; a slug of the term where the file gives none
 * @property {string} term
 * @property {string} definition
 * @property {(string | Alias)[]} [aliases]
 * @property {string} [category]
 * @property {string} [pronunciation]  shown below the term
 * @property {string} [image]  http(s) or relative; shown small beside the definition
 * @property {string} [url]  http(s) or relative; shown as a link
 * @property {string} [source]  who says so; the text of that link
 * @property {string[]} [related]  ids of other entries
 * @property {number} [priority]  higher wins where two entries claim the same text; 0 by default
 * @property {'auto' | 'exact' | 'ignore'} [case]
 * @property {boolean} [inflect]
 * @property {'exact' | 'ignore'} [diacritics]
 * @property {string[]} [context]
 * @property {string[]} [not]
 */

/**
 * A glossary file.
 * @typedef {object} GlossaryData
 * @property {string} [$schema]
 * @property {string} [name]
 * @property {string} [language]  BCP 47, `en` by default
 * @property {string} [license]
 * @property {(Omit<Entry, 'id'> & {id?: string})[]} entries
 */

/**
 * How the engine chooses what to mark.
 * @typedef {object} ReadOptions
 * @property {'first' | 'section' | 'all'} occurrences
 * @property {number} maxMarks
 * @property {number} density  marks per 1,000 words; 0: no limit
 * @property {boolean} headings  may text in headings be marked?
 * @property {boolean} [summary]  are key sentences wanted?
 * @property {boolean} [sentences]  are all sentences wanted?
 * @property {boolean} [facts]  are dates and figures wanted?
 * @property {boolean} [suggestions]  are terms wanted that the glossary lacks?
 * @property {string} [title]  what the article is called
 * @property {string} [date]  the day of the page, which begins with `YYYY-MM-DD`
 * @property {string} [language]  BCP 47; where it is missing, or the text clearly in another one, the text decides
 */

/**
 * Why a match has its entry: no other has this label (`only`); several have it, and the article does not say enough, so that priority and the glossary's order
 * decided (`priority`); the words of the article speak for it (`context`), or those around this place (`place`); the article defines the label so (`defined`).
 * @typedef {'only' | 'priority' | 'context' | 'place' | 'defined'} Reason
 */

/**
 * An abbreviation that the text defines. Without an entry of the glossary, `entry` is -1: the short form has no match then, whatever the glossary knows by it.
 * @typedef {object} Abbreviation
 * @property {{start: number, end: number}} short  where it is defined
 * @property {{start: number, end: number}} long
 * @property {number} entry  index
 */

/**
 * What an engine says besides the terms: nothing of it decides what is marked. Only what was asked for need be there.
 * @typedef {object} TextAnalysis
 * @property {{start: number, end: number, score: number}[]} [summary]  key sentences in the article's order
 * @property {number[]} [sentences]  every sentence as start, end, start, end …
 * @property {{start: number, end: number, iso: string}[]} [dates]  facts, as are the figures
 * @property {{start: number, end: number, value: number, unit: string | number}[]} [figures]
 *   the unit as a text, or how many code units at the end of the span are the unit
 * @property {{start: number, end: number, count: number, score: number, sentence: {start: number, end: number}}[]} [suggestions]
 * @property {number[]} [acronyms]  where acronyms stand that it does not define, as start, end, start, end …; with the sentences
 */

/**
 * What the engine says about one page text, besides the match table. An engine without `analyse` puts the analysis here.
 * @typedef {object} ReportOfTerms
 * @property {number} words  number of words in the text
 * @property {{entry: number, count: number, first: number, salience: number}[]} terms
 *   found entries (index), most salient first; `first` is the offset of the first match; salience is 0 to 1
 * @property {Abbreviation[]} [abbreviations]  what the text defines, in its order
 * @property {boolean} truncated  did `maxMarks` or `density` leave something unmarked?
 */

/** @typedef {ReportOfTerms & TextAnalysis} Report */

/**
 * The answer of an engine: rows of `start, end, entry, flags` (docs/architecture.md draws them) and the report.
 * @typedef {object} Reading
 * @property {Uint32Array} matches
 * @property {Report} report
 */

/**
 * What the host knows of an engine.
 * @typedef {object} Engine
 * @property {(text: string, blocks: Uint32Array, options: ReadOptions) => Reading | Promise<Reading>} read
 * @property {(text: string, blocks: Uint32Array, reading: Reading, options: ReadOptions) => TextAnalysis | Promise<TextAnalysis>} [analyse]
 *   what the text says besides its terms: asked when its marks are drawn, so that nobody waits for it
 * @property {(text: string, blocks: Uint32Array, options: ReadOptions, signal: AbortSignal) => Promise<Reading>} [readAside]
 *   the same without holding the page up; where it fails, `read` is asked
 * @property {(outline: Uint32Array) => Iterable<number> | Promise<Iterable<number>>} [findArticle]
 *   from the rows of `outline.js` to the row of the article's element and those that it does without; nothing where there is no article
 * @property {(index: number) => Entry} entry  an entry that the last reading named
 * @property {(id: string) => Entry | undefined} entryById
 * @property {string | undefined} [language]
 * @property {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} [storage]  where the reader's choices are kept; the page's `localStorage` by default
 */

/**
 * The text of a scope, and the way back from an offset to the page. Made by `reader.js`.
 * @typedef {object} PageText
 * @property {Element} root
 * @property {ShadowRoot[]} roots  that were read
 * @property {string} text
 * @property {Uint32Array} blocks  rows of `start, flags`
 * @property {Text[]} nodes  in document order
 * @property {Uint32Array} edges  for each node the offset of its first code unit in `text` and that behind its last; what lies between two nodes belongs to none
 */

/**
 * A mark to make: a row of the match table that is SELECTED.
 * @typedef {object} MarkSpec
 * @property {number} start
 * @property {number} end
 * @property {number} entry  index
 * @property {boolean} first  does it take a tab stop? By default the first mark of its entry does
 */

/**
 * A mark on the page, however it is drawn.
 * @typedef {object} Mark
 * @property {number} start  offset in the page text it was made from
 * @property {number} end
 * @property {number} entry  index
 * @property {string} id  the entry's id
 * @property {boolean} first
 * @property {HTMLElement | null} element  the first `<gloss-term>` of the mark; null where nothing was put into the page
 * @property {HTMLElement[]} elements  all of them: a mark across `Meta<b>verse</b>` has two; empty for highlights
 * @property {() => DOMRect[]} rects  client rectangles, one per line box; empty when the text is gone
 * @property {() => Range | null} range  a fresh live range over the marked text
 */

/**
 * Draws marks and takes them away again.
 * @typedef {object} Renderer
 * @property {() => void} [settle]  takes out what cannot be read through: marks that the page has changed
 * @property {(node: Text) => {text: string, last: Node} | undefined} [wholeOf]  what a text node of the page held before it was cut, and the last of the
 *   nodes that hold it now
 * @property {(thing: unknown) => boolean} [owns]  is this element or range a mark of ours?
 * @property {(page: PageText, specs: MarkSpec[], idOf: (entry: number) => string) => Mark[]} apply  makes them, in place of those that are there
 * @property {(isDue: () => boolean, dress?: () => void) => boolean} draw  draws what `apply` has made, until it is told to rest; says whether something
 *   is left; calls back when the style sheet is best put in
 * @property {string} css  the look of the marks that are there
 * @property {(page: PageText, start: number, end: number) => Range | null} range
 *   the place of any stretch of the text in the page as it is now, marked or not; null when it is gone
 * @property {(event: Event) => Mark | null} markFrom  the mark that a pointer, focus or key event is about
 * @property {() => void} clear  the page as it was; the renderer may be used again
 */

/**
 * A key sentence in the sidebar.
 * @typedef {object} SummarySentence
 * @property {string} text
 * @property {number} start
 * @property {number} end
 */

/**
 * Where an entry was found.
 * @typedef {object} Place
 * @property {number} start
 * @property {number} end
 * @property {Entry[]} [others]  entries with the same label, best first: other meanings of the text there
 */

/**
 * A date that the text names.
 * @typedef {object} FoundDate
 * @property {number} start
 * @property {number} end
 * @property {string} text
 * @property {string} iso  `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 */

/**
 * An amount, a share or a rank that the text names.
 * @typedef {object} FoundFigure
 * @property {number} start
 * @property {number} end
 * @property {string} text
 * @property {number} value  scale included: 352.1 billion is 352100000000
 * @property {string} unit  an ISO 4217 code, `%`, `pp` (percentage points), `bp`, `rank`, a symbol such as `m²`, or the word that is counted
 */

/**
 * A stretch of the page text, its white space made one.
 * @typedef {{start: number, end: number, text: string}} FoundText
 */

/**
 * A found term in the sidebar and in the card.
 * @typedef {object} FoundTerm
 * @property {Entry} entry
 * @property {number} index  the entry's index
 * @property {number} count
 * @property {number} salience
 * @property {Place[]} places  all matches in text order, marked or not
 */

/**
 * What `enrich()` resolves to.
 * @typedef {object} Enrichment
 * @property {Mark[]} marks
 * @property {FoundTerm[]} terms  most salient first
 * @property {SummarySentence[]} summary
 * @property {FoundDate[]} dates  in the article's order, as are the figures
 * @property {FoundFigure[]} figures
 * @property {{short: FoundText, long: FoundText}[]} abbreviations  what the article defines itself, in its order
 * @property {(FoundText & {count: number})[]} suggestions  terms that the glossary lacks, best first; only with `sidebar.suggestions`
 * @property {boolean} truncated
 * @property {string} title  the article's title as the page shows it
 * @property {number} words
 * @property {number} hidden  how many of the terms the reader has hidden
 * @property {Enrichment[]} [frames]  with the option `frames`: what was found in each of them, apart from all else
 */

export {};
