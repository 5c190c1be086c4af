/**
 * @file A copy of the built extension that tests can do more with: nothing here can answer the browser's questions for permission, or
 * click its menus. So the copy has permission for the test servers from the start, and a background that does more.
 */
import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @param {string} folder  the built extension
 * @param {string} copy  the folder that it becomes
 * @param {string} more  code behind the background's own, in its scope
 * @returns {Promise<any>} its manifest
 */
export async function copyExtension(folder, copy, more) {
  await cp(folder, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: ['*://127.0.0.1/*'] }));
  await appendFile(path.join(copy, 'background.js'), more);
  return manifest;
}
