/** A page of a list, and where the next one begins. */
interface Page<T> {
  items: T[];
  next: string | null;
}

/** All of a list that is known to be short, page by page. */
export async function everyPage<T>(read: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read(cursor);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}
