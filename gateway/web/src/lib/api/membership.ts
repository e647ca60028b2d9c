import { createInfiniteQuery } from '@tanstack/svelte-query';
import { api, type Query } from './api';
import { paged, queryClient } from './client';
import { directory } from './members.svelte';
import { session } from './session.svelte';
import type { Member, Role } from './types';

export type DirectoryFilter = Pick<Query<'/api/members'>, 'q' | 'active' | 'account'>;

export function membersQuery(filter: () => DirectoryFilter) {
  return createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['members', 'list', filter()],
    queryFn: async ({ pageParam, signal }) => {
      const page = await api.get('/api/members', {
        query: { ...filter(), limit: 50, cursor: pageParam, count: pageParam === null },
        signal,
      });
      directory.learn(page.items);
      return page;
    },
  }));
}

export async function changeRole(id: string, role: Role): Promise<void> {
  await cached(await api.put('/api/members/{id}/role', { path: { id }, body: { role } }));
}

export async function deactivate(id: string): Promise<void> {
  await cached(await api.put('/api/members/{id}/deactivation', { path: { id } }));
}

export async function reactivate(id: string): Promise<void> {
  await cached(await api.delete('/api/members/{id}/deactivation', { path: { id } }));
}

/** Any name on any page may be the one that was just erased. */
export async function erase(id: string): Promise<void> {
  await api.delete('/api/members/{id}', { path: { id } });
  directory.forget();
  await queryClient.invalidateQueries();
}

export async function merge(id: string, into: string): Promise<void> {
  await api.put('/api/members/{id}/merger', { path: { id }, body: { into } });
  directory.forget();
  await queryClient.invalidateQueries();
}

async function cached(member: Member): Promise<void> {
  directory.learn([member]);
  if (member.id === session.member?.id) session.member = member;
  await queryClient.invalidateQueries({ queryKey: ['members'] });
}
