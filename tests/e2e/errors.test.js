/** @file Whatever fails, the page stays as it was and the error says what and where. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardOpen, open } from './steps.js';

/** What a browser itself writes about the failed request or the forbidden Wasm. */
const browserNoise = [/Failed to load resource/, /Content.Security.Policy|CSP/i, /blocked/i, /WebAssembly/];

/**
 * Enriches and tells what came of it.
 * @param {import('../support/page.js').Page} page
 * @param {string} path
 * @param {Record<string, unknown>} options
 */
async function failure(page, path, options) {
  await open(page, path);
  return page.evaluate(async (options) => {
    t.remember();
    const { GlossatorError } = await import('/host/index.js');
    const error = await t.enrich({ sidebar: true, ...options }).then(
      () => null,
      (error) => ({
        right: error instanceof GlossatorError,
        code: error.code,
        path: error.path ?? null,
        message: error.message,
      }),
    );
    const events = t.seenEvents().map(({ type, detail }) => [type, detail]);
    return { error, events, changes: t.changes() };
  }, options);
}

/**
 * @param {Awaited<ReturnType<typeof failure>>} outcome
 * @param {{code: string, path?: string | null, message?: RegExp}} expected
 */
function assertFailed({ error, events, changes }, { code, path, message }) {
  assert.ok(error !== null, 'it did not fail');
  assert.ok(error.right, `not a GlossatorError: ${error.message}`);
  assert.equal(error.code, code, error.message);
  if (path !== undefined) assert.equal(error.path, path, error.message);
  if (message !== undefined) assert.match(error.message, message);
  assert.deepEqual(events, [['gloss-error', code]]);
  assert.deepEqual(changes, {});
}

/** Documents without a body, the second one as it is for a script in the head that does not wait. @type {[string, () => Promise<any>][]} */
const bodiless = [
  ['of another kind', async () => {
    const { createGlossator } = await import('/host/index.js');
    const root = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml');
    return createGlossator({ glossary: { entries: [] }, root }).catch(({ name, code, path, message }) => ({ name, code, path, message }));
  }],
  ['that has none yet', async () => {
    const { createGlossator } = await import('/host/index.js');
    const { body } = document;
    body.remove();
    const error = await createGlossator({ glossary: { entries: [] } }).catch(({ name, code, path, message }) => ({ name, code, path, message }));
    document.documentElement.append(body);
    return error;
  }],
];

for (const [name, make] of bodiless) {
  eachEngine(`a document ${name}: no body`, async (page) => {
    await open(page, 'clean.html');
    const error = await page.evaluate(make);
    assert.deepEqual(error, { name: 'GlossatorError', code: 'option-invalid', path: 'root', message: 'option "root" has no body' });
  });
}

const good = { term: 'blockchain', definition: 'A ledger.' };

/** @type {[string, unknown, {path?: string | null, message?: RegExp}][]} */
const broken = [
  ['a missing definition', { entries: [good, { id: 'm', term: 'Metaverse' }] }, { path: 'entries[1].definition', message: /\bm\b|entry 1/ }],
  ['a missing term', { entries: [{ definition: 'No term.' }] }, { path: 'entries[0].term' }],
  ['a wrong type', { entries: [{ ...good, aliases: 'ledger' }] }, { path: 'entries[0].aliases' }],
  ['a duplicate id', { entries: [{ id: 'a', ...good }, { id: 'a', term: 'Metaverse', definition: 'A world.' }] }, { path: 'entries[1].id', message: /\ba\b/ }],
  ['no entries', {}, { path: 'entries' }],
];

for (const [name, glossary, expected] of broken) {
  eachEngine(`a broken glossary: ${name}`, async (page) => {
    assertFailed(await failure(page, 'clean.html', { glossary }), { code: 'glossary-invalid', ...expected });
  });
}

eachEngine('a broken glossary: not JSON', async (page) => {
  assertFailed(await failure(page, 'clean.html', { glossary: '/pages/clean.html' }), { code: 'glossary-invalid' });
});

eachEngine('a broken glossary: ten megabytes of nothing', async (page) => {
  assertFailed(await failure(page, 'clean.html', { glossary: '/spaces.json' }), { code: 'glossary-invalid' });
});

for (const address of ['/pages/absent.json', '/pages/glossary.json?status=500', 'http://127.0.0.1:9/glossary.json']) {
  eachEngine(
    `a glossary that cannot be fetched: ${address}`,
    async (page) => {
      assertFailed(await failure(page, 'clean.html', { glossary: address }), { code: 'network' });
    },
    { errors: [...browserNoise, /Cross-Origin|access control|could not load|127\.0\.0\.1:9/i] },
  );
}

eachEngine(
  'Wasm that cannot be fetched',
  async (page) => {
    assertFailed(await failure(page, 'clean.html', { wasm: '/host/absent.wasm' }), { code: 'wasm-load' });
  },
  { errors: browserNoise },
);

// The second one forbids Wasm as well, which Firefox says when it is tried; the engine in JavaScript then does the work.
for (const [csp, errors] of /** @type {[string, RegExp[]][]} */ ([['strict', []], ['trusted', [/blocked WebAssembly/]]])) {
  eachEngine(`a page under a ${csp} policy works in full`, async (page) => {
    await open(page, `clean.html?csp=${csp}`);
    const { before, marks } = await page.evaluate(async () => {
      t.remember();
      const { marks } = await t.enrich({ occurrences: 'all', sidebar: { open: true } });
      return { before: t.textChanges(), marks };
    });
    assert.equal(marks.length, 4);
    assert.deepEqual(before, {});
    await page.hover('gloss-term');
    const { text, box } = await cardOpen(page);
    assert.ok(text.includes('A shared virtual world'), text);
    assert.ok(box.right - box.left >= 200, 'the card has its style');
    assert.match(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('gloss-term'))).textDecorationLine), /underline/);
    await page.waitFor(() => t.inSidebar('.word').length > 0, { what: 'the list in the sidebar' });
    assert.notEqual(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (t.inSidebar('.panel')[0])).position), 'static', 'the sidebar has its style');
    assert.deepEqual(await page.evaluate(() => (t.current().destroy(), t.changes())), {});
  }, { errors });
}
