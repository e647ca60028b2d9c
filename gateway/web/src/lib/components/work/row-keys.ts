import type { Keys } from '#lib/components/ui/keys.ts';
import { linkOf, menuOf, rows } from './rows.ts';

/** On a row, and from the page: then the first row is meant. Letters by their place, for Korean keyboards. */
export const rowKeys: Keys = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyS: () => menuOf(focused() ?? rows()[0])?.click(),
};

/** On a row, its link does this by itself. */
export const pageKeys: Keys = { ...rowKeys, Enter: () => linkOf(rows()[0])?.click() };

function step(by: 1 | -1): void {
  const all = rows();
  const from = focused();
  const next = from === undefined ? all[0] : all[all.indexOf(from) + by];
  linkOf(next)?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

const focused = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? undefined;
