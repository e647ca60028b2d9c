import { createQuery } from '@tanstack/svelte-query';
import { queryClient } from './client';
import { ask, get } from './http';
import { directory } from './members.svelte';
import { session } from './session.svelte';
import type { Member, Page } from './types';

export interface OpenSession {
  id: string;
  createdAt: string;
  lastUsedAt: string;
  endsAt?: string;
  address?: string | null;
  device?: string | null;
  current: boolean;
}

export interface AccessToken {
  id: string;
  name: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export type ProfilePatch = Partial<Pick<Member, 'displayName' | 'locale' | 'timeZone'>> & {
  avatarColour?: string;
};

export async function changeProfile(patch: ProfilePatch): Promise<void> {
  const { body } = await ask<Member>('PATCH', '/members/me', { body: patch });
  session.member = body;
  directory.learn([body]);
  await queryClient.invalidateQueries({ queryKey: ['members'] });
}

export async function changePassword(current: string, password: string): Promise<void> {
  await ask('PUT', '/members/me/password', { body: { current, password } });
  await queryClient.invalidateQueries({ queryKey: ['own'] });
}

export function sessionsQuery() {
  return createQuery(() => ({
    queryKey: ['own', 'sessions'],
    queryFn: async ({ signal }) => (await get<Page<OpenSession>>('/sessions', undefined, signal)).items,
  }));
}

export async function endSession(id: string): Promise<void> {
  await ask('DELETE', `/sessions/${id}`);
  await queryClient.invalidateQueries({ queryKey: ['own'] });
}

export async function endOtherSessions(): Promise<void> {
  await ask('DELETE', '/sessions');
  await queryClient.invalidateQueries({ queryKey: ['own'] });
}

export function tokensQuery() {
  return createQuery(() => ({
    queryKey: ['own', 'tokens'],
    queryFn: async ({ signal }) => (await get<Page<AccessToken>>('/access-tokens', undefined, signal)).items,
  }));
}

/** The secret of the new token, which no later answer holds. */
export async function issueToken(
  name: string,
  scopes: string[],
  expiresAt: string | undefined,
): Promise<string> {
  const { body } = await ask<{ token: string }>('POST', '/access-tokens', {
    body: { name, scopes, expiresAt },
  });
  await queryClient.invalidateQueries({ queryKey: ['own'] });
  return body.token;
}

export async function revokeToken(id: string): Promise<void> {
  await ask('DELETE', `/access-tokens/${id}`);
  await queryClient.invalidateQueries({ queryKey: ['own'] });
}
