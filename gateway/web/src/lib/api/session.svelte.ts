import { ask, Refused } from './http';
import type { Member } from './types';

/** Who is logged in: the one piece of state the whole app shares. */
class Session {
  member = $state.raw<Member | null>(null);
  /** Unknown until the first answer. */
  known = $state(false);

  /** Asks who I am; an unreachable server is told to the caller. */
  async load(): Promise<void> {
    try {
      const { body } = await ask<{ member: Member }>('GET', '/session');
      this.member = body.member;
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.status !== 401) throw failure;
      this.member = null;
    }
    this.known = true;
  }

  async logIn(email: string, password: string): Promise<void> {
    const { body } = await ask<{ member: Member }>('POST', '/session', { body: { email, password } });
    this.member = body.member;
    this.known = true;
  }

  async logOut(): Promise<void> {
    await ask<undefined>('DELETE', '/session');
    this.member = null;
  }

  get mayAdminister(): boolean {
    return this.member?.role === 'ADMIN';
  }

  get mayManage(): boolean {
    return this.member?.role === 'MANAGER' || this.member?.role === 'ADMIN';
  }
}

export const session = new Session();

export interface NewMember {
  email: string;
  password: string;
  displayName: string;
  locale: string;
  timeZone: string;
  setupCode?: string;
  /** The secret of the invitation that is accepted by this. */
  invitation?: string;
}

export async function signUp(member: NewMember): Promise<Member> {
  return (await ask<Member>('POST', '/members', { body: member })).body;
}
