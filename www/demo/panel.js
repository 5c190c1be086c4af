/**
 * @file The panel of switches on the demo page, for people who judge the library. It knows the page and its own
 * controls, not Glossator: what is chosen goes out through `PanelEvents`, what happened comes back through `show`,
 * `note` and `fail`.
 *
 * @typedef {object} Choices
 * @property {'first' | 'section' | 'all'} occurrences
 * @property {'elements' | 'highlights'} rendering
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {'ltr' | 'rtl'} direction
 * @property {'off' | 'on'} headings
 * @property {'on' | 'off'} sidebar
 * @property {'built-in' | 'tiny' | 'own'} glossary
 *
 * @typedef {object} Counts
 * @property {number} marks
 * @property {number} terms
 * @property {number} words
 * @property {number} milliseconds  from the call of enrich() until the marks stand
 *
 * @typedef {object} PanelEvents
 * @property {(choices: Choices, changed: keyof Choices) => void} onChange  not called for `glossary: own`: the file comes first
 * @property {(file: ArrayBuffer) => void} onOwnGlossary
 * @property {() => void} onRemove
 * @property {() => void} onEnrich
 *
 * @typedef {object} Panel
 * @property {(counts: Counts | null) => void} show  null: nothing is on the page
 * @property {(text: string) => void} note
 * @property {(error: unknown) => void} fail
 * @property {() => void} open
 */

/**
 * Every switch: its name and, for each value, what the panel calls it. The first value is the default.
 * @type {{[K in keyof Choices]: {name: string, values: [Choices[K], string][]}}}
 */
const SWITCHES = {
  occurrences: { name: 'Mark a term', values: [['first', 'Once'], ['section', 'Per section'], ['all', 'Always']] },
  rendering: { name: 'Rendering', values: [['elements', 'Elements'], ['highlights', 'Highlights']] },
  headings: { name: 'Marks in headings', values: [['off', 'Off'], ['on', 'On']] },
  sidebar: { name: 'Sidebar', values: [['on', 'On'], ['off', 'Off']] },
  theme: { name: 'Theme', values: [['auto', 'Auto'], ['light', 'Light'], ['dark', 'Dark']] },
  direction: { name: 'Direction', values: [['ltr', 'Left to right'], ['rtl', 'Right to left']] },
  glossary: { name: 'Glossary', values: [['built-in', 'Built in'], ['tiny', 'Tiny'], ['own', 'Your own']] },
};

const KEYS = /** @type {(keyof Choices)[]} */ (Object.keys(SWITCHES));

/** What the box for an own glossary proposes: the smallest glossary that does something on this page. */
const SAMPLE = `{
  "entries": [
    {
      "term": "Hangzhou",
      "definition": "The capital of Zhejiang province."
    }
  ]
}`;

/**
 * Choices as the address has them (`?occurrences=all&theme=dark`); what it does not name, or names wrongly, is the default.
 * @param {string} search
 * @returns {Choices}
 */
export function choicesFrom(search) {
  const asked = new URLSearchParams(search);
  const choices = KEYS.map((key) => {
    const values = SWITCHES[key].values.map(([value]) => /** @type {string} */ (value));
    const wanted = asked.get(key) ?? '';
    // An own glossary is not in the address.
    return [key, values.includes(wanted) && wanted !== 'own' ? wanted : values[0]];
  });
  return Object.fromEntries(choices);
}

/**
 * The other way round: only what differs from the default is named.
 * @param {Choices} choices
 */
export function searchFrom(choices) {
  const search = new URLSearchParams();
  for (const key of KEYS) {
    const value = choices[key];
    if (value !== SWITCHES[key].values[0]?.[0] && value !== 'own') search.set(key, value);
  }
  return search.size ? `?${search}` : '';
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * @param {keyof Choices} key
 * @param {string} chosen
 */
function makeSwitch(key, chosen) {
  const { name, values } = SWITCHES[key];
  const choices = make('div', { class: 'panel-choices', role: 'radiogroup', 'aria-labelledby': `switch-${key}` });
  for (const [value, label] of values) {
    const radio = make('input', { type: 'radio', name: key, value });
    radio.checked = value === chosen;
    choices.append(make('label', {}, radio, make('span', {}, label)));
  }
  return make('div', { class: 'panel-row' }, make('span', { class: 'panel-name', id: `switch-${key}` }, name), choices);
}

/** The box into which a glossary is pasted, or a file is loaded. */
function makeOwn() {
  const text = make('textarea', { 'aria-label': 'Your glossary as JSON', spellcheck: 'false' });
  text.value = SAMPLE;
  const file = make('input', { type: 'file', accept: '.json,application/json', 'aria-label': 'Load a glossary file' });
  const use = make('button', { type: 'button', class: 'panel-button' }, 'Use this glossary');
  const box = make('div', { class: 'panel-own' }, text, file, use);
  box.hidden = true;
  return { box, text, file, use };
}

/**
 * What a reader of the panel needs to know about an error: GlossatorError says where in the glossary and what.
 * @param {unknown} error
 * @returns {{where: string, what: string}}
 */
function describe(error) {
  const { code, path, message } = /** @type {{code?: unknown, path?: unknown, message?: unknown}} */ (Object(error));
  const what = typeof message === 'string' ? message : String(error);
  // Most messages name the place themselves.
  const where = [code, path].filter((part) => typeof part === 'string' && part !== '' && !what.includes(part)).join(' · ');
  return { where, what };
}

/**
 * Builds the panel, closed, into `place`.
 *
 * @param {Element} place
 * @param {Choices} start
 * @param {PanelEvents} events
 * @returns {Panel}
 */
export function createPanel(place, start, events) {
  const choices = { ...start };
  const pill = make('button', { type: 'button', class: 'panel-pill', 'aria-expanded': 'false', 'aria-controls': 'panel-sheet' }, 'Demo switches');
  const own = makeOwn();
  const remove = make('button', { type: 'button', class: 'panel-button' }, 'Remove every trace');
  const enrich = make('button', { type: 'button', class: 'panel-button' }, 'Enrich again');
  const counts = make('dl', { class: 'panel-counts' });
  const note = make('p', { class: 'panel-note', role: 'status' });
  const error = make('p', { class: 'panel-error', role: 'alert' });
  const sheet = make(
    'form',
    { class: 'panel-sheet', id: 'panel-sheet', 'aria-label': 'Demo switches' },
    ...KEYS.map((key) => makeSwitch(key, start[key])),
    own.box,
    error,
    make('div', { class: 'panel-actions' }, remove, enrich),
    counts,
    note,
  );
  sheet.hidden = true;
  const panel = make('div', { class: 'panel', lang: 'en' }, pill, sheet);

  /** @param {boolean} isOpen */
  const setOpen = (isOpen) => {
    sheet.hidden = !isOpen;
    pill.setAttribute('aria-expanded', String(isOpen));
  };
  const clearMessages = () => {
    note.textContent = '';
    error.replaceChildren();
    panel.removeAttribute('data-failed');
  };

  pill.addEventListener('click', () => setOpen(pill.getAttribute('aria-expanded') !== 'true'));
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || sheet.hidden) return;
    setOpen(false);
    pill.focus();
  });
  sheet.addEventListener('submit', (event) => event.preventDefault());
  sheet.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const key = /** @type {keyof Choices} */ (target.name);
    Object.assign(choices, { [key]: target.value });
    own.box.hidden = choices.glossary !== 'own';
    clearMessages();
    if (target.value === 'own') own.text.focus();
    else events.onChange({ ...choices }, key);
  });
  own.file.addEventListener('change', async () => {
    const file = own.file.files?.[0];
    if (!file) return;
    clearMessages();
    own.text.value = await file.text();
    events.onOwnGlossary(await file.arrayBuffer());
  });
  own.use.addEventListener('click', () => {
    clearMessages();
    events.onOwnGlossary(new TextEncoder().encode(own.text.value).buffer);
  });
  remove.addEventListener('click', () => {
    clearMessages();
    events.onRemove();
  });
  enrich.addEventListener('click', () => {
    clearMessages();
    events.onEnrich();
  });

  place.replaceChildren(panel);
  return {
    show(shown) {
      const rows = shown
        ? [['marks', String(shown.marks)], ['terms', String(shown.terms)], ['words', shown.words.toLocaleString('en-GB')],
            ['to mark them', `${shown.milliseconds.toFixed(1)} ms`]]
        : [];
      counts.replaceChildren(...rows.map(([name = '', value = '']) => make('div', {}, make('dt', {}, name), make('dd', {}, value))));
    },
    note(text) {
      note.textContent = text;
    },
    fail(problem) {
      const { where, what } = describe(problem);
      error.replaceChildren(...(where ? [make('code', {}, where)] : []), what);
      panel.setAttribute('data-failed', '');
      error.scrollIntoView({ block: 'nearest' });
    },
    open: () => setOpen(true),
  };
}
