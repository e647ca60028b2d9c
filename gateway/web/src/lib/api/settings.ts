import { createQuery } from '@tanstack/svelte-query';
import type { SignUpMode } from './accounts';
import { queryClient } from './client';
import { ask, get } from './http';

/** What administrators decide for the whole system. */
export interface Settings {
  signUp: { mode: SignUpMode; domains: string[] };
  mail: { configured: boolean; outbox: string | null };
}

export function settingsQuery(enabled: () => boolean) {
  return createQuery(() => ({
    queryKey: ['settings'],
    queryFn: ({ signal }) => get<Settings>('/settings', undefined, signal),
    enabled: enabled(),
  }));
}

export async function changeSignUp(signUp: Settings['signUp']): Promise<void> {
  await ask('PATCH', '/settings', { body: { signUp } });
  await queryClient.invalidateQueries({ queryKey: ['settings'] });
  await queryClient.invalidateQueries({ queryKey: ['sign-up'] });
}
