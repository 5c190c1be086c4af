/** The package has no types of its own. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: string[]);
    /** The index of each last character, with all keywords that end there. */
    search(text: string): [number, string[]][];
  }
}
