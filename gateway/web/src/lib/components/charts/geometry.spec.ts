import { expect, it } from 'vitest';
import { durationTicks, nearest, plotOf } from './geometry';

it('finds the nearest value in a sorted list', () => {
  expect(nearest([0, 10, 20], 14)).toBe(1);
  expect(nearest([0, 10, 20], 99)).toBe(2);
  expect(nearest([5], -3)).toBe(0);
});

it('names a few durations between the ends', () => {
  expect(durationTicks(30, 100_000)).toEqual([60, 600, 3_600, 21_600, 86_400]);
  expect(durationTicks(1, 86_400_000).length).toBeLessThanOrEqual(7);
});

it('keeps room to draw in however narrow the box', () => {
  const plot = plotOf(20);
  expect(plot.right).toBeGreaterThan(plot.left);
});
