/** @file The extension as it is now, built once in a process. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../xtask/js/serve.js';
import { engines } from './browsers.js';
import { launchOptions } from './playwright.js';

/** @type {Promise<unknown> | undefined} */
let building;

/**
 * @param {'chrome' | 'firefox'} browser
 * @returns {Promise<string>} its folder
 */
export async function built(browser) {
  building ??= promisify(execFile)(process.execPath, [path.join(root, 'xtask/js/dist.js'), 'extension']);
  await building;
  return path.join(root, 'dist/extension', browser);
}

/**
 * Where a browser is missing, `browsers.js` has said so.
 * @param {'chromium' | 'firefox'} engine
 */
export const isPresent = (engine) => engines.includes(engine) && launchOptions(engine) !== undefined;
