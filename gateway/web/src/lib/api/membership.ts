import { createInfiniteQuery } from '@tanstack/svelte-query';
import { queryClient } from './client';
import { ask, get } from './http';
import { directory } from './members.svelte';
import { session } from './session.svelte';
import type { Member, Page, Role } from './types';

export interface DirectoryFilter {
  q?: string;
  active?: boolean;
  account?: boolean;
}

export function membersQuery(filter: () => DirectoryFilter) {
  return createInfiniteQuery(() => ({
    queryKey: ['members', 'list', filter()],
    queryFn: async ({ pageParam, signal }) => {
      const page = await get<Page<Member>>(
        '/members',
        { ...filter(), limit: 50, cursor: pageParam, count: pageParam === null },
        signal,
      );
      directory.learn(page.items);
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Member>) => last.next,
  }));
}

export async function changeRole(id: string, role: Role): Promise<void> {
  await told((await ask<Member>('PUT', `/members/${id}/role`, { body: { role } })).body);
}

export async function deactivate(id: string): Promise<void> {
  await told((await ask<Member>('PUT', `/members/${id}/deactivation`)).body);
}

export async function reactivate(id: string): Promise<void> {
  await told((await ask<Member>('DELETE', `/members/${id}/deactivation`)).body);
}

/** Every name on every page may be the one that is gone now. */
export async function erase(id: string): Promise<void> {
  await ask('DELETE', `/members/${id}`);
  directory.forget();
  await queryClient.invalidateQueries();
}

export async function merge(id: string, into: string): Promise<void> {
  await ask<Member>('PUT', `/members/${id}/merger`, { body: { into } });
  directory.forget();
  await queryClient.invalidateQueries();
}

async function told(member: Member): Promise<void> {
  directory.learn([member]);
  if (member.id === session.member?.id) session.member = member;
  await queryClient.invalidateQueries({ queryKey: ['members'] });
}
