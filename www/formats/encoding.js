/**
 * @file From bytes to text: a file rarely says its encoding. Pure.
 */

/** Bytes that are looked at where a file does not say its encoding. */
const LOOKED_AT = 2000;

/** By its first bytes; where these are no mark, by the zeros that half of the bytes of UTF-16 are in most scripts, and none in others. @param {Uint8Array} bytes */
function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const some = bytes.subarray(0, LOOKED_AT);
  const zeros = (/** @type {number} */ side) => some.filter((byte, at) => byte === 0 && at % 2 === side).length;
  const most = some.length / 8;
  return zeros(1) > most ? 'utf-16le' : zeros(0) > most ? 'utf-16be' : 'utf-8';
}

/** What windows-1252 has where Latin-1 has signs that nobody sees. Node before version 23 reads the one as the other. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** @param {Uint8Array} bytes */
export function textOf(bytes) {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    // What spreadsheets on Windows write when they are not asked for anything else.
    return new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
  }
}
