import { createQuery } from '@tanstack/svelte-query';
import { api } from './api';
import type { OfMember } from './types';

/** Who may sign up, as far as visitors may know it. */
export type SignUpPolicy = OfMember['SignUpView'];
export type SignUpMode = SignUpPolicy['mode'];

export function signUpPolicyQuery() {
  return createQuery(() => ({
    queryKey: ['sign-up'],
    queryFn: ({ signal }) => api.get('/api/sign-up', { signal }),
  }));
}

export function invitationQuery(token: () => string) {
  return createQuery(() => ({
    queryKey: ['invitations', 'by-token', token()],
    queryFn: ({ signal }) =>
      api.get('/api/invitations/by-token/{token}', { path: { token: token() }, signal }),
    staleTime: 0,
  }));
}

/** The answer is the same whether an account has this address or not. */
export async function askForReset(email: string): Promise<void> {
  await api.post('/api/password-resets', { body: { email } });
}

export function resetQuery(token: () => string) {
  return createQuery(() => ({
    queryKey: ['password-resets', token()],
    queryFn: async ({ signal }) => {
      await api.get('/api/password-resets/{token}', { path: { token: token() }, signal });
      return true;
    },
    staleTime: Infinity,
  }));
}

export async function resetPassword(token: string, password: string): Promise<void> {
  await api.put('/api/password-resets/{token}', { path: { token }, body: { password } });
}

/** The link alone proves nothing: mail scanners open it, too. */
export async function confirmEmail(token: string, password: string): Promise<void> {
  await api.put('/api/email-confirmations/{token}', { path: { token }, body: { password } });
}

export async function sendConfirmationAgain(email: string): Promise<void> {
  await api.post('/api/email-confirmations', { body: { email } });
}
