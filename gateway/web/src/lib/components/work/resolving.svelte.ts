import type { Item, Status } from '#lib/api/types.ts';

/** Whether it was just closed and nobody has said how it ended. */
export const endsUnresolved = (item: Item, to: Status): boolean =>
  item.kind === 'issue' && (to.category === 'done' || to.category === 'dropped') && !item.resolution;

/** The issue of which it is asked how it ended, which may be left open; the dialog for it is loaded when it is asked. */
class Resolving {
  item = $state.raw<Item | null>(null);
  #then: () => void = () => undefined;

  /** @param then what is done once it was answered or left open */
  ask(item: Item, then: () => void): void {
    this.item = item;
    this.#then = then;
  }

  end(): void {
    if (this.item === null) return;
    this.item = null;
    this.#then();
  }
}

export const resolving = new Resolving();
