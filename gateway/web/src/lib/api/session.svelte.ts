import { api } from './api';
import { Refused } from './http';
import type { Member, OfMember } from './types';

/** Who is logged in: the one piece of state the whole app shares. */
class Session {
  member = $state.raw<Member | null>(null);
  /** Unknown until the first answer. */
  known = $state(false);

  /** Asks the server who is logged in; throws if the server cannot be reached. */
  async load(): Promise<void> {
    try {
      this.member = (await api.get('/api/session')).member;
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.status !== 401) throw failure;
      this.member = null;
    }
    this.known = true;
  }

  async logIn(email: string, password: string): Promise<void> {
    this.member = (await api.post('/api/session', { body: { email, password } })).member;
    this.known = true;
  }

  async logOut(): Promise<void> {
    await api.delete('/api/session');
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

export function signUp(member: OfMember['SignUpBody']): Promise<Member> {
  return api.post('/api/members', { body: member });
}
