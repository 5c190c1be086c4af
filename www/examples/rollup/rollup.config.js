import { nodeResolve } from '@rollup/plugin-node-resolve';
import { importMetaAssets } from '@web/rollup-plugin-import-meta-assets';

export default {
  input: 'main.js',
  output: { dir: 'dist', format: 'es' },
  // the second finds `new URL('file.wasm', import.meta.url)` in the package and takes the file along
  plugins: [nodeResolve(), importMetaAssets()],
};
