import type { Kind } from '#lib/api/types.ts';

/** What lies open on top of the page: the palette, the help, the form for new work. */
class Desk {
  palette = $state(false);
  help = $state(false);
  drawer = $state(false);
  creating = $state<{ kind: Kind; project?: string; status?: string } | null>(null);
  newProject = $state(false);

  create(kind: Kind, project?: string, status?: string): void {
    this.palette = false;
    this.creating = { kind, project, status };
  }

  clear(): void {
    this.palette = false;
    this.help = false;
    this.drawer = false;
    this.creating = null;
    this.newProject = false;
  }
}

export const desk = new Desk();
