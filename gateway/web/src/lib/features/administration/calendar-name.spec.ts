import { expect, it } from 'vitest';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { nameOf } from './calendar-name';

it('names a country’s and the company’s own calendar in the reader’s language, and a file’s as it was named', async () => {
  const korea = { kind: 'country', country: 'KR', name: 'South Korea' } as const;
  const own = { kind: 'own', country: null, name: 'Own' } as const;
  const file = { kind: 'imported', country: null, name: 'Bridges 2026' } as const;
  await i18n.withPeople();
  await i18n.use('ko');
  expect([korea, own, file].map(nameOf)).toEqual(['대한민국', '우리 회사', 'Bridges 2026']);
  await i18n.use('en');
  expect([korea, own, file].map(nameOf)).toEqual(['South Korea', 'Own days', 'Bridges 2026']);
});
