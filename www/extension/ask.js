/**
 * @file A question to the background. The browser ends a background that has been idle, also in the moment in which a message arrives, and its process may end at any time; the next message starts
 * it again. Mostly who asks is told (an error, or an answer of nothing), sometimes before there can be another background; so it is asked once more, and once more. Where nobody says a word, it is
 * asked until somebody does.
 *
 * For questions that may be asked twice: they change nothing, or the same again.
 */

import { insist, pause } from './insist.js';

/** ms before it is asked again, after each answer of nothing. */
const RESTS_MS = [0, 300, 1500];

/** ms that an answer is waited for at first. What takes longer is the first reading with very large glossaries, which goes on for minutes: who asks again waits for the same. */
const PATIENCE_MS = 5000;

/**
 * @param {() => object} message  each time it is asked
 * @returns {Promise<any>}  nothing where nobody answers
 * @throws {unknown} what the browser says, where it says so each time
 */
export async function askBackground(message) {
  let failure;
  for (const rest of RESTS_MS) {
    if (rest) await pause(rest);
    // Cut off from an extension that was updated or removed.
    if (!chrome.runtime?.id) break;
    try {
      const answer = await insist(() => chrome.runtime.sendMessage(message()), PATIENCE_MS);
      if (answer) return answer;
    } catch (error) {
      failure = error;
    }
  }
  if (failure) throw failure;
}
