/** @file `glossator/react` and `glossator/vue` where there is no document. What they do in a browser is in tests/packages. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createSSRApp, h, reactive } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { signature } from '../../www/host/component.js';
import * as forReact from '../../www/host/react.js';
import * as forVue from '../../www/host/vue.js';

const options = { glossary: '/glossary.json' };

test('React renders the content on a server, and nothing else', () => {
  const html = renderToString(createElement(forReact.GlossPage, { as: 'article', className: 'story', options }, createElement('p', null, 'Text')));
  assert.equal(html, '<article class="story"><p>Text</p></article>');
});

test('Vue renders the content on a server, and nothing else', async () => {
  const app = createSSRApp({ render: () => h(forVue.GlossPage, { as: 'article', class: 'story', options }, () => h('p', 'Text')) });
  assert.equal(await renderVue(app), '<article class="story"><p>Text</p></article>');
});

describe('options are the same', () => {
  class Thing {}
  const [one, other] = [new Thing(), new Thing()];
  const circular = Object.assign(new Thing(), { self: /** @type {unknown} */ (null) });
  circular.self = circular;
  /** @type {[string, any, any, boolean][]} */
  const rows = [
    ['in a new object', { glossary: 'a', exclude: ['b'] }, { glossary: 'a', exclude: ['b'] }, true],
    ['with another value', { glossary: 'a' }, { glossary: 'b' }, false],
    ['with another value inside', { sidebar: { open: true } }, { sidebar: { open: false } }, false],
    ['with a new function', { tooltip: { render: () => 'a' } }, { tooltip: { render: () => 'b' } }, true],
    ['with the same instance', { glossary: one }, { glossary: one }, true],
    ['with another instance', { glossary: one }, { glossary: other }, false],
    ['with an instance that holds itself', { glossary: circular }, { glossary: circular }, true],
    ['with equal data', { glossary: { entries: [{ term: 'a' }] } }, { glossary: { entries: [{ term: 'a' }] } }, true],
    ['with data behind a proxy', { glossary: { entries: [{ term: 'a' }] } }, reactive({ glossary: { entries: [{ term: 'a' }] } }), true],
    ['with an equal address', { glossary: new URL('https://a.example') }, { glossary: new URL('https://a.example') }, true],
    ['with bytes of another file', { glossary: new Uint8Array(2) }, { glossary: new Uint8Array(2) }, false],
  ];
  for (const [name, a, b, expected] of rows) {
    test(`${name}: ${expected ? 'yes' : 'no'}`, () => assert.equal(signature(a) === signature(b), expected));
  }
});
