import { defineConfig } from 'astro/config';
import rehypeGlossator from 'glossator/rehype';

export default defineConfig({
  markdown: {
    rehypePlugins: [[rehypeGlossator, { glossary: new URL('./glossary.json', import.meta.url) }]],
  },
});
