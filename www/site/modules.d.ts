/** What the site imports and what has no types of its own. */
declare module 'prismjs';
declare module 'prismjs/components/index.js';
declare module '@11ty/eleventy';
