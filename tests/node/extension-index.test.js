/**
 * @file The index of a glossary is stored, and read by later versions of the extension. So the engine has to say the same hashes of the same entries, or the stored ones have to be known as old.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { flatten } from '../../www/host/flat.js';
import { FORMAT } from '../../www/extension/indexing.js';
import { CompiledGlossary, initSync } from '../../www/extension/wasm/glossator.js';
import { wordNetEntries } from '../support/wordnet.js';

/** What the hashes of format 5 come to. With another engine and the same format, readers' pages would lack marks. */
const KNOWN = { format: 5, sum: 'f77badc40bcf9398' };

/** Whose word forms the engine may know, and one whose i has no dot. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'zh', 'ar', 'ja', 'ru', 'tr'];

/** What WordNet has little of. */
const TERMS = ['Straße', 'Börsenaufsicht', 'Aktie', 'État membre', 'œuvre', 'banco central', 'niño', 'Центральный банк', 'ёж', 'البنك المركزي', 'مسرد', '区块链', '中国证监会', 'ブロックチェーン', 'İstanbul', 'ılık', 'AT&T', "driver's licence", 'e-mail', 'naïve', 'ﬁnance', 'x²', '5G', 'C++', 'U.S.'];

before(async () => initSync({ module: await readFile(new URL('../../www/extension/wasm/glossator_bg.wasm', import.meta.url)) }));

test(`the hashes are those of format ${FORMAT}: where they are others, raise FORMAT in www/extension/indexing.js and put the new sum here`, async () => {
  const entries = [...TERMS.map((term, at) => ({ id: `own-${at}`, term, definition: 'x' })), ...(await wordNetEntries(5000))];
  const hash = createHash('sha256');
  for (const language of LANGUAGES) {
    const compiled = new CompiledGlossary(...flatten({ language, entries }));
    const numbers = /** @type {import('../../www/extension/hashes.js').HashableGlossary} */ (compiled).hashes();
    assert.ok(numbers.length > entries.length, language);
    hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    compiled.free();
  }
  assert.deepEqual({ format: FORMAT, sum: hash.digest('hex').slice(0, 16) }, KNOWN);
});
