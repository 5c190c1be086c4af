/**
 * @file `glossator`: the library for a page. Importing it fetches nothing, touches no document and is safe in Node.
 *
 * @example
 * const glossator = await createGlossator({ glossary: '/glossary.json', root: document.body });
 * const { marks, terms, summary } = await glossator.enrich();
 *
 * @typedef {import('./options.js').GlossatorOptions} GlossatorOptions
 * @typedef {import('./options.js').SidebarOptions} SidebarOptions
 * @typedef {import('./triggers.js').TooltipOptions} TooltipOptions
 * @typedef {import('./errors.js').ErrorCode} ErrorCode
 * @typedef {import('./page-types.js').GlossEvents} GlossEvents
 * @typedef {import('./types.js').GlossaryData} GlossaryData
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {import('./types.js').Alias} Alias
 * @typedef {import('./glossary.js').GlossarySource} GlossarySource
 * @typedef {import('./glossary.js').Match} Match
 * @typedef {import('./types.js').Reason} Reason
 * @typedef {import('./glossary.js').Analysis} Analysis
 * @typedef {import('./glossary.js').Span} Span
 * @typedef {import('./glossary.js').TextFacts} TextFacts
 * @typedef {import('./types.js').Enrichment} Enrichment
 * @typedef {import('./types.js').Mark} Mark
 * @typedef {import('./types.js').FoundTerm} FoundTerm
 * @typedef {import('./types.js').Place} Place
 * @typedef {import('./types.js').FoundDate} FoundDate
 * @typedef {import('./types.js').FoundFigure} FoundFigure
 * @typedef {import('./types.js').SummarySentence} SummarySentence
 * @typedef {import('./types.js').Engine} Engine
 * @typedef {import('./types.js').Reading} Reading
 * @typedef {import('./types.js').Report} Report
 * @typedef {import('./types.js').ReadOptions} ReadOptions
 * @typedef {import('./types.js').Abbreviation} Abbreviation
 * @typedef {import('./types.js').DefinedHere} DefinedHere
 * @typedef {import('./types.js').FoundText} FoundText
 * @typedef {import('./glossary.js').ScanOptions} ScanOptions
 * @typedef {import('./engine.js').WasmSource} WasmSource
 */

import { GlossatorError, isAbort, toGlossatorError } from './errors.js';
import { emit } from './events.js';
import { Glossary, isGlossary, loadGlossary } from './glossary.js';
import { Glossator } from './glossator.js';
import { normalizeOptions } from './options.js';

export { Glossary, GlossatorError, Glossator };

/**
 * Loads what is needed and gives a glossator for one root of one page. Nothing of the page is read or changed before `enrich()`.
 * @param {GlossatorOptions} input  a glossary, and what is to be otherwise than by default
 * @returns {Promise<Glossator>}
 * @throws {GlossatorError} the page is as it was then, and `gloss-error` was fired from the root
 */
export async function createGlossator(input) {
  /** @type {Element | null} */
  let root = globalThis.document?.body ?? null;
  try {
    const options = normalizeOptions(input);
    root = findRoot(options.root);
    const { glossary: source, wasm, signal } = options;
    signal?.throwIfAborted();
    const own = !options.engine && !isGlossary(source);
    const glossary = options.engine ? null : isGlossary(source) ? source : await loadGlossary(/** @type {any} */ (source), { wasm, signal });
    signal?.throwIfAborted();
    return new Glossator({ options, root, glossary, owned: own ? glossary : null, engine: options.engine ?? /** @type {Glossary} */ (glossary).engine });
  } catch (error) {
    if (isAbort(error, input?.signal)) throw error;
    const known = toGlossatorError(error, 'engine-dead', 'the glossator could not be made');
    if (root) emit(root, 'gloss-error', known);
    throw known;
  }
}

/** @param {GlossatorOptions['root']} root @returns {Element} */
function findRoot(root) {
  const document = globalThis.document;
  if (!document) throw new GlossatorError('option-invalid', 'there is no document here; use Glossary to read texts', { path: 'root' });
  let found;
  try {
    found = typeof root === 'string' ? document.querySelector(root) : !root ? document.body : root.nodeType === 9 ? /** @type {Document} */ (root).body : /** @type {Element} */ (root);
  } catch (cause) {
    throw new GlossatorError('option-invalid', `option "root" is ${JSON.stringify(root)}; expected an element or a selector`, { path: 'root', cause });
  }
  if (found) return found;
  const why = typeof root === 'string' ? `is ${JSON.stringify(root)}, and nothing on this page matches it` : 'has no body';
  throw new GlossatorError('option-invalid', `option "root" ${why}`, { path: 'root' });
}
