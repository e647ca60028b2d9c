import { createQuery, keepPreviousData } from '@tanstack/svelte-query';
import { api, type Query } from './api';

/** Which work and which period; by default all that the member may see. */
export type Figures = Query<'/api/dashboard/flow'>;

const always = () => true;

export const summaryQuery = (query: () => Query<'/api/dashboard/summary'>, enabled = always) =>
  figures('summary', query, (how) => api.get('/api/dashboard/summary', how), enabled);
export const flowQuery = (query: () => Figures, enabled = always) =>
  figures('flow', query, (how) => api.get('/api/dashboard/flow', how), enabled);
export const throughputQuery = (query: () => Figures, enabled = always) =>
  figures('throughput', query, (how) => api.get('/api/dashboard/throughput', how), enabled);
export const cycleTimesQuery = (query: () => Query<'/api/dashboard/cycle-times'>, enabled = always) =>
  figures('cycle-times', query, (how) => api.get('/api/dashboard/cycle-times', how), enabled);

function figures<Of, T>(
  name: string,
  query: () => Of,
  request: (how: { query: Of; signal: AbortSignal }) => Promise<T>,
  enabled: () => boolean,
) {
  return createQuery(() => ({
    queryKey: ['dashboard', name, query()],
    queryFn: ({ signal }) => request({ query: query(), signal }),
    placeholderData: keepPreviousData,
    enabled: enabled(),
  }));
}
