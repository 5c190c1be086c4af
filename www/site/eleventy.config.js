/**
 * @file The documentation site, by Eleventy. Its pages are files of the repository (`pages.js`) and the generated reference, so there is nothing in its input folder: each page
 * is put in as a template. What is written has relative addresses only and can lie in any folder of any host.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../xtask/js/serve.js';
import { amend, contents, relative } from './markdown.js';
import { API, modules, sections } from './pages.js';

/** Files of the repository that pages refer to, published under the same names. */
const FILES = [/^docs\/(images\/.+)$/, /^(glossary\/.+\.json)$/, /^(LICENSE-\w+)$/];

/** Folders that a page stands for. @type {Record<string, string>} */
const FOLDERS = { 'www/examples': 'www/examples/README.md', docs: 'docs/README.md' };

/** @param {{reference: {file: string, name: string, text: string}[], version: string}} made */
export function configure({ reference, version }) {
  const api = modules.map(([file, name]) => ({ file: `${API}/${file}.md`, to: `${API}/${file}.html`, name: name ?? '' }));
  const all = [...sections, { title: 'Reference', pages: api }];
  const pages = all.flatMap((section) => section.pages);

  /** @param {string} file */
  const pageOf = (file) => pages.find((page) => page.file === (FOLDERS[file] ?? file))?.to;
  /** @param {string} file */
  const fileOf = (file) => FILES.map((pattern) => pattern.exec(file)?.[1]).find((place) => place !== undefined && existsSync(path.join(root, file)));

  /** @param {string} file */
  const read = (file) => reference.find((page) => `${API}/${page.file}.md` === file) ?? { text: readFileSync(path.join(root, file), 'utf8'), name: undefined };

  return (/** @type {any} */ eleventy) => {
    eleventy.setQuietMode(true);
    eleventy.amendLibrary('md', (/** @type {any} */ md) => amend(md, { pageOf, fileOf }));
    for (const [at, page] of pages.entries()) {
      const { text, name } = read(page.file);
      const body = text.replace(/^# .+\n/, (heading) => (name ? `# ${name}\n` : heading));
      const title = /^# (.+)$/m.exec(body)?.[1]?.replace(/`/g, '') ?? page.name;
      eleventy.addTemplate(`${page.to.replace(/\.html$/, '')}.md`, body, {
        layout: 'layout.njk',
        // Markdown alone: braces in it are the text's own.
        templateEngineOverride: 'md',
        permalink: page.to,
        source: page.file,
        to: page.to,
        title,
        version,
        about: firstSentence(body),
        isHome: at === 0,
        // The reference has one group of headings for each kind of thing, and the things below.
        contents: contents(body, name ? 3 : 2),
        sections: all.map((section) => ({
          title: section.title,
          pages: section.pages.map((other) => ({ name: other.name, href: relative(page.to, other.to), isCurrent: other === page })),
        })),
        base: relative(page.to, 'index.html').replace(/index\.html$/, ''),
        previous: neighbour(pages[at - 1], page),
        next: neighbour(pages[at + 1], page),
      });
    }
    return { markdownTemplateEngine: false, templateFormats: ['md'] };
  };
}

/** @param {{to: string, name: string} | undefined} other @param {{to: string}} page */
const neighbour = (other, page) => (other ? { name: other.name, href: relative(page.to, other.to) } : null);

/** For search engines. @param {string} text  Markdown */
function firstSentence(text) {
  const paragraph = text.split(/\n\s*\n/).find((part) => /^[A-Z]/.test(part)) ?? '';
  return (/^.*?[.:](?=\s|$)/.exec(paragraph.replace(/\s+/g, ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, ''))?.[0] ?? '').slice(0, 200);
}
