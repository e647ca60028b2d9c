import { explain } from '#lib/api/explain.ts';
import { Refused } from '#lib/api/http.ts';
import { changeItem, etag, freshItem } from '#lib/api/item-changes.ts';
import type { Item, ItemPatch } from '#lib/api/types.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';

export interface Conflict {
  field: keyof ItemPatch;
  mine: unknown;
  fresh: Item;
  patch: ItemPatch;
}

/**
 * Changes the fields of one item with optimistic locking: each change names the version it is based on. If somebody else
 * changed the same field meanwhile, a dialog shows both values and the member decides.
 */
export class ItemEditor {
  conflict = $state.raw<Conflict | null>(null);
  saving = $state(false);
  #item: () => Item;

  constructor(item: () => Item) {
    this.#item = item;
  }

  /** @param base the item as the member saw it when editing started */
  async save(patch: ItemPatch, base: Item = this.#item()): Promise<void> {
    try {
      await this.attempt(patch, base);
    } catch (failure) {
      toasts.error(explain(failure));
    }
  }

  /**
   * For a form, which shows errors itself. A conflict is shown by its dialog.
   *
   * @throws Refused
   */
  async attempt(patch: ItemPatch, base: Item): Promise<void> {
    this.saving = true;
    try {
      await changeItem(this.#item(), patch, etag(base));
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.status !== 412) throw failure;
      await this.#compare(patch);
    } finally {
      this.saving = false;
    }
  }

  async useMine(): Promise<void> {
    const conflict = this.conflict;
    if (conflict === null) return;
    this.conflict = null;
    await this.save(conflict.patch, conflict.fresh);
  }

  keepTheirs(): void {
    this.conflict = null;
  }

  async #compare(patch: ItemPatch): Promise<void> {
    const fresh = await freshItem(this.#item().key);
    const field = Object.keys(patch)[0] as keyof ItemPatch;
    this.conflict = { field, mine: patch[field], fresh, patch };
  }
}
