/** @file The extension's messages where the browser gives none. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { LOCALES, localesOf, messagesOf } from '../../www/extension/own-messages.js';

const folder = new URL('../../www/extension/_locales/', import.meta.url);
const files = Object.fromEntries(await Promise.all((await readdir(folder)).map(async (name) => [name, JSON.parse(await readFile(new URL(`${name}/messages.json`, folder), 'utf8'))])));

describe('a message', () => {
  const text = messagesOf([files['de'], files['en']]);
  /** @type {[name: string, substitutions: string | string[] | undefined, expected: string][]} */
  const rows = [
    ['language', undefined, 'de'],
    ['moved', ['KPMG', '2', '7'], files['de'].moved.message.replace('$COUNT$', 'KPMG').replace('$B$', '2').replace('$C$', '7')],
    ['terms_other', '12', files['de'].terms_other.message.replace('$COUNT$', '12')],
    ['terms_other', undefined, files['de'].terms_other.message.replace('$COUNT$', '')],
    ['no such message', undefined, ''],
    ['toString', undefined, ''],
  ];
  for (const [name, substitutions, expected] of rows) test(`${name} ${substitutions ?? ''}`, () => assert.equal(text(name, substitutions), expected));

  test('that is not there in the first file, from the next', () => assert.equal(messagesOf([{}, files['en']])('language'), 'en'));
  test('what is put in is text, whatever it looks like', () => assert.match(text('problem', '$1 $COUNT$ $&'), /\$1 \$COUNT\$ \$&/));
  test('there are no messages at all', () => assert.equal(messagesOf([])('language'), ''));
});

describe('the languages of messages', () => {
  for (const [language, expected] of /** @type {[string, string[]][]} */ ([
    ['de', ['de', 'en']],
    ['de-AT', ['de', 'en']],
    ['zh-CN', ['zh_CN', 'en']],
    ['zh_CN', ['zh_CN', 'en']],
    ['en', ['en']],
    ['en-US', ['en']],
    ['it', ['en']],
    ['', ['en']],
  ])) test(`for ${JSON.stringify(language)}`, () => assert.deepEqual(localesOf(language), expected));

  test('are all that there are', () => assert.deepEqual(LOCALES, Object.keys(files).sort()));
});
