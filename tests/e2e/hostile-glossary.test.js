/**
 * @file A glossary is data: whatever its strings say, no script runs, no markup is read as markup, and no link leads anywhere but to http(s).
 *
 * The strings are DOMPurify's payloads and the Big List of Naughty Strings, which are not part of the project (tests/README.md), in every field
 * of an entry, in the article and in its title; a few of our own stand in where those are missing.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corpora, isMissing } from '../../benches/quality/corpora.js';
import { eachEngine } from '../support/browsers.js';
import { cardOpen, enriched, open, openSidebar } from './steps.js';

const missing = isMissing('adversarial');

const OUR_OWN = [
  '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '"><svg onload=alert(1)>', 'javascript:alert(1)', '</p><b>x</b>',
  'data:text/html,<script>alert(1)</script>', '{{constructor.constructor("alert(1)")()}}', '<a href="javascript:alert(1)">x</a>',
];

/** @returns {string[]} */
function payloads() {
  if (missing) return OUR_OWN;
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(path.join(corpora, 'adversarial', name), 'utf8'));
  const purify = read('dompurify-expect.json').map((/** @type {{payload: string}} */ { payload }) => payload);
  // Lone surrogates do not survive the way into the browser, and what shows nothing is no term.
  return [...OUR_OWN, ...purify, ...read('blns.json')].filter((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) && text.isWellFormed());
}

const all = payloads();
/** So many entries are one page: their cards and rows are all looked at. */
const AT_ONCE = 260;
const pages = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE));

/** What card and sidebar are made of. Anything else in them came from a string. */
const MADE_OF = 'a bdi button cite div h2 h3 h4 img input label li ol p path section slot span svg ul'.split(' ');

/**
 * In the page: a glossary of the strings, everything of it opened, and what is wrong with what is there.
 * @param {string[]} strings
 * @param {string[]} madeOf
 */
async function look(strings, madeOf) {
  /** @type {string[]} */
  const wrong = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.assign(globalThis, { [name]: (/** @type {unknown[]} */ ...what) => void wrong.push(`${name}(${what.join()}) was called`) });
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    // Pictures of other sites are the entry's own wish, and the page's policy has the last word on them.
    if (violatedDirective !== 'img-src' && blockedURI !== 'wasm-eval') wrong.push(`the policy had to stop ${violatedDirective} ${blockedURI} ${sample}`);
  });
  const { Glossary } = await import('/host/index.js');
  /** A label has 1,000 bytes at most: the definition alone takes the whole of long ones. */
  const short = (/** @type {string} */ text) => [...text].slice(0, 240).join('').trim();
  const article = document.createElement('main');
  const h1 = document.createElement('h1');
  h1.textContent = strings[0] ?? '';
  article.append(h1);
  const entries = [];
  for (const [i, text] of strings.entries()) {
    const p = document.createElement('p');
    p.textContent = `The word qx${i}z is said here, on 1 March 2020, of ${text.slice(0, 200)} at last.`;
    article.append(p);
    const idOf = (/** @type {number} */ i) => `${i} ${short(strings[i] ?? '')}`;
    const name = short(text);
    const entry = { id: idOf(i), term: name, aliases: [`qx${i}z`], definition: text, category: name, pronunciation: name, source: name, related: [idOf((i + 1) % strings.length)] };
    /** @type {Record<string, string>} */
    const links = {};
    for (const name of ['url', 'image']) {
      const isTaken = await Glossary.load({ entries: [{ term: 'x', definition: 'x', [name]: text }] }).then((glossary) => (glossary.free(), true), () => false);
      if (isTaken) links[name] = text;
    }
    entries.push({ ...entry, ...links });
  }
  document.body.replaceChildren(article);
  const elements = document.querySelectorAll('*').length;
  await t.enrich({ glossary: { entries }, occurrences: 'all', maxMarks: 100_000, density: 0, sidebar: { open: true } });

  /** @param {Element | undefined} host @param {string} where */
  const check = (host, where) => {
    for (const node of host?.shadowRoot?.querySelectorAll('*') ?? []) {
      if (!madeOf.includes(node.localName)) wrong.push(`${where}: <${node.localName}>`);
      for (const { name, value } of node.attributes) {
        if (/^on/i.test(name) || name === 'srcdoc' || (name === 'style' && !node.matches('.terms'))) wrong.push(`${where}: ${name}=${value}`);
        if ((name === 'href' || name === 'src') && !/^https?:$/.test(new URL(value, 'x:').protocol)) wrong.push(`${where}: ${name}=${value}`);
      }
    }
  };
  const same = (/** @type {string | null | undefined} */ shown, /** @type {string} */ text, /** @type {string} */ where) => {
    if (shown !== text) wrong.push(`${where} is ${JSON.stringify(shown)} for ${JSON.stringify(text)}`);
  };
  /** @type {Set<number>} */
  const cards = new Set();
  for (const mark of document.querySelectorAll('gloss-term')) {
    const index = /^qx(\d+)z$/.exec(mark.textContent ?? '')?.[1];
    if (index === undefined) continue;
    /** @type {HTMLElement} */ (mark).click();
    const [card] = t.cards();
    const [text = '', where] = [strings[Number(index)], `card ${index}`];
    const part = (/** @type {string} */ name) => card?.shadowRoot?.querySelector(`[part="${name}"]`)?.textContent;
    same(part('title'), short(text), `${where}: title`);
    same(part('definition'), text, `${where}: definition`);
    same(part('pronunciation'), short(text), `${where}: pronunciation`);
    check(card, where);
    cards.add(Number(index));
  }
  for (const row of t.inSidebar('.name')) row.click();
  check(document.querySelector('gloss-sidebar') ?? undefined, 'sidebar');
  const rows = t.inSidebar('.word').map((word) => word.textContent);
  for (const text of strings) if (!rows.includes(short(text))) wrong.push(`sidebar: no row for ${JSON.stringify(short(text))}`);

  /** @type {string[]} */
  const printed = await new Promise((done) => {
    new MutationObserver((records, observer) => {
      const frame = records.flatMap(({ addedNodes }) => [...addedNodes]).find((node) => node.nodeName === 'IFRAME');
      if (!(frame instanceof HTMLIFrameElement)) return;
      observer.disconnect();
      const view = /** @type {Window} */ (frame.contentWindow);
      view.print = () => {
        done([...view.document.body.querySelectorAll('*')].map(({ localName }) => localName));
        view.dispatchEvent(new Event('afterprint'));
      };
    }).observe(document.documentElement, { childList: true });
    t.inSidebar('.foot button').at(-1)?.click();
    [...t.inSidebar('.foot > button')].at(-1)?.click();
  });
  for (const name of printed) if (!['h1', 'p', 'dl', 'dt', 'dd', 'span', 'cite'].includes(name)) wrong.push(`print: <${name}>`);
  await new Promise((next) => setTimeout(next, 50));
  t.current().destroy();
  if (document.querySelectorAll('*').length !== elements) wrong.push('destroy() left elements in the page');
  return { wrong: wrong.slice(0, 20), without: strings.flatMap((text, i) => (cards.has(i) ? [] : [`${i}: ${text.slice(0, 100)}`])) };
}

for (const [policy, path] of [['no policy', 'clean.html'], ['trusted types', 'clean.html?csp=trusted']]) {
  for (const [i, strings] of pages.entries()) {
    eachEngine(
      `what a glossary says is text, ${policy}, page ${i + 1} of ${pages.length}${missing ? ` (ours only: ${missing})` : ''}`,
      async (page) => {
        await open(page, /** @type {string} */ (path));
        const { wrong, without } = await page.evaluate(look, strings, MADE_OF);
        assert.deepEqual(wrong, []);
        assert.deepEqual(without, [], 'every entry had its card');
      },
      // pictures that are not there, of sites that are not there, and what engines write about the forbidden Wasm
      { errors: [/Failed to load resource|Content.Security.Policy|CSP|ERR_|NetworkError|blocked/i, /WebAssembly|Refused/i], timeout: 120_000 },
    );
  }
}

eachEngine(
  "require-trusted-types-for 'script'; default-src 'self': card and sidebar in full",
  async (page) => {
    await enriched(page, 'news.html?csp=trusted', { glossary: '/pages/news.json', sidebar: { open: true } });
    await openSidebar(page);
    await page.click('gloss-term');
    const { text, links } = await cardOpen(page);
    for (const part of ['Fuel', 'green ammonia', 'Ammonia whose hydrogen', 'See also', 'electrolyser', 'Harbour Handbook', '2 of 4 in this article']) assert.ok(text.includes(part), part);
    assert.equal(links.length, 1);
    const sections = await page.evaluate(() => t.inSidebar('h3').filter(t.isShown).map(({ innerText }) => innerText));
    assert.deepEqual(sections, ['In brief', 'Key terms', 'People and organisations', 'Abbreviations', 'Timeline', 'Figures']);
    // its styles are there: under this policy only those that were constructed are
    assert.notEqual(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (t.inSidebar('.panel')[0])).position), 'static');
  },
  { errors: [/Content.Security.Policy|CSP|WebAssembly|Refused|blocked/i] },
);
