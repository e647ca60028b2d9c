import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colours } from './components/ui/face';

const css = readFileSync('src/lib/tokens.css', 'utf8');
const [light = '', dark = ''] = css.split("[data-theme='dark']");
const themes = { light: tokens(light), dark: { ...tokens(light), ...tokens(dark) } };

const grounds = ['bg', 'surface', 'raised', 'hover'];
const inks = ['text', 'muted', 'faint', 'danger', 'warn', 'good', 'info', 'review', 'accent-text'];
const pairs: [string, string][] = [
  ...grounds.flatMap((ground) => inks.map((ink): [string, string] => [ink, ground])),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-text', 'accent-soft'],
  ['danger', 'danger-soft'],
  ['warn', 'warn-soft'],
  ['good', 'good-soft'],
  ['text', 'danger-soft'],
  ['text', 'warn-soft'],
  ...colours.map((name): [string, string] => [`face-${name}-fg`, `face-${name}-bg`]),
];

describe.each(Object.entries(themes))('in the %s theme', (_, theme) => {
  it.each(pairs)('%s can be read on %s', (ink, ground) => {
    expect(contrast(theme[ink]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['fill-todo', 'fill-doing', 'fill-waiting', 'fill-done', 'fill-mark', 'line-strong'])(
    '%s stands out from a surface',
    (fill) => {
      expect(contrast(theme[fill]!, theme['surface']!)).toBeGreaterThanOrEqual(3);
    },
  );
});

function tokens(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
