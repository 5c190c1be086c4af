/**
 * @file The one error class of Glossator. What a program should branch on is `code`; the message is for people.
 */

/**
 * | code | what happened |
 * | --- | --- |
 * | `glossary-invalid` | the glossary is not JSON, or an entry breaks a rule; `path` names the place |
 * | `option-invalid` | an option is unknown or has a wrong value; `path` names the option |
 * | `wasm-blocked` | the page's security policy, or the browser, forbids WebAssembly, and the script that does the same without it could not be loaded |
 * | `wasm-load` | the WebAssembly file could not be fetched, or is not the one that belongs to this code |
 * | `engine-dead` | the engine failed or was freed, and cannot be used again; also any failure that no input explains: `cause` has what was thrown |
 * | `network` | the glossary could not be fetched, or the code of the card and the sidebar; without these two the marks stay |
 * @typedef {'glossary-invalid' | 'option-invalid' | 'wasm-blocked' | 'wasm-load' | 'engine-dead' | 'network'} ErrorCode
 */

/** @type {ReadonlySet<unknown>} */
const CODES = new Set(['glossary-invalid', 'option-invalid', 'wasm-blocked', 'wasm-load', 'engine-dead', 'network']);

/** Whatever fails in Glossator. */
export class GlossatorError extends Error {
  /**
   * @param {ErrorCode} code  what a program branches on
   * @param {string} message  for people
   * @param {{path?: string | undefined, cause?: unknown}} [details]  where in the input it is, and what was thrown first
   */
  constructor(code, message, { path, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'GlossatorError';
    /** What a program branches on. */
    this.code = code;
    /** Where in the input it is: `entries[3].term`, `sidebar.open`. */
    this.path = path;
  }
}

/**
 * Anything thrown, as a `GlossatorError`. An error that already carries one of our codes (they come so from Rust, and over a
 * message port) keeps it; others get `code`.
 * @param {unknown} error
 * @param {ErrorCode} code
 * @param {string} [context]  put before a message that is not ours
 * @returns {GlossatorError}
 */
export function toGlossatorError(error, code, context) {
  if (error instanceof GlossatorError) return error;
  const { code: own, path, message } = /** @type {{code?: unknown, path?: unknown, message?: unknown}} */ (Object(error));
  const text = typeof message === 'string' && message ? message : String(error);
  const details = { path: typeof path === 'string' ? path : undefined, cause: error };
  return isErrorCode(own)
    ? new GlossatorError(own, text, details)
    : new GlossatorError(code, context ? `${context}: ${text}` : text, details);
}

/**
 * @param {unknown} code
 * @returns {code is ErrorCode}
 */
export function isErrorCode(code) {
  return CODES.has(code);
}

/**
 * Was this thrown because an `AbortSignal` said so? That is the caller's wish and no failure: it is passed on untouched.
 * @param {unknown} error
 * @param {AbortSignal | null | undefined} signal
 */
export function isAbort(error, signal) {
  return Boolean(signal?.aborted) && (error === signal?.reason || Object(error).name === 'AbortError');
}
