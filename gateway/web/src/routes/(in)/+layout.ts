import { redirect } from '@sveltejs/kit';
import { company } from '#lib/api/company.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** Pages for members: visitors are redirected to the log-in and back. An unreachable server is shown on the page. */
export async function load({ url }) {
  if (!session.known) {
    try {
      await session.load();
    } catch (failure) {
      return { failure };
    }
  }
  if (session.member === null) redirect(307, `/log-in?to=${encodeURIComponent(url.pathname + url.search)}`);
  await i18n.follow(session.member.locale);
  try {
    if (!company.known) await company.load();
  } catch {
    // only days near midnight may differ from the server's
  }
  return { failure: null };
}
