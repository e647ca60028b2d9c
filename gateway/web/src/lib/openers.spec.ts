import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('./**/*.svelte', { query: '?raw', import: 'default', eager: true });

/** Modules that open a shared dialog or contain one. */
const OPENS = /confirmation\.ask\(|overlays\.create\(|overlays\.(newProject|palette|help|drawer) = true/;

/** Dialogs that open while something is saved: no button announces them. */
const UNASKED = ['ConflictDialog', 'RetireStatuses'];

/** Dialogs that a shortcut opens, or that replace the dialog they are in. */
const WITHOUT_BUTTON = [
  './components/shell/Shortcuts.svelte',
  './components/shell/Drawer.svelte',
  './features/items/CreateItem.svelte',
  './features/projects/NewProject.svelte',
];

const dialogs = Object.entries(sources)
  .filter(([, source]) => source.includes('<Dialog'))
  .map(([file]) => file.split('/').at(-1)!.replace('.svelte', ''))
  .filter((name) => !UNASKED.includes(name));

/** The browser tests find dialogs by aria-haspopup: a dialog whose opener lacks it would not be tested. */
it('marks each button and menu item that opens a dialog', () => {
  const silent = Object.entries(sources)
    .filter(([file]) => !file.startsWith('./components/shell/Shell') && !WITHOUT_BUTTON.includes(file))
    .filter(
      ([, source]) =>
        OPENS.test(source) || dialogs.some((name) => source.includes(`import('./${name}.svelte')`)),
    )
    .filter(
      ([, source]) => !source.includes('aria-haspopup="dialog"') && !source.includes('opensDialog: true'),
    )
    .map(([file]) => file);
  expect(dialogs.length).toBeGreaterThan(10);
  expect(silent).toEqual([]);
});
