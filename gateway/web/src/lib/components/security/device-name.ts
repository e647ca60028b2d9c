import { i18n } from '#lib/i18n/index.svelte.ts';

/** A device in the reader's language: the API says "Chrome on Linux", a browser or system alone, or "unknown". */
export function deviceName(device: string | null | undefined): string {
  const { unknownDevice, deviceOn } = i18n.people.security;
  if (!device || device === 'Unknown device') return unknownDevice;
  const [program, system] = device.split(' on ');
  return program === undefined || system === undefined ? device : deviceOn(program, system);
}
