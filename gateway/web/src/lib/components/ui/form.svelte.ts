import { tick, untrack } from 'svelte';
import { createAttachmentKey } from 'svelte/attachments';
import { Attempt } from '#lib/api/attempt.ts';
import { explain } from '#lib/api/explain.ts';
import { Refused } from '#lib/api/http.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { drafts } from './drafts.ts';
import { firstField, firstInvalidField, showsError } from './first-field.ts';

export interface FormOptions<V extends object, R> {
  values: V;
  /** Validates the values before sending: error sentences by field name. */
  check?: (values: V) => Partial<Record<string, string>>;
  /** @param key the idempotency key, the same for a repeat after a lost answer */
  send: (values: V, key: string) => Promise<R>;
  /** Called after it was sent. */
  done?: (answer: R) => unknown;
  /** The name of the draft; without it nothing is kept. */
  draft?: string;
  /** Which values of a draft are restored; all of them by default. */
  restore?: (draft: Partial<V>) => Partial<V>;
  /** Whether the page exists to fill the form in. */
  focus?: boolean;
  /** The sentence for a field if the refusal itself names no field. */
  at?: (field: string, refused: Refused, values: V) => string | undefined;
}

/** The sentence for a missing required field. */
export const required = (text: string): string | undefined =>
  text.trim() === '' ? i18n.t.auth.required : undefined;

/**
 * A form: its values, their errors, and how they are sent. `<form {...form.wiring}>` submits it and puts the cursor into
 * the first invalid field.
 */
export class Form<V extends object, R = void> {
  values: V = $state()!;
  busy = $state(false);
  /** When the restored draft was written. */
  restoredAt = $state<number | null>(null);
  #start: V = $state.raw()!;
  #tried = $state(false);
  #failure = $state.raw<unknown>(null);
  /** The error that is not shown at a field. */
  #unseen = $state('');
  #sent: V | null = null;
  #element: HTMLElement | null = null;
  #attempt = new Attempt();
  #options: FormOptions<V, R>;

  constructor(options: FormOptions<V, R>) {
    this.#options = options;
    this.#start = options.values;
    this.values = $state.snapshot(options.values) as V;
    if (options.draft !== undefined) this.#keepDraft(options.draft);
  }

  get dirty(): boolean {
    return JSON.stringify(this.values) !== JSON.stringify(this.#start);
  }

  /** The error of a field: from validation once the user tried to send it, or from the server. */
  error(field: string): string | undefined {
    return (this.#tried ? this.#options.check?.(this.values)[field] : undefined) ?? this.#refused(field);
  }

  /** The error of the whole form, unless a field shows it. */
  get problem(): string {
    if (this.#unseen !== '') return this.#unseen;
    const atField = Object.keys(this.values).some((field) => this.#refused(field) !== undefined);
    return this.#failure === null || atField ? '' : explain(this.#failure);
  }

  get failure(): unknown {
    return this.#failure;
  }

  submit = async (event?: Event): Promise<R | undefined> => {
    event?.preventDefault();
    if (this.busy) return undefined;
    this.#tried = true;
    this.#failure = null;
    this.#unseen = '';
    const wrong = Object.values(this.#options.check?.(this.values) ?? {}).some(
      (error) => error !== undefined,
    );
    if (wrong || this.#element?.querySelector('[data-invalid]')) return this.#focusWrong();
    const values = $state.snapshot(this.values) as V;
    this.#sent = values;
    const answer = await this.#sendNow(values);
    if (answer === undefined) return this.#focusWrong();
    this.#forgetDraft();
    this.#start = values;
    this.#tried = false;
    this.#attempt.next();
    this.#options.done?.(answer.of);
    return answer.of;
  };

  async #sendNow(values: V): Promise<{ of: R } | undefined> {
    this.busy = true;
    try {
      return { of: await this.#options.send(values, this.#attempt.keyFor(values)) };
    } catch (failure) {
      this.#failure = failure;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** Sets values that the user has not touched; the form does not count as changed. */
  presume(values: Partial<V>): void {
    this.#start = { ...this.#start, ...values };
    Object.assign(this.values, values);
  }

  /** Resets the form, to these values or to its first ones. */
  reset(values: V = this.#start): void {
    this.#start = values;
    this.values = $state.snapshot(values) as V;
    this.#tried = false;
    this.#failure = null;
    this.#unseen = '';
    this.#forgetDraft();
  }

  /** Attributes for the form element: the submit handler and the initial focus. */
  wiring = {
    novalidate: true as const,
    onsubmit: (event: SubmitEvent) => void this.submit(event),
    [createAttachmentKey()]: (element: HTMLElement) => {
      this.#element = element;
      if (this.#options.focus) firstField(element)?.focus();
      return () => (this.#element = null);
    },
  };

  #refused(field: string): string | undefined {
    if (!(this.#failure instanceof Refused)) return undefined;
    if (this.#isChanged(field)) return undefined;
    return this.#options.at?.(field, this.#failure, this.values) ?? this.#failure.at(field);
  }

  /** Whether it changed since it was refused: then the error may no longer apply. */
  #isChanged(field: string): boolean {
    const now = (this.values as Record<string, unknown>)[field];
    const then = (this.#sent as Record<string, unknown> | null)?.[field];
    return JSON.stringify(now) !== JSON.stringify(then);
  }

  async #focusWrong(): Promise<undefined> {
    await tick();
    if (this.#element === null) return undefined;
    firstInvalidField(this.#element)?.focus();
    if (!showsError(this.#element)) this.#unseen = this.#sentence();
    return undefined;
  }

  /** The first error of any field. */
  #sentence(): string {
    const own = Object.values(this.#options.check?.(this.values) ?? {}).find((error) => error !== undefined);
    return own ?? (this.#failure === null ? '' : explain(this.#failure));
  }

  #keepDraft(place: string): void {
    const draft = untrack(() => drafts.take(place));
    if (draft !== null) {
      const restore = this.#options.restore ?? ((values) => values);
      this.values = { ...this.values, ...restore(draft.values as Partial<V>) };
      if (untrack(() => this.dirty)) this.restoredAt = draft.at;
    }
    $effect(() => {
      if (this.dirty) drafts.keep(place, $state.snapshot(this.values));
      else drafts.drop(place);
    });
  }

  #forgetDraft(): void {
    this.restoredAt = null;
    if (this.#options.draft !== undefined) drafts.drop(this.#options.draft);
  }
}
