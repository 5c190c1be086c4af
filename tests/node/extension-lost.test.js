/** @file The extension over a browser that loses messages, or the answers to them, without a word. The times are not real ones. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { askBackground } from '../../www/extension/ask.js';
import { createBrowser } from '../support/lossy-chrome.js';

/** ms of a test's clock within which all is well again. */
const SOON_MS = 8000;
const MINUTE = 60_000;

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

/** Lets time go by. @param {number} ms */
async function live(ms, step = 50) {
  for (let gone = 0; gone < ms; gone += step) {
    mock.timers.tick(step);
    // The promises of that moment.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

let popups = 0;

/** @param {ReturnType<typeof createBrowser>} browser */
async function openPopup(browser) {
  Object.assign(globalThis, browser.globals);
  await import(`../../www/extension/popup.js?${(popups += 1)}`);
}

describe('the popup, where it is lost', () => {
  const nth = (/** @type {string} */ what, count = 30) => Array.from({ length: count }, (_, n) => `${what} ${n + 1}`);

  for (const [name, lost] of /** @type {[string, string[]][]} */ ([
    ['nothing', []],
    ['the first look', ['message look 1']],
    ['what the page says to the first look', ['answer look 1']],
    ['the first looks', nth('answer look', 2)],
    ['the answer to the injection; the script is there', ['answer inject 1']],
    ['the injection; the script is not there', ['message inject 1']],
    ['two injections', nth('message inject', 2)],
    ['the answer to each injection', nth('answer inject')],
    ['the word to begin', ['message start 1']],
    ['the state that follows it', ['answer start 1']],
    ['the same, and the page’s own word', ['answer start 1', 'state working 1', 'message state on 1']],
    ['the same, and looks', ['answer start 1', 'message state on 1', 'answer look 2', 'message look 3', 'answer look 5']],
    ['all of the first of everything', ['look', 'inject', 'start', 'tab', 'settings', 'rules', 'state on'].map((what) => `message ${what} 1`)],
    ['all of the first answers', ['look', 'inject', 'start', 'tab', 'settings', 'rules'].map((what) => `answer ${what} 1`)],
    ['the list of glossaries', ['message glossaries 1']],
  ])) {
    test(`${name}: the page is read, once, and it says so`, async () => {
      const browser = createBrowser(lost);
      await openPopup(browser);
      await live(SOON_MS);
      assert.deepEqual([browser.shown(), browser.page(), browser.readings()], ['on', 'on', 1]);
    });
  }

  for (const [name, lost] of /** @type {[string, string[]][]} */ ([
    ['what the page that is being read says when it is done', ['message state on 1']],
    ['the same, and a look', ['message state on 1', 'answer look 2']],
  ])) {
    test(`${name}: it says so all the same`, async () => {
      const browser = createBrowser(lost);
      Object.assign(globalThis, browser.globals);
      browser.inject(true);
      await openPopup(browser);
      await live(SOON_MS);
      assert.deepEqual([browser.shown(), browser.page(), browser.readings()], ['on', 'on', 1]);
    });
  }

  for (const lost of [['answer inject 1'], ['answer inject 1', 'answer look 3'], ['answer start 1'], ['message start 1']]) {
    test(`${lost.join(', ')}; the reader switches the page off meanwhile: it stays off`, async () => {
      const browser = createBrowser(lost, 1000);
      await openPopup(browser);
      await live(700);
      assert.equal(browser.page(), 'working');
      browser.tell('toggle');
      await live(SOON_MS);
      assert.deepEqual([browser.shown(), browser.page(), browser.readings()], ['off', 'off', 1]);
    });
  }

  test('a page that takes minutes is read once, and waited for', async () => {
    const browser = createBrowser(['answer start 1', 'message state on 1'], 3 * MINUTE);
    await openPopup(browser);
    await live(2 * MINUTE);
    assert.deepEqual([browser.shown(), browser.page()], ['working', 'working']);
    await live(MINUTE + SOON_MS);
    assert.deepEqual([browser.shown(), browser.page(), browser.readings(), browser.count('inject')], ['on', 'on', 1, 1]);
  });

  test('the state, and the page is left: the next one is read', async () => {
    const browser = createBrowser(['answer start 1', 'message state on 1'], 1000);
    await openPopup(browser);
    await live(700);
    browser.leave();
    await live(SOON_MS);
    assert.deepEqual([browser.shown(), browser.page()], ['on', 'on']);
  });

  for (const [isOn, lost] of /** @type {[boolean, string[]][]} */ ([
    [false, ['answer off 1']],
    [false, ['answer off 1', 'message state off 1']],
    [true, ['answer on 1', 'message state on 2']],
  ])) {
    test(`${lost.join(', ')}: the switch is where the page is`, async () => {
      const browser = createBrowser(lost);
      await openPopup(browser);
      await live(SOON_MS);
      browser.power.change(false);
      await live(SOON_MS);
      assert.deepEqual([browser.shown(), browser.page(), browser.power.checked], ['off', 'off', false]);
      if (!isOn) return;
      browser.power.change(true);
      await live(SOON_MS);
      assert.deepEqual([browser.shown(), browser.page(), browser.power.checked], ['on', 'on', true]);
    });
  }

  test('what the reader says: the switch goes back', async () => {
    const browser = createBrowser(['message off 1']);
    await openPopup(browser);
    await live(SOON_MS);
    browser.power.change(false);
    await live(SOON_MS);
    assert.deepEqual([browser.shown(), browser.page(), browser.power.checked], ['on', 'on', true]);
  });
});

describe('a question to the background', () => {
  /** What each question gets, from the first on; the last for all that follow. @type {(() => unknown)[]} */
  let answers;
  let asked = 0;
  const never = () => new Promise(() => {});
  const after = (/** @type {number} */ ms) => () => new Promise((resolve) => setTimeout(() => resolve(`after ${ms}`), ms));
  const fail = async () => {
    throw new Error('Receiving end does not exist.');
  };

  beforeEach(() => {
    asked = 0;
    Object.assign(globalThis, { chrome: { runtime: { id: 'own', sendMessage: async () => (answers[asked++] ?? answers.at(-1))?.() } } });
  });

  for (const [name, row, within, expected, most] of /** @type {[string, (() => unknown)[], number, unknown, number][]} */ ([
    ['is answered at once', [after(0)], 100, 'after 0', 1],
    ['is lost once', [never, after(0)], 6000, 'after 0', 2],
    ['is lost twice', [never, never, after(0)], 16_000, 'after 0', 3],
    ['is lost as often as it was asked before', [never, never, never, after(0)], 36_000, 'after 0', 4],
    ['fails twice, is lost', [fail, fail, never, after(0)], 8000, 'after 0', 4],
    ['fails, gets nothing, is answered', [fail, () => undefined, after(0)], 2000, 'after 0', 3],
    ['is answered late: the first answer counts', [after(7000), never], 7100, 'after 7000', 2],
    ['is answered after minutes, each time: it is not asked for long in vain', [after(4 * MINUTE)], 4 * MINUTE + 100, `after ${4 * MINUTE}`, 6],
    ['is answered only the first time, after minutes', [after(4 * MINUTE), never], 4 * MINUTE + 100, `after ${4 * MINUTE}`, 6],
    ['fails each time', [fail], 2000, 'Error: Receiving end does not exist.', 3],
    ['gets nothing each time', [() => undefined], 2000, undefined, 3],
  ])) {
    test(name, async () => {
      answers = row;
      /** @type {unknown} */
      let result = 'no answer yet';
      void askBackground(() => ({})).then((answer) => (result = answer), (error) => (result = String(error)));
      await live(within);
      assert.equal(result, expected);
      assert.equal(asked, most);
      await live(10 * MINUTE, 1000);
      assert.equal(asked, most, 'and is not asked any more');
    });
  }

  test('says what holds when it is asked', async () => {
    answers = [never, after(0)];
    /** @type {unknown[]} */
    const sent = [];
    const { runtime } = /** @type {any} */ (globalThis).chrome;
    const { sendMessage } = runtime;
    runtime.sendMessage = (/** @type {unknown} */ message) => (sent.push(message), sendMessage());
    let enabled = true;
    void askBackground(() => ({ enabled }));
    enabled = false;
    await live(6000);
    assert.deepEqual(sent, [{ enabled: true }, { enabled: false }]);
  });

  test('is lost, and the extension is removed: it fails', async () => {
    answers = [never];
    let result = '';
    void askBackground(() => ({})).catch(() => (result = 'failed'));
    await live(1000);
    Object.assign(globalThis, { chrome: { runtime: undefined } });
    await live(6000);
    assert.equal(result, 'failed');
  });
});
