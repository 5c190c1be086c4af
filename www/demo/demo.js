/**
 * @file Glossator on the page of The Harbour Ledger: what a site would write, and a panel that changes its options.
 *
 * A site needs three lines (see `start`). The rest serves the switches: each change takes everything off the page and
 * puts it back with other options, so that what is seen is always what these options give on a fresh page.
 *
 * @typedef {import('./panel.js').Choices} Choices
 * @typedef {typeof import('../host/index.js')} Host
 * @typedef {Awaited<ReturnType<Host['createGlossator']>>} Glossator
 * @typedef {Awaited<ReturnType<Host['Glossary']['load']>>} Glossary
 */

import { choicesFrom, createPanel, searchFrom } from './panel.js';

/** Where the two glossaries of the demo are, in the layout that the demo server (or any other) mounts. */
const GLOSSARIES = {
  'built-in': new URL('../glossary/fintech-policy.json', import.meta.url),
  tiny: new URL('tiny.json', import.meta.url),
};

const story = /** @type {HTMLElement} */ (document.getElementById('story'));

/** The article as it was served: "Remove every trace" compares with it. */
const served = story.outerHTML;

/** @type {Glossator | undefined} */
let glossator;

/** Loaded glossaries; `own` is the one of the panel. @type {Partial<Record<Choices['glossary'], Glossary>>} */
const loaded = {};

let choices = choicesFrom(location.search);

/** Changes are done one after the other, however fast they come. */
let queue = Promise.resolve();

/** The library itself is imported late: if it fails, the newspaper stays a newspaper and the panel says why. */
const loadHost = () => import('../host/index.js');

/** @param {Choices['glossary']} name */
async function glossaryFor(name) {
  const { Glossary } = await loadHost();
  const known = loaded[name];
  if (known) return known;
  if (name === 'own') throw new Error('Paste a glossary or choose a file first.');
  return (loaded[name] = await Glossary.load(GLOSSARIES[name]));
}

async function start() {
  const { createGlossator } = await loadHost();
  const glossary = await glossaryFor(choices.glossary);
  glossator = await createGlossator({
    glossary,
    scope: 'article',
    sidebar: choices.sidebar === 'on',
    occurrences: choices.occurrences,
    rendering: choices.rendering,
    headings: choices.headings === 'on',
  });
  // The event comes when the marks are drawn; the promise waits for the sidebar as well, whose files are fetched the first time.
  let marked = 0;
  glossator.addEventListener('gloss-enriched', () => (marked = performance.now()), { once: true });
  const began = performance.now();
  const { marks, terms, words } = await glossator.enrich();
  panel.show({ marks: marks.length, terms: terms.length, words, milliseconds: marked - began });
}

function stop() {
  glossator?.destroy();
  glossator = undefined;
  panel.show(null);
}

function applyLook() {
  const { documentElement: root } = document;
  if (choices.theme === 'auto') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', choices.theme);
  root.dir = choices.direction;
}

/** @param {() => void | Promise<void>} step */
function enqueue(step) {
  queue = queue.then(step).catch((error) => panel.fail(error));
}

async function restart() {
  stop();
  await start();
}

const panel = createPanel(/** @type {HTMLElement} */ (document.getElementById('switches')), choices, {
  onChange(changed) {
    choices = changed;
    history.replaceState(null, '', location.pathname + searchFrom(choices) + location.hash);
    applyLook();
    enqueue(restart);
  },
  onOwnGlossary(file) {
    enqueue(async () => {
      const { Glossary } = await loadHost();
      // A broken file leaves the page as it is, with the glossary it had.
      const own = await Glossary.load(file);
      stop();
      loaded.own?.free();
      loaded.own = own;
      choices = { ...choices, glossary: 'own' };
      await start();
    });
  },
  onRemove() {
    enqueue(() => {
      stop();
      const same = story.outerHTML === served;
      panel.note(same ? 'The article’s HTML is, to the letter, as it was served.' : 'The article’s HTML differs from what was served.');
    });
  },
  onEnrich() {
    enqueue(restart);
  },
});

/** The newsletter box belongs to the scenery: it says so instead of sending anything. */
function wireNewsletter() {
  const form = document.getElementById('letter-form');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const note = document.getElementById('letter-note');
    if (note) note.textContent = 'This newspaper is invented: nothing was sent.';
  });
}

applyLook();
wireNewsletter();
enqueue(start);
