/**
 * @file The shapes that modules exchange. Types only: this module has no code.
 *
 * All offsets and lengths are UTF-16 code units unless a comment says otherwise.
 */

/**
 * An alias with rules of its own.
 * @typedef {object} Alias
 * @property {string} label  what the reader sees in the text
 * @property {'auto' | 'exact' | 'ignore'} [case]  of this label; the entry's by default
 * @property {boolean} [inflect]  are its plurals and other forms found? The entry's by default
 */

/**
 * One entry of a glossary file, as the file has it; `id` is always set once the glossary is loaded.
 * @typedef {object} Entry
 * @property {string} id  unique in the glossary; a slug of the term where the file gives none
 * @property {string} term  what it is called, and its first label
 * @property {string} definition  plain text; an empty line begins a paragraph
 * @property {(string | Alias)[]} [aliases]  its other labels
 * @property {string} [category]  shown above the term
 * @property {string} [pronunciation]  shown below the term
 * @property {string} [image]  http(s) or relative; shown small beside the definition
 * @property {string} [url]  http(s) or relative; shown as a link
 * @property {string} [source]  who says so; the text of that link
 * @property {string[]} [related]  ids of other entries
 * @property {number} [priority]  higher wins where two entries claim the same text; 0 by default
 * @property {'auto' | 'exact' | 'ignore'} [case]  must capitals be as written? `auto`, the default, decides label by label
 * @property {boolean} [inflect]  are plurals and other forms found? True by default
 * @property {'exact' | 'ignore'} [diacritics]  must accents be as written?
 * @property {string[]} [context]  words that speak for this entry where another has the same label
 * @property {string[]} [not]  phrases in which a label of the entry is not meant
 * @property {DefinedHere} [defined]  of no glossary: the article itself defines this abbreviation, and the glossary lacks it. The term is the short form then, and the definition the
 *   long one; the id is good for telling such entries apart, and no glossary knows it
 */

/**
 * Where an article defines an abbreviation, and how.
 * @typedef {object} DefinedHere
 * @property {FoundText} short  the abbreviation
 * @property {FoundText} long  what it stands for
 * @property {FoundText} [sentence]  that defines it: on a page from `gloss-enriched` on, in a text with `analyze()`
 */

/**
 * A glossary file.
 * @typedef {object} GlossaryData
 * @property {string} [$schema]  for editors
 * @property {string} [name]  what the glossary is called
 * @property {string} [language]  BCP 47, `en` by default
 * @property {string} [license]  under which it may be used: an SPDX identifier
 * @property {EntryData[]} entries  at least `term` and `definition` of each
 */

/** A glossary file that is only read. @typedef {Omit<GlossaryData, 'entries'> & {readonly entries: readonly EntryData[]}} GlossaryInput */

/**
 * An entry as a file has it. A file that TypeScript imports as JSON has `string` for what is one of a few words, and what stands in the code `as const` is
 * read-only: both are taken, and a wrong word is told when the glossary is loaded.
 * @typedef {Omit<Entry, 'id' | 'aliases' | 'case' | 'diacritics' | 'related' | 'context' | 'not'> & EntryFields} EntryData
 *
 * @typedef {object} EntryFields
 * @property {string} [id]  unique in the glossary; a slug of the term by default
 * @property {readonly (string | AliasData)[]} [aliases]  its other labels
 * @property {Entry['case'] | (string & {})} [case]  `auto`, `exact` or `ignore`: must capitals be as written?
 * @property {Entry['diacritics'] | (string & {})} [diacritics]  `exact` or `ignore`: must accents be as written?
 * @property {readonly string[]} [related]  ids of other entries
 * @property {readonly string[]} [context]  words that speak for this entry where another has the same label
 * @property {readonly string[]} [not]  phrases in which a label of the entry is not meant
 *
 * @typedef {Omit<Alias, 'case'> & Pick<EntryFields, 'case'>} AliasData
 */

/**
 * How the engine chooses what to mark.
 * @typedef {object} ReadOptions
 * @property {'first' | 'section' | 'all'} occurrences  which matches of an entry
 * @property {number} maxMarks  at most so many
 * @property {number} density  marks per 1,000 words; 0: no limit
 * @property {boolean} headings  may text in headings be marked?
 * @property {boolean} [definitions]  has what the article defines, and the glossary lacks, matches too? Their entries are numbered from 2^31, in the order of the report's
 *   abbreviations
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
 * An abbreviation that the text defines. Without an entry, `entry` is -1: the short form has no match then, whatever the glossary knows by it.
 * @typedef {object} Abbreviation
 * @property {{start: number, end: number}} short  where it is defined
 * @property {{start: number, end: number}} long  where its words are
 * @property {number} entry  index; from 2^31 on the article's own entry
 */

/**
 * What an engine says besides the terms: nothing of it decides what is marked. Only what was asked for need be there.
 * @typedef {object} TextAnalysis
 * @property {{start: number, end: number, score: number}[]} [summary]  key sentences in the article's order
 * @property {{start: number, end: number}[]} [sentences]  every sentence
 * @property {{start: number, end: number, iso: string}[]} [dates]  facts, as are the figures
 * @property {{start: number, end: number, value: number, unit: string | number}[]} [figures]
 *   the unit as a text, or how many code units at the end of the span are the unit
 * @property {{start: number, end: number, count: number, score: number, sentence: {start: number, end: number}}[]} [suggestions]  terms that the glossary lacks, best first
 * @property {{start: number, end: number}[]} [definitions]  the sentence of each abbreviation of the report; empty where it is not known
 * @property {{start: number, end: number}[]} [acronyms]  where acronyms stand that it does not define, with the sentences
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
 * @property {Uint32Array} matches  rows of `start, end, entry, flags`
 * @property {Report} report  what was found, beside that
 * @property {Uint16Array} [units]  of the text that was read, where the engine has them at hand for `analyse`
 */

/**
 * What the host knows of an engine.
 * @typedef {object} Engine
 * @property {(text: string, blocks: Uint32Array, options: ReadOptions) => Reading | Promise<Reading>} read  what is to be marked in a text
 * @property {(text: string, blocks: Uint32Array, reading: Reading, options: ReadOptions) => TextAnalysis | Promise<TextAnalysis>} [analyse]
 *   what the text says besides its terms: asked when its marks are drawn, so that nobody waits for it
 * @property {(text: string, blocks: Uint32Array, options: ReadOptions, signal: AbortSignal) => Promise<Reading>} [readAside]
 *   the same without holding the page up; where it fails, `read` is asked
 * @property {(outline: Uint32Array) => Iterable<number> | Promise<Iterable<number>>} [findArticle]
 *   from the rows of `outline.js` to the row of the article's element and those that it does without; nothing where there is no article
 * @property {(index: number) => Entry} entry  an entry that the last reading named
 * @property {(id: string) => Entry | undefined} entryById  an entry by its id
 * @property {string | undefined} [language]  BCP 47: that of the glossary
 * @property {number} [slice]  ms in a row that work on its page takes at most; 8 by default
 * @property {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} [storage]  where the reader's choices are kept; the page's `localStorage` by default
 */

/**
 * The text of a scope, and the way back from an offset to the page. Made by `reader.js`.
 * @typedef {object} PageText
 * @property {Element} root  what was read
 * @property {ShadowRoot[]} roots  that were read
 * @property {string} text  as it stands there
 * @property {Uint32Array} blocks  rows of `start, flags`
 * @property {Text[]} nodes  in document order
 * @property {Uint32Array} edges  for each node the offset of its first code unit in `text` and that behind its last; what lies between two nodes belongs to none
 */

/**
 * A mark to make: a row of the match table that is SELECTED.
 * @typedef {object} MarkSpec
 * @property {number} start  where it begins
 * @property {number} end  behind its last code unit
 * @property {number} entry  index
 * @property {boolean} first  does it take a tab stop? By default the first mark of its entry does
 */

/**
 * A mark on the page, however it is drawn.
 * @typedef {object} Mark
 * @property {number} start  offset in the page text it was made from
 * @property {number} end  behind its last code unit
 * @property {number} entry  index
 * @property {string} id  the entry's id
 * @property {boolean} first  is it the first of its entry, which the Tab key stops at?
 * @property {HTMLElement | null} element  the first `<gloss-term>` of the mark; null where nothing was put into the page
 * @property {HTMLElement[]} elements  all of them: a mark across `Meta<b>verse</b>` has two; empty for highlights
 * @property {() => DOMRect[]} rects  client rectangles, one per line box; empty when the text is gone
 * @property {() => Range | null} range  a fresh live range over the marked text
 * @property {() => Text | null} [node]  where nothing was put into the page: the text node that it begins in; null when the text is gone
 */

/**
 * Draws marks and takes them away again.
 * @typedef {object} Renderer
 * @property {(mayHaveChanged?: (node: Text) => boolean) => void} [settle]  takes out what cannot be read through: marks that the page has changed
 * @property {((node: Text) => {text: string, last: Node} | undefined) | undefined} [wholeOf]  what a text node of the page held before it was cut, and the last of the
 *   nodes that hold it now; not there where none is
 * @property {(thing: unknown) => boolean} [owns]  is this element or range a mark of ours?
 * @property {(page: PageText, specs: MarkSpec[], idOf: (entry: number) => string, isSettled?: boolean) => Mark[]} apply  makes them, in place of those that are there; `isSettled`: the
 *   page has changed nothing since `settle`
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
 * @property {string} text  the sentence, with single spaces
 * @property {number} start  where it begins
 * @property {number} end  behind its last code unit
 */

/**
 * Where an entry was found.
 * @typedef {object} Place
 * @property {number} start  where it begins
 * @property {number} end  behind its last code unit
 * @property {Entry[]} [others]  entries with the same label, best first: other meanings of the text there
 * @property {boolean} [unclear]  nothing in the article says which of them is meant: the glossary's order stands
 */

/**
 * A date that the text names.
 * @typedef {object} FoundDate
 * @property {number} start  where it begins
 * @property {number} end  behind its last code unit
 * @property {string} text  as it stands there
 * @property {string} iso  `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 */

/**
 * An amount, a share or a rank that the text names.
 * @typedef {object} FoundFigure
 * @property {number} start  where it begins
 * @property {number} end  behind its last code unit
 * @property {string} text  as it stands there
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
 * @property {Entry} entry  of the glossary, or the article's own: then it has `defined`
 * @property {number} index  the entry's index
 * @property {number} count  how many matches it has
 * @property {number} salience  how much it matters in this article, from 0 to 1
 * @property {Place[]} places  all matches in text order, marked or not
 */

/**
 * What `enrich()` resolves to.
 * @typedef {object} Enrichment
 * @property {Mark[]} marks  in text order
 * @property {FoundTerm[]} terms  most salient first
 * @property {SummarySentence[]} summary  key sentences, in the article's order
 * @property {FoundDate[]} dates  in the article's order, as are the figures
 * @property {FoundFigure[]} figures  amounts, shares and ranks
 * @property {DefinedHere[]} abbreviations  what the article defines itself, in its order
 * @property {(FoundText & {count: number})[]} suggestions  terms that the glossary lacks, best first; only with `sidebar.suggestions`
 * @property {boolean} truncated  did `maxMarks` or `density` leave something unmarked?
 * @property {string} title  the article's title as the page shows it
 * @property {number} words  how many the text has
 * @property {number} hidden  how many of the terms the reader has hidden
 * @property {Enrichment[]} [frames]  with the option `frames`: what was found in each of them, apart from all else
 */

export {};
