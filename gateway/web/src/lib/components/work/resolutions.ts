import { i18n } from '#lib/i18n/index.svelte.ts';

/**
 * The suggested resolutions as they are stored: the same word in every language, by which the dashboard knows what was
 * not delivered.
 */
const offered = ['Done', 'Fixed', 'Duplicate', "Won't do", 'Cannot reproduce'] as const;

const folded = (text: string) => text.trim().toLowerCase().replaceAll('’', "'");

/** The names of the suggested resolutions. */
export const resolutionNames = (): string[] => offered.map((kept) => i18n.t.resolutions[kept]);

/** The name of a suggested resolution in the reader's language; any other text as it is. */
export function resolutionName(kept: string): string {
  const known = offered.find((one) => folded(one) === folded(kept));
  return known === undefined ? kept : i18n.t.resolutions[known];
}

/** The stored form of a chosen or typed resolution; null if there is none. */
export function resolutionOf(typed: string): string | null {
  const known = offered.find((one) =>
    [one, i18n.t.resolutions[one]].some((name) => folded(name) === folded(typed)),
  );
  return known ?? (typed.trim() || null);
}
