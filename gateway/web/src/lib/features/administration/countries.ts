/** The country of most users. */
const FIRST = 'KR';

type WithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined };

export interface Country {
  code: string;
  name: string;
}

/** Korea and the country of the member's time zone first, then the others in their order. */
export function nearestFirst(countries: Country[], timeZone: string | undefined): Country[] {
  const near = (code: string) => code === FIRST || isIn(code, timeZone);
  return [
    ...countries
      .filter(({ code }) => near(code))
      .sort((a, b) => Number(b.code === FIRST) - Number(a.code === FIRST)),
    ...countries.filter(({ code }) => !near(code)),
  ];
}

/** Some browsers do not know which time zones a country has. */
function isIn(code: string, timeZone: string | undefined): boolean {
  const zones = (new Intl.Locale(`und-${code}`) as WithZones).getTimeZones?.();
  return timeZone !== undefined && (zones?.includes(timeZone) ?? false);
}

/** The countries whose name or code contains the search text. */
export function matching(countries: Country[], query: string): Country[] {
  const wanted = query.trim().toLocaleLowerCase();
  return countries.filter(
    ({ code, name }) => name.toLocaleLowerCase().includes(wanted) || code.toLowerCase() === wanted,
  );
}
