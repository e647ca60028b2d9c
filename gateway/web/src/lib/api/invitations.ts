import { createInfiniteQuery } from '@tanstack/svelte-query';
import { api } from './api';
import { paged, queryClient } from './client';
import type { OfMember } from './types';

/** Its link is in the answer to {@link invite} only, unless it is mailed. */
export type Invitation = OfMember['Invitation'];
export type InvitationRequest = OfMember['InvitationBody'];

export function invitationsQuery() {
  return createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['invitations', 'list'],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/invitations', { query: { limit: 50, cursor: pageParam }, signal }),
  }));
}

export async function invite(request: InvitationRequest, idempotencyKey: string): Promise<Invitation> {
  const header = { 'Idempotency-Key': idempotencyKey };
  const invitation = await api.post('/api/invitations', { body: request, header });
  await queryClient.invalidateQueries({ queryKey: ['invitations', 'list'] });
  return invitation;
}

export async function revokeInvitation(id: string): Promise<void> {
  await api.delete('/api/invitations/{id}', { path: { id } });
  await queryClient.invalidateQueries({ queryKey: ['invitations', 'list'] });
}
