/**
 * @file The scripts from npm that mark terms in a page, for one bundle: one of them is CommonJS, which no browser loads.
 */
export { default as AdvancedMark } from 'advanced-mark.js/dist/mark.es6.js';
export { default as findAndReplaceDOMText } from 'findandreplacedomtext';
