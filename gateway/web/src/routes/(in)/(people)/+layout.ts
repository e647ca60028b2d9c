import { i18n } from '#lib/i18n/index.svelte.ts';

/** Loads the sentences of the screens about people, in the present language. */
export async function load({ parent }) {
  await parent();
  await i18n.withPeople();
}
