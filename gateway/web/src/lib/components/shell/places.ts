import CircleUser from '@lucide/svelte/icons/circle-user-round';
import Columns from '@lucide/svelte/icons/columns-3';
import FolderKanban from '@lucide/svelte/icons/folder-kanban';
import Import from '@lucide/svelte/icons/import';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import ListChecks from '@lucide/svelte/icons/list-checks';
import type { Messages } from '#lib/i18n/en.ts';

export interface Place {
  path: string;
  name: keyof Messages['shell'] & ('myWork' | 'allItems' | 'board' | 'dashboard' | 'projects' | 'imports');
  icon: typeof CircleUser;
  group: 'work' | 'manage';
  managers?: boolean;
}

/** Where the main navigation leads. */
export const places: Place[] = [
  { path: '/my-work', name: 'myWork', icon: CircleUser, group: 'work' },
  { path: '/items', name: 'allItems', icon: ListChecks, group: 'work' },
  { path: '/board', name: 'board', icon: Columns, group: 'work' },
  { path: '/dashboard', name: 'dashboard', icon: LayoutDashboard, group: 'manage' },
  { path: '/projects', name: 'projects', icon: FolderKanban, group: 'manage' },
  { path: '/imports', name: 'imports', icon: Import, group: 'manage', managers: true },
];

export const isAt = (place: Place, pathname: string) =>
  pathname === place.path || pathname.startsWith(`${place.path}/`);
