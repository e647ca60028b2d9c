import { readdirSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A screen, named by its folder in `src/routes`: "/items/[key]". */
export interface Route {
  path: string;
  /** Only for members. */
  inside: boolean;
}

/** Every screen: a new one is checked without a line in any story. */
export const routes: Route[] = readdirSync(fileURLToPath(new URL('../src/routes', import.meta.url)), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) => dirname(file).split(sep))
  .map((folders) => ({
    path: `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join('/')}`,
    inside: folders[0] === '(in)',
  }))
  .sort((a, b) => a.path.localeCompare(b.path));

/** The address of a screen; the table has the parameters of paths that need some. */
export function addressOf({ path }: Route, known: Record<string, string>): string {
  const address = known[path] ?? path;
  if (address.includes('[')) throw new Error(`${path} needs an address in e2e/sample.ts`);
  return address;
}
