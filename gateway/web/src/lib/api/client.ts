import { QueryClient } from '@tanstack/svelte-query';
import { Refused } from './http';

/** A refusal is final; a request to an unavailable service is repeated until it is back. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 300_000,
      networkMode: 'always',
      retry: (count, failure) => failure instanceof Refused && failure.away && count < 60,
      retryDelay: (count, failure) =>
        failure instanceof Refused && failure.retryAfter !== null
          ? failure.retryAfter * 1000
          : Math.min(500 * 1.6 ** count, 5_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Options of a list that is read page by page. */
export const paged = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { next: string | null }) => last.next,
};
