import { createInfiniteQuery } from '@tanstack/svelte-query';
import type { InvitationState } from './accounts';
import { queryClient } from './client';
import { ask, get } from './http';
import type { Page, Role } from './types';

export interface Invitation {
  id: string;
  /** Shown to administrators and, while it is open, to whoever invited. */
  email: string | null;
  mailed: boolean;
  role: Role;
  team: string | null;
  /** The known person whom the account will be. */
  member: string | null;
  createdAt: string;
  expiresAt: string;
  createdBy: string;
  acceptedBy: string | null;
  acceptedAt: string | null;
  state: InvitationState;
}

/** The link is in this one answer only. */
export type NewInvitation = Invitation & {
  token: string;
  link: string;
  /** Whether an earlier link to the address works no more. */
  replacedAnother: boolean;
};

export interface Wish {
  email?: string;
  role?: Role;
  team?: string;
  member?: string;
  /** The language of the mail. */
  locale?: string;
  expiresInDays: number;
}

export function invitationsQuery() {
  return createInfiniteQuery(() => ({
    queryKey: ['invitations', 'list'],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Invitation>>('/invitations', { limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Invitation>) => last.next,
  }));
}

export async function invite(wish: Wish, idempotencyKey: string): Promise<NewInvitation> {
  const { body } = await ask<NewInvitation>('POST', '/invitations', { body: wish, idempotencyKey });
  await queryClient.invalidateQueries({ queryKey: ['invitations', 'list'] });
  return body;
}

export async function revokeInvitation(id: string): Promise<void> {
  await ask('DELETE', `/invitations/${id}`);
  await queryClient.invalidateQueries({ queryKey: ['invitations', 'list'] });
}
