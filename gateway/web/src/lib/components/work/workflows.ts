import { projectsQuery } from '#lib/api/projects.ts';
import type { Item, Status } from '#lib/api/types.ts';
import { shapeOf, type Shape } from '#lib/components/ui/shapes.ts';

/** The workflows of all projects, to draw and change statuses anywhere. Call it while a component is set up. */
export function useWorkflows() {
  const projects = projectsQuery();
  const of = (project: string): Status[] =>
    projects.data?.find((candidate) => candidate.key === project)?.workflow?.statuses ?? [];
  return {
    of,
    shape: (item: Pick<Item, 'project' | 'category' | 'status'>): Shape =>
      shapeOf(item.category, item.status, of(item.project)),
  };
}

export type Workflows = ReturnType<typeof useWorkflows>;
