import { i18n } from '#lib/i18n/index.svelte.ts';

/** The screens about people bring their own sentences. */
export async function load() {
  await i18n.withPeople();
}
