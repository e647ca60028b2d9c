import type { Keys } from '#lib/components/ui/keys.ts';
import { linkOf, menuOf, rows } from './rows.ts';

/** Keys on a row; from the page they apply to the first row. Letters by their position, for Korean keyboards. */
export const rowKeys: Keys = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyS: () => menuOf(focused() ?? rows()[0])?.click(),
};

/** On a row, the link itself handles this key. */
export const pageKeys: Keys = { ...rowKeys, Enter: () => linkOf(rows()[0])?.click() };

function step(by: 1 | -1): void {
  const all = rows();
  const from = focused();
  const next = from === undefined ? all[0] : all[all.indexOf(from) + by];
  linkOf(next)?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

const focused = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? undefined;
