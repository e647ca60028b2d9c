import { redirect } from '@sveltejs/kit';
import { session } from '#lib/api/session.svelte.ts';
import { returnPath } from './return-path.ts';

/** Whoever is logged in has no use for a form to log in or sign up, and is led to where they wanted to go. */
export async function onlyOut({ url }: { url: URL }): Promise<void> {
  await whoIsHere();
  if (session.member !== null) redirect(307, returnPath(url.searchParams.get('to')));
}

/** Asks who is logged in, if anybody; where the server cannot be asked, nobody is. */
export async function whoIsHere(): Promise<void> {
  if (!session.known) await session.load().catch(() => undefined);
}
