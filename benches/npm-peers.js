/**
 * @file The automata that npm has, for one bundle: some of them are CommonJS, which no browser loads.
 */
export { AhoCorasick as MonyoneFast } from '@monyone/aho-corasick/fast';
export { AhoCorasick as MonyoneGreedy } from '@monyone/aho-corasick/greedy';
export { default as Ahocorasick } from 'ahocorasick';
export { default as Modern } from 'modern-ahocorasick';
