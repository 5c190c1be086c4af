import { createGlossator } from 'glossator';

const glossator = await createGlossator({ glossary: new URL('./glossary.json', import.meta.url) });
await glossator.enrich();
