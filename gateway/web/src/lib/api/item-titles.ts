import { api } from './api';
import { queryClient } from './client';
import { isProject } from './projects';

/** The title of an item, or null if no item that the reader may see has the key. */
export async function itemTitle(key: string): Promise<string | null> {
  try {
    // Much that looks like a key is none, such as UTF-8: no request is sent for it.
    if (!(await isProject(key.slice(0, key.lastIndexOf('-'))))) return null;
    return await queryClient.fetchQuery({
      queryKey: ['item-titles', key],
      queryFn: async ({ signal }) =>
        (await api.get('/api/work-items/{key}', { path: { key }, signal })).title,
      staleTime: 300_000,
      retry: false,
    });
  } catch {
    return null;
  }
}
