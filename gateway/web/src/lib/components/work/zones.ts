/** Every time zone the browser knows, and the one that is set, which another browser may have known. */
export function zones(set: string): { value: string; label: string }[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', set])]
    .sort()
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

/** The ones with every word that is typed, at most as many as fit a list. */
export function soughtZones<Z extends { value: string; label: string }>(zones: Z[], typed: string): Z[] {
  const words = typed.toLowerCase().split(/[\s_/]+/);
  return zones.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word))).slice(0, 50);
}
