import { createGlossator } from 'glossator';

const glossator = await createGlossator({ glossary: 'glossary.json' });
await glossator.enrich();
