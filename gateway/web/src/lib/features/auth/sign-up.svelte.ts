import { explain } from '#lib/api/explain.ts';
import { Refused } from '#lib/api/http.ts';
import { session, signUp } from '#lib/api/session.svelte.ts';
import { Form, required } from '#lib/components/ui/form.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

interface Start {
  asksSetupCode?: boolean;
  invitation?: { token: string; email: string | null; displayName: string | null };
  /** Called after the member was signed up and logged in. */
  onlogin?: () => void;
}

interface Values {
  displayName: string;
  email: string;
  password: string;
  setupCode: string;
}

/** Errors of an e-mail address and of a new password. */
export const emailError = (text: string): string | undefined =>
  required(text) ?? (/^\S+@\S+\.\S+$/.test(text.trim()) ? undefined : i18n.t.auth.emailInvalid);
export const passwordError = (text: string): string | undefined =>
  required(text) ?? ([...text].length < 10 ? i18n.t.auth.passwordShort : undefined);

/** The sign-up: its form, whether the server requires the set-up code, and whether the address must be confirmed. */
export class SignUp {
  asksSetupCode = $state(false);
  /** Signed up, but the address must still be confirmed through the mail. */
  confirming = $state(false);
  readonly form: Form<Values, boolean>;
  #invitation: string | undefined;

  constructor({ asksSetupCode = false, invitation, onlogin }: Start = {}) {
    this.asksSetupCode = asksSetupCode;
    this.#invitation = invitation?.token;
    this.form = new Form({
      values: {
        displayName: invitation?.displayName ?? '',
        email: invitation?.email ?? '',
        password: '',
        setupCode: '',
      },
      check: (values) => this.#wrong(values),
      send: (values) => this.#send(values),
      at: (field, refused) => (fieldOfReason[refused.reason] === field ? explain(refused) : undefined),
      done: (loggedIn) => loggedIn && onlogin?.(),
      focus: true,
    });
  }

  #wrong({ displayName, email, password, setupCode }: Values) {
    return {
      displayName: required(displayName),
      email: emailError(email),
      password: passwordError(password),
      setupCode: this.asksSetupCode ? required(setupCode) : undefined,
    };
  }

  /** Returns whether the member is logged in, too. */
  async #send({ displayName, email, password, setupCode }: Values): Promise<boolean> {
    try {
      await signUp({
        email: email.trim(),
        password,
        displayName: displayName.trim(),
        locale: i18n.lang,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(setupCode === '' ? {} : { setupCode: setupCode.trim() }),
        ...(this.#invitation === undefined ? {} : { invitation: this.#invitation }),
      });
    } catch (failure) {
      if (isRefused(failure, 'setup-code')) this.asksSetupCode = true;
      throw failure;
    }
    return this.#logIn(email.trim(), password);
  }

  async #logIn(email: string, password: string): Promise<boolean> {
    try {
      await session.logIn(email, password);
      return true;
    } catch (failure) {
      if (!isRefused(failure, 'email-unconfirmed')) throw failure;
      this.confirming = true;
      return false;
    }
  }
}

const isRefused = (failure: unknown, reason: string) =>
  failure instanceof Refused && failure.reason === reason;

/** The field that a reason is about, if the server names none. */
const fieldOfReason: Record<string, keyof Values> = {
  'email-taken': 'email',
  'domain-not-allowed': 'email',
  'setup-code': 'setupCode',
};
