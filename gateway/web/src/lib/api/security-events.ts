import { createInfiniteQuery, keepPreviousData } from '@tanstack/svelte-query';
import { api } from './api';
import { paged } from './client';
import type { OfMember } from './types';

export type SecurityEvent = OfMember['SecurityEvent'];
export type SecurityEventType = SecurityEvent['what'];

/** The types of security events. */
export const eventTypes = [
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
] as const satisfies readonly SecurityEventType[];

/** Of one member or all, of one type or any. */
export interface SecurityFilter {
  member?: string;
  what?: SecurityEventType;
}

export type SecurityEvents = ReturnType<typeof ownSecurityEventsQuery>;

export const ownSecurityEventsQuery = () =>
  createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['own', 'security-events'],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/members/me/security-events', { query: { limit: 20, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  }));

export const securityEventsQuery = (filter: () => SecurityFilter) =>
  createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['security-events', filter()],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/security-events', { query: { ...filter(), limit: 20, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  }));
