const outside = [
  '/log-in',
  '/sign-up',
  '/find-password',
  '/reset-password',
  '/confirm-email',
  '/invitation/',
];

/** Where to go after log-in: a path of this app, never another site. */
export function returnPath(wanted: string | null): string {
  if (wanted === null || !/^\/(?![/\\])/.test(wanted)) return '/my-work';
  return outside.some((path) => wanted.startsWith(path)) ? '/my-work' : wanted;
}
