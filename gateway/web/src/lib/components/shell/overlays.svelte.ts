import type { Kind } from '#lib/api/types.ts';

/** What is known of new work before it is written. */
export interface NewWork {
  kind: Kind;
  project?: string;
  status?: string;
  assignee?: string;
  parent?: string;
  task?: string;
}

/** What lies open on top of the page: the palette, the help, the form for new work. */
class Overlays {
  palette = $state(false);
  help = $state(false);
  drawer = $state(false);
  creating = $state.raw<NewWork | null>(null);
  newProject = $state(false);
  #here = $state.raw<Partial<NewWork>>({});

  /** What new work is, by the page one stands on. */
  get here(): Partial<NewWork> {
    return this.#here;
  }

  /** For a page: what new work that is asked for on it is, while it stands. Call it as the page is made. */
  standOn(here: () => Partial<NewWork>): void {
    $effect(() => {
      this.#here = here();
      return () => (this.#here = {});
    });
  }

  /** New work: what is not said comes from the page. */
  create(wish: Partial<NewWork> = {}): void {
    this.palette = false;
    this.creating = { kind: 'task', ...this.#here, ...wish };
  }

  clear(): void {
    this.palette = false;
    this.help = false;
    this.drawer = false;
    this.creating = null;
    this.newProject = false;
  }
}

export const overlays = new Overlays();
