/** A page of a list, and the cursor of the next one. */
interface Page<T> {
  items: T[];
  next: string | null;
}

/** Reads all pages of a list that is known to be short. */
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
