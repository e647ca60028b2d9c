import type { Item } from '#lib/api/types.ts';
import { dayOf, isoDay } from '#lib/i18n/format.ts';

export type Nearness = 'overdue' | 'today' | 'tomorrow' | 'later';

/** How near a due date is; finished work is never overdue. */
export function nearness(item: Pick<Item, 'dueOn' | 'category'>, today = new Date()): Nearness | null {
  if (item.dueOn === null) return null;
  const open = item.category !== 'done' && item.category !== 'dropped';
  const now = isoDay(today);
  if (item.dueOn < now) return open ? 'overdue' : 'later';
  if (item.dueOn === now) return 'today';
  const tomorrow = dayOf(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return item.dueOn === isoDay(tomorrow) ? 'tomorrow' : 'later';
}
