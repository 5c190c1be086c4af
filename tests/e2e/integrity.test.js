/** @file The page stays what it was: while it is marked for the reader, after `destroy()` to the last text node. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { pause } from '../support/page.js';
import { cardOpen, enriched, open } from './steps.js';

for (const rendering of ['elements', 'highlights']) {
  const options = { occurrences: 'all', rendering };

  eachEngine(`marking changes no text, undo leaves nothing (${rendering})`, async (page) => {
    await open(page, 'integrity.html');
    const { marks, during, after } = await page.evaluate(async (options) => {
      t.remember();
      const { marks } = await t.enrich(options);
      const during = t.textChanges();
      t.current().destroy();
      return { marks, during, after: t.changes() };
    }, options);
    assert.equal(marks.length, 22);
    assert.deepEqual(during, {});
    assert.deepEqual(after, {});
  });

  eachEngine(`\`clear()\` undoes, and the same glossator can go on (${rendering})`, async (page) => {
    await open(page, 'integrity.html');
    const { first, second, cleared, after } = await page.evaluate(async (options) => {
      t.remember();
      const first = (await t.enrich(options)).marks;
      t.current().clear();
      const cleared = { marks: document.querySelectorAll('gloss-term').length, ...t.textChanges() };
      const second = (await t.again()).marks;
      t.current().destroy();
      return { first, second, cleared, after: t.changes() };
    }, options);
    assert.deepEqual(cleared, { marks: 0 });
    assert.deepEqual(second, first);
    assert.deepEqual(after, {});
  });

  eachEngine(`enriching twice marks nothing twice (${rendering})`, async (page) => {
    await open(page, 'integrity.html');
    const { first, second, drawn, nested, during, after } = await page.evaluate(async (options) => {
      t.remember();
      const first = (await t.enrich(options)).marks;
      const once = t.drawn();
      const second = (await t.again()).marks;
      const drawn = [once, t.drawn()];
      const nested = document.querySelectorAll('gloss-term gloss-term').length;
      const during = t.textChanges();
      t.current().destroy();
      return { first, second, drawn, nested, during, after: t.changes() };
    }, options);
    assert.deepEqual(second, first);
    assert.deepEqual(drawn[1], drawn[0]);
    assert.equal(nested, 0);
    assert.deepEqual(during, {});
    assert.deepEqual(after, {});
  });

  eachEngine(`another tool that wraps a word, wherever it is and in whatever way, costs no text (${rendering})`, async (page) => {
    await open(page, 'clean.html');
    const wrong = await page.evaluate(async (options) => {
      const paragraph = /** @type {HTMLElement} */ (document.querySelector('#two'));
      const html = paragraph.innerHTML;
      const wrapper = () => document.createElement('u');
      const ways = /** @type {Record<string, (text: Text, at: number, length: number) => void>} */ ({
        cut(text, at, length) {
          const found = text.splitText(at);
          found.splitText(length);
          const around = wrapper();
          found.replaceWith(around);
          around.append(found);
        },
        surround(text, at, length) {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + length);
          range.surroundContents(wrapper());
        },
        replace(text, at, length) {
          const around = wrapper();
          around.append(text.data.slice(at, at + length));
          text.replaceWith(text.data.slice(0, at), around, text.data.slice(at + length));
        },
      });
      const wrong = [];
      for (const [way, wrap] of Object.entries(ways)) {
        for (const [n, word] of html.split(/\W+/).filter(Boolean).entries()) {
          paragraph.innerHTML = html;
          await t.enrich(options);
          // By what is there: the word in whatever text node it stands.
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const text = /** @type {Text} */ (node);
            const at = text.data.search(new RegExp(`\\b${word}\\b`));
            if (at < 0) continue;
            wrap(text, at, word.length);
            break;
          }
          if (n % 2) t.current().clear();
          else await t.again();
          t.current().destroy();
          if (paragraph.innerHTML.replace(/<.?u>/g, '') !== html || paragraph.querySelector('u')?.textContent !== word) wrong.push([way, word, paragraph.innerHTML]);
        }
      }
      return wrong;
    }, options);
    assert.deepEqual(wrong, []);
  });

  eachEngine(`undo respects what the page changed in between (${rendering})`, async (page) => {
    await open(page, 'integrity.html');
    const { marked, expected, left } = await page.evaluate(async (options) => {
      // what the page's own code does, on an untouched copy and on the marked page
      const change = (/** @type {Element} */ body) => {
        const find = (/** @type {string} */ selector) => {
          const element = body.querySelector(selector);
          if (element === null) throw new Error(selector);
          return element;
        };
        find('#three').textContent = 'no longer marked';
        find('#one').prepend('new ');
        find('#two').remove();
        find('#four').classList.add('changed');
        find('ul').append(Object.assign(document.createElement('li'), { textContent: 'metaverse' }));
        find('#scroller').firstElementChild?.after(document.createElement('hr'));
      };
      const copy = /** @type {Element} */ (document.body.cloneNode(true));
      change(copy);
      const { marks } = await t.enrich(options);
      change(document.body);
      t.current().destroy();
      return { marked: marks.length, expected: copy.innerHTML, left: document.body.innerHTML };
    }, options);
    assert.ok(marked > 0);
    assert.equal(left, expected);
  });

  eachEngine(`selection, focus, scroll position, fields and details survive (${rendering})`, async (page) => {
    await open(page, 'integrity.html');
    const states = await page.evaluate(async (options) => {
      const get = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
      get('details').open = true;
      get('scroller').style.cssText = 'height: 40px; overflow: auto';
      get('scroller').scrollTop = 30;
      get('field').value = 'half a sen';
      get('area').focus();
      get('area').setSelectionRange(2, 5);
      const two = get('two');
      const selection = /** @type {Selection} */ (getSelection());
      // from inside a word that will be marked to inside another
      selection.setBaseAndExtent(two.firstChild, 4, two.lastChild, 5);
      const state = () => ({
        selection: selection.toString(),
        focus: document.activeElement?.id,
        field: get('field').value,
        area: [get('area').selectionStart, get('area').selectionEnd],
        scroll: get('scroller').scrollTop,
        details: get('details').open,
      });
      const states = [state()];
      await t.enrich(options);
      states.push(state());
      t.current().destroy();
      states.push(state());
      return states;
    }, options);
    assert.equal(states[0]?.scroll, 30);
    assert.notEqual(states[0]?.selection, '');
    assert.deepEqual(states[1], states[0], 'while marked');
    assert.deepEqual(states[2], states[0], 'after undo');
  });

  eachEngine(`nothing is left after a card was open and the sidebar was there (${rendering})`, async (page) => {
    await open(page, 'integrity.html');
    const box = await page.evaluate(async (options) => {
      t.watchListeners();
      t.remember();
      await t.enrich({ ...options, sidebar: true });
      const word = document.createRange();
      word.selectNodeContents(/** @type {Element} */ (document.querySelector('#three')));
      const { left, top, width, height } = word.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, options);
    await page.hover(box);
    await cardOpen(page);
    await page.evaluate(() => t.current().destroy());
    await pause(400); // longer than any delay of the card: nothing comes back
    assert.deepEqual(await page.evaluate(() => t.changes()), {});
    assert.deepEqual(await page.evaluate(() => t.leftListeners()), []);
  });
}

eachEngine('a signal destroys', async (page) => {
  await open(page, 'integrity.html');
  const after = await page.evaluate(async () => {
    t.remember();
    const controller = new AbortController();
    await t.enrich({ signal: controller.signal, sidebar: true });
    controller.abort();
    return t.changes();
  });
  assert.deepEqual(after, {});
});

eachEngine('adjacent, empty and odd text nodes come back as they were', async (page) => {
  await open(page, 'integrity.html');
  const { marks, after } = await page.evaluate(async () => {
    const paragraph = document.createElement('p');
    paragraph.id = 'odd';
    for (const data of ['Meta', '', 'verse and block', 'chain', '', ' VR', '\ud835', ' end']) paragraph.append(document.createTextNode(data));
    paragraph.insertBefore(document.createComment('x'), paragraph.childNodes[3] ?? null);
    document.querySelector('article')?.append(paragraph);
    t.remember();
    const { marks } = await t.enrich({ occurrences: 'all', scope: '#odd' });
    t.current().destroy();
    return { marks, after: t.changes() };
  });
  assert.deepEqual(marks, [['Metaverse', 'metaverse'], ['blockchain', 'blockchain'], ['VR', 'virtual-reality']]);
  assert.deepEqual(after, {});
});

eachEngine(
  'marking moves nothing',
  async (page) => {
    await open(page, 'long.html');
    const { shift, moved } = await page.evaluate(async () => {
      let shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift += /** @type {any} */ (entry).value;
      }).observe({ type: 'layout-shift', buffered: true });
      const boxes = () => [...document.querySelectorAll('p, h1, h2')].map((element) => JSON.stringify(element.getBoundingClientRect()));
      const before = boxes();
      await t.enrich({ occurrences: 'all', sidebar: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const after = boxes();
      return { shift, moved: after.filter((box, index) => box !== before[index]) };
    });
    assert.deepEqual(moved, []);
    assert.equal(shift, 0);
  },
  { only: ['chromium'] },
);
