/**
 * @file Finds the browsers for the tests and benchmarks, and with `--ensure` installs those that are missing:
 * Debian's packages where we are root on Debian, else Playwright's own builds.
 *
 * The last line on standard output is for `xtask/src/browsers.rs`: `present=chromium,firefox missing=webkit`. Everything
 * that is said on the way goes to standard error.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { launchOptions } from '../../tests/support/playwright.js';
import { findWebKit } from '../../tests/support/webkit.js';

/** @typedef {import('../../tests/support/browsers.js').EngineName} EngineName */

/** @type {EngineName[]} */
const engines = ['chromium', 'firefox', 'webkit'];

/** @type {Record<EngineName, string[]>} */
const packages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

/** Without fonts for other scripts a page has boxes for letters, and their widths. */
const fonts = ['fonts-noto-core', 'fonts-noto-cjk'];

/** @param {EngineName} engine */
const isThere = (engine) =>
  (engine === 'webkit' && findWebKit() !== undefined) || launchOptions(engine) !== undefined;

const missing = () => engines.filter((engine) => !isThere(engine));

/**
 * Runs a program with its output on standard error.
 * @param {string} program
 * @param {string[]} parameters
 * @returns {boolean} did it succeed?
 */
function run(program, parameters) {
  const { status, error } = spawnSync(program, parameters, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (error) console.error(`${program}: ${error.message}`);
  return status === 0;
}

/** Debian itself: what is made from it has other packages under these names (Ubuntu's `chromium` is a stub). */
export function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !isDebian()) return;
  const wanted = missing().flatMap((engine) => packages[engine]);
  console.error(`Installing ${wanted.join(', ')} and fonts (apt-get; takes a few minutes) ...`);
  run('apt-get', ['update', '-qq']);
  // one by one where all together fail: a release without one of the browsers may have the others
  const install = (/** @type {string[]} */ names) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
  if (install([...wanted, ...fonts])) return;
  for (const engine of missing()) install(packages[engine]);
  install(fonts);
}

function installFromPlaywright() {
  const cli = createRequire(import.meta.url).resolve('playwright-core/package.json').replace(/package\.json$/, 'cli.js');
  for (const engine of missing()) {
    console.error(`Downloading Playwright's ${engine} (takes a minute or more) ...`);
    run(process.execPath, [cli, 'install', engine]);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--ensure')) {
    if (missing().length > 0) installFromDebian();
    if (missing().length > 0) installFromPlaywright();
  }
  const absent = missing();
  console.log(`present=${engines.filter((engine) => !absent.includes(engine)).join(',')} missing=${absent.join(',')}`);
}
