/**
 * @file The web servers and the PHP that the documentation has snippets for. `--ensure` installs those that are missing, where we are root on Debian: PHP and Apache's program as packages
 * that start no service, nginx unpacked into `target/servers`, because its package would start one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDebian } from './browsers.js';
import { root } from './serve.js';

const unpacked = path.join(root, 'target/servers');

/** The first that is there. @param {string[]} files */
const first = (files) => files.find((file) => existsSync(file));

/** @returns {{nginx: string | undefined, brotli: string | undefined, apache: string | undefined, modules: string | undefined, php: string | undefined}} */
export const findServers = () => ({
  nginx: first([path.join(unpacked, 'usr/sbin/nginx'), '/usr/sbin/nginx', '/usr/bin/nginx']),
  /** nginx's own module for files that are compressed already. */
  brotli: first([unpacked, ''].map((folder) => path.join(folder, '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'))),
  apache: first(['/usr/sbin/apache2']),
  modules: first(['/usr/lib/apache2/modules']),
  php: first(['/usr/bin/php', '/usr/local/bin/php']),
});

/** @returns {string[]} what is not there */
export const missingServers = () => Object.entries(findServers()).filter(([, file]) => !file).map(([name]) => name);

/** @param {string} program @param {string[]} parameters @param {string} [cwd] */
function run(program, parameters, cwd) {
  const { status, error } = spawnSync(program, parameters, { cwd, stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (error) console.error(`${program}: ${error.message}`);
  return status === 0;
}

function ensure() {
  const missing = missingServers();
  if (missing.length === 0 || process.getuid?.() !== 0 || !isDebian()) return;
  console.log('Installing nginx, Apache and PHP for the snippets of the documentation (apt-get) ...');
  run('apt-get', ['update', '-qq']);
  if (missing.some((name) => ['apache', 'modules', 'php'].includes(name))) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'apache2-bin', 'php-cli']);
  if (!missing.some((name) => ['nginx', 'brotli'].includes(name))) return;
  mkdirSync(unpacked, { recursive: true });
  run('apt-get', ['download', '-qq', 'nginx', 'libnginx-mod-http-brotli-static', 'libbrotli1'], unpacked);
  for (const name of readdirSync(unpacked).filter((file) => file.endsWith('.deb'))) run('dpkg-deb', ['--extract', name, '.'], unpacked);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--ensure')) ensure();
  const missing = missingServers();
  if (missing.length > 0) console.log(`Not here: ${missing.join(', ')}. The snippets for them are not tried.`);
}
