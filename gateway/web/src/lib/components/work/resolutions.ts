import { i18n } from '#lib/i18n/index.svelte.ts';

/**
 * The resolutions that are offered, as they are kept: the same word for readers of every language, and one by which the
 * dashboard knows what was not delivered.
 */
const offered = ['Done', 'Fixed', 'Duplicate', "Won't do", 'Cannot reproduce'] as const;

const folded = (text: string) => text.trim().toLowerCase().replaceAll('’', "'");

/** The names of those that are offered. */
export const resolutionNames = (): string[] => offered.map((kept) => i18n.t.resolutions[kept]);

/** What a resolution is called in the reader's language, if it is one of those; else what somebody wrote. */
export function resolutionName(kept: string): string {
  const known = offered.find((one) => folded(one) === folded(kept));
  return known === undefined ? kept : i18n.t.resolutions[known];
}

/** How a resolution is kept that a reader chose or typed; null where there is none. */
export function resolutionOf(typed: string): string | null {
  const known = offered.find((one) =>
    [one, i18n.t.resolutions[one]].some((name) => folded(name) === folded(typed)),
  );
  return known ?? (typed.trim() || null);
}
