import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('./**/*.svelte', { query: '?raw', import: 'default', eager: true });

/** They open the shared dialogs, or hold one of their own. */
const OPENS = /confirmation\.ask\(|overlays\.create\(|overlays\.(newProject|palette|help|drawer) = true/;

/** Dialogs that come while something is saved, which no button promises. */
const UNASKED = ['ConflictDialog', 'RetireStatuses'];

/** What a shortcut opens, and what replaces the dialog that it stands in. */
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

/** The browser tests find dialogs by this: one that no opener says it opens would be walked past. */
it('says of each button and choice after which a dialog stands open that it opens one', () => {
  const silent = Object.entries(sources)
    .filter(([file]) => !file.startsWith('./components/shell/Shell') && !WITHOUT_BUTTON.includes(file))
    .filter(
      ([, source]) =>
        OPENS.test(source) || dialogs.some((name) => source.includes(`import('./${name}.svelte')`)),
    )
    .filter(([, source]) => !source.includes('aria-haspopup="dialog"') && !source.includes('asks: true'))
    .map(([file]) => file);
  expect(dialogs.length).toBeGreaterThan(10);
  expect(silent).toEqual([]);
});
