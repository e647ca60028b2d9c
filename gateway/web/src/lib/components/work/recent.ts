import { session } from '#lib/api/session.svelte.ts';

const MOST = 8;
const nameOf = (kind: 'people' | 'projects') => `ilgam.recent.${session.member?.id ?? 'nobody'}.${kind}`;

/** Recent choices on this device, the latest first; only ids and keys, no personal data. */
export function recent(kind: 'people' | 'projects'): string[] {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(nameOf(kind)) ?? '[]');
    return Array.isArray(known) ? known.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(kind: 'people' | 'projects', chosen: string): void {
  const all = [chosen, ...recent(kind).filter((one) => one !== chosen)].slice(0, MOST);
  try {
    localStorage.setItem(nameOf(kind), JSON.stringify(all));
  } catch {
    // Storage may be full, or disabled by the browser: then nothing is recent.
  }
}

/** Deletes them at log-out, so that nothing of a member stays on the device. */
export function forgetRecent(member: string): void {
  for (const kind of ['people', 'projects'])
    try {
      localStorage.removeItem(`ilgam.recent.${member}.${kind}`);
    } catch {
      // Storage that the browser disables has nothing to delete.
    }
}

/** Moves recent choices to the front; otherwise the order stays. */
export function recentFirst<T>(all: T[], kind: 'people' | 'projects', idOf: (one: T) => string): T[] {
  const order = recent(kind);
  const place = (one: T) => (order.includes(idOf(one)) ? order.indexOf(idOf(one)) : MOST);
  return [...all].sort((a, b) => place(a) - place(b));
}
