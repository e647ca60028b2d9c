import { createQuery } from '@tanstack/svelte-query';
import { SvelteMap } from 'svelte/reactivity';
import { get } from './http';
import type { Member, Page } from './types';

/**
 * The directory of names, which every list joins by id. It is read once, page by page, when the first
 * unknown id is met; names appear as their page arrives.
 */
class Directory {
  #known = new SvelteMap<string, Member>();
  #reading: Promise<void> | null = null;
  complete = $state(false);

  find(id: string): Member | undefined {
    const member = this.#known.get(id);
    if (member === undefined && !this.complete) void this.read();
    return member;
  }

  learn(members: Member[]): void {
    for (const member of members) this.#known.set(member.id, member);
  }

  read(): Promise<void> {
    this.#reading ??= this.#all().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** Imports announce people: forget that we know everybody. */
  refresh(): void {
    this.complete = false;
  }

  forget(): void {
    this.#known.clear();
    this.complete = false;
  }

  async #all(): Promise<void> {
    let cursor: string | null = null;
    try {
      do {
        const page: Page<Member> = await get<Page<Member>>('/members', { limit: 200, cursor });
        this.learn(page.items);
        cursor = page.next;
      } while (cursor !== null);
      this.complete = true;
    } catch {
      // Names stay unknown for now: the lists they stand in say for themselves when the server is away.
      await new Promise((wait) => setTimeout(wait, 5_000));
    }
  }
}

export const directory = new Directory();

/** People whose name matches, for choosing one. */
export function peopleQuery(q: () => string, enabled: () => boolean) {
  return createQuery(() => ({
    queryKey: ['members', q()],
    queryFn: async ({ signal }) => {
      const page = await get<Page<Member>>('/members', { q: q(), limit: 20 }, signal);
      directory.learn(page.items);
      return page.items;
    },
    enabled: enabled(),
  }));
}
