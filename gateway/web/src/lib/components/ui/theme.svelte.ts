import { remember } from '#lib/i18n/index.svelte.ts';

/** Light or dark, as static/theme.js found it before the first paint. */
class Theme {
  name = $state<'light' | 'dark'>('light');

  start(): void {
    this.name = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
  }

  toggle(): void {
    this.name = this.name === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = this.name;
    remember('ilgam.theme', this.name);
  }
}

export const theme = new Theme();
