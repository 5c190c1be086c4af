/** @file What other people's libraries find, for one bundle: they are CommonJS, which no browser loads. */
export { Readability } from '@mozilla/readability';
