import { session } from '#lib/api/session.svelte.ts';

/** Unsent input of a form. */
export interface Draft {
  at: number;
  values: unknown;
}

const PREFIX = 'ilgam.draft.';
const LIFE_MILLIS = 14 * 24 * 3_600_000;
const MOST = 50;
const LONGEST = 100_000;

/**
 * Drafts are stored on the device, so that Escape, a click outside, a reload or an expired session loses nothing. They
 * belong to the member who wrote them and are deleted at log-out. Each browser tab has its own draft of a form, so that
 * two tabs do not overwrite each other; a draft that another tab left is offered, too.
 */
export const drafts = {
  /** This tab's draft, or else the newest one of other tabs, which this tab takes over. */
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

  /** Deletes the draft after it was sent or discarded. */
  drop(place: string): void {
    remove(keyOf(place));
  },

  /** Deletes all drafts of a member. */
  erase(member: string): void {
    for (const { key } of entries(`${PREFIX}${member}.`)) remove(key);
  },
};

const member = () => session.member?.id ?? 'nobody';
const prefixOf = (place: string) => `${PREFIX}${member()}.${place}.`;
const keyOf = (place: string) => prefixOf(place) + tab();

/** This tab's id, the same across reloads. */
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

/** A stored draft; one that is too old or unreadable is deleted. */
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

/** Storage may be full, or disabled by the browser. */
function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
