import { session } from '#lib/api/session.svelte.ts';

/** What somebody has begun to write and not sent. */
export interface Draft {
  at: number;
  values: unknown;
}

const PREFIX = 'ilgam.draft.';
const LIFE_MILLIS = 14 * 24 * 3_600_000;
const MOST = 50;
const LONGEST = 100_000;

/**
 * Drafts live on this device, so that neither Escape, a click beside, a reload nor an ended session loses a word. They
 * belong to the member who wrote them and are erased when the member logs out. Each browser tab keeps its own of one
 * place, so that two tabs do not write over each other; what another tab has left is offered, too.
 */
export const drafts = {
  /** The tab's own, or else the newest that other tabs have left, which is this tab's from now on. */
  take(place: string): Draft | null {
    const all = entries(prefixOf(place)).sort((a, b) => b.draft.at - a.draft.at);
    const found = all.find(({ key }) => key === keyOf(place)) ?? all[0];
    if (found === undefined) return null;
    if (found.key !== keyOf(place)) {
      write(keyOf(place), found.draft);
      remove(found.key);
    }
    return found.draft;
  },

  keep(place: string, values: unknown): void {
    const old = entries(PREFIX).sort((a, b) => b.draft.at - a.draft.at);
    for (const { key } of old.slice(MOST - 1)) if (key !== keyOf(place)) remove(key);
    write(keyOf(place), { at: Date.now(), values });
  },

  /** It was sent or given up. */
  drop(place: string): void {
    remove(keyOf(place));
  },

  /** All of a member. */
  erase(member: string): void {
    for (const { key } of entries(`${PREFIX}${member}.`)) remove(key);
  },
};

const member = () => session.member?.id ?? 'nobody';
const prefixOf = (place: string) => `${PREFIX}${member()}.${place}.`;
const keyOf = (place: string) => prefixOf(place) + tab();

/** This tab, across reloads. */
function tab(): string {
  return (
    attempt(() => {
      const known = sessionStorage.getItem('ilgam.tab');
      if (known !== null) return known;
      const made = crypto.randomUUID();
      sessionStorage.setItem('ilgam.tab', made);
      return made;
    }) ?? 'tab'
  );
}

function entries(prefix: string): { key: string; draft: Draft }[] {
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  return keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const draft = read(key);
      return draft === null ? [] : [{ key, draft }];
    });
}

/** What is too old, or cannot be read, goes. */
function read(key: string): Draft | null {
  const text = attempt(() => localStorage.getItem(key));
  if (text === undefined || text === null) return null;
  const draft = attempt(() => JSON.parse(text) as Draft);
  if (draft !== undefined && typeof draft.at === 'number' && draft.at > Date.now() - LIFE_MILLIS)
    return draft;
  remove(key);
  return null;
}

function write(key: string, draft: Draft): void {
  const text = JSON.stringify(draft);
  if (text.length <= LONGEST) attempt(() => localStorage.setItem(key, text));
}

function remove(key: string): void {
  attempt(() => localStorage.removeItem(key));
}

/** Storage may be full, or closed by the browser. */
function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
