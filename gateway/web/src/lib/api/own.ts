import { createQuery } from '@tanstack/svelte-query';
import { api } from './api';
import { queryClient } from './client';
import { directory } from './members.svelte';
import { session } from './session.svelte';
import type { OfMember } from './types';

export type AccessToken = OfMember['IssuedToken'];
export type Scope = AccessToken['scopes'][number];
/** From the least to the most powerful. */
export const scopes = ['read', 'write', 'admin'] as const satisfies readonly Scope[];
export type ProfilePatch = OfMember['ProfilePatch'];

export async function changeProfile(patch: ProfilePatch): Promise<void> {
  const member = await api.patch('/api/members/me', { body: patch });
  session.member = member;
  directory.learn([member]);
  await queryClient.invalidateQueries({ queryKey: ['members'] });
}

export async function changePassword(current: string, password: string): Promise<void> {
  await api.put('/api/members/me/password', { body: { current, password } });
  await queryClient.invalidateQueries({ queryKey: ['own'] });
}

export function sessionsQuery() {
  return createQuery(() => ({
    queryKey: ['own', 'sessions'],
    queryFn: async ({ signal }) => (await api.get('/api/sessions', { signal })).items,
  }));
}

export async function endSession(id: string): Promise<void> {
  await api.delete('/api/sessions/{id}', { path: { id } });
  await queryClient.invalidateQueries({ queryKey: ['own'] });
}

export async function endOtherSessions(): Promise<void> {
  await api.delete('/api/sessions');
  await queryClient.invalidateQueries({ queryKey: ['own'] });
}

export function tokensQuery() {
  return createQuery(() => ({
    queryKey: ['own', 'tokens'],
    queryFn: async ({ signal }) => (await api.get('/api/access-tokens', { signal })).items,
  }));
}

/** The secret of the new token, which no later answer contains. */
export async function issueToken(
  name: string,
  scopes: Scope[],
  expiresAt: string | undefined,
): Promise<string> {
  const { token } = await api.post('/api/access-tokens', { body: { name, scopes, expiresAt } });
  await queryClient.invalidateQueries({ queryKey: ['own'] });
  return token;
}

export async function revokeToken(id: string): Promise<void> {
  await api.delete('/api/access-tokens/{id}', { path: { id } });
  await queryClient.invalidateQueries({ queryKey: ['own'] });
}
