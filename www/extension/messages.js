/**
 * @file What the parts of the extension say to each other. Types only.
 *
 * ```
 *  popup, background ── PageCommand ──► content script      answered with a PageState
 *  side panel ── PanelCommand ──► content script            answered with Findings, or null
 *  content script ── FindMessage ──► background             answered with a FindAnswer
 *  content script ── ReadMessage ──► background             answered with a ReadAnswer
 *  content script ── StateMessage ──► background, popup     not answered
 *  popup ── ListMessage ──► background                      answered with the glossaries
 *  popup ── SwitchMessage ──► background                    answered when it is done
 * ```
 *
 * Messages are JSON in Chromium: a typed array would arrive as an object with numbers for keys, so there are plain arrays only.
 *
 * @typedef {import('../host/types.js').Entry} Entry
 * @typedef {import('../host/types.js').ReadOptions} ReadOptions
 * @typedef {import('../host/types.js').Report} Report
 */

/**
 * @typedef {object} PageState
 * @property {'off' | 'working' | 'on' | 'no-article' | 'failed' | 'unreachable'} status  `unreachable`: no content script may run there
 * @property {number} terms  how many different terms were found
 * @property {string} [reason]  why it failed
 */

/**
 * @typedef {object} PageCommand
 * @property {'page'} type
 * @property {'look' | 'start' | 'on' | 'off' | 'toggle'} command  `on` reads the page again where it is on already; `start` does not, and waits for what is under way
 */

/**
 * @typedef {object} PanelCommand
 * @property {'page'} type
 * @property {'findings' | 'go-to'} command
 * @property {{start: number, end: number}} [place]  to go to
 */

/**
 * @typedef {object} StateMessage
 * @property {'state'} type
 * @property {PageState} state
 */

/**
 * The arguments of `Engine.read`.
 * @typedef {object} ReadMessage
 * @property {'read'} type
 * @property {string} text
 * @property {number[]} blocks
 * @property {ReadOptions} options
 * @property {string} [language]  the page's, as it says itself
 */

/**
 * The argument of `Engine.findArticle`; answered with its rows.
 * @typedef {object} FindMessage
 * @property {'find-article'} type
 * @property {number[]} outline
 * @property {string} [language]  the page's, as it says itself
 */

/** @typedef {{type: 'glossaries'}} ListMessage  from the extension's own pages alone */
/** @typedef {{type: 'switch-glossary', id: string, enabled: boolean}} SwitchMessage  likewise */

/** @typedef {{code: string, message: string, path: string | undefined}} Failure */
/** @typedef {{rows: number[]} | {error: Failure}} FindAnswer */

/**
 * @typedef {object} ReadResult
 * @property {number[]} matches  the match table
 * @property {Report} report
 * @property {[number, Entry][]} entries  those that the reading names, by index
 * @property {Entry[]} related  those that they name, and that these name
 * @property {string | undefined} language
 */

/** @typedef {ReadResult | {error: Failure}} ReadAnswer */

export {};
