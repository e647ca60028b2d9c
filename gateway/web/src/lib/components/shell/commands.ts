import { goto } from '$app/navigation';
import type { Messages } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { theme } from '#lib/components/ui/theme.svelte.ts';
import { overlays } from './overlays.svelte';
import { openPlaces } from './places';

export interface Command {
  id: string;
  group: string;
  label: string;
  note?: string;
  run: () => void;
}

/** The palette's commands besides work items. */
export function commands(t: Messages, onlogout: () => void): Command[] {
  const act = (id: string, label: string, run: () => void): Command => ({
    id,
    group: t.shell.commandActions,
    label,
    run,
  });
  return [
    ...openPlaces().map((place) => ({
      id: place.path,
      group: t.shell.commandPages,
      label: t.shell[place.name],
      run: () => void goto(place.path),
    })),
    act('new-task', t.shell.newTask, () => overlays.create({ kind: 'task' })),
    act('new-issue', t.shell.newIssue, () => overlays.create({ kind: 'issue' })),
    act('new-project', t.shell.newProject, () => (overlays.newProject = true)),
    act('theme', theme.name === 'dark' ? t.shell.toLight : t.shell.toDark, () => theme.toggle()),
    act('language', t.shell.toOtherLanguage, () => void i18n.toggle()),
    act('help', t.shell.shortcuts, () => (overlays.help = true)),
    act('log-out', t.shell.logOut, onlogout),
  ];
}
