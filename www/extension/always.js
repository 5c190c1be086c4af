/**
 * @file Goes before `content.js` on the sites that the reader has turned on for good, and is how that one knows it.
 */

/** @type {{glossatorAlways?: true}} */ (globalThis).glossatorAlways = true;
