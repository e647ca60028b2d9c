import { findItems } from '#lib/api/items.ts';
import type { Item } from '#lib/api/types.ts';

/** Looks for work items while somebody types: once they pause, and only the last question counts. */
export class Finder {
  items = $state.raw<Item[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | undefined;

  look(text: string): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    const wanted = text.trim();
    if (wanted.length < 2) this.items = [];
    else this.#timer = setTimeout(() => void this.#ask(wanted), 150);
  }

  async #ask(text: string): Promise<void> {
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const items = await findItems(text, asked.signal);
      if (!asked.signal.aborted) this.items = items;
    } catch {
      // A search that fails finds nothing; the pages themselves tell when the server is away.
      if (!asked.signal.aborted) this.items = [];
    }
  }
}
