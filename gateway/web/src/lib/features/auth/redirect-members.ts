import { redirect } from '@sveltejs/kit';
import { session } from '#lib/api/session.svelte.ts';
import { returnPath } from './return-path.ts';

/** Redirects logged-in members away from the forms for log-in and sign-up, to the page they wanted. */
export async function redirectMembers({ url }: { url: URL }): Promise<void> {
  await loadSession();
  if (session.member !== null) redirect(307, returnPath(url.searchParams.get('to')));
}

/** Loads the session; if the server cannot be reached, nobody counts as logged in. */
export async function loadSession(): Promise<void> {
  if (!session.known) await session.load().catch(() => undefined);
}
