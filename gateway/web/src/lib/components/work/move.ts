import { explain } from '#lib/api/explain.ts';
import { moveItem } from '#lib/api/item-changes.ts';
import type { Item, Status } from '#lib/api/types.ts';
import { statusName } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { endsUnresolved, resolving } from './resolving.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';

/** Moves an item at once, offers to undo it, and shows the server's refusal if there is one. */
export async function move(item: Item, to: Status, workflow: Status[]): Promise<void> {
  if (item.status === to.name) return;
  const before = workflow.find((status) => status.name === item.status);
  try {
    const moved = await moveItem(item, to);
    const say = () =>
      toasts.info(
        i18n.t.items.moved(moved.key, statusName(to.name)),
        before && { label: i18n.t.act.undo, run: () => void back(moved, before) },
      );
    if (endsUnresolved(moved, to)) resolving.ask(moved, say);
    else say();
  } catch (failure) {
    toasts.error(explain(failure));
  }
}

async function back(item: Item, to: Status): Promise<void> {
  try {
    await moveItem(item, to);
  } catch (failure) {
    toasts.error(explain(failure));
  }
}
