import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { lightness } from '../../www/host/theme.js';

// Computed values as Chromium, Firefox and WebKit write them.
describe('lightness', () => {
  /** @type {[string, number, number][]} */
  const cases = [
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    ['rgba(0, 0, 0, 0)', 0, 0],
    ['rgba(255, 255, 255, 0.5)', 1, 0.5],
    ['rgb(255 255 255 / 0.25)', 1, 0.25],
    ['color(srgb 1 1 1)', 1, 1],
    ['color(display-p3 0 0 0 / 0.5)', 0, 0.5],
    ['color(srgb 1 1 1 / 5e-1)', 1, 0.5],
    ['oklch(0.25 0.03 260)', 0.25, 1],
    ['oklab(0.9 none 0)', 0.9, 1],
    ['lab(80 -10 5)', 0.8, 1],
    ['lch(20 30 250 / 0.5)', 0.2, 0.5],
    ['transparent', 0, 0],
    ['', 0, 0],
  ];
  for (const [color, light, alpha] of cases) {
    test(color || 'nothing', () => {
      const actual = lightness(color);
      assert.ok(Math.abs(actual.light - light) < 1e-6, `light: ${actual.light}`);
      assert.ok(Math.abs(actual.alpha - alpha) < 1e-6, `alpha: ${actual.alpha}`);
    });
  }
});
