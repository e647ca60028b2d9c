/**
 * An attempt to create something. Its key tells a repeat after a lost answer, which meets the first, from a second
 * wish: another body has another key, and so has the next attempt.
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

  /** What is created from now on is something else, even if it is the same. */
  next(): void {
    this.#key = crypto.randomUUID();
    this.#body = '';
  }
}
