import { createInfiniteQuery, keepPreviousData } from '@tanstack/svelte-query';
import { get } from './http';
import type { Page } from './types';

/** What is written down about accounts. */
export const deeds = [
  'signed-up',
  'logged-in',
  'log-in-failed',
  'logged-out',
  'session-ended',
  'sessions-ended',
  'password-changed',
  'password-reset-asked',
  'password-reset',
  'email-confirmed',
  'invited',
  'invitation-revoked',
  'settings-changed',
  'role-changed',
  'deactivated',
  'reactivated',
  'erased',
  'merged',
  'token-issued',
  'token-revoked',
] as const;

export type Deed = (typeof deeds)[number];

export interface SecurityEvent {
  id: number;
  at: string;
  /** A deed, or what a newer server calls one that this app has no words for yet. */
  what: string;
  /** Told to administrators alone; null for a log-in with an unknown address. */
  member?: string | null;
  address: string | null;
  device: string | null;
  actor: string | null;
  /** A role, the rule of sign-up, or the name of a token, before and after. */
  was?: string;
  became?: string;
  /** Whom an invitation was for; told to administrators alone. */
  addressee?: string;
}

/** About one member or everybody, of one kind or any. */
export interface SecurityFilter {
  member?: string;
  what?: Deed;
}

export type SecurityEvents = ReturnType<typeof ownSecurityEventsQuery>;

export const ownSecurityEventsQuery = () =>
  pages(() => ['own', 'security-events'], '/members/me/security-events');

export const securityEventsQuery = (filter: () => SecurityFilter) =>
  pages(() => ['security-events', filter()], '/security-events', filter);

function pages(key: () => unknown[], path: string, filter: () => SecurityFilter = () => ({})) {
  return createInfiniteQuery(() => ({
    queryKey: key(),
    queryFn: ({ pageParam, signal }) =>
      get<Page<SecurityEvent>>(path, { ...filter(), limit: 20, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<SecurityEvent>) => last.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  }));
}
