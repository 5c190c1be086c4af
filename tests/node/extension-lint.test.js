/** @file The built extensions as the linter of Firefox's store sees them, and what their manifests and words promise. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../../xtask/js/serve.js';
import { built } from '../support/extension-built.js';

const run = promisify(execFile);

/** The linter starts slowly. */
const LINT_MS = 120_000;

/** @param {string} file */
const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));

/**
 * What Firefox's linter has against the build that Firefox never gets: a permission that only Chromium knows, and without which it has no side panel. What Chromium
 * itself says of that build is asked in `tests/e2e/extension.test.js`.
 */
const ONLY_CHROMIUM = [
  'MANIFEST_PERMISSIONS manifest.json: /permissions: Invalid permissions "sidePanel" at 3.',
];

describe('web-ext lint, of the zips', () => {
  for (const [browser, known] of /** @type {const} */ ([['chrome', ONLY_CHROMIUM], ['firefox', []]])) {
    test(browser, { timeout: LINT_MS }, async () => {
      const linter = path.join(root, 'node_modules/web-ext/bin/web-ext.js');
      const zip = path.join(path.dirname(await built(browser)), `glossator-${browser}.zip`);
      const { stdout } = await run(process.execPath, [linter, 'lint', '--source-dir', zip, '--output', 'json', '--no-config-discovery']).catch((error) => error);
      const { errors, warnings, notices } = JSON.parse(stdout);
      const told = (/** @type {{code: string, message: string, file: string}[]} */ list) => list.map(({ code, message, file }) => `${code} ${file}: ${message}`).sort();
      assert.deepEqual([told(errors), told(warnings), told(notices)], [[], known, []]);
    });
  }
});

test('no permission but those that were promised, and sites only where the reader says so', async () => {
  for (const browser of /** @type {const} */ (['chrome', 'firefox'])) {
    const manifest = await readJson(path.join(await built(browser), 'manifest.json'));
    // docs/decisions.md says why
    const extra = browser === 'chrome' ? ['sidePanel'] : [];
    assert.deepEqual(manifest.permissions.filter((/** @type {string} */ name) => !extra.includes(name)), ['activeTab', 'contextMenus', 'scripting', 'storage']);
    assert.deepEqual(manifest.optional_host_permissions, ['https://*/*', 'http://*/*']);
    assert.equal('host_permissions' in manifest || 'content_scripts' in manifest, false);
  }
});

test('the stores get a text in each language, as long as they take', async () => {
  const folder = path.join(path.dirname(await built('chrome')), 'store');
  const locales = await readdir(path.join(root, 'www/extension/_locales'));
  assert.deepEqual((await readdir(folder)).sort(), locales.map((locale) => `${locale}.txt`).sort());
  for (const locale of locales) {
    const [name = '', short = '', ...long] = (await readFile(path.join(folder, `${locale}.txt`), 'utf8')).split('\n\n');
    assert.ok(name.length <= 45, locale);
    assert.ok(short.length > 20 && short.length <= 132, locale);
    // The same promises in each.
    assert.equal(long.join('\n').match(/^• /gm)?.length, 6, locale);
  }
});

describe('the words', async () => {
  const folder = path.join(root, 'www/extension');
  const locales = await readdir(path.join(folder, '_locales'));
  const english = await readJson(path.join(folder, '_locales/en/messages.json'));
  const sources = await Promise.all((await readdir(folder)).filter((name) => /\.(js|html|json)$/.test(name)).map((name) => readFile(path.join(folder, name), 'utf8')));
  const source = sources.join('\n');

  test('are there in six languages', () => assert.deepEqual(locales.sort(), ['ar', 'de', 'en', 'es', 'fr', 'zh_CN']));

  for (const locale of locales) {
    test(locale, async () => {
      const messages = await readJson(path.join(folder, '_locales', locale, 'messages.json'));
      const categories = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions().pluralCategories;
      for (const [name, { placeholders = {} }] of Object.entries(english)) {
        const [, stem = '', category = ''] = /^(.+)_(zero|one|two|few|many|other)$/.exec(name) ?? [];
        // A category that a language does not have would never be asked for.
        if (stem && `${stem}_other` in english && !(/** @type {string[]} */ (categories).includes(category))) continue;
        assert.ok(messages[name]?.message, `${name} is not there`);
        if (!stem) assert.deepEqual(Object.keys(messages[name].placeholders ?? {}), Object.keys(placeholders), name);
      }
      for (const name of Object.keys(messages)) {
        const stem = name.replace(/_(zero|one|two|few|many|other)$/, '');
        assert.ok(name in english || `${stem}_other` in english, `${name} is nobody’s`);
      }
    });
  }

  test('that the pages ask for are there', () => {
    const asked = [...source.matchAll(/\b(?:text|getMessage)\('([a-z_]+)'|data-(?:text|label)="([a-z_]+)"|__MSG_(\w+)__/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    const missing = asked.filter((name) => !(name in english));
    assert.deepEqual(missing, []);
    assert.ok(asked.length > 80, String(asked.length));
    for (const [, name] of source.matchAll(/\bplural\('([a-z_]+)'/g)) assert.ok(`${name}_other` in english, name);
  });

  test('are all used', () => {
    const used = (/** @type {string} */ name) => source.includes(`'${name}'`) || source.includes(`"${name}"`) || source.includes(`__MSG_${name}__`);
    const unused = Object.keys(english).filter((name) => !used(name) && !used(name.replace(/_(one|other)$/, '')) && !/^(field|every)_/.test(name));
    // chosen by the state of the page
    assert.deepEqual(unused.filter((name) => !['off', 'unreachable', 'working'].includes(name)), []);
  });
});
