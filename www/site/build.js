/**
 * @file Writes the documentation site into `dist/docs`: `cargo xtask docs`. The package and the embed have to be built: the one is described, the other runs on every page.
 */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import Eleventy from '@11ty/eleventy';
import { copy, empty, licences, list, version } from '../../xtask/js/files.js';
import { root } from '../../xtask/js/serve.js';
import { configure } from './eleventy.config.js';
import { reference } from './reference.js';

const folder = path.join(root, 'dist/docs');
const site = path.join(root, 'www/site');

await empty(folder);
const eleventy = new Eleventy(path.relative(process.cwd(), path.join(site, 'templates')), path.relative(process.cwd(), folder), {
  quietMode: true,
  configPath: null,
  config: configure({ reference: await reference(), version: await version() }),
});
await eleventy.write();
await cp(path.join(root, 'dist/embed'), path.join(folder, 'glossator'), { recursive: true });
await cp(path.join(root, 'docs/images'), path.join(folder, 'images'), { recursive: true });
for (const name of ['site.css', 'glossary.json', 'icon.svg']) await copy(`www/site/${name}`, folder);
for (const file of await list('glossary', '.json')) await copy(file, path.join(folder, 'glossary'));
for (const file of licences) await copy(file, folder);
console.log('dist/docs: built');
