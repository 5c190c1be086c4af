/**
 * @file PNG files as the tests need them: the ones that Chromium takes are read, small ones are written, two are compared.
 *
 * Only what is met here: 8 bits per sample, not interlaced, RGB, RGBA, or RGB from a palette.
 */
import { deflateSync, inflateSync } from 'node:zlib';

/**
 * @typedef {object} Picture
 * @property {number} width
 * @property {number} height
 * @property {Uint32Array} pixels  0xRRGGBB, row by row; transparency is left out
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [RGB, PALETTE, RGBA] = [2, 3, 6];

/**
 * How the bytes of a row are written: as the difference to what is left, above, in between, or the nearest of the three.
 * @type {((left: number, up: number, upLeft: number) => number)[]}
 */
const filters = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, upLeft) => {
    const guess = left + up - upLeft;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
    return a <= b && a <= c ? left : b <= c ? up : upLeft;
  },
];

/**
 * @param {Buffer} file
 * @returns {Picture}
 */
export function decode(file) {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error('this is no PNG');
  let [width, height, type] = [0, 0, RGB];
  let palette = Buffer.alloc(0);
  const parts = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') {
      [width, height, type] = [body.readUInt32BE(0), body.readUInt32BE(4), body.readUInt8(9)];
      if (body.readUInt8(8) !== 8 || ![RGB, PALETTE, RGBA].includes(type) || body.readUInt8(12) !== 0) throw new Error('a PNG of a kind that is not read here');
    } else if (name === 'PLTE') palette = Buffer.from(body);
    else if (name === 'IDAT') parts.push(body);
    at += 12 + length;
  }
  const data = inflateSync(Buffer.concat(parts));
  const size = type === RGBA ? 4 : type === RGB ? 3 : 1;
  const stride = width * size;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1);
    const filter = filters[data[from] ?? 0];
    if (filter === undefined) throw new Error('a PNG with an unknown filter');
    const row = new Uint8Array(stride);
    for (let i = 0; i < stride; i += 1) {
      row[i] = (data[from + 1 + i] ?? 0) + filter(row[i - size] ?? 0, above[i] ?? 0, above[i - size] ?? 0);
    }
    for (let x = 0; x < width; x += 1) {
      pixels[y * width + x] = type === PALETTE ? palette.readUIntBE(3 * (row[x] ?? 0), 3) : ((row[x * size] ?? 0) << 16) | ((row[x * size + 1] ?? 0) << 8) | (row[x * size + 2] ?? 0);
    }
    above = row;
  }
  return { width, height, pixels };
}

/** Steps between two shades that a written picture keeps apart: 255 is a multiple, so black and white stay what they are. */
const STEP = 17;

/**
 * As small as can be without a tool: 16 shades per channel, and of 256 colours at most, a byte per pixel. No channel is off by more than half a `STEP`.
 * @param {Picture} picture
 * @returns {Buffer}
 */
export function encode({ width, height, pixels: exact }) {
  const coarse = (/** @type {number} */ value) => Math.round((value & 255) / STEP) * STEP;
  const pixels = exact.map((color) => (coarse(color >> 16) << 16) | (coarse(color >> 8) << 8) | coarse(color));
  const colors = [...new Set(pixels)];
  const isFew = colors.length <= 256;
  const index = new Map(colors.map((color, i) => [color, i]));
  const size = isFew ? 1 : 3;
  const data = Buffer.alloc(height * (1 + width * size));
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    at += 1; // no filter: flat colours and letters pack better without
    for (const color of pixels.subarray(y * width, (y + 1) * width)) at = isFew ? data.writeUInt8(index.get(color) ?? 0, at) : data.writeUIntBE(color, at, 3);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  head.writeUInt8(isFew ? PALETTE : RGB, 9);
  const palette = Buffer.alloc(colors.length * 3);
  if (isFew) colors.forEach((color, i) => palette.writeUIntBE(color, i * 3, 3));
  return Buffer.concat([
    SIGNATURE, chunk('IHDR', head), ...(isFew ? [chunk('PLTE', palette)] : []), chunk('IDAT', deflateSync(data, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} name
 * @param {Buffer} body
 */
function chunk(name, body) {
  const part = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const frame = Buffer.alloc(part.length + 8);
  frame.writeUInt32BE(body.length, 0);
  part.copy(frame, 4);
  frame.writeUInt32BE(crc(part), part.length + 4);
  return frame;
}

/** @param {Buffer} bytes */
function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/**
 * What differs: pixels where a channel is off by more than `tolerance`.
 * @param {Picture} a
 * @param {Picture} b  as large
 * @param {number} tolerance  0 to 255
 * @returns {{count: number, picture: Picture}}  the second one pale, what differs red
 */
export function compare(a, b, tolerance) {
  let count = 0;
  const pixels = b.pixels.map((color, i) => {
    const other = a.pixels[i] ?? 0;
    const differs = [16, 8, 0].some((shift) => Math.abs(((color >> shift) & 255) - ((other >> shift) & 255)) > tolerance);
    count += Number(differs);
    const grey = 192 + ((((color >> 16) & 255) + ((color >> 8) & 255) + (color & 255)) / 12 | 0);
    return differs ? 0xdd0000 : (grey << 16) | (grey << 8) | grey;
  });
  return { count, picture: { width: b.width, height: b.height, pixels } };
}
