/**
 * @file A question to the background. The browser ends a background that has been idle, also in the moment in which a message arrives, and its process may end at any time; the next message starts
 * it again. Mostly who asks is told (an error, or an answer of nothing), sometimes before there can be another background; in Firefox a message may also be lost without a word. So it is asked once
 * more, and once more.
 *
 * For questions that may be asked twice: they change nothing, or the same again.
 */

/** ms between the questions. */
const RESTS_MS = [0, 300, 1500];

/** ms that an answer is waited for, but for the last. What takes longer is the first reading with very large glossaries, which goes on: who asks again waits for the same. */
const PATIENCE_MS = 5000;

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param {object} message
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
      const asked = chrome.runtime.sendMessage(message);
      const answer = await (rest === RESTS_MS.at(-1) ? asked : Promise.race([asked, pause(PATIENCE_MS)]));
      if (answer) return answer;
    } catch (error) {
      failure = error;
    }
  }
  if (failure) throw failure;
}
