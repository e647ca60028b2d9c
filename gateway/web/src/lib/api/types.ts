import type { components as dashboard } from './schema/dashboard';
import type { components as gateway } from './schema/gateway';
import type { components as member } from './schema/member';
import type { components as work } from './schema/work';

/** The types of the HTTP API, from the services' OpenAPI documents. */
export type OfMember = member['schemas'];
export type OfWork = work['schemas'];
export type OfDashboard = dashboard['schemas'];
export type OfGateway = gateway['schemas'];

export type Member = OfMember['Member'];
export type Role = Member['role'];

export type Project = OfWork['Project'];
export type Status = OfWork['Status'];
export type Item = OfWork['Item'];
/** A merge patch: null clears a field that may be empty. */
export type ItemPatch = Omit<{ [Field in keyof OfWork['ItemPatch']]: Item[Field] }, 'description'> &
  Pick<OfWork['ItemPatch'], 'description'>;
export type Kind = Item['kind'];
export type Category = Item['category'];
export type Priority = Item['priority'];
export type Severity = NonNullable<Item['severity']>;
export type Relations = OfWork['Relations'];
export type RelatedItem = OfWork['RelatedItem'];
export type Comment = OfWork['Comment'];
export type HistoryEntry = OfWork['HistoryEntry'];
export type Change = OfWork['HistoryChange'];
export type MyWork = OfWork['MyWork'];
export type Section = OfWork['MyWorkSection'];
export type ImportRun = OfWork['ImportView'];

export type Summary = OfDashboard['Summary'];
export type Flow = OfDashboard['Flow'];
export type FlowPoint = OfDashboard['FlowPoint'];
export type Throughput = OfDashboard['Throughput'];
export type CycleTimes = OfDashboard['CycleTimes'];

export const roles = ['MEMBER', 'MANAGER', 'ADMIN'] as const satisfies readonly Role[];
export const categories = [
  'todo',
  'doing',
  'waiting',
  'done',
  'dropped',
] as const satisfies readonly Category[];
export const priorities = ['URGENT', 'HIGH', 'NORMAL', 'LOW', 'NONE'] as const satisfies readonly Priority[];
export const severities = ['CRITICAL', 'MAJOR', 'MINOR', 'TRIVIAL'] as const satisfies readonly Severity[];

/** The kinds of relations, in the order in which they are shown. */
export const relationKinds = [
  'parent',
  'children',
  'task',
  'issues',
  'blockedBy',
  'blocks',
  'relatesTo',
  'duplicates',
  'duplicatedBy',
] as const satisfies readonly Exclude<keyof Relations, 'hidden' | 'more'>[];
export type RelationKind = (typeof relationKinds)[number];

/** The sections of my work, in the order in which they are shown. */
export const sections = [
  'overdue',
  'today',
  'thisCycle',
  'later',
  'undated',
  'reported',
  'recentlyDone',
] as const satisfies readonly Exclude<keyof MyWork, 'day' | 'cycle'>[];
