/**
 * @file Where the corpora are: texts of others with answers, which are not part of the project (README, "Tests").
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../xtask/js/serve.js';

/** `$GLOSSATOR_CORPORA`, or the folder beside the project. */
export const corpora = process.env.GLOSSATOR_CORPORA ? path.resolve(process.env.GLOSSATOR_CORPORA) : path.resolve(root, '../shared/corpora');

/**
 * Why a corpus cannot be used; nothing where it can. One that was named has to be there.
 * @param {string} name
 * @returns {string | undefined}
 */
export function isMissing(name) {
  const folder = path.join(corpora, name);
  if (existsSync(folder)) return undefined;
  if (process.env.GLOSSATOR_CORPORA) throw new Error(`GLOSSATOR_CORPORA has no ${name}: looked for ${folder}`);
  return `${name} is not there; looked in ${corpora}`;
}

/**
 * A page with the text of its article: as text, as HTML, or as selectors of the page, the first of which that is there counts.
 * @typedef {{selectors: (string | string[])[], clean: string[]}} Selected
 * @typedef {{name: string, html: string, article: {text: string} | {html: string} | Selected}} ArticlePage
 */

/** @returns {Generator<ArticlePage>} pages of news sites and blogs, with the article's text as people marked it */
export function* newsPages() {
  const folder = path.join(corpora, 'pages-aeb');
  const truth = JSON.parse(readFileSync(path.join(folder, 'ground-truth.json'), 'utf8'));
  for (const [name, { articleBody }] of Object.entries(truth)) {
    yield { name, html: gunzipSync(readFileSync(path.join(folder, 'html', `${name}.html.gz`))).toString(), article: { text: articleBody } };
  }
}

/** @returns {Generator<ArticlePage>} the test pages of Readability.js, with what it makes of them */
export function* readabilityPages() {
  const folder = path.join(corpora, 'pages-readability');
  for (const name of readdirSync(folder).sort()) {
    const read = (/** @type {string} */ file) => readFileSync(path.join(folder, name, file), 'utf8');
    yield { name, html: read('source.html'), article: { html: read('expected.html') } };
  }
}

/**
 * A page in whatever encoding it says.
 * @param {string} file
 */
export function readHtml(file) {
  const bytes = readFileSync(file);
  const [, charset = 'utf-8'] = /(?:charset|<\?xml[^>]* encoding)=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 3000)) ?? [];
  return new TextDecoder(charset).decode(bytes);
}

/** An article with the phrases that readers named. @typedef {{name: string, text: string, terms: string[]}} KeyTermDocument */

/** What the weights of key terms and salience were chosen on. */
export const KEY_TERMS = '500N-KPCrowd';

/**
 * All sets of key terms that are there, that one first. Each has its texts in `docs` or `docsutf8` and its answers in `keys`, as the archives of the collection do.
 * @returns {string[]}
 */
export function keyTermSets() {
  const folder = path.join(corpora, 'keyterms');
  return [KEY_TERMS, ...readdirSync(folder).filter((name) => name !== KEY_TERMS && existsSync(path.join(folder, name, 'keys'))).sort()];
}

/**
 * @param {string} [set]
 * @returns {Generator<KeyTermDocument>}
 */
export function* keyTerms(set = KEY_TERMS) {
  const folder = path.join(corpora, 'keyterms', set);
  const docs = path.join(folder, existsSync(path.join(folder, 'docs')) ? 'docs' : 'docsutf8');
  for (const file of readdirSync(docs).sort()) {
    const name = file.replace(/\.txt$/, '');
    const key = path.join(folder, 'keys', `${name}.key`);
    // Some of these collections have no key for a few of their texts.
    if (!existsSync(key)) continue;
    const terms = readFileSync(key, 'utf8').split('\n').map((term) => term.trim()).filter(Boolean);
    yield { name, text: readFileSync(path.join(docs, file), 'utf8'), terms };
  }
}

/** An abstract with summaries of one sentence. @typedef {{title: string, sentences: string[], summaries: string[]}} Abstract */

/** @returns {Generator<Abstract>} */
export function* abstracts() {
  for (const line of readFileSync(path.join(corpora, 'summaries/scitldr-a/dev.jsonl'), 'utf8').trim().split('\n')) {
    const { title, source, target } = JSON.parse(line);
    yield { title, sentences: source, summaries: target };
  }
}
