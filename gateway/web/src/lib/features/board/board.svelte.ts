import { columnQueries, type ItemFilter } from '#lib/api/items.ts';
import type { Item, Status } from '#lib/api/types.ts';

export const COLUMN_LIMIT = 50;

/**
 * The cards of a board by their status. Each column is loaded by itself, and a card is shown in the column of its status,
 * so that a moved card changes its column before the server has answered.
 */
export class Board {
  #workflow: () => Status[];
  #queries;
  columns = $derived.by(() => {
    const items = [
      ...new Map(
        this.#queries.flatMap((query) => query.data?.items ?? []).map((item) => [item.key, item]),
      ).values(),
    ];
    return this.#workflow().map((status, place) => {
      const cards = items.filter(
        (item) => (item.statusId ?? item.status) === (item.statusId ? status.id : status.name),
      );
      return { status, cards, total: Math.max(cards.length, this.#queries[place]?.data?.total ?? 0) };
    });
  });

  constructor(filter: () => ItemFilter, workflow: () => Status[]) {
    this.#workflow = workflow;
    this.#queries = columnQueries(filter, workflow, COLUMN_LIMIT);
  }

  get isPending(): boolean {
    return this.#queries.some((query) => query.isPending);
  }

  get isEmpty(): boolean {
    return this.columns.every(({ total }) => total === 0);
  }

  get failure(): unknown {
    return this.#queries.find((query) => query.isError && !query.data)?.error ?? null;
  }

  find(key: string): Item | undefined {
    return this.columns.flatMap((column) => column.cards).find((item) => item.key === key);
  }

  retry(): void {
    for (const query of this.#queries) void query.refetch();
  }
}
