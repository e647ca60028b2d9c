const home = '/my-work';
const here = 'https://here.invalid';
const outside = [
  '/log-in',
  '/sign-up',
  '/find-password',
  '/reset-password',
  '/confirm-email',
  '/invitation/',
];

/** The page after log-in: a path of this app, never another site. A browser's URL parser decides, not the spelling. */
export function returnPath(wanted: string | null): string {
  if (wanted === null || !wanted.startsWith('/') || !URL.canParse(wanted, here)) return home;
  const { origin, pathname, search, hash } = new URL(wanted, here);
  if (origin !== here || pathname.startsWith('//') || outside.some((path) => pathname.startsWith(path)))
    return home;
  return pathname + search + hash;
}
