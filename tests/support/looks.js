/**
 * @file What a reader sees, as a picture: compared with the one in `tests/e2e/looks/`, or put there (`GLOSSATOR_RENEW=1`). A picture that differs is put into `target/looks/` with what differs in red.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../xtask/js/serve.js';
import { noChromium } from './own-browser.js';
import { compare, decode, encode } from './png.js';

/** Of 255. The pictures that are kept have 16 shades per channel, which is 8 off at most; the rest is for a font library that rounds the edge of a letter otherwise. */
const TOLERANCE = 24;
/** Pixels beyond it that still are the same picture. A dot of the dotted line has two. */
const SAME = 12;
/** Bytes: a picture is for a repository. */
const LARGEST = 70_000;

const folder = path.join(root, 'tests/e2e/looks');
const found = path.join(root, 'target/looks');
const renew = process.env.GLOSSATOR_RENEW === '1';

/**
 * @param {string} name  of the picture
 * @param {Buffer} png  as it is now
 * @param {boolean} [isOwn]  not that of another state that looks the same
 */
export async function looksAs(name, png, isOwn = true) {
  const picture = decode(png);
  const file = path.join(folder, `${name}.png`);
  const bytes = encode(picture);
  assert.ok(bytes.length <= LARGEST, `${bytes.length} bytes`);
  if (renew && isOwn) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, bytes);
    return;
  }
  const expected = decode(await readFile(file));
  await mkdir(found, { recursive: true });
  const now = path.join(found, `${name}.png`);
  if (picture.width !== expected.width || picture.height !== expected.height) {
    await writeFile(now, bytes);
    assert.fail(`another size: ${path.relative(root, now)}`);
  }
  const { count, picture: differences } = compare(expected, picture, TOLERANCE);
  if (count <= SAME) return;
  await writeFile(now, bytes);
  await writeFile(path.join(found, `${name}.differs.png`), encode(differences));
  assert.fail(`${count} pixels look otherwise than in ${path.relative(root, file)}: see ${path.relative(root, now)} and what differs beside it`);
}

/** @returns {string | false} why it cannot be said here how something looks */
function whyNot() {
  if (noChromium) return noChromium;
  try {
    const fonts = execFileSync('fc-list', [':', 'family'], { encoding: 'utf8' });
    const missing = ['Noto Sans', 'Noto Serif', 'Noto Sans Arabic', 'Noto Naskh Arabic'].filter((name) => !fonts.split(/[\n,]/).includes(name));
    return missing.length > 0 && `fonts are missing (fonts-noto-core): ${missing.join(', ')}`;
  } catch {
    return 'fontconfig is missing, so nobody knows the fonts';
  }
}

export const whyNoLooks = whyNot();
