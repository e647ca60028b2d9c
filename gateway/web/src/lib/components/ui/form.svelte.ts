import { tick, untrack } from 'svelte';
import { createAttachmentKey } from 'svelte/attachments';
import { Attempt } from '#lib/api/attempt.ts';
import { explain } from '#lib/api/explain.ts';
import { Refused } from '#lib/api/http.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { drafts } from './drafts.ts';
import { firstField, firstWrongField, saysWhatIsWrong } from './first-field.ts';

export interface FormOptions<V extends object, R> {
  values: V;
  /** What is wrong with fields, by their names, before anything is sent. */
  check?: (values: V) => Partial<Record<string, string>>;
  /** @param key makes a repeat after a lost answer happen once */
  send: (values: V, key: string) => Promise<R>;
  /** Once it was sent. */
  done?: (answer: R) => unknown;
  /** Where what is being written is kept until it is sent; a form without it forgets. */
  draft?: string;
  /** What of a draft comes back; all of it unless said otherwise. */
  restore?: (draft: Partial<V>) => Partial<V>;
  /** A page that was opened to fill the form in. */
  focus?: boolean;
  /** The sentence at a field for a refusal that names none, by the name of the field. */
  at?: (field: string, refused: Refused, values: V) => string | undefined;
}

/** The sentence for a field that must not be left out. */
export const required = (text: string): string | undefined =>
  text.trim() === '' ? i18n.t.auth.required : undefined;

/**
 * A form: its values, what is wrong with them, and how they are sent. `<form {...form.wiring}>` submits it and puts the
 * cursor into the first field that is wrong.
 */
export class Form<V extends object, R = void> {
  values: V = $state()!;
  busy = $state(false);
  /** When the draft was written that is shown. */
  restoredAt = $state<number | null>(null);
  #start: V = $state.raw()!;
  #tried = $state(false);
  #failure = $state.raw<unknown>(null);
  /** What is wrong and shown at no field. */
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

  /** What is wrong with a field: what we see ourselves once somebody has tried to send it, or what the server said. */
  error(field: string): string | undefined {
    return (this.#tried ? this.#options.check?.(this.values)[field] : undefined) ?? this.#refused(field);
  }

  /** What went wrong, unless a field says it. */
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

  /** Sets values of which nobody has said anything yet; that is no change of the form. */
  presume(values: Partial<V>): void {
    this.#start = { ...this.#start, ...values };
    Object.assign(this.values, values);
  }

  /** Begins anew, with these values or those that it began with. */
  reset(values: V = this.#start): void {
    this.#start = values;
    this.values = $state.snapshot(values) as V;
    this.#tried = false;
    this.#failure = null;
    this.#unseen = '';
    this.#forgetDraft();
  }

  /** For the form element: what it does when it is submitted, and where the cursor begins. */
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

  /** Since it was refused: then what was said of it may hold no longer. */
  #isChanged(field: string): boolean {
    const now = (this.values as Record<string, unknown>)[field];
    const then = (this.#sent as Record<string, unknown> | null)?.[field];
    return JSON.stringify(now) !== JSON.stringify(then);
  }

  async #focusWrong(): Promise<undefined> {
    await tick();
    if (this.#element === null) return undefined;
    firstWrongField(this.#element)?.focus();
    if (!saysWhatIsWrong(this.#element)) this.#unseen = this.#sentence();
    return undefined;
  }

  /** The first thing that is wrong, whichever field it is about. */
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
