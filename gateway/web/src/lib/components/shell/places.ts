import CircleUser from '@lucide/svelte/icons/circle-user-round';
import Columns from '@lucide/svelte/icons/columns-3';
import FolderKanban from '@lucide/svelte/icons/folder-kanban';
import Import from '@lucide/svelte/icons/import';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Settings from '@lucide/svelte/icons/settings-2';
import Shield from '@lucide/svelte/icons/shield';
import Trash from '@lucide/svelte/icons/trash-2';
import User from '@lucide/svelte/icons/user-round';
import Users from '@lucide/svelte/icons/users-round';
import { session } from '#lib/api/session.svelte.ts';
import type { Messages } from '#lib/i18n/en.ts';

export interface Place {
  path: string;
  name: keyof Messages['shell'] &
    (
      | 'myWork'
      | 'allItems'
      | 'board'
      | 'dashboard'
      | 'projects'
      | 'trash'
      | 'imports'
      | 'members'
      | 'teams'
      | 'administration'
      | 'settings'
    );
  icon: typeof CircleUser;
  /** Pages that need a role are under management; a member's own pages are in the user menu. */
  group: 'work' | 'people' | 'manage' | 'own';
  for?: 'managers' | 'admins';
}

/** The main navigation. */
export const places: Place[] = [
  { path: '/my-work', name: 'myWork', icon: CircleUser, group: 'work' },
  { path: '/items', name: 'allItems', icon: ListChecks, group: 'work' },
  { path: '/board', name: 'board', icon: Columns, group: 'work' },
  { path: '/dashboard', name: 'dashboard', icon: LayoutDashboard, group: 'work' },
  { path: '/projects', name: 'projects', icon: FolderKanban, group: 'work' },
  { path: '/trash', name: 'trash', icon: Trash, group: 'work' },
  { path: '/members', name: 'members', icon: User, group: 'people' },
  { path: '/teams', name: 'teams', icon: Users, group: 'people' },
  { path: '/imports', name: 'imports', icon: Import, group: 'manage', for: 'managers' },
  { path: '/administration', name: 'administration', icon: Shield, group: 'manage', for: 'admins' },
  { path: '/settings', name: 'settings', icon: Settings, group: 'own' },
];

export const openPlaces = (): Place[] =>
  places.filter(
    (place) =>
      place.for === undefined || (place.for === 'admins' ? session.mayAdminister : session.mayManage),
  );

export const isAt = (place: Place, pathname: string) =>
  pathname === place.path || pathname.startsWith(`${place.path}/`);
