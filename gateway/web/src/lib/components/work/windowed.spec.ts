import { expect, it } from 'vitest';
import { span } from './windowed.svelte.ts';

it('draws fewer than 60 rows of ten thousand at any scroll position', () => {
  for (const above of [-200, 0, 1_000, 180_000, 360_000, 999_999]) {
    const [from, to] = span(above, 1_080, 36, 10_000);
    expect(to - from).toBeLessThan(60);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(10_000);
  }
});

it('draws the rows that are in view', () => {
  const [from, to] = span(3_600, 720, 36, 10_000);
  expect(from).toBeLessThanOrEqual(100);
  expect(to).toBeGreaterThanOrEqual(120);
});

it('draws a short list whole', () => {
  expect(span(0, 900, 36, 5)).toEqual([0, 5]);
});
