/**
 * @file Which pages the site has, in the order of its menu. A page is a Markdown file of the repository, which stays readable where it is; `name` is what the menu
 * calls it.
 */

/** Behind the generated pages of the API reference: their folder on the site. */
export const API = 'api';

/** @type {{title: string, pages: {file: string, to: string, name: string}[]}[]} */
export const sections = [
  {
    title: 'Begin',
    pages: [
      { file: 'docs/README.md', to: 'index.html', name: 'Glossator' },
      { file: 'docs/for-readers.md', to: 'for-readers.html', name: 'For readers' },
      { file: 'docs/for-sites.md', to: 'for-sites.html', name: 'For sites' },
      { file: 'www/host/README.md', to: 'for-developers.html', name: 'For developers' },
      { file: 'www/examples/README.md', to: 'examples.html', name: 'Examples' },
    ],
  },
  {
    title: 'Use',
    pages: [
      { file: 'docs/glossary-format.md', to: 'glossary-format.html', name: 'The glossary file' },
      { file: 'docs/theming.md', to: 'theming.html', name: 'Looks' },
      { file: 'docs/hosting.md', to: 'hosting.html', name: 'Hosting' },
      { file: 'docs/faq.md', to: 'faq.html', name: 'Questions' },
    ],
  },
  {
    title: 'How it works',
    pages: [
      { file: 'docs/matching.md', to: 'matching.html', name: 'What is marked' },
      { file: 'docs/inflection.md', to: 'inflection.html', name: 'Inflection' },
      { file: 'docs/abbreviations-and-senses.md', to: 'abbreviations-and-senses.html', name: 'Senses' },
      { file: 'docs/main-content.md', to: 'main-content.html', name: 'The article' },
      { file: 'docs/analysis.md', to: 'analysis.html', name: 'The summary' },
      { file: 'docs/rendering.md', to: 'rendering.html', name: 'Two renderings' },
      { file: 'docs/without-wasm.md', to: 'without-wasm.html', name: 'Without Wasm' },
    ],
  },
  {
    title: 'What it promises',
    pages: [
      { file: 'docs/accessibility.md', to: 'accessibility.html', name: 'Accessibility' },
      { file: 'docs/security.md', to: 'security.html', name: 'Security' },
      { file: 'docs/privacy.md', to: 'privacy.html', name: 'Privacy' },
      { file: 'docs/performance.md', to: 'performance.html', name: 'Performance' },
      { file: 'docs/size.md', to: 'size.html', name: 'Size' },
      { file: 'docs/comparison.md', to: 'comparison.html', name: 'What else there is' },
    ],
  },
  {
    title: 'For contributors',
    pages: [
      { file: 'docs/architecture.md', to: 'architecture.html', name: 'Architecture' },
      { file: 'docs/decisions.md', to: 'decisions.html', name: 'Decisions' },
    ],
  },
];

/** The modules of the package that have a page of the reference, and what it is called. */
export const modules = [
  ['index', 'glossator'],
  ['define', 'glossator/define'],
  ['react', 'glossator/react'],
  ['vue', 'glossator/vue'],
  ['rehype', 'glossator/rehype'],
  ['cards', 'glossator/cards'],
  ['engine', 'glossator/engine'],
];
