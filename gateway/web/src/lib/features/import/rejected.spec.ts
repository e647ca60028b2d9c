import { afterEach, beforeAll, expect, it } from 'vitest';
import type { OfWork } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { loadRefusals } from '#lib/i18n/refusals/say.ts';
import { fieldOf, whyRejected } from './rejected';

const line = (
  cause: OfWork['Rejected']['cause'],
  values: Record<string, unknown> = {},
): OfWork['Rejected'] => ({
  file: 'items',
  line: 7,
  reason: 'A sentence of the server.',
  cause,
  values,
});

beforeAll(loadRefusals);
afterEach(() => i18n.use('en'));

it('names in the reader’s language the rule that refused an item', async () => {
  const refused = line('refused', { reason: 'nested-too-deep', most: 10 });
  await i18n.use('en');
  expect(whyRejected(refused)).toBe('Items can be nested at most 10 levels deep.');
  await i18n.use('ko');
  expect(whyRejected(refused)).toMatch(/10단계/);
  expect(whyRejected(line('refused', { reason: 'one-that-comes-later' }))).toBe(
    '이 일감은 그대로 저장할 수 없습니다.',
  );
  expect(whyRejected(line('refused', { reason: 'too-long', most: 500, length: 612 }))).toMatch(/500/);
});

it('names the field, unless the whole line is invalid', () => {
  expect(fieldOf(line('no-time', { field: 'at', value: 'yesterday' }))).toBe('at');
  expect(fieldOf(line('id-again', { id: 'A-1' }))).toBe('id');
  expect(fieldOf(line('not-json'))).toBeUndefined();
  expect(fieldOf(line('refused', { reason: 'deleted' }))).toBeUndefined();
});
