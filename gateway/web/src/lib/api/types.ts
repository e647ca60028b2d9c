/** The shapes of the HTTP API, as every client may rely on them. */
export type Role = 'MEMBER' | 'MANAGER' | 'ADMIN';
export const roles: Role[] = ['MEMBER', 'MANAGER', 'ADMIN'];

export type Kind = 'task' | 'issue';
export type Category = 'todo' | 'doing' | 'waiting' | 'done' | 'dropped';
export type Priority = 'URGENT' | 'HIGH' | 'NORMAL' | 'LOW' | 'NONE';

export const categories: Category[] = ['todo', 'doing', 'waiting', 'done', 'dropped'];
export const priorities: Priority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW', 'NONE'];

export type Severity = 'CRITICAL' | 'MAJOR' | 'MINOR' | 'TRIVIAL';

export const severities: Severity[] = ['CRITICAL', 'MAJOR', 'MINOR', 'TRIVIAL'];

export interface Member {
  id: string;
  displayName: string;
  email?: string;
  role: Role;
  locale?: string;
  timeZone?: string;
  active: boolean;
  /** False for a person who is known from imported work alone. */
  account: boolean;
  avatar?: { initials: string; colour: string };
  /** Nothing is known about them any more. */
  erased?: boolean;
}

export interface Status {
  id: string;
  name: string;
  category: Category;
}

export interface Project {
  id: string;
  key: string;
  name: string;
  description: string | null;
  visibility: 'open' | 'private';
  archived?: boolean;
  workflow?: { statuses: Status[] };
}

export interface Item {
  id: string;
  key: string;
  sourceKey?: string | null;
  kind: Kind;
  project: string;
  title: string;
  /** Left out where many items are listed. */
  description?: string;
  statusId?: string | null;
  status: string | null;
  category: Category;
  assignee: string | null;
  reporter: string | null;
  priority: Priority;
  severity: Severity | null;
  resolution: string | null;
  labels: string[];
  startOn: string | null;
  dueOn: string | null;
  estimateHours: number | null;
  parent: string | null;
  sourceParent?: string | null;
  task?: string | null;
  createdAt: string;
  updatedAt: string;
  doneAt: string | null;
  deleted: boolean;
  version: number;
}

/** A merge patch: null clears. */
export type ItemPatch = Partial<
  Pick<
    Item,
    | 'title'
    | 'status'
    | 'assignee'
    | 'priority'
    | 'severity'
    | 'resolution'
    | 'labels'
    | 'startOn'
    | 'dueOn'
    | 'estimateHours'
    | 'parent'
  > & { description: string | null }
>;

export interface Page<T> {
  items: T[];
  next: string | null;
  total?: number | null;
}

export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

export interface HistoryEntry {
  id: string;
  at: string;
  actor: string | null;
  source: string;
  type: string;
  changes: Change[];
  beforeOpening?: boolean;
}

export interface Comment {
  id: string;
  author: string | null;
  at: string;
  /** Null once it was removed. */
  text: string | null;
  edits: number;
  editedAt: string | null;
  removed: boolean;
}

/** The first items of one heap of work, and how many there are. */
export interface Section {
  items: Item[];
  total: number;
}

export const sections = [
  'overdue',
  'today',
  'thisCycle',
  'later',
  'undated',
  'reported',
  'recentlyDone',
] as const;

export type MyWork = { day: string; cycle: { from: string; to: string } } & Record<
  (typeof sections)[number],
  Section
>;

export interface ImportRun {
  id: string;
  state: 'running' | 'done' | 'failed' | 'cancelling' | 'cancelled' | 'withdrawing' | 'withdrawn';
  project?: string | null;
  items: { total: number; done: number; unchanged: number };
  events: { total: number; done: number };
  rejected: { file: string; line: number; reason: string; cause?: string | null }[];
  rejectedTotal?: number;
  /** Values that were tidied; the first of every sort. */
  notes?: ImportNote[];
  notesTotal?: number;
  /** Keys of items that stayed when the import was withdrawn, since somebody changed them; the first of them. */
  kept?: string[];
  keptTotal?: number;
  failure?: string | null;
  failureReason?: string | null;
  /** What a running import waits for; it goes on by itself. */
  waiting?: string | null;
}

export interface ImportNote {
  file: string;
  line: number;
  field: string;
  /** Null where it is personal, or was nothing. */
  was?: string | null;
  became?: string | null;
  reason: string;
}

export interface Summary {
  at: string;
  open: number;
  todo: number;
  doing: number;
  waiting: number;
  overdue: number;
  dueThisWeek: number;
  doneThisWeek: number;
  createdThisWeek: number;
  oldest: unknown[];
}

export interface FlowPoint {
  at: string;
  created: number;
  byCategory: Record<Category, number>;
  byStatus: Record<string, number>;
}

export interface Flow {
  points: FlowPoint[];
}

export interface Period {
  start: string;
  label: string;
  done: number;
  created: number;
}

export interface Throughput {
  periods: Period[];
}

export interface Percentiles {
  count: number;
  leftOut: number;
  percentiles: Record<string, number | null>;
}

export interface CycleTimes {
  cycleTime: Percentiles;
  leadTime: Percentiles;
  items?: { key: string; doneAt: string; cycleSeconds: number | null; leadSeconds: number }[];
}
