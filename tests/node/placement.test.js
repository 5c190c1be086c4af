import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { GAP, MARGIN, MIN_HEIGHT, inSafeArea, nearestBox, place } from '../../www/host/placement.js';

const viewport = { x: 0, y: 0, width: 1000, height: 800 };
const card = { width: 360, height: 200 };

/** @param {number} x @param {number} y @param {number} [width] @param {number} [height] */
const box = (x, y, width = 80, height = 20) => ({ x, y, width, height });

describe('place', () => {
  /** @type {[string, Parameters<typeof place>[0], Partial<ReturnType<typeof place>>][]} */
  const cases = [
    ['above where there is room, left edges aligned', { anchor: box(300, 400), card, viewport }, { side: 'top', x: 300, y: 400 - GAP - 200, arrow: 40 }],
    ['the inset lines up the texts', { anchor: box(300, 400), card, viewport, inset: 20 }, { x: 280, arrow: 60 }],
    ['below where there is none above', { anchor: box(300, 100), card, viewport }, { side: 'bottom', y: 100 + 20 + GAP }],
    ['exactly enough room above', { anchor: box(300, 200 + GAP + MARGIN), card, viewport }, { side: 'top', y: MARGIN }],
    ['one pixel less', { anchor: box(300, 200 + GAP + MARGIN - 1), card, viewport }, { side: 'bottom' }],
    ['shifts left from the right edge', { anchor: box(900, 400), card, viewport }, { x: 1000 - MARGIN - 360, arrow: 900 + 40 - (1000 - MARGIN - 360) }],
    ['shifts right from the left edge', { anchor: box(-30, 400), card, viewport }, { x: MARGIN, arrow: 14 }],
    ['right to left: right edges aligned', { anchor: box(600, 400), card, viewport, dir: 'rtl' }, { x: 680 - 360, arrow: 320 }],
    ['right to left with inset', { anchor: box(600, 400), card, viewport, dir: 'rtl', inset: 20 }, { x: 700 - 360 }],
    ['no room on either side: the roomier one, lower', { anchor: box(300, 350), card: { width: 360, height: 600 }, viewport }, { side: 'bottom', y: 378, maxHeight: 800 - MARGIN - 378 }],
    ['keeps its side while it fits', { anchor: box(300, 400), card, viewport, keep: 'bottom' }, { side: 'bottom' }],
    ['gives its side up when it does not', { anchor: box(300, 700), card, viewport, keep: 'bottom' }, { side: 'top' }],
    ['a card wider than the viewport starts at its start', { anchor: box(10, 400), card: { width: 500, height: 100 }, viewport: { x: 0, y: 0, width: 300, height: 800 } }, { x: MARGIN }],
    ['squeezed on both sides: covers the anchor rather than vanish', { anchor: box(10, 110), card, viewport: { x: 0, y: 0, width: 400, height: 240 } }, { maxHeight: MIN_HEIGHT }],
    ['a viewport that is pinched and moved', { anchor: box(600, 700), card, viewport: { x: 500, y: 600, width: 500, height: 400 } }, { side: 'bottom', x: 600, y: 728 }],
    ['vertical-rl: earlier lines are on the right', { anchor: box(400, 300, 20, 80), card, viewport, writing: 'vertical-rl' }, { side: 'right', x: 400 + 20 + GAP, y: 300 }],
    ['vertical-lr: on the left', { anchor: box(600, 300, 20, 80), card, viewport, writing: 'vertical-lr' }, { side: 'left', x: 600 - GAP - 360 }],
    ['vertical without room beside: above', { anchor: box(180, 500, 20, 80), card, viewport: { ...viewport, width: 400 }, writing: 'vertical-rl' }, { side: 'top' }],
  ];
  for (const [name, input, expected] of cases) {
    test(name, () => {
      const actual = place(input);
      for (const [key, value] of Object.entries(expected)) {
        assert.equal(actual[/** @type {keyof typeof actual} */ (key)], value, key);
      }
    });
  }

  test('is inside the viewport for every anchor, also for those outside', () => {
    for (let x = -200; x <= 1200; x += 50) {
      for (let y = -200; y <= 1000; y += 50) {
        for (const dir of /** @type {const} */ (['ltr', 'rtl'])) {
          for (const writing of /** @type {const} */ (['horizontal', 'vertical-rl', 'vertical-lr'])) {
            for (const height of [60, 300, 2000]) {
              const at = place({ anchor: box(x, y), card: { width: 360, height }, viewport, dir, writing });
              const shownHeight = Math.min(height, at.maxHeight);
              const where = `${x},${y} ${dir} ${writing} ${height}: ${JSON.stringify(at)}`;
              assert.ok(at.x >= MARGIN && at.x + 360 <= 1000 - MARGIN, where);
              assert.ok(at.y >= MARGIN && at.y + shownHeight <= 800 - MARGIN, where);
            }
          }
        }
      }
    }
  });

  test('never covers its anchor where a side has the least height', () => {
    for (let y = 0; y <= 780; y += 20) {
      const at = place({ anchor: box(300, y), card: { width: 360, height: 2000 }, viewport });
      const bottom = at.y + Math.min(2000, at.maxHeight);
      assert.ok(bottom <= y || at.y >= y + 20, `${y}: ${JSON.stringify(at)}`);
    }
  });
});

describe('nearestBox', () => {
  const lines = [box(700, 100, 200), box(50, 130, 120)];
  test('the line under the pointer', () => assert.equal(nearestBox(lines, { x: 60, y: 140 }), 1));
  test('the line next to the pointer', () => assert.equal(nearestBox(lines, { x: 690, y: 95 }), 0));
  test('the first without a pointer', () => assert.equal(nearestBox(lines, null), 0));
  test('none', () => assert.equal(nearestBox([], { x: 0, y: 0 }), 0));
});

describe('inSafeArea', () => {
  const from = { x: 100, y: 100 };
  const target = box(80, 200, 360, 150);
  /** @type {[string, {x: number, y: number}, boolean][]} */
  const cases = [
    ['where it was left', from, true],
    ['straight down', { x: 100, y: 150 }, true],
    ['towards the far corner', { x: 250, y: 165 }, true],
    ['inside the target', { x: 300, y: 300 }, true],
    ['a hand that strays a little', { x: 94, y: 150 }, true],
    ['sideways along the line', { x: 300, y: 100 }, false],
    ['away from it', { x: 100, y: 80 }, false],
    ['beside the way', { x: 40, y: 160 }, false],
    ['behind the target', { x: 300, y: 380 }, false],
    ['between, but beyond the far corner', { x: 420, y: 130 }, false],
  ];
  for (const [name, point, expected] of cases) test(name, () => assert.equal(inSafeArea(point, from, target), expected));

  test('works the same upwards', () => assert.equal(inSafeArea({ x: 120, y: 60 }, from, box(80, -150, 360, 180)), true));
  test('without stray the edges are exact', () => {
    assert.equal(inSafeArea({ x: 90, y: 150 }, from, target, 0), true);
    assert.equal(inSafeArea({ x: 89.9, y: 150 }, from, target, 0), false);
  });
});
