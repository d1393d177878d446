import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../appPackage');

/** Of each pixel, red, green, blue and how opaque it is: 0 to 255. */
function pixelsOf(name: string) {
  const { width, height, data } = PNG.sync.read(readFileSync(`${folder}/${name}.png`));
  const pixels = Array.from({ length: width * height }, (_, at) => [
    ...data.subarray(4 * at, 4 * at + 4),
  ]);
  return { width, height, pixels };
}
const opaque = (pixel: readonly number[]) => pixel[3]! > 0;

test('[I1] the colour icon is 192 pixels wide and high, full to its edges, and more than one colour', () => {
  const { width, height, pixels } = pixelsOf('color');
  expect([width, height]).toEqual([192, 192]);
  expect(pixels.every((pixel) => pixel[3] === 255)).toBe(true);
  expect(new Set(pixels.map(String)).size).toBeGreaterThan(2);
});

test('[I1] the outline icon is 32 pixels wide and high, white on nothing, and keeps clear of its edges', () => {
  const { width, height, pixels } = pixelsOf('outline');
  expect([width, height]).toEqual([32, 32]);
  const drawn = pixels.filter(opaque);
  expect(drawn.every((pixel) => pixel.slice(0, 3).every((part) => part === 255))).toBe(true);
  // Of so few pixels, a sign that can be told at a glance takes some, and not most.
  expect(drawn.length / pixels.length).toBeGreaterThan(0.1);
  expect(drawn.length / pixels.length).toBeLessThan(0.6);
  const edge = pixels.filter((_, at) =>
    [at % width, Math.floor(at / width)].some((place) => place === 0 || place === width - 1),
  );
  expect(edge.filter(opaque)).toEqual([]);
});
