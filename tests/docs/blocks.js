/**
 * @file The code blocks of the documentation, and what a comment above one says about how to run it. Readers do not see these comments, neither in a repository viewer nor on the site:
 *
 *     <!-- test: node -->                        in Node, not in a page
 *     <!-- test: before const text = '…'; -->    with this in front of it (and `after`: behind it)
 *     <!-- test: in examples -->                 each line stands in a project of www/examples, which are built and looked at (`cargo xtask test --only examples`)
 *
 * PHP, and what web servers read, is run by these (`servers.js`). A block of `text` is no code.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../xtask/js/serve.js';

/**
 * @typedef {object} Block
 * @property {string} name  file and line
 * @property {string} language  as it is written; `text` is no code
 * @property {string} code  without what a list puts in front of it
 * @property {string[]} notes  of the comment above
 */

/** @returns {string[]} every file that has documentation for users */
export const files = () => ['README.md', 'www/host/README.md', 'www/examples/README.md', ...readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** @param {string} file @returns {Block[]} */
export function blocksOf(file) {
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let notes = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const note = /^\s*<!-- test: (.*?) ?-->$/.exec(line)?.[1];
    if (note !== undefined) notes.push(note);
    const [fence, indent = '', language = ''] = /^(\s*)```(.*)$/.exec(line) ?? [];
    if (fence === undefined) {
      if (note === undefined && line.trim() !== '') notes = [];
      continue;
    }
    const end = lines.indexOf(`${indent}\`\`\``, at + 1);
    if (end < 0) throw new Error(`${file}:${at + 1}: the block does not end`);
    const code = lines.slice(at + 1, end).map((text) => text.slice(indent.length)).join('\n');
    blocks.push({ name: `${file}:${at + 1}`, language, code: `${code}\n`, notes });
    notes = [];
    at = end;
  }
  return blocks;
}

/** @param {Block} block @param {string} word  the first of a note @returns {string} the rest of these notes */
export const noted = ({ notes }, word) => notes.filter((note) => note.startsWith(`${word} `)).map((note) => note.slice(word.length + 1)).join('\n');

/**
 * What a comment behind a call says that it gives becomes a check: `same(await (call), value)`.
 * @param {string} code
 */
export const withChecks = (code) =>
  code.replace(/^(?:console\.log\((.+)\)|([^=\n]+\))); +\/\/ (\[.*\])$/gm, (_, logged, called, value) => `same(await (${logged ?? called}), ${value});`);

/**
 * Fails unless a value has everything that is said of it. Runs in pages too, so it uses nothing from here.
 * @param {any} value
 * @param {any} said
 */
export function same(value, said) {
  /** @type {(a: any, b: any) => boolean} */
  const has = (a, b) =>
    typeof b === 'object' && b !== null ? Object.keys(b).every((key) => has(a?.[key], b[key])) && (!Array.isArray(b) || a.length === b.length) : Object.is(a, b);
  if (!has(value, said)) throw new Error(`it gives ${JSON.stringify(value)}, and not ${JSON.stringify(said)}`);
}

/** The sources of all examples. */
const examples = path.join(root, 'www/examples');

/**
 * @param {string} code
 * @returns {string[]}  the lines that are in no example, without what is said about them
 */
export function inExamples(code) {
  const names = readdirSync(examples, { recursive: true }).map(String).filter((name) => /\.(js|jsx|svelte|astro|html|vue)$/.test(name) && !name.includes('node_modules'));
  const sources = names.map((name) => readFileSync(path.join(examples, name), 'utf8'));
  const lines = code.split('\n').map((line) => line.replace(/ +\/\/ .*/, '').trim()).filter(Boolean);
  return lines.filter((line) => !sources.some((source) => source.includes(line)));
}
