import { findItems } from '#lib/api/items.ts';
import type { Item } from '#lib/api/types.ts';

/** Searches work items while the user types: after a pause, and only the latest search counts. */
export class Finder {
  items = $state.raw<Item[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending: AbortController | undefined;

  look(text: string): void {
    clearTimeout(this.#timer);
    this.#pending?.abort();
    const wanted = text.trim();
    if (wanted.length < 2) this.items = [];
    else this.#timer = setTimeout(() => void this.#search(wanted), 150);
  }

  async #search(text: string): Promise<void> {
    const pending = new AbortController();
    this.#pending = pending;
    try {
      const items = await findItems(text, pending.signal);
      if (!pending.signal.aborted) this.items = items;
    } catch {
      // A failed search finds nothing; the banner shows that the server is unavailable.
      if (!pending.signal.aborted) this.items = [];
    }
  }
}
