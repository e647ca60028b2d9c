/**
 * An attempt to create something, with its idempotency key: a repeat after a lost answer has the same key; another body
 * or the next attempt has another one.
 */
export class Attempt {
  #key = crypto.randomUUID();
  #body = '';

  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (this.#body !== '' && this.#body !== text) this.next();
    this.#body = text;
    return this.#key;
  }

  /** From now on even the same body creates a new thing. */
  next(): void {
    this.#key = crypto.randomUUID();
    this.#body = '';
  }
}
