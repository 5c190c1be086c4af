/**
 * @file Goes before `content.js` where that one is to switch the page on by itself: on the sites that the reader has turned on for good, and where they ask for a page that it is not in yet.
 */

/** @type {{glossatorAlways?: true}} */ (globalThis).glossatorAlways = true;
