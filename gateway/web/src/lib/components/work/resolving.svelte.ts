import type { Item, Status } from '#lib/api/types.ts';

/** The issue that was closed just now and has no resolution yet; the dialog for it is loaded when it is asked. */
class Resolving {
  item = $state.raw<Item | null>(null);

  /** Whoever closes an issue is asked how it ended, and may leave that open. */
  closed(item: Item, to: Status): void {
    const isClosed = to.category === 'done' || to.category === 'dropped';
    if (item.kind === 'issue' && isClosed && !item.resolution) this.item = item;
  }

  end(): void {
    this.item = null;
  }
}

export const resolving = new Resolving();
