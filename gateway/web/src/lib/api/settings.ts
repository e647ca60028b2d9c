import { createQuery } from '@tanstack/svelte-query';
import { api } from './api';
import { queryClient } from './client';
import type { OfMember } from './types';

/** Settings of the whole system. */
export type Settings = OfMember['SettingsView'];

export function settingsQuery(enabled: () => boolean) {
  return createQuery(() => ({
    queryKey: ['settings'],
    queryFn: ({ signal }) => api.get('/api/settings', { signal }),
    enabled: enabled(),
  }));
}

export async function changeSignUp(signUp: Settings['signUp']): Promise<void> {
  await api.patch('/api/settings', { body: { signUp } });
  await queryClient.invalidateQueries({ queryKey: ['settings'] });
  await queryClient.invalidateQueries({ queryKey: ['sign-up'] });
}
