/** Where to go after log-in: a path of this app, never another site. */
export function returnPath(wanted: string | null): string {
  if (wanted === null || !/^\/(?![/\\])/.test(wanted)) return '/my-work';
  return wanted.startsWith('/log-in') || wanted.startsWith('/sign-up') ? '/my-work' : wanted;
}
