import type { Item, Member, Project, Status } from './types';

/** Ada, or another member that a test is about. */
export const ada = (as: Partial<Member> = {}): Member => ({
  id: 'ada',
  displayName: 'Ada',
  role: 'MEMBER',
  locale: 'en',
  timeZone: 'Asia/Seoul',
  active: true,
  account: true,
  erased: false,
  avatar: { initials: 'A', colour: 'teal' },
  ...as,
});

/** A task of the project WEB, or other work that a test is about. */
export const work = (as: Partial<Item> = {}): Item => ({
  id: `id-${as.key ?? 'WEB-1'}`,
  key: 'WEB-1',
  kind: 'task',
  project: 'WEB',
  title: 'Speed up the start',
  status: 'To do',
  statusId: 's-todo',
  category: 'todo',
  priority: 'NORMAL',
  severity: null,
  assignee: null,
  reporter: null,
  resolution: null,
  startOn: null,
  dueOn: null,
  estimateHours: null,
  points: null,
  parent: null,
  task: null,
  labels: [],
  sourceKey: null,
  sourceParent: null,
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-02T00:00:00Z',
  doneAt: null,
  deleted: false,
  version: 3,
  ...as,
});

export const statuses: Status[] = [
  { id: 's-todo', name: 'To do', category: 'todo' },
  { id: 's-doing', name: 'In progress', category: 'doing' },
  { id: 's-done', name: 'Done', category: 'done' },
];

/** The project WEB with the default workflow, or another one. */
export const web = (as: Partial<Project> = {}): Project => ({
  id: 'p-web',
  key: 'WEB',
  name: 'Web shop',
  description: '',
  archived: false,
  members: [],
  startedBy: null,
  version: 1,
  visibility: 'open',
  workflow: { statuses },
  ...as,
});
