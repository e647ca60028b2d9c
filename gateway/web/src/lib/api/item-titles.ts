import { api } from './api';
import { queryClient } from './client';
import { isProject } from './projects';

/** The title of an item, or null for a key that no item has which I may see. */
export async function itemTitle(key: string): Promise<string | null> {
  try {
    // Much that looks like a key is none, such as UTF-8: that is not asked for.
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
