/**
 * @file The own tests of an application that keeps notes, which is written in each framework as one writes it there. They know nothing of Glossator: they find what the application
 * shows by its roles and texts, do what its readers do, and look at what it shows then.
 *
 * @typedef {{id: number, text: string, isDone: boolean}} Note
 *
 * @typedef {object} Mounted
 * @property {ParentNode} root  in which the application is
 * @property {(change: () => void) => Promise<void>} act  does something, and waits until the framework has drawn it
 * @property {() => void} unmount
 */

/** What it starts with. @returns {Note[]} */
export const start = () => [
  { id: 1, text: 'Read about the Metaverse', isDone: false },
  { id: 2, text: 'Ask the CSRC', isDone: true },
  { id: 3, text: 'Buy no blockchain', isDone: false },
];

/** What it says of them. @param {Note[]} notes */
export const summary = (notes) => `${notes.length} notes about the blockchain, ${notes.filter(({ isDone }) => isDone).length} done.`;

/** @param {string} draft */
export const preview = (draft) => `Next: ${draft || 'nothing about the Metaverse yet'}`;

export const ABOUT = 'The Metaverse is not explained here; ask the CSRC.';

/** @param {Note[]} notes */
export const sorted = (notes) => [...notes].sort((a, b) => (a.text < b.text ? -1 : 1));

/**
 * @param {(container: HTMLElement) => Promise<Mounted>} mount
 * @param {() => unknown} between  what happens between two steps: time goes by
 */
async function runSuite(mount, between) {
  /** @type {Record<string, string>} */
  const failures = {};
  for (const [name, test] of Object.entries(TESTS)) {
    const container = document.createElement('div');
    document.body.append(container);
    const mounted = await mount(container);
    const screen = screenOf(mounted.root);
    const act = async (/** @type {() => void} */ change) => {
      await between();
      await mounted.act(change);
      await between();
    };
    try {
      await between();
      await test({ ...mounted, container, screen, act });
      failures[name] = '';
    } catch (error) {
      failures[name] = String(error);
    }
    mounted.unmount();
    container.remove();
  }
  return failures;
}

/** @param {(container: HTMLElement) => Promise<Mounted>} mount  of the framework */
export const expose = (mount) => Object.assign(globalThis, { runSuite: (/** @type {() => unknown} */ between) => runSuite(mount, between) });

/** @param {ParentNode} root */
function screenOf(root) {
  const all = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
  const named = (/** @type {string} */ selector, /** @type {string} */ name) => all(selector).filter((element) => (element.ariaLabel ?? element.textContent ?? '').trim() === name);
  return {
    all,
    texts: (/** @type {string} */ selector) => all(selector).map(({ textContent }) => textContent),
    button: (/** @type {string} */ name) => /** @type {HTMLElement} */ (one(named('button', name), name)),
    box: (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (one(named('input', name), name)),
    region: (/** @type {string} */ name) => named('section', name)[0],
    status: () => one(all('[role=status]'), 'status').textContent,
    preview: () => one(all('.preview'), 'preview').textContent,
  };
}

/** @template Thing @param {Thing[]} things @param {string} name @returns {Thing} */
function one(things, name) {
  const [thing] = things;
  if (thing === undefined || things.length !== 1) throw new Error(`${things.length} of “${name}”`);
  return thing;
}

/** @param {unknown} is @param {unknown} wanted @param {string} [what] */
function equal(is, wanted, what = '') {
  const [a, b] = [JSON.stringify(is), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what} is ${a}, not ${b}`);
}

/** As a reader does it: frameworks listen to the event. @param {HTMLInputElement} box @param {string} text */
function type(box, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
  box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** @type {Record<string, (app: Mounted & {container: HTMLElement, screen: ReturnType<typeof screenOf>}) => Promise<void>>} */
const TESTS = {
  async 'shows the notes that it starts with'({ screen }) {
    equal(screen.texts('li span'), start().map(({ text }) => text));
    equal(screen.status(), '3 notes about the blockchain, 1 done.');
    equal(screen.preview(), 'Next: nothing about the Metaverse yet');
  },
  async 'shows what is typed, letter by letter, and keeps the focus'({ screen, act }) {
    const box = screen.box('Note');
    box.focus();
    for (const text of ['A', 'A block', 'A blockchain', 'A blockchain more']) {
      await act(() => type(box, text));
      equal(screen.preview(), `Next: ${text}`);
    }
    equal(screen.box('Note').value, 'A blockchain more');
    if (!box.matches(':focus')) throw new Error('the focus is lost');
  },
  async 'adds a note'({ screen, act }) {
    await act(() => type(screen.box('Note'), 'Sell a blockchain'));
    await act(() => screen.button('Add').click());
    equal(screen.texts('li span').at(-1), 'Sell a blockchain');
    equal(screen.status(), '4 notes about the blockchain, 1 done.');
    equal(screen.preview(), 'Next: nothing about the Metaverse yet');
  },
  async 'checks a note off and on'({ screen, act }) {
    await act(() => screen.box('Done: Buy no blockchain').click());
    equal(screen.status(), '3 notes about the blockchain, 2 done.');
    await act(() => screen.box('Done: Buy no blockchain').click());
    equal(screen.status(), '3 notes about the blockchain, 1 done.');
    equal(screen.box('Done: Ask the CSRC').checked, true);
  },
  async 'removes a note, and leaves the other rows alone'({ screen, act }) {
    const [first, , last] = screen.all('li');
    await act(() => screen.button('Remove Ask the CSRC').click());
    equal(screen.texts('li span'), ['Read about the Metaverse', 'Buy no blockchain']);
    const rows = screen.all('li');
    equal([rows[0] === first, rows[1] === last], [true, true], 'same rows');
    await act(() => screen.button('Remove Read about the Metaverse').click());
    await act(() => screen.button('Remove Buy no blockchain').click());
    equal(screen.texts('li'), []);
    equal(screen.status(), '0 notes about the blockchain, 0 done.');
  },
  async 'sorts the notes by moving their rows'({ screen, act }) {
    const [read, ask, buy] = screen.all('li');
    await act(() => screen.button('Sort').click());
    equal(screen.texts('li span'), ['Ask the CSRC', 'Buy no blockchain', 'Read about the Metaverse']);
    equal(screen.all('li').map((row) => [ask, buy, read].indexOf(row)), [0, 1, 2], 'rows');
  },
  async 'unfolds and folds'({ screen, act }) {
    for (const isOpen of [true, false, true]) {
      await act(() => screen.button('About').click());
      equal(screen.region('About')?.textContent?.trim(), isOpen ? ABOUT : undefined);
      equal(screen.button('About').getAttribute('aria-expanded'), String(isOpen));
    }
  },
  async 'draws the same, whatever was done before'({ root, screen, act }) {
    const markup = () => /** @type {Element | ShadowRoot} */ (root).innerHTML.replace(/<!--.*?-->|lit\$\d+\$/g, '');
    const before = markup();
    await act(() => screen.button('About').click());
    await act(() => screen.button('About').click());
    await act(() => type(screen.box('Note'), 'blockchain'));
    await act(() => type(screen.box('Note'), ''));
    equal(markup(), before);
  },
  async 'leaves nothing when it goes'({ container, unmount }) {
    unmount();
    equal(container.textContent, '');
    equal(container.childElementCount, 0);
  },
};
