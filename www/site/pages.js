/**
 * @file Which pages the site has, in the order of its menu. A page is a Markdown file of the repository, which stays readable where it is; `name` is what the menu
 * calls it.
 */
import path from 'node:path';

/** Behind the generated pages of the API reference: their folder on the site. */
export const API = 'api';

/** Files whose page is not called as they are. @type {Record<string, string>} */
const NAMES = { 'docs/README.md': 'index', 'www/host/README.md': 'for-developers', 'www/examples/README.md': 'examples' };

/** What the menu has: titles, and under each its files with what they are called there. @type {Record<string, Record<string, string>>} */
const MENU = {
  Begin: {
    'docs/README.md': 'Glossator',
    'docs/for-readers.md': 'For readers',
    'docs/for-sites.md': 'For sites',
    'www/host/README.md': 'For developers',
    'www/examples/README.md': 'Examples',
  },
  Use: {
    'docs/glossary-format.md': 'The glossary file',
    'docs/import.md': 'Lists in other formats',
    'docs/theming.md': 'Looks',
    'docs/hosting.md': 'Hosting',
    'docs/faq.md': 'Questions',
  },
  'How it works': {
    'docs/matching.md': 'What is marked',
    'docs/inflection.md': 'Inflection',
    'docs/abbreviations-and-senses.md': 'Senses',
    'docs/main-content.md': 'The article',
    'docs/analysis.md': 'The summary',
    'docs/rendering.md': 'Two renderings',
    'docs/without-wasm.md': 'Without Wasm',
  },
  'What it promises': {
    'docs/accessibility.md': 'Accessibility',
    'docs/security.md': 'Security',
    'docs/privacy.md': 'Privacy',
    'docs/performance.md': 'Performance',
    'docs/size.md': 'Size',
    'docs/comparison.md': 'Alternatives',
  },
  'For contributors': {
    'docs/architecture.md': 'Architecture',
    'docs/decisions.md': 'Decisions',
  },
};

/** @type {{title: string, pages: {file: string, to: string, name: string}[]}[]} */
export const sections = Object.entries(MENU).map(([title, files]) => ({
  title,
  pages: Object.entries(files).map(([file, name]) => ({ file, to: `${NAMES[file] ?? path.basename(file, '.md')}.html`, name })),
}));

/** The modules of the package that have a page of the reference, what it is called, and the module’s folder where it has its own. */
export const modules = [
  ['index', 'glossator'],
  ['define', 'glossator/define'],
  ['react', 'glossator/react'],
  ['vue', 'glossator/vue'],
  ['rehype', 'glossator/rehype'],
  ['cards', 'glossator/cards'],
  ['import', 'glossator/import', 'formats'],
  ['engine', 'glossator/engine'],
];
