/**
 * @file Writes `dist/`: `node xtask/js/dist.js [npm] [embed] [extension]`, all of them where none is named. A part that
 * fails does not keep the others from being built.
 *
 * `--if-any` leaves the extension out where the repository has none.
 */
import { buildAndShowEmbed } from './dist-embed.js';
import { buildExtension, hasExtension } from './dist-extension.js';
import { buildNpm } from './dist-npm.js';

/** Each builds one part and may have something to say about it. */
const parts = /** @type {Record<string, () => Promise<string | void>>} */ ({
  npm: buildNpm,
  embed: buildAndShowEmbed,
  extension: buildExtension,
});

const parameters = process.argv.slice(2);
const ifAny = parameters.includes('--if-any');
const named = parameters.filter((name) => name !== '--if-any');
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  const build = parts[name];
  if (!build) throw new Error(`there is no part ${name}; the parts are ${Object.keys(parts).join(', ')}`);
  if (name === 'extension' && ifAny && !hasExtension()) {
    console.log('dist/extension: left out, www/extension does not exist');
    continue;
  }
  try {
    console.log(`dist/${name}: built${(await build()) ?? ''}`);
  } catch (error) {
    console.error(`dist/${name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
