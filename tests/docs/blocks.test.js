/** @file Every code block of the documentation does what it says: `cargo xtask test --only docs`. Needs `dist/npm` and `dist/embed`. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import { find, listen, root, types } from '../../xtask/js/serve.js';
import { Glossary } from '../../www/host/index.js';
import { emptyProject, pack, run } from '../packages/packed.js';
import { launchOptions } from '../support/playwright.js';
import { blocksOf, files, inExamples, noted, same, withChecks } from './blocks.js';
import { apache, nginx, php } from './servers.js';

/** @typedef {import('./blocks.js').Block} Block */

/** ms for one block in a page. */
const TIMEOUT = 20_000;

/** A host of others in the documentation. */
const CDN = 'https://cdn.example';

/** What pages of the documentation have in common: an article, and a glossary with terms of it. */
const ARTICLE = `<article class="entry-content gh-content"><h1>A currency without paper</h1>
  <p>The CSRC and the central bank look at the digital yuan. KPMG, an auditor, counts <b>digital yuan</b> wallets.</p>
  <p>Nobody has ever seen one of them on a table, and that is the point: it is a number that the central bank writes down.</p></article>`;
const GLOSSARY = {
  entries: [
    { id: 'csrc', term: 'China Securities Regulatory Commission', aliases: ['CSRC'], definition: 'A regulator.', category: 'Regulator' },
    { id: 'kpmg', term: 'KPMG', definition: 'An auditor.', category: 'Company' },
    { term: 'digital yuan', definition: 'A currency.' },
    { term: 'central bank', definition: 'It issues money.' },
  ],
};

/** A module in a page, under its name in the package. */
const IMPORTS = { glossator: '/npm/host/index.js', ...Object.fromEntries(['define', 'engine', 'cards'].map((name) => [`glossator/${name}`, `/npm/host/${name}.js`])) };

const mounts = { '/npm/': path.join(root, 'dist/npm'), '/embed/': path.join(root, 'dist/embed') };
const all = files().flatMap(blocksOf);
const running = all.filter((block) => block.language !== 'text');

/** @type {string} */ let html = '';
/** @type {string} */ let script = '';
/** @type {Awaited<ReturnType<typeof listen>>} */ let server;
/** @type {import('playwright-core').Browser} */ let browser;
/** @type {string} */ let project;

/** @param {string} pathname @returns {Promise<{type: string, body: string | Buffer} | undefined>} */
async function answer(pathname) {
  if (pathname === '/') return { type: '.html', body: html };
  if (pathname === '/block.js') return { type: '.js', body: script };
  if (/glossary\.json$/.test(pathname)) return { type: '.json', body: JSON.stringify(GLOSSARY) };
  // Wherever a page puts the folder of the embed.
  const file = await find(mounts, pathname.replace(/^.*\/glossator\//, '/embed/'));
  return file === undefined ? undefined : { type: path.extname(file), body: await readFile(file) };
}

before(async () => {
  server = await listen(
    createServer(async (request, response) => {
      const found = await answer(new URL(request.url ?? '/', 'http://localhost').pathname);
      if (!found) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': types[found.type] ?? 'text/plain' }).end(found.body);
    }),
  );
  browser = await chromium.launch(launchOptions('chromium'));
  project = await emptyProject('docs', await pack());
}, { timeout: 120_000 });
after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * Opens the page of `html` and `script`.
 * @param {(page: import('playwright-core').Page) => Promise<void>} look
 */
async function open(look) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && !message.location().url.endsWith('/favicon.ico') && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
  await page.route(`${CDN}/**`, async (route) => {
    const found = await answer(new URL(route.request().url()).pathname);
    await route.fulfill(found ? { body: found.body, headers: { 'content-type': types[found.type] ?? 'text/plain', 'access-control-allow-origin': '*' } } : { status: 404 });
  });
  try {
    await page.goto(server.origin);
    await look(page).catch((error) => {
      throw new Error(`${error.message}\n${problems.join('\n')}`);
    });
    assert.deepEqual(problems, []);
  } finally {
    await page.close();
  }
}

/** What the page is made of, around a block. @param {string} head @param {string} body */
const pageWith = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>
  <script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>${head}</head><body>${body}</body></html>`;

/** Imports come first in a module, whatever stands before them in a block. @param {Block} block */
function moduleOf(block) {
  const code = [noted(block, 'before'), withChecks(block.code), noted(block, 'after')].join('\n');
  /** @type {string[]} */
  const imports = [];
  const rest = code.replace(/^import .*$/gm, (line) => {
    imports.push(line);
    return '';
  });
  return [...imports, String(same), rest, 'globalThis.isDone = true;'].join('\n');
}

/** @param {Block} block */
async function inPage(block) {
  html = pageWith('<script type="module" src="/block.js"></script>', `${ARTICLE}<div id="root"></div>`);
  await open((page) => page.waitForFunction(() => /** @type {any} */ (globalThis).isDone, undefined, { timeout: TIMEOUT }).then(() => {}));
}

/** One of each integrity value, as the build has made it. @param {string} code */
function withIntegrity(code) {
  /** @type {Record<string, string>} */
  const values = JSON.parse(readFileSync(path.join(root, 'dist/embed/integrity.json'), 'utf8'));
  const part = Object.keys(values).find((name) => name.startsWith('glossator-triggers-')) ?? '';
  return code.replace(/glossator-triggers-\w+\.js/g, part).replace(/([\w-]+\.js)("[^]*?)sha384-…/g, (_, name, between) => `${name}${between}${values[name]}`);
}

/** What is said of a snippet whose program is not here; where nobody reads it, that is a failure. */
const NOT_HERE = 'what runs it is not here: node xtask/js/servers.js --ensure';

/** How a block in a language is run; what it gives is why it was not. @type {Record<string, (block: Block) => void | string | Promise<void | string>>} */
const RUN = {
  async js(block) {
    if (block.notes.includes('in examples')) return assert.deepEqual(inExamples(block.code), []);
    if (!block.notes.includes('node')) {
      script = moduleOf(block);
      return inPage(block);
    }
    await writeFile(path.join(project, 'glossary.json'), JSON.stringify(GLOSSARY));
    await writeFile(path.join(project, 'block.js'), moduleOf(block));
    await run(process.execPath, ['block.js'], { cwd: project });
  },

  async jsx(block) {
    const { outputFiles } = await build({
      stdin: { contents: moduleOf(block), loader: 'jsx', resolveDir: root },
      bundle: true, write: false, format: 'esm', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'silent',
      alias: { 'glossator/react': path.join(root, 'dist/npm/host/react.js') },
      // The package's own modules stay where they are, and find the Wasm there.
      plugins: [{
        name: 'from-the-package',
        setup: (context) => context.onResolve({ filter: /^\.\/.*\.js$/ }, ({ path: name, importer }) => (importer.includes('dist/npm/host') ? { path: `/npm/host/${path.basename(name)}`, external: true } : undefined)),
      }],
    });
    script = outputFiles[0]?.text ?? '';
    await inPage(block);
  },

  async html(block) {
    html = pageWith(/gloss-page/.test(block.code) ? '<script type="module">import "glossator/define";</script>' : '', '');
    // A page of its own around it, or the content of one that is there.
    const around = withIntegrity([noted(block, 'before'), block.code, noted(block, 'after')].join('\n'));
    const importMap = /<script type="importmap">/.test(around);
    const body = /<article>…<\/article>/.test(around) ? around.replace('<article>…</article>', ARTICLE) : around + ARTICLE;
    html = importMap ? `<!doctype html><html lang="en"><head><meta charset="utf-8">${around}</head><body>${ARTICLE}</body></html>` : html.replace('<body>', `<body>${body}`);
    await open(async (page) => {
      await page.waitForFunction(() => document.querySelectorAll('gloss-term').length > 0, undefined, { timeout: TIMEOUT });
    });
  },

  nginx: async ({ code }) => ((await nginx(code)) ? undefined : NOT_HERE),
  apache: async ({ code }) => ((await apache(code)) ? undefined : NOT_HERE),

  // A tag that it prints is looked at as one that is written.
  async php(block) {
    const printed = await php([noted(block, 'before'), block.code.replace(/^<\?php\n/, ''), noted(block, 'after')].join('\n'));
    if (printed === undefined) return NOT_HERE;
    if (printed) return RUN['html']?.({ ...block, notes: [], code: printed });
  },

  // Libraries as Drupal has them: the tags that it makes.
  async yaml(block) {
    const tags = Object.values(parse(block.code)).flatMap(({ js }) => Object.entries(js)).map(([src, { attributes }]) => {
      return `<script ${Object.entries({ src: `${src}?v=1`, ...attributes }).map(([name, value]) => `${name}="${value}"`).join(' ')}></script>`;
    });
    return RUN['html']?.({ ...block, notes: [], code: tags.join('') });
  },

  async json({ code }) {
    const value = JSON.parse(code);
    if (value.entries) (await Glossary.load(value)).free();
  },

  async css({ code }) {
    const known = readFileSync(path.join(root, 'docs/theming.md'), 'utf8');
    html = pageWith('', '');
    await open(async (page) => {
      const rules = await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [...sheet.cssRules].map((rule) => [rule.cssText, /** @type {CSSStyleRule} */ (rule).style.length]);
      }, code);
      assert.equal(rules.length, code.split('{').length - 1, `a rule is dropped: ${JSON.stringify(rules)}`);
      for (const [rule, declarations] of rules) assert.ok(Number(declarations) > 0, `nothing is left of ${rule}`);
    });
    for (const [property] of code.matchAll(/--gloss-[\w-]+/g)) assert.ok(known.includes(`\`${property}\``), `${property} is not in docs/theming.md`);
  },

  sh({ code }) {
    const help = readFileSync(path.join(root, 'xtask/src/main.rs'), 'utf8').split('const HELP')[1]?.split('";')[0] ?? '';
    for (const line of code.split('\n').map((text) => text.replace(/ +#.*/, '').trim()).filter(Boolean)) {
      const [program, first = '', command = '', ...rest] = line.split(/ +/);
      if (program === 'cargo' && first === 'xtask') {
        const [, flags] = new RegExp(`^  ${command} (.*(?:\\n {20,}.*)*)`, 'm').exec(help) ?? assert.fail(`cargo xtask has no command ${command}`);
        for (const flag of rest.filter((word) => word.startsWith('--'))) assert.ok(flags?.includes(flag) || /ARGS/.test(flags ?? ''), `cargo xtask ${command} does not know ${flag}`);
      } else if (program === 'node') {
        assert.ok(existsSync(path.join(root, first)), `${first} is not there`);
        const source = readFileSync(path.join(root, first), 'utf8');
        for (const flag of [command, ...rest].filter((word) => word.startsWith('--'))) assert.ok(source.includes(flag.slice(2)), `${first} does not know ${flag}`);
      } else if (program === 'npx' && first === 'glossator') {
        // What it does is in tests/packages/package.test.js.
        const usage = readFileSync(path.join(root, 'www/formats/cli.js'), 'utf8');
        for (const flag of line.match(/--\w+/g) ?? []) assert.ok(usage.includes(`[${flag} `), `glossator does not know ${flag}`);
        for (const [ending] of line.split('>')[0]?.matchAll(/\.\w+/g) ?? []) assert.ok(usage.includes(ending) || ['.md', '.csv'].includes(ending), ending);
      } else assert.equal(line, 'npm install glossator', 'a command that nobody checks');
    }
  },
};

test('every block says what it is, and is run', () => {
  const known = [...Object.keys(RUN), 'text'];
  for (const { name, language } of all) assert.ok(known.includes(language), `${name}: ${language || 'no language'}`);
  assert.ok(running.length > 25, 'there are blocks');
});

describe('code blocks', () => {
  for (const block of running) {
    test(`${block.name} (${block.language})`, { timeout: 60_000 }, async (context) => {
      const reason = await RUN[block.language]?.(block);
      if (!reason) return;
      assert.ok(!process.env['CI'], reason);
      context.skip(reason);
    });
  }
});
