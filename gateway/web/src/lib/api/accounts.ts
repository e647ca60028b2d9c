import { createQuery } from '@tanstack/svelte-query';
import { ask, get } from './http';

export type SignUpMode = 'open' | 'invitation' | 'domains';

/** Who may sign up here, as a visitor may know it. */
export interface SignUpPolicy {
  mode: SignUpMode;
  domains?: string[] | null;
  /** Nobody has registered yet: whoever comes first becomes administrator. */
  firstMember: boolean;
  setupCode: boolean;
  confirmsEmail: boolean;
}

export type InvitationState = 'open' | 'accepted' | 'expired' | 'revoked' | 'replaced' | 'joined';

export interface InvitationSeen {
  email: string | null;
  displayName: string | null;
  state: InvitationState;
  expiresAt: string;
}

const secret = (token: string) => encodeURIComponent(token);

export function signUpPolicyQuery() {
  return createQuery(() => ({
    queryKey: ['sign-up'],
    queryFn: ({ signal }) => get<SignUpPolicy>('/sign-up', undefined, signal),
  }));
}

export function invitationQuery(token: () => string) {
  return createQuery(() => ({
    queryKey: ['invitations', 'by-token', token()],
    queryFn: ({ signal }) =>
      get<InvitationSeen>(`/invitations/by-token/${secret(token())}`, undefined, signal),
    staleTime: 0,
  }));
}

/** The answer is the same whether somebody has this address or not. */
export async function askForReset(email: string): Promise<void> {
  await ask('POST', '/password-resets', { body: { email } });
}

export function resetQuery(token: () => string) {
  return createQuery(() => ({
    queryKey: ['password-resets', token()],
    queryFn: async ({ signal }) => {
      await get<undefined>(`/password-resets/${secret(token())}`, undefined, signal);
      return true;
    },
    staleTime: Infinity,
  }));
}

export async function resetPassword(token: string, password: string): Promise<void> {
  await ask('PUT', `/password-resets/${secret(token)}`, { body: { password } });
}

/** Confirming twice is the same as once. */
export function confirmationQuery(token: () => string) {
  return createQuery(() => ({
    queryKey: ['email-confirmations', token()],
    queryFn: async () => {
      await ask('PUT', `/email-confirmations/${secret(token())}`);
      return true;
    },
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  }));
}

export async function sendConfirmationAgain(email: string): Promise<void> {
  await ask('POST', '/email-confirmations', { body: { email } });
}
