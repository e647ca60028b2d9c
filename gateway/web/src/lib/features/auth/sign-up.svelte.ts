import { explain } from '#lib/api/explain.ts';
import { Refused } from '#lib/api/http.ts';
import { session, signUp } from '#lib/api/session.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

type FieldName = 'displayName' | 'email' | 'password' | 'setupCode';

export const isEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text.trim());

interface Start {
  asksSetupCode?: boolean;
  invitation?: { token: string; email: string | null; displayName: string | null };
}

/** The sign-up form: what was typed, what is wrong with it, and whether the server wants the set-up code. */
export class SignUpForm {
  displayName = $state('');
  email = $state('');
  password = $state('');
  setupCode = $state('');
  asksSetupCode = $state(false);
  /** Signed up, but the address is still to be confirmed by the mail. */
  confirming = $state(false);
  busy = $state(false);
  problem = $state('');
  #tried = $state(false);
  #refused = $state.raw<Refused | null>(null);
  #invitation: string | undefined;

  constructor({ asksSetupCode = false, invitation }: Start = {}) {
    this.asksSetupCode = asksSetupCode;
    this.email = invitation?.email ?? '';
    this.displayName = invitation?.displayName ?? '';
    this.#invitation = invitation?.token;
  }

  error(field: FieldName): string | undefined {
    return (this.#tried ? this.#own(field) : undefined) ?? this.#server(field);
  }

  /** True when the member is signed up and logged in. */
  async submit(): Promise<boolean> {
    this.#tried = true;
    this.#refused = null;
    this.problem = '';
    if (this.busy || this.#fields().some((field) => this.#own(field) !== undefined)) return false;
    this.busy = true;
    try {
      await signUp({
        email: this.email.trim(),
        password: this.password,
        displayName: this.displayName.trim(),
        locale: i18n.lang,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(this.setupCode === '' ? {} : { setupCode: this.setupCode.trim() }),
        ...(this.#invitation === undefined ? {} : { invitation: this.#invitation }),
      });
      return await this.#logIn();
    } catch (failure) {
      this.#told(failure);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #logIn(): Promise<boolean> {
    try {
      await session.logIn(this.email.trim(), this.password);
      return true;
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.reason !== 'email-unconfirmed') throw failure;
      this.confirming = true;
      return false;
    }
  }

  #fields(): FieldName[] {
    return ['displayName', 'email', 'password', ...(this.asksSetupCode ? (['setupCode'] as const) : [])];
  }

  #own(field: FieldName): string | undefined {
    const { auth } = i18n.t;
    if (this[field].trim() === '') return auth.required;
    if (field === 'email' && !isEmail(this.email)) return auth.emailInvalid;
    if (field === 'password' && [...this.password].length < 10) return auth.passwordShort;
    return undefined;
  }

  #server(field: FieldName): string | undefined {
    if (this.#refused === null) return undefined;
    if (field === 'email' && this.#refused.reason === 'email-taken') return i18n.t.auth.emailTaken;
    if (field === 'email' && this.#refused.reason === 'domain-not-allowed') return explain(this.#refused);
    if (field === 'setupCode' && this.#refused.reason === 'setup-code') return explain(this.#refused);
    return this.#refused.at(field);
  }

  #told(failure: unknown): void {
    if (failure instanceof Refused) {
      this.#refused = failure;
      if (failure.reason === 'setup-code') this.asksSetupCode = true;
      if (this.#fields().some((field) => this.#server(field) !== undefined)) return;
    }
    this.problem = explain(failure);
  }
}
