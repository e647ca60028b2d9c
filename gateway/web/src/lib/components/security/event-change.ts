import type { SecurityEvent } from '#lib/api/security-events.ts';
import type { Role } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** What an event changed, in words; empty if that is not known. */
export function changeOf(event: SecurityEvent, nameOf: (member: string) => string): string {
  const { was, became } = event;
  switch (event.what) {
    case 'role-changed':
      return fromTo(was && roleName(was), became && roleName(became));
    case 'settings-changed':
      return fromTo(was && ruleName(was), became && ruleName(became));
    case 'merged':
      return became === undefined ? '' : fromTo(undefined, nameOf(became));
    case 'token-issued':
    case 'token-revoked':
      return became ?? was ?? '';
    default:
      return event.addressee ?? '';
  }
}

const roleName = (role: string) => i18n.t.shell.role[role as Role] ?? role;

/** The mode and its domains: "DOMAINS example.com example.org". */
function ruleName(rule: string): string {
  const [mode = '', ...domains] = rule.split(' ');
  const name = i18n.people.admin.mode[mode.toLowerCase() as 'open'] ?? mode;
  return domains.length === 0 ? name : `${name} (${domains.join(', ')})`;
}

const fromTo = (was: string | undefined, became: string | undefined) =>
  [was, became].filter((one) => one !== undefined && one !== '').length === 0
    ? ''
    : `${was ?? ''} → ${became ?? ''}`.trim();
