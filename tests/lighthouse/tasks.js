/**
 * @file How long the tasks of a page hold its main thread up, by that thread's own clock. Lighthouse goes by the clock on the wall, which runs on while the machine does other things: on a
 * busy one it finds blocking where there is none. Chromium's trace has both.
 */
import { chromium } from 'playwright-core';
import { launchOptions } from '../support/playwright.js';

/** What Lighthouse's telephone is slower by, and the ms from which on a task blocks. */
const SLOWER = 4;
const LONG = 50;

/** ms until all is loaded and done. */
const SETTLED = 5000;

/** A telephone, as Lighthouse has it. */
const PHONE = { viewport: { width: 412, height: 823 }, isMobile: true, deviceScaleFactor: 1.75 };

/**
 * @typedef {{name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: any}} TraceEvent  `ts`, `dur` and `tdur` (by the thread's clock) in microseconds
 */

/**
 * @param {string} url
 * @param {number} runs
 * @returns {Promise<{blocking: number, longest: number}[]>}  of each run: the blocking time that a telephone would have after the first paint, and the longest task here, in ms
 */
export async function tasksOf(url, runs) {
  const browser = await chromium.launch(launchOptions('chromium'));
  try {
    const results = [];
    for (let run = 0; run < runs; run += 1) {
      const context = await browser.newContext(PHONE);
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      /** @type {TraceEvent[]} */
      const events = [];
      cdp.on('Tracing.dataCollected', ({ value }) => events.push(.../** @type {any} */ (value)));
      await cdp.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'toplevel,loading,blink.user_timing,devtools.timeline' });
      await page.goto(url, { waitUntil: 'load' });
      await page.waitForTimeout(SETTLED);
      const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
      await cdp.send('Tracing.end');
      await complete;
      await context.close();
      results.push(sum(events, url));
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** @param {TraceEvent[]} events @param {string} url */
function sum(events, url) {
  const start = events.find(({ name, args }) => name === 'navigationStart' && JSON.stringify(args).includes(url));
  if (!start) throw new Error(`the trace does not have ${url}`);
  const own = events.filter(({ pid, tid }) => pid === start.pid && tid === start.tid);
  const painted = own.find(({ name, ts }) => name === 'firstContentfulPaint' && ts >= start.ts)?.ts;
  if (painted === undefined) throw new Error(`${url} was not painted`);
  /** Tasks within tasks are part of them. @type {TraceEvent[]} */
  const tasks = [];
  for (const event of own.filter(({ name, ts }) => /RunTask$/.test(name) && ts > painted).sort((a, b) => a.ts - b.ts)) {
    const last = tasks.at(-1);
    if (!last || event.ts > last.ts + (last.dur ?? 0)) tasks.push(event);
  }
  const times = tasks.map(({ tdur = 0 }) => tdur / 1000);
  return {
    blocking: times.reduce((all, time) => all + Math.max(0, time * SLOWER - LONG), 0),
    longest: Math.max(0, ...times),
  };
}
