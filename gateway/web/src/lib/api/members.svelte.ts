import { createQuery } from '@tanstack/svelte-query';
import { SvelteMap } from 'svelte/reactivity';
import { api } from './api.ts';
import type { Member } from './types.ts';

const AT_ONCE = 100;

/**
 * The directory of names, which every list joins by id. Ids that occur while a page is drawn are requested together;
 * the whole directory is never read.
 */
export class Directory {
  /** Null for an id without a name: a former member. */
  #known = new SvelteMap<string, Member | null>();
  #wanted = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Undefined until it is known. */
  find(id: string): Member | null | undefined {
    const member = this.#known.get(id);
    if (member === undefined && !this.#wanted.has(id)) {
      this.#wanted.add(id);
      this.#timer ??= setTimeout(() => void this.#load(), 10);
    }
    return member;
  }

  learn(members: Member[]): void {
    for (const member of members) this.#known.set(member.id, member);
  }

  forget(): void {
    this.#known.clear();
    this.#wanted.clear();
  }

  async #load(): Promise<void> {
    const ids = [...this.#wanted].filter((id) => !this.#known.has(id)).slice(0, AT_ONCE);
    this.#timer = undefined;
    if (ids.length === 0) return;
    try {
      this.learn((await api.get('/api/members', { query: { ids } })).items);
      for (const id of ids) {
        if (!this.#known.has(id)) this.#known.set(id, null);
        this.#wanted.delete(id);
      }
      if (this.#wanted.size > 0) this.#timer = setTimeout(() => void this.#load());
    } catch {
      // The names stay unknown for now: the lists themselves show that the server is unavailable.
      this.#timer = setTimeout(() => void this.#load(), 3_000);
    }
  }
}

export const directory = new Directory();

/** People whose name matches, to choose one from: with an account, without, or both. */
export function peopleQuery(
  q: () => string,
  enabled: () => boolean,
  account: () => boolean | undefined = () => undefined,
) {
  return createQuery(() => ({
    queryKey: ['members', q(), account()],
    queryFn: async ({ signal }) => {
      const page = await api.get('/api/members', {
        query: { q: q(), limit: 20, account: account() },
        signal,
      });
      directory.learn(page.items);
      return page.items;
    },
    enabled: enabled(),
  }));
}
