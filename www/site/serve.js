/** @file Serves the documentation site: `cargo xtask docs --serve`. */
import path from 'node:path';
import { root, serve } from '../../xtask/js/serve.js';

/** Beside the demo's port, so that both can be looked at. */
const PORT = 8643;

const server = await serve({ mounts: { '/': path.join(root, 'dist/docs') }, port: PORT });
console.log(`The documentation is at ${server.origin}/ (stop it with Ctrl+C)`);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => server.close());
