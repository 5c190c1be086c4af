/**
 * @file From the glossaries that are on to one compiled glossary, and its bytes into the database: by the import, in its worker, and by the
 * background where nobody has done it before. So `chrome` is not needed here.
 *
 * @typedef {import('../host/wasm/glossator.js').CompiledGlossary} CompiledGlossary
 * @typedef {import('./merge.js').Part} Part
 * @typedef {import('./store.js').StoredGlossary} StoredGlossary
 * @typedef {CompiledGlossary & {to_stored(): Uint8Array<ArrayBuffer>, indices_of(ids: string): Uint32Array}} StorableGlossary  that of the extension's module
 */

/**
 * A glossary as a part of the compiled one: which it was, and how many entries each of its chunks had.
 * @typedef {{glossary: StoredGlossary, sizes: number[]}} Piece
 */

import { compileGlossary, guarded } from '../host/engine.js';
import { GlossatorError } from '../host/errors.js';
import { languageOf, mergeGlossaries, partAt } from './merge.js';
import { changeGlossary, readChunks, saveCompiled } from './store.js';

/** Of this build: what another one has compiled is compiled anew. Put here by `xtask/js/dist-extension.js`. */
const BUILD = typeof GLOSSATOR_BUILD === 'string' ? GLOSSATOR_BUILD : '';

/**
 * What a compiled glossary depends on, and nothing else.
 * @param {StoredGlossary[]} active
 * @param {string} [language]  the page's
 */
export const keyOf = (active, language) =>
  JSON.stringify([BUILD, languageOf(active, language), active.map(({ id, language: own, batch, revision }) => [id, own, batch, revision])]);

/**
 * `loadWasm()` has to be done before.
 * @param {StoredGlossary[]} active  the first wins
 * @param {string} [language]  the page's
 * @returns {Promise<{compiled: StorableGlossary, pieces: Piece[], language: string}>}
 */
export async function compileActive(active, language) {
  /** @type {(Part & Piece)[]} */
  let parts = [];
  for (const glossary of active) {
    const chunks = await readChunks(glossary);
    parts.push({ id: glossary.id, language: glossary.language, entries: chunks.flat(), glossary, sizes: chunks.map(({ length }) => length) });
  }
  for (;;) {
    try {
      const merged = mergeGlossaries(parts, language);
      const compiled = /** @type {StorableGlossary} */ (compileGlossary(merged));
      return { compiled, pieces: parts.map(({ glossary, sizes }) => ({ glossary, sizes })), language: merged.language ?? 'en' };
    } catch (error) {
      // One glossary that the engine refuses (it was checked by an older one) must not take the others along.
      const index = error instanceof GlossatorError && error.code === 'glossary-invalid' && /^entries\[(\d+)\]/.exec(error.path ?? '')?.[1];
      const culprit = index ? partAt(parts, Number(index)) : undefined;
      if (!culprit) throw error;
      parts = parts.filter((part) => part !== culprit);
      await changeGlossary(culprit.id, { enabled: false, problem: /** @type {Error} */ (error).message });
    }
  }
}

/**
 * Keeps what was compiled for the next start of the background.
 * @param {string} key  from `keyOf`
 * @param {{compiled: StorableGlossary, pieces: Piece[], language: string}} made
 */
export function keepCompiled(key, { compiled, pieces, language }) {
  const bytes = guarded(() => compiled.to_stored());
  return saveCompiled({ key, bytes, pieces, language });
}

/**
 * Compiles what the next page will ask for, if nobody has. For the import, whose reader waits anyway.
 * @param {StoredGlossary[]} all
 * @param {string[]} languages  of the pages that are likely
 */
export async function compileAhead(all, languages) {
  const active = all.filter(({ enabled, sites }) => enabled && !sites.length);
  const wanted = new Map(languages.map((language) => [keyOf(active, language), language]));
  for (const [key, language] of wanted) {
    const made = await compileActive(active, language);
    await keepCompiled(key, made);
    made.compiled.free();
  }
}
