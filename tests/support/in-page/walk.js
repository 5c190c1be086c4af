/**
 * @file Marks a page and takes the marks away again, and says what that did to the page: for the test that walks pages of others.
 */
import { changes, current, enrich, remember, textChanges } from './drive.js';

/** What the page itself still has under way shall be over. */
const REST_MS = 120;

const rest = (ms = REST_MS) => new Promise((resolve) => setTimeout(resolve, ms));

/** @returns {Promise<unknown>} two frames: what was changed has been laid out and painted */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/**
 * Layout shifts and long tasks, where the engine tells of them.
 * @returns {() => {shift: number, tasks: number[]}}  stops
 */
function observe() {
  let shift = 0;
  /** @type {number[]} */
  const tasks = [];
  const take = (/** @type {PerformanceEntryList} */ entries) => {
    for (const entry of entries) {
      if (entry.entryType === 'longtask') tasks.push(Math.round(entry.duration));
      else shift += /** @type {any} */ (entry).value;
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  for (const type of ['layout-shift', 'longtask']) if (PerformanceObserver.supportedEntryTypes.includes(type)) observer.observe({ type });
  return () => {
    take(observer.takeRecords());
    observer.disconnect();
    return { shift, tasks };
  };
}

/** @returns {Promise<number>} ms: the longest task that the page itself has needed to be there; 0 where the engine does not tell */
async function ownTask() {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return 0;
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => done(Math.max(...list.getEntries().map(({ duration }) => duration))));
    const timer = setTimeout(() => done(0), 50);
    const done = (/** @type {number} */ longest) => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(Math.round(longest));
    };
    observer.observe({ type: 'longtask', buffered: true });
  });
}

/** @type {Promise<number> | undefined} */
let own;

/** @type {Record<string, any>} */
const glossaries = {};

/**
 * @param {'elements' | 'highlights'} rendering
 * @param {'large' | 'dense'} which  glossary
 */
export async function walk(rendering, which) {
  const { Glossary } = await import('/host/index.js');
  const ownLongest = await (own ??= ownTask());
  const glossary = (glossaries[which] ??= await Glossary.load(`${location.origin}/corpus/glossary.json?${which}`));
  await rest();
  // The same layout that the comparison asks for: what it costs is no work of ours.
  remember();
  await painted();
  const stop = observe();
  const { marks } = await enrich({ glossary, rendering, occurrences: 'all', scope: 'all', maxMarks: 100_000 });
  await painted();
  await rest();
  const { shift, tasks } = stop();
  const during = textChanges();
  const wrong = marks.filter(([text]) => text === null).length;
  const stopAgain = observe();
  current().destroy();
  await painted();
  await rest(60);
  const undo = stopAgain();
  return { marks: marks.length, wrong, during, after: changes(), shift: shift + undo.shift, tasks, undoTasks: undo.tasks, own: ownLongest };
}
