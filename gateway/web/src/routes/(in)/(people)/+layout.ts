import { i18n } from '#lib/i18n/index.svelte.ts';

/** The screens about people bring their own sentences, in the language that is known by then. */
export async function load({ parent }) {
  await parent();
  await i18n.withPeople();
}
