import type { Item, Status } from '#lib/api/types.ts';

/** Whether an issue was just closed without a resolution. */
export const endsUnresolved = (item: Item, to: Status): boolean =>
  item.kind === 'issue' && (to.category === 'done' || to.category === 'dropped') && !item.resolution;

/** The issue for which the dialog asks a resolution; the user may skip it. The dialog is loaded on the first use. */
class Resolving {
  item = $state.raw<Item | null>(null);
  #then: () => void = () => undefined;

  /** @param then called after the resolution was given or skipped */
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
