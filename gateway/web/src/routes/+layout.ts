import { i18n } from '#lib/i18n/index.svelte.ts';
import { theme } from '#lib/components/ui/theme.svelte.ts';

export const ssr = false;
export const prerender = false;

export async function load() {
  theme.start();
  await i18n.start();
}
