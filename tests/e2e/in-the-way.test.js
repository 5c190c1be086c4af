/** @file Glossator is not in the way: long work comes in slices, prints and copies are those of the page, what plays goes on playing. */
import assert from 'node:assert/strict';
import { eachEngine } from '../support/browsers.js';
import { cardOpen, enriched, open, openSidebar } from './steps.js';

/** Text nodes of the huge page: 10 MB; less in WebKit, which needs longer to lay it out than its driver waits. */
const NODES = { chromium: 200_000, firefox: 200_000, webkit: 20_000 };

eachEngine(
  'a huge page: marks come in slices, those on the screen first, and the reader gets through',
  async (page, engine) => {
    await open(page, 'clean.html');
    const outcome = await page.evaluate(async (nodes) => {
      const { build } = await import(/** @type {any} */ ('/support/huge.js'));
      build(nodes);
      document.body.getBoundingClientRect();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { Marker } = await import(/** @type {any} */ ('/host/marker.js'));
      /** How long each of our own stretches of drawing took, and whether the first drew what is on the screen. @type {number[]} */
      const slices = [];
      let isScreenFirst = false;
      const { draw } = Marker.prototype;
      Marker.prototype.draw = function (/** @type {[() => boolean]} */ ...args) {
        const began = performance.now();
        const more = draw.apply(this, args);
        slices.push(performance.now() - began);
        if (slices.length === 1) isScreenFirst = [...document.querySelectorAll('gloss-term')].some((mark) => mark.getBoundingClientRect().top < innerHeight);
        return more;
      };
      scrollTo({ top: document.documentElement.scrollHeight / 5, behavior: 'instant' });
      let frames = 0;
      let isDone = false;
      const count = () => {
        frames += 1;
        if (!isDone) requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      const { marks } = await t.enrich({ scope: 'article', occurrences: 'all', maxMarks: nodes / 40, sidebar: false, rendering: 'elements' });
      isDone = true;
      Marker.prototype.draw = draw;
      const drawn = t.drawn().length;
      const inView = [...document.querySelectorAll('gloss-term')].filter((mark) => Math.abs(mark.getBoundingClientRect().top) < innerHeight).length;
      t.current().destroy();
      return { marks: marks.length, drawn, inView, slices, isScreenFirst, frames, left: document.querySelectorAll('gloss-term').length };
    }, NODES[engine]);
    const { slices, ...rest } = outcome;
    const longest = Math.max(...slices);
    console.log(`${engine}: ${rest.drawn} marks in ${slices.length} slices, the longest ${longest.toFixed(0)} ms; ${rest.frames} frames meanwhile`);
    const most = NODES[engine] / 40;
    assert.deepEqual([rest.marks, rest.drawn, rest.left], [most, most, 0]);
    assert.ok(rest.inView > 0, 'something to see');
    assert.ok(rest.isScreenFirst, 'the marks on the screen come first');
    assert.ok(slices.length > 1 && rest.frames > 1, 'the browser had its turn in between');
  },
  { timeout: 180_000 },
);

for (const [name, isThere] of /** @type {[string, boolean][]} */ ([['a worker reads it', true], ['without workers it is read all the same', false]])) {
  eachEngine(`a text of a million characters: ${name}`, async (page) => {
    await open(page, 'clean.html');
    const outcome = await page.evaluate(async (isThere) => {
      const { build } = await import(/** @type {any} */ ('/support/huge.js'));
      build(20_000);
      const { LocalEngine } = await import(/** @type {any} */ ('/host/engine.js'));
      const { Worker } = globalThis;
      /** @type {string[]} */
      const calls = [];
      globalThis.Worker = class extends Worker {
        /** @param {string | URL} address @param {WorkerOptions} [options] */
        constructor(address, options) {
          if (!isThere) throw new Error('no workers here');
          super(address, options);
          calls.push('started');
        }
        /** @override */
        terminate() {
          calls.push('ended');
          super.terminate();
        }
      };
      const { read } = LocalEngine.prototype;
      LocalEngine.prototype.read = function (/** @type {any[]} */ ...args) {
        calls.push('in the page');
        return read.apply(this, args);
      };
      const options = { scope: 'article', occurrences: 'all', maxMarks: 50, sidebar: false };
      const { marks, terms } = await t.enrich(options);
      const surfaces = t.drawn().length;
      t.current().destroy();
      LocalEngine.prototype.read = read;
      globalThis.Worker = Worker;
      return { calls, marks: marks.length, surfaces, terms };
    }, isThere);
    assert.deepEqual([outcome.calls, outcome.marks, outcome.surfaces], [isThere ? ['started', 'ended'] : ['in the page'], 50, 50]);
    assert.deepEqual(outcome.terms.sort(), [['blockchain', 2500], ['csrc', 2500]]);
  });
}

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`what is copied from a marked page is its text (${rendering})`, async (page) => {
    await open(page, 'integrity.html');
    const [before, during] = await page.evaluate(async (rendering) => {
      const select = () => {
        getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector('article')));
        const copied = getSelection()?.toString();
        getSelection()?.removeAllRanges();
        return copied;
      };
      const before = select();
      await t.enrich({ rendering, occurrences: 'all' });
      return [before, select()];
    }, rendering);
    assert.equal(during, before);
  });

  eachEngine(`print is without marks, card and sidebar (${rendering})`, async (page) => {
    await enriched(page, 'clean.html', { rendering, sidebar: { open: true } });
    await openSidebar(page);
    await page.click(rendering === 'elements' ? 'gloss-term' : await page.evaluate(() => t.middleOf('#one', 'Metaverse')));
    await cardOpen(page);
    const looks = await page.evaluate(async (rendering) => {
      const hosts = [...document.querySelectorAll('gloss-card, gloss-sidebar')];
      // Not all engines can be told to print: the rules for it are made to hold, and those for screens not to, where they stand.
      for (const { adoptedStyleSheets } of [document, ...hosts.map(({ shadowRoot }) => /** @type {ShadowRoot} */ (shadowRoot))]) {
        for (const rule of adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])) {
          if (!(rule instanceof CSSMediaRule)) continue;
          if (rule.media.mediaText === 'print') rule.media.mediaText = 'all';
          else if (rule.media.mediaText === 'screen') rule.media.mediaText = 'not all';
        }
      }
      // The card may fade out.
      await new Promise((done) => setTimeout(done, 300));
      const part = rendering === 'elements' ? getComputedStyle(/** @type {Element} */ (document.querySelector('gloss-term'))) : getComputedStyle(/** @type {Element} */ (document.querySelector('#one')), '::highlight(glossator)');
      return { hosts: hosts.map((host) => [host.localName, getComputedStyle(host).display]).sort(), line: part.textDecorationLine, back: part.backgroundColor };
    }, rendering);
    assert.deepEqual(looks.hosts, [['gloss-card', 'none'], ['gloss-sidebar', 'none']]);
    assert.equal(looks.line, 'none');
    assert.match(looks.back, /transparent|, 0\)/);
  });
}

for (const rendering of ['elements', 'highlights']) {
  eachEngine(`by option, print ends with a glossary, which is gone afterwards (${rendering})`, async (page) => {
    await open(page, 'clean.html');
    const outcome = await page.evaluate(async (rendering) => {
      const html = document.documentElement.outerHTML;
      await t.enrich({ rendering, sidebar: false, print: true });
      const appendix = () => document.querySelector('gloss-appendix');
      const told = (/** @type {string} */ event) => {
        // No engine here can be told to print by script without asking.
        dispatchEvent(new Event(event));
        const found = appendix();
        return found && { terms: [...(found.shadowRoot?.querySelectorAll('dt') ?? [])].map(({ firstChild }) => firstChild?.textContent), display: getComputedStyle(found).display };
      };
      const states = ['beforeprint', 'afterprint', 'beforeprint'].map(told);
      const marked = [...new Set(t.current().enrichment.marks.map((/** @type {import('../../www/host/types.js').Mark} */ { id }) => t.current().glossary.entry(id).term))];
      t.current().destroy();
      states.push(told('beforeprint'));
      return { states, marked, isSame: document.documentElement.outerHTML === html };
    }, rendering);
    const terms = outcome.marked.sort(new Intl.Collator('en').compare);
    assert.deepEqual(outcome.states, [{ terms, display: 'none' }, null, { terms, display: 'none' }, null]);
    assert.ok(terms.length > 1);
    assert.ok(outcome.isSame, 'nothing is left');
  });

  eachEngine(`what plays goes on playing, and what is written and unfolded stays so (${rendering})`, async (page, engine) => {
    await open(page, 'integrity.html');
    const outcome = await page.evaluate(async (rendering) => {
      // A second of silence that begins again.
      const rate = 8000;
      const bytes = new Uint8Array(44 + rate).fill(128);
      const view = new DataView(bytes.buffer);
      const ascii = (/** @type {number} */ at, /** @type {string} */ text) => [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
      ascii(0, 'RIFF');
      view.setUint32(4, 36 + rate, true);
      ascii(8, 'WAVEfmt ');
      [[16, 16], [24, rate], [28, rate], [40, rate]].forEach(([at, value]) => view.setUint32(Number(at), Number(value), true));
      [[20, 1], [22, 1], [32, 1], [34, 8]].forEach(([at, value]) => view.setUint16(Number(at), Number(value), true));
      ascii(36, 'data');
      const audio = Object.assign(document.createElement('audio'), { src: URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' })), loop: true, muted: true });
      document.querySelector('#two')?.append(audio);
      // A video of what a canvas draws; browsers that cannot record play the canvas itself.
      const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
      const brush = canvas.getContext('2d');
      let frame = 0;
      const painting = setInterval(() => {
        if (brush) brush.fillStyle = `hsl(${(frame += 20)} 80% 50%)`;
        brush?.fillRect(0, 0, 32, 32);
      }, 20);
      const video = Object.assign(document.createElement('video'), { muted: true, loop: true, width: 32, height: 32, playsInline: true });
      const stream = canvas.captureStream?.(30);
      const recorded = typeof MediaRecorder === 'function' && stream ? await new Promise((resolve) => {
        const recorder = new MediaRecorder(stream);
        recorder.ondataavailable = ({ data }) => resolve(data.size ? data : null);
        recorder.onerror = () => resolve(null);
        recorder.start();
        setTimeout(() => recorder.state === 'recording' && recorder.stop(), 1000);
        setTimeout(() => resolve(null), 4000);
        // It may be there, and no codec.
      }).catch(() => null) : null;
      if (recorded) video.src = URL.createObjectURL(recorded);
      else if (stream) video.srcObject = stream;
      document.querySelector('#one')?.append(' A blockchain before ', video, ' and a metaverse behind.');
      const events = /** @type {string[]} */ ([]);
      const isVideo = await Promise.race([video.play().then(() => true, () => false), new Promise((resolve) => setTimeout(() => resolve(false), 3000))]);
      for (const type of ['pause', 'emptied', 'abort', 'loadstart', 'ended']) video.addEventListener(type, () => events.push(type));
      /** Does it go on from where it is? */
      const goesOn = async () => {
        for (const end = performance.now() + 5000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
          const { currentTime } = video;
          await new Promise((resolve) => setTimeout(resolve, 60));
          if (video.currentTime !== currentTime) return true;
        }
        return false;
      };
      const plays = await Promise.race([audio.play().then(() => true, () => false), new Promise((resolve) => setTimeout(() => resolve(false), 2000))]);
      const details = /** @type {HTMLDetailsElement} */ (document.querySelector('#details'));
      details.open = true;
      const state = () => [audio.paused, details.open, /** @type {HTMLInputElement} */ (document.querySelector('#field')).value];
      const before = state();
      await t.enrich({ rendering, occurrences: 'all' });
      const isBeside = t.current().enrichment.marks.some((/** @type {any} */ mark) => mark.range()?.startContainer.parentElement?.closest('#one'));
      const during = state();
      const videoDuring = isVideo && !video.paused && (await goesOn());
      t.current().destroy();
      const videoAfter = isVideo && !video.paused && (await goesOn());
      clearInterval(painting);
      return { plays, before, during, after: state(), isVideo, isBeside, videoDuring, videoAfter, events };
    }, rendering);
    assert.ok(outcome.isBeside, 'marks beside the video');
    // Without codecs there is none to be had.
    if (engine !== 'webkit') assert.ok(outcome.isVideo, 'a video plays');
    assert.deepEqual([outcome.videoDuring, outcome.videoAfter], [outcome.isVideo, outcome.isVideo], 'the video goes on');
    assert.deepEqual(outcome.events, [], 'and was never stopped or loaded anew');
    assert.deepEqual(outcome.during, outcome.before);
    assert.deepEqual(outcome.after, outcome.before);
  });
}
