import { createGlossator } from 'glossator';
// esbuild leaves `new URL('file.wasm', import.meta.url)` inside the package alone; an import makes it copy the file.
import wasm from 'glossator/glossator.wasm';

const glossator = await createGlossator({ glossary: 'glossary.json', wasm: new URL(wasm, import.meta.url) });
await glossator.enrich();
