import { createQuery, keepPreviousData } from '@tanstack/svelte-query';
import { get } from './http';
import type { CycleTimes, Flow, Summary, Throughput } from './types';

export interface Figures {
  project?: string;
  kind?: string;
  member?: string;
  team?: string;
  at?: string;
  from?: string;
  to?: string;
  step?: string;
}

function figures<T>(name: string, query: () => Figures & { points?: boolean }, enabled: () => boolean) {
  return createQuery(() => ({
    queryKey: ['dashboard', name, query()],
    queryFn: ({ signal }) => get<T>(`/dashboard/${name}`, { ...query() }, signal),
    placeholderData: keepPreviousData,
    enabled: enabled(),
  }));
}

const always = () => true;

export const summaryQuery = (query: () => Figures, enabled = always) =>
  figures<Summary>('summary', query, enabled);
export const flowQuery = (query: () => Figures, enabled = always) => figures<Flow>('flow', query, enabled);
export const throughputQuery = (query: () => Figures, enabled = always) =>
  figures<Throughput>('throughput', query, enabled);
export const cycleTimesQuery = (query: () => Figures & { points?: boolean }, enabled = always) =>
  figures<CycleTimes>('cycle-times', query, enabled);
