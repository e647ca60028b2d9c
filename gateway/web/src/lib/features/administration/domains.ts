/** Domains, one per line or separated by commas; a leading @ is removed. */
export function domainsIn(text: string): string[] {
  const found = text
    .split(/[\s,;]+/u)
    .map((domain) => domain.replace(/^@/, '').toLowerCase())
    .filter((domain) => domain !== '');
  return [...new Set(found)];
}

const label = '[a-z0-9]([a-z0-9-]*[a-z0-9])?';
const domain = new RegExp(`^(${label}\\.)+${label}$`);

/** The first invalid domain. */
export const firstInvalidDomain = (domains: string[]): string | undefined =>
  domains.find((one) => !domain.test(one));
