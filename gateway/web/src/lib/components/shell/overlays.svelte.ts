import type { Kind } from '#lib/api/types.ts';

/** Values that new work starts with. */
export interface NewWork {
  kind: Kind;
  project?: string;
  status?: string;
  assignee?: string;
  parent?: string;
  task?: string;
}

/** The overlays of the page: the palette, the help, the form for new work. */
class Overlays {
  palette = $state(false);
  help = $state(false);
  drawer = $state(false);
  creating = $state.raw<NewWork | null>(null);
  newProject = $state(false);
  #here = $state.raw<Partial<NewWork>>({});

  /** The values for new work that the present page suggests. */
  get here(): Partial<NewWork> {
    return this.#here;
  }

  /** Sets the values for new work while a page is shown. Call it while the page is set up. */
  suggest(here: () => Partial<NewWork>): void {
    $effect(() => {
      this.#here = here();
      return () => (this.#here = {});
    });
  }

  /** Opens the form for new work; missing values come from the page. */
  create(values: Partial<NewWork> = {}): void {
    this.palette = false;
    this.creating = { kind: 'task', ...this.#here, ...values };
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
