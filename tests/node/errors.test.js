/** @file Errors that a program can branch on, whatever was thrown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GlossatorError, isAbort, isErrorCode, toGlossatorError } from '../../www/host/errors.js';

test('a GlossatorError has name, code, message, path and cause', () => {
  const cause = new Error('why');
  const error = new GlossatorError('glossary-invalid', 'no term', { path: 'entries[3].term', cause });
  assert.ok(error instanceof Error);
  assert.deepEqual([error.name, error.code, error.message, error.path, error.cause], ['GlossatorError', 'glossary-invalid', 'no term', 'entries[3].term', cause]);
  assert.equal(new GlossatorError('network', 'x').path, undefined);
});

test('a GlossatorError is passed on as it is', () => {
  const error = new GlossatorError('network', 'offline');
  assert.equal(toGlossatorError(error, 'engine-dead', 'context'), error);
});

test('an error that carries one of our codes keeps it, its path and its message', () => {
  const thrown = Object.assign(new Error('entries[0].term: missing'), { code: 'glossary-invalid', path: 'entries[0].term' });
  const error = toGlossatorError(thrown, 'engine-dead', 'context');
  assert.deepEqual([error.code, error.path, error.message, error.cause], ['glossary-invalid', 'entries[0].term', 'entries[0].term: missing', thrown]);
});

test('anything else gets the given code, the context and what is known of it', () => {
  for (const [thrown, message] of /** @type {[unknown, string][]} */ ([
    [new TypeError('fetch failed'), 'loading: fetch failed'],
    [Object.assign(new Error('node'), { code: 'ENOENT' }), 'loading: node'],
    ['a string', 'loading: a string'],
    [undefined, 'loading: undefined'],
    [null, 'loading: null'],
    [{ message: '' }, 'loading: [object Object]'],
  ])) {
    const error = toGlossatorError(thrown, 'network', 'loading');
    assert.deepEqual([error.code, error.message, error.cause], ['network', message, thrown]);
  }
});

test('codes are exactly those of the contract', () => {
  for (const code of ['glossary-invalid', 'option-invalid', 'wasm-blocked', 'wasm-load', 'engine-dead', 'network']) assert.ok(isErrorCode(code), code);
  for (const code of ['', 'ENOENT', undefined, 'toString']) assert.equal(isErrorCode(code), false);
});

test('an abort is told from a failure', () => {
  const controller = new AbortController();
  assert.equal(isAbort(new DOMException('', 'AbortError'), controller.signal), false);
  controller.abort(new Error('enough'));
  assert.equal(isAbort(controller.signal.reason, controller.signal), true);
  assert.equal(isAbort(new DOMException('', 'AbortError'), controller.signal), true);
  assert.equal(isAbort(new Error('other'), controller.signal), false);
  assert.equal(isAbort(new Error('other'), undefined), false);
});
