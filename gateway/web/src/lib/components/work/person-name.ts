import { directory } from '#lib/api/members.svelte.ts';
import type { Member } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** A person who was erased or is unknown. */
export const isFormer = (member: Member | null | undefined) => member === null || member?.erased === true;

/** The name to show; three dots while it is being loaded. */
export function nameOf(member: Member | null | undefined): string {
  if (member === undefined) return '…';
  return isFormer(member) ? i18n.t.word.formerMember : member!.displayName;
}

export const nameById = (id: string): string => nameOf(directory.find(id));
