import type { Category, Status } from '#lib/api/types.ts';

export type Shape = 'dashed' | 'ring' | 'half' | 'most' | 'octagon' | 'tick' | 'cross';

const plain: Record<Category, Shape> = {
  todo: 'ring',
  doing: 'half',
  waiting: 'octagon',
  done: 'tick',
  dropped: 'cross',
};

/**
 * The shape of a status: by its category, and within the category by its position. The first of several to-do statuses
 * is not planned yet (dashed), later ones in progress are nearer to done.
 */
export function shapeOf(category: Category, name: string | null, workflow: Status[] | undefined): Shape {
  if (name === null) return 'dashed';
  const peers = (workflow ?? []).filter((status) => status.category === category);
  const place = peers.findIndex((status) => status.name === name);
  if (category === 'todo' && peers.length > 1 && place === 0) return 'dashed';
  if (category === 'doing' && place > 0) return 'most';
  return plain[category];
}
